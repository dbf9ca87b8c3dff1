import type { SourceList, SourceRow } from '../../workbook/import/source-list.ts';
import type { ImportRefusal } from '../state/fill-state.ts';

/** What the worker says: rows in pieces, then the rest of the list; or that there is none. */
export type ListMessage =
  | { readonly kind: 'rows'; readonly rows: readonly SourceRow[] }
  | { readonly kind: 'end'; readonly list: Omit<SourceList, 'rows'> }
  | { readonly kind: 'refused'; readonly refusal: ImportRefusal }
  /** Something is wrong with the reader itself. What, it does not say: an error's text might hold what a cell holds. */
  | { readonly kind: 'failed' };

/** Rows in one message: the pane takes each in within a few milliseconds, and answers in between. */
const rowsAtOnce = 200;

/** What was read, as messages. */
export function* messagesOf(read: SourceList | ImportRefusal): Generator<ListMessage, undefined, undefined> {
  if (typeof read === 'string') {
    yield { kind: 'refused', refusal: read };
    return;
  }
  const { rows, ...list } = read;
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    yield { kind: 'rows', rows: rows.slice(first, first + rowsAtOnce) };
  }
  yield { kind: 'end', list };
}
