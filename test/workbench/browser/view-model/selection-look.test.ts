import {
  fillHandleCell,
  fillTargetOf,
  headingIsSelected,
  markClasses,
  noMarks,
} from '../../../../src/workbench/browser/view-model/selection-look.ts';
import { areaOf } from '../../../../src/workbench/model/area.ts';

const block = { areas: [areaOf(1, 1, 3, 2)], cell: { row: 1, column: 1 } };
const two = { areas: [areaOf(1, 1), areaOf(5, 5)], cell: { row: 5, column: 5 } };

test.each([
  [1, 1, 'active edge edge-top edge-left'],
  [2, 1, 'selected edge edge-left'],
  [3, 2, 'selected edge edge-right edge-bottom has-fill-handle'],
  [4, 2, ''],
])('cell %i %i of a block: %s', (row, column, classes) => {
  expect(markClasses({ ...noMarks, selection: block }, row, column)).toBe(classes);
});

test('several areas have no border and no fill handle', () => {
  expect(markClasses({ ...noMarks, selection: two }, 1, 1)).toBe('selected');
  expect(markClasses({ ...noMarks, selection: two }, 5, 5)).toBe('active');
  expect(fillHandleCell(two)).toBeUndefined();
});

test('copied cells, what would be filled, the list and the filter', () => {
  const marks = {
    ...noMarks,
    copied: areaOf(0, 0),
    fillTarget: areaOf(2, 0, 3, 0),
    list: { row: 4, column: 0 },
    filter: { heading: areaOf(6, 0, 6, 1), filtered: new Set([1]) },
  };
  expect(markClasses(marks, 0, 0)).toBe('copied copied-top copied-right copied-bottom copied-left');
  expect(markClasses(marks, 3, 0)).toBe('fill fill-right fill-bottom fill-left');
  expect(markClasses(marks, 4, 0)).toBe('has-list');
  expect([markClasses(marks, 6, 0), markClasses(marks, 6, 1)]).toEqual(['has-filter', 'has-filter filtered']);
});

test('headings of selected rows and columns', () => {
  expect([0, 1, 3, 4].map((row) => headingIsSelected(block, 'row', row))).toEqual([false, true, true, false]);
  expect([0, 1, 2, 3].map((column) => headingIsSelected(block, 'column', column))).toEqual([false, true, true, false]);
});

test.each([
  ['within', { row: 2, column: 2 }, null],
  ['below', { row: 6, column: 2 }, areaOf(1, 1, 6, 2)],
  ['above', { row: 0, column: 1 }, areaOf(0, 1, 3, 2)],
  ['right', { row: 3, column: 6 }, areaOf(1, 1, 3, 6)],
  ['left', { row: 3, column: 0 }, areaOf(1, 0, 3, 2)],
  ['farther below than right', { row: 9, column: 4 }, areaOf(1, 1, 9, 2)],
])('dragging the fill handle: %s', (_name, to, whole) => {
  expect(fillTargetOf(areaOf(1, 1, 3, 2), to)).toEqual(whole);
});
