import { columns } from '../../src/guidance/columns.ts';
import { envelopeSchema, maximumCellLength, maximumLines } from '../../src/submission/contract.ts';
import { envelope, line, manyInvoices, readSample } from './envelopes.ts';

test.each([
  ['the sample month', envelope(readSample('harbor-care-2026-10.csv'))],
  [
    'the sample month with faults: what a rule reports is not refused',
    envelope(readSample('harbor-care-2026-10-dirty.csv')),
  ],
  ['a replacement', envelope([line('a')], { purpose: { kind: 'replacement', replaces: ['4100001001'] } })],
  ['a void', envelope([line('a')], { purpose: { kind: 'void', voids: ['4100001001'] } })],
  ['the largest sheet', manyInvoices(maximumLines, 4100000000)],
])('accepts %s', (_, input) => {
  expect(envelopeSchema.safeParse(input).success).toBe(true);
});

const withoutCin = Object.fromEntries(Object.entries(line('a').values).filter(([key]) => key !== 'memberCin'));

test.each<[string, unknown, string]>([
  ['another contract', { ...envelope(), contract: 2 }, '/contract'],
  ['an unknown member', { ...envelope(), note: '' }, ''],
  ['no lines', envelope([]), '/lines'],
  ['too many lines', manyInvoices(maximumLines + 1, 4100000000), '/lines'],
  ['row keys that repeat', envelope([line('a'), line('a')]), '/lines'],
  ['a row key with other characters', envelope([line('Ofelia St. John')]), '/lines/0/rowKey'],
  ['a missing column', envelope([{ ...line('a'), values: withoutCin as never }]), '/lines/0/values/memberCin'],
  ['an unknown column', envelope([line('a', { memberSex: 'F' } as never)]), '/lines/0/values'],
  ['a number in a cell', envelope([line('a', { memberCin: 1 as never })]), '/lines/0/values/memberCin'],
  [
    'a cell beyond all measure',
    envelope([line('a', { memberLastName: 'x'.repeat(maximumCellLength + 1) })]),
    '/lines/0/values/memberLastName',
  ],
  ['half a character', envelope([line('a', { memberLastName: '\ud800' })]), '/lines/0/values/memberLastName'],
  ['an attempt of none', envelope(undefined, { attempt: 0 }), '/attempt'],
  [
    'a replacement of nothing',
    envelope(undefined, { purpose: { kind: 'replacement', replaces: [] } }),
    '/purpose/replaces',
  ],
  [
    'an invoice number that is none',
    envelope(undefined, { purpose: { kind: 'void', voids: ['12'] } }),
    '/purpose/voids/0',
  ],
  [
    'a purpose with another one’s numbers',
    envelope(undefined, { purpose: { kind: 'new', voids: [] } as never }),
    '/purpose',
  ],
  ['an NPI that is none', envelope(undefined, { billingProviderNpi: '129141777' }), '/billingProviderNpi'],
  [
    'a day that is none',
    envelope(undefined, { attestation: { cannotProduce837: true, on: '2026-02-30' } }),
    '/attestation/on',
  ],
])('refuses %s', (_, input, pointer) => {
  const parsed = envelopeSchema.safeParse(input);
  expect(parsed.error?.issues.map((issue) => issue.path.map((part) => `/${String(part)}`).join(''))).toEqual([pointer]);
});

test('a line has every column of the guidance and no other', () => {
  expect(Object.keys(envelopeSchema.shape.lines.unwrap().shape.values.shape)).toEqual(
    columns.map((column) => column.key),
  );
});
