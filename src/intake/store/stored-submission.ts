import type { Selectable, Transaction } from 'kysely';
import type { SubmissionPurpose } from '../../submission/contract.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';

/** A submission as it was stored. */
export interface StoredSubmission {
  readonly id: string;
  readonly planId: string;
  readonly organisationId: string;
  /** The delegate that looked after the organisation when it sent; null where the plan did itself. */
  readonly delegateId: string | null;
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

/** The submissions of a key, of which there is one at most, of whichever organisation. */
export function selectByKey(store: Store | Transaction<Tables>, planId: string, idempotencyKey: string) {
  return store
    .selectFrom('submission')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('idempotency_key', '=', idempotencyKey);
}

/** A submission from its row. */
export function storedSubmission(row: Selectable<Tables['submission']>): StoredSubmission {
  return {
    id: row.id,
    planId: row.plan_id,
    organisationId: row.organisation_id,
    delegateId: row.delegate_id,
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
