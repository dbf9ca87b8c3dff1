import { areaOf } from '../../../src/workbench/model/area.ts';
import { closeWorkbooks, errorOf, openWorkbook } from './open-workbook.ts';

afterEach(closeWorkbooks);

test('a batch stops at its failing action, and what it did before stays', async () => {
  const { sheet, onSheet } = await openWorkbook();
  const error = await errorOf(
    onSheet((worksheet) => {
      worksheet.getRange('A1').values = [['kept']];
      worksheet.getRange('nowhere at all').values = [['lost']];
      worksheet.getRange('A2').values = [['never']];
    }),
  );
  expect(error).toEqual({ code: 'InvalidArgument', location: 'Worksheet.getRange' });
  expect(sheet.cells.values(areaOf(0, 0, 1, 0))).toEqual([['kept'], [null]]);
});

test('a read after a write of the same batch sees what was written, calculated', async () => {
  const { onSheet } = await openWorkbook();
  const values = await onSheet(async (worksheet, context) => {
    worksheet.getRange('A1:B1').formulas = [[2, '=A1*10']];
    const range = worksheet.getRange('B1').load('values');
    worksheet.getRange('A1').values = [[3]];
    const later = worksheet.getRange('B1').load('values');
    await context.sync();
    return [range.values[0]?.[0], later.values[0]?.[0]] as unknown[];
  });
  expect(values).toEqual([20, 30]);
});

test('null objects: what they lead to is null, methods and assignments do nothing', async () => {
  const { book, office } = await openWorkbook();
  const seen = await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('nowhere');
    const range = sheet.getRange('A1');
    range.values = [[1]];
    range.load('values');
    sheet.delete();
    await context.sync();
    return [sheet.isNullObject, range.isNullObject];
  });
  expect(seen).toEqual([true, true]);
  expect(book.sheets).toHaveLength(1);
});

test.each<[string, (worksheet: Excel.Worksheet, context: Excel.RequestContext) => unknown, string]>([
  ['a property', (worksheet) => worksheet.load('enableCalculation'), 'Worksheet.enableCalculation'],
  ['an assignment', (worksheet) => (worksheet.enableCalculation = false), 'Worksheet.EnableCalculation'],
  ['an object', (worksheet) => worksheet.charts.load('items/name'), 'Worksheet.Charts'],
  [
    'a method',
    (worksheet) => {
      worksheet.getRange('A1:B2').merge();
    },
    'Range.Merge()',
  ],
  [
    'a method that gives an object',
    (worksheet) => worksheet.getRange('A1').getSurroundingRegion(),
    'Range.GetSurroundingRegion()',
  ],
  [
    'a kind of conditional format',
    (worksheet) => worksheet.getRange('A1').conditionalFormats.add('DataBar'),
    'ConditionalFormatCollection.add',
  ],
  [
    'a copy type',
    (worksheet) => {
      worksheet.getRange('A1').copyFrom('B1', 'Link');
    },
    'Range.copyFrom',
  ],
  ['inserting single cells', (worksheet) => worksheet.getRange('A1').insert('Down'), 'Range.insert'],
  [
    'a series',
    (worksheet) => {
      worksheet.getRange('A1').autoFill('A1:A9', 'FillSeries');
    },
    '',
  ],
  ['names of a sheet', (worksheet) => worksheet.names.load('items/name'), 'Worksheet.Names'],
  [
    'a recursive load',
    (worksheet, context) => {
      context.loadRecursive(worksheet, { Worksheet: 'name' }, 2);
    },
    '',
  ],
])('%s that is not modelled is refused by name', async (_, use, location) => {
  const { onSheet } = await openWorkbook();
  const error = await errorOf(
    onSheet((worksheet, context) => {
      use(worksheet, context);
    }),
  );
  expect(error.code).toBe(location === '' ? error.code : 'ApiNotFound');
  expect(error.code).not.toBe('');
  if (location !== '') expect(error.location).toBe(location);
});

test('the library itself refuses properties that were not loaded', async () => {
  const { onSheet } = await openWorkbook();
  const error = await errorOf(
    onSheet(async (worksheet, context) => {
      const range = worksheet.getRange('A1').load('address');
      await context.sync();
      return range.values;
    }),
  );
  expect(error.code).toBe('PropertyNotLoaded');
});

test('load without names gives what is modelled, and the library misses the rest', async () => {
  const { onSheet } = await openWorkbook();
  const { name, error } = await onSheet(async (worksheet, context) => {
    worksheet.load();
    await context.sync();
    return { name: worksheet.name, error: await errorOf(Promise.resolve().then(() => worksheet.standardWidth)) };
  });
  expect(name).toBe('Sheet1');
  expect(error.code).toBe('PropertyNotLoaded');
});

test('collections load their members, a part of them with top and skip', async () => {
  const { office } = await openWorkbook({}, { sheetNames: ['One', 'Two', 'Three'] });
  const names = await office.Excel.run(async (context) => {
    const all = context.workbook.worksheets.load('items/name,items/id,items/visibility,items/position');
    const some = context.workbook.worksheets.load({ select: 'name', top: 1, skip: 1 } as never);
    await context.sync();
    return [all.items.length, some.items.map(({ name }) => name)];
  });
  expect(names).toEqual([1, ['Two']]);
});

test('kept ranges follow inserted and deleted rows and columns, within a batch and beyond it', async () => {
  const { onSheet } = await openWorkbook();
  const addresses = await onSheet(async (worksheet, context) => {
    const range = worksheet.getRange('C5:D6');
    await context.sync();
    worksheet.getRange('2:3').insert('Down');
    range.load('address');
    await context.sync();
    const afterRows = range.address;
    worksheet.getRange('A:A').delete('Left');
    worksheet.getRange('7:7').delete('Up');
    range.load('address');
    await context.sync();
    return [afterRows, range.address];
  });
  expect(addresses).toEqual(['Sheet1!C7:D8', 'Sheet1!B7:C7']);
});

test('a range whose cells are gone is no valid reference', async () => {
  const { onSheet } = await openWorkbook();
  const error = await errorOf(
    onSheet(async (worksheet, context) => {
      const range = worksheet.getRange('A5');
      await context.sync();
      worksheet.getRange('5:5').delete('Up');
      range.load('address');
      await context.sync();
    }),
  );
  expect(error.code).toBe('InvalidReference');
});

test('Excel.run gives back every range, also after an error', async () => {
  const { office, host, onSheet } = await openWorkbook();
  await onSheet((worksheet) => worksheet.getRange('A1').load('values'));
  await errorOf(
    onSheet(async (worksheet, context) => {
      const range = worksheet.getRange('A1');
      await context.sync();
      range.values = [[1, 2]];
    }),
  );
  await host.delivered();
  expect(office.connection.openReferences).toBe(0);
});

test('a range stays when it is tracked, until it is untracked', async () => {
  const { office, host } = await openWorkbook();
  const range = await office.Excel.run(async (context) => {
    const tracked = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
    context.trackedObjects.add(tracked);
    await context.sync();
    return tracked;
  });
  await host.delivered();
  expect(office.connection.openReferences).toBe(1);
  range.load('address');
  await range.context.sync();
  expect(range.address).toBe('Sheet1!A1');
  range.untrack();
  await range.context.sync();
  expect(office.connection.openReferences).toBe(0);
});

test('members above the level of this Excel are not there', async () => {
  const { office, onSheet } = await openWorkbook({ excelApi: 8 });
  const { requirements } = office.Office.context;
  expect([requirements.isSetSupported('ExcelApi', '1.8'), requirements.isSetSupported('ExcelApi', '1.9')]).toEqual([
    true,
    false,
  ]);
  const refused = await errorOf(
    onSheet((worksheet) => {
      worksheet.getRange('A1').copyFrom('B1');
    }),
  );
  expect(refused.code).toBe('ApiNotFound');
});

test('the host refuses them too where the library lets them pass', async () => {
  const { office, onSheet } = await openWorkbook({ excelApi: 8 });
  Object.assign((office.OfficeExtension as unknown as { CommonUtility: object }).CommonUtility, {
    _doApiNotSupportedCheck: false,
  });
  const error = await errorOf(
    onSheet((worksheet) => {
      worksheet.autoFilter.remove();
    }),
  );
  expect(error).toEqual({ code: 'ApiNotFound', location: 'Worksheet.AutoFilter' });
});
