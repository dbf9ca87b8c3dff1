import { civilDateAt, type CivilDate } from '../guidance/civil-date.ts';
import type {
  InvoiceDecision,
  InvoiceHistory,
  InvoiceList,
  InvoiceStep,
  InvoiceSubmission,
  InvoiceSummary,
  PaymentClock,
} from '../submission/invoice-history.ts';
import { encounterStateSchema, invoiceStateSchema, type InvoiceState } from '../submission/invoice-states.ts';
import { openContent } from './adjudication/content.ts';
import { readResult, type CheckingParts } from './checking.ts';
import { ProblemError } from './http/problem.ts';
import { weightOf } from './invoice-states.ts';
import type { Clock } from './options.ts';
import { planTimeZone } from './receipt/compose.ts';
import { dueDates, isoDate, lateInterest, readIsoDate, type LateInterest } from './receipt/payment-clock.ts';
import { zonedInstant } from './receipt/zoned-instant.ts';
import type { Adjudications } from './store/adjudications.ts';
import { encounterFindingsIn } from './store/encounter-steps.ts';
import type { Reach } from './store/reach.ts';
import type { StoredSubmission } from './store/stored-submission.ts';
import type { Invoices, InvoiceQuery, StoredInvoice, StoredStep } from './store/invoices.ts';

/** What histories are read from. */
export interface InvoiceHistoryParts extends Pick<CheckingParts, 'submissions' | 'keyring'> {
  readonly invoices: Invoices;
  readonly adjudications: Adjudications;
  readonly clock: Clock;
}

/** Which invoice is asked for. */
export interface InvoiceAddress {
  /** What the one who asks sees. */
  readonly reach: Reach;
  readonly invoiceNumber: string;
  /** Null where the number alone says which one is meant. */
  readonly planId: string | null;
  readonly billingProviderNpi: string | null;
}

/** Invoices on a page of the list. */
const pageSize = 100;

/**
 * An invoice, and the submissions that held it.
 *
 * @throws ProblemError `not-found` where there is none; `malformed-request` where the number is one of several plans
 *   or billing providers, and the request does not say which.
 */
export async function readInvoiceHistory(parts: InvoiceHistoryParts, address: InvoiceAddress): Promise<InvoiceHistory> {
  const { reach, planId, billingProviderNpi } = address;
  const all = await parts.invoices.submissionsOf(reach, address.invoiceNumber);
  const found = all.filter(
    (each) =>
      (planId === null || each.planId === planId) &&
      (billingProviderNpi === null || each.billingProviderNpi === billingProviderNpi),
  );
  const [latest, ...others] = found;
  if (latest === undefined) throw new ProblemError('not-found');
  for (const other of others) {
    if (other.planId !== latest.planId) throw new ProblemError('malformed-request', { pointers: ['/plan'] });
    if (other.billingProviderNpi !== latest.billingProviderNpi)
      throw new ProblemError('malformed-request', { pointers: ['/provider'] });
  }
  const counts = others.reduce((best, each) => (weightOf(each.state) > weightOf(best.state) ? each : best), latest);
  const submissions: InvoiceSubmission[] = [];
  for (const each of found) submissions.push(await submissionOf(parts, each, reach));
  return { ...summaryOf(counts, todayAt(parts.clock)), submissions };
}

/** A page of the invoices within reach; {@link pageSize} at most. */
export async function listInvoices(
  parts: Pick<InvoiceHistoryParts, 'invoices' | 'clock'>,
  reach: Reach,
  query: Omit<InvoiceQuery, 'limit'>,
): Promise<InvoiceList> {
  // One more than fits says whether there is another page.
  const found = await parts.invoices.list(reach, { ...query, limit: pageSize + 1 });
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  const today = todayAt(parts.clock);
  return {
    invoices: page.map((each) => summaryOf(each, today)),
    next: last === undefined || found.length === page.length ? null : `${last.submissionId}.${String(last.ordinal)}`,
  };
}

function todayAt(clock: Clock): CivilDate {
  return civilDateAt(clock(), planTimeZone);
}

function summaryOf(invoice: StoredInvoice, today: CivilDate): InvoiceSummary {
  return {
    planId: invoice.planId,
    billingProviderNpi: invoice.billingProviderNpi,
    invoiceNumber: invoice.invoiceNumber,
    state: invoice.state,
    encounter: invoice.encounterState,
    submissionId: invoice.submissionId,
    receivedAt: zonedInstant(invoice.receivedAt, planTimeZone),
    changedAt: zonedInstant(invoice.changedAt, planTimeZone),
    lines: invoice.lineCount,
    chargeCents: invoice.chargeCents,
    decision: invoice.decision,
    clock: clockOf(invoice, today),
  };
}

/** Whether the plan still has to decide, has decided, or is asked nothing. */
const payment = {
  received: 'due',
  accepted: 'due',
  contested: 'open',
  denied: 'open',
  paid: 'paid',
  returned: 'none',
  replaced: 'none',
  voided: 'none',
} as const satisfies Readonly<Record<InvoiceState, string>>;

function clockOf(invoice: StoredInvoice, today: CivilDate): PaymentClock | null {
  const standing = payment[invoice.state];
  if (standing === 'none') return null;
  const due = dueDates(civilDateAt(invoice.receivedAt, planTimeZone));
  return {
    acknowledge: isoDate(due.acknowledge),
    payOrContest: isoDate(due.payOrContest),
    lateInterest: interestOf(invoice, due.payOrContest, today),
  };
}

/** On the charge while the plan has not decided; on what was paid where that was late. */
function interestOf(invoice: StoredInvoice, due: CivilDate, today: CivilDate): LateInterest | null {
  const standing = payment[invoice.state];
  if (standing === 'due') return lateInterest(invoice.chargeCents, due, today);
  const paidOn = invoice.decision === null ? null : readIsoDate(invoice.decision.decidedOn);
  if (standing !== 'paid' || invoice.decision === null || paidOn === null) return null;
  return lateInterest(invoice.decision.paidCents, due, paidOn);
}

async function submissionOf(
  parts: InvoiceHistoryParts,
  invoice: StoredInvoice,
  reach: Reach,
): Promise<InvoiceSubmission> {
  const submission = await parts.submissions.findWithin(reach, invoice.submissionId);
  const result = submission?.state === 'checked' ? await readResult(parts, submission) : null;
  const steps = await parts.invoices.steps(invoice.submissionId, invoice.ordinal);
  return {
    submissionId: invoice.submissionId,
    receivedAt: zonedInstant(invoice.receivedAt, planTimeZone),
    purpose: invoice.purpose,
    attempt: invoice.attempt,
    state: invoice.state,
    encounter: invoice.encounterState,
    lines: invoice.lineCount,
    chargeCents: invoice.chargeCents,
    steps: steps.map((step) => stepOf(step, invoice.ordinal)),
    decisions: submission === null ? [] : [...(await decisionsOf(parts, submission, invoice.ordinal))],
    findings: result?.invoices[invoice.ordinal]?.findings ?? [],
  };
}

async function decisionsOf(
  parts: InvoiceHistoryParts,
  submission: StoredSubmission,
  ordinal: number,
): Promise<readonly InvoiceDecision[]> {
  const place = { planId: submission.planId, submissionId: submission.id, ordinal, wrappedKey: submission.wrappedKey };
  const found = await parts.adjudications.of(submission.id, ordinal);
  return found.map(({ at, decision, decidedOn, paidCents, sealedContent }) => {
    const { planClaimNumber, lines } = openContent(parts.keyring, place, sealedContent);
    return {
      decision,
      at: zonedInstant(new Date(at), planTimeZone),
      decidedOn,
      paidCents,
      planClaimNumber,
      // Adjustments are in the codes of claims; a history has the reason in words.
      lines: lines.map((line) => ({
        ...{ line: line.line, status: line.status, paidCents: line.paidCents, reason: line.reason },
      })),
    };
  });
}

function stepOf({ at, aspect, state, causedBy, rejection }: StoredStep, ordinal: number): InvoiceStep {
  const instant = zonedInstant(new Date(at), planTimeZone);
  if (aspect === 'invoice') return { of: 'invoice', at: instant, state: invoiceStateSchema.parse(state), causedBy };
  return {
    of: 'encounter',
    at: instant,
    state: encounterStateSchema.parse(state),
    ...(rejection === null ? {} : { findings: [...encounterFindingsIn(rejection, ordinal)] }),
  };
}
