import { BusyError, TaskFailedError, ThreadPool } from '../../../src/intake/work/pool.ts';
import { manyInvoices } from '../../submission/envelopes.ts';
import { afterTests } from '../running.ts';

const pool = new ThreadPool(2);
afterTests(() => pool.close());
const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

test.each([1, 200])('reads %i lines, on the spot or in a thread, with the same outcome', async (lines) => {
  const outcome = await pool.run({ kind: 'read', body: bytes(manyInvoices(lines, 4100000000)) });
  expect(outcome).toMatchObject({ kind: 'read', summary: { lines, totalCents: lines * 4500 } });
});

test('work beyond the threads waits its turn, in order', async () => {
  const counts = [60, 70, 80, 90, 100];
  const finished: number[] = [];
  await Promise.all(
    counts.map(async (count) => {
      const outcome = await pool.run({ kind: 'read', body: bytes(manyInvoices(count, 4100000000)) });
      finished.push(outcome.kind === 'read' ? outcome.summary.lines : 0);
    }),
  );
  expect(finished.toSorted((left, right) => left - right)).toEqual(counts);
});

test('what fails in a thread is told without its reason, and the next work is done', async () => {
  const body = Buffer.alloc(64 * 1024, 'Ofelia');
  const check = { kind: 'check', body, profile: {}, receivedAt: '', checkedAt: '', timeZone: 'UTC' } as never;
  await expect(pool.run(check)).rejects.toThrow(new TaskFailedError());
  await expect(pool.run({ kind: 'read', body })).resolves.toMatchObject({ kind: 'refused', code: 'malformed-json' });
});

test('more than memory should hold is refused', async () => {
  const narrow = new ThreadPool(1);
  const body = bytes(manyInvoices(30, 4100000000));
  const outcomes = await Promise.allSettled(Array.from({ length: 80 }, () => narrow.run({ kind: 'read', body })));
  await narrow.close();
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused).toHaveLength(80 - 65);
  expect(refused.every((outcome) => outcome.reason instanceof BusyError)).toBe(true);
});

test('after closing nothing is taken', async () => {
  const closed = new ThreadPool(1);
  await closed.close();
  await expect(closed.run({ kind: 'read', body: Buffer.alloc(64 * 1024) })).rejects.toThrow(BusyError);
});
