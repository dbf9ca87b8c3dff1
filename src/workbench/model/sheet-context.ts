import type { Calculator } from '../calculation/calculator.ts';
import type { StructureChange } from '../calculation/reference-adjustment.ts';
import type { CellStore } from './cell-store.ts';
import type { Recorder } from './recorder.ts';
import type { CivilMoment, DateSystem } from './serial.ts';

/** What the parts of a sheet share with one another and with the workbook. */
export interface SheetContext {
  readonly sheetId: string;
  readonly store: CellStore;
  readonly calculator: Calculator;
  readonly recorder: Recorder;
  readonly dateSystem: DateSystem;
  readonly clock: () => CivilMoment;
  /** Manual calculation leaves dependents as they are, yet works out a formula that is entered. */
  readonly isManual: () => boolean;
  /** Puts in or takes out entire rows or columns of the sheet. */
  readonly restructure: (change: StructureChange) => void;
}
