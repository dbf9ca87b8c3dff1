import type { ColumnKey } from './columns.ts';

/** An error returns its invoice; a warning never does. */
export type Severity = 'error' | 'warning';

/**
 * What a rule found, as data: never the value of a cell, so that a finding may be logged, sent and stored. Words come
 * from the catalogue (`messages/`), by code.
 */
export interface Finding {
  /** Stable code of the rule, for example `MEMBER_CIN_FORMAT`. */
  readonly code: string;
  readonly severity: Severity;
  /** The cell to mend. */
  readonly column: ColumnKey;
  /** Number of the column's data element, 1 to 46. */
  readonly element: number;
  /** 0-based place of the line in the lines that were checked. */
  readonly line: number;
  /** Whether a deterministic formatting repair is offered for the cell. */
  readonly repair: boolean;
}
