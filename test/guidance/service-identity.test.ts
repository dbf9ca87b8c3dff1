import type { LineText } from '../../src/guidance/columns.ts';
import { serviceIdentityOf } from '../../src/guidance/service-identity.ts';
import { found, goodLine } from './sample-lines.ts';

const identity = serviceIdentityOf(goodLine);

/** Whether the check takes a line for the same service as the good one. */
function isDuplicate(change: Partial<LineText>): boolean {
  const other = { ...goodLine, invoiceNumber: '4100001002', ...change };
  return found([goodLine, other]).some((each) => each.startsWith('DUPLICATE_LINE'));
}

test.each<[string, Partial<LineText>]>([
  ['other units and amounts', { serviceUnitCount: '1', serviceChargeAmount: '80.00', invoiceAmount: '80.00' }],
  ['another last day', { serviceEndDate: '10/15/2026' }],
  ['another place and diagnosis', { placeOfService: '12', diagnosisCode1: 'Z59.1' }],
  ['another name of the provider', { billingProviderName: 'Harbor' }],
])('%s is the same service', (_, change) => {
  expect(serviceIdentityOf({ ...goodLine, ...change })).toBe(identity);
  expect(isDuplicate(change)).toBe(true);
});

test.each<[string, Partial<LineText>]>([
  ['another member', { memberCin: '91234568B' }],
  ['another day', { serviceStartDate: '10/15/2026', serviceEndDate: '10/15/2026' }],
  ['another modifier', { procedureCodeModifier1: 'U8' }],
  ['one more modifier', { procedureCodeModifier2: 'GQ' }],
  ['another code', { procedureCode: 'G9008' }],
  ['another one who gave it', { renderingProviderNpi: '' }],
])('%s is another service', (_, change) => {
  expect(serviceIdentityOf({ ...goodLine, ...change })).not.toBe(identity);
  expect(isDuplicate(change)).toBe(false);
});

test('the order of modifiers says nothing, nor which cells hold them', () => {
  const inOrder = { ...goodLine, procedureCodeModifier1: 'GQ', procedureCodeModifier2: 'U2' };
  const apart = { ...goodLine, procedureCodeModifier1: 'U2', procedureCodeModifier4: 'GQ' };
  expect(serviceIdentityOf(inOrder)).toBe(serviceIdentityOf(apart));
});

test('without an NPI of its own it is the billing provider who gave the service', () => {
  const { billingProviderNpi } = goodLine;
  expect(serviceIdentityOf({ ...goodLine, renderingProviderNpi: ' ' })).toBe(
    serviceIdentityOf({ ...goodLine, renderingProviderNpi: billingProviderNpi }),
  );
});

test.each<[string, Partial<LineText>]>([
  ['a member', { memberCin: 'Ofelia' }],
  ['no member', { memberCin: '' }],
  ['a day', { serviceStartDate: '10/14/26' }],
  ['a code', { procedureCode: 'G901' }],
  ['a modifier', { procedureCodeModifier3: 'U' }],
  ['a billing provider', { billingProviderNpi: '12' }],
  ['a rendering provider', { renderingProviderNpi: '12' }],
])('%s that cannot be read makes no service', (_, change) => {
  expect(serviceIdentityOf({ ...goodLine, ...change })).toBeNull();
});
