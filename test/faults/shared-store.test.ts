import { setImmediate } from 'node:timers/promises';
import type { Envelope } from '../../src/submission/contract.ts';
import { storeOf } from '../intake/database.ts';
import { afterTests, emptyFolder, keyOf } from '../intake/running.ts';
import { manyInvoices } from '../submission/envelopes.ts';
import { startProcess, type EndpointProcess } from './endpoint-process.ts';
import { deadline, expectWhole, receiptOf, settle } from './whole-store.ts';

const stateDirectory = await emptyFolder();
const store = await storeOf(stateDirectory);
afterTests(() => store.destroy());

const sent: Envelope[] = [];
const receipts = new Map<string, string>();

async function send(endpoint: EndpointProcess, invoices: number, signal?: AbortSignal): Promise<void> {
  const next = manyInvoices(invoices, 4_100_000_000 + 1_000 * sent.length);
  sent.push(next);
  const received = await receiptOf(next, endpoint, signal);
  if (received !== null) receipts.set(await keyOf(next), received.receipt);
}

/** Those who hold work just now, by the names that the processes gave themselves. */
async function holdersNow(): Promise<ReadonlySet<string>> {
  const rows = await store.selectFrom('work_item').select('lease_holder').where('completed_at', 'is', null).execute();
  return new Set(rows.flatMap((row) => row.lease_holder ?? []));
}

/** Ends the waiting before the test's own deadline, so that nothing runs on after it. */
const waiting = AbortSignal.timeout(deadline * 0.8);

/** Waits until they are as asked. @throws where it does not come about in time */
async function untilHeldBy(condition: (holders: ReadonlySet<string>) => boolean): Promise<readonly string[]> {
  for (;;) {
    waiting.throwIfAborted();
    const holders = await holdersNow();
    if (condition(holders)) return [...holders];
    await setImmediate();
  }
}

/** Kills a process while it holds work, beside another one that does too. */
async function killHolding(endpoint: EndpointProcess, name: string): Promise<void> {
  for (;;) {
    await untilHeldBy((holders) => holders.size === 2 && holders.has(name));
    // It may complete its work meanwhile: it is stopped first, and looked at again.
    endpoint.pause();
    if ((await holdersNow()).has(name)) return endpoint.kill();
    endpoint.resume();
  }
}

/** Sends large submissions, one after the other, until something has come about. */
async function sendingUntil<T>(awaited: Promise<T>, endpoint: EndpointProcess, signal?: AbortSignal): Promise<T> {
  const done = new AbortController();
  const outcome = awaited.finally(() => {
    done.abort();
  });
  while (!done.signal.aborted) await send(endpoint, 800, signal);
  return outcome;
}

test(
  'two processes share the work; what one holds when it is killed is done by the other, and once',
  async () => {
    const one = await startProcess(stateDirectory, '--requests-per-minute', '1000000');
    const names = untilHeldBy((holders) => holders.size === 1);
    // A submission may be checked before anybody looks who holds it: then the next one tells.
    const [nameOfOne = ''] = await sendingUntil(names, one);
    const other = await startProcess(stateDirectory, '--requests-per-minute', '1000000');

    const killed = new AbortController();
    const killing = killHolding(one, nameOfOne).then(() => {
      killed.abort();
    });
    await Promise.all([
      sendingUntil(killing, one, killed.signal),
      sendingUntil(killing, one, killed.signal),
      sendingUntil(killing, other),
      sendingUntil(killing, other),
    ]);

    await settle(sent, receipts, other);
    const takenOver = await store.selectFrom('work_item').select('id').where('attempts', '>', 1).execute();
    expect(takenOver).not.toEqual([]);
    expect(await other.stop()).toBe(0);
    await expectWhole(stateDirectory, sent);
  },
  deadline,
);
