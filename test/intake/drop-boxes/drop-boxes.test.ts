import { access, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { EndpointOptions } from '../../../src/intake/options.ts';
import { fileRefusalWords } from '../../../src/intake/file-refusal-words.ts';
import { demoDirectory } from '../../../src/intake/identity/demo-directory.ts';
import { FixedDirectory } from '../../../src/intake/identity/directory-file.ts';
import { maximumBodyBytes } from '../../../src/submission/contract.ts';
import { problems } from '../../../src/submission/problem.ts';
import { verifyReceipt } from '../../../src/submission/receipt.ts';
import { printCsv } from '../../../src/xlsx/csv.ts';
import { readErrorWorkbook } from '../../../src/xlsx/errors/read-error-workbook.ts';
import { filledTemplateFile } from '../../../src/xlsx/template-file.ts';
import { sampleContents } from '../../support/sample-contents.ts';
import { sampleMonth } from '../../support/samples.ts';
import { connect, sampleProfile } from '../../submission/connections.ts';
import { validLine } from '../../submission/envelopes.ts';
import { emptyFolder, running } from '../running.ts';

const clock = () => new Date('2026-11-24T20:00:00Z');
const addIn = { addInId: '0c1d8f0e-6a5b-4c55-9d0b-3f6f2f1b7a42', version: '1.0.0.0' };
const provider = 'harbor-care';
const clean = sampleMonth('harbor-care-2026-10');

/** A folder of boxes with that of the demo provider. */
async function boxFolder(): Promise<string> {
  const folder = await emptyFolder();
  await mkdir(join(folder, provider));
  return folder;
}

const withBoxes = (folder: string, options: Partial<EndpointOptions> = {}) =>
  // Files have the clock of this computer, so the rule of rest is tried apart.
  running({ dropBoxes: { folder, restSeconds: 0 }, ...options });

async function put(folder: string, name: string, content: string | Uint8Array, place = 'in'): Promise<void> {
  const into = join(folder, provider, place);
  await mkdir(into, { recursive: true });
  await writeFile(join(into, name), content);
}

const out = (folder: string, name: string) => join(folder, provider, 'out', name);

/** Waits until something holds, and no longer than a test may take. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(50);
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function answer(folder: string, name: string): Promise<string> {
  await until(() => isThere(out(folder, name)));
  return readFile(out(folder, name), 'utf8');
}

/** Waits until nothing is left to do. */
async function atRest(folder: string): Promise<void> {
  const of = (place: string) => readdir(join(folder, provider, place), { withFileTypes: true }).catch(() => []);
  await until(async () => {
    const left = [...(await of('in')), ...(await of('taken'))];
    return !left.some((entry) => !entry.isDirectory());
  });
}

test('a list is taken, its signed receipt and what came of it lie beside it, and it is gone', async () => {
  const folder = await boxFolder();
  const endpoint = await withBoxes(folder, { clock });
  await put(folder, 'October.csv', clean);
  expect(await answer(folder, 'October.csv.result.txt')).toContain('Invoices accepted: 97');
  await atRest(folder);
  const receipt = await answer(folder, 'October.csv.receipt.jws');
  const verified = await verifyReceipt(receipt, await connect(endpoint.facts), null);
  expect(verified).toMatchObject({
    kind: 'verified',
    receipt: { channel: 'file', submitter: { account: 'drop box', organisation: 'Harbor Care Collective' } },
  });
  const text = await answer(folder, 'October.csv.receipt.txt');
  expect(text).toContain('Your plan has received this file.');
  expect(text).toContain('Su plan ha recibido este archivo.');
  expect((await readdir(join(folder, provider, 'out'))).sort()).toEqual([
    'October.csv.receipt.jws',
    'October.csv.receipt.txt',
    'October.csv.result.txt',
  ]);
});

test('a workbook with errors comes back marked, and the corrected one takes the place of its answers', async () => {
  const folder = await boxFolder();
  await withBoxes(folder);
  const contents = sampleContents(sampleProfile);
  const [first] = contents.entries;
  if (first === undefined) throw new RangeError('No entry');
  const spoiled = { ...first, invoiceNumber: '12' };
  const workbook = (entry: typeof first) => filledTemplateFile(sampleProfile, addIn, { ...contents, entries: [entry] });
  await put(folder, 'month.xlsx', await workbook(spoiled));
  expect(await answer(folder, 'month.xlsx.result.txt')).toContain('Invoices to correct: 1');
  const errors = readErrorWorkbook(await readFile(out(folder, 'month.xlsx.errors.xlsx')), sampleProfile);
  expect(errors).toMatchObject({ kind: 'errors' });
  expect(await answer(folder, 'month.xlsx.errors.csv')).toContain('INVOICE_NUMBER');
  await atRest(folder);
  await put(folder, 'month.xlsx', await workbook(first));
  await until(async () => !(await isThere(out(folder, 'month.xlsx.errors.xlsx'))));
  expect(await answer(folder, 'month.xlsx.result.txt')).toContain('Nothing needs to be done.');
});

test('the same content is one submission, whatever it is called and however often it is put', async () => {
  const folder = await boxFolder();
  await withBoxes(folder);
  await put(folder, 'a.csv', clean);
  await put(folder, 'b.csv', clean);
  await answer(folder, 'a.csv.result.txt');
  await answer(folder, 'b.csv.result.txt');
  expect(await answer(folder, 'a.csv.receipt.jws')).toBe(await answer(folder, 'b.csv.receipt.jws'));
});

test('what was received and not answered when the endpoint ended is answered by the next one, with the same receipt', async () => {
  const [folder, stateDirectory] = [await boxFolder(), await emptyFolder()];
  const first = await withBoxes(folder, { stateDirectory, checks: false });
  await put(folder, 'October.csv', clean);
  const receipt = await answer(folder, 'October.csv.receipt.jws');
  await first.close();
  expect(await isThere(out(folder, 'October.csv.result.txt'))).toBe(false);
  await withBoxes(folder, { stateDirectory });
  expect(await answer(folder, 'October.csv.result.txt')).toContain('Invoices accepted: 97');
  await atRest(folder);
  expect(await answer(folder, 'October.csv.receipt.jws')).toBe(receipt);
});

describe('a file that is not taken is told why', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await boxFolder();
    await withBoxes(folder);
  });

  test.each([
    ['a PDF', 'bill.pdf', '%PDF-1.7\n1 0 obj\n', 'in', fileRefusalWords('pdf', 'en')],
    ['more than is read', 'large.csv', new Uint8Array(maximumBodyBytes + 1), 'in', fileRefusalWords('tooLarge', 'es')],
    [
      'lines of another provider',
      'other.csv',
      printCsv([{ ...validLine, billingProviderNpi: '1234567893' }]),
      'in',
      problems['provider-not-yours'].detail,
    ],
    [
      'a template that says by itself what it is for',
      'void.xlsx',
      async () => filledTemplateFile(sampleProfile, addIn, sampleContents(sampleProfile)),
      'in/void',
      'not into "replacement" or "void"',
    ],
  ])('%s', async (_, name, content, place, words) => {
    await put(folder, name, typeof content === 'function' ? await content() : content, place);
    expect(await answer(folder, `${name}.refused.txt`)).toContain(words);
    await atRest(folder);
    expect((await readdir(join(folder, provider, 'out'))).filter((each) => each.startsWith(name))).toHaveLength(1);
  });

  test('a link leads nowhere', async () => {
    const secret = join(await emptyFolder(), 'secret.csv');
    await writeFile(secret, clean);
    await symlink(secret, join(folder, provider, 'in', 'link.csv'));
    expect(await answer(folder, 'link.csv.refused.txt')).toContain('a link, not a file');
    expect(await readFile(secret, 'utf8')).toBe(clean);
  });
});

test('numbers that are to be voided go into the folder for that', async () => {
  const folder = await boxFolder();
  await withBoxes(folder);
  await put(folder, 'new.csv', clean);
  await answer(folder, 'new.csv.result.txt');
  await put(folder, 'void.csv', clean, 'in/void');
  expect(await answer(folder, 'void.csv.result.txt')).toContain('Invoices accepted: 97');
});

test('who sends to several plans has a folder for each, and is told so', async () => {
  const folder = await boxFolder();
  const other = { ...sampleProfile, id: 'other-plan' };
  const directory = new FixedDirectory({
    ...demoDirectory,
    organisations: demoDirectory.organisations.map((each) => ({ ...each, plans: [sampleProfile.id, other.id] })),
  });
  await withBoxes(folder, { plans: [sampleProfile, other], identity: { kind: 'embedded', directory } });
  await put(folder, 'October.csv', clean);
  expect(await answer(folder, 'October.csv.refused.txt')).toContain('the folder of its plan');
  await put(folder, 'October.csv', clean, `in/${sampleProfile.id}`);
  expect(await answer(folder, 'October.csv.result.txt')).toContain('Invoices accepted: 97');
  expect(await isThere(out(folder, 'October.csv.refused.txt'))).toBe(false);
});

test('a folder of nobody who sends is left as it is', async () => {
  const folder = await boxFolder();
  await mkdir(join(folder, 'nobody', 'in'), { recursive: true });
  await writeFile(join(folder, 'nobody', 'in', 'October.csv'), clean);
  await withBoxes(folder);
  await put(folder, 'October.csv', clean);
  await answer(folder, 'October.csv.result.txt');
  expect(await readdir(join(folder, 'nobody'))).toEqual(['in']);
});
