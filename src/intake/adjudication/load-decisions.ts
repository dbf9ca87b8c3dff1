import { civilDateAt } from '../../guidance/civil-date.ts';
import { sha256 } from '../../submission/canonical.ts';
import type { AdjudicationReceipt, DecisionFault } from '../../submission/adjudications.ts';
import { decodeText } from '../../xlsx/decode-text.ts';
import { readTable } from '../../xlsx/delimited-table.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/access.ts';
import { invoiceTransition } from '../invoice-states.ts';
import type { Clock } from '../options.ts';
import { planTimeZone } from '../receipt/compose.ts';
import { isoDate } from '../receipt/payment-clock.ts';
import type { Adjudications, NewAdjudication, OpenInvoice } from '../store/adjudications.ts';
import { InvoiceChangedError } from '../store/invoice-changes.ts';
import type { Keyring } from '../store/seal.ts';
import { contentHash, sealContent } from './content.ts';
import { faultAt, readDecisions, type ListedDecision } from './read-decisions.ts';

/** What loading works with. */
export interface AdjudicationParts {
  readonly adjudications: Adjudications;
  readonly keyring: Keyring;
  readonly clock: Clock;
}

/** A decision, and the invoice that it is on. */
interface Matched {
  readonly decision: ListedDecision;
  readonly invoice: OpenInvoice;
}

/**
 * Loads a plan's decisions from a list (CSV): all of it, or nothing. A list that was loaded before changes nothing.
 *
 * @param planId the plan whose staff the caller is
 * @throws ProblemError `decisions-refused` with a fault for each row that has one; `busy` where an invoice was replaced
 *   or voided in between
 */
export async function loadDecisions(
  parts: AdjudicationParts,
  planId: string,
  body: Uint8Array,
  caller: Pick<Caller, 'subject' | 'organisation' | 'reach'>,
): Promise<AdjudicationReceipt> {
  const now = parts.clock();
  const text = decodeText(body);
  const list = readDecisions(readTable(text), civilDateAt(now, planTimeZone));
  if (list.kind === 'faults') throw new ProblemError('decisions-refused', { faults: list.faults });
  const numbers = [...new Set(list.decisions.map(({ invoiceNumber }) => invoiceNumber))];
  const matched = match(list.decisions, await parts.adjudications.openInvoices(caller.reach, planId, numbers));
  const adjudications = matched.flatMap((each) => adjudicationOf(parts.keyring, planId, each));
  try {
    const detail = { organisation: caller.organisation.id, list: await sha256(text) };
    await parts.adjudications.store(adjudications, { at: now.toISOString(), actor: caller.subject, detail });
  } catch (error) {
    if (error instanceof InvoiceChangedError) throw new ProblemError('busy', { retryAfter: 1 });
    throw error;
  }
  return { changed: adjudications.length, unchanged: matched.length - adjudications.length };
}

/** @throws ProblemError where a decision has no invoice that it can be on. */
function match(decisions: readonly ListedDecision[], invoices: readonly OpenInvoice[]): readonly Matched[] {
  const byNumber = Map.groupBy(invoices, ({ invoiceNumber }) => invoiceNumber);
  const decided = new Set<OpenInvoice>();
  const matched: Matched[] = [];
  const faults: DecisionFault[] = [];
  for (const decision of decisions) {
    const found = (byNumber.get(decision.invoiceNumber) ?? []).filter(
      ({ billingProviderNpi: npi }) => decision.billingProviderNpi === null || decision.billingProviderNpi === npi,
    );
    const fault = faultOf(decision, found, decided);
    const [invoice] = found;
    if (fault !== null) faults.push(fault);
    else if (invoice !== undefined) {
      decided.add(invoice);
      matched.push({ decision, invoice });
    }
  }
  if (faults.length > 0) throw new ProblemError('decisions-refused', { faults });
  return matched;
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

/** Nothing where the same decision stands already. */
function adjudicationOf(keyring: Keyring, planId: string, { decision, invoice }: Matched): readonly NewAdjudication[] {
  const hash = contentHash(keyring, decision);
  if (hash === invoice.contentHash) return [];
  const { planClaimNumber, lines } = decision;
  return [
    {
      invoice,
      decision: decision.decision,
      decidedOn: isoDate(decision.decidedOn),
      paidCents: decision.paidCents,
      contentHash: hash,
      sealedContent: sealContent(keyring, { planId, ...invoice }, { planClaimNumber, lines: [...lines] }),
    },
  ];
}
