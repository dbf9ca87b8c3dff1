import { civilDateAt } from '../../guidance/civil-date.ts';
import type { DecisionFault } from '../../submission/adjudications.ts';
import { invoiceTransition } from '../invoice-states.ts';
import { planTimeZone } from '../receipt/compose.ts';
import type { OpenInvoice } from '../store/adjudications.ts';
import { faultAt, type ListedDecision } from './read-decisions.ts';

/** A decision, and the invoice that it is on. */
export interface MatchedDecision {
  readonly decision: ListedDecision;
  readonly invoice: OpenInvoice;
}

/** A decision that has no invoice that it can be on, and why. */
export interface UnmatchedDecision {
  readonly decision: ListedDecision;
  readonly fault: DecisionFault;
}

/** Finds the invoice of each decision, among those that have their numbers. */
export function matchDecisions(
  decisions: readonly ListedDecision[],
  invoices: readonly OpenInvoice[],
): { readonly matched: readonly MatchedDecision[]; readonly unmatched: readonly UnmatchedDecision[] } {
  const byNumber = Map.groupBy(invoices, ({ invoiceNumber }) => invoiceNumber);
  const decided = new Set<OpenInvoice>();
  const matched: MatchedDecision[] = [];
  const unmatched: UnmatchedDecision[] = [];
  for (const decision of decisions) {
    const found = (byNumber.get(decision.invoiceNumber) ?? []).filter(
      ({ billingProviderNpi: npi }) => decision.billingProviderNpi === null || decision.billingProviderNpi === npi,
    );
    const fault = faultOf(decision, found, decided);
    const [invoice] = found;
    if (fault !== null) unmatched.push({ decision, fault });
    else if (invoice !== undefined) {
      decided.add(invoice);
      matched.push({ decision, invoice });
    }
  }
  return { matched, unmatched };
}

function faultOf(
  { row, lines, decision, decidedOn }: ListedDecision,
  found: readonly OpenInvoice[],
  decided: ReadonlySet<OpenInvoice>,
): DecisionFault | null {
  const [invoice, other] = found;
  if (invoice === undefined) return faultAt(row, 'invoiceNumber', 'INVOICE_UNKNOWN');
  if (other !== undefined) return faultAt(row, 'billingProviderNpi', 'INVOICE_OF_SEVERAL');
  if (decided.has(invoice)) return faultAt(row, 'line', 'LINE_REPEATED');
  const numbered = lines.flatMap(({ line }) => line ?? []);
  if (numbered.some((line) => line > invoice.lineCount)) return faultAt(row, 'line', 'LINE_BEYOND');
  if (numbered.length > 0 && numbered.length < invoice.lineCount) return faultAt(row, 'line', 'LINES_MISSING');
  if (decidedOn < civilDateAt(invoice.receivedAt, planTimeZone)) {
    return faultAt(row, 'decidedOn', 'DECIDED_BEFORE_RECEIPT');
  }
  const isStep = invoice.state === decision || invoiceTransition(invoice.state, decision) !== null;
  return isStep ? null : faultAt(row, 'status', 'STEP_IMPOSSIBLE');
}
