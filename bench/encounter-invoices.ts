import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readPlan } from '../src/cli/read-plan.ts';
import type { Invoice } from '../src/encounter/invoice.ts';
import { encounterSettingsSchema } from '../src/encounter/settings.ts';
import { encounterTarget } from '../src/encounter/target.ts';
import { writeEncounters } from '../src/encounter/write-encounters.ts';
import type { LineText } from '../src/guidance/columns.ts';
import { tiledLines, today } from './sample-lines.ts';

/** Claims of four lines; fewer by `CALAIM_BENCH_CLAIMS`, to see that it works. */
export const claims = Number(process.env['CALAIM_BENCH_CLAIMS'] ?? 50_000);
export const linesOfClaim = 4;

// What is not collected yet is no memory that a task needs.
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const plan = await readPlan(new URL('../plans/sample/', import.meta.url).pathname);
const outcome = encounterTarget(plan, encounterSettingsSchema.parse({}), 'T');
if (outcome.kind === 'refused') throw new Error('The settings are refused');
const { target } = outcome;
const samples = tiledLines('harbor-care-2026-10', 100);

/**
 * Invoices made as they are asked for, as a store gives them.
 *
 * @param seen is called after each one was taken
 */
export function* invoices(count: number, seen: () => void = () => undefined): Generator<Invoice> {
  for (let place = 0; place < count; place += 1) {
    const sample = samples[place % samples.length];
    if (sample === undefined) return;
    const own = { invoiceNumber: String(4_100_000_000 + place), memberCin: `${String(90_000_000 + place)}A` };
    const lines = Array.from({ length: linesOfClaim }, (_, row): LineText => {
      const date = `10/${String(row + 10)}/2026`;
      return { ...sample, ...own, serviceStartDate: date, serviceEndDate: date };
    });
    const [first, ...rest] = lines;
    if (first !== undefined) yield { lines: [first, ...rest], submission: { kind: 'original' }, adjudication: null };
    seen();
  }
}

/** The 837P of invoices, in parts. */
export function encounters(from: Iterable<Invoice>): Generator<string> {
  return writeEncounters(from, {
    target,
    guide: 'professional',
    controlNumber: 1,
    date: today,
    time: '1200',
    report: () => undefined,
  });
}

/**
 * Largest live heap in MB, looked at ten times during a task.
 *
 * @param run does the task, and calls what it is given after each of so many parts
 * @throws Error where it does not
 */
export function mostHeap(count: number, run: (seen: () => void) => void): number {
  let taken = 0;
  let most = 0;
  run(() => {
    taken += 1;
    if (taken % Math.ceil(count / 10) !== 0) return;
    collectGarbage();
    most = Math.max(most, process.memoryUsage().heapUsed / 1e6);
  });
  if (most === 0) throw new Error('The heap was never looked at');
  return most;
}
