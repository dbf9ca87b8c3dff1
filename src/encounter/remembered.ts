import type { ColumnKey } from '../guidance/columns.ts';
import type { Cells, InvoiceReader, Remark } from './invoice-reader.ts';

/**
 * A part of an invoice that depends on some cells of a line alone, and is worked out once for as long as these stay the
 * same: the provider of a month's invoices, the service of an invoice's lines. What was noted of it is noted of every
 * invoice that has it.
 */
export class Remembered<Key extends ColumnKey, Part> {
  readonly #keys: readonly Key[];
  readonly #read: (line: Cells<Key>, reader: InvoiceReader) => Part;
  #last: { readonly line: Cells<Key>; readonly part: Part; readonly remarks: readonly Remark[] } | null = null;

  /** @param keys every cell that the part is read from */
  constructor(keys: readonly Key[], read: (line: Cells<Key>, reader: InvoiceReader) => Part) {
    this.#keys = keys;
    this.#read = read;
  }

  /** The part of a line. What cannot be accepted is worked out anew, so that its cell is named each time. */
  of(line: Cells<Key>, reader: InvoiceReader): Part {
    const last = this.#last;
    if (last !== null && this.#isSame(last.line, line)) {
      for (const remark of last.remarks) reader.noteAgain(remark);
      return last.part;
    }
    const { part, remarks, isSound } = reader.apart(() => this.#read(line, reader));
    this.#last = isSound ? { line, part, remarks } : null;
    return part;
  }

  #isSame(left: Cells<Key>, right: Cells<Key>): boolean {
    if (left === right) return true;
    for (const key of this.#keys) if (left[key] !== right[key]) return false;
    return true;
  }
}
