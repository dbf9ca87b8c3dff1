import { InvoiceChangedError } from '../../../src/intake/store/invoice-changes.ts';
import { recordEncounters } from '../../../src/intake/store/encounter-steps.ts';
import { transact } from '../../../src/intake/store/transact.ts';
import { storeOf } from '../database.ts';
import { fetchInvoiceHistory, submit } from '../../../src/submission/client.ts';
import type { EncounterFinding } from '../../../src/submission/invoice-history.ts';
import { envelope, manyInvoices } from '../../submission/envelopes.ts';
import { emptyFolder, running, signedIn, afterTests } from '../running.ts';

const stateDirectory = await emptyFolder();
const endpoint = await running({ stateDirectory });
const { connection, token } = await signedIn(endpoint);
const { lines } = manyInvoices(3, 4_100_000_000);
// The last one comes back.
const sent = envelope(
  lines.map((each, place) => (place < 2 ? each : { ...each, values: { ...each.values, memberCin: 'nonsense' } })),
);
const outcome = await submit(sent, connection, { token });
const store = await storeOf(stateDirectory);
afterTests(() => store.destroy());

const at = '2026-12-10T20:00:00.000Z';
const submissionId = outcome.kind === 'received' ? outcome.submissionId : '';
const why: readonly EncounterFinding[] = [
  { rule: 'MEMBER_CIN_FORMAT', reason: 'A7:562:85', column: 'memberCin', rowKey: 'row-1' },
  { rule: null, reason: 'A3:21', column: null, rowKey: null },
];
const record = (ordinals: readonly number[], to: 'written' | 'accepted' | 'rejected') =>
  transact(store, (transaction) =>
    recordEncounters(
      transaction,
      ordinals.map((ordinal) => ({ submissionId, ordinal, ...(ordinal === 0 ? { findings: why } : {}) })),
      { to, at, actor: 'endpoint', detail: { interchange: '000000001' } },
    ),
  );

async function encounterOf(invoiceNumber: string) {
  const answer = await fetchInvoiceHistory(connection, invoiceNumber, { token });
  if (answer.kind !== 'answered') throw new Error(answer.kind);
  const steps = answer.body.submissions[0]?.steps.filter(({ of }) => of === 'encounter') ?? [];
  return [answer.body.encounter, ...steps.map(({ state }) => state)];
}

test('encounters are written, rejected, written again and accepted, and the history tells it', async () => {
  await record([0, 1], 'written');
  await record([0], 'rejected');
  await record([1], 'accepted');
  await record([0], 'written');
  expect(await encounterOf('4100000000')).toEqual(['written', 'written', 'rejected', 'written']);
  expect(await encounterOf('4100000001')).toEqual(['accepted', 'written', 'accepted']);
});

test('why an encounter was rejected stands with its step, and with no other step or invoice', async () => {
  const answer = await fetchInvoiceHistory(connection, '4100000000', { token });
  if (answer.kind !== 'answered') throw new Error(answer.kind);
  const steps = answer.body.submissions[0]?.steps.filter((step) => step.of === 'encounter') ?? [];
  expect(steps.map(({ state, findings }) => [state, findings])).toEqual([
    ['written', undefined],
    ['rejected', why],
    ['written', undefined],
  ]);
});

test('of invoices that are rejected together each has its own reasons', async () => {
  const two = envelope(manyInvoices(2, 4_200_000_500).lines);
  const sentToo = await submit(two, connection, { token });
  if (sentToo.kind !== 'received') throw new Error(sentToo.kind);
  const places = [0, 1].map((ordinal) => ({ submissionId: sentToo.submissionId, ordinal }));
  const news = { at, actor: 'endpoint', detail: {} };
  await transact(store, (transaction) => recordEncounters(transaction, places, { ...news, to: 'written' }));
  const [first, second] = why;
  if (first === undefined || second === undefined) throw new Error('two reasons');
  const answered = places.map((place, index) => ({ ...place, findings: [index === 0 ? first : second] }));
  await transact(store, (transaction) => recordEncounters(transaction, answered, { ...news, to: 'rejected' }));
  const found = [];
  for (const { invoiceNumber } of sentToo.result?.invoices ?? []) {
    const answer = await fetchInvoiceHistory(connection, invoiceNumber ?? '', { token });
    if (answer.kind !== 'answered') throw new Error(answer.kind);
    found.push(answer.body.submissions[0]?.steps.findLast((step) => step.of === 'encounter')?.findings);
  }
  expect(found).toEqual([[first], [second]]);
});

test.each<[string, readonly number[], 'written' | 'accepted' | 'rejected']>([
  ['one that came back has none', [2], 'written'],
  ['one that was accepted is not written again', [1], 'written'],
  ['one that is not there', [7], 'written'],
  ['one among several that can', [0, 1], 'accepted'],
])('%s: nothing is recorded', async (_, ordinals, to) => {
  const before = [await encounterOf('4100000000'), await encounterOf('4100000001'), await encounterOf('4100000002')];
  await expect(record(ordinals, to)).rejects.toThrow(InvoiceChangedError);
  expect([await encounterOf('4100000000'), await encounterOf('4100000001'), await encounterOf('4100000002')]).toEqual(
    before,
  );
});
