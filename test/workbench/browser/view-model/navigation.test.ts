import {
  edgeFrom,
  extended,
  nextUnlocked,
  nextWithin,
  rowStart,
  sheetEnd,
  sheetStart,
  stepped,
} from '../../../../src/workbench/browser/view-model/navigation.ts';
import { shownAtMost } from '../../../../src/workbench/browser/view-model/grid-geometry.ts';
import { columnIndex } from '../../../../src/workbench/model/address.ts';
import { areaOf, type Position } from '../../../../src/workbench/model/area.ts';
import { Book } from '../../../../src/workbench/model/book.ts';
import { cellAddress } from '../../../../src/workbench/model/address.ts';

function at(address: string): Position {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return { row: Number(digits) - 1, column: columnIndex(letters) };
}

const name = ({ row, column }: Position): string => cellAddress(row, column);

/** B2:D3 and B6 are filled; column C and row 8 are hidden. */
function sample() {
  const sheet = new Book().activeSheet;
  sheet.cells.writeAll(areaOf(1, 1, 2, 3), 'x');
  sheet.cells.enter(5, 1, 'x');
  sheet.layout.setColumnsHidden(2, 2, true);
  sheet.layout.setRowsHidden(7, 7, true);
  return sheet;
}

test.each([
  ['B2', 0, 1, 'D2'],
  ['D2', 0, -1, 'B2'],
  ['A7', 1, 0, 'A9'],
  ['A1', -1, 0, 'A1'],
  ['A1', 0, -5, 'A1'],
])('a step from %s by %i and %i leads to %s, over what is hidden', (from, rows, columns, to) => {
  expect(name(stepped(sample(), at(from), { rows, columns }))).toBe(to);
});

test.each([
  ['within a run to its end', 'B2', 0, 1, 'D2'],
  ['from its end to the next filled cell', 'B3', 1, 0, 'B6'],
  ['from a blank cell to the next filled cell', 'A2', 0, 1, 'B2'],
  ['back from beyond what is used', 'Z3', 0, -1, 'D3'],
  ['else to the first row', 'B2', -1, 0, 'B1'],
  ['else to the last row that is shown', 'B6', 1, 0, cellAddress(shownAtMost.rows - 1, 1)],
])('Ctrl and an arrow: %s', (_name, from, rows, columns, to) => {
  expect(name(edgeFrom(sample(), at(from), { rows, columns }))).toBe(to);
});

test('Home, Ctrl+Home and Ctrl+End respect frozen panes', () => {
  const sheet = sample();
  sheet.layout.setFreeze(1, 2);
  expect(name(rowStart(sheet, at('F5')))).toBe('D5');
  expect(name(sheetStart(sheet))).toBe('D2');
  expect(name(sheetEnd(sheet))).toBe('D6');
  expect(name(sheetEnd(new Book().activeSheet))).toBe('A1');
});

test('the next unlocked cell, round and round', () => {
  const sheet = sample();
  expect(nextUnlocked(sheet, at('B2'), false)).toBeUndefined();
  sheet.cells.setFormat(areaOf(1, 3), { locked: false });
  sheet.cells.setFormat(areaOf(5, 1), { locked: false });
  const lead = (from: string, backwards: boolean): string => name(nextUnlocked(sheet, at(from), backwards) ?? at('A1'));
  expect([lead('B2', false), lead('D2', false), lead('B6', false)]).toEqual(['D2', 'B6', 'D2']);
  expect([lead('D2', true), lead('B6', true)]).toEqual(['B6', 'D2']);
  expect(nextUnlocked(new Book().activeSheet, at('A1'), false)).toBeUndefined();
});

test('Enter goes down and Tab right within a selection, and begins again', () => {
  const area = areaOf(0, 0, 1, 1);
  const walk = (order: 'columns' | 'rows', backwards = false): string[] => {
    const cells: string[] = [];
    let cell: Position = { row: 0, column: 0 };
    for (let step = 0; step < 4; step += 1) {
      cell = nextWithin(area, cell, order, backwards);
      cells.push(name(cell));
    }
    return cells;
  };
  expect(walk('columns')).toEqual(['A2', 'B1', 'B2', 'A1']);
  expect(walk('rows')).toEqual(['B1', 'A2', 'B2', 'A1']);
  expect(walk('rows', true)).toEqual(['B2', 'A2', 'B1', 'A1']);
});

test('extending in any direction', () => {
  expect(extended(at('C3'), at('A1'))).toEqual(areaOf(0, 0, 2, 2));
});
