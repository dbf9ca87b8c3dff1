import type { Caller } from '../identity/access.ts';
import type { Clock } from '../options.ts';
import { appendAudit } from '../store/audit-entries.ts';
import type { Store } from '../store/store.ts';
import { transact } from '../store/transact.ts';

/** What of a submission was read that says something of members. */
export type ReadContent = 'result' | 'findings' | 'errorFile' | 'history' | 'encounterFile';

/**
 * Tells the audit chains of submissions who reads what of them (45 CFR 164.312(b)). It is told before it is answered:
 * what cannot be told is not shown.
 */
export type TellRead = (
  submissionIds: readonly string[],
  reading: { readonly what: ReadContent; readonly caller: Caller; readonly from: string },
) => Promise<void>;

/** Tells reads to a store. */
export function readsToldTo(store: Store, clock: Clock): TellRead {
  return async (submissionIds, { what, caller, from }) => {
    if (submissionIds.length === 0) return;
    await transact(store, async (transaction) => {
      for (const id of submissionIds) {
        await appendAudit(transaction, id, {
          at: clock().toISOString(),
          actor: caller.subject,
          action: 'read',
          detail: { what, role: caller.role, organisation: caller.organisation.id, from },
        });
      }
    });
  };
}
