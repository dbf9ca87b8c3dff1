import type { LineText } from '../../guidance/columns.ts';
import type { Finding } from '../../guidance/finding.ts';
import type { PlanFacts } from '../../guidance/plan-facts.ts';

/** What the pane checks with: it remembers the lines of its last check. */
export interface LineMemory {
  readonly facts: PlanFacts;
  /** The day of the check. */
  readonly day: string;
  readonly check: (lines: readonly LineText[]) => readonly Finding[];
  /** The lines of the last check. */
  lines: readonly LineText[];
  /** Lines that the last check had to look at: the others were the same objects as before. */
  looked: number;
}
