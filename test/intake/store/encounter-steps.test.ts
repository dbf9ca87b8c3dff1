import { InvoiceChangedError } from '../../../src/intake/store/invoice-changes.ts';
import { recordEncounters } from '../../../src/intake/store/encounter-steps.ts';
import { storeOf } from '../database.ts';
import { fetchInvoiceHistory, submit } from '../../../src/submission/client.ts';
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
const record = (ordinals: readonly number[], to: 'written' | 'accepted' | 'rejected') =>
  recordEncounters(
    store,
    ordinals.map((ordinal) => ({ submissionId, ordinal })),
    { to, at, actor: 'endpoint', detail: { interchange: '000000001' } },
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
