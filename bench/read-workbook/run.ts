/** Reads a workbook once, by one contender, in this process alone, and prints what it took as JSON. */
import { readFileSync } from 'node:fs';
import { contenders } from './contenders.ts';

const [name = '', path = ''] = process.argv.slice(2);
const read = await contenders[name as keyof typeof contenders]();
const bytes = readFileSync(path);
const before = process.resourceUsage().maxRSS;
const start = performance.now();
const cells = await read(bytes);
const milliseconds = performance.now() - start;
// `maxRSS` is in kilobytes, and never falls.
const megabytes = (process.resourceUsage().maxRSS - before) / 1024;
console.log(JSON.stringify({ milliseconds, megabytes, cells }));
