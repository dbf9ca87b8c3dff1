/** Writes the template once, by one contender, in this process alone, and prints what it took as JSON. */
import { peakMegabytes } from '../peak-memory.ts';
import { contenders } from './contenders.ts';
import { templateWorkbook } from './sheets.ts';

const [name = ''] = process.argv.slice(2);
const write = await contenders[name as keyof typeof contenders]();
const workbook = await templateWorkbook();
const before = peakMegabytes();
const start = performance.now();
const { length } = await write(workbook);
const milliseconds = performance.now() - start;
const megabytes = peakMegabytes() - before;
console.log(JSON.stringify({ milliseconds, kilobytes: length / 1024, megabytes }));
