/** @jest-environment ./test/taskpane/support/browser-environment.mjs */
import type { Receipt } from '../../../src/submission/receipt.ts';
import type { ErrorFileView, FollowedInvoice, KeptReceipt } from '../../../src/taskpane/state/follow-up-state.ts';
import { spanish } from '../../../src/taskpane/words/spanish.ts';
import { receiptOf } from '../support/receipts.ts';
import { MemoryWorkbook } from '../support/memory-workbook.ts';
import { fillWithSample, openPane, type OpenPane } from '../support/open-pane.ts';
import { plan } from '../support/plan.ts';
import { Screen } from '../support/screen.tsx';

async function onFollowUp(words?: Parameters<typeof Screen.show>[1]): Promise<{ pane: OpenPane; screen: Screen }> {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  const pane = openPane(plan, words === undefined ? {} : { words }, workbook);
  await pane.commands.open();
  // Every line has its key: what came back is found by it.
  await pane.commands.check();
  pane.store.dispatch({ type: 'stepChosen', step: 'followUp' });
  return { pane, screen: await Screen.show(pane, words) };
}

function kept(receipt: Receipt, genuine = true): KeptReceipt {
  const { counts, receivedAt, submissionId, totalCents } = receipt;
  const row = { submissionId, receivedAt, ...counts, totalCents, state: '1 accepted, 1 to correct', receipt: 'a.b.c' };
  return { row, receipt: genuine ? receipt : null };
}

/** The first line of the workbook came back for its place of service. */
function returned({ workbook }: OpenPane): FollowedInvoice {
  const [row] = workbook.rows;
  return {
    invoiceNumber: row?.entry.invoiceNumber ?? '',
    state: 'rejected',
    findings: [
      {
        code: 'PLACE_OF_SERVICE_UNKNOWN',
        severity: 'error',
        column: 'placeOfService',
        element: 38,
        rowKey: row?.rowKey ?? '',
        repair: false,
      },
    ],
  };
}

function follow(pane: OpenPane, receipt: Receipt, invoices: readonly FollowedInvoice[]): void {
  const { receivedAt, submissionId } = receipt;
  pane.store.dispatch({ type: 'resultFollowed', followed: { submissionId, receivedAt, invoices } });
}

test('a workbook from which nothing was sent says so, and offers to look for what it lost', async () => {
  const { screen } = await onFollowUp();
  expect(screen.text).toContain('Nothing has been submitted from this workbook yet.');
  expect(screen.has('button', 'Ask the plan')).toBe(false);
  expect(screen.has('button', 'Look for all invoices of this workbook')).toBe(true);
  await screen.close();
});

test('submissions stand there with their due dates, the latest first', async () => {
  const { pane, screen } = await onFollowUp();
  await screen.after(() => {
    pane.store.dispatch({
      type: 'receiptsRead',
      receipts: [
        kept(receiptOf({ submissionId: 's-1', receivedAt: '2026-11-02T09:14:00-08:00' })),
        kept(receiptOf({ submissionId: 's-2', receivedAt: '2026-11-24T17:00:00Z' })),
      ],
    });
  });
  expect(screen.text.indexOf('s-2')).toBeLessThan(screen.text.indexOf('s-1'));
  expect(screen.text).toMatch(/Acknowledged by11\/26\/2026Paid, contested or denied by12\/24\/2026SignatureSigned by/);
  await screen.close();
});

test('a receipt that the plan did not sign is called so', async () => {
  const { pane, screen } = await onFollowUp();
  await screen.after(() => {
    pane.store.dispatch({ type: 'receiptsRead', receipts: [kept(receiptOf({ submissionId: 's-1' }), false)] });
  });
  expect(screen.text).toContain('Not signed by your plan: call your plan');
  expect(screen.text).not.toContain('Paid, contested or denied by');
  await screen.close();
});

test('what came back stands with its line, and leads to its cell', async () => {
  const { pane, screen } = await onFollowUp();
  const receipt = receiptOf({ submissionId: 's-1' });
  await screen.after(() => {
    pane.store.dispatch({ type: 'receiptsRead', receipts: [kept(receipt)] });
    follow(pane, receipt, [returned(pane)]);
  });
  expect(screen.text).toContain('1 invoice of this submission is still to correct:');
  await screen.click('button', 'Go to Place of Service (POS), row 3');
  expect(pane.workbook.selected).toEqual({ row: 3, column: 'placeOfService' });
  await screen.close();
});

test('an invoice that was sent again and accepted is no longer to correct', async () => {
  const { pane, screen } = await onFollowUp();
  const [first, second] = [
    receiptOf({ submissionId: 's-1', receivedAt: '2026-11-02T09:14:00-08:00' }),
    receiptOf({ submissionId: 's-2', receivedAt: '2026-11-24T09:00:00-08:00' }),
  ];
  const invoice = returned(pane);
  await screen.after(() => {
    pane.store.dispatch({ type: 'receiptsRead', receipts: [kept(first), kept(second)] });
    follow(pane, first, [invoice]);
  });
  expect(screen.text).toContain('still to correct');
  await screen.after(() => {
    follow(pane, second, [{ ...invoice, state: 'accepted', findings: [] }]);
  });
  expect(screen.text).not.toContain('still to correct');
  await screen.close();
});

test('an invoice whose lines are gone says so', async () => {
  const { pane, screen } = await onFollowUp();
  const receipt = receiptOf({ submissionId: 's-1' });
  const invoice = returned(pane);
  await screen.after(() => {
    pane.store.dispatch({ type: 'receiptsRead', receipts: [kept(receipt)] });
    const findings = invoice.findings.map((finding) => ({ ...finding, rowKey: 'gone' }));
    follow(pane, receipt, [{ ...invoice, findings }]);
  });
  expect(screen.text).toContain('Its lines are no longer in this workbook.');
  await screen.close();
});

test('a number that is none is said at its field, and nothing is asked', async () => {
  const { pane, screen } = await onFollowUp();
  pane.workbook.calls.length = 0;
  await screen.type('Or by one invoice number', '123');
  await screen.click('button', 'Look for this invoice');
  expect(screen.description('Or by one invoice number')).toContain('Enter an invoice number of ten digits.');
  expect(pane.workbook.calls).toEqual([]);
  await screen.close();
});

test('in Spanish', async () => {
  const { pane, screen } = await onFollowUp(spanish);
  const receipt = receiptOf({ submissionId: 's-1' });
  await screen.after(() => {
    pane.store.dispatch({ type: 'receiptsRead', receipts: [kept(receipt)] });
    follow(pane, receipt, [returned(pane)]);
  });
  expect(screen.get('tab', 'Seguimiento').getAttribute('aria-selected')).toBe('true');
  expect(screen.text).toContain('1 factura de este envío sigue por corregir:');
  await screen.close();
});

type ErrorFileRefusal = Extract<ErrorFileView, { kind: 'refused' }>['reason'];

test.each<[ErrorFileRefusal, string]>([
  ['notAnErrorWorkbook', 'This is no error workbook. Choose the .xlsx file that your plan sent back, as it came.'],
  ['pdf', 'This is no error workbook. Choose the .xlsx file that your plan sent back, as it came.'],
  ['cutOff', 'The file is damaged, or its end is missing. Save the error workbook again and open that one.'],
  [
    'macros',
    'The file holds more than your plan put into it, or is far larger. Save the error workbook again, correct its cells, and open that one.',
  ],
  ['otherPlan', 'This error workbook is of another plan than this workbook.'],
])('an error workbook that is refused as %s is told so at its field, announced at once', async (reason, text) => {
  const { pane, screen } = await onFollowUp();
  await screen.after(() => {
    pane.store.dispatch({ type: 'errorFileRead', errorFile: { kind: 'refused', reason } });
  });
  expect(
    screen
      .all('alert')
      .map((alert) => alert.textContent)
      .join(''),
  ).toBe(text);
  await screen.close();
});

test('without an accepted invoice there is nothing to replace or void', async () => {
  const { screen } = await onFollowUp();
  expect(screen.text).toContain('This workbook has no invoice that the plan has accepted.');
  expect(screen.has('radio')).toBe(false);
  await screen.close();
});

test('only accepted invoices can be chosen, and what a void means is said before', async () => {
  const { pane, screen } = await onFollowUp();
  const numbers = [...new Set(pane.workbook.rows.flatMap((row) => (row === null ? [] : [row.entry.invoiceNumber])))];
  const accepted = numbers.slice(0, 12);
  await screen.after(() => {
    pane.store.dispatch({ type: 'sentRead', sent: { attempt: 2, accepted } });
  });
  expect(screen.all('checkbox')).toHaveLength(10);
  expect(screen.text).toContain('2 more: type a part of the number to find them.');
  expect(screen.description('Find by invoice number')).toBe('');
  await screen.type('Find by invoice number', accepted[11] ?? '');
  await screen.click('radio', 'Void them');
  expect(screen.text).toContain('takes back what it paid for it');
  expect(screen.get('button', 'Prepare the void')).toHaveProperty('disabled', true);
  await screen.click('checkbox', new RegExp(accepted[11] ?? ''));
  expect(screen.text).toContain('1 invoice chosen.');
  await screen.click('button', 'Prepare the void');
  expect(pane.workbook.setup).toMatchObject({ purpose: 'void', concerns: [accepted[11]] });
  expect(screen.get('tab', 'Submit').getAttribute('aria-selected')).toBe('true');
  expect(screen.announced).toContain('The workbook now sends 1 void and nothing else.');
  await screen.click('tab', 'Follow up');
  expect(screen.text).toContain(`This workbook now sends the void of ${accepted[11] ?? ''}.`);
  await screen.click('button', 'Send new invoices again');
  expect(pane.workbook.setup).toMatchObject({ purpose: 'new', concerns: [] });
  await screen.close();
});

test('an invoice whose number was accepted before offers to go as its replacement', async () => {
  const { pane, screen } = await onFollowUp();
  const receipt = receiptOf({ submissionId: 's-1' });
  const invoice = returned(pane);
  const findings = invoice.findings.map((finding) => ({ ...finding, code: 'INVOICE_NUMBER_ACCEPTED' }));
  await screen.after(() => {
    pane.store.dispatch({ type: 'receiptsRead', receipts: [kept(receipt)] });
    follow(pane, receipt, [{ ...invoice, findings }]);
  });
  await screen.click('button', /^Send as replacement/);
  expect(pane.workbook.setup).toMatchObject({ purpose: 'replacement', concerns: [invoice.invoiceNumber] });
  await screen.close();
});

test('member data wait for a signed receipt; then each sheet is asked for apart, and a question comes first', async () => {
  const { pane, screen } = await onFollowUp();
  expect(screen.text).toContain('This waits for a receipt that your plan has signed');
  expect(screen.has('button', 'Clear these lines')).toBe(false);
  const number = pane.workbook.rows[0]?.entry.invoiceNumber ?? '';
  const receipt = receiptOf({ invoices: [{ invoiceNumber: number, lines: 1, state: 'received' }] });
  await screen.after(() => {
    pane.store.dispatch({ type: 'receiptsRead', receipts: [kept(receipt)] });
    pane.store.dispatch({ type: 'sentRead', sent: { attempt: 2, accepted: [number] } });
  });
  expect(screen.text).toMatch(/of accepted invoices can be cleared from the Invoice sheet\. \d+ lines that the plan/);
  expect(screen.has('button', 'Clear these members')).toBe(false);
  await screen.click('button', 'Clear these lines');
  expect(screen.announced).toMatch(/^Clear .* for good\?/);
  pane.workbook.calls.length = 0;
  await screen.click('button', 'Keep them');
  expect(pane.workbook.calls).toEqual([]);
  await screen.close();
});
