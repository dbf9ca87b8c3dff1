import { createLog } from '../../../src/intake/http/log.ts';
import type { LeasedWork, Outbox } from '../../../src/intake/store/outbox.ts';
import { CheckQueue } from '../../../src/intake/work/check-queue.ts';
import { Precedence } from '../../../src/intake/work/precedence.ts';

/** Work that stands in a list; what the queue asks of the outbox is recorded. */
function outboxOf(ids: string[]) {
  const open = [...ids];
  const released: { id: string; notBefore: Date }[] = [];
  const outbox = {
    claim: () => {
      const id = open.shift();
      return Promise.resolve(id === undefined ? null : { id, submissionId: id, attempts: 1 });
    },
    renew: () => Promise.resolve(),
    release: (work: LeasedWork, notBefore: Date) => {
      released.push({ id: work.id, notBefore });
      return Promise.resolve();
    },
  } as unknown as Outbox;
  return { outbox, released };
}

const clock = (): Date => new Date('2026-11-24T12:00:00Z');
const log = createLog('none');
const precedence = new Precedence();

test('all work is done, never more at once than there are threads', async () => {
  const { outbox } = outboxOf(['a', 'b', 'c', 'd', 'e']);
  const done: string[] = [];
  let [running, most] = [0, 0];
  const check = async (work: LeasedWork): Promise<void> => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    done.push(work.id);
  };
  const queue = new CheckQueue({ outbox, check, clock, concurrency: 2, precedence, log });
  const { done: last } = queue.waitFor('e', 10_000);
  queue.wake();
  await last;
  await queue.close();
  expect([done.toSorted(), most]).toEqual([['a', 'b', 'c', 'd', 'e'], 2]);
});

test('what fails is given back for later, and the rest is done', async () => {
  const { outbox, released } = outboxOf(['bad', 'good']);
  const check = (work: LeasedWork): Promise<void> =>
    work.id === 'bad' ? Promise.reject(new Error('Ofelia')) : Promise.resolve();
  const lines: string[] = [];
  const noisy = createLog({ write: (line) => lines.push(line) });
  const queue = new CheckQueue({ outbox, check, clock, concurrency: 1, precedence, log: noisy });
  const { done } = queue.waitFor('good', 10_000);
  queue.wake();
  await done;
  await queue.close();
  expect(released).toEqual([{ id: 'bad', notBefore: new Date('2026-11-24T12:00:02Z') }]);
  expect(lines.join('')).toContain('check submission');
  expect(lines.join('')).not.toContain('Ofelia');
});

test('a wait ends by itself, by being cancelled, and when the queue closes', async () => {
  const { outbox } = outboxOf([]);
  const queue = new CheckQueue({ outbox, check: () => Promise.resolve(), clock, concurrency: 1, precedence, log });
  await queue.waitFor('a', 0).done;
  const cancelled = queue.waitFor('a', 60_000);
  cancelled.cancel();
  await cancelled.done;
  const left = queue.waitFor('a', 60_000);
  await queue.close();
  await left.done;
  await queue.waitFor('a', 60_000).done;
});

test('a process that only receives takes no work', async () => {
  const { outbox } = outboxOf(['a']);
  const taken: string[] = [];
  const check = (work: LeasedWork): Promise<void> => Promise.resolve(void taken.push(work.id));
  const queue = new CheckQueue({ outbox, check, clock, concurrency: 0, precedence, log });
  queue.wake();
  await queue.close();
  expect(taken).toEqual([]);
});
