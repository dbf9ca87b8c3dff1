import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { languages } from '../../src/guidance/messages/words.ts';
import { columns } from '../../src/guidance/columns.ts';
import { readInvoiceFile, type InvoiceFileRefusal } from '../../src/xlsx/invoice-file.ts';
import { refusalWords } from '../../src/xlsx/refusal-words.ts';
import { hostileFiles, type HostileFile } from '../support/hostile-files.ts';
import { smallestParts, textRow, worksheet, zipped } from '../support/raw-xlsx.ts';
import { samplePlan } from '../support/sample-plan.ts';

const script = fileURLToPath(new URL('../support/read-in-child.ts', import.meta.url));
let folder = '';

afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  readonly outcome: InvoiceFileRefusal | number;
  readonly seconds: number;
  readonly megabytes: number;
}

const headers = columns.map(({ header }) => header);

/** Claims to be all cells there are, and has one in the last corner. */
const corner = worksheet(
  `${textRow(headers)}${textRow(['x'])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`,
  '<dimension ref="A1:XFD1048576"/>',
);

/** Read like any other: its one line, and nothing of the corner. */
const files: readonly (Omit<HostileFile, 'reason'> & { readonly reason: HostileFile['reason'] | 1 })[] = [
  ...hostileFiles,
  { what: 'a false dimension and a cell in the last corner', reason: 1, make: () => zipped(smallestParts(corner)) },
];
const outcomes = new Map<string, Outcome>();

/** Reads files, one after the other, in a process of their own, which shows what memory they took. */
async function readInChild(some: readonly Pick<HostileFile, 'what' | 'make'>[]): Promise<void> {
  const paths = some.map((_, index) => join(folder, `${String(index)}.xlsx`));
  for (const [index, { make }] of some.entries()) await writeFile(paths[index] ?? '', make());
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...paths]);
  const read = JSON.parse(stdout) as readonly Outcome[];
  for (const [index, { what }] of some.entries()) outcomes.set(what, read[index] ?? unread);
}

const unread: Outcome = { outcome: 'empty', seconds: Infinity, megabytes: Infinity };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calaim-hostile-'));
  await readInChild(files.filter(({ isLarge }) => isLarge !== true));
  for (const file of files.filter(({ isLarge }) => isLarge === true)) await readInChild([file]);
}, 120_000);

test.each(files.map(({ what, reason }) => [what, reason] as const))('%s: %s', (what, reason) => {
  const { outcome, megabytes, seconds } = outcomes.get(what) ?? unread;
  expect(outcome).toBe(reason);
  expect(megabytes).toBeLessThan(256);
  expect(seconds).toBeLessThan(20);
});

test('reading stops when it is told to', async () => {
  const bytes = zipped(smallestParts(worksheet(textRow(headers) + textRow(['x']))));
  let asked = 0;
  const isStopped = () => {
    asked += 1;
    return asked > 3;
  };
  expect(readInvoiceFile(bytes, await samplePlan(), { isStopped })).toEqual({ kind: 'refused', reason: 'stopped' });
});

test('every reason has words in every language', () => {
  const reasons = new Set(hostileFiles.map(({ reason }) => reason));
  for (const language of languages)
    for (const reason of reasons) expect(refusalWords(reason, language)).toMatch(/[.]$/);
});
