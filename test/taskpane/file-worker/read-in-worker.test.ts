import { messagesOf } from '../../../src/taskpane/file-worker/messages.ts';
import { readInWorker, type FileWorker } from '../../../src/taskpane/file-worker/read-in-worker.ts';
import { readTask, type ReadTask } from '../../../src/taskpane/file-worker/read-task.ts';
import { errorWorkbook } from '../../../src/xlsx/errors/error-workbook.ts';
import { dirtyReport } from '../../support/dirty-report.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { TalkingWorker } from '../support/talking-worker.ts';

const csv = (lines: number): string =>
  ['Member CIN,Invoice Number', ...Array.from({ length: lines }, (_, line) => `9000000${String(line)}A,1`)].join('\n');
const list = (source: Blob | string): Extract<ReadTask, { kind: 'list' }> => ({ kind: 'list', source });

const never = new AbortController().signal;
const silent = (): Promise<readonly []> => Promise.resolve([]);

test.each([0, 1, 199, 200, 201, 1000])('a list of %d lines comes through whole, and the worker ends', async (lines) => {
  const worker = new TalkingWorker();
  const read = await readInWorker(() => worker, list(csv(lines)), never);
  expect(read).toEqual(await readTask(list(csv(lines))));
  expect(worker.ended).toBe(true);
});

test('an error workbook comes through whole', async () => {
  const profile = await samplePlan();
  const file = new Blob([Uint8Array.from(await errorWorkbook(dirtyReport(profile)))]);
  const task = { kind: 'errorWorkbook', file, profile } as const;
  const read = await readInWorker(() => new TalkingWorker(), task, never);
  expect(read).toEqual(await readTask(task));
  expect(read?.kind).toBe('errors');
});

test('a file that is no error workbook is refused with the same reason as in the pane', async () => {
  const task = { kind: 'errorWorkbook', file: new Blob(['name,cin\n']), profile: await samplePlan() } as const;
  expect(await readInWorker(() => new TalkingWorker(), task, never)).toEqual({
    kind: 'refused',
    reason: 'notAnErrorWorkbook',
  });
});

test('no message holds more than a part of what there is much of', async () => {
  const messages = [...messagesOf(await readTask(list(csv(1000))))];
  const pieces = messages.flatMap((message) => (message.kind === 'items' ? [message.items.length] : []));
  expect(Math.max(...pieces)).toBeLessThanOrEqual(200);
  expect(messages.map(({ kind }) => kind).at(-1)).toBe('end');
});

test.each([
  ['that is no list', 'nothing of the kind', 'noHeaders'],
  ['with a quotation mark that never closes', 'Member CIN,Invoice Number\n"9,1', 'brokenQuotes'],
])('a text %s is refused with the same reason as in the pane', async (_, text, reason) => {
  const worker = new TalkingWorker();
  expect(await readInWorker(() => worker, list(text), never)).toBe(reason);
  expect(worker.ended).toBe(true);
});

describe('a file that is gone meanwhile is said to be so', () => {
  const gone = new Blob([]);
  gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));

  test('as a list', async () => {
    expect(await readInWorker(() => new TalkingWorker(), list(gone), never)).toBe('unreadable');
  });

  test('as an error workbook', async () => {
    const task = { kind: 'errorWorkbook', file: gone, profile: await samplePlan() } as const;
    expect(await readInWorker(() => new TalkingWorker(), task, never)).toEqual({
      kind: 'refused',
      reason: 'unreadable',
    });
  });
});

test('whoever stops the reading ends the worker, and gets nothing of the list', async () => {
  const worker = new TalkingWorker(silent);
  const stopping = new AbortController();
  const read = readInWorker(() => worker, list(csv(1)), stopping.signal);
  stopping.abort(new Error('stopped'));
  await expect(read).rejects.toThrow('stopped');
  expect(worker.ended).toBe(true);
});

test('a reading that was stopped before it began starts no worker', async () => {
  const start = (): FileWorker => {
    throw new Error('started');
  };
  const stopped = AbortSignal.abort(new Error('stopped'));
  await expect(readInWorker(start, list(csv(1)), stopped)).rejects.toThrow('stopped');
});

test.each(['error', 'messageerror'])(
  'after an %s of the worker the pane is left to read for itself',
  async (trouble) => {
    const worker = new TalkingWorker(silent);
    const read = readInWorker(() => worker, list(csv(1)), never);
    worker.dispatchEvent(new Event(trouble));
    expect(await read).toBeNull();
    expect(worker.ended).toBe(true);
  },
);

test('so it is where a reader fails, and where the browser starts none', async () => {
  const failing = new TalkingWorker(() => Promise.resolve([{ kind: 'failed' }]));
  expect(await readInWorker(() => failing, list(csv(1)), never)).toBeNull();
  expect(failing.ended).toBe(true);
  const refused = (): FileWorker => {
    throw new DOMException('no workers here', 'SecurityError');
  };
  expect(await readInWorker(refused, list(csv(1)), never)).toBeNull();
});
