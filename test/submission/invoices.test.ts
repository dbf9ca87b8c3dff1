import { groupInvoices } from '../../src/submission/invoices.ts';
import { readSample, validLine } from './envelopes.ts';

const of = (invoiceNumber: string, serviceChargeAmount = '1.00') => ({
  ...validLine,
  invoiceNumber,
  serviceChargeAmount,
});

test('lines that share a number are one invoice, in order of first appearance', () => {
  expect(groupInvoices([of('4100000002'), of('4100000001'), of('4100000002', '2.50')])).toEqual([
    { invoiceNumber: '4100000002', lines: [0, 2], chargeCents: 350 },
    { invoiceNumber: '4100000001', lines: [1], chargeCents: 100 },
  ]);
});

test('a line without a number is alone, and what is no number is not repeated', () => {
  expect(groupInvoices([of(''), of(' '), of('Ofelia'), of('Ofelia')])).toEqual([
    { invoiceNumber: null, lines: [0], chargeCents: 100 },
    { invoiceNumber: null, lines: [1], chargeCents: 100 },
    { invoiceNumber: null, lines: [2, 3], chargeCents: 200 },
  ]);
});

test.each([['-1.00'], ['1,000.00'], ['ten'], [''], ['99999999999.99']])('%s adds nothing to the sum', (amount) => {
  expect(groupInvoices([of('4100000001', amount)])[0]?.chargeCents).toBe(0);
});

test('the sample month has 97 invoices of 172 lines', () => {
  const lines = readSample('harbor-care-2026-10.csv').map((line) => line.values);
  expect([lines.length, groupInvoices(lines).length]).toEqual([172, 97]);
});
