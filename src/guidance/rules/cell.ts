import { cleaned, isBlank } from '../clean-text.ts';
import { parseCivilDate, type CivilDate } from '../civil-date.ts';
import type { Column, ColumnKey } from '../columns.ts';
import { undotted } from '../diagnosis-codes.ts';
import type { DataElement } from '../elements.ts';
import { isWellFormed } from '../formats.ts';
import { parseCents, type Cents } from '../money.ts';
import { placeOfServiceOf, type PlaceOfService } from '../places-of-service.ts';
import { parseUnitCount, type UnitCount } from '../unit-count.ts';
import { requiredColumns } from './required-columns.ts';

/** A code in one of an element's cells. */
export interface CodeCell {
  readonly column: ColumnKey;
  /** A diagnosis without its dot. */
  readonly code: string;
}

/**
 * A cell as it was read. What it is not, or cannot be read as, is null: a format rule has spoken of it.
 *
 * @typeParam Verdict what is wrong with a cell by itself
 */
export interface Cell<Verdict = unknown> {
  readonly text: string;
  readonly blank: boolean;
  /** Blank, and has to be filled on every line. */
  readonly missing: boolean;
  readonly wellFormed: boolean;
  readonly verdict: Verdict | null;
  /** Whether it is missing, or something is wrong with it by itself. */
  readonly troubled: boolean;
  readonly date: CivilDate | null;
  readonly cents: Cents | null;
  readonly units: UnitCount | null;
  readonly place: PlaceOfService | null;
  /** A modifier or diagnosis that is well-formed. */
  readonly code: CodeCell | null;
}

/** Says what is wrong with a cell that is not blank by itself, or null. */
export type Judge<Verdict> = (column: Column, text: string) => Verdict | null;

/** Reads a cell. */
export function readCell<Verdict>(column: Column, text: string, judge: Judge<Verdict>): Cell<Verdict> {
  const { format } = column.element;
  const blank = isBlank(text);
  const wellFormed = !blank && isWellFormed[format](text);
  const missing = blank && requiredColumns.has(column.key);
  const verdict = blank ? null : judge(column, text);
  return {
    text,
    blank,
    missing,
    wellFormed,
    verdict,
    troubled: missing || verdict !== null,
    date: format === 'date' ? parseCivilDate(text) : null,
    cents: format === 'money' ? parseCents(text) : null,
    units: format === 'unitCount' ? parseUnitCount(text) : null,
    place: format === 'placeOfService' ? placeOfServiceOf(text) : null,
    code: wellFormed ? codeCell(column, text) : null,
  };
}

function codeCell(column: Column, text: string): CodeCell | null {
  switch (column.element.format) {
    case 'modifier':
      return { column: column.key, code: text };
    case 'diagnosisCode':
      return { column: column.key, code: undotted(text) };
    default:
      return null;
  }
}

/**
 * A cell's text as it is compared with the same cell of other lines, or null where there is nothing to compare: blank,
 * or malformed. A blank homelessness indicator is an answer.
 */
export function comparable(element: DataElement, text: string): string | null {
  if (isBlank(text)) return element.format === 'homelessnessIndicator' ? '' : null;
  if (element.format === 'text') return cleaned(text).toUpperCase();
  if (!isWellFormed[element.format](text)) return null;
  return element.format === 'zip' ? text.replace('-', '') : text;
}
