import { areaOf } from '../../../src/workbench/model/area.ts';
import { closeWorkbooks, errorOf, openWorkbook } from './open-workbook.ts';

afterEach(closeWorkbooks);

/** What an add-in may assign although the typings name only arrays. */
const asArrays = (value: unknown): string[][] => value as string[][];

test('values read as Excel gives them: blank as an empty string, dates as serials, errors as text', async () => {
  const { onSheet } = await openWorkbook();
  const read = await onSheet(async (worksheet, context) => {
    const range = worksheet.getRange('A1:F1');
    range.values = [['', 'text', 1.5, true, '12/31/2026', '=1/0']];
    range.load('values,valueTypes,text,formulas');
    await context.sync();
    const { values, valueTypes, text, formulas } = range;
    return { values, valueTypes, text, formulas };
  });
  expect(read.values).toEqual([['', 'text', 1.5, true, 46387, '#DIV/0!']]);
  expect(read.valueTypes).toEqual([['Empty', 'String', 'Double', 'Boolean', 'Double', 'Error']]);
  expect(read.text).toEqual([['', 'text', '1.5', 'TRUE', '12/31/2026', '#DIV/0!']]);
  expect(read.formulas).toEqual([['', 'text', 1.5, true, 46387, '=1/0']]);
});

test('numbers and dates are coerced unless the cell is text first', async () => {
  const { onSheet } = await openWorkbook();
  const values = await onSheet(async (worksheet, context) => {
    worksheet.getRange('B1:B3').numberFormat = asArrays('@');
    worksheet.getRange('A1:B3').values = [
      ['0012', '0012'],
      ['1/2/2026', '1/2/2026'],
      ['=1+1', "'=1+1"],
    ];
    const range = worksheet.getRange('A1:B3').load('values');
    await context.sync();
    return range.values;
  });
  expect(values).toEqual([
    [12, '0012'],
    [46024, '1/2/2026'],
    [2, '=1+1'],
  ]);
});

test('one value goes to all cells, a formula adjusted; null leaves a cell, an empty string clears it', async () => {
  const { sheet, onSheet } = await openWorkbook();
  await onSheet((worksheet) => {
    worksheet.getRange('A1:B2').values = asArrays(7);
    worksheet.getRange('C1:C2').formulas = asArrays('=A1+1');
    worksheet.getRange('A1:B1').values = [[null, '']];
  });
  expect(sheet.cells.values(areaOf(0, 0, 1, 2))).toEqual([
    [7, null, 8],
    [7, 7, 8],
  ]);
  expect(sheet.cells.formula(1, 2)).toBe('=A2+1');
});

test('number formats: one for all, one per cell, an empty string is General', async () => {
  const { onSheet } = await openWorkbook();
  const formats = await onSheet(async (worksheet, context) => {
    const range = worksheet.getRange('A1:B2');
    range.numberFormat = asArrays('0.00');
    worksheet.getRange('A1:B1').numberFormat = [[null, '']];
    range.load('numberFormat');
    await context.sync();
    return range.numberFormat as unknown;
  });
  expect(formats).toEqual([
    ['0.00', 'General'],
    ['0.00', '0.00'],
  ]);
});

test.each<[string, string, unknown]>([
  ['too few rows', 'A1:B2', [[1, 2]]],
  ['too many columns', 'A1:B1', [[1, 2, 3]]],
  ['a flat list', 'A1:B1', [1, 2]],
  ['null for the whole', 'A1', null],
  ['an object', 'A1', [[{}]]],
  ['32,768 characters', 'A1:B1', [['x'.repeat(32_768), 'neighbour']]],
  ['whole columns', 'A:A', 'text'],
  ['whole rows', '1:2', 'text'],
])('%s is refused, and nothing is written', async (_, address, values) => {
  const { sheet, onSheet } = await openWorkbook();
  const error = await errorOf(
    onSheet((worksheet) => {
      worksheet.getRange(address).values = values as string[][];
    }),
  );
  expect(error).toEqual({ code: 'InvalidArgument', location: 'Range.values' });
  expect(sheet.usedArea()).toBeUndefined();
});

test('32,767 characters fit', async () => {
  const { sheet, onSheet } = await openWorkbook();
  await onSheet((worksheet) => {
    worksheet.getRange('A1').values = [['x'.repeat(32_767)]];
  });
  expect(String(sheet.cells.value(0, 0))).toHaveLength(32_767);
});

test('large writes, which the library cuts into blocks, arrive whole', async () => {
  const { onSheet } = await openWorkbook();
  const values = Array.from({ length: 400 }, (_, row) => Array.from({ length: 7 }, (__, column) => row * 10 + column));
  const read = await onSheet(async (worksheet, context) => {
    const range = worksheet.getRange('B2').getResizedRange(399, 6);
    range.values = values;
    range.load('values,address');
    await context.sync();
    return range.values as unknown;
  });
  expect(read).toEqual(values);
});

test('a large array of the wrong size is refused before anything is written', async () => {
  const { sheet, onSheet } = await openWorkbook();
  const error = await errorOf(
    onSheet((worksheet) => {
      worksheet.getRange('A1:B1000').values = Array.from({ length: 999 }, () => [1, 2]);
    }),
  );
  expect(error.code).toBe('InvalidArgument');
  expect(sheet.usedArea()).toBeUndefined();
});

test('whole rows and columns read as null, cells beyond five million not at all', async () => {
  const { onSheet } = await openWorkbook();
  const read = await onSheet(async (worksheet, context) => {
    const range = worksheet.getRange('A:B').load('values,formulas,text,numberFormat,address,rowCount,cellCount');
    await context.sync();
    return [
      range.values,
      range.formulas,
      range.text,
      range.numberFormat,
      range.address,
      range.rowCount,
      range.cellCount,
    ];
  });
  expect(read).toEqual([null, null, null, null, 'Sheet1!A:B', 1_048_576, 2_097_152]);
  const error = await errorOf(onSheet((worksheet) => worksheet.getRange('A1:F1000000').load('values')));
  expect(error.code).toBe('RangeExceedsLimit');
});

test.each<[string, (worksheet: Excel.Worksheet) => Excel.Range, string]>([
  ['getRange', (w) => w.getRange(), 'A1:XFD1048576'],
  ['getRange of an address', (w) => w.getRange('$b$2:C3'), 'B2:C3'],
  ['getRange with the sheet', (w) => w.getRange("'Bob''s sheet'!A1"), 'A1'],
  ['getRange of a name', (w) => w.getRange('Corner'), 'B2:C3'],
  ['getRangeByIndexes', (w) => w.getRangeByIndexes(1, 2, 3, 4), 'C2:F4'],
  ['getCell of the sheet', (w) => w.getCell(4, 1), 'B5'],
  ['getCell', (w) => w.getRange('B2:C3').getCell(2, 2), 'D4'],
  ['getRow', (w) => w.getRange('B2:C3').getRow(1), 'B3:C3'],
  ['getColumn', (w) => w.getRange('B2:C3').getColumn(1), 'C2:C3'],
  ['getOffsetRange', (w) => w.getRange('B2:C3').getOffsetRange(-1, 2), 'D1:E2'],
  ['getResizedRange', (w) => w.getRange('B2:C3').getResizedRange(1, -1), 'B2:B4'],
  ['getAbsoluteResizedRange', (w) => w.getRange('B2:C3').getAbsoluteResizedRange(1, 3), 'B2:D2'],
  ['getBoundingRect', (w) => w.getRange('B2:C3').getBoundingRect(w.getRange('E1')), 'B1:E3'],
  ['getBoundingRect of an address', (w) => w.getRange('B2:C3').getBoundingRect('A9'), 'A2:C9'],
  ['getEntireRow', (w) => w.getRange('B2:C3').getEntireRow(), '2:3'],
  ['getEntireColumn', (w) => w.getRange('B2:C3').getEntireColumn(), 'B:C'],
  ['getLastCell', (w) => w.getRange('B2:C3').getLastCell(), 'C3'],
  ['getLastRow', (w) => w.getRange('B2:C3').getLastRow(), 'B3:C3'],
  ['getLastColumn', (w) => w.getRange('B2:C3').getLastColumn(), 'C2:C3'],
  ['getRowsBelow', (w) => w.getRange('B2:C3').getRowsBelow(2), 'B4:C5'],
  ['getIntersection', (w) => w.getRange('B2:C3').getIntersection('C3:D9'), 'C3'],
  ['getUsedRange', (w) => w.getUsedRange(), 'B3:D5'],
  ['getUsedRange of a range', (w) => w.getRange('A1:C9').getUsedRange(), 'B3'],
  ['getUsedRangeOrNullObject', (w) => w.getRange('A1:C9').getUsedRangeOrNullObject(true), 'B3'],
])('%s', async (_, range, address) => {
  const { book, sheet, onSheet } = await openWorkbook();
  sheet.rename("Bob's sheet");
  book.names.add('Corner', { sheet, area: areaOf(1, 1, 2, 2) });
  sheet.cells.enter(2, 1, 'first');
  sheet.cells.enter(4, 3, 'last');
  const found = await onSheet(async (worksheet, context) => {
    const result = range(worksheet).load('address');
    await context.sync();
    return result.address;
  });
  expect(found).toBe(`'Bob''s sheet'!${address === 'A1:XFD1048576' ? '1:1048576' : address}`);
});

test.each<[string, (worksheet: Excel.Worksheet) => unknown, string]>([
  ['an address over 8,192 characters', (w) => w.getRange(`A1,${'B2,'.repeat(3000)}`), 'InvalidArgument'],
  ['several areas', (w) => w.getRange('A1,B2'), 'InvalidArgument'],
  ['an unknown name', (w) => w.getRange('Nobody'), 'InvalidArgument'],
  ['a cell of another sheet', (w) => w.getRange('Elsewhere!A1'), 'InvalidArgument'],
  ['a row outside of the range', (w) => w.getRange('A1:A2').getRow(2), 'InvalidArgument'],
  ['beyond the grid', (w) => w.getRange('A1').getOffsetRange(-1, 0), 'InvalidArgument'],
  ['indexes beyond the grid', (w) => w.getRangeByIndexes(0, 16_384, 1, 1), 'InvalidArgument'],
  ['no intersection', (w) => w.getRange('A1').getIntersection('B2'), 'ItemNotFound'],
  ['no used cells', (w) => w.getRange('A1').getUsedRange(), 'ItemNotFound'],
])('%s fails', async (_, use, code) => {
  const { onSheet } = await openWorkbook();
  const error = await errorOf(
    onSheet((worksheet) => {
      use(worksheet);
    }),
  );
  expect(error.code).toBe(code);
});

test('a blank sheet has A1 in use, or nothing where null objects may come', async () => {
  const { onSheet } = await openWorkbook();
  const seen = await onSheet(async (worksheet, context) => {
    const used = worksheet.getUsedRange().load('address');
    const none = [
      worksheet.getUsedRangeOrNullObject(),
      worksheet.getRange('A1:B2').getUsedRangeOrNullObject(),
      worksheet.getRange('A1').getIntersectionOrNullObject('B2'),
    ];
    await context.sync();
    return [used.address, ...none.map((range) => range.isNullObject)];
  });
  expect(seen).toEqual(['Sheet1!A1', true, true, true]);
});

test('with valuesOnly, formats do not count as use', async () => {
  const { onSheet } = await openWorkbook();
  const used = await onSheet(async (worksheet, context) => {
    worksheet.getRange('A1').values = [[1]];
    worksheet.getRange('C3').format.fill.color = '#FF0000';
    const all = worksheet.getUsedRange().load('address');
    const values = worksheet.getUsedRange(true).load('address');
    await context.sync();
    return [all.address, values.address];
  });
  expect(used).toEqual(['Sheet1!A1:C3', 'Sheet1!A1']);
});

test('rows and columns hide and show; a range tells all, none or some', async () => {
  const { onSheet } = await openWorkbook();
  const seen = await onSheet(async (worksheet, context) => {
    worksheet.getRange('B:B').columnHidden = true;
    worksheet.getRange('2:3').rowHidden = true;
    const ranges = ['B1', 'A1:B1', 'A2:A3', 'A1', 'A1:C4'].map((address) =>
      worksheet.getRange(address).load('hidden,rowHidden,columnHidden'),
    );
    await context.sync();
    return ranges.map(({ hidden, rowHidden, columnHidden }) => [hidden, rowHidden, columnHidden]);
  });
  expect(seen).toEqual([
    [true, false, true],
    [null, false, null],
    [true, true, false],
    [false, false, false],
    [null, null, null],
  ]);
});

test('select goes to the sheet; getSelectedRange and getActiveCell tell it', async () => {
  const { book, sheet, office } = await openWorkbook({}, { sheetNames: ['Sheet1', 'Other'] });
  const seen = await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Other').getRange('B2:C3').select();
    const range = context.workbook.getSelectedRange().load('address');
    const cell = context.workbook.getActiveCell().load('address');
    await context.sync();
    return [range.address, cell.address];
  });
  expect(seen).toEqual(['Other!B2:C3', 'Other!B2']);
  book.select(sheet, [areaOf(0, 0), areaOf(2, 2)]);
  const error = await errorOf(office.Excel.run((context) => Promise.resolve(context.workbook.getSelectedRange())));
  expect(error.code).toBe('InvalidSelection');
});

test('dates are serials of the workbook, in the 1904 system too', async () => {
  const { onSheet } = await openWorkbook({}, { dateSystem: 1904 });
  const values = await onSheet(async (worksheet, context) => {
    const range = worksheet.getRange('A1').load('values');
    range.values = [['1/2/1904']];
    range.load('values');
    await context.sync();
    return range.values as unknown;
  });
  expect(values).toEqual([[1]]);
});
