import { closeWorkbooks, errorOf, openWorkbook } from './open-workbook.ts';

afterEach(closeWorkbooks);

function addFormat(range: Excel.Range, formula: string, fill: string): Excel.ConditionalFormat {
  const format = range.conditionalFormats.add('Custom');
  format.custom.rule.formula = formula;
  format.custom.format.fill.color = fill;
  return format;
}

test('a format by formula is made, read back and shown', async () => {
  const { sheet, onSheet } = await openWorkbook();
  const read = await onSheet(async (worksheet, context) => {
    worksheet.getRange('A1:A2').values = [[1], [9]];
    const format = addFormat(worksheet.getRange('A1:A2'), '=A1>5', '#FF0000');
    format.custom.format.font.color = '#FFFFFF';
    format.custom.format.font.bold = true;
    format.stopIfTrue = true;
    format.load('type,priority,stopIfTrue,id');
    format.custom.rule.load('formula');
    format.custom.format.load('fill/color,font/color,font/bold');
    const range = format.getRange().load('address');
    await context.sync();
    const { fill, font } = format.custom.format;
    return [
      format.type,
      format.priority,
      format.stopIfTrue,
      format.custom.rule.formula,
      fill.color,
      font.color,
      font.bold,
      range.address,
    ];
  });
  expect(read).toEqual(['Custom', 0, true, '=A1>5', '#FF0000', '#FFFFFF', true, 'Sheet1!A1:A2']);
  expect([sheet.displayed(0, 0).fillColour, sheet.displayed(1, 0).fillColour]).toEqual([null, '#FF0000']);
});

test('a new format goes first; items, count and getItemAt follow the priority', async () => {
  const { onSheet } = await openWorkbook();
  const read = await onSheet(async (worksheet, context) => {
    const range = worksheet.getRange('A1:B2');
    addFormat(range, '=TRUE', '#000001');
    addFormat(range, '=TRUE', '#000002');
    addFormat(worksheet.getRange('F9'), '=TRUE', '#000003');
    const count = range.conditionalFormats.getCount();
    const { conditionalFormats } = range;
    conditionalFormats.load('items/priority,items/custom/format/fill/color');
    const second = conditionalFormats.getItemAt(1).custom.format.fill.load('color');
    await context.sync();
    const items = conditionalFormats.items.map(({ priority, custom }) => [priority, custom.format.fill.color]);
    return [count.value, items, second.color];
  });
  expect(read).toEqual([
    2,
    [
      [1, '#000002'],
      [2, '#000001'],
    ],
    '#000001',
  ]);
});

test('delete takes one, clearAll all of the range', async () => {
  const { sheet, onSheet } = await openWorkbook();
  await onSheet(async (worksheet, context) => {
    const first = addFormat(worksheet.getRange('A1:A9'), '=TRUE', '#000001');
    addFormat(worksheet.getRange('A1:A9'), '=TRUE', '#000002');
    await context.sync();
    first.delete();
    worksheet.getRange('A3').conditionalFormats.clearAll();
  });
  expect(sheet.conditionalFormats.all).toHaveLength(1);
  expect(sheet.conditionalFormats.all[0]?.areas).toHaveLength(2);
});

test.each<[string, (worksheet: Excel.Worksheet) => unknown, string]>([
  [
    'an item that is not there',
    (w) => (w.getRange('A1').conditionalFormats.getItem('nobody').stopIfTrue = true),
    'ItemNotFound',
  ],
  [
    'an index that is not there',
    (w) => {
      w.getRange('A1').conditionalFormats.getItemAt(0).delete();
    },
    'ItemNotFound',
  ],
  ['a formula that cannot be read', (w) => addFormat(w.getRange('A1'), '=A1+', '#000000'), 'InvalidArgument'],
  [
    'the range of a format in two blocks',
    (w) => {
      const format = addFormat(w.getRange('A1:A9'), '=TRUE', '#000000');
      w.getRange('A3').conditionalFormats.clearAll();
      return format.getRange();
    },
    'InvalidOperation',
  ],
])('%s fails', async (_, use, code) => {
  const { onSheet } = await openWorkbook();
  const error = await errorOf(
    onSheet((worksheet) => {
      use(worksheet);
    }),
  );
  expect(error.code).toBe(code);
});
