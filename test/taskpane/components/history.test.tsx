/** @jest-environment ./test/taskpane/support/browser-environment.mjs */
import type { InvoiceHistory, InvoiceSubmission } from '../../../src/submission/invoice-history.ts';
import { spanish } from '../../../src/taskpane/words/spanish.ts';
import { receiptOf } from '../support/receipts.ts';
import { MemoryWorkbook } from '../support/memory-workbook.ts';
import { fillWithSample, openPane, testNow, type OpenPane } from '../support/open-pane.ts';
import { plan } from '../support/plan.ts';
import { Screen } from '../support/screen.tsx';

async function onFollowUp(words?: Parameters<typeof Screen.show>[1]): Promise<{ pane: OpenPane; screen: Screen }> {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  workbook.rows = workbook.rows.map((row, place) => (place < 3 ? row : null));
  const pane = openPane(plan, words === undefined ? {} : { words }, workbook);
  await pane.commands.open();
  // Every line has its key: what came back is found by it.
  await pane.commands.check();
  pane.store.dispatch({ type: 'stepChosen', step: 'followUp' });
  return { pane, screen: await Screen.show(pane, words) };
}

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T09:00:00-08:00`;

function submissionOf(parts: Partial<InvoiceSubmission>): InvoiceSubmission {
  return {
    submissionId: 's-1',
    receivedAt: at(2),
    purpose: 'new',
    attempt: 1,
    state: 'accepted',
    encounter: 'notWritten',
    lines: 2,
    chargeCents: 16_000,
    steps: [
      { of: 'invoice', at: at(2), state: 'received', causedBy: null },
      { of: 'invoice', at: at(3), state: 'accepted', causedBy: null },
    ],
    decisions: [],
    findings: [],
    ...parts,
  };
}

/** The history of the workbook's first invoice. */
function historyOf({ workbook }: OpenPane, parts: Partial<InvoiceHistory>): InvoiceHistory {
  return {
    planId: plan.planId,
    billingProviderNpi: '1291417776',
    invoiceNumber: workbook.rows[0]?.entry.invoiceNumber ?? '',
    state: 'accepted',
    encounter: 'notWritten',
    submissionId: 's-1',
    receivedAt: at(2),
    changedAt: at(3),
    lines: 2,
    chargeCents: 16_000,
    decision: null,
    clock: null,
    submissions: [submissionOf({})],
    ...parts,
  };
}

async function open(pane: OpenPane, screen: Screen, parts: Partial<InvoiceHistory>): Promise<void> {
  await screen.after(() => {
    pane.store.dispatch({ type: 'historyRead', history: { history: historyOf(pane, parts), fetchedAt: testNow } });
  });
}

test('each invoice of a submission leads to its history, asked of the provider that the receipt names', async () => {
  const { pane, screen } = await onFollowUp();
  const asked: unknown[] = [];
  pane.commands.showHistory = (...call) => {
    asked.push(call);
    return Promise.resolve();
  };
  const invoices = Array.from({ length: 12 }, (_, place) => ({
    ...{ invoiceNumber: String(4_300_000_000 + place), lines: 1, state: 'received' as const },
  }));
  const receipt = receiptOf({ invoices: [...invoices, { invoiceNumber: null, lines: 1, state: 'received' }] });
  const row = { ...receipt, ...receipt.counts, state: '', receipt: 'a.b.c' };
  await screen.after(() => {
    pane.store.dispatch({ type: 'receiptsRead', receipts: [{ row, receipt }] });
  });
  expect(screen.all('button', /^History of \d/)).toHaveLength(10);
  await screen.click('button', /^Show 2 more/);
  await screen.click('button', 'History of 4300000011');
  expect(asked).toEqual([['4300000011', '1291417776']]);
  await screen.close();
});

test('a history is asked for by number; what is none is said at the field, and nothing is asked', async () => {
  const { pane, screen } = await onFollowUp();
  const asked: unknown[] = [];
  pane.commands.showHistory = (...call) => {
    asked.push(call);
    return Promise.resolve();
  };
  await screen.type('Number of the invoice', '43000');
  await screen.click('button', 'Show the history');
  expect(screen.description('Number of the invoice')).toContain('Enter an invoice number of ten digits.');
  expect(asked).toEqual([]);
  await screen.type('Number of the invoice', ' 4300000011 ');
  await screen.click('button', 'Show the history');
  expect(asked).toEqual([['4300000011', null]]);
  await screen.close();
});

test('it takes the focus, tells the state in words, the due dates and the interest, and leads back', async () => {
  const { pane, screen } = await onFollowUp();
  await open(pane, screen, {
    state: 'denied',
    encounter: 'accepted',
    clock: { acknowledge: '2026-11-04', payOrContest: '2026-12-02', lateInterest: { days: 1, cents: 7 } },
  });
  const number = pane.workbook.rows[0]?.entry.invoiceNumber ?? '';
  expect(document.activeElement?.textContent).toBe(`History of invoice ${number}`);
  expect(screen.text).toMatch(
    /StateDeniedEncounterTaken by DHCSContent2 linesTotal\$160\.00Acknowledged by11\/04\/2026/,
  );
  expect(screen.text).toContain('1 day past the due date: about $0.07, as of today');
  await screen.click('button', 'Back');
  expect(document.activeElement?.textContent).toBe('Follow up');
  await screen.close();
});

test('every step stands with its time, in order: received, accepted, reported, paid line by line', async () => {
  const { pane, screen } = await onFollowUp();
  const submission = submissionOf({
    state: 'paid',
    encounter: 'written',
    steps: [
      ...submissionOf({}).steps,
      { of: 'invoice', at: at(20), state: 'contested', causedBy: null },
      { of: 'encounter', at: at(21), state: 'written' },
      { of: 'invoice', at: at(22), state: 'paid', causedBy: null },
    ],
    decisions: [
      {
        ...{ decision: 'contested', at: at(20), decidedOn: '2026-11-19', paidCents: 0, planClaimNumber: null },
        lines: [{ line: null, status: 'contested', paidCents: 0, reason: 'Send the visit note' }],
      },
      {
        ...{ decision: 'paid', at: at(22), decidedOn: '2026-11-21', paidCents: 8_000, planClaimNumber: 'CL-77' },
        lines: [
          { line: 1, status: 'paid', paidCents: 8_000, reason: null },
          { line: 2, status: 'denied', paidCents: 0, reason: 'Not authorized' },
        ],
      },
    ],
  });
  await open(pane, screen, { state: 'paid', submissions: [submission] });
  expect(screen.all('listitem').map((item) => item.textContent)).toEqual([
    expect.stringMatching(/^11\/02\/2026.*Your plan received it\. $/),
    expect.stringMatching(/^11\/03\/2026.*your plan accepted it\. $/),
    expect.stringMatching(/^11\/20\/2026.*contested it on 11\/19\/2026.*Reason: Send the visit note$/),
    expect.stringMatching(/^11\/21\/2026.*wrote the encounter/),
    expect.stringMatching(/^11\/22\/2026.*paid \$80\.00.*claim number is CL-77\./),
    'Line 1 paid, $80.00.',
    'Line 2 denied, $0.00. Reason: Not authorized',
  ]);
  await screen.close();
});

test('what came back at last leads to its cell; what came back before is named only', async () => {
  const { pane, screen } = await onFollowUp();
  const rowKey = pane.workbook.rows[0]?.rowKey ?? '';
  const returned = (submissionId: string, day: number): InvoiceSubmission =>
    submissionOf({
      submissionId,
      receivedAt: at(day),
      state: 'returned',
      steps: [
        { of: 'invoice', at: at(day), state: 'received', causedBy: null },
        { of: 'invoice', at: at(day + 1), state: 'returned', causedBy: null },
      ],
      findings: [
        {
          ...{ code: 'PLACE_OF_SERVICE_UNKNOWN', severity: 'error', column: 'placeOfService', element: 38 },
          ...{ rowKey, position: 0, repair: false },
        },
      ],
    });
  await open(pane, screen, {
    state: 'returned',
    submissionId: 's-2',
    submissions: [returned('s-2', 20), returned('s-1', 2)],
  });
  expect(screen.text.indexOf('s-2')).toBeLessThan(screen.text.indexOf('s-1'));
  expect(screen.all('listitem', /^Not a place of service · Place of Service \(POS\)$/)).toHaveLength(1);
  await screen.click('button', 'Go to Place of Service (POS), row 3');
  expect(pane.workbook.selected).toEqual({ row: 3, column: 'placeOfService' });
  await screen.close();
});

test('why an encounter was rejected stands on the line, wherever it has moved, and leads to the cell', async () => {
  const { pane, screen } = await onFollowUp();
  const [row] = pane.workbook.rows;
  const [rowKey, invoiceNumber] = [row?.rowKey ?? '', row?.entry.invoiceNumber ?? ''];
  const rejected = submissionOf({
    encounter: 'rejected',
    steps: [
      ...submissionOf({}).steps,
      { of: 'encounter', at: at(5), state: 'written' },
      {
        ...{ of: 'encounter', at: at(6), state: 'rejected' },
        findings: [
          { rule: 'DIAGNOSIS_UNKNOWN', reason: 'A7:254', column: 'diagnosisCode1', rowKey },
          { rule: null, reason: 'A7:516', column: 'serviceUnitCount', rowKey },
          { rule: null, reason: 'A3:116', column: null, rowKey: null },
          { rule: null, reason: 'A7:516', column: 'serviceUnitCount', rowKey: 'gone' },
        ],
      },
    ],
  });
  await screen.after(async () => {
    await pane.workbook.reorder({ kind: 'move', from: 3, to: 5 });
    await pane.commands.check();
  });
  await open(pane, screen, { invoiceNumber, encounter: 'rejected', submissions: [rejected] });
  expect(screen.text).toContain('EncounterRejected by DHCS');
  expect(screen.text).toContain('Row 5 · Rejected with code A7:516. The code is about Service Unit Count(s).');
  expect(screen.text).toContain('Rejected with code A3:116. It names no cell of yours');
  expect(screen.text).toContain('1 finding is on a line that is not in this workbook.');
  await screen.click('button', /^Go to Member Diagnosis Code.*, row 5$/);
  expect(pane.workbook.selected).toEqual({ row: 5, column: 'diagnosisCode1' });
  await screen.click('button', 'Go to Service Unit Count(s), row 5');
  expect(pane.workbook.selected).toEqual({ row: 5, column: 'serviceUnitCount' });
  await screen.click('button', 'Send as replacement');
  expect(pane.workbook.setup).toMatchObject({ purpose: 'replacement', concerns: [invoiceNumber] });
  await screen.close();
});

test('an invoice that a later one replaced says by which', async () => {
  const { pane, screen } = await onFollowUp();
  const replaced = submissionOf({
    state: 'replaced',
    steps: [...submissionOf({}).steps, { of: 'invoice', at: at(9), state: 'replaced', causedBy: 's-2' }],
  });
  const later = submissionOf({ submissionId: 's-2', purpose: 'replacement', receivedAt: at(9) });
  await open(pane, screen, { submissionId: 's-2', submissions: [later, replaced] });
  expect(screen.all('heading', /^Replacement of 11\/09\/2026/)).toHaveLength(1);
  expect(screen.text).toContain('A later submission replaced it. By submission s-2.');
  await screen.close();
});

test('in Spanish', async () => {
  const { pane, screen } = await onFollowUp(spanish);
  await open(pane, screen, { state: 'voided', submissions: [submissionOf({ purpose: 'void', state: 'voided' })] });
  expect(document.activeElement?.textContent).toMatch(/^Historial de la factura \d{10}$/);
  expect(screen.text).toContain('EstadoAnulada');
  expect(screen.all('heading', /^Anulación del/)).toHaveLength(1);
  await screen.close();
});
