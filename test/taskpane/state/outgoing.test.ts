import { blankLine, type LineText } from '../../../src/guidance/columns.ts';
import type { Finding, Severity } from '../../../src/guidance/finding.ts';
import { outgoing } from '../../../src/taskpane/state/outgoing.ts';

const line = (invoiceNumber: string, memberCin = 'a', serviceChargeAmount = '10.00'): LineText => ({
  ...blankLine,
  invoiceNumber,
  memberCin,
  serviceChargeAmount,
});

const finding = (place: number, severity: Severity): Finding => ({
  code: 'ANY',
  severity,
  column: 'memberCin',
  element: 21,
  line: place,
  repair: false,
});

const isNew = { purpose: 'new', concerns: [] } as const;
const lines = [line('1000000001'), line('1000000002', 'b'), line('1000000001', 'a', '2.50'), line('')];

test('all invoices without errors go, with their lines, members and total', () => {
  const out = outgoing(lines, [finding(3, 'error'), finding(0, 'warning')], isNew, []);
  expect(out).toMatchObject({ lines: [0, 1, 2], members: 2, totalCents: 2250 });
  expect(out.invoices.map(({ standing }) => standing)).toEqual(['goes', 'goes', 'errors']);
});

test('one line with an error keeps its whole invoice back', () => {
  const out = outgoing(lines, [finding(2, 'error'), finding(3, 'error')], isNew, []);
  expect(out.lines).toEqual([1]);
});

test('an invoice that was accepted is not sent again, unless it is replaced or voided', () => {
  const accepted = ['1000000001'];
  expect(outgoing(lines, [], isNew, accepted).invoices[0]?.standing).toBe('accepted');
  const replacing = outgoing(lines, [], { purpose: 'replacement', concerns: ['1000000001'] }, accepted);
  expect(replacing.invoices.map(({ standing }) => standing)).toEqual(['goes', 'notNamed', 'notNamed']);
  expect(replacing.lines).toEqual([0, 2]);
});
