import type { Insertable, Transaction } from 'kysely';
import type { SubmissionPurpose } from '../../submission/contract.ts';
import { nextEntry, type AuditEvent } from '../audit/chain.ts';
import { uuidV7 } from '../identifiers.ts';
import { insertFirstEntries } from './audit-entries.ts';
import { recordReceived } from './invoice-changes.ts';
import { insertRows } from './rows.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';
import { selectByKey, storedSubmission, type StoredSubmission } from './stored-submission.ts';
import { Together } from './together.ts';
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
  readonly event: AuditEvent;
}

/** What became of a submission: stored, or its key was taken before. */
export type Acceptance = { readonly kind: 'stored' } | { readonly kind: 'known'; readonly earlier: StoredSubmission };

/** Bytes of sealed envelopes in one transaction: what is large does not keep the others waiting. */
const bytesTogether = 1024 * 1024;

/** What a submission is in a group beside its envelope: with it some hundred small ones are one. */
const bytesOfRows = 8 * 1024;

/** Transactions at the same time, where a database takes several. */
const transactionsTogether = 4;

/** Stores submissions, those that come at the same time in one transaction; each is on the disk when it is told. */
export function acceptingOn(store: Store): Together<NewSubmission, Acceptance> {
  return new Together({
    perform: (submissions) => transact(store, (transaction) => acceptAll(transaction, submissions)),
    // A database that takes nothing takes none of them.
    isOwnFault: (error) => !(error instanceof StoreError && error.fault === 'unavailable'),
    weightOf: ({ sealedEnvelope }) => sealedEnvelope.byteLength + bytesOfRows,
    mostWeight: bytesTogether,
    concurrency: store.getExecutor().adapter.supportsMultipleConnections ? transactionsTogether : 1,
  });
}

/**
 * Stores submissions with everything that belongs to them. The first statement decides between twins, those of the same
 * group as well.
 */
async function acceptAll(
  transaction: Transaction<Tables>,
  submissions: readonly NewSubmission[],
): Promise<readonly Acceptance[]> {
  const inserted = await transaction
    .insertInto('submission')
    .values(submissions.map(submissionRow))
    .onConflict((conflict) => conflict.columns(['plan_id', 'idempotency_key']).doNothing())
    .returning('id')
    .execute();
  const ids = new Set(inserted.map(({ id }) => id));
  const stored = submissions.filter(({ id }) => ids.has(id));
  await insertParts(transaction, stored);
  const outcomes: Acceptance[] = [];
  for (const { id, planId, idempotencyKey } of submissions) {
    if (ids.has(id)) outcomes.push({ kind: 'stored' });
    else {
      const row = await selectByKey(transaction, planId, idempotencyKey).executeTakeFirstOrThrow();
      outcomes.push({ kind: 'known', earlier: storedSubmission(row) });
    }
  }
  return outcomes;
}

async function insertParts(transaction: Transaction<Tables>, submissions: readonly NewSubmission[]): Promise<void> {
  if (submissions.length === 0) return;
  await insertRows(
    transaction,
    'sealed_document',
    submissions.map(({ id, sealedEnvelope }) => ({ submission_id: id, kind: 'envelope', content: sealedEnvelope })),
  );
  await insertRows(transaction, 'invoice', submissions.flatMap(invoiceRows));
  await insertFirstEntries(
    transaction,
    submissions.map(({ id, event }) => nextEntry(id, null, event)),
  );
  await recordReceived(
    transaction,
    submissions.map(({ id }) => id),
  );
  await insertRows(transaction, 'work_item', submissions.map(workRow));
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

function workRow(submission: NewSubmission): Insertable<Tables['work_item']> {
  return {
    id: uuidV7(submission.receivedAt),
    submission_id: submission.id,
    kind: 'check',
    available_at: submission.receivedAt.getTime(),
    lease_holder: null,
    completed_at: null,
  };
}
