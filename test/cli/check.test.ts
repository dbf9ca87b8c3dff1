import { jest } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkCommand } from '../../src/cli/check.ts';
import { columns } from '../../src/guidance/columns.ts';
import { filledTemplateFile } from '../../src/xlsx/template-file.ts';
import { readTable } from '../../src/xlsx/delimited-table.ts';
import { smallestParts, textRow, worksheet, zipped } from '../support/raw-xlsx.ts';
import { sampleContents } from '../support/sample-contents.ts';
import { samplePlan } from '../support/sample-plan.ts';

const plan = fileURLToPath(new URL('../../plans/sample/', import.meta.url));
const addIn = { addInId: '0c1d8f0e-6a5b-4c55-9d0b-3f6f2f1b7a42', version: '1.0.0.0' };
const now = new Date('2026-11-24T12:00:00Z');
const clean = join(plan, 'harbor-care-2026-10.csv');
const dirty = join(plan, 'harbor-care-2026-10-dirty.csv');
let folder = '';
let cleanBook = '';
let dirtyBook = '';
let said = { out: '', error: '' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calaim-check-'));
  const profile = await samplePlan({ rows: 200 });
  [cleanBook, dirtyBook] = [join(folder, 'clean.xlsx'), join(folder, 'dirty.xlsx')];
  await writeFile(cleanBook, await filledTemplateFile(profile, addIn, sampleContents(profile)));
  const spoiled = sampleContents(profile, 'harbor-care-2026-10-dirty');
  await writeFile(dirtyBook, await filledTemplateFile(profile, addIn, spoiled));
});

afterAll(() => rm(folder, { recursive: true }));

beforeEach(() => {
  said = { out: '', error: '' };
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.out += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((said.error += String(text)), true));
});

afterEach(() => {
  jest.restoreAllMocks();
});

const check = (...commandLine: readonly string[]) => checkCommand([...commandLine, '--plan', plan], now);

interface Output {
  readonly lines: number;
  readonly invoices: number;
  readonly findings: readonly {
    readonly file?: string;
    readonly row: number;
    readonly element: number;
    readonly severity: string;
    readonly code: string;
    readonly repair: boolean;
  }[];
  readonly files: readonly { readonly file: string; readonly refused?: string; readonly sheet?: string | null }[];
}

async function json(...commandLine: readonly string[]): Promise<Output> {
  await check(...commandLine, '--json');
  const output = JSON.parse(said.out) as Output;
  said.out = '';
  return output;
}

test('the clean month, as a workbook and as CSV: warnings alone are no fault', async () => {
  expect(await check(cleanBook)).toBe(0);
  expect(said.out).toContain(`${cleanBook} · Invoice · 172 lines, 97 invoices\n`);
  expect(said.out).toMatch(/\n {2}0 errors, \d+ warnings\.\n$/);
  expect(await check(clean)).toBe(0);
});

test('the clean month says the same in both forms, two header rows further down', async () => {
  const [book, csv] = [await json(cleanBook), await json(clean)];
  expect(book).toMatchObject({ lines: 172, invoices: 97, files: [{ sheet: 'Invoice' }] });
  expect(csv.files).toMatchObject([{ sheet: null }]);
  expect(book.findings).toEqual(csv.findings.map((finding) => ({ ...finding, row: finding.row + 1 })));
});

test('the dirty month: every fault that was put in, on its row and element', async () => {
  const expected = JSON.parse(await readFile(dirty.replace('.csv', '.expected.json'), 'utf8')) as readonly {
    readonly row: number;
    readonly element: number;
    readonly expect: string;
  }[];
  const { findings } = await json(dirty);
  for (const fault of expected) {
    const found = findings.filter(({ row, element }) => row === fault.row && element === fault.element);
    expect({ fault, found: found.some(({ severity }) => severity === 'error') }).toEqual({ fault, found: true });
  }
  expect(Object.keys(findings[0] ?? {})).toEqual(['row', 'element', 'severity', 'code', 'repair']);
});

test('faults are named by their cells, with what to do', async () => {
  expect(await check(dirtyBook)).toBe(1);
  expect(said.out).toMatch(/ {2}Error · Invoice!U8, Invoice!U10\n {4}Member Client .* \(MEMBER_CIN_FORMAT\)/);
  expect(said.out.indexOf('Warning')).toBeGreaterThan(said.out.lastIndexOf('Error ·'));
  expect(await check(dirty)).toBe(1);
  expect(said.out).toMatch(/ {2}Error · U7, U9/);
});

test('in Spanish', async () => {
  expect(await check(dirtyBook, '--language', 'es')).toBe(1);
  expect(said.out).toContain('172 líneas, 97 facturas');
  expect(said.out).toMatch(/ {2}Aviso · Invoice!/);
});

test('--csv: a row for each finding', async () => {
  expect(await check(dirtyBook, '--csv')).toBe(1);
  const [head, ...rows] = (readTable(said.out) ?? []).filter((row) => row.length > 1);
  expect(head?.slice(0, 3)).toEqual(['File', 'Cell', 'Row']);
  expect(rows.map(([, cell]) => cell)).toContain('Invoice!U8');
  said.out = '';
  expect(rows).toHaveLength((await json(dirtyBook)).findings.length);
});

test('what is printed holds nothing of a member', async () => {
  await check(dirtyBook);
  await check(dirtyBook, '--csv');
  await check(dirtyBook, '--json');
  const profile = await samplePlan();
  for (const { memberCin, memberLastName, memberAddress } of sampleContents(profile, 'harbor-care-2026-10-dirty')
    .members) {
    for (const value of [memberCin, memberLastName, memberAddress].filter(
      (text) => text.length > 3 && text !== 'HOMELESS',
    )) {
      expect(said.out).not.toContain(value);
    }
  }
});

test('a sheet of somebody’s own: what it does not have is said, its name is quoted where it has to be', async () => {
  const cin = columns.find(({ key }) => key === 'memberCin')?.header ?? '';
  const path = join(folder, 'own.xlsx');
  const parts = smallestParts(worksheet(textRow([cin]) + textRow(['9123456'])));
  await writeFile(
    path,
    zipped({ ...parts, 'xl/workbook.xml': String(parts['xl/workbook.xml']).replace('"List"', '"My list"') }),
  );
  expect(await check(path)).toBe(1);
  expect(said.out).toContain('Columns that the file does not have: ');
  expect(said.out).toContain("'My list'!A2");
});

test('several files: each finding names its own, one that cannot be read makes it 2', async () => {
  const pdf = join(folder, 'invoice.xlsx');
  await writeFile(pdf, '%PDF-1.7');
  expect(await check(clean, pdf, join(folder, 'nowhere.xlsx'))).toBe(2);
  expect(said.out).toContain(`${pdf}\n  This is a PDF`);
  expect(said.out).toContain('nowhere.xlsx\n  The file cannot be read');
  said.out = '';
  const output = await json(clean, pdf);
  expect(output.files).toMatchObject([{ file: clean }, { file: pdf, refused: 'pdf' }]);
  expect(output.findings[0]).toMatchObject({ file: clean });
});

test.each<readonly [string, readonly string[], RegExp]>([
  ['no file', ['--plan', plan], /name a file/],
  ['no plan', [clean], /--plan is missing/],
  ['both forms', [clean, '--plan', plan, '--json', '--csv'], /choose --json or --csv/],
  ['another language', [clean, '--plan', plan, '--language', 'fr'], /one of en, es/],
  ['an unknown option', [clean, '--frobnicate'], /frobnicate/],
  ['a folder without a plan', [clean, '--plan', '/'], /no readable profile\.json/],
])('%s is wrong usage', async (_, commandLine, words) => {
  expect(await checkCommand(commandLine)).toBe(2);
  expect(said.error).toMatch(words);
  expect(said.error).toMatch(/^calaim-invoice check: [^\n]*\n$/);
});

test('--help', async () => {
  expect(await checkCommand(['--help'])).toBe(0);
  expect(said.out).toMatch(/^Usage: calaim-invoice check FILE/);
});

describe('--errors', () => {
  test('writes a workbook with the invoices that come back, which is read back', async () => {
    const path = join(folder, 'back.xlsx');
    expect(await check(dirty, '--errors', path, '--json')).toBe(1);
    const sent = JSON.parse(said.out) as Output;
    said.out = '';
    expect(await check(path, '--json')).toBe(1);
    const back = JSON.parse(said.out) as Output;
    expect(back.invoices).toBe(18);
    expect(back.lines).toBeLessThan(sent.lines);
    expect(back.files).toMatchObject([{ sheet: 'Invoice' }]);
  });

  test('writes none where nothing has to be corrected', async () => {
    const path = join(folder, 'none.xlsx');
    expect(await check(clean, '--errors', path)).toBe(0);
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });

  test.each([
    ['several files', [clean, dirty, '--errors', 'x.xlsx'], /one file at a time/],
    ['a place that is none', [dirty, '--errors', join('no', 'such', 'folder.xlsx')], /cannot be written/],
  ])('refuses %s', async (_, commandLine, message) => {
    expect(await check(...commandLine)).toBe(2);
    expect(said.error).toMatch(message);
  });
});
