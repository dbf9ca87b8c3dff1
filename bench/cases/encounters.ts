import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { X12Interchange, type X12FunctionalGroup, type X12Transaction } from 'node-x12';
import { encounterSettingsSchema } from '../../src/encounter/settings.ts';
import { encounterTarget } from '../../src/encounter/target.ts';
import type { Invoice } from '../../src/encounter/invoice.ts';
import { writeEncounters } from '../../src/encounter/write-encounters.ts';
import { readPlan } from '../../src/cli/read-plan.ts';
import type { LineText } from '../../src/guidance/columns.ts';
import type { Figure } from '../figure.ts';
import { contender, milliseconds } from '../measure.ts';
import { tiledLines, today } from '../sample-lines.ts';

const claims = 50_000;
const linesOfClaim = 4;
const rounds = 3;

/** Ours to node-x12. */
const writeRatio = 5;

/** Heap in use after a collection may grow by so much from a tenth of the claims to all of them. */
const flatMegabytes = 32;

// What is not collected yet is no memory that the writer needs.
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const plan = await readPlan(new URL('../../plans/sample/', import.meta.url).pathname);
const outcome = encounterTarget(plan, encounterSettingsSchema.parse({}), 'T');
if (outcome.kind === 'refused') throw new Error('The settings are refused');
const { target } = outcome;
const samples = tiledLines('harbor-care-2026-10', 100);

/** Invoices made as they are asked for, as a store gives them. */
function* invoices(count: number): Generator<Invoice> {
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
  }
}

function write(count: number, take: (part: string) => void): void {
  const file = {
    target,
    guide: 'professional' as const,
    controlNumber: 1,
    date: today,
    time: '1200',
    report: () => undefined,
  };
  for (const part of writeEncounters(invoices(count), file)) take(part);
}

/** The segments of a file, each with its name and its elements. */
type Segments = readonly (readonly [string, ...string[]])[];

function segmentsOf(text: string): Segments {
  return text
    .slice(0, -1)
    .split('~')
    .map((segment) => {
      const [name = '', ...elements] = segment.split('*');
      return [name, ...elements];
    });
}

/** The same file by node-x12, which is given every element ready: it looks nothing up and checks nothing. */
function writeByNodeX12(segments: Segments): string {
  const interchange = new X12Interchange('~', '*');
  let group: X12FunctionalGroup | null = null;
  let transaction: X12Transaction | null = null;
  for (const [name, ...elements] of segments) {
    switch (name) {
      case 'ISA':
        interchange.setHeader(elements);
        break;
      case 'GS':
        group = interchange.addFunctionalGroup();
        group.setHeader(elements);
        break;
      case 'ST':
        transaction = group?.addTransaction() ?? null;
        transaction?.setHeader(elements);
        break;
      case 'SE':
      case 'GE':
      case 'IEA':
        // It counts and closes them itself.
        break;
      default:
        transaction?.addSegment(name, elements);
    }
  }
  return interchange.toString();
}

/**
 * Writing 50,000 claims of four lines from the cells of invoices, with everything that is looked up, compared and
 * noted on the way, beside node-x12, which only puts ready elements together; and the memory that it takes.
 */
export default async function encountersBenchmark(): Promise<readonly Figure[]> {
  const parts: string[] = [];
  write(claims, (part) => parts.push(part));
  const text = parts.join('');
  const times = await milliseconds(
    {
      write: contender(
        () => undefined,
        () => {
          write(claims, () => undefined);
        },
      ),
      'node-x12': contender(
        () => segmentsOf(text),
        (segments) => {
          if (writeByNodeX12(segments).length !== text.length) throw new Error('node-x12 wrote another file');
        },
      ),
    },
    rounds,
  );
  const growth = heapWhileWriting(claims) - heapWhileWriting(claims / 10);
  const ratio = times['node-x12'] / times.write;
  return [
    {
      name: `write ${String(claims)} claims of ${String(linesOfClaim)} lines`,
      unit: 'claims/s',
      ours: (claims / times.write) * 1000,
      peers: { 'node-x12': (claims / times['node-x12']) * 1000 },
      ratio,
      goal: `at least ${String(writeRatio)} × node-x12`,
      met: ratio >= writeRatio,
    },
    {
      name: 'most heap while writing, ten times as many claims',
      unit: 'MB',
      ours: growth,
      peers: {},
      ratio: null,
      goal: `at most ${String(flatMegabytes)} MB more`,
      met: growth <= flatMegabytes,
    },
  ];
}

/** Largest live heap in MB, looked at ten times during the writing. */
function heapWhileWriting(count: number): number {
  let seen = 0;
  let most = 0;
  write(count, () => {
    seen += 1;
    if (seen % Math.ceil(count / 10) !== 0) return;
    collectGarbage();
    most = Math.max(most, process.memoryUsage().heapUsed / 1e6);
  });
  return most;
}
