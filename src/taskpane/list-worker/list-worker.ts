import { listIn } from './list-in.ts';
import { messagesOf, type ListMessage } from './messages.ts';

const tell = (message: ListMessage): void => {
  globalThis.postMessage(message);
};

/** The worker's one task: it gets one source, and is ended by the pane once everything was told. */
globalThis.addEventListener('message', ({ data }: MessageEvent<Blob | string>) => {
  listIn(data).then(
    (read) => {
      for (const message of messagesOf(read)) tell(message);
    },
    () => {
      tell({ kind: 'failed' });
    },
  );
});
