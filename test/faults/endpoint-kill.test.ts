import fc from 'fast-check';
import { fetchStatus, submit } from '../../src/submission/client.ts';
import type { Envelope } from '../../src/submission/contract.ts';
import { storeName } from '../intake/database.ts';
import { emptyFolder, keyOf, post } from '../intake/running.ts';
import { envelope, line, manyInvoices } from '../submission/envelopes.ts';
import { proofCount, tell } from '../support/proofs.ts';
import { startProcess, type EndpointProcess } from './endpoint-process.ts';
import { deadline, expectWhole, receiptOf, settle } from './whole-store.ts';

function started(stateDirectory: string): Promise<EndpointProcess> {
  return startProcess(stateDirectory, '--requests-per-minute', '1000000');
}

test('killed right after a receipt: the submission is there, and the same key gives the same receipt', async () => {
  const stateDirectory = await emptyFolder();
  const sent = manyInvoices(20, 4100000000);
  const before = await started(stateDirectory);
  const first = await submit(sent, before.connection, { token: before.token, wait: 0 });
  await before.kill();
  if (first.kind !== 'received') throw new Error(first.kind);

  const after = await started(stateDirectory);
  const again = await submit(sent, after.connection, { token: after.token, wait: 0 });
  expect(again).toMatchObject({ kind: 'received', jws: first.jws, submissionId: first.submissionId });

  const other = envelope([line('a', { invoiceNumber: '4199999999' })]);
  const key = { 'idempotency-key': await keyOf(sent) };
  const facts = { url: after.url, facts: after.connection, close: after.kill };
  const refused = await post(facts as never, after.token, JSON.stringify(other), key);
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([422, 'idempotency-key-reused']);

  const checked = await fetchStatus(after.connection, first.submissionId, { token: after.token, wait: 30 });
  expect(checked).toMatchObject({ kind: 'answered', body: { state: 'checked', receipt: first.jws } });
  expect(await after.stop()).toBe(0);
}, 60_000);

test('one process receives, another one with the same state checks', async () => {
  const stateDirectory = await emptyFolder();
  const receiver = await startProcess(stateDirectory, '--receive-only');
  await started(stateDirectory);
  const outcome = await submit(manyInvoices(3, 4_100_000_000), receiver.connection, {
    token: receiver.token,
    wait: 30,
  });
  expect(outcome.kind === 'received' && outcome.result?.invoices.length).toBe(3);
});

/** New submissions of a round at most: beyond, what was sent before is sent again. */
const newInRound = 25;
/** Receipts that a round asks for again: of the latest, which were nearest to the kill, and of any before. */
const latest = 12;
const anyBefore = 6;

test(
  'killed at random under load: no receipt without its data, no invoice twice, every chain whole',
  async () => {
    const rounds = proofCount(5, 1_000);
    const begun = performance.now();
    const seed = proofCount(20_261_201, Date.now());
    const chance = fc.record({
      moment: fc.integer({ min: 1, max: 250 }),
      places: fc.array(fc.nat(1_000_000), { minLength: anyBefore, maxLength: anyBefore }),
    });
    const stateDirectory = await emptyFolder();
    const receipts = new Map<string, string>();
    const sent: Envelope[] = [];
    let next = 4_100_000_000;
    /** @param place of any size */
    const anyOf = (place: number): readonly Envelope[] => sent.slice(place % Math.max(1, sent.length)).slice(0, 1);
    const tellCounts = (kills: number): void => {
      const counts = `${String(kills)} kills, ${String(sent.length)} submissions, ${String(receipts.size)} receipts`;
      tell(`killed at random, ${storeName}: ${counts}, ${String(Math.round((performance.now() - begun) / 1000))} s`);
    };

    for (const [round, { moment, places }] of fc.sample(chance, { seed, numRuns: rounds }).entries()) {
      if (round % 50 === 0) tellCounts(round);
      const endpoint = await started(stateDirectory);
      for (const each of [...sent.slice(-latest), ...places.flatMap(anyOf)]) {
        const receipt = receipts.get(await keyOf(each));
        if (receipt !== undefined) expect((await receiptOf(each, endpoint))?.receipt).toBe(receipt);
      }
      const killed = new AbortController();
      const before = sent.length;
      let received = 0;
      const busy = Promise.withResolvers<undefined>();
      const sender = async (twin: number): Promise<void> => {
        for (let turn = 0; !killed.signal.aborted; turn += 1) {
          // Two senders share each submission, as a copy of a workbook would.
          const isNew = twin % 2 === 0 && sent.length < before + newInRound;
          if (isNew) {
            sent.push(manyInvoices(1 + (sent.length % 5), next));
            next += 10;
          }
          const isFull = sent.length >= before + newInRound;
          const [each] = isFull ? anyOf((places[turn % anyBefore] ?? 0) + 7 * turn + twin) : sent.slice(-1);
          if (each === undefined) return;
          const receipt = (await receiptOf(each, endpoint, killed.signal))?.receipt ?? null;
          const key = await keyOf(each);
          if (receipt === null) return;
          if (receipts.has(key)) expect(receipt).toBe(receipts.get(key));
          receipts.set(key, receipt);
          received += 1;
          if (received === 3) busy.resolve(undefined);
        }
      };
      const senders = Promise.all([0, 1, 2, 3].map(sender));
      // Every other time it is killed in full work, however slow the machine is; otherwise perhaps at the very beginning.
      if (round % 2 === 0) await Promise.race([busy.promise, senders]);
      await new Promise((resolve) => setTimeout(resolve, moment));
      await endpoint.kill();
      killed.abort();
      await senders;
    }
    tellCounts(rounds);
    expect(receipts.size).toBeGreaterThan(rounds);

    // Whatever was under way is sent again; then everything is there once.
    const last = await started(stateDirectory);
    await settle(sent, receipts, last);
    expect(await last.stop()).toBe(0);
    await expectWhole(stateDirectory, sent);
    tellCounts(rounds);
  },
  deadline,
);
