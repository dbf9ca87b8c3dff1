import type { SourceList } from '../../workbook/import/source-list.ts';
import { listInText, readOwnList } from '../../xlsx/own-list.ts';
import type { ImportRefusal } from '../state/fill-state.ts';

/** Reads the list in a file, or in text that was pasted. Takes seconds for a large one, all in one go. */
export async function listIn(source: Blob | string): Promise<SourceList | ImportRefusal> {
  if (typeof source === 'string') return listInText(source);
  try {
    return readOwnList(new Uint8Array(await source.arrayBuffer()));
  } catch (error) {
    // The bytes cannot be had any more: the file was moved or changed since it was chosen.
    if (error instanceof DOMException) return 'unreadable';
    throw error;
  }
}
