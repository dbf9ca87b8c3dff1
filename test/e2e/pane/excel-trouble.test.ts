/** @jest-environment ./test/taskpane/support/browser-environment.mjs */
import { jest } from '@jest/globals';
import { areaOf } from '../../../src/workbench/model/area.ts';
import { Person } from '../../../src/workbench/person/person.ts';
import { headerRows, invoiceColumn } from '../../../src/workbook/invoice-columns.ts';
import type { ColumnKey } from '../../../src/guidance/columns.ts';
import type { OpenExcel } from '../../support/excel.ts';
import { filledWorkbook, openPaneOn, startFarPlan, type FarPlan, type PaneOnExcel } from './pane-on-excel.ts';

let far: FarPlan;
beforeAll(async () => {
  far = await startFarPlan();
});
afterAll(() => far.close());
afterEach(() => {
  jest.useRealTimers();
});

const accepted = '3 invoices accepted.';
const at = (key: ColumnKey) => invoiceColumn(key).index;

const kept = (excel: OpenExcel) =>
  excel.run(async () => ({ receipts: await excel.workbook.receipts(), sent: await excel.workbook.submissionState() }));

async function paneOnSubmit(excel: OpenExcel): Promise<PaneOnExcel> {
  const pane = await openPaneOn(far, excel);
  await pane.goTo('submit');
  return pane;
}

/** Puts the pane's clock half a minute forward, after which Excel counts as not answering. */
function putForward(): void {
  jest.advanceTimersByTime(30_000);
}

/** Only the timers of the pane are put forward; Excel and the screen keep theirs. */
function takeClock(): void {
  jest.useFakeTimers({
    doNotFake: [
      'Date',
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'requestAnimationFrame',
      'cancelAnimationFrame',
      'requestIdleCallback',
      'cancelIdleCallback',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
    ],
  });
}

/** Gives the lines other invoice numbers and another day: a service is accepted once. */
function renumber(excel: OpenExcel, round: number): void {
  const { cells } = excel.sheet('Invoice');
  excel.book.asPerson('Typing', () => {
    for (let line = 0; line < 3; line += 1) {
      cells.enter(headerRows + line, at('invoiceNumber'), String(6_900_000_000 + round * 10 + line));
      cells.enter(headerRows + line, at('serviceStartDate'), `10/${String(round).padStart(2, '0')}/2026`);
    }
  });
}

test('an answer of Excel that never comes, at each request of a submission in turn: said, and one click goes on', async () => {
  const excel = await filledWorkbook(far);
  const pane = await paneOnSubmit(excel);
  await pane.click('Sign in and submit');
  let submissions = 1;
  const request = { isReached: true };
  for (; request.isReached; submissions += 1) {
    renumber(excel, submissions);
    await pane.screen.until(() => pane.screen.text.includes('3 invoices with 3 lines'));
    request.isReached = false;
    // What was asked for is done: whatever is asked for again must not be there twice.
    void excel.host.faults.loseNextAnswer(submissions - 1).then(() => {
      request.isReached = true;
    });
    takeClock();
    await pane.begin('Submit');
    await pane.screen.until(() => {
      // The pane's pauses of no time go on.
      jest.advanceTimersByTime(0);
      return request.isReached || pane.store.getState().busy === null;
    });
    // It may have changed during the wait, which control flow analysis cannot see.
    if (request.isReached as boolean) {
      putForward();
      await pane.screen.until(() => pane.store.getState().busy === null);
      jest.useRealTimers();
      expect(pane.screen.announced).toMatch(
        /Excel is not answering\.|Excel did not take the receipt|written to the Receipts/,
      );
      if (!pane.screen.announced.includes('written to the Receipts')) await pane.click('Submit');
    }
    jest.useRealTimers();
    expect([submissions, pane.screen.announced]).toEqual([submissions, expect.stringContaining(accepted)]);
  }
  excel.host.faults.clear();
  const { receipts, sent } = await kept(excel);
  expect(submissions).toBeGreaterThan(6);
  expect(receipts).toHaveLength(submissions);
  expect(sent).toMatchObject({ attempt: submissions + 1 });
  expect(sent.accepted).toHaveLength(3 * submissions);
  await pane.close();
  excel.close();
});

test('a cell that is being edited is said, and finishing it goes on with the same click', async () => {
  const excel = await filledWorkbook(far);
  const pane = await paneOnSubmit(excel);
  excel.book.setCellEdit({ sheet: excel.sheet('Invoice'), row: headerRows, column: at('serviceUnitCount'), text: '2' });
  await pane.begin('Sign in and submit');
  await pane.screen.until(() => pane.store.getState().awaitingCell);
  expect(pane.screen.announced).toContain('Excel is busy: finish the cell that you are editing (Enter or Esc).');
  excel.book.setCellEdit(undefined);
  await pane.screen.until(() => pane.store.getState().busy === null);
  expect(pane.screen.announced).not.toContain('Excel is busy');
  expect(pane.screen.announced).toContain(accepted);
  await pane.close();
  excel.close();
});

test('rows that a filter hides are checked, marked and sent, and a jump to one shows it', async () => {
  const excel = await filledWorkbook(far);
  const invoice = excel.sheet('Invoice');
  const person = new Person(excel.book);
  person.goTo(invoice);
  invoice.cells.enter(headerRows + 1, at('placeOfService'), '');
  const pane = await openPaneOn(far, excel);
  // Everything but the first line is filtered out.
  expect(
    person.filter(at('invoiceNumber') - (invoice.filter.area?.left ?? 0), {
      on: 'values',
      values: [invoice.cells.text(headerRows, at('invoiceNumber'))],
    }),
  ).toMatchObject({ kind: 'done' });
  expect([0, 1, 2].map((line) => invoice.filter.isRowFiltered(headerRows + line))).toEqual([false, true, true]);

  await pane.goTo('check');
  await pane.click('Check all lines');
  expect(pane.screen.announced).toContain('3 lines checked: 1 error');
  expect(invoice.cells.text(headerRows + 2, invoiceColumn('check').index)).not.toBe('');
  await pane.click(/^Go to Place of Service/);
  expect(excel.book.selection.cell).toMatchObject({ row: headerRows + 1, column: at('placeOfService') });
  expect(invoice.filter.isRowFiltered(headerRows + 1)).toBe(false);
  expect(pane.screen.announced).toContain(`The sheet’s filter hid row ${String(headerRows + 2)}.`);

  expect(person.pick('12 · Home')).toMatchObject({ kind: 'done' });
  person.filter(at('invoiceNumber') - (invoice.filter.area?.left ?? 0), { on: 'values', values: ['none'] });
  await pane.goTo('submit');
  await pane.click('Sign in and submit');
  expect(pane.screen.announced).toContain(accepted);
  await pane.close();
  excel.close();
});

test('with dates counted from 1904 and calculation by hand, what is sent is what the sheet shows after F9', async () => {
  const excel = await filledWorkbook(far, { excel: { book: { dateSystem: 1904 } } });
  const invoice = excel.sheet('Invoice');
  const shown = () =>
    [0, 1, 2].map((line) =>
      (['serviceStartDate', 'serviceEndDate', 'serviceChargeAmount', 'invoiceDate'] as const).map((key) =>
        invoice.cells.text(headerRows + line, at(key)),
      ),
    );
  excel.book.setCalculationMode('manual');
  const person = new Person(excel.book);
  person.goTo(invoice);
  person.select(areaOf(headerRows, at('serviceUnitCount')));
  expect(person.type('3')).toMatchObject({ kind: 'done' });
  const before = shown();
  const pane = await paneOnSubmit(excel);
  await pane.click('Sign in and submit');
  expect(pane.screen.announced).toContain(accepted);
  const { contents } = pane.store.getState().snapshot ?? {};
  const sent = contents?.lines.map(({ text }) => [
    text.serviceStartDate,
    text.serviceEndDate,
    text.serviceChargeAmount,
    text.invoiceDate,
  ]);
  expect(sent).not.toEqual(before);
  excel.book.setCalculationMode('automatic');
  expect(sent).toEqual(shown());
  await pane.close();
  excel.close();
});
