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

/** Waits until those who hold work, by the names that the processes gave themselves, are as asked. */
async function untilHeldBy(condition: (holders: ReadonlySet<string>) => boolean): Promise<readonly string[]> {
  for (;;) {
    const rows = await store.selectFrom('work_item').select('lease_holder').where('completed_at', 'is', null).execute();
    const holders = new Set(rows.flatMap((row) => row.lease_holder ?? []));
    if (condition(holders)) return [...holders];
    await setImmediate();
  }
}

test(
  'two processes share the work; what one holds when it is killed is done by the other, and once',
  async () => {
    const one = await startProcess(stateDirectory, '--requests-per-minute', '1000000');
    // Large enough to be held for a while.
    await send(one, 800);
    const [nameOfOne = ''] = await untilHeldBy((holders) => holders.size === 1);
    const other = await startProcess(stateDirectory, '--requests-per-minute', '1000000');

    const killed = new AbortController();
    const killing = untilHeldBy((holders) => holders.size === 2 && holders.has(nameOfOne)).then(async () => {
      await one.kill();
      killed.abort();
    });
    const sendOn = async (endpoint: EndpointProcess): Promise<void> => {
      while (!killed.signal.aborted) await send(endpoint, 800, endpoint === one ? killed.signal : undefined);
    };
    await Promise.all([killing, sendOn(one), sendOn(one), sendOn(other), sendOn(other)]);

    await settle(sent, receipts, other);
    const takenOver = await store.selectFrom('work_item').select('id').where('attempts', '>', 1).execute();
    expect(takenOver).not.toEqual([]);
    expect(await other.stop()).toBe(0);
    await expectWhole(stateDirectory, sent);
  },
  deadline,
);
