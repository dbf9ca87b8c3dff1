import { jest } from '@jest/globals';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync, zipSync } from 'fflate';
import { icd10Command } from '../../src/cli/icd10.ts';
import { readDiagnosisLists, writeDiagnosisList } from '../../src/cli/diagnosis-lists.ts';
import { PlanUnreadable } from '../../src/cli/read-plan.ts';
import { DiagnosisList } from '../../src/guidance/diagnosis-list.ts';

const sample = fileURLToPath(new URL('../../plans/sample/', import.meta.url));
let folder = '';
let said = { out: '', error: '' };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-'));
  for (const name of ['profile.json', 'logo.png']) await copyFile(join(sample, name), join(folder, name));
  said = { out: '', error: '' };
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.out += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((said.error += String(text)), true));
});

afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const characters = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** A file of CMS' form and size with made-up texts: 26 × 100 headers, each with 36 codes below it. */
const wholeYear = characters
  .slice(10)
  .flatMap((letter) => Array.from({ length: 100 }, (_, number) => letter + String(number).padStart(2, '0')))
  .flatMap((header) => [[header, '0'], ...characters.map((last) => [header + last, '1'])])
  .map(
    ([code = '', flag], index) =>
      `${String(index + 1).padStart(5, '0')} ${code.padEnd(7)} ${String(flag)} ${'Synthetic'.padEnd(60)} Synthetic text`,
  )
  .join('\r\n');

async function importing(content: string | Uint8Array, year = '2027'): Promise<number> {
  const file = join(folder, 'order.txt');
  await writeFile(file, content);
  return icd10Command(['import', file, '--fiscal-year', year, '--plan', folder]);
}

const written = (): Promise<readonly string[]> => readdir(join(folder, 'icd10cm')).catch(() => []);

test.each([
  ['as it is', wholeYear],
  ['compressed', gzipSync(new TextEncoder().encode(wholeYear))],
])('a whole year, %s, goes into the plan’s folder', async (_, content) => {
  expect(await importing(content)).toBe(0);
  expect(said.out).toBe(
    `Fiscal year 2027: 96,200 entries, 93,600 reportable, 2,600 headers; ${join(folder, 'icd10cm', 'fy2027.txt')}\n`,
  );
  expect(await written()).toEqual(['fy2027.txt']);
  const [list] = await readDiagnosisLists(folder);
  expect(list?.fiscalYear).toBe(2027);
  expect(['Z59', 'Z59.0', 'Z59.00'].map((code) => list?.kindOf(code))).toEqual(['header', 'reportable', 'unknown']);
});

test('a second import takes the place of the first; another year stands beside it', async () => {
  expect(await importing(wholeYear)).toBe(0);
  expect(await importing(wholeYear.replace('Z599    1', 'Z599    0'))).toBe(0);
  expect(await importing(wholeYear, '2026')).toBe(0);
  const lists = await readDiagnosisLists(folder);
  expect(lists.map((list) => [list.fiscalYear, list.kindOf('Z59.9')])).toEqual([
    [2026, 'reportable'],
    [2027, 'header'],
  ]);
});

test.each<readonly [string, string | Uint8Array, RegExp]>([
  ['another file', '{}', /Line 1 has neither/],
  ['a part of a year', wholeYear.split('\r\n').slice(0, 5000).join('\r\n'), /is a part of a list/],
  ['a zip archive', zipSync({ 'icd10cm_order_2027.txt': new Uint8Array(3) }), /zip archive: unpack it/],
  ['a damaged compressed file', gzipSync(new TextEncoder().encode(wholeYear)).slice(0, 5000), /cannot be unpacked/],
])('%s is refused in one sentence, and nothing is written', async (_, content, words) => {
  expect(await importing(content)).toBe(2);
  expect(said.out).toBe('');
  expect(said.error).toMatch(words);
  expect(said.error).toMatch(/^calaim-invoice icd10: [^\n]*\n$/);
  expect(await written()).toEqual([]);
});

test('a list that cannot be written leaves nothing behind', async () => {
  await mkdir(join(folder, 'icd10cm', 'fy2027.txt'), { recursive: true });
  expect(await importing(wholeYear)).toBe(2);
  expect(said.error).toContain('cannot be written');
  expect(await written()).toEqual(['fy2027.txt']);
});

test.each<readonly [string, readonly string[], RegExp]>([
  ['no action', [], /say import FILE/],
  ['another action', ['export', 'x'], /say import FILE/],
  ['two files', ['import', 'x', 'y', '--plan', '.', '--fiscal-year', '2027'], /say import FILE/],
  ['no plan', ['import', 'x', '--fiscal-year', '2027'], /--plan is missing/],
  ['no year', ['import', 'x', '--plan', '.'], /--fiscal-year is a year/],
  ['a year of two digits', ['import', 'x', '--plan', '.', '--fiscal-year', '27'], /--fiscal-year is a year/],
  ['a year before ICD-10-CM', ['import', 'x', '--plan', '.', '--fiscal-year', '2015'], /from 2016/],
  ['an unknown option', ['import', 'x', '--year', '2027'], /--year/],
])('%s is wrong usage', async (_, commandLine, words) => {
  expect(await icd10Command(commandLine)).toBe(2);
  expect(said.error).toMatch(words);
});

test('a folder without a plan, and a file that is not there', async () => {
  expect(await icd10Command(['import', join(folder, 'no.txt'), '--fiscal-year', '2027', '--plan', folder])).toBe(2);
  expect(said.error).toMatch(/no\.txt cannot be read/);
  await rm(join(folder, 'profile.json'));
  expect(await importing(wholeYear)).toBe(2);
  expect(said.error).toMatch(/no readable profile\.json/);
});

test('--help', async () => {
  expect(await icd10Command(['--help'])).toBe(0);
  expect(said.out).toMatch(/^Usage: calaim-invoice icd10 import FILE/);
});

describe('the lists of a plan’s folder', () => {
  const entries = ['Z59.00', 'Z59.01', 'Z59.02'].map((code) => ({ code, reportable: true }));
  const write = (fiscalYear: number) => writeDiagnosisList(folder, DiagnosisList.of(fiscalYear, entries));

  test('a plan need not have any', async () => {
    expect(await readDiagnosisLists(folder)).toEqual([]);
  });

  test('by fiscal year; what an import that was ended left behind is no list', async () => {
    await write(2027);
    await write(2026);
    await writeFile(join(folder, 'icd10cm', 'fy2025.txt.7.partial'), 'ICD-10-CM 2025 9\n');
    expect((await readDiagnosisLists(folder)).map(({ fiscalYear }) => fiscalYear)).toEqual([2026, 2027]);
  });

  test.each([
    ['cut off', 'fy2027.txt', (text: string) => text.slice(0, -7)],
    ['of another year than it is named for', 'fy2026.txt', (text: string) => text],
    ['empty', 'fy2027.txt', () => ''],
  ])('a list that is %s is refused in words', async (_, name, spoil) => {
    const text = await readFile(await write(2027), 'utf8');
    await writeFile(join(folder, 'icd10cm', name), spoil(text));
    const reading = readDiagnosisLists(folder);
    await expect(reading).rejects.toThrow(PlanUnreadable);
    await expect(reading).rejects.toThrow(`${name} is not as`);
  });
});
