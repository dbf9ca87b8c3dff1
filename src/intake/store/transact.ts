import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './schema.ts';
import { StoreError } from './store-error.ts';

/** How often a transaction is begun before its conflict is told; with the pauses between, some three seconds. */
const attempts = 12;
const longestPause = 500;

/**
 * Does the work in one serializable transaction: as if nothing else happened meanwhile, on either store. Where the
 * engine gives the transaction up for another one (SQLSTATE 40001 and 40P01, SQLITE_BUSY) all of it is done again, so
 * the work changes nothing outside of the transaction.
 *
 * @throws StoreError; one of a conflict where others came first every time
 */
export function transact<T>(store: Kysely<Tables>, work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
  return untilNoConflict(() => store.transaction().setIsolationLevel('serializable').execute(work));
}

/** Tries again what another transaction kept from happening: a transaction, or one statement. @throws StoreError */
export async function untilNoConflict<T>(attempt: () => Promise<T>): Promise<T> {
  for (let made = 1; ; made += 1) {
    try {
      return await attempt();
    } catch (error) {
      const conflict = error instanceof StoreError && error.fault === 'conflict';
      if (!conflict || made === attempts) throw error;
      // Of random length, so that two that met do not meet again.
      await pause(Math.random() * Math.min(longestPause, 2 ** made));
    }
  }
}
