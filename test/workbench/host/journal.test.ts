import { closeWorkbooks, errorOf, openWorkbook } from './open-workbook.ts';

afterEach(closeWorkbooks);

test('one block write, one block read: told as one each, with address, cells and bytes', async () => {
  const { host, onSheet } = await openWorkbook();
  const mark = host.journal.mark();
  await onSheet(async (worksheet, context) => {
    const range = worksheet.getRangeByIndexes(0, 0, 500, 10);
    range.values = Array.from({ length: 500 }, () => Array.from({ length: 10 }, () => 'value'));
    await context.sync();
    range.load('values,text,address');
    await context.sync();
  });
  const part = host.journal.since(mark);
  expect(part.syncs).toBe(2);
  expect(part.writes).toEqual([
    { sheet: 'Sheet1', address: 'A1:J500', member: 'Range.values', cells: 5000, lockedCells: 5000 },
  ]);
  expect(part.reads).toEqual([{ sheet: 'Sheet1', address: 'A1:J500', member: 'Range.values,text', cells: 5000 }]);
  expect(part.protectionCalls).toEqual([]);
  expect(part.largestRequest).toBeGreaterThan(40_000);
  expect(part.largestResponse).toBeGreaterThan(80_000);
});

test('cleaning up and the library’s own calls are no syncs; names and addresses are no reads', async () => {
  const { host, onSheet } = await openWorkbook();
  const mark = host.journal.mark();
  await onSheet(async (worksheet, context) => {
    worksheet.load('name');
    worksheet.getRange('A1').load('address,rowIndex');
    await context.sync();
  });
  await host.delivered();
  const part = host.journal.since(mark);
  expect(part.syncs).toBe(1);
  expect(part.reads).toEqual([]);
  expect(part.requests.map(({ purpose }) => purpose).filter((purpose) => purpose === 'cleanup')).toHaveLength(1);
});

test('locked cells that are written are counted, unlocked ones are not', async () => {
  const { host, onSheet } = await openWorkbook();
  await onSheet((worksheet) => {
    worksheet.getRange('B1:B3').format.protection.locked = false;
  });
  const mark = host.journal.mark();
  await onSheet((worksheet) => {
    worksheet.getRange('B1:B3').values = [[1], [2], [3]];
    worksheet.getRange('A1:C3').format.fill.color = '#FF0000';
    worksheet.getRange('B:B').format.columnWidth = 80;
  });
  const { writes, lockedWrites } = host.journal.since(mark);
  expect(writes.map(({ address, lockedCells }) => [address, lockedCells])).toEqual([
    ['B1:B3', 0],
    ['A1:C3', 6],
    ['B:B', 0],
  ]);
  expect(lockedWrites.map(({ member }) => member)).toEqual(['RangeFill.color']);
});

test('a write that Excel refuses is told with its error', async () => {
  const { host, onSheet } = await openWorkbook();
  await onSheet((worksheet) => {
    worksheet.protection.protect();
  });
  const mark = host.journal.mark();
  await errorOf(
    onSheet((worksheet) => {
      worksheet.getRange('A1').values = [[1]];
    }),
  );
  const { requests, lockedWrites } = host.journal.since(mark);
  expect(requests[0]?.error).toBe('AccessDenied');
  expect(lockedWrites).toHaveLength(1);
});

test('calls that protect and unprotect are told', async () => {
  const { host, onSheet } = await openWorkbook();
  const mark = host.journal.mark();
  await onSheet((worksheet) => {
    worksheet.protection.protect();
    worksheet.protection.unprotect();
  });
  expect(host.journal.since(mark).protectionCalls.map(({ sheet, member }) => [sheet, member])).toEqual([
    ['Sheet1', 'WorksheetProtection.protect'],
    ['Sheet1', 'WorksheetProtection.unprotect'],
  ]);
});

test('bytes are counted as UTF-8', async () => {
  const { host, onSheet } = await openWorkbook();
  const sizes: number[] = [];
  for (const text of ['aaaa', 'éééé', '😀😀']) {
    const mark = host.journal.mark();
    await onSheet((worksheet) => {
      worksheet.getRange('A1').values = [[text]];
    });
    sizes.push(host.journal.since(mark).largestRequest);
  }
  const [plain = 0, accented = 0, emoji = 0] = sizes;
  expect([accented - plain, emoji - plain]).toEqual([4, 4]);
});

test('the journal holds no value of a cell', async () => {
  const { host, onSheet } = await openWorkbook();
  await onSheet(async (worksheet, context) => {
    const range = worksheet.getRange('A1');
    range.values = [['CONFIDENTIAL']];
    range.load('values');
    await context.sync();
  });
  expect(JSON.stringify(host.journal.entries)).not.toContain('CONFIDENTIAL');
});
