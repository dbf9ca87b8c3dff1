import fc from 'fast-check';
import { columns } from '../../src/guidance/columns.ts';
import { canonicalContent } from '../../src/submission/content.ts';
import type { Envelope } from '../../src/submission/contract.ts';
import { idempotencyKey, idempotencyKeyPattern } from '../../src/submission/idempotency-key.ts';
import { envelope, line, manyInvoices } from './envelopes.ts';

async function keyOf(each: Envelope): Promise<string> {
  return idempotencyKey(each, (await canonicalContent(each)).hash);
}

const base = manyInvoices(3, 4100002001);
const columnKey = fc.constantFrom(...columns.map((column) => column.key));

test('has the form that the endpoint asks for', async () => {
  expect(await keyOf(base)).toMatch(idempotencyKeyPattern);
});

test('is the same for the same content in any order of lines and keys', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(base.lines, { minLength: 3 }), async (lines) => {
      const shuffled = lines.map((each) => ({
        ...each,
        values: Object.fromEntries(Object.entries(each.values).reverse()) as typeof each.values,
      }));
      expect(await keyOf({ ...base, lines: shuffled })).toBe(await keyOf(base));
    }),
    { numRuns: 20 },
  );
});

test.each<[string, Partial<Envelope>]>([
  [
    'row keys that a recovered workbook got anew',
    { lines: base.lines.map((each, index) => ({ ...each, rowKey: `new-${String(index)}` })) },
  ],
  ['a newer pane', { productVersion: '9.9.9', layoutVersion: 7 }],
  ['newer rules and profile', { rulePack: { version: '9', hash: 'other' }, profileVersion: 8 }],
  ['an attestation of another day', { attestation: { cannotProduce837: true, on: '2026-11-09' } }],
])('is the same with %s', async (_, change) => {
  expect(await keyOf({ ...base, ...change })).toBe(await keyOf(base));
});

test.each<[string, Partial<Envelope>]>([
  ['plan', { planId: 'other' }],
  ['billing provider', { billingProviderNpi: '1234567893' }],
  ['attempt', { attempt: 2 }],
  ['purpose', { purpose: { kind: 'replacement', replaces: ['4100002001'] } }],
  ['line fewer', { lines: base.lines.slice(1) }],
  ['line twice', { lines: [...base.lines, ...base.lines.slice(0, 1).map((each) => ({ ...each, rowKey: 'copy' }))] }],
  ['difference', { lines: base.lines.map((each) => ({ ...each, differences: ['serviceName' as const] })) }],
])('is another with another %s', async (_, change) => {
  expect(await keyOf({ ...base, ...change })).not.toBe(await keyOf(base));
});

test('is another when any cell says other', async () => {
  await fc.assert(
    fc.asyncProperty(columnKey, fc.string({ unit: 'grapheme' }), async (key, text) => {
      const one = line('row-1');
      fc.pre(one.values[key] !== text);
      const changed = line('row-1', { [key]: text });
      expect(await keyOf(envelope([changed]))).not.toBe(await keyOf(envelope([one])));
    }),
  );
});

test('names lines by their canonical place, whatever their order', async () => {
  const { order } = await canonicalContent(base);
  const reversed = { ...base, lines: [...base.lines].reverse() };
  const other = await canonicalContent(reversed);
  expect(order.map((index) => base.lines[index]?.rowKey)).toEqual(
    other.order.map((index) => reversed.lines[index]?.rowKey),
  );
});
