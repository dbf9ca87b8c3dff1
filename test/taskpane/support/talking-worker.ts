import { messagesOf, type ReadingMessage } from '../../../src/taskpane/file-worker/messages.ts';
import type { FileWorker } from '../../../src/taskpane/file-worker/read-in-worker.ts';
import { readTask, type ReadTask } from '../../../src/taskpane/file-worker/read-task.ts';

/** What a worker says to a task. */
export type Speech = (task: ReadTask) => Promise<readonly ReadingMessage[]>;

/** Reads the task, as the pane's own worker does. */
export const readingSpeech: Speech = async (task) => [...messagesOf(await readTask(task))];

/** A worker that says what it is told to, as a browser hands it over: in copies. */
export class TalkingWorker extends EventTarget implements FileWorker {
  ended = false;

  readonly #speech: Speech;

  constructor(speech: Speech = readingSpeech) {
    super();
    this.#speech = speech;
  }

  postMessage(task: ReadTask): void {
    void this.#speech(task).then((messages) => {
      for (const message of messages)
        this.dispatchEvent(new MessageEvent('message', { data: structuredClone(message) }));
    });
  }

  terminate(): void {
    this.ended = true;
  }
}
