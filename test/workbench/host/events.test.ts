import { areaOf } from '../../../src/workbench/model/area.ts';
import { closeWorkbooks, type OpenWorkbook, openWorkbook } from './open-workbook.ts';

afterEach(closeWorkbooks);

/** Registers for an event of the first sheet or of the workbook's sheets, and collects what comes. */
async function listen<Args>(
  { onSheet }: OpenWorkbook,
  handlers: (worksheet: Excel.Worksheet, worksheets: Excel.WorksheetCollection) => OfficeExtension.EventHandlers<Args>,
): Promise<{ readonly heard: Args[]; readonly stop: () => Promise<void> }> {
  const heard: Args[] = [];
  const handler = await onSheet((worksheet, context) =>
    handlers(worksheet, context.workbook.worksheets).add((args) => {
      heard.push(args);
      return Promise.resolve();
    }),
  );
  return {
    heard,
    stop: async () => {
      handler.remove();
      await handler.context.sync();
    },
  };
}

function type(workbook: OpenWorkbook, row: number, column: number, text: string): void {
  workbook.book.asPerson('Typing', () => {
    workbook.sheet.cells.enter(row, column, text);
  });
}

test("a person's edit of one cell comes with values before and after", async () => {
  const workbook = await openWorkbook();
  workbook.sheet.cells.enter(0, 0, 'old');
  const { heard } = await listen(workbook, (worksheet) => worksheet.onChanged);
  type(workbook, 0, 0, '5');
  await workbook.host.delivered();
  expect(heard).toMatchObject([
    {
      type: 'WorksheetChanged',
      address: 'A1',
      changeType: 'RangeEdited',
      source: 'Local',
      triggerSource: 'Unknown',
      worksheetId: workbook.sheet.id,
      details: { valueBefore: 'old', valueTypeBefore: 'String', valueAfter: 5, valueTypeAfter: 'Double' },
    },
  ]);
});

test('an edit of several cells comes without details', async () => {
  const workbook = await openWorkbook();
  const { heard } = await listen(workbook, (worksheet) => worksheet.onChanged);
  workbook.book.asPerson('Paste', () => {
    workbook.sheet.cells.write(areaOf(0, 0, 1, 1), [
      [1, 2],
      [3, 4],
    ]);
  });
  await workbook.host.delivered();
  expect(heard).toHaveLength(1);
  expect(heard[0]?.address).toBe('A1:B2');
  expect(heard[0]?.details).toBeUndefined();
});

test("an add-in's own writes are marked as its own, and come after the answer", async () => {
  const workbook = await openWorkbook();
  const { heard } = await listen(workbook, (worksheet) => worksheet.onChanged);
  const heardAtAnswer = await workbook.onSheet(async (worksheet, context) => {
    worksheet.getRange('A1').values = [[1]];
    await context.sync();
    return heard.length;
  });
  await workbook.host.delivered();
  expect(heardAtAnswer).toBe(0);
  expect(heard.map(({ address, triggerSource }) => [address, triggerSource])).toEqual([['A1', 'ThisLocalAddin']]);
});

test('another add-in hears the same write as one of unknown origin', async () => {
  const first = await openWorkbook();
  const { openOfficeInNode } = await import('../../../src/workbench/office/open-office-in-node.ts');
  const second = await openOfficeInNode(first.host);
  const heard: (string | undefined)[] = [];
  await second.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(({ triggerSource }) => {
      heard.push(triggerSource);
      return Promise.resolve();
    });
    await context.sync();
  });
  await first.onSheet((worksheet) => {
    worksheet.getRange('A1').values = [[1]];
  });
  await first.host.delivered();
  second.close();
  expect(heard).toEqual(['Unknown']);
});

test('formats, recalculated cells and other sheets raise no change', async () => {
  const workbook = await openWorkbook({}, { sheetNames: ['Sheet1', 'Other'] });
  workbook.sheet.cells.write(areaOf(0, 0, 0, 1), [[1, '=A1+1']]);
  const { heard } = await listen(workbook, (worksheet) => worksheet.onChanged);
  await workbook.onSheet((worksheet, context) => {
    worksheet.getRange('A1').format.fill.color = '#FF0000';
    worksheet.getRange('A1').values = [[2]];
    context.workbook.worksheets.getItem('Other').getRange('A1').values = [[1]];
  });
  await workbook.host.delivered();
  expect(heard.map(({ address }) => address)).toEqual(['A1']);
});

test('inserted and deleted rows tell their direction', async () => {
  const workbook = await openWorkbook();
  const { heard } = await listen(workbook, (worksheet) => worksheet.onChanged);
  workbook.book.asPerson('Insert', () => {
    workbook.sheet.insertRows(1, 2);
  });
  workbook.book.asPerson('Delete', () => {
    workbook.sheet.deleteColumns(0, 1);
  });
  await workbook.host.delivered();
  const told = heard.map(({ changeType, address, changeDirectionState }) => [
    changeType,
    address,
    changeDirectionState,
  ]);
  expect(told).toEqual([
    ['RowInserted', '2:3', { insertShiftDirection: 'Down', deleteShiftDirection: undefined }],
    ['ColumnDeleted', 'A:A', { insertShiftDirection: undefined, deleteShiftDirection: 'Left' }],
  ]);
});

test('the range of an event is reached from its arguments', async () => {
  const workbook = await openWorkbook();
  const { heard } = await listen(workbook, (worksheet) => worksheet.onChanged);
  type(workbook, 2, 1, 'x');
  await workbook.host.delivered();
  const values = await workbook.office.Excel.run(async (context) => {
    const range = heard[0]?.getRange(context).load('address,values');
    await context.sync();
    return [range?.address, range?.values as unknown];
  });
  expect(values).toEqual(['Sheet1!B3', [['x']]]);
});

test('the workbook hears changes, selections, activations, added and deleted sheets, and protection', async () => {
  const workbook = await openWorkbook();
  const { book, sheet, host } = workbook;
  const changed = await listen(workbook, (_, worksheets) => worksheets.onChanged);
  const selected = await listen(workbook, (_, worksheets) => worksheets.onSelectionChanged);
  const activated = await listen(workbook, (_, worksheets) => worksheets.onActivated);
  const deactivated = await listen(workbook, (_, worksheets) => worksheets.onDeactivated);
  const added = await listen(workbook, (_, worksheets) => worksheets.onAdded);
  const deleted = await listen(workbook, (_, worksheets) => worksheets.onDeleted);
  const guarded = await listen(workbook, (_, worksheets) => worksheets.onProtectionChanged);
  const other = book.addSheet('Other');
  book.activate(other);
  book.select(sheet, areaOf(1, 1, 2, 2));
  type(workbook, 0, 0, 'x');
  sheet.protection.protect();
  book.deleteSheet(other);
  await host.delivered();
  expect(changed.heard.map(({ address, worksheetId }) => [address, worksheetId])).toEqual([['A1', sheet.id]]);
  expect(selected.heard.map(({ address, worksheetId }) => [address, worksheetId])).toEqual([['B2:C3', sheet.id]]);
  expect(activated.heard.map(({ worksheetId }) => worksheetId)).toEqual([other.id, sheet.id]);
  expect(deactivated.heard.map(({ worksheetId }) => worksheetId)).toEqual([sheet.id, other.id]);
  expect(added.heard.map(({ worksheetId }) => worksheetId)).toEqual([other.id]);
  expect(deleted.heard.map(({ worksheetId }) => worksheetId)).toEqual([other.id]);
  expect(guarded.heard.map(({ isProtected, worksheetId }) => [isProtected, worksheetId])).toEqual([[true, sheet.id]]);
});

test('events of one sheet: selection, activation and protection', async () => {
  const workbook = await openWorkbook({}, { sheetNames: ['Sheet1', 'Other'] });
  const { book, sheet, host } = workbook;
  const selected = await listen(workbook, (worksheet) => worksheet.onSelectionChanged);
  const activated = await listen(workbook, (worksheet) => worksheet.onActivated);
  const guarded = await listen(workbook, (worksheet) => worksheet.onProtectionChanged);
  const other = book.sheet('Other');
  if (other !== undefined) book.select(other, areaOf(0, 0));
  book.activate(sheet);
  book.select(sheet, areaOf(4, 0));
  await workbook.onSheet((worksheet) => {
    worksheet.protection.protect();
  });
  await host.delivered();
  expect(selected.heard.map(({ address }) => address)).toEqual(['A5']);
  expect(activated.heard).toHaveLength(1);
  expect(guarded.heard.map(({ isProtected }) => isProtected)).toEqual([true]);
});

test('a handler that is taken away hears nothing more', async () => {
  const workbook = await openWorkbook();
  const { heard, stop } = await listen(workbook, (worksheet) => worksheet.onChanged);
  type(workbook, 0, 0, '1');
  await workbook.host.delivered();
  await stop();
  type(workbook, 0, 0, '2');
  await workbook.host.delivered();
  expect(heard).toHaveLength(1);
});

test('a handler may ask Excel in turn', async () => {
  const workbook = await openWorkbook();
  const values: unknown[] = [];
  await workbook.onSheet((worksheet) => {
    worksheet.onChanged.add((args) =>
      workbook.office.Excel.run(async (context) => {
        const range = args.getRange(context).load('values');
        await context.sync();
        values.push(range.values);
      }),
    );
  });
  type(workbook, 0, 0, 'asked');
  await workbook.office.settled();
  expect(values).toEqual([[['asked']]]);
});

test('events that a test drops do not come', async () => {
  const workbook = await openWorkbook();
  const { heard } = await listen(workbook, (worksheet) => worksheet.onChanged);
  workbook.host.faults.dropEvents = true;
  type(workbook, 0, 0, '1');
  workbook.host.faults.dropEvents = false;
  type(workbook, 0, 1, '2');
  await workbook.host.delivered();
  expect(heard.map(({ address }) => address)).toEqual(['B1']);
});
