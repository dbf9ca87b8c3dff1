import { sql, type RawBuilder } from 'kysely';
import type { SubmissionPurpose } from '../../submission/contract.ts';
import { invoiceStateSchema, type EncounterState, type InvoiceState } from '../../submission/invoice-states.ts';
import { weightOf } from '../invoice-states.ts';
import { isLatestDecision } from './latest-decision.ts';
import { within, type Reach } from './reach.ts';
import type { InvoiceChangeTable } from './schema.ts';
import type { Store } from './store.ts';

/** An invoice as it came in one submission. */
export interface StoredInvoice {
  readonly submissionId: string;
  readonly ordinal: number;
  readonly planId: string;
  readonly billingProviderNpi: string;
  readonly invoiceNumber: string;
  readonly lineCount: number;
  readonly chargeCents: number;
  readonly state: InvoiceState;
  readonly encounterState: EncounterState;
  readonly receivedAt: Date;
  /** When the last of its steps was taken. */
  readonly changedAt: Date;
  readonly purpose: SubmissionPurpose['kind'];
  readonly attempt: number;
  /** The plan's latest decision, its day as `YYYY-MM-DD`. */
  readonly decision: { readonly decidedOn: string; readonly paidCents: number } | null;
}

/** A step of an invoice, as it was stored. */
export interface StoredStep extends Pick<InvoiceChangeTable, 'at' | 'aspect' | 'state'> {
  readonly causedBy: string | null;
  /** What the audit tells of an encounter that was rejected, as JSON; null for any other step. */
  readonly rejection: string | null;
}

/** Which invoices to list. */
export interface InvoiceQuery {
  readonly planId: string | null;
  readonly state: InvoiceState | null;
  /** The last one of the page before. */
  readonly after: { readonly submissionId: string; readonly ordinal: number } | null;
  readonly limit: number;
}

/** Most submissions of one invoice that are read; a biller has corrected it many times then. */
const mostSubmissions = 50;

/** Invoices. Those without a number of ten digits cannot be asked for, and are not listed. */
export class Invoices {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The submissions within reach that hold an invoice number, the latest first. */
  async submissionsOf(reach: Reach, invoiceNumber: string): Promise<readonly StoredInvoice[]> {
    const rows = await selectInvoices(this.#store)
      .where(within('invoice', reach))
      .where('invoice.invoice_number', '=', invoiceNumber)
      .orderBy('invoice.submission_id', 'desc')
      .limit(mostSubmissions)
      .execute();
    return rows.map(stored);
  }

  /**
   * A page of the invoices within reach, the latest first: each number of an organisation's billing provider once, as it
   * came in the submission that counts, see `weightOf` in `invoice-states.ts`.
   */
  async list(reach: Reach, query: InvoiceQuery): Promise<readonly StoredInvoice[]> {
    const { planId, state, after } = query;
    let page = selectInvoices(this.#store)
      .where(within('invoice', reach))
      .where('invoice.invoice_number', 'is not', null)
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('invoice as other')
              .select('other.ordinal')
              .whereRef('other.organisation_id', '=', 'invoice.organisation_id')
              .whereRef('other.invoice_number', '=', 'invoice.invoice_number')
              .whereRef('other.plan_id', '=', 'invoice.plan_id')
              .whereRef('other.billing_provider_npi', '=', 'invoice.billing_provider_npi')
              .where((more) =>
                more.or([
                  more(weight('other.state'), '>', weight('invoice.state')),
                  more.and([
                    more(weight('other.state'), '=', weight('invoice.state')),
                    more('other.submission_id', '>', more.ref('invoice.submission_id')),
                  ]),
                ]),
              ),
          ),
        ),
      );
    if (planId !== null) page = page.where('invoice.plan_id', '=', planId);
    if (state !== null) page = page.where('invoice.state', '=', state);
    if (after !== null) {
      page = page.where((where) =>
        where.or([
          where('invoice.submission_id', '<', after.submissionId),
          where.and([
            where('invoice.submission_id', '=', after.submissionId),
            where('invoice.ordinal', '>', after.ordinal),
          ]),
        ]),
      );
    }
    const rows = await page
      .orderBy('invoice.submission_id', 'desc')
      .orderBy('invoice.ordinal')
      .limit(query.limit)
      .execute();
    return rows.map(stored);
  }

  /** The steps of an invoice of a submission, in order. */
  async steps(submissionId: string, ordinal: number): Promise<readonly StoredStep[]> {
    const rows = await this.#store
      .selectFrom('invoice_change')
      .leftJoin('audit_entry', (join) =>
        join
          .onRef('audit_entry.submission_id', '=', 'invoice_change.submission_id')
          .onRef('audit_entry.sequence', '=', 'invoice_change.audit_sequence')
          .on('invoice_change.state', '=', 'rejected'),
      )
      .select(['invoice_change.at', 'aspect', 'state', 'caused_by', 'audit_entry.detail'])
      .where('invoice_change.submission_id', '=', submissionId)
      .where('ordinal', '=', ordinal)
      .orderBy('audit_sequence')
      .execute();
    return rows.map(({ caused_by: causedBy, detail: rejection, ...step }) => ({ ...step, causedBy, rejection }));
  }
}

function selectInvoices(store: Store) {
  return (
    store
      .selectFrom('invoice')
      .innerJoin('submission', 'submission.id', 'invoice.submission_id')
      // What was purged is kept for audits, and not for those who ask.
      .where('submission.purged_at', 'is', null)
      .leftJoin('adjudication', (join) => join.on(isLatestDecision))
      .select((select) => [
        'invoice.submission_id',
        'invoice.ordinal',
        'invoice.plan_id',
        'invoice.billing_provider_npi',
        'invoice.invoice_number',
        'invoice.line_count',
        'invoice.charge_cents',
        'invoice.state',
        'invoice.encounter_state',
        'submission.received_at',
        'submission.purpose',
        'submission.attempt',
        'adjudication.decided_on',
        'adjudication.paid_cents',
        select
          .selectFrom('invoice_change')
          .select((change) => change.fn.max('invoice_change.at').as('at'))
          .whereRef('invoice_change.submission_id', '=', 'invoice.submission_id')
          .whereRef('invoice_change.ordinal', '=', 'invoice.ordinal')
          .as('changed_at'),
      ])
  );
}

/** `weightOf` in the database. */
function weight(column: 'invoice.state' | 'other.state'): RawBuilder<number> {
  const cases = invoiceStateSchema.options.map((state) => sql`when ${sql.lit(state)} then ${sql.lit(weightOf(state))}`);
  return sql<number>`case ${sql.ref(column)} ${sql.join(cases, sql` `)} end`;
}

type InvoiceRow = Awaited<ReturnType<ReturnType<typeof selectInvoices>['execute']>>[number];

function stored(row: InvoiceRow): StoredInvoice {
  return {
    submissionId: row.submission_id,
    ordinal: row.ordinal,
    planId: row.plan_id,
    billingProviderNpi: row.billing_provider_npi,
    invoiceNumber: row.invoice_number ?? '',
    lineCount: row.line_count,
    chargeCents: row.charge_cents,
    state: row.state,
    encounterState: row.encounter_state,
    receivedAt: new Date(row.received_at),
    changedAt: new Date(row.changed_at ?? row.received_at),
    purpose: row.purpose,
    attempt: row.attempt,
    decision:
      row.decided_on === null || row.paid_cents === null
        ? null
        : { decidedOn: row.decided_on, paidCents: row.paid_cents },
  };
}
