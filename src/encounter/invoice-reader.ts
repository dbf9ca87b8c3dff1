import { parseCivilDate } from '../guidance/civil-date.ts';
import { isBlank } from '../guidance/clean-text.ts';
import { columnOf, type ColumnKey, type LineText } from '../guidance/columns.ts';
import { isWellFormed } from '../guidance/formats.ts';
import type { MemberSource } from './member-source.ts';
import type { NoteCode } from './notes.ts';
import type { EncounterTarget } from './target.ts';
import { carriedText, type CarriedText } from './x12/carried-text.ts';

/** The cells of a line that something is read from. */
export type Cells<Key extends ColumnKey> = Pick<LineText, Key>;

/** Something that the file says otherwise than the invoice, or beyond it. */
export interface Remark {
  readonly code: NoteCode;
  readonly column: ColumnKey | null;
}

/** Days that are kept at most: those of some years. */
const mostDates = 4096;

/**
 * Reads the cells of invoices as the file says them, and notes what it says otherwise. One reader reads all invoices of
 * a file: most cells are those of the line before, and are not looked at again.
 */
export class InvoiceReader {
  readonly target: EncounterTarget;
  readonly members: MemberSource;
  /** The first cell that no rule would have accepted. */
  unacceptable: ColumnKey | null = null;
  /** What was noted of the invoice, each once. */
  #remarks: Remark[] = [];
  /** The last text of each column that was well-formed, and what the file says for it. */
  readonly #codes = new Map<ColumnKey, string>();
  readonly #texts = new Map<ColumnKey, { readonly given: string; readonly carried: CarriedText }>();
  /** Days of any column: a claim has a few, and the next one has them again. */
  readonly #dates = new Map<string, string>();

  constructor(target: EncounterTarget, members: MemberSource) {
    this.target = target;
    this.members = members;
  }

  /** What was noted of the invoice so far, each once. */
  get remarks(): readonly Remark[] {
    return this.#remarks;
  }

  /** Begins another invoice. */
  restart(): void {
    this.unacceptable = null;
    if (this.#remarks.length > 0) this.#remarks = [];
  }

  /** Notes something of the invoice. */
  note(code: NoteCode, column: ColumnKey | null): void {
    this.noteAgain({ code, column });
  }

  /** Notes what was noted of an invoice before. */
  noteAgain(remark: Remark): void {
    for (const { code, column } of this.#remarks) if (code === remark.code && column === remark.column) return;
    this.#remarks.push(remark);
  }

  #soFar() {
    return { remarks: this.#remarks, unacceptable: this.unacceptable };
  }

  /** Reads a part of the invoice by itself: what it comes to, what is noted of it alone, and whether it is acceptable. */
  apart<Part>(read: () => Part): {
    readonly part: Part;
    readonly remarks: readonly Remark[];
    readonly isSound: boolean;
  } {
    const around = this.#soFar();
    this.#remarks = [];
    this.unacceptable = null;
    const part = read();
    const own = this.#soFar();
    this.#remarks = around.remarks;
    this.unacceptable = around.unacceptable ?? own.unacceptable;
    for (const remark of own.remarks) this.noteAgain(remark);
    return { part, remarks: own.remarks, isSound: own.unacceptable === null };
  }

  /** Free text in the letters of the file. */
  text<Key extends ColumnKey>(line: Cells<Key>, key: Key): string {
    const given = line[key];
    if (given === '') return '';
    let known = this.#texts.get(key);
    if (known?.given !== given) {
      const carried = carriedText(given);
      if (carried === null || carried.text.length > columnOf(key).element.maximumLength) {
        this.unacceptable ??= key;
        return '';
      }
      known = { given, carried };
      this.#texts.set(key, known);
    }
    if (known.carried.changed) this.note('TEXT_TRANSLITERATED', key);
    return known.carried.text;
  }

  /** Free text that the file cannot do without. */
  requiredText<Key extends ColumnKey>(line: Cells<Key>, key: Key, shortest = 1): string {
    const text = this.text(line, key);
    if (text.length < shortest) this.unacceptable ??= key;
    return text;
  }

  /** A code or number, exactly as its format has it; `''` where it is blank. */
  code<Key extends ColumnKey>(line: Cells<Key>, key: Key): string {
    const text = line[key];
    if (text === '' || this.#codes.get(key) === text) return text;
    if (isBlank(text)) return '';
    if (isWellFormed[columnOf(key).element.format](text)) this.#codes.set(key, text);
    else this.unacceptable ??= key;
    return text;
  }

  /** A code or number that the file cannot do without. */
  requiredCode<Key extends ColumnKey>(line: Cells<Key>, key: Key): string {
    const text = this.code(line, key);
    if (text === '') this.unacceptable ??= key;
    return text;
  }

  /** A date as CCYYMMDD. */
  date<Key extends ColumnKey>(line: Cells<Key>, key: Key): string {
    const given = line[key];
    const known = this.#dates.get(given);
    if (known !== undefined) return known;
    const short = shortDate(given);
    if (short === '') this.requiredCode(line, key);
    else {
      if (this.#dates.size === mostDates) this.#dates.clear();
      this.#dates.set(given, short);
    }
    return short;
  }
}

/** CCYYMMDD of MM/DD/YYYY. */
function shortDate(text: string): string {
  return parseCivilDate(text) === null ? '' : text.slice(6) + text.slice(0, 2) + text.slice(3, 5);
}
