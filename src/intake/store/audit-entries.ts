import type { Insertable, Transaction } from 'kysely';
import { nextEntry, type AuditEvent, type AuditEntry, type OrganisationEvent } from '../audit/chain.ts';
import { insertRows } from './rows.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';

/**
 * Adds an entry to the audit chain of a submission, inside the transaction of what it tells.
 *
 * @returns its sequence in the chain
 */
export async function appendAudit(
  transaction: Transaction<Tables>,
  submissionId: string,
  event: AuditEvent,
): Promise<number> {
  const previous = await transaction
    .selectFrom('audit_entry')
    .select(['sequence', 'hash'])
    .where('submission_id', '=', submissionId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const entry = nextEntry(submissionId, previous ?? null, event);
  await insertRows(transaction, 'audit_entry', [entryRow(entry)]);
  return entry.sequence;
}

/** Begins the audit chains of submissions that are being stored, each with its first entry. */
export async function insertFirstEntries(
  transaction: Transaction<Tables>,
  entries: readonly AuditEntry[],
): Promise<void> {
  await insertRows(transaction, 'audit_entry', entries.map(entryRow));
}

function entryRow(entry: AuditEntry): Insertable<Tables['audit_entry']> {
  return {
    submission_id: entry.submissionId,
    sequence: entry.sequence,
    at: entry.at,
    actor: entry.actor,
    action: entry.action,
    detail: entry.detail,
    previous_hash: entry.previousHash,
    hash: entry.hash,
  };
}

/** Adds an entry to the audit chain of an organisation, inside the transaction of what it tells. */
export async function appendOrganisationAudit(
  transaction: Transaction<Tables>,
  organisationId: string,
  event: OrganisationEvent,
): Promise<void> {
  const previous = await transaction
    .selectFrom('organisation_audit_entry')
    .select(['sequence', 'hash'])
    .where('organisation_id', '=', organisationId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { sequence, at, actor, action, detail, previousHash, hash } = nextEntry(
    organisationId,
    previous ?? null,
    event,
  );
  await transaction
    .insertInto('organisation_audit_entry')
    .values({ organisation_id: organisationId, sequence, at, actor, action, detail, previous_hash: previousHash, hash })
    .execute();
  await transaction.updateTable('organisation').set({ audit_hash: hash }).where('id', '=', organisationId).execute();
}

/** The audit chain of an organisation, in order. */
export async function organisationAudit(store: Store, organisationId: string): Promise<AuditEntry[]> {
  const rows = await store
    .selectFrom('organisation_audit_entry')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('sequence')
    .execute();
  return rows.map(({ organisation_id: submissionId, previous_hash: previousHash, ...entry }) => ({
    ...entry,
    submissionId,
    previousHash,
  }));
}
