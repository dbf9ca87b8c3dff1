import { SelectionControl } from '../../../../src/workbench/browser/session/selection-control.ts';
import { areaAddress, cellAddress } from '../../../../src/workbench/model/address.ts';
import { areaOf } from '../../../../src/workbench/model/area.ts';
import { Book } from '../../../../src/workbench/model/book.ts';
import { Person } from '../../../../src/workbench/person/person.ts';

function open() {
  const book = new Book();
  const control = new SelectionControl(book, new Person(book));
  const shown = (): string => {
    const { areas, cell } = book.selection;
    return `${areas.map(areaAddress).join(' ')} at ${cellAddress(cell.row, cell.column)}`;
  };
  return { book, sheet: book.activeSheet, control, shown };
}

const right = { rows: 0, columns: 1 };
const left = { rows: 0, columns: -1 };
const down = { rows: 1, columns: 0 };

test('extending moves the corner across from the active cell, in both directions', () => {
  const { control, shown } = open();
  control.go({ row: 2, column: 2 });
  control.step(right, true);
  control.step(down, true);
  expect(shown()).toBe('C3:D4 at C3');
  for (let step = 0; step < 3; step += 1) control.step(left, true);
  expect(shown()).toBe('A3:C4 at C3');
  expect(control.head).toEqual({ row: 3, column: 0 });
  control.step(down, false);
  expect(shown()).toBe('C4 at C4');
});

test('a selection that the add-in changed is extended from its active cell', () => {
  const { book, sheet, control, shown } = open();
  control.step(right, true);
  book.select(sheet, areaOf(5, 5));
  control.step(right, true);
  expect(shown()).toBe('F6:G6 at F6');
});

test('further areas, whole rows and columns, everything', () => {
  const { sheet, control, shown } = open();
  sheet.cells.writeAll(areaOf(0, 0, 3, 2), 'x');
  control.add({ row: 4, column: 4 });
  control.extendLast({ row: 5, column: 5 });
  expect(shown()).toBe('A1 E5:F6 at E5');
  control.selectColumns(3, 1);
  expect(shown()).toBe('B:D at D1');
  control.selectRows(1, 2);
  expect(shown()).toBe('2:3 at A2');
  control.go({ row: 1, column: 1 });
  control.selectAll();
  expect(shown()).toBe('A1:C4 at B2');
  control.selectAll();
  expect(shown()).toBe('1:1048576 at B2');
});

test('Tab and Enter: back to where the tabbing began; round and round within a block', () => {
  const { control, shown } = open();
  control.go({ row: 0, column: 1 });
  control.next('rows', false);
  control.next('rows', false);
  control.next('columns', false);
  expect(shown()).toBe('B2 at B2');
  control.next('columns', false);
  expect(shown()).toBe('B3 at B3');
  control.selectArea(areaOf(0, 0, 1, 1));
  control.next('columns', false);
  control.next('columns', false);
  expect(shown()).toBe('A1:B2 at B1');
});

test('what the protection does not let be selected stays unselected', () => {
  const { sheet, control, shown } = open();
  sheet.cells.setFormat(areaOf(0, 1), { locked: false });
  sheet.protection.protect({ selectionMode: 'Unlocked' });
  control.step(down, false);
  expect(shown()).toBe('A1 at A1');
  control.next('rows', false);
  expect(shown()).toBe('B1 at B1');
});
