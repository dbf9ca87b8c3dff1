import { areaOf } from '../../../src/workbench/model/area.ts';
import { closeWorkbooks, errorOf, openWorkbook } from './open-workbook.ts';

afterEach(closeWorkbooks);

test.each<[Excel.RangeCopyType | 'All' | 'Formulas' | 'Values' | 'Formats', unknown[], string, string]>([
  ['All', ['=B1*2', 4], '=C1*2', '#FF0000'],
  ['Formulas', ['=B1*2', 4], '=C1*2', '#FFFFFF'],
  ['Values', ['', 4], '8', '#FFFFFF'],
  ['Formats', ['', ''], '', '#FF0000'],
])('copyFrom of %s', async (copyType, _, content, fill) => {
  const { sheet, onSheet } = await openWorkbook();
  const color = await onSheet(async (worksheet, context) => {
    worksheet.getRange('A1:B1').formulas = [['=B1*2', 4]];
    worksheet.getRange('A1').format.fill.color = '#FF0000';
    const target = worksheet.getRange('B3');
    worksheet.getRange('C3').values = [[9]];
    target.copyFrom(worksheet.getRange('A1'), copyType);
    target.load('format/fill/color');
    await context.sync();
    return target.format.fill.color;
  });
  expect(String(sheet.cells.content(2, 1) ?? '')).toBe(content.replace('C1', 'C3'));
  expect(color).toBe(fill);
});

test('copyFrom fills a multiple of the source, adjusts formulas, and takes a source on another sheet', async () => {
  const { book, sheet, onSheet } = await openWorkbook({}, { sheetNames: ['Sheet1', 'Source'] });
  book.sheet('Source')?.cells.write(areaOf(0, 0, 0, 1), [['=C1', 'x']]);
  await onSheet((worksheet, context) => {
    const source = context.workbook.worksheets.getItem('Source').getRange('A1:B1');
    worksheet.getRange('A5:B7').copyFrom(source);
    worksheet.getRange('F1').copyFrom('Source!A1:B1');
  });
  expect([4, 5, 6].map((row) => sheet.cells.content(row, 0))).toEqual(['=C5', '=C6', '=C7']);
  expect(sheet.cells.content(0, 6)).toBe('x');
});

test('copyFrom brings lock, validation and conditional format with everything', async () => {
  const { sheet, onSheet } = await openWorkbook();
  await onSheet((worksheet) => {
    const source = worksheet.getRange('A1');
    source.format.protection.locked = false;
    source.dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } };
    source.conditionalFormats.add('Custom').custom.rule.formula = '=A1="a"';
    worksheet.getRange('C3:C4').copyFrom(source);
  });
  expect(sheet.cells.format(3, 2).locked).toBe(false);
  expect(sheet.validations.list(3, 2)).toEqual(['a', 'b']);
  expect(sheet.conditionalFormats.in(areaOf(3, 2))).toHaveLength(1);
});

test('skipBlanks leaves the target alone, transpose turns the block', async () => {
  const { sheet, onSheet } = await openWorkbook();
  await onSheet((worksheet) => {
    worksheet.getRange('A1:B2').values = [
      [1, ''],
      [3, 4],
    ];
    worksheet.getRange('D1:E2').values = [
      [0, 0],
      [0, 0],
    ];
    worksheet.getRange('D1').copyFrom('A1:B2', 'Values', true, true);
  });
  expect(sheet.cells.values(areaOf(0, 3, 1, 4))).toEqual([
    [1, 3],
    [0, 4],
  ]);
});

test('rows and columns are inserted and deleted, and formulas follow', async () => {
  const { sheet, onSheet } = await openWorkbook();
  const inserted = await onSheet(async (worksheet, context) => {
    worksheet.getRange('A1:A3').formulas = [[1], [2], ['=A1+A2']];
    const range = worksheet.getRange('2:2').insert('Down').load('address');
    worksheet.getRange('A:A').insert('Right');
    await context.sync();
    return range.address;
  });
  expect(inserted).toBe('Sheet1!2:2');
  expect(sheet.cells.content(3, 1)).toBe('=B1+B3');
  await onSheet((worksheet) => {
    worksheet.getRange('2:2').delete('Up');
    worksheet.getRange('A:A').delete('Left');
  });
  expect(sheet.cells.content(2, 0)).toBe('=A1+A2');
});

test.each<['All' | 'Contents' | 'Formats', unknown, boolean, number]>([
  ['All', null, true, 0],
  ['Contents', null, false, 1],
  ['Formats', 1, true, 1],
])('clear of %s', async (part, value, isLocked, validations) => {
  const { sheet, onSheet } = await openWorkbook();
  await onSheet((worksheet) => {
    const range = worksheet.getRange('A1');
    range.values = [[1]];
    range.format.protection.locked = false;
    range.dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } };
    range.clear(part);
  });
  expect(sheet.cells.value(0, 0)).toBe(value);
  expect(sheet.cells.format(0, 0).locked).toBe(isLocked);
  expect(sheet.validations.all).toHaveLength(validations);
});

test('autoFill repeats formulas and one number; where Excel would count on, it is refused', async () => {
  const { sheet, onSheet } = await openWorkbook();
  await onSheet((worksheet) => {
    worksheet.getRange('A1:B1').formulas = [[5, '=A1+1']];
    worksheet.getRange('A1').autoFill(worksheet.getRange('A1:A3'));
    worksheet.getRange('B1').autoFill(worksheet.getRange('B1:B3'));
  });
  expect(sheet.cells.values(areaOf(0, 0, 2, 1))).toEqual([
    [5, 6],
    [5, 6],
    [5, 6],
  ]);
  for (const values of [[['Item 1']], [['Monday']]]) {
    const error = await errorOf(
      onSheet((worksheet) => {
        worksheet.getRange('D1').values = values;
        worksheet.getRange('D1').autoFill(worksheet.getRange('D1:D3'));
      }),
    );
    expect(error).toEqual({ code: 'ApiNotFound', location: 'Range.autoFill' });
  }
});

test('sort by several keys, with a header', async () => {
  const { sheet, onSheet } = await openWorkbook();
  await onSheet((worksheet) => {
    const range = worksheet.getRange('A1:B5');
    range.values = [
      ['name', 'amount'],
      ['b', 1],
      ['a', 1],
      ['c', 3],
      ['', 2],
    ];
    range.sort.apply(
      [
        { key: 1, ascending: false },
        { key: 0, ascending: true },
      ],
      false,
      true,
    );
  });
  expect(sheet.cells.values(areaOf(0, 0, 4, 1))).toEqual([
    ['name', 'amount'],
    ['c', 3],
    [null, 2],
    ['a', 1],
    ['b', 1],
  ]);
});

test.each<[string, Excel.SortField[], string, string]>([
  ['a key outside of the range', [{ key: 2 }], 'Rows', 'InvalidArgument'],
  ['colors', [{ key: 0, sortOn: 'CellColor' }], 'Rows', 'ApiNotFound'],
  ['columns', [{ key: 0 }], 'Columns', 'ApiNotFound'],
])('sorting by %s is refused', async (_, fields, orientation, code) => {
  const { onSheet } = await openWorkbook();
  const error = await errorOf(
    onSheet((worksheet) => {
      worksheet.getRange('A1:B2').sort.apply(fields, false, false, orientation as 'Rows');
    }),
  );
  expect(error).toEqual({ code, location: 'RangeSort.apply' });
});
