import type { Transaction } from 'kysely';
import type { AuditEvent } from '../audit/chain.ts';
import { invoiceTransition, statesInForce, type Decision, type StateInForce } from '../invoice-states.ts';
import { changeInvoices, InvoiceChangedError, type InvoiceSteps } from './invoice-changes.ts';
import { within, type Reach } from './reach.ts';
import { inPieces } from './rows.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

/** An invoice in force, as a decision on it needs to know it. */
export interface OpenInvoice {
  readonly submissionId: string;
  readonly ordinal: number;
  readonly billingProviderNpi: string;
  readonly invoiceNumber: string;
  readonly lineCount: number;
  readonly state: StateInForce;
  readonly receivedAt: Date;
  /** The submission's data key, wrapped. */
  readonly wrappedKey: Uint8Array;
  /** Hash of the decision that stands; null where there is none. */
  readonly contentHash: string | null;
}

/** A decision on an invoice, to be stored. */
export interface NewAdjudication {
  readonly invoice: OpenInvoice;
  readonly decision: Decision;
  /** `YYYY-MM-DD`. */
  readonly decidedOn: string;
  readonly paidCents: number;
  readonly contentHash: string;
  readonly sealedContent: Uint8Array;
}

/** A decision as it was stored. */
export interface StoredAdjudication {
  readonly at: string;
  readonly decision: Decision;
  readonly decidedOn: string;
  readonly paidCents: number;
  readonly sealedContent: Uint8Array;
}

/** What the plan decided of invoices. */
export class Adjudications {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The invoices of a plan in force, within reach, that have one of the numbers. */
  async openInvoices(reach: Reach, planId: string, invoiceNumbers: readonly string[]): Promise<readonly OpenInvoice[]> {
    const found: OpenInvoice[] = [];
    for (const piece of inPieces(invoiceNumbers)) {
      const rows = await selectOpen(this.#store, planId, piece).where(within('invoice', reach)).execute();
      found.push(...rows.map(open));
    }
    return found;
  }

  /**
   * Stores decisions, moves their invoices, and tells each submission's audit chain of it: all of that, or nothing.
   *
   * @throws InvoiceChangedError where an invoice is no longer in the state that it was read in
   */
  async store(adjudications: readonly NewAdjudication[], event: Omit<AuditEvent, 'action'>): Promise<void> {
    await transact(this.#store, async (transaction) => {
      for (const group of Map.groupBy(adjudications, ({ invoice }) => invoice.submissionId).values()) {
        await storeOfSubmission(transaction, group, event);
      }
    });
  }

  /** The decisions on an invoice, in order. */
  async of(submissionId: string, ordinal: number): Promise<readonly StoredAdjudication[]> {
    const rows = await this.#store
      .selectFrom('adjudication')
      .select(['at', 'decision', 'decided_on', 'paid_cents', 'content'])
      .where('submission_id', '=', submissionId)
      .where('ordinal', '=', ordinal)
      .orderBy('audit_sequence')
      .execute();
    return rows.map((row) => ({
      at: row.at,
      decision: row.decision,
      decidedOn: row.decided_on,
      paidCents: row.paid_cents,
      sealedContent: row.content,
    }));
  }
}

async function storeOfSubmission(
  transaction: Transaction<Tables>,
  adjudications: readonly NewAdjudication[],
  event: Omit<AuditEvent, 'action'>,
): Promise<void> {
  const submissionId = adjudications[0]?.invoice.submissionId ?? '';
  const sequence = await changeInvoices(transaction, {
    submissionId,
    event: { ...event, action: 'adjudicated', detail: { ...event.detail, decided: summary(adjudications) } },
    causedBy: null,
    steps: stepsOf(adjudications),
  });
  for (const piece of inPieces(adjudications)) {
    await transaction
      .insertInto('adjudication')
      .values(
        piece.map((each) => ({
          submission_id: submissionId,
          ordinal: each.invoice.ordinal,
          audit_sequence: sequence,
          at: event.at,
          decision: each.decision,
          decided_on: each.decidedOn,
          paid_cents: each.paidCents,
          content_hash: each.contentHash,
          content: each.sealedContent,
        })),
      )
      .execute();
  }
}

/** For the audit: which invoice was decided how. */
function summary(adjudications: readonly NewAdjudication[]) {
  return adjudications.map(({ invoice, decision, paidCents, contentHash }) => ({
    ...{ invoice: invoice.ordinal, decision, paidCents, contentHash },
  }));
}

/** Steps of those whose state changes; a decision that is corrected within its state is no step. */
function stepsOf(adjudications: readonly NewAdjudication[]): readonly InvoiceSteps[] {
  const moving = adjudications.filter(({ invoice, decision }) => invoice.state !== decision);
  return [...Map.groupBy(moving, ({ invoice, decision }) => `${invoice.state} ${decision}`).values()].map((group) => {
    const [first] = group;
    const transition = first === undefined ? null : invoiceTransition(first.invoice.state, first.decision);
    if (transition === null) throw new InvoiceChangedError();
    return { ordinals: group.map(({ invoice }) => invoice.ordinal), step: { of: 'invoice', transition } };
  });
}

function selectOpen(store: Store, planId: string, invoiceNumbers: readonly string[]) {
  return store
    .selectFrom('invoice')
    .innerJoin('submission', 'submission.id', 'invoice.submission_id')
    .select((select) => [
      'invoice.submission_id',
      'invoice.ordinal',
      'invoice.billing_provider_npi',
      'invoice.invoice_number',
      'invoice.line_count',
      'invoice.state',
      'submission.received_at',
      'submission.wrapped_key',
      select
        .selectFrom('adjudication')
        .select('adjudication.content_hash')
        .whereRef('adjudication.submission_id', '=', 'invoice.submission_id')
        .whereRef('adjudication.ordinal', '=', 'invoice.ordinal')
        .orderBy('adjudication.audit_sequence', 'desc')
        .limit(1)
        .as('content_hash'),
    ])
    .where('invoice.plan_id', '=', planId)
    .where('submission.purged_at', 'is', null)
    .where('invoice.invoice_number', 'in', [...invoiceNumbers])
    .where('invoice.state', 'in', statesInForce);
}

function open(row: Awaited<ReturnType<ReturnType<typeof selectOpen>['execute']>>[number]): OpenInvoice {
  return {
    submissionId: row.submission_id,
    ordinal: row.ordinal,
    billingProviderNpi: row.billing_provider_npi,
    invoiceNumber: row.invoice_number ?? '',
    lineCount: row.line_count,
    state: row.state as StateInForce,
    receivedAt: new Date(row.received_at),
    wrappedKey: row.wrapped_key,
    contentHash: row.content_hash,
  };
}
