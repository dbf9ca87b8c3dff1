/** Reads files one after the other, and prints as JSON what became of each, how long it took, and the memory above idle. */
import { readFileSync } from 'node:fs';
import { peakMegabytes } from '../../bench/peak-memory.ts';
import { readInvoiceFile } from '../../src/xlsx/invoice-file.ts';
import { samplePlan } from './sample-plan.ts';

const profile = await samplePlan();
const idle = peakMegabytes();
const outcomes = process.argv.slice(2).map((path) => {
  const bytes = readFileSync(path);
  const start = performance.now();
  const file = readInvoiceFile(bytes, profile);
  return {
    outcome: file.kind === 'refused' ? file.reason : file.lines.length,
    seconds: (performance.now() - start) / 1000,
    // The highest until now: what a file takes shows where it rises.
    megabytes: peakMegabytes() - idle,
  };
});
process.stdout.write(JSON.stringify(outcomes));
