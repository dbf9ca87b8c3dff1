import { blankLine } from '../../../src/guidance/columns.ts';
import { correctableInvoices } from '../../../src/taskpane/state/correctable.ts';
import type { FollowedInvoice } from '../../../src/taskpane/state/follow-up-state.ts';

const line = (invoiceNumber: string, serviceChargeAmount = '10.00') => ({
  ...blankLine,
  invoiceNumber,
  serviceChargeAmount,
});

const returned = (invoiceNumber: string, code: string): FollowedInvoice => ({
  invoiceNumber,
  state: 'rejected',
  findings: [{ code, severity: 'error', column: 'invoiceNumber', element: 44, rowKey: 'r', repair: false }],
});

test('accepted invoices of this workbook, and those whose number the plan had accepted before', () => {
  const lines = [line('1000000001'), line('1000000001', '2.50'), line('1000000002'), line('1000000003'), line('')];
  const latest = [returned('1000000002', 'INVOICE_NUMBER_ACCEPTED'), returned('1000000003', 'CIN_FORMAT')];
  expect(correctableInvoices(lines, ['1000000001', '1000000009'], latest)).toEqual([
    { invoiceNumber: '1000000001', lines: 2, chargeCents: 1250 },
    { invoiceNumber: '1000000002', lines: 1, chargeCents: 1000 },
  ]);
});

test('what was never accepted is not offered', () => {
  expect(correctableInvoices([line('1000000003')], [], [returned('1000000003', 'CIN_FORMAT')])).toEqual([]);
});
