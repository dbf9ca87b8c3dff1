import type { CivilDate } from '../civil-date.ts';
import type { Column, ColumnKey } from '../columns.ts';
import type { ElementKey } from '../elements.ts';
import type { Severity } from '../finding.ts';
import type { PlanFacts } from '../plan-facts.ts';
import type { PreparedLine } from './prepared-line.ts';

/** What rules see beside the lines. */
export interface CheckContext {
  readonly facts: PlanFacts;
  readonly today: CivilDate;
  /**
   * Numbers of the provider's invoices that the plan accepted before, and that are not said to be replaced or voided
   * now. The plan's endpoint knows them; elsewhere it is empty.
   */
  readonly acceptedBefore: ReadonlySet<string>;
}

/** What every rule says of itself. */
export interface RuleHead {
  /** Stable code; it stands in findings, error files and the documentation, and never changes its meaning. */
  readonly code: string;
  /** An error returns the invoice, a warning never does. */
  readonly severity: Severity;
  /**
   * The elements that the check reads, all of them: a rule that found nothing in a line is not asked of the next one
   * while these are the same. A service is read from code, modifiers and first day.
   */
  readonly elements: readonly ElementKey[];
  /** Where the rule comes from: footnote or section of the DHCS guidance, X12 element, code set. */
  readonly citation: string;
}

/** Looks at one cell alone, so that equal cells are judged once. Not asked of blank cells. */
export interface CellRule extends RuleHead {
  readonly scope: 'cell';
  readonly broken: (text: string, column: Column) => boolean;
}

/** Looks at one service line and reports the cells to mend. */
export interface LineRule extends RuleHead {
  readonly scope: 'line';
  readonly check: (line: PreparedLine, context: CheckContext, report: (column: ColumnKey) => void) => void;
}

/**
 * Looks at lines that belong together: those of one invoice, or of one member. It must not
 * depend on the order of the lines, and looks at no other line, so that an edit is checked again with its group alone.
 */
export interface GroupRule extends RuleHead {
  readonly scope: GroupScope;
  /** Whether it can find something in a group of one line as well. */
  readonly ofOne?: true;
  readonly check: <Line extends PreparedLine>(
    lines: readonly Line[],
    context: CheckContext,
    report: (line: Line, column: ColumnKey) => void,
  ) => void;
}

/**
 * Reported by whoever knows what the lines are compared with, through `findingOf` in `check.ts`: a file with what the
 * sheet derives (elements 1 to 10, 30, 31, 36, 41, 42 and what is looked up), or a submission with what the plan has.
 */
export interface ComparisonRule extends RuleHead {
  readonly scope: 'comparison';
}

/** What makes lines a group. */
export type GroupScope = 'invoice' | 'member';

/** A rule of the guidance as data. */
export type Rule = CellRule | LineRule | GroupRule | ComparisonRule;
