import type { PlanProfile } from '../../src/plan/profile.ts';
import type { WorkbookLayout } from '../../src/workbook/layout.ts';
import { templateFile, templateLayout } from '../../src/xlsx/template-file.ts';
import { openExcel, type OpenExcel } from '../support/excel.ts';
import { readXlsx, type ReadBook } from '../support/read-xlsx.ts';
import {
  describeFileNames,
  describeFileSheet,
  describeNames,
  describeSheet,
  type DescribedSheet,
  type Extent,
} from '../support/same-layout.ts';
import { samplePlan } from '../support/sample-plan.ts';

const rows = 120;
let profile: PlanProfile;
let layout: WorkbookLayout;
let excel: OpenExcel;
let file: ReadBook;

beforeAll(async () => {
  profile = await samplePlan({ rows });
  layout = await templateLayout(profile);
  file = readXlsx(await templateFile(profile, { addInId: '0c1d8f0e-6a5b-4c55-9d0b-3f6f2f1b7a42', version: '1.0.0.0' }));
  excel = await openExcel();
  await excel.run(() => excel.workbook.install(profile, rows));
});

afterAll(() => {
  excel.close();
});

/** A little more than the layout's own cells, so that nothing beyond them differs. */
function extentOf(name: string): Extent {
  const sheet = layout.sheets.find((one) => one.name === name);
  const areas = sheet?.regions.map(({ area }) => area) ?? [];
  const bottom = Math.max(...areas.map(({ row, rows: count }) => row + count));
  // The State sheet prepares 20,000 cells that are all alike.
  return {
    rows: Math.min(bottom, 400) + 2,
    columns: Math.max(...areas.map(({ column, columns }) => column + columns)) + 2,
  };
}

function both(name: string): { readonly installed: DescribedSheet; readonly published: DescribedSheet } {
  const extent = extentOf(name);
  const sheet = file.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return {
    installed: describeSheet(excel.sheet(name), extent),
    published: describeFileSheet(file, sheet, extent),
  };
}

const sheetNames = ['Instructions', 'Setup', 'Members', 'Invoice', 'Receipts', 'CalAIM lists', 'CalAIM state'];

test('the same sheets in the same order, and the same names', () => {
  expect(file.sheets.map(({ name }) => name)).toEqual(sheetNames);
  expect(excel.book.sheets.map(({ name }) => name).filter((name) => name !== 'Sheet1')).toEqual(sheetNames);
  expect(describeFileNames(file)).toEqual(describeNames(excel.book));
});

test.each(sheetNames)('%s: cell by cell the same values, formulas, locks and formats', (name) => {
  const { installed, published } = both(name);
  const { rows: limit } = extentOf(name);
  const inside = new Map([...published.cells].filter(([place]) => Number(place.split(':')[0]) < limit));
  expect(inside.size).toBe(installed.cells.size);
  for (const [place, cell] of installed.cells) {
    const written = inside.get(place);
    // A formula's result is the workbook's business, its text ours.
    expect({ place, ...written }).toEqual({ place, ...cell });
  }
});

test.each(sheetNames)('%s: the same lists, prompts, marks, protection, columns, rows and picture', (name) => {
  const { installed, published } = both(name);
  const { cells: installedCells, ...rest } = installed;
  const { cells: publishedCells, ...written } = published;
  expect(installedCells.size).toBeGreaterThan(0);
  expect(publishedCells.size).toBeGreaterThan(0);
  expect(written).toEqual(rest);
});

test('formulas carry what a blank template gives, so that it can be seen where nobody calculates', () => {
  for (const { name, cells } of file.sheets) {
    for (const [place, { formula, value }] of cells) {
      if (formula === null) continue;
      const [row = 0, column = 0] = place.split(':').map(Number);
      expect({ name, place, value }).toEqual({ name, place, value: excel.sheet(name).cells.value(row, column) });
    }
  }
});
