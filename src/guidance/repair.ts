import type { ColumnKey } from './columns.ts';

/** What repairs of form do. Applied with all others, since nothing on the line says something else afterwards. */
export const formRepairCodes = [
  'SPACES',
  'TEXT_MARK',
  'UPPER_CASE',
  'DIGITS_ONLY',
  'CARD_NUMBER',
  'STATE_CODE',
  'PLACE_CODE',
  'DATE_FORM',
  'NUMBER_FORM',
  'MONEY_FORM',
  'DIAGNOSIS_FORM',
  'DIAGNOSES_APART',
  'MODIFIERS_APART',
  'SERVICE_APART',
] as const;

/** What a repair of form does. */
export type FormRepairCode = (typeof formRepairCodes)[number];

/** What repairs do that a person asks for, line by line, since the line says something else afterwards. */
export const requestedRepairCodes = ['DIAGNOSES_MOVED_UP'] as const;

/** What a repair does that a person asks for. */
export type RequestedRepairCode = (typeof requestedRepairCodes)[number];

/** What a repair does to a line. */
export type RepairCode = FormRepairCode | RequestedRepairCode;

/** A new text for one cell. */
export interface CellChange {
  readonly column: ColumnKey;
  readonly value: string;
}

interface RepairOf<Code extends RepairCode> {
  readonly code: Code;
  /** 0-based place of the line. */
  readonly line: number;
  /** The cell at which it is offered: the one that is not right. */
  readonly column: ColumnKey;
  /** Every cell that it changes, in the guidance's sequence; all of them, or none. */
  readonly changes: readonly CellChange[];
}

/** A repair that says the same in the form that is wanted: what "apply all" applies. */
export type FormRepair = RepairOf<FormRepairCode>;

/** A repair that only a person's own request applies: another diagnosis becomes the principal one, say. */
export type RequestedRepair = RepairOf<RequestedRepairCode>;

/** A repair of either kind. */
export type Repair = FormRepair | RequestedRepair;
