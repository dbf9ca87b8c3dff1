import type { Insertable, Selectable } from 'kysely';
import type { SubmissionPurpose } from '../../submission/contract.ts';
import type { AuditEntry, AuditEvent } from '../audit/chain.ts';
import { uuidV7 } from '../identifiers.ts';
import { appendAudit } from './audit-entries.ts';
import { selectEarlierInvoices, type EarlierInvoices } from './earlier-invoices.ts';
import { recordReceived } from './invoice-changes.ts';
import { within, type Reach } from './reach.ts';
import { inPieces } from './rows.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

/** A submission that is about to be stored, with its receipt already signed. */
export interface NewSubmission {
  readonly id: string;
  readonly planId: string;
  readonly organisationId: string;
  /** The delegate that looks after the organisation for the plan; null where the plan does itself. */
  readonly delegateId: string | null;
  /** Whether the organisation is a program of 42 CFR Part 2. */
  readonly part2Program: boolean;
  readonly billingProviderNpi: string;
  readonly idempotencyKey: string;
  readonly contentHash: string;
  readonly purpose: SubmissionPurpose['kind'];
  readonly attempt: number;
  readonly receivedAt: Date;
  readonly receipt: string;
  readonly wrappedKey: Uint8Array;
  readonly sealedEnvelope: Uint8Array;
  readonly invoices: readonly { invoiceNumber: string | null; lineCount: number; chargeCents: number }[];
  /** Lines whose service can be read, by their place in the envelope. */
  readonly services: readonly { line: number; ordinal: number; hash: string }[];
  readonly event: AuditEvent;
}

/** A submission as it was stored. */
export interface StoredSubmission {
  readonly id: string;
  readonly planId: string;
  readonly organisationId: string;
  readonly contentHash: string;
  readonly purpose: SubmissionPurpose['kind'];
  readonly receivedAt: Date;
  readonly state: 'received' | 'checked';
  readonly receipt: string;
  readonly wrappedKey: Uint8Array;
  /** When what was sent was purged; null while it is there. */
  readonly purgedAt: string | null;
  /** Whether the sender was a program of 42 CFR Part 2 when it sent. */
  readonly part2Program: boolean;
}

/** What the endpoint has received. Reads for a caller are always scoped to the caller's reach. */
export class Submissions {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Stores envelope, invoices, audit entry and work item in one transaction, or nothing: when this resolves with
   * `stored`, all of it is on the disk. The first statement decides between concurrent twins.
   *
   * @returns the earlier submission where the key is already taken.
   */
  async accept(submission: NewSubmission): Promise<{ kind: 'stored' } | { kind: 'known'; earlier: StoredSubmission }> {
    return transact(this.#store, async (transaction) => {
      const inserted = await transaction
        .insertInto('submission')
        .values(submissionRow(submission))
        .onConflict((conflict) => conflict.columns(['plan_id', 'idempotency_key']).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (inserted === undefined) {
        const row = await selectByKey(
          transaction,
          submission.planId,
          submission.idempotencyKey,
        ).executeTakeFirstOrThrow();
        return { kind: 'known', earlier: stored(row) };
      }
      await transaction
        .insertInto('sealed_document')
        .values({ submission_id: submission.id, kind: 'envelope', content: submission.sealedEnvelope })
        .execute();
      for (const rows of inPieces(invoiceRows(submission))) {
        await transaction
          .insertInto('invoice')
          .values([...rows])
          .execute();
      }
      for (const services of inPieces(submission.services)) {
        await transaction
          .insertInto('service_line')
          .values(
            services.map(({ line, ordinal, hash }) => ({
              ...{ submission_id: submission.id, line, ordinal, service_hash: hash },
            })),
          )
          .execute();
      }
      const sequence = await appendAudit(transaction, submission.id, submission.event);
      await recordReceived(transaction, submission.id, submission.event.at, sequence);
      await transaction
        .insertInto('work_item')
        .values({
          id: uuidV7(submission.receivedAt),
          submission_id: submission.id,
          kind: 'check',
          available_at: submission.receivedAt.getTime(),
          lease_holder: null,
          completed_at: null,
        })
        .execute();
      return { kind: 'stored' };
    });
  }

  /** The submission of a key, of whichever organisation. */
  async findByKey(planId: string, idempotencyKey: string): Promise<StoredSubmission | null> {
    const row = await selectByKey(this.#store, planId, idempotencyKey).executeTakeFirst();
    return row === undefined ? null : stored(row);
  }

  /** A submission within reach that was not purged. */
  async findWithin(reach: Reach, id: string): Promise<StoredSubmission | null> {
    const row = await this.#store
      .selectFrom('submission')
      .selectAll()
      .where('id', '=', id)
      .where(within('submission', reach))
      .where('purged_at', 'is', null)
      .executeTakeFirst();
    return row === undefined ? null : stored(row);
  }

  /** The same, whether it was purged or not: for who reads its audit, which stays. */
  async findAuditable(reach: Reach, id: string): Promise<StoredSubmission | null> {
    const row = await this.#store
      .selectFrom('submission')
      .selectAll()
      .where('id', '=', id)
      .where(within('submission', reach))
      .executeTakeFirst();
    return row === undefined ? null : stored(row);
  }

  /** A submission by id, for the endpoint's own work. */
  async find(id: string): Promise<StoredSubmission> {
    const row = await this.#store.selectFrom('submission').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    return stored(row);
  }

  /** A sealed document of a submission. */
  async document(submissionId: string, kind: 'envelope' | 'result'): Promise<Uint8Array | null> {
    const row = await this.#store
      .selectFrom('sealed_document')
      .select('content')
      .where('submission_id', '=', submissionId)
      .where('kind', '=', kind)
      .executeTakeFirst();
    return row?.content ?? null;
  }

  /** What the plan has of the billing provider of a submission already. */
  async earlierInvoices(submissionId: string): Promise<EarlierInvoices> {
    return selectEarlierInvoices(this.#store, submissionId);
  }

  /** Receipts within reach that name an invoice, latest first. */
  async receiptsOf(reach: Reach, invoiceNumber: string): Promise<{ id: string; receipt: string }[]> {
    return this.#store
      .selectFrom('submission')
      .select(['id', 'receipt'])
      .where('purged_at', 'is', null)
      .where('id', 'in', (query) =>
        query
          .selectFrom('invoice')
          .select('submission_id')
          .where(within('invoice', reach))
          .where('invoice_number', '=', invoiceNumber),
      )
      .orderBy('id', 'desc')
      .limit(100)
      .execute();
  }

  /** The audit chain of a submission, in order. */
  async auditChain(submissionId: string): Promise<AuditEntry[]> {
    const rows = await this.#store
      .selectFrom('audit_entry')
      .selectAll()
      .where('submission_id', '=', submissionId)
      .orderBy('sequence')
      .execute();
    return rows.map((row) => ({
      submissionId: row.submission_id,
      sequence: row.sequence,
      at: row.at,
      actor: row.actor,
      action: row.action,
      detail: row.detail,
      previousHash: row.previous_hash,
      hash: row.hash,
    }));
  }
}

function selectByKey(store: Store, planId: string, idempotencyKey: string) {
  return store
    .selectFrom('submission')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('idempotency_key', '=', idempotencyKey);
}

function submissionRow(submission: NewSubmission): Insertable<Tables['submission']> {
  return {
    id: submission.id,
    plan_id: submission.planId,
    organisation_id: submission.organisationId,
    delegate_id: submission.delegateId,
    idempotency_key: submission.idempotencyKey,
    content_hash: submission.contentHash,
    purpose: submission.purpose,
    attempt: submission.attempt,
    received_at: submission.receivedAt.toISOString(),
    state: 'received',
    receipt: submission.receipt,
    wrapped_key: submission.wrappedKey,
    purged_at: null,
    part2_program: submission.part2Program ? 1 : 0,
  };
}

function invoiceRows(submission: NewSubmission): Insertable<Tables['invoice']>[] {
  return submission.invoices.map((invoice, ordinal) => ({
    submission_id: submission.id,
    ordinal,
    plan_id: submission.planId,
    organisation_id: submission.organisationId,
    delegate_id: submission.delegateId,
    billing_provider_npi: submission.billingProviderNpi,
    invoice_number: invoice.invoiceNumber,
    line_count: invoice.lineCount,
    charge_cents: invoice.chargeCents,
    state: 'received' as const,
  }));
}

function stored(row: Selectable<Tables['submission']>): StoredSubmission {
  return {
    id: row.id,
    planId: row.plan_id,
    organisationId: row.organisation_id,
    contentHash: row.content_hash,
    purpose: row.purpose,
    receivedAt: new Date(row.received_at),
    state: row.state,
    receipt: row.receipt,
    wrappedKey: row.wrapped_key,
    purgedAt: row.purged_at,
    part2Program: row.part2_program === 1,
  };
}
