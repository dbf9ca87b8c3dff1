import { listIn } from '../../../src/taskpane/list-worker/list-in.ts';
import { messagesOf, type ListMessage } from '../../../src/taskpane/list-worker/messages.ts';
import { readInWorker, type ListWorker } from '../../../src/taskpane/list-worker/read-in-worker.ts';

const csv = (lines: number): string =>
  ['Member CIN,Invoice Number', ...Array.from({ length: lines }, (_, line) => `9000000${String(line)}A,1`)].join('\n');

/** A worker that says what it is told to, as a browser hands it over: in copies. */
class SpokenWorker extends EventTarget implements ListWorker {
  ended = false;

  readonly #answer: (source: Blob | string) => Promise<readonly ListMessage[]>;

  constructor(answer: (source: Blob | string) => Promise<readonly ListMessage[]>) {
    super();
    this.#answer = answer;
  }

  postMessage(source: Blob | string): void {
    void this.#answer(source).then((messages) => {
      for (const message of messages)
        this.dispatchEvent(new MessageEvent('message', { data: structuredClone(message) }));
    });
  }

  terminate(): void {
    this.ended = true;
  }
}

const never = new AbortController().signal;
const reading = async (source: Blob | string): Promise<readonly ListMessage[]> => [...messagesOf(await listIn(source))];
const silent = (): Promise<readonly ListMessage[]> => Promise.resolve([]);

test.each([1, 199, 200, 201, 1000])('a list of %d lines comes through whole, and the worker ends', async (lines) => {
  const worker = new SpokenWorker(reading);
  const read = await readInWorker(() => worker, csv(lines), never);
  expect(read).toEqual(await listIn(csv(lines)));
  expect(worker.ended).toBe(true);
});

test('no message holds more than a part of a long list', async () => {
  const messages = [...messagesOf(await listIn(csv(1000)))];
  const pieces = messages.flatMap((message) => (message.kind === 'rows' ? [message.rows.length] : []));
  expect(Math.max(...pieces)).toBeLessThanOrEqual(200);
  expect(messages.map(({ kind }) => kind).at(-1)).toBe('end');
});

test.each([
  ['that is no list', 'nothing of the kind', 'noHeaders'],
  ['with a quotation mark that never closes', 'Member CIN,Invoice Number\n"9,1', 'brokenQuotes'],
])('a text %s is refused with the same reason as in the pane', async (_, text, reason) => {
  const worker = new SpokenWorker(reading);
  expect(await readInWorker(() => worker, text, never)).toBe(reason);
  expect(worker.ended).toBe(true);
});

test('a file that is gone meanwhile is said to be so', async () => {
  const gone = new Blob([]);
  gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
  const worker = new SpokenWorker(reading);
  expect(await readInWorker(() => worker, gone, never)).toBe('unreadable');
});

test('whoever stops the reading ends the worker, and gets nothing of the list', async () => {
  const worker = new SpokenWorker(silent);
  const stopping = new AbortController();
  const read = readInWorker(() => worker, csv(1), stopping.signal);
  stopping.abort(new Error('stopped'));
  await expect(read).rejects.toThrow('stopped');
  expect(worker.ended).toBe(true);
});

test('a reading that was stopped before it began starts no worker', async () => {
  const start = (): ListWorker => {
    throw new Error('started');
  };
  await expect(readInWorker(start, csv(1), AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
});

test.each(['error', 'messageerror'])(
  'after an %s of the worker the pane is left to read for itself',
  async (trouble) => {
    const worker = new SpokenWorker(silent);
    const read = readInWorker(() => worker, csv(1), never);
    worker.dispatchEvent(new Event(trouble));
    expect(await read).toBeNull();
    expect(worker.ended).toBe(true);
  },
);

test('so it is where a reader fails, and where the browser starts none', async () => {
  const failing = new SpokenWorker(() => Promise.resolve([{ kind: 'failed' }]));
  expect(await readInWorker(() => failing, csv(1), never)).toBeNull();
  expect(failing.ended).toBe(true);
  const refused = (): ListWorker => {
    throw new DOMException('no workers here', 'SecurityError');
  };
  expect(await readInWorker(refused, csv(1), never)).toBeNull();
});
