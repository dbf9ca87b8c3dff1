import {
  gridGeometry,
  pixelsOf,
  pointsOf,
  shownAtMost,
} from '../../../../src/workbench/browser/view-model/grid-geometry.ts';
import { Book } from '../../../../src/workbench/model/book.ts';

const origin = { row: 0, column: 0 };

test('a new sheet shows more than a screenful', () => {
  const { rows, columns } = gridGeometry(new Book().activeSheet, origin);
  expect([rows.count, columns.count, rows.frozenCount, columns.frozenCount]).toEqual([120, 26, 0, 0]);
  expect([rows.sizes[0], columns.sizes[0]]).toEqual([20, 64]);
});

test('what is used is shown, with room beyond, and what the person reaches for', () => {
  const sheet = new Book().activeSheet;
  sheet.cells.enter(999, 64, 'last');
  expect(gridGeometry(sheet, origin).rows.count).toBe(1060);
  expect(gridGeometry(sheet, origin).columns.count).toBe(71);
  expect(gridGeometry(sheet, { row: 4999, column: 99 }).rows.endsBefore(4999)).toBe(false);
  expect(gridGeometry(sheet, { row: 1_048_575, column: 16_383 }).rows.count).toBe(shownAtMost.rows);
});

test('hidden rows and columns are left out, frozen ones counted without them', () => {
  const sheet = new Book().activeSheet;
  sheet.layout.setColumnsHidden(1, 2, true);
  sheet.layout.setRowsHidden(0, 0, true);
  sheet.layout.setFreeze(2, 4);
  sheet.layout.setColumnWidth(3, 3, 90);
  sheet.layout.setRowHeight(1, 1, 30);
  const { rows, columns } = gridGeometry(sheet, origin);
  expect(columns.indexes.slice(0, 3)).toEqual([0, 3, 4]);
  expect([columns.frozenCount, rows.frozenCount]).toEqual([2, 1]);
  expect([columns.sizes[1], rows.sizes[0]]).toEqual([120, 40]);
});

test('lengths on the screen', () => {
  expect([pixelsOf(15), pixelsOf(48), pointsOf(64)]).toEqual([20, 64, 48]);
});
