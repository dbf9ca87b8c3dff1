import { ReadingParts, type ReadingMessage } from './messages.ts';
import type { ReadingOf, ReadTask } from './read-task.ts';

/** What reading needs of a worker. */
export type FileWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

/**
 * Reads what a person opened in a worker of its own, which ends with the reading, and with it everything that it held
 * of members.
 *
 * @param signal ends the worker at once
 * @returns null where no worker starts, or where it fails: the caller then reads for itself
 * @throws the signal's reason where it was stopped
 */
export function readInWorker<Task extends ReadTask>(
  start: () => FileWorker,
  task: Task,
  signal: AbortSignal,
): Promise<ReadingOf<Task> | null> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    let worker: FileWorker;
    try {
      worker = start();
    } catch {
      resolve(null);
      return;
    }
    const stop = (): void => {
      worker.terminate();
      reject(signal.reason as Error);
    };
    const end = (reading: ReadingOf<Task> | null): void => {
      signal.removeEventListener('abort', stop);
      worker.terminate();
      resolve(reading);
    };
    signal.addEventListener('abort', stop, { once: true });
    const parts = new ReadingParts();
    worker.addEventListener('message', ({ data }: MessageEvent<ReadingMessage>) => {
      switch (data.kind) {
        case 'items':
          parts.take(data);
          return;
        case 'end':
          // The worker is this pane's own code, and reads the task that it got.
          end(parts.whole(data) as ReadingOf<Task>);
          return;
        case 'failed':
          end(null);
      }
    });
    for (const trouble of ['error', 'messageerror'] as const) {
      worker.addEventListener(trouble, () => {
        end(null);
      });
    }
    worker.postMessage(task);
  });
}
