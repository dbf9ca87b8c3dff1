/** Writes the template once, by one contender, in this process alone, and prints what it took as JSON. */
import { contenders } from './contenders.ts';
import { templateWorkbook } from './sheets.ts';

const [name = ''] = process.argv.slice(2);
const write = await contenders[name as keyof typeof contenders]();
const workbook = await templateWorkbook();
const before = process.resourceUsage().maxRSS;
const start = performance.now();
const { length } = await write(workbook);
const milliseconds = performance.now() - start;
// `maxRSS` is in kilobytes, and never falls.
const megabytes = (process.resourceUsage().maxRSS - before) / 1024;
console.log(JSON.stringify({ milliseconds, kilobytes: length / 1024, megabytes }));
