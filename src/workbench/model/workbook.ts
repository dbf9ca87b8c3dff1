import type { Calculator } from '../calculation/calculator.ts';
import type { Names, NamedSheet } from './names.ts';
import type { Recorder } from './recorder.ts';

/** Calculation and record of changes, which all parts of a workbook share. */
export interface Ground {
  readonly calculator: Calculator;
  readonly recorder: Recorder;
}

/** What a sheet and those who work on it ask of its workbook; `Book` is it. */
export interface Workbook<Sheet extends NamedSheet> {
  readonly ground: Ground;
  readonly names: Names<Sheet>;
  readonly sheets: readonly Sheet[];
  readonly activeSheet: Sheet;
  readonly circularReference: { readonly sheet: Sheet; readonly row: number; readonly column: number } | undefined;
  readonly activate: (sheet: Sheet) => void;
  readonly deleteSheet: (sheet: Sheet) => void;
  readonly checkSheetName: (name: string, except?: Sheet) => void;
  readonly asPerson: <Result>(label: string, action: () => Result) => Result;
  /** Everything that moving rows and columns can change; the function brings it back. */
  readonly capture: () => () => void;
}
