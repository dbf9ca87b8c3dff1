import { verifyChain } from '../../src/intake/audit/chain.ts';
import { Submissions } from '../../src/intake/store/submissions.ts';
import { fetchStatus, submit } from '../../src/submission/client.ts';
import type { Envelope } from '../../src/submission/contract.ts';
import { storeOf } from '../intake/database.ts';
import { keyOf } from '../intake/running.ts';
import { proofCount } from '../support/proofs.ts';
import type { EndpointProcess } from './endpoint-process.ts';

/** For what hangs, in milliseconds: processes start slowly on a busy machine, and a soak starts a thousand. */
export const deadline = proofCount(600_000, 6 * 3_600_000);

/** Submits without waiting for the check. Null where the signal says that the endpoint is gone. */
export async function receiptOf(
  sent: Envelope,
  endpoint: EndpointProcess,
  signal?: AbortSignal,
): Promise<{ readonly id: string; readonly receipt: string } | null> {
  const { connection, token } = endpoint;
  const outcome = await submit(sent, connection, { token, wait: 0, ...(signal === undefined ? {} : { signal }) });
  if (outcome.kind === 'cancelled') return null;
  if (outcome.kind !== 'received') throw new Error(outcome.kind);
  return { id: outcome.submissionId, receipt: outcome.jws };
}

/**
 * Sends everything once more and waits until it is checked: each key has the receipt that it had before.
 *
 * @param receipts by key, where one was seen
 */
export async function settle(
  sent: readonly Envelope[],
  receipts: ReadonlyMap<string, string>,
  endpoint: EndpointProcess,
): Promise<void> {
  const left = sent.values();
  const askAgain = async (): Promise<void> => {
    for (const each of left) {
      const again = await receiptOf(each, endpoint);
      const key = await keyOf(each);
      expect(again?.receipt).toBe(receipts.get(key) ?? again?.receipt);
      const options = { token: endpoint.token, wait: 60 };
      const status = await fetchStatus(endpoint.connection, again?.id ?? '', options);
      expect(status).toMatchObject({ kind: 'answered', body: { state: 'checked' } });
    }
  };
  await Promise.all(Array.from({ length: 4 }, askAgain));
}

/** What was sent stands in the store once, with its data and its result, its work done, and its chain whole. */
export async function expectWhole(stateDirectory: string, sent: readonly Envelope[]): Promise<void> {
  const store = await storeOf(stateDirectory);
  const submissions = await store.selectFrom('submission').select(['id', 'state']).execute();
  const numbers = await store.selectFrom('invoice').select('invoice_number').execute();
  const work = await store.selectFrom('work_item').select(['submission_id', 'completed_at']).execute();
  expect(submissions).toHaveLength(sent.length);
  expect(numbers).toHaveLength(sent.reduce((sum, each) => sum + each.lines.length, 0));
  expect(new Set(numbers.map((row) => row.invoice_number)).size).toBe(numbers.length);
  expect(work).toHaveLength(sent.length);
  expect(work.filter((item) => item.completed_at === null)).toEqual([]);
  expect(new Set(work.map((row) => row.submission_id)).size).toBe(sent.length);
  const reader = new Submissions(store);
  for (const { id, state } of submissions) {
    expect(state).toBe('checked');
    expect(await reader.document(id, 'envelope')).not.toBeNull();
    expect(await reader.document(id, 'result')).not.toBeNull();
    const chain = await reader.auditChain(id);
    expect(verifyChain(id, chain)).toEqual({ kind: 'whole' });
    const changes = chain.map((entry) => entry.action).filter((action) => action !== 'read');
    expect(changes).toEqual(['received', 'checked']);
  }
  await store.destroy();
}
