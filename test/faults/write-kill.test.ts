import fc from 'fast-check';
import type { Envelope } from '../../src/submission/contract.ts';
import { storeName } from '../intake/database.ts';
import { emptyFolder, keyOf } from '../intake/running.ts';
import { manyInvoices } from '../submission/envelopes.ts';
import { proofCount, tell } from '../support/proofs.ts';
import { startDying, startProcess } from './endpoint-process.ts';
import { deadline, expectWhole, receiptOf, settle } from './whole-store.ts';

/**
 * Writes from a submission's first to the end of its check: 8 to store it, 1 to lease the work, 3 to record its services,
 * 7 to complete it.
 */
const writes = 19;
const moments = Array.from({ length: writes }, (_, index) => [
  `before ${String(index + 1)}`,
  `after ${String(index + 1)}`,
]).flat();

test(
  'killed at a write, any of them: nothing is lost, nothing is there twice',
  async () => {
    const rounds = proofCount(4, 1_000);
    const seed = proofCount(20_261_130, Date.now());
    const [start = 0] = fc.sample(fc.nat(moments.length - 1), { seed, numRuns: 1 });
    const stateDirectory = await emptyFolder();
    const sent: Envelope[] = [];
    const receipts = new Map<string, string>();
    const begun = performance.now();
    const tellCounts = (kills: number): void => {
      const counts = `${String(kills)} kills, ${String(sent.length)} submissions, ${String(receipts.size)} receipts`;
      tell(`killed at a write, ${storeName}: ${counts}, ${String(Math.round((performance.now() - begun) / 1000))} s`);
    };
    for (let round = 0; round < rounds; round += 1) {
      if (round % 50 === 0) tellCounts(round);
      // A step of 7 comes past all 38 moments before it comes back, early and late ones in turn.
      const endpoint = await startDying(stateDirectory, moments[(start + 7 * round) % moments.length] ?? '');
      const gone = new AbortController();
      const died = endpoint.ended.then(() => {
        gone.abort();
      });
      const before = sent.at(-1);
      const next = manyInvoices(3, 4_100_000_000 + 10 * round);
      sent.push(next);
      for (const each of before === undefined ? [next] : [before, next]) {
        const received = await receiptOf(each, endpoint, gone.signal);
        const key = await keyOf(each);
        if (received !== null) expect(received.receipt).toBe(receipts.get(key) ?? received.receipt);
        if (received !== null) receipts.set(key, received.receipt);
      }
      await died;
    }
    const last = await startProcess(stateDirectory);
    await settle(sent, receipts, last);
    expect(await last.stop()).toBe(0);
    await expectWhole(stateDirectory, sent);
    tellCounts(rounds);
  },
  deadline,
);
