import { type RelativeReference, writeReference } from './relative-reference.ts';

/** A piece of a formula: text as it stands, or a reference. */
export type FormulaPart = string | RelativeReference;

/** A formula apart from the cell it stands in; equal (and one object) for all copies of it. */
export interface Shape<Evaluate> {
  /** Equal for equal shapes. */
  readonly key: string;
  /** The text behind `=`, with references apart from their place. */
  readonly parts: readonly FormulaPart[];
  readonly references: readonly RelativeReference[];
  /** Defined names that it uses, in upper case. */
  readonly names: readonly string[];
  /** Calculated anew at every recalculation (TODAY). */
  readonly isVolatile: boolean;
  /** TODAY or DATE, perhaps plus or minus a number, for which a General cell takes a date format. */
  readonly givesDate: boolean;
  readonly evaluate: Evaluate;
}

/** The formula as it reads in a cell, with `=`. */
export function formulaText(
  parts: readonly FormulaPart[],
  row: number,
  column: number,
  sheetNameOf: (id: string) => string | undefined,
): string {
  let text = '=';
  for (const part of parts) {
    text += typeof part === 'string' ? part : writeReference(part, row, column, sheetNameOf);
  }
  return text;
}
