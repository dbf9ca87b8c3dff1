import type { AuditEntry } from '../audit/chain.ts';
import type { ServiceLine } from '../work/services.ts';
import { acceptingOn, type Acceptance, type NewSubmission } from './acceptance.ts';
import { selectEarlierInvoices, type EarlierInvoices } from './earlier-invoices.ts';
import { within, type Reach } from './reach.ts';
import { insertRows } from './rows.ts';
import type { Store } from './store.ts';
import { selectByKey, storedSubmission, type StoredSubmission } from './stored-submission.ts';
import type { Together } from './together.ts';
import { transact } from './transact.ts';

/** What the endpoint has received. Reads for a caller are always scoped to the caller's reach. */
export class Submissions {
  readonly #store: Store;
  readonly #accepting: Together<NewSubmission, Acceptance>;

  constructor(store: Store) {
    this.#store = store;
    this.#accepting = acceptingOn(store);
  }

  /**
   * Stores envelope, invoices, audit entry and work item in one transaction, or nothing: when this resolves with
   * `stored`, all of it is on the disk.
   */
  accept(submission: NewSubmission): Promise<Acceptance> {
    return this.#accepting.add(submission);
  }

  /** The submission of a key, of whichever organisation. */
  async findByKey(planId: string, idempotencyKey: string): Promise<StoredSubmission | null> {
    const row = await selectByKey(this.#store, planId, idempotencyKey).executeTakeFirst();
    return row === undefined ? null : storedSubmission(row);
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
    return row === undefined ? null : storedSubmission(row);
  }

  /** The same, whether it was purged or not: for who reads its audit, which stays. */
  async findAuditable(reach: Reach, id: string): Promise<StoredSubmission | null> {
    const row = await this.#store
      .selectFrom('submission')
      .selectAll()
      .where('id', '=', id)
      .where(within('submission', reach))
      .executeTakeFirst();
    return row === undefined ? null : storedSubmission(row);
  }

  /** A submission by id, for the endpoint's own work. */
  async find(id: string): Promise<StoredSubmission> {
    const row = await this.#store.selectFrom('submission').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    return storedSubmission(row);
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

  /**
   * Records the services of a submission, under which others find them: what is there already is not recorded again.
   *
   * @returns whether the submission is there: of what was purged nothing is recorded
   */
  async recordServices(submissionId: string, services: readonly ServiceLine[]): Promise<boolean> {
    if (services.length === 0) return true;
    return transact(this.#store, async (transaction) => {
      const { purged_at: purgedAt } = await transaction
        .selectFrom('submission')
        .select('purged_at')
        .where('id', '=', submissionId)
        .executeTakeFirstOrThrow();
      if (purgedAt !== null) return false;
      const known = await transaction
        .selectFrom('service_line')
        .select(['line', 'service_hash'])
        .where('submission_id', '=', submissionId)
        .execute();
      const there = new Set(known.map((row) => `${String(row.line)} ${row.service_hash}`));
      const rows = services
        .filter(({ line, hash }) => !there.has(`${String(line)} ${hash}`))
        .map(({ line, ordinal, hash }) => ({
          ...{ submission_id: submissionId, line, ordinal, service_hash: hash },
        }));
      await insertRows(transaction, 'service_line', rows);
      return true;
    });
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
