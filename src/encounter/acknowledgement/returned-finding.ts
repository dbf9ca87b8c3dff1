import type { ColumnKey } from '../../guidance/columns.ts';
import type { Severity } from '../../guidance/finding.ts';
import type { RuleCode } from '../../guidance/rules/index.ts';
import type { Adjustment } from '../adjudication.ts';
import { cellOfElement, type SegmentKind } from '../cells.ts';
import { adjustmentReasons, isDenial, remarkCodes } from './codes/adjustment-codes.ts';
import { factsOf, type FixCode } from './codes/code-facts.ts';
import { statusCategories, statusCodes } from './codes/status-codes.ts';
import {
  elementErrors,
  groupErrors,
  interchangeNotes,
  ruleOfElementError,
  segmentErrors,
  transactionErrors,
} from './codes/syntax-codes.ts';
import type { Status, StatusInformation, SyntaxFault } from './items.ts';

/** What a receiver gives as its reason: a code of one of the lists. */
export type Reason =
  | {
      readonly list: 'interchange' | 'group' | 'transaction' | 'segment' | 'element' | 'remark';
      readonly code: string;
    }
  | ({ readonly list: 'status' } & Status)
  | { readonly list: 'adjustment'; readonly group: Adjustment['group']; readonly code: string };

/**
 * What a receiver finds in an invoice, as data: never the value of a cell. `returned-words.ts` has its words. Nothing
 * that a receiver says is left out: what this version does not know stands as it is.
 */
export interface ReturnedFinding {
  /** Our rule, where it says the same. */
  readonly rule: RuleCode | null;
  readonly reason: Reason;
  /** An error where the invoice came back or was not paid for it. */
  readonly severity: Severity;
  /** 1-based line of the invoice; null for the invoice as a whole. */
  readonly line: number | null;
  /** The cell to mend; null where none is known, or where the fault is not the biller's. */
  readonly column: ColumnKey | null;
  readonly fix: FixCode;
}

/** A reason of the envelopes, which is no biller's fault. */
export function envelopeFinding(
  list: 'interchange' | 'group' | 'transaction',
  code: string,
  severity: Severity,
): ReturnedFinding {
  const lists = { interchange: interchangeNotes, group: groupErrors, transaction: transactionErrors };
  const fix = factsOf(lists[list], code)?.fix ?? 'askPlan';
  return { rule: null, reason: { list, code }, severity, line: null, column: null, fix };
}

/**
 * A fault of a 999.
 *
 * @param kind the segment of the file that was sent; null where the 999 names a place that the file does not have
 */
export function syntaxFinding(
  { element, component, code }: Pick<SyntaxFault, 'element' | 'component' | 'code'>,
  kind: SegmentKind | null,
  severity: Severity,
  line: number | null,
): ReturnedFinding {
  if (element === null) {
    const fix = factsOf(segmentErrors, code)?.fix ?? 'askPlan';
    return { rule: null, reason: { list: 'segment', code }, severity, line, column: null, fix };
  }
  const facts = factsOf(elementErrors, code);
  const isOfCell = facts === null || facts.fix === 'correctElement';
  const column = kind === null || !isOfCell ? null : cellOfElement(kind, element, component);
  // What a cell does not hold, the writer or a setting of the plan put there.
  const ofCell = column === null ? 'planRepairs' : 'correctElement';
  return {
    rule: column === null ? null : ruleOfElementError(code, column),
    reason: { list: 'element', code },
    severity,
    line,
    column,
    fix: facts === null ? 'askPlan' : isOfCell ? ofCell : facts.fix,
  };
}

/** STC01-1: something is missing. */
const missing = 'A6';

/** The statuses of a 277CA that say more than that all is well. */
export function statusFindings(
  { statuses, outcome }: StatusInformation,
  line: number | null,
): readonly ReturnedFinding[] {
  if (outcome === 'accepted') return [];
  const severity = outcome === 'rejected' ? 'error' : 'warning';
  return statuses.map((status): ReturnedFinding => {
    const facts = factsOf(statusCodes, status.code);
    const ofCategory = factsOf(statusCategories, status.category)?.fix ?? 'askPlan';
    const column = facts?.column ?? facts?.columnOfEntity?.[status.entity] ?? null;
    return {
      // Our rules say what is wrong with a value: not that there is none.
      rule: status.category === missing || column === null ? null : (facts?.rule ?? null),
      reason: { list: 'status', ...status },
      severity,
      line,
      column,
      fix: facts === null ? (ofCategory === 'nothing' ? 'askPlan' : ofCategory) : facts.fix,
    };
  });
}

/** An adjustment of an 835 that refuses what was billed, or null for what merely reduces it. */
export function adjustmentFinding(adjustment: Adjustment, line: number | null): ReturnedFinding | null {
  const { reason, cents } = adjustment;
  return cents > 0 && isDenial(reason) ? reductionFinding(adjustment, line) : null;
}

/** An adjustment of an 835, whether it refuses what was billed or reduces it. */
export function reductionFinding({ group, reason: code }: Adjustment, line: number | null): ReturnedFinding {
  const facts = factsOf(adjustmentReasons, code);
  return {
    rule: facts?.rule ?? null,
    reason: { list: 'adjustment', group, code },
    severity: isDenial(code) ? 'error' : 'warning',
    line,
    column: facts?.column ?? null,
    fix: facts?.fix ?? 'askPlan',
  };
}

/** A remark of an 835. */
export function remarkFinding(code: string, severity: Severity, line: number | null): ReturnedFinding {
  const facts = factsOf(remarkCodes, code);
  return {
    rule: facts?.rule ?? null,
    reason: { list: 'remark', code },
    severity,
    line,
    column: facts?.column ?? null,
    fix: facts?.fix ?? 'askPlan',
  };
}

/** A reason as receivers print it: `A7:562:85`, `CO-197`, `I9`. */
export function reasonText(reason: Reason): string {
  switch (reason.list) {
    case 'status':
      return [reason.category, reason.code, ...(reason.entity === '' ? [] : [reason.entity])].join(':');
    case 'adjustment':
      return `${reason.group}-${reason.code}`;
    default:
      return reason.code;
  }
}
