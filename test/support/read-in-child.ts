/** Reads files that are named on the command line, each by itself, and prints what became of it, how long it took and the memory above idle. */
import { readFileSync } from 'node:fs';
import { readInvoiceFile } from '../../src/xlsx/invoice-file.ts';
import { samplePlan } from './sample-plan.ts';

const profile = await samplePlan();
const [path = ''] = process.argv.slice(2);
const bytes = readFileSync(path);
const before = process.resourceUsage().maxRSS;
const start = performance.now();
const file = readInvoiceFile(bytes, profile);
console.log(
  JSON.stringify({
    outcome: file.kind === 'refused' ? file.reason : file.lines.length,
    seconds: (performance.now() - start) / 1000,
    // `maxRSS` is in kilobytes, and never falls.
    megabytes: (process.resourceUsage().maxRSS - before) / 1024,
  }),
);
