import type { ColumnKey } from '../../../guidance/columns.ts';
import type { RuleCode } from '../../../guidance/rules/index.ts';

/** What to do about a reason. `messages/` says it for people. */
export type FixCode =
  /** Correct the named cell, or whatever is wrong with the invoice. */
  | 'correctElement'
  | 'correctInvoice'
  | 'checkMember'
  | 'checkProvider'
  | 'checkAuthorization'
  | 'checkDuplicate'
  | 'sendDocuments'
  | 'otherPayer'
  | 'dispute'
  /** The biller has nothing to correct. */
  | 'planRepairs'
  | 'nothing'
  /** For what this version does not know. */
  | 'askPlan';

/** What is known of one code of a list. */
export interface CodeFacts {
  readonly fix: FixCode;
  /** Our rule, where it says the very same: then its words stand for the code's. */
  readonly rule?: RuleCode;
  /** The cell that the code is about. */
  readonly column?: ColumnKey;
  /** The cell by the entity that stands with the code (STC01-3). */
  readonly columnOfEntity?: Readonly<Record<string, ColumnKey>>;
}

/** The facts of a code, or null where the list has none. */
export function factsOf(list: Readonly<Record<string, CodeFacts>>, code: string): CodeFacts | null {
  return Object.hasOwn(list, code) ? (list[code] ?? null) : null;
}
