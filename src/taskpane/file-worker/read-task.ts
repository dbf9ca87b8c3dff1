import type { PlanProfile } from '../../plan/profile.ts';
import type { SourceList } from '../../workbook/import/source-list.ts';
import { readErrorWorkbook, type ErrorWorkbookFile } from '../../xlsx/errors/read-error-workbook.ts';
import { listInText, readOwnList } from '../../xlsx/own-list.ts';
import type { ImportRefusal } from '../state/fill-state.ts';

/** A biller's own list: a file, or text that was pasted. */
export interface ListTask {
  readonly kind: 'list';
  readonly source: Blob | string;
}

/** An error workbook that came back from the plan. */
export interface ErrorWorkbookTask {
  readonly kind: 'errorWorkbook';
  readonly file: Blob;
  readonly profile: PlanProfile;
}

/** What a person opens in the pane. */
export type ReadTask = ListTask | ErrorWorkbookTask;

/** What comes of reading it. */
export type ReadingOf<Task extends ReadTask> = Task extends ListTask
  ? SourceList | ImportRefusal
  : ErrorWorkbookFile | { readonly kind: 'refused'; readonly reason: 'unreadable' };

/** Reads what was opened. Takes seconds for a large file, all in one go. */
export async function readTask<Task extends ReadTask>(task: Task): Promise<ReadingOf<Task>>;
export async function readTask(task: ReadTask): Promise<ReadingOf<ReadTask>> {
  switch (task.kind) {
    case 'list': {
      if (typeof task.source === 'string') return listInText(task.source);
      const bytes = await bytesOf(task.source);
      return bytes === null ? 'unreadable' : readOwnList(bytes);
    }
    case 'errorWorkbook': {
      const bytes = await bytesOf(task.file);
      return bytes === null ? { kind: 'refused', reason: 'unreadable' } : readErrorWorkbook(bytes, task.profile);
    }
  }
}

/** The bytes of a file; null where they cannot be had any more: it was moved or changed since it was chosen. */
async function bytesOf(file: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
