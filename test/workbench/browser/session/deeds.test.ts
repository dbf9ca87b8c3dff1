/** @jest-environment jsdom */
import { webcrypto } from 'node:crypto';
import { Workbench } from '../../../../src/workbench/browser/session/workbench.ts';
import { areaAddress } from '../../../../src/workbench/model/address.ts';
import { areaOf, wholeColumns } from '../../../../src/workbench/model/area.ts';

Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

/** What jsdom has not: the clipboard that comes with an event. */
function clipboard(content: Readonly<Record<string, string>> = {}): DataTransfer {
  const parts = new Map(Object.entries(content));
  return {
    getData: (type: string) => parts.get(type) ?? '',
    setData: (type: string, text: string) => parts.set(type, text),
  } as unknown as DataTransfer;
}

function open() {
  const workbench = new Workbench('Book1.xlsx', 1900);
  const { book, person, selection, deeds, messages } = workbench;
  const sheet = book.activeSheet;
  sheet.cells.write(areaOf(0, 0, 1, 1), [
    ['one', 1],
    ['=B1+1', 2],
  ]);
  const at = (row: number, column: number) => sheet.cells.value(row, column);
  const selected = () => book.selection.areas.map(areaAddress).join(' ');
  return { book, person, deeds, messages, sheet, selection, at, selected };
}

test('cells copied here are pasted as cells, and what they filled is selected', async () => {
  const { deeds, selection, sheet, selected } = open();
  const data = clipboard();
  selection.selectArea(areaOf(0, 0, 1, 1));
  await deeds.copy(data);
  expect(data.getData('text/plain')).toBe('one\t1\r\n2\t2\r\n');
  selection.go({ row: 4, column: 0 });
  await deeds.paste(data, 'all');
  expect(sheet.cells.formula(5, 0)).toBe('=B5+1');
  expect(selected()).toBe('A5:B6');
  await deeds.paste(data, 'values');
  expect(sheet.cells.formula(5, 0)).toBeNull();
});

test('what was copied elsewhere since then comes as text or as a table', async () => {
  const { deeds, selection, at, person } = open();
  await deeds.copy(clipboard());
  selection.go({ row: 4, column: 0 });
  await deeds.paste(clipboard({ 'text/plain': 'a\tb' }), 'all');
  expect(person.clipboard).toBeUndefined();
  expect([at(4, 0), at(4, 1)]).toEqual(['a', 'b']);
  const table = { 'text/html': '<table><tr><td>c</td></tr></table>', 'text/plain': 'd' };
  await deeds.paste(clipboard(table), 'all');
  expect(at(4, 0)).toBe('c');
  await deeds.paste(clipboard(table), 'values');
  expect(at(4, 0)).toBe('d');
});

test('a column is made wider without being selected; selected columns follow', async () => {
  const { deeds, sheet, selection, selected } = open();
  await deeds.resizeColumn(1, 100);
  expect([sheet.layout.columnWidth(1), selected()]).toEqual([100, 'A1']);
  selection.selectArea(wholeColumns(0, 2));
  await deeds.resizeColumn(1, 30);
  expect([0, 1, 2].map((column) => sheet.layout.columnWidth(column))).toEqual([30, 30, 30]);
});

test('dragging the fill handle selects what is filled', async () => {
  const { deeds, selected, at } = open();
  await deeds.dragFill(areaOf(0, 0, 3, 0), false);
  expect([at(3, 0), selected()]).toEqual(['one', 'A1:A4']);
});

test('the sheet is protected again as it was, and a password is asked for', async () => {
  const { deeds, sheet, messages } = open();
  sheet.protection.protect({ allowFormatColumns: true }, 'secret');
  const asked = deeds.unprotect();
  const pending = messages.current;
  expect(pending).toMatchObject({ kind: 'question', question: { isSecret: true } });
  if (pending?.kind === 'question') pending.answer('secret');
  await asked;
  expect(sheet.protection.isOn).toBe(false);
  await deeds.protect();
  expect([sheet.protection.isOn, sheet.protection.allows('allowFormatColumns')]).toEqual([true, true]);
});

test('giving no password leaves the sheet protected', async () => {
  const { deeds, sheet, messages } = open();
  sheet.protection.protect({}, 'secret');
  const asked = deeds.unprotect();
  const pending = messages.current;
  if (pending?.kind === 'question') pending.answer(null);
  await asked;
  expect(sheet.protection.isOn).toBe(true);
});

test('what Excel would grey out is said in the status line, until the next deed', async () => {
  const { deeds, messages } = open();
  await deeds.redo();
  expect(messages.status).toBe('There is nothing to redo.');
  await deeds.copy();
  expect(messages.status).toBe('');
});

test('the neighbours among the sheets that are shown', async () => {
  const { deeds, book } = open();
  await deeds.addSheet();
  book.addSheet('Hidden').setVisibility('hidden');
  book.addSheet('Last');
  deeds.goToNeighbour(1);
  expect(book.activeSheet.name).toBe('Last');
  deeds.goToNeighbour(1);
  expect(book.activeSheet.name).toBe('Last');
  deeds.goToNeighbour(-1);
  expect(book.activeSheet.name).toBe('Sheet2');
});
