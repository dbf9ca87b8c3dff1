import { webPayloadLimit } from '../../../src/workbench/host/payload.ts';
import { closeWorkbooks, errorOf, openWorkbook } from './open-workbook.ts';

afterEach(closeWorkbooks);

const megabyte = 1024 * 1024;

/** Rows of one cell with 30,000 characters each, so many bytes in all. */
function block(bytes: number, character = 'x'): string[][] {
  const width = new TextEncoder().encode(character).length;
  const text = character.repeat(30_000 / width);
  return Array.from({ length: Math.ceil(bytes / 30_000) }, () => [text]);
}

describe('5 MB each way on the web', () => {
  test.each([
    ['web', 4.9 * megabyte, 'x', ''],
    ['web', 5.1 * megabyte, 'x', 'RequestPayloadSizeLimitExceeded'],
    ['web', 5.1 * megabyte, 'é', 'RequestPayloadSizeLimitExceeded'],
    ['desktop', 5.1 * megabyte, 'x', ''],
  ] as const)('%s: a request of %d bytes of %s', async (payloadLimits, bytes, character, code) => {
    const { host, sheet, onSheet } = await openWorkbook({ payloadLimits });
    const values = block(bytes, character);
    const error = await errorOf(
      onSheet((worksheet) => {
        worksheet.getRangeByIndexes(0, 0, values.length, 1).values = values;
      }),
    );
    expect(error.code).toBe(code);
    expect(sheet.usedArea() === undefined).toBe(code !== '');
    const largest = Math.max(...host.journal.entries.map(({ bytesIn }) => bytesIn));
    expect(largest > webPayloadLimit).toBe(bytes > webPayloadLimit);
  });

  test.each([
    ['web', 'ResponsePayloadSizeLimitExceeded'],
    ['desktop', ''],
  ] as const)('%s: a response of 5.1 MB', async (payloadLimits, code) => {
    const { sheet, onSheet } = await openWorkbook({ payloadLimits });
    block(5.1 * megabyte).forEach(([text = ''], row) => {
      sheet.cells.enter(row, 0, text);
    });
    const error = await errorOf(onSheet((worksheet) => worksheet.getUsedRange().load('values')));
    expect(error.code).toBe(code);
  });
});

test('5,000 rows of 60 columns are written and read', async () => {
  const { host, onSheet } = await openWorkbook({ payloadLimits: 'web' });
  const values = Array.from({ length: 5000 }, (_, row) =>
    Array.from({ length: 60 }, (__, column) => (column % 3 === 0 ? `row ${String(row)}` : row * column)),
  );
  const mark = host.journal.mark();
  const last: unknown = await onSheet(async (worksheet, context) => {
    const range = worksheet.getRangeByIndexes(2, 0, 5000, 60);
    range.values = values;
    await context.sync();
    range.load('values');
    await context.sync();
    expect(range.values).toEqual(values);
    return range.values[4999]?.[59] as unknown;
  });
  expect(last).toBe(4999 * 59);
  const part = host.journal.since(mark);
  expect([part.writes.length, part.writes[0]?.cells, part.reads.length]).toEqual([1, 300_000, 1]);
});

describe('while a cell is edited', () => {
  test('a request fails, and leaves the workbook as it is', async () => {
    const { book, sheet, onSheet } = await openWorkbook();
    book.setCellEdit({ sheet, row: 0, column: 0, text: '=' });
    const error = await errorOf(
      onSheet((worksheet) => {
        worksheet.getRange('B1').values = [[1]];
      }),
    );
    expect(error.code).toBe('InvalidOperationInCellEditMode');
    book.setCellEdit(undefined);
    expect(sheet.cells.value(0, 1)).toBeNull();
  });

  test('with delayForCellEdit it waits for the end of it', async () => {
    const { book, sheet, office, host } = await openWorkbook();
    book.setCellEdit({ sheet, row: 0, column: 0, text: '12' });
    let done = false;
    const work = office.Excel.run({ delayForCellEdit: true }, async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1').load('values');
      await context.sync();
      return range.values[0]?.[0] as unknown;
    }).finally(() => {
      done = true;
    });
    await host.delivered();
    expect(done).toBe(false);
    book.asPerson('Typing', () => {
      sheet.cells.enter(0, 0, '12');
    });
    await host.delivered();
    expect(done).toBe(false);
    book.setCellEdit(undefined);
    expect(await work).toBe(12);
  });
});

describe('faults', () => {
  test('a request that is ignored is neither carried out nor answered; the next one is', async () => {
    const { host, sheet, onSheet } = await openWorkbook();
    void host.faults.ignoreNextRequest();
    let answered = false;
    void onSheet((worksheet) => {
      worksheet.getRange('A1').values = [[1]];
    }).then(() => {
      answered = true;
    });
    await host.delivered();
    expect([answered, sheet.cells.value(0, 0)]).toEqual([false, null]);
    await onSheet((worksheet) => {
      worksheet.getRange('A1').values = [[2]];
    });
    expect([answered, sheet.cells.value(0, 0)]).toEqual([false, 2]);
  });

  test('a later request can be the one: it says when it has come, and what it asked for may be done all the same', async () => {
    const { host, sheet, onSheet } = await openWorkbook();
    const come = host.faults.loseNextAnswer(1);
    const write = (value: number) =>
      onSheet((worksheet) => {
        worksheet.getRange('A1').values = [[value]];
      });
    await write(1);
    let answered = false;
    void write(2).then(() => {
      answered = true;
    });
    await come;
    await host.delivered();
    expect([answered, sheet.cells.value(0, 0)]).toEqual([false, 2]);
  });

  test('an answer that is held comes when it is let go; what was asked is done at once', async () => {
    const { host, sheet, onSheet } = await openWorkbook();
    const release = host.faults.holdNextAnswer();
    let answered = false;
    const work = onSheet((worksheet) => {
      worksheet.getRange('A1').values = [[1]];
    }).then(() => {
      answered = true;
    });
    await host.delivered();
    expect([answered, sheet.cells.value(0, 0)]).toEqual([false, 1]);
    release();
    await work;
    expect(answered).toBe(true);
  });

  test('unprotect fails with AccessDenied while that is asked for', async () => {
    const { host, sheet, onSheet } = await openWorkbook();
    sheet.protection.protect();
    const unprotect = () =>
      errorOf(
        onSheet((worksheet) => {
          worksheet.protection.unprotect();
        }),
      );
    host.faults.failUnprotect = true;
    expect(await unprotect()).toEqual({ code: 'AccessDenied', location: 'WorksheetProtection.unprotect' });
    expect(sheet.protection.isOn).toBe(true);
    host.faults.failUnprotect = false;
    expect((await unprotect()).code).toBe('');
    expect(sheet.protection.isOn).toBe(false);
  });
});
