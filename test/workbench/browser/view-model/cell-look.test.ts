import { cellLook } from '../../../../src/workbench/browser/view-model/cell-look.ts';
import { areaOf } from '../../../../src/workbench/model/area.ts';
import { Book } from '../../../../src/workbench/model/book.ts';
import type { FormatPatch } from '../../../../src/workbench/model/cell-format.ts';
import type { Entry } from '../../../../src/workbench/model/entry.ts';

function look(entry: Entry | null, format: FormatPatch = {}) {
  const sheet = new Book().activeSheet;
  if (entry !== null) sheet.cells.enter(0, 0, entry);
  sheet.cells.setFormat(areaOf(0, 0), format);
  return cellLook(sheet, 0, 0);
}

test.each<[string, Entry, FormatPatch, string]>([
  ['text to the left', 'word', {}, 'cell left bottom'],
  ['numbers to the right', 12, {}, 'cell right bottom'],
  ['truth in the middle', true, {}, 'cell centre bottom'],
  ['errors in the middle', '=1/0', {}, 'cell centre bottom'],
  ['its own alignment before that', 12, { horizontalAlignment: 'Left', verticalAlignment: 'Top' }, 'cell left top'],
  ['wrapped', 'long', { wrapText: true, verticalAlignment: 'Center' }, 'cell left middle wrap'],
  ['lines', 'x', { underline: true, strikethrough: true }, 'cell left bottom underline strikethrough'],
])('aligned as Excel does: %s', (_name, entry, format, classes) => {
  expect(look(entry, format).classes).toBe(classes);
});

test('a text cell keeps its zeros at the left', () => {
  const sheet = new Book().activeSheet;
  sheet.cells.setFormat(areaOf(0, 0), { numberFormat: '@' });
  sheet.cells.enter(0, 0, '0012');
  expect(cellLook(sheet, 0, 0)).toMatchObject({ text: '0012', classes: 'cell left bottom', isNumber: false });
});

test('colors, font and lines', () => {
  const line = { style: 'Continuous', weight: 'Medium', colour: '#112233' } as const;
  const { style, font } = look('x', {
    fillColour: '#FFEEDD',
    fontColour: '#AA0000',
    fontSize: 12,
    bold: true,
    indent: 2,
    borderBottom: line,
    borderTop: { ...line, style: 'Double' },
  });
  expect(font).toMatch(/^normal bold 16px\/1\.2 "Calibri", /);
  expect(style).toContain('background-color:#FFEEDD');
  expect(style).toContain('color:#AA0000');
  expect(style).toContain('border-bottom:2px solid #112233');
  expect(style).toContain('border-top:3px double #112233');
  expect(style).toContain('--indent:18px');
});

test('a conditional format lies over the cell’s own', () => {
  const sheet = new Book().activeSheet;
  sheet.cells.enter(0, 0, -1);
  sheet.conditionalFormats.add({
    areas: [areaOf(0, 0)],
    formula: '=A1<0',
    style: { fillColour: '#FFC7CE', bold: true },
    stopIfTrue: false,
  });
  const before = cellLook(sheet, 0, 0);
  expect(before.style).toContain('background-color:#FFC7CE');
  expect(before.font).toContain('bold');
  sheet.cells.enter(0, 0, 1);
  expect(cellLook(sheet, 0, 0).style).not.toContain('background-color');
});

test('text runs over blank cells at its right, numbers never', () => {
  const sheet = new Book().activeSheet;
  sheet.cells.enter(0, 0, 'a long text');
  sheet.layout.setColumnsHidden(1, 1, true);
  sheet.cells.enter(0, 4, 'end');
  expect(cellLook(sheet, 0, 0).spill).toBe(128);
  sheet.cells.enter(0, 0, 123_456_789);
  expect(cellLook(sheet, 0, 0)).toMatchObject({ spill: 0, isNumber: true });
});

test('blank cells without any format share one look', () => {
  expect(look(null)).toBe(look(null));
});
