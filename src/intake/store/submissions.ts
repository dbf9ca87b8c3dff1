import type { Insertable, Selectable, Transaction } from 'kysely';
import { nextEntry, type AuditEntry, type AuditEvent } from '../audit/chain.ts';
import { uuidV7 } from '../identifiers.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

/** A submission that is about to be stored, with its receipt already signed. */
export interface NewSubmission {
  readonly id: string;
  readonly planId: string;
  readonly organisationId: string;
  readonly billingProviderNpi: string;
  readonly idempotencyKey: string;
  readonly contentHash: string;
  readonly purpose: string;
  readonly attempt: number;
  readonly receivedAt: Date;
  readonly receipt: string;
  readonly wrappedKey: Uint8Array;
  readonly sealedEnvelope: Uint8Array;
  readonly invoices: readonly { invoiceNumber: string | null; lineCount: number; chargeCents: number }[];
  readonly event: AuditEvent;
}

/** A submission as it was stored. */
export interface StoredSubmission {
  readonly id: string;
  readonly planId: string;
  readonly organisationId: string;
  readonly contentHash: string;
  readonly receivedAt: Date;
  readonly state: 'received' | 'checked';
  readonly receipt: string;
  readonly wrappedKey: Uint8Array;
}

/** A check's outcome, to be stored. */
export interface CheckedSubmission {
  readonly submissionId: string;
  readonly sealedResult: Uint8Array;
  /** Ordinals of the invoices that come back. */
  readonly rejected: readonly number[];
  /** Numbers that the check knew to be accepted before. */
  readonly acceptedBefore: readonly string[];
  readonly event: AuditEvent;
}

/** Rows in one insert, below every engine's limit of parameters. */
const rowsPerInsert = 500;

/** What the endpoint has received. Reads for a caller are always scoped to the caller's organisation. */
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
      const rows = invoiceRows(submission);
      for (let start = 0; start < rows.length; start += rowsPerInsert) {
        await transaction
          .insertInto('invoice')
          .values(rows.slice(start, start + rowsPerInsert))
          .execute();
      }
      await appendAudit(transaction, submission.id, submission.event);
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

  /** A submission of an organisation. */
  async findOwn(id: string, organisationId: string): Promise<StoredSubmission | null> {
    const row = await this.#store
      .selectFrom('submission')
      .selectAll()
      .where('id', '=', id)
      .where('organisation_id', '=', organisationId)
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

  /** Numbers in a submission under which the plan accepted an invoice of the same billing provider before. */
  async acceptedBefore(submissionId: string): Promise<readonly string[]> {
    return selectAcceptedBefore(this.#store, submissionId);
  }

  /** Receipts of an organisation that name an invoice, latest first. */
  async receiptsOf(organisationId: string, invoiceNumber: string): Promise<{ id: string; receipt: string }[]> {
    return this.#store
      .selectFrom('submission')
      .select(['id', 'receipt'])
      .where('id', 'in', (query) =>
        query
          .selectFrom('invoice')
          .select('submission_id')
          .where('organisation_id', '=', organisationId)
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

/** Thrown where the plan has accepted an invoice since the check began under a number that the check took for new. */
export class OutdatedCheckError extends Error {
  constructor() {
    super('Another submission with the same invoice number was accepted meanwhile');
    this.name = 'OutdatedCheckError';
  }
}

/**
 * Stores a check's outcome inside the transaction that completes its work item.
 *
 * @throws OutdatedCheckError where the check has to be made again
 */
export async function storeChecked(transaction: Transaction<Tables>, checked: CheckedSubmission): Promise<void> {
  const { submissionId } = checked;
  const known = new Set(checked.acceptedBefore);
  const acceptedBefore = await selectAcceptedBefore(transaction, submissionId);
  if (acceptedBefore.some((number) => !known.has(number))) throw new OutdatedCheckError();
  await transaction
    .insertInto('sealed_document')
    .values({ submission_id: submissionId, kind: 'result', content: checked.sealedResult })
    .execute();
  await transaction
    .updateTable('invoice')
    .set({ state: 'accepted' })
    .where('submission_id', '=', submissionId)
    .execute();
  for (let start = 0; start < checked.rejected.length; start += rowsPerInsert) {
    await transaction
      .updateTable('invoice')
      .set({ state: 'rejected' })
      .where('submission_id', '=', submissionId)
      .where('ordinal', 'in', checked.rejected.slice(start, start + rowsPerInsert))
      .execute();
  }
  await transaction.updateTable('submission').set({ state: 'checked' }).where('id', '=', submissionId).execute();
  await appendAudit(transaction, submissionId, checked.event);
}

async function selectAcceptedBefore(store: Store | Transaction<Tables>, submissionId: string): Promise<string[]> {
  const rows = await store
    .selectFrom('invoice as own')
    .innerJoin('invoice as earlier', (join) =>
      join
        .onRef('earlier.plan_id', '=', 'own.plan_id')
        .onRef('earlier.billing_provider_npi', '=', 'own.billing_provider_npi')
        .onRef('earlier.invoice_number', '=', 'own.invoice_number'),
    )
    .select('earlier.invoice_number')
    .distinct()
    .where('own.submission_id', '=', submissionId)
    .where('earlier.submission_id', '!=', submissionId)
    .where('earlier.state', '=', 'accepted')
    .execute();
  return rows.flatMap((row) => row.invoice_number ?? []);
}

async function appendAudit(transaction: Transaction<Tables>, submissionId: string, event: AuditEvent): Promise<void> {
  const previous = await transaction
    .selectFrom('audit_entry')
    .select(['sequence', 'hash'])
    .where('submission_id', '=', submissionId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const entry = nextEntry(submissionId, previous ?? null, event);
  await transaction
    .insertInto('audit_entry')
    .values({
      submission_id: submissionId,
      sequence: entry.sequence,
      at: entry.at,
      actor: entry.actor,
      action: entry.action,
      detail: entry.detail,
      previous_hash: entry.previousHash,
      hash: entry.hash,
    })
    .execute();
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
    idempotency_key: submission.idempotencyKey,
    content_hash: submission.contentHash,
    purpose: submission.purpose,
    attempt: submission.attempt,
    received_at: submission.receivedAt.toISOString(),
    state: 'received',
    receipt: submission.receipt,
    wrapped_key: submission.wrappedKey,
  };
}

function invoiceRows(submission: NewSubmission): Insertable<Tables['invoice']>[] {
  return submission.invoices.map((invoice, ordinal) => ({
    submission_id: submission.id,
    ordinal,
    plan_id: submission.planId,
    organisation_id: submission.organisationId,
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
    receivedAt: new Date(row.received_at),
    state: row.state,
    receipt: row.receipt,
    wrappedKey: row.wrapped_key,
  };
}
