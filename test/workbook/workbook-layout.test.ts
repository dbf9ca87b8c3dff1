import { elements } from '../../src/guidance/elements.ts';
import { planFacts } from '../../src/plan/facts.ts';
import { usualSheetNames, freeSheetNames, sheetRoles } from '../../src/workbook/defined-names.ts';
import { headerRows, invoiceColumns } from '../../src/workbook/invoice-columns.ts';
import { listContents } from '../../src/workbook/sheets/lists-sheet.ts';
import { validationLimits } from '../../src/workbook/sheets/words.ts';
import { workbookLayout } from '../../src/workbook/workbook-layout.ts';
import { samplePlan } from '../support/sample-plan.ts';

async function layoutOf(rows = 100) {
  const profile = await samplePlan();
  return workbookLayout({
    profile,
    offered: planFacts(profile).services,
    names: usualSheetNames,
    rows,
    state: { planId: 'sample', profileVersion: '1', layoutVersion: '1', rows: String(rows), seal: '', attempt: '1' },
  });
}

async function invoice(rows = 100) {
  const sheet = (await layoutOf(rows)).sheets.find(({ role }) => role === 'invoice');
  if (sheet === undefined) throw new Error('no Invoice sheet');
  return sheet;
}

test('the sheets stand in the order of the work, the machinery hidden behind them', async () => {
  const { sheets } = await layoutOf();
  expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ['Instructions', 'visible'],
    ['Setup', 'visible'],
    ['Members', 'visible'],
    ['Invoice', 'visible'],
    ['Receipts', 'visible'],
    ['CalAIM lists', 'hidden'],
    ['CalAIM state', 'veryHidden'],
  ]);
});

test('headers are the guidance’s words in its sequence, with number and requiredness below', async () => {
  const [names, numbers] = (await invoice()).regions.map(({ contents }) =>
    contents.kind === 'values' ? (contents.values[0] ?? []) : [],
  );
  const expected = elements.flatMap((element) =>
    element.occurrences === 1
      ? [element.name]
      : Array.from({ length: element.occurrences }, (_, index) => `${element.name} ${String(index + 1)}`),
  );
  expect(names?.slice(0, 58)).toEqual(expected);
  expect(numbers?.[0]).toBe('1 · required');
  expect(numbers?.[57]).toBe('46 · optional');
});

test('locked and unlocked cells are as columns.md has them', async () => {
  const sheet = await invoice();
  const unlocked = new Set<number>();
  for (const { area, locked } of sheet.regions) {
    if (locked) continue;
    expect(area).toMatchObject({ row: headerRows, rows: 100 });
    for (let column = area.column; column < area.column + area.columns; column += 1) unlocked.add(column);
  }
  const names = invoiceColumns.flatMap((column) => {
    if (!unlocked.has(column.index)) return [];
    return [column.kind === 'entry' ? column.column.element.number : column.kind];
  });
  expect(names).toEqual([
    13,
    21,
    32,
    33,
    33,
    34,
    35,
    37,
    38,
    ...Array<number>(10).fill(39),
    40,
    43,
    44,
    45,
    46,
    'mark',
    'rowKey',
  ]);
});

test('no region locks again what an earlier one unlocked', async () => {
  const cells = new Map<string, boolean>();
  for (const { area, locked } of (await invoice()).regions) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      const key = `${String(column)}:${String(area.row)}`;
      if (cells.get(key) === false) expect(locked).toBe(false);
      cells.set(key, locked);
    }
  }
});

test('words of validations keep Excel’s limits', async () => {
  const { sheets } = await layoutOf();
  const validations = sheets.flatMap(({ regions }) => regions.flatMap(({ validation }) => validation ?? []));
  expect(validations.length).toBeGreaterThan(40);
  for (const { prompt, error } of validations) {
    expect(prompt.title.length).toBeLessThanOrEqual(validationLimits.title);
    expect(error.title.length).toBeLessThanOrEqual(validationLimits.title);
    expect(prompt.message.length).toBeLessThanOrEqual(validationLimits.prompt);
    expect(error.message.length).toBeLessThanOrEqual(validationLimits.error);
  }
});

test('the same order gives the same layout, and rows change only how far it reaches', async () => {
  expect(await layoutOf(100)).toEqual(await layoutOf(100));
  expect((await invoice(5000)).regions.at(-1)?.area.rows).toBe(5000);
});

test.each([
  [[], usualSheetNames],
  [['Sheet1', 'MEMBERS'], { ...usualSheetNames, members: 'Members (2)' }],
  [['Invoice', 'Invoice (2)'], { ...usualSheetNames, invoice: 'Invoice (3)' }],
])('beside %j the sheets get free names', (taken, expected) => {
  expect(freeSheetNames(taken)).toEqual(expected);
});

test('the wire never learns of a sheet name longer than Excel bears', () => {
  for (const role of sheetRoles) expect(freeSheetNames([usualSheetNames[role]])[role].length).toBeLessThanOrEqual(31);
});

test('the diagnoses offered can all be reported: a header code gives way to those below it', async () => {
  const profile = await samplePlan();
  const { diagnosis } = listContents(profile, planFacts(profile).services);
  const codes = diagnosis.map((entry) => String(entry).split(' ')[0]);
  expect(codes).not.toContain('Z59.1');
  expect(codes).toEqual(expect.arrayContaining(['Z59.02', 'Z59.11']));
  expect(new Set(codes).size).toBe(codes.length);
});
