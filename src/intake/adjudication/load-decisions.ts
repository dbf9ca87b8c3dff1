import { isX12 } from '../../encounter/x12/is-x12.ts';
import { civilDateAt } from '../../guidance/civil-date.ts';
import { sha256 } from '../../submission/canonical.ts';
import type { AdjudicationReceipt, NotTaken } from '../../submission/adjudications.ts';
import { decodeText } from '../../xlsx/decode-text.ts';
import { readTable } from '../../xlsx/delimited-table.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/access.ts';
import type { Clock } from '../options.ts';
import { planTimeZone } from '../receipt/compose.ts';
import { isoDate } from '../receipt/payment-clock.ts';
import type { Adjudications, NewAdjudication } from '../store/adjudications.ts';
import { InvoiceChangedError } from '../store/invoice-changes.ts';
import type { Keyring } from '../store/seal.ts';
import { contentHash, isContentHash, sealContent } from './content.ts';
import { matchDecisions, type MatchedDecision, type UnmatchedDecision } from './match-decisions.ts';
import { readDecisions, type ListedDecision } from './read-decisions.ts';
import { readPayments } from './read-payments.ts';

/** What loading works with. */
export interface AdjudicationParts {
  readonly adjudications: Adjudications;
  readonly keyring: Keyring;
  readonly clock: Clock;
}

/** Who loads decisions. */
type DecisionCaller = Pick<Caller, 'subject' | 'organisation' | 'reach'>;

/**
 * Loads a plan's decisions: of a list (CSV) all, or nothing; of an 835 what is of invoices in force, and names the rest.
 * What was loaded before changes nothing.
 *
 * @param planId the plan whose staff the caller is
 * @throws ProblemError `decisions-refused` with a fault for each row that has one, or each segment of an 835 that is
 *   malformed or does not add up; `busy` where an invoice was replaced or voided in between
 */
export async function loadDecisions(
  parts: AdjudicationParts,
  planId: string,
  body: Uint8Array,
  caller: DecisionCaller,
): Promise<AdjudicationReceipt> {
  const text = decodeText(body);
  return isX12(text) ? loadPayments(parts, planId, text, caller) : loadList(parts, planId, text, caller);
}

async function loadList(
  parts: AdjudicationParts,
  planId: string,
  text: string,
  caller: DecisionCaller,
): Promise<AdjudicationReceipt> {
  const now = parts.clock();
  const list = readDecisions(readTable(text), civilDateAt(now, planTimeZone));
  if (list.kind === 'faults') throw new ProblemError('decisions-refused', { faults: list.faults });
  const { matched, unmatched } = await find(parts, planId, list.decisions, caller);
  if (unmatched.length > 0) {
    throw new ProblemError('decisions-refused', { faults: unmatched.map(({ fault }) => fault) });
  }
  return { ...(await store(parts, planId, matched, caller, { list: await sha256(text) }, now)), notTaken: [] };
}

async function loadPayments(
  parts: AdjudicationParts,
  planId: string,
  text: string,
  caller: DecisionCaller,
): Promise<AdjudicationReceipt> {
  const now = parts.clock();
  const file = await readPayments(text, civilDateAt(now, planTimeZone));
  if (file.kind === 'faults') throw new ProblemError('decisions-refused', { faults: file.faults });
  const { matched, unmatched } = await find(parts, planId, file.decisions, caller);
  const notTaken = [...file.notTaken, ...unmatched.map(notTakenDecision)].sort(
    (one, other) => one.segment - other.segment,
  );
  return { ...(await store(parts, planId, matched, caller, { payments: await sha256(text) }, now)), notTaken };
}

async function find(
  { adjudications }: AdjudicationParts,
  planId: string,
  decisions: readonly ListedDecision[],
  { reach }: DecisionCaller,
) {
  const numbers = [...new Set(decisions.map(({ invoiceNumber }) => invoiceNumber))];
  return matchDecisions(decisions, await adjudications.openInvoices(reach, planId, numbers));
}

function notTakenDecision({ decision, fault }: UnmatchedDecision): NotTaken {
  const { row: segment, invoiceNumber } = decision;
  const message = fault.code === 'LINES_MISSING' ? linesMissing : fault.message;
  return { segment, invoiceNumber, code: fault.code, message };
}

/** An 835 has no row for a whole invoice. */
const linesMissing =
  'The invoice has more lines than are decided here. Send all that decides it as one file: it may hold several 835s.';

/** @param source the SHA-256 of what was loaded, for the audit */
async function store(
  parts: AdjudicationParts,
  planId: string,
  matched: readonly MatchedDecision[],
  caller: DecisionCaller,
  source: { readonly list: string } | { readonly payments: string },
  now: Date,
): Promise<Pick<AdjudicationReceipt, 'changed' | 'unchanged'>> {
  const adjudications = matched.flatMap((each) => adjudicationOf(parts.keyring, planId, each));
  try {
    const detail = { organisation: caller.organisation.id, ...source };
    await parts.adjudications.store(adjudications, { at: now.toISOString(), actor: caller.subject, detail });
  } catch (error) {
    if (error instanceof InvoiceChangedError) throw new ProblemError('busy', { retryAfter: 1 });
    throw error;
  }
  return { changed: adjudications.length, unchanged: matched.length - adjudications.length };
}

/** Nothing where the same decision stands already. */
function adjudicationOf(
  keyring: Keyring,
  planId: string,
  { decision, invoice }: MatchedDecision,
): readonly NewAdjudication[] {
  if (invoice.contentHash !== null && isContentHash(keyring, invoice.contentHash, decision)) return [];
  const { planClaimNumber, lines } = decision;
  return [
    {
      invoice,
      decision: decision.decision,
      decidedOn: isoDate(decision.decidedOn),
      paidCents: decision.paidCents,
      contentHash: contentHash(keyring, decision),
      sealedContent: sealContent(keyring, { planId, ...invoice }, { planClaimNumber, lines: [...lines] }),
    },
  ];
}
