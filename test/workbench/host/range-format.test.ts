import { closeWorkbooks, errorOf, openWorkbook } from './open-workbook.ts';

afterEach(closeWorkbooks);

test('formats are set and read back', async () => {
  const { onSheet } = await openWorkbook();
  const read = await onSheet(async (worksheet, context) => {
    const range = worksheet.getRange('A1:B2');
    range.set({
      format: {
        fill: { color: '#ff0000' },
        font: { bold: true, italic: true, size: 14, name: 'Arial', color: '#00FF00', underline: 'Single' },
        wrapText: true,
        horizontalAlignment: 'Center',
        verticalAlignment: 'Top',
        protection: { locked: false, formulaHidden: true },
        columnWidth: 100,
        rowHeight: 30,
      },
    });
    const paths = ['fill/color', 'font/bold', 'font/italic', 'font/size', 'font/name', 'font/color', 'font/underline'];
    const others = ['wrapText', 'horizontalAlignment', 'verticalAlignment', 'columnWidth', 'rowHeight'];
    const protection = ['protection/locked', 'protection/formulaHidden'];
    range.load([...paths, ...others, ...protection].map((path) => `format/${path}`));
    await context.sync();
    return range.format.toJSON();
  });
  expect(read).toEqual({
    fill: { color: '#FF0000' },
    font: { bold: true, italic: true, size: 14, name: 'Arial', color: '#00FF00', underline: 'Single' },
    wrapText: true,
    horizontalAlignment: 'Center',
    verticalAlignment: 'Top',
    columnWidth: 100,
    rowHeight: 30,
    protection: { locked: false, formulaHidden: true },
  });
});

test('cells that differ read as null, fills as an empty string', async () => {
  const { onSheet } = await openWorkbook();
  const read = await onSheet(async (worksheet, context) => {
    worksheet.getRange('A1').set({ format: { fill: { color: '#FF0000' }, font: { bold: true }, columnWidth: 99 } });
    worksheet.getRange('A1').format.protection.locked = false;
    const { format } = worksheet.getRange('A1:B1');
    format.load('fill/color,font/bold,protection/locked,columnWidth,rowHeight');
    await context.sync();
    return [format.fill.color, format.font.bold, format.protection.locked, format.columnWidth, format.rowHeight];
  });
  expect(read).toEqual(['', null, null, null, 15]);
});

test('whole columns take locks and fills', async () => {
  const { sheet, onSheet } = await openWorkbook();
  await onSheet((worksheet) => {
    worksheet.getRange('B:C').format.protection.locked = false;
    worksheet.getRange('B:C').format.fill.color = '#EEEEEE';
    worksheet.getRange('C1').format.fill.clear();
  });
  expect([sheet.cells.format(999_999, 2).locked, sheet.cells.format(0, 0).locked]).toEqual([false, true]);
  expect([sheet.cells.format(9, 1).fillColour, sheet.cells.format(0, 2).fillColour]).toEqual(['#EEEEEE', null]);
});

test('borders by edge', async () => {
  const { sheet, onSheet } = await openWorkbook();
  const read = await onSheet(async (worksheet, context) => {
    const { borders } = worksheet.getRange('A1:B2').format;
    const bottom = borders.getItem('EdgeBottom');
    bottom.style = 'Continuous';
    bottom.weight = 'Medium';
    bottom.color = '#123456';
    borders.getItem('InsideVertical').style = 'Dash';
    bottom.load('style,weight,color,sideIndex');
    const right = borders.getItem('EdgeRight').load('style');
    await context.sync();
    return [bottom.toJSON(), right.style];
  });
  expect(read).toEqual([{ style: 'Continuous', weight: 'Medium', color: '#123456', sideIndex: 'EdgeBottom' }, 'None']);
  expect(sheet.cells.format(1, 1).borderBottom).toEqual({ style: 'Continuous', weight: 'Medium', colour: '#123456' });
});

test('columns fit their longest text', async () => {
  const { sheet, onSheet } = await openWorkbook();
  await onSheet((worksheet) => {
    worksheet.getRange('A1:B2').values = [
      ['a', 'a longer text'],
      ['b', ''],
    ];
    worksheet.getRange('A:B').format.autofitColumns();
  });
  expect(sheet.layout.columnWidth(1)).toBeGreaterThan(sheet.layout.columnWidth(0));
});

test.each<[string, (format: Excel.RangeFormat) => unknown, string]>([
  ['a color that is none', (format) => (format.fill.color = '#12'), 'InvalidArgument'],
  ['a color by name', (format) => (format.font.color = 'red'), 'ApiNotFound'],
  ['null as a color', (format) => (format.fill.color = null as never), 'InvalidArgument'],
  ['an unknown alignment', (format) => (format.horizontalAlignment = 'Middle' as never), 'InvalidArgument'],
  ['a font size of 0', (format) => (format.font.size = 0), 'InvalidArgument'],
  ['a double underline', (format) => (format.font.underline = 'Double'), 'InvalidArgument'],
  ['a negative width', (format) => (format.columnWidth = -1), 'InvalidArgument'],
  ['a diagonal border', (format) => (format.borders.getItem('DiagonalUp').style = 'Dot'), 'ApiNotFound'],
])('%s is refused', async (_, change, code) => {
  const { onSheet } = await openWorkbook();
  const error = await errorOf(
    onSheet((worksheet) => {
      change(worksheet.getRange('A1').format);
    }),
  );
  expect(error.code).toBe(code);
});
