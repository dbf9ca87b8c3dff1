/** Reads a file, and prints as JSON what became of it, how long it took, and the memory above idle. */
import { readFileSync } from 'node:fs';
import { peakMegabytes } from '../../bench/peak-memory.ts';
import { readInvoiceFile } from '../../src/xlsx/invoice-file.ts';
import { samplePlan } from './sample-plan.ts';

const profile = await samplePlan();
const [path = ''] = process.argv.slice(2);
const bytes = readFileSync(path);
const before = peakMegabytes();
const start = performance.now();
const file = readInvoiceFile(bytes, profile);
console.log(
  JSON.stringify({
    outcome: file.kind === 'refused' ? file.reason : file.lines.length,
    seconds: (performance.now() - start) / 1000,
    megabytes: peakMegabytes() - before,
  }),
);
