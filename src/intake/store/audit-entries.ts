import type { Transaction } from 'kysely';
import { nextEntry, type AuditEvent } from '../audit/chain.ts';
import type { Tables } from './schema.ts';

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
  return entry.sequence;
}
