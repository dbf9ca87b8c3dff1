import type { ExpressionBuilder, Transaction } from 'kysely';
import { uuidV7 } from '../identifiers.ts';
import { appendAudit } from './audit-entries.ts';
import { purgePlanFiles, sweepPlanFiles } from './plan-files.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

/**
 * Fewest years for which a plan keeps what it received: those of HIPAA's papers (45 CFR 164.316(b)(2)). Contracts of
 * Medi-Cal managed care ask for ten (42 CFR 438.3(u)).
 */
export const fewestYears = 6;
export const mostYears = 99;

/** For how long a plan keeps what it received; a plan without a policy keeps it for ever. */
export interface RetentionPolicy {
  readonly planId: string;
  readonly years: number;
}

/** What must not be purged: all of a plan, of one of its senders, or one submission. */
export interface HeldMatter {
  readonly planId: string;
  readonly organisationId: string | null;
  readonly submissionId: string | null;
  /** The matter, in words that name no member. */
  readonly reason: string;
}

/** A legal hold, which is never deleted: who placed and released it stays told. */
export interface LegalHold extends HeldMatter {
  readonly id: string;
  readonly placedAt: string;
  readonly placedBy: string;
  readonly releasedAt: string | null;
  readonly releasedBy: string | null;
}

/** The policies of plans, by plan. */
export async function retentionPolicies(store: Store): Promise<readonly RetentionPolicy[]> {
  const rows = await store.selectFrom('retention_policy').selectAll().orderBy('plan_id').execute();
  return rows.map(({ plan_id: planId, years }) => ({ planId, years }));
}

/** Sets the policy of a plan; null for none. */
export async function setRetentionPolicy(store: Store, planId: string, years: number | null): Promise<void> {
  await transact(store, async (transaction) => {
    await transaction.deleteFrom('retention_policy').where('plan_id', '=', planId).execute();
    if (years !== null) await transaction.insertInto('retention_policy').values({ plan_id: planId, years }).execute();
  });
}

/** Every hold, the latest first. */
export async function legalHolds(store: Store): Promise<readonly LegalHold[]> {
  const rows = await store.selectFrom('legal_hold').selectAll().orderBy('id', 'desc').execute();
  return rows.map((row) => ({
    ...{ id: row.id, planId: row.plan_id, organisationId: row.organisation_id, submissionId: row.submission_id },
    ...{ reason: row.reason, placedAt: row.placed_at, placedBy: row.placed_by },
    ...{ releasedAt: row.released_at, releasedBy: row.released_by },
  }));
}

/** Places a hold. @returns its id */
export async function placeHold(store: Store, matter: HeldMatter, by: string, now: Date): Promise<string> {
  const id = uuidV7(now);
  await transact(store, (transaction) =>
    transaction
      .insertInto('legal_hold')
      .values({
        ...{ id, plan_id: matter.planId, organisation_id: matter.organisationId, submission_id: matter.submissionId },
        ...{ reason: matter.reason, placed_at: now.toISOString(), placed_by: by },
        ...{ released_at: null, released_by: null },
      })
      .execute(),
  );
  return id;
}

/** Releases a hold. @returns whether there was one that still held */
export async function releaseHold(store: Store, id: string, by: string, now: Date): Promise<boolean> {
  const released = await transact(store, (transaction) =>
    transaction
      .updateTable('legal_hold')
      .set({ released_at: now.toISOString(), released_by: by })
      .where('id', '=', id)
      .where('released_at', 'is', null)
      .executeTakeFirst(),
  );
  return released.numUpdatedRows === 1n;
}

/** Submissions that one transaction purges. */
const batch = 50;

/**
 * Purges what plans keep no longer and no hold keeps: what was sent, what was found, what was decided in words, why it
 * was opened in an emergency in words, the key
 * of all that, the hashes of services, and encounter files of nothing else. Numbers, amounts, states, the receipt and the audit chain stay, with an entry
 * that tells the purge: a number stays taken, and that something was received stays provable. Files of the plan that
 * were loaded longer ago go too, unless a hold is on the whole plan.
 *
 * @param by who purges, for the audit
 * @returns how many submissions were purged
 */
export async function purge(store: Store, by: string, now: Date): Promise<number> {
  let count = 0;
  for (const policy of await retentionPolicies(store)) {
    const before = new Date(now);
    before.setUTCFullYear(before.getUTCFullYear() - policy.years);
    for (;;) {
      const purged = await transact(store, (transaction) => purgeBatch(transaction, policy, before, by, now));
      count += purged;
      if (purged < batch) break;
    }
    await transact(store, async (transaction) => {
      if (!(await isPlanHeld(transaction, policy.planId))) await purgePlanFiles(transaction, policy, before, by, now);
    });
  }
  await sweepPlanFiles(store, now);
  return count;
}

async function purgeBatch(
  transaction: Transaction<Tables>,
  { planId, years }: RetentionPolicy,
  before: Date,
  by: string,
  now: Date,
): Promise<number> {
  const rows = await transaction
    .selectFrom('submission')
    .select('id')
    .where('plan_id', '=', planId)
    .where('received_at', '<', before.toISOString())
    .where('state', '=', 'checked')
    .where('purged_at', 'is', null)
    .where(isNotHeld)
    .orderBy('id')
    .limit(batch)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const at = now.toISOString();
  const nothing = new Uint8Array();
  await transaction.deleteFrom('sealed_document').where('submission_id', 'in', ids).execute();
  await transaction.deleteFrom('service_line').where('submission_id', 'in', ids).execute();
  await transaction.deleteFrom('authorized_line').where('submission_id', 'in', ids).execute();
  await transaction.updateTable('adjudication').set({ content: nothing }).where('submission_id', 'in', ids).execute();
  await transaction.updateTable('emergency_access').set({ words: nothing }).where('submission_id', 'in', ids).execute();
  await transaction
    .updateTable('submission')
    .set({ purged_at: at, wrapped_key: nothing })
    .where('id', 'in', ids)
    .execute();
  for (const id of ids) {
    await appendAudit(transaction, id, { at, actor: by, action: 'purged', detail: { years } });
  }
  await purgeEncounterFiles(transaction, planId);
  return ids.length;
}

/** Encounter files go with the last of their submissions: what came back of them, and their key, too. */
async function purgeEncounterFiles(transaction: Transaction<Tables>, planId: string): Promise<void> {
  const nothing = new Uint8Array();
  const rows = await transaction
    .selectFrom('encounter_file')
    .select('id')
    .where('plan_id', '=', planId)
    .where('wrapped_key', '!=', nothing)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('encounter_claim')
            .innerJoin('submission', 'submission.id', 'encounter_claim.submission_id')
            .select('encounter_claim.place')
            .whereRef('encounter_claim.file_id', '=', 'encounter_file.id')
            .where('submission.purged_at', 'is', null),
        ),
      ),
    )
    .execute();
  for (const { id } of rows) {
    await transaction.deleteFrom('encounter_answer').where('file_id', '=', id).execute();
    await transaction.updateTable('encounter_claim').set({ receiver_number: null }).where('file_id', '=', id).execute();
    await transaction
      .updateTable('encounter_file')
      .set({ content: nothing, report: nothing, wrapped_key: nothing })
      .where('id', '=', id)
      .execute();
  }
}

async function isPlanHeld(transaction: Transaction<Tables>, planId: string): Promise<boolean> {
  const hold = await transaction
    .selectFrom('legal_hold')
    .select('id')
    .where('plan_id', '=', planId)
    .where('organisation_id', 'is', null)
    .where('submission_id', 'is', null)
    .where('released_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return hold !== undefined;
}

function isNotHeld(where: ExpressionBuilder<Tables, 'submission'>) {
  return where.not(
    where.exists(
      where
        .selectFrom('legal_hold')
        .select('legal_hold.id')
        .whereRef('legal_hold.plan_id', '=', 'submission.plan_id')
        .where('legal_hold.released_at', 'is', null)
        .where((hold) =>
          hold.or([
            hold('legal_hold.organisation_id', 'is', null),
            hold('legal_hold.organisation_id', '=', hold.ref('submission.organisation_id')),
          ]),
        )
        .where((hold) =>
          hold.or([
            hold('legal_hold.submission_id', 'is', null),
            hold('legal_hold.submission_id', '=', hold.ref('submission.id')),
          ]),
        ),
    ),
  );
}
