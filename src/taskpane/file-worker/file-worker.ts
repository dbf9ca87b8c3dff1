import { messagesOf, type ReadingMessage } from './messages.ts';
import { readTask, type ReadTask } from './read-task.ts';

const tell = (message: ReadingMessage): void => {
  globalThis.postMessage(message);
};

/** The worker's one task: it gets one source, and is ended by the pane once everything was told. */
globalThis.addEventListener('message', ({ data }: MessageEvent<ReadTask>) => {
  readTask(data).then(
    (reading) => {
      for (const message of messagesOf(reading)) tell(message);
    },
    () => {
      tell({ kind: 'failed' });
    },
  );
});
