import type { Adjustment } from '../../encounter/adjudication.ts';
import type { CivilDate } from '../../guidance/civil-date.ts';
import type { Cents } from '../../guidance/money.ts';
import type { Decision } from '../invoice-states.ts';

/** What the plan decided of a line, or of a whole invoice. */
export type DecidedPart =
  | { readonly status: 'paid'; readonly paidCents: Cents; readonly reason: string | null }
  /** A part may be paid while the rest is contested. */
  | { readonly status: 'contested'; readonly paidCents: Cents; readonly reason: string }
  | { readonly status: 'denied'; readonly paidCents: 0; readonly reason: string };

/** A part with its place: 1-based number of the line, or null for the whole invoice. */
export type DecidedLine = DecidedPart & {
  readonly line: number | null;
  /** What was taken off the charge of the line, and why: its encounter says that. None for a whole invoice. */
  readonly adjustments: readonly Adjustment[];
  /** Units that were paid, as in element 37; null where the decision names none. */
  readonly paidUnits: string | null;
};

/** What the plan decided of an invoice. */
export interface InvoiceDecision {
  readonly invoiceNumber: string;
  /** Null where the list names none: then the number alone says which invoice it is. */
  readonly billingProviderNpi: string | null;
  readonly decision: Decision;
  /** The latest day of its parts. */
  readonly decidedOn: CivilDate;
  readonly paidCents: Cents;
  /** The plan's own number of the claim; null where the list names none. */
  readonly planClaimNumber: string | null;
  /** One without a line, or one for each line in order. */
  readonly lines: readonly DecidedLine[];
}

/**
 * What its parts make of an invoice: contested while one of them is, since that one is still open; else paid where
 * something was paid or nothing denied; else denied.
 */
export function decisionOf(parts: readonly DecidedPart[]): Decision {
  if (parts.some(({ status }) => status === 'contested')) return 'contested';
  return parts.some(({ status }) => status === 'paid') ? 'paid' : 'denied';
}
