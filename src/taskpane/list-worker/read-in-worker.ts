import type { SourceList, SourceRow } from '../../workbook/import/source-list.ts';
import type { ImportRefusal } from '../state/fill-state.ts';
import type { ListMessage } from './messages.ts';

/** What reading needs of a worker. */
export type ListWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

/**
 * Reads a list in a worker of its own, which ends with the reading, and with it everything that it held of members.
 *
 * @param signal ends the worker at once
 * @returns null where no worker starts, or where it fails: the caller then reads for itself
 * @throws the signal's reason where it was stopped
 */
export function readInWorker(
  start: () => ListWorker,
  source: Blob | string,
  signal: AbortSignal,
): Promise<SourceList | ImportRefusal | null> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    let worker: ListWorker;
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
    const end = (outcome: SourceList | ImportRefusal | null): void => {
      signal.removeEventListener('abort', stop);
      worker.terminate();
      resolve(outcome);
    };
    signal.addEventListener('abort', stop, { once: true });
    const rows: SourceRow[] = [];
    worker.addEventListener('message', ({ data }: MessageEvent<ListMessage>) => {
      switch (data.kind) {
        case 'rows':
          rows.push(...data.rows);
          return;
        case 'end':
          end({ ...data.list, rows });
          return;
        case 'refused':
          end(data.refusal);
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
    worker.postMessage(source);
  });
}
