import { parseCivilDate } from '../guidance/civil-date.ts';
import { isBlank } from '../guidance/clean-text.ts';
import { columnOf, type ColumnKey, type LineText } from '../guidance/columns.ts';
import { isWellFormed } from '../guidance/formats.ts';
import type { MemberSource } from './member-source.ts';
import type { NoteCode } from './notes.ts';
import type { EncounterTarget } from './target.ts';
import { carriedText, type CarriedText } from './x12/carried-text.ts';

/**
 * Reads the cells of invoices as the file says them, and notes what it says otherwise. One reader reads all invoices of
 * a file: most cells are those of the line before, and are not looked at again.
 */
export class InvoiceReader {
  readonly target: EncounterTarget;
  readonly members: MemberSource;
  readonly note: (code: NoteCode, column: ColumnKey | null) => void;
  /** The first cell that no rule would have accepted. */
  unacceptable: ColumnKey | null = null;
  /** The last text of each column that was well-formed, and what the file says for it. */
  readonly #codes = new Map<ColumnKey, string>();
  readonly #texts = new Map<ColumnKey, { readonly given: string; readonly carried: CarriedText }>();
  readonly #dates = new Map<ColumnKey, { readonly given: string; readonly short: string }>();

  constructor(
    target: EncounterTarget,
    members: MemberSource,
    note: (code: NoteCode, column: ColumnKey | null) => void,
  ) {
    this.target = target;
    this.members = members;
    this.note = note;
  }

  /** Begins another invoice. */
  restart(): void {
    this.unacceptable = null;
  }

  /** Free text in the letters of the file. */
  text(line: LineText, key: ColumnKey): string {
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
  requiredText(line: LineText, key: ColumnKey, shortest = 1): string {
    const text = this.text(line, key);
    if (text.length < shortest) this.unacceptable ??= key;
    return text;
  }

  /** A code or number, exactly as its format has it; `''` where it is blank. */
  code(line: LineText, key: ColumnKey): string {
    const text = line[key];
    if (text === '' || this.#codes.get(key) === text) return text;
    if (isBlank(text)) return '';
    if (isWellFormed[columnOf(key).element.format](text)) this.#codes.set(key, text);
    else this.unacceptable ??= key;
    return text;
  }

  /** A code or number that the file cannot do without. */
  requiredCode(line: LineText, key: ColumnKey): string {
    const text = this.code(line, key);
    if (text === '') this.unacceptable ??= key;
    return text;
  }

  /** A date as CCYYMMDD. */
  date(line: LineText, key: ColumnKey): string {
    const given = line[key];
    const known = this.#dates.get(key);
    if (known?.given === given) return known.short;
    const short = shortDate(given);
    if (short === '') this.requiredCode(line, key);
    else this.#dates.set(key, { given, short });
    return short;
  }
}

/** CCYYMMDD of MM/DD/YYYY. */
function shortDate(text: string): string {
  return parseCivilDate(text) === null ? '' : text.slice(6) + text.slice(0, 2) + text.slice(3, 5);
}
