import type { CivilDate } from './civil-date.ts';
import { dotted, fiscalYearOf, isDiagnosisShape, undotted } from './diagnosis-codes.ts';

/** An entry of an ICD-10-CM list: a code that can be reported, or the header of longer codes. */
export interface DiagnosisEntry {
  /** With or without its dot. */
  readonly code: string;
  readonly reportable: boolean;
}

/** What a list says of a code; `unknown` where it has no such entry. */
export type DiagnosisKind = 'reportable' | 'header' | 'unknown';

/** Longest code without its dot. */
const longest = 7;

/** A place of a code is blank, a digit or a letter. */
const base = 37;

/**
 * All ICD-10-CM codes of one federal fiscal year. Immutable.
 *
 * Held as one sorted array of numbers, eight bytes an entry: the 98,403 entries of fiscal year 2027 take 0.8 MB, and
 * a look-up is a binary search of 80 to 160 ns. A `Map` of strings answers in 20 to 50 ns and takes ten times the
 * memory, in the pane and again in every thread of the endpoint.
 */
export class DiagnosisList {
  /** Federal fiscal year: 2027 is from 10/01/2026 to 09/30/2027. */
  readonly fiscalYear: number;
  /** Entries, headers included. */
  readonly size: number;
  readonly reportableCount: number;
  /** Twice the {@link rankOf} a code, and one more where it can be reported; ascending. */
  readonly #keys: Float64Array;

  private constructor(fiscalYear: number, keys: Float64Array) {
    this.fiscalYear = fiscalYear;
    this.#keys = keys;
    this.size = keys.length;
    this.reportableCount = keys.reduce((sum, key) => sum + (key % 2), 0);
  }

  /**
   * Makes a list of entries in any order.
   *
   * @throws RangeError where a code has not the shape of one, or stands twice
   */
  static of(fiscalYear: number, entries: Iterable<DiagnosisEntry>): DiagnosisList {
    const keys = Float64Array.from(entries, ({ code, reportable }) => {
      if (!isDiagnosisShape(code)) throw new RangeError('An entry is no ICD-10-CM code');
      return rankOf(code) * 2 + (reportable ? 1 : 0);
    }).sort();
    const doubled = keys.some((key, place) => place > 0 && half(key) === half(keys[place - 1] ?? Number.NaN));
    if (doubled) throw new RangeError('A code stands twice');
    return new DiagnosisList(fiscalYear, keys);
  }

  /** Whether this is the list of the day: ICD-10-CM goes by the date of service. */
  isCurrentOn(dateOfService: CivilDate): boolean {
    return fiscalYearOf(dateOfService) === this.fiscalYear;
  }

  /** What the list says of a code, given with or without its dot. */
  kindOf(code: string): DiagnosisKind {
    const rank = rankOf(code);
    const key = this.#keys[this.#firstFrom(rank)];
    if (key === undefined || half(key) !== rank) return 'unknown';
    return key % 2 === 1 ? 'reportable' : 'header';
  }

  /** The first codes in the list's order, dotted, that stand below a header and can be reported. */
  reportableBelow(header: string, most: number): readonly string[] {
    const rank = rankOf(header);
    const end = rank + base ** (longest - undotted(header).length);
    const found: string[] = [];
    for (let place = this.#firstFrom(rank + 1); place < this.size && found.length < most; place += 1) {
      const key = this.#keys[place] ?? Number.NaN;
      if (!(half(key) < end)) break;
      if (key % 2 === 1) found.push(dotted(codeOf(half(key))));
    }
    return found;
  }

  /** Every entry in order, without dots. */
  *entries(): Generator<DiagnosisEntry> {
    for (const key of this.#keys) yield { code: codeOf(half(key)), reportable: key % 2 === 1 };
  }

  /** Place of the first entry of this rank or after it. */
  #firstFrom(rank: number): number {
    const wanted = rank * 2;
    let from = 0;
    let to = this.size;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#keys[middle] ?? Number.NaN) < wanted) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

const head = /^ICD-10-CM (\d{4}) (\d+)$/;

/**
 * A list as text, for a plan's folder and the wire: `ICD-10-CM 2027 98403`, then each code on a line, ascending and
 * without dots, a header with a hyphen after it as in print (`Z590-`). The number of entries stands at the head so
 * that a text that was cut off is no list.
 */
export function printDiagnosisList(list: DiagnosisList): string {
  const lines = [`ICD-10-CM ${String(list.fiscalYear)} ${String(list.size)}`];
  for (const { code, reportable } of list.entries()) lines.push(reportable ? code : `${code}-`);
  return `${lines.join('\n')}\n`;
}

/** Reads what {@link printDiagnosisList} printed, or gives null for any other text. */
export function parseDiagnosisList(text: string): DiagnosisList | null {
  const [first = '', ...lines] = text.replaceAll('\r\n', '\n').split('\n');
  const [, fiscalYear, size] = head.exec(first) ?? [];
  if (fiscalYear === undefined || lines.pop() !== '' || String(lines.length) !== size) return null;
  const entries = lines.map((line): DiagnosisEntry => {
    const reportable = !line.endsWith('-');
    return { code: reportable ? line : line.slice(0, -1), reportable };
  });
  try {
    const list = DiagnosisList.of(Number(fiscalYear), entries);
    return printDiagnosisList(list) === text.replaceAll('\r\n', '\n') ? list : null;
  } catch {
    return null;
  }
}

const half = (key: number): number => Math.floor(key / 2);

/** A code as a number of seven places that orders like the text; `NaN` for what cannot be a code. */
function rankOf(code: string): number {
  let rank = 0;
  let places = 0;
  for (let at = 0; at < code.length; at += 1) {
    const unit = code.charCodeAt(at);
    if (unit === 46) continue;
    const digit = unit >= 48 && unit <= 57 ? unit - 47 : unit >= 65 && unit <= 90 ? unit - 54 : Number.NaN;
    rank = rank * base + digit;
    places += 1;
  }
  return places > longest ? Number.NaN : rank * base ** (longest - places);
}

function codeOf(rank: number): string {
  let code = '';
  for (let rest = rank; rest > 0; rest = Math.floor(rest / base)) {
    const digit = rest % base;
    if (digit > 0) code = String.fromCharCode(digit <= 10 ? digit + 47 : digit + 54) + code;
  }
  return code;
}
