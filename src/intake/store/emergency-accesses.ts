import type { emergencyReasons } from '../../submission/emergency-access.ts';
import { appendAudit } from './audit-entries.ts';
import { within, type Reach } from './reach.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

/** Who opens a submission, and why. */
export interface NewEmergencyAccess {
  /** UUIDv7. */
  readonly id: string;
  readonly submissionId: string;
  /** Subject of the token. */
  readonly openedBy: string;
  readonly role: string;
  readonly organisationId: string;
  /** Network address, for the audit. */
  readonly from: string;
  /** RFC 3339. */
  readonly openedAt: string;
  readonly until: string;
  readonly reason: (typeof emergencyReasons)[number];
  /** Sealed under the submission's data key. */
  readonly words: Uint8Array;
}

/** An access as it was stored. */
export interface StoredEmergencyAccess extends Omit<NewEmergencyAccess, 'from'> {
  readonly planId: string;
  /** The submission's data key, wrapped; empty once purged. */
  readonly wrappedKey: Uint8Array;
  readonly reads: number;
}

/** Accesses in an emergency. None is ever deleted: who opened what, and why, stays told. */
export class EmergencyAccesses {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Opens a submission, and tells its audit chain: both, or nothing. The reason's words stay out of the chain. */
  async open(access: NewEmergencyAccess): Promise<void> {
    const { id, submissionId, openedBy, role, organisationId, from, openedAt, until, reason, words } = access;
    await transact(this.#store, async (transaction) => {
      await transaction
        .insertInto('emergency_access')
        .values({
          ...{ id, submission_id: submissionId, opened_by: openedBy, role, organisation_id: organisationId },
          ...{ opened_at: openedAt, until, reason, words },
        })
        .execute();
      await appendAudit(transaction, submissionId, {
        at: openedAt,
        actor: openedBy,
        action: 'emergencyOpened',
        detail: { access: id, reason, until, role, organisation: organisationId, from },
      });
    });
  }

  /** The access under which somebody may read a submission at an instant, or null. */
  async openFor(submissionId: string, subject: string, now: Date): Promise<string | null> {
    const row = await this.#store
      .selectFrom('emergency_access')
      .select('id')
      .where('submission_id', '=', submissionId)
      .where('opened_by', '=', subject)
      .where('until', '>', now.toISOString())
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.id ?? null;
  }

  /** Tells that what was sent is read under an access, before it is shown: in the audit chain, and in the access. */
  async tellRead(
    access: string,
    submissionId: string,
    reader: {
      readonly at: string;
      readonly subject: string;
      readonly role: string;
      readonly organisationId: string;
      readonly from: string;
    },
  ): Promise<void> {
    const { at, subject, role, organisationId, from } = reader;
    await transact(this.#store, async (transaction) => {
      await transaction
        .updateTable('emergency_access')
        .set((row) => ({ reads: row('reads', '+', 1) }))
        .where('id', '=', access)
        .execute();
      await appendAudit(transaction, submissionId, {
        ...{ at, actor: subject, action: 'read' },
        detail: { what: 'envelope', access, role, organisation: organisationId, from },
      });
    });
  }

  /** The latest accesses to what is within reach, the latest first; of everything where there is no reach. */
  async list(reach: Reach | null, limit: number): Promise<readonly StoredEmergencyAccess[]> {
    let query = this.#store
      .selectFrom('emergency_access')
      .innerJoin('submission', 'submission.id', 'emergency_access.submission_id')
      .select([
        'emergency_access.id',
        'emergency_access.submission_id',
        'emergency_access.opened_by',
        'emergency_access.role',
        'emergency_access.organisation_id',
        'emergency_access.opened_at',
        'emergency_access.until',
        'emergency_access.reason',
        'emergency_access.words',
        'emergency_access.reads',
        'submission.plan_id',
        'submission.wrapped_key',
      ]);
    if (reach !== null) query = query.where(within('submission', reach));
    const rows = await query.orderBy('emergency_access.id', 'desc').limit(limit).execute();
    return rows.map((row) => ({
      ...{ id: row.id, submissionId: row.submission_id, planId: row.plan_id, openedBy: row.opened_by, role: row.role },
      ...{ organisationId: row.organisation_id, openedAt: row.opened_at, until: row.until, reason: row.reason },
      ...{ words: row.words, wrappedKey: row.wrapped_key, reads: row.reads },
    }));
  }
}
