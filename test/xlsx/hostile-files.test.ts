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
import { hostileFiles } from '../support/hostile-files.ts';
import { smallestParts, textRow, worksheet, zipped } from '../support/raw-xlsx.ts';
import { samplePlan } from '../support/sample-plan.ts';

const script = fileURLToPath(new URL('../support/read-in-child.ts', import.meta.url));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calaim-hostile-'));
});

afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  readonly outcome: InvoiceFileRefusal | number;
  readonly seconds: number;
  readonly megabytes: number;
}

/** In a process of its own, which shows what memory it took. */
async function readInChild(bytes: Uint8Array): Promise<Outcome> {
  const path = join(folder, 'file.xlsx');
  await writeFile(path, bytes);
  const { stdout } = await promisify(execFile)(process.execPath, [script, path]);
  return JSON.parse(stdout) as Outcome;
}

test.each(hostileFiles.map(({ what, reason, make }) => [what, reason, make] as const))(
  '%s: %s',
  async (_, reason, make) => {
    const { outcome, megabytes, seconds } = await readInChild(make());
    expect(outcome).toBe(reason);
    expect(megabytes).toBeLessThan(256);
    expect(seconds).toBeLessThan(20);
  },
  60_000,
);

const headers = columns.map(({ header }) => header);

test('a false dimension is not believed, and a cell in the last corner costs nothing', async () => {
  const corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
  const sheet = worksheet(textRow(headers) + textRow(['x']) + corner, '<dimension ref="A1:XFD1048576"/>');
  const { outcome, megabytes } = await readInChild(zipped(smallestParts(sheet)));
  expect(outcome).toBe(1);
  expect(megabytes).toBeLessThan(256);
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
