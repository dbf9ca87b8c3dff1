import type { Transaction } from 'kysely';
import { nextEntry, type AuditEntry, type PlanEvent } from '../audit/chain.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';

/** Adds an entry to the audit chain of a plan, inside the transaction of what it tells. */
export async function appendPlanAudit(
  transaction: Transaction<Tables>,
  planId: string,
  event: PlanEvent,
): Promise<void> {
  const previous = await transaction
    .selectFrom('plan_audit_entry')
    .select(['sequence', 'hash'])
    .where('plan_id', '=', planId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { sequence, at, actor, action, detail, previousHash, hash } = nextEntry(planId, previous ?? null, event);
  await transaction
    .insertInto('plan_audit_entry')
    .values({ plan_id: planId, sequence, at, actor, action, detail, previous_hash: previousHash, hash })
    .execute();
  await transaction
    .insertInto('plan_audit_head')
    .values({ plan_id: planId, hash })
    .onConflict((conflict) => conflict.column('plan_id').doUpdateSet({ hash }))
    .execute();
}

/** The audit chain of a plan, in order. */
export async function planAudit(store: Store, planId: string): Promise<AuditEntry[]> {
  const rows = await store
    .selectFrom('plan_audit_entry')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('sequence')
    .execute();
  return rows.map(({ plan_id: submissionId, previous_hash: previousHash, ...entry }) => ({
    ...entry,
    submissionId,
    previousHash,
  }));
}

/** Where the audit chain of each plan ends. */
export async function planAuditHeads(store: Store): Promise<readonly { planId: string; hash: string }[]> {
  const rows = await store.selectFrom('plan_audit_head').selectAll().orderBy('plan_id').execute();
  return rows.map(({ plan_id: planId, hash }) => ({ planId, hash }));
}
