/** Reads a workbook once, by one contender, in this process alone, and prints what it took as JSON. */
import { readFileSync } from 'node:fs';
import { peakMegabytes } from '../peak-memory.ts';
import { contenders } from './contenders.ts';

const [name = '', path = ''] = process.argv.slice(2);
const read = await contenders[name as keyof typeof contenders]();
const bytes = readFileSync(path);
const before = peakMegabytes();
const start = performance.now();
const cells = await read(bytes);
const milliseconds = performance.now() - start;
const megabytes = peakMegabytes() - before;
console.log(JSON.stringify({ milliseconds, megabytes, cells }));
