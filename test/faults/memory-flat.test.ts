import * as z from 'zod';
import { fetchFindings, submit } from '../../src/submission/client.ts';
import { printCsv } from '../../src/xlsx/csv.ts';
import { storeName } from '../intake/database.ts';
import { emptyFolder, get } from '../intake/running.ts';
import { manyInvoices, validLine } from '../submission/envelopes.ts';
import { proofCount, tell } from '../support/proofs.ts';
import { mean, slopeOf } from '../support/trend.ts';
import { start, type EndpointProcess } from './endpoint-process.ts';

/** For how long it is loaded, and how often it is measured; milliseconds. */
const duration = proofCount(10_000, 10 * 60_000);
const interval = proofCount(500, 5_000);
/**
 * By how much of itself what is held may grow in the second half: in a soak a twentieth. In `npm test`, which is over
 * before everything has been used once, a leak of every request's body would still go beyond.
 */
const allowed = proofCount(0.5, 0.05);
/** Milliseconds between two requests of a sender: a bounded load. */
const pace = 40;

const memory = z.object({ held: z.number(), resident: z.number() });
type Memory = z.infer<typeof memory>;

/** What the process holds after a full collection, and what it has of the machine; bytes. */
async function measure(endpoint: EndpointProcess): Promise<Memory> {
  const lines = () => [...endpoint.output().matchAll(/^memory (\{.*\})$/gm)];
  const before = lines().length;
  endpoint.signal('SIGUSR2');
  for (;;) {
    const line = lines()[before]?.[1];
    if (line !== undefined) return memory.parse(JSON.parse(line));
    await pause(10);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** What a day brings, in turn: a small submission, the same again, its findings, a list, and now and then a large one. */
async function send(endpoint: EndpointProcess, turn: number): Promise<void> {
  const { connection, token } = endpoint;
  const first = 1_000_000_000 + 1_000 * turn;
  const sent = manyInvoices(turn % 50 === 0 ? 400 : 3, first);
  for (const wait of [20, 0]) {
    const outcome = await submit(sent, connection, { token, wait });
    if (outcome.kind !== 'received') throw new Error(outcome.kind);
    if (wait > 0) continue;
    expect((await fetchFindings(connection, outcome.submissionId, { token })).kind).toBe('answered');
    const answer = await get(endpoint as never, token, `/v1/submissions/${outcome.submissionId}/errors.csv`);
    expect([200, 404]).toContain(answer.status);
    await answer.text();
  }
  const list = printCsv([{ ...validLine, invoiceNumber: String(first + 900), memberCin: 'nonsense' }]);
  const headers = { 'content-type': 'text/csv', authorization: `Bearer ${token}` };
  const response = await fetch(`${endpoint.url}/v1/submissions`, { method: 'POST', body: list, headers });
  expect(response.status).toBe(201);
  await response.text();
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

test(
  `loaded for ${String(duration / 1000)} seconds: what it holds does not grow`,
  async () => {
    const options = ['--quiet', '--requests-per-minute', '1000000'];
    const endpoint = await start(await emptyFolder(), {
      options,
      script: 'serve-measured.ts',
      nodeOptions: ['--expose-gc'],
    });
    const end = performance.now() + duration;
    let turn = 0;
    const sender = async (): Promise<void> => {
      while (performance.now() < end) {
        turn += 1;
        await send(endpoint, turn);
        await pause(pace);
      }
    };
    const senders = Promise.all([sender(), sender()]);
    const measured: (Memory & { readonly at: number })[] = [];
    while (performance.now() < end) {
      measured.push({ ...(await measure(endpoint)), at: performance.now() });
      await pause(interval);
    }
    await senders;
    expect(await endpoint.stop()).toBe(0);

    const later = measured.filter(({ at }) => at > end - duration / 2);
    expect(later.length).toBeGreaterThan(4);
    const growth = (part: keyof Memory): number => {
      const values = later.map(({ [part]: value, at }) => ({ at, value }));
      return (slopeOf(values) * (duration / 2)) / mean(values.map(({ value }) => value));
    };
    const [held, resident] = [growth('held'), growth('resident')];
    const figures = (part: keyof Memory) =>
      `${part} ${megabytes(mean(later.map((each) => each[part])))} MB, ${(100 * growth(part)).toFixed(2)} % in the second half`;
    tell(`memory, ${storeName}: ${String(turn)} turns, ${figures('held')}; ${figures('resident')}`);
    expect(held).toBeLessThan(allowed);
    // The allocator keeps what it was given for a peak: it may follow more slowly.
    expect(resident).toBeLessThan(3 * allowed);
  },
  duration + 300_000,
);
