import { civilDate } from '../../src/guidance/civil-date.ts';
import { blankLine } from '../../src/guidance/columns.ts';
import { prepareEnvelope, type EnvelopeOrder } from '../../src/submission/prepare-envelope.ts';
import type { ProviderSetup } from '../../src/workbook/model.ts';
import { newRowKey } from '../../src/workbook/row-key.ts';
import { samplePlan } from '../support/sample-plan.ts';
import { sampleContents } from '../support/sample-contents.ts';

const today = civilDate(2026, 11, 2);

async function order(change: Partial<EnvelopeOrder> = {}, setup: Partial<ProviderSetup> = {}): Promise<EnvelopeOrder> {
  const profile = await samplePlan();
  const sample = sampleContents(profile);
  if (today === null) throw new Error('no date');
  return {
    profile,
    setup: { ...sample.setup, ...setup },
    lines: sample.lines.map((text) => ({ rowKey: newRowKey(), text, differences: [] })),
    diagnosisLists: [],
    attempt: 1,
    productVersion: '1.0.0',
    today,
    ...change,
  };
}

test('the sample month becomes an envelope', async () => {
  const prepared = prepareEnvelope(await order());
  expect(prepared).toMatchObject({
    kind: 'prepared',
    envelope: {
      purpose: { kind: 'new' },
      billingProviderNpi: '1291417776',
      attestation: { cannotProduce837: true, on: '2026-11-02' },
    },
  });
  if (prepared.kind === 'prepared') expect(prepared.envelope.lines).toHaveLength(172);
});

test.each<[string, Partial<EnvelopeOrder>, Partial<ProviderSetup>]>([
  ['noLines', { lines: [] }, {}],
  ['notAttested', {}, { attested: false }],
  ['concerns', {}, { purpose: 'replacement', concerns: [] }],
  ['concerns', {}, { purpose: 'void', concerns: ['12'] }],
  [
    'tooManyLines',
    { lines: Array.from({ length: 5_001 }, () => ({ rowKey: newRowKey(), text: blankLine, differences: [] })) },
    {},
  ],
  [
    'unsendableText',
    { lines: [{ rowKey: newRowKey(), text: { ...blankLine, memberAddress: 'x'.repeat(301) }, differences: [] }] },
    {},
  ],
  [
    'unsendableText',
    { lines: [{ rowKey: newRowKey(), text: { ...blankLine, memberAddress: '\ud83d' }, differences: [] }] },
    {},
  ],
])('without what names sender and purpose nothing is put together: %s', async (reason, change, setup) => {
  expect(prepareEnvelope(await order(change, setup))).toEqual({ kind: 'refused', reason });
});

test('a billing NPI that is no number of ten digits names no sender', async () => {
  const { setup, ...rest } = await order();
  const billing = { ...setup.billing, billingProviderNpi: '12' };
  expect(prepareEnvelope({ ...rest, setup: { ...setup, billing } })).toEqual({
    kind: 'refused',
    reason: 'billingProvider',
  });
});

test.each([
  ['replacement', { kind: 'replacement', replaces: ['4100001001'] }],
  ['void', { kind: 'void', voids: ['4100001001'] }],
] as const)('a %s names the invoices that it concerns', async (purpose, expected) => {
  const prepared = prepareEnvelope(await order({}, { purpose, concerns: ['4100001001'] }));
  expect(prepared).toMatchObject({ kind: 'prepared', envelope: { purpose: expected } });
});
