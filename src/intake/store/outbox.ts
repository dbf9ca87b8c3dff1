import type { Transaction, Updateable } from 'kysely';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';
import { transact, untilNoConflict } from './transact.ts';

/** A piece of work that a worker holds until its lease runs out. */
export interface LeasedWork {
  readonly id: string;
  readonly submissionId: string;
  /** How often it has been taken, this time included. */
  readonly attempts: number;
}

/** Thrown inside a completing transaction, which it rolls back: another worker has taken the work over. */
export class LeaseLostError extends Error {
  constructor() {
    super('Another worker has taken this work over');
    this.name = 'LeaseLostError';
  }
}

/** Oldest pieces that a worker tries to lease before it comes again: others try the same ones at the same time. */
const candidates = 8;

/** Work left to be done by committed transactions. Several processes may share it: work is leased, never handed out. */
export class Outbox {
  readonly #store: Store;
  readonly #holder: string;

  /** @param holder name of this process among those that share the store. */
  constructor(store: Store, holder: string) {
    this.#store = store;
    this.#holder = holder;
  }

  /** Work that is not completed, by whichever process, and the instant from which the oldest was to be done. */
  async backlog(): Promise<{ readonly waiting: number; readonly oldest: Date | null }> {
    const row = await this.#store
      .selectFrom('work_item')
      .select((select) => [select.fn.countAll().as('waiting'), select.fn.min('available_at').as('oldest')])
      .where('completed_at', 'is', null)
      .executeTakeFirstOrThrow();
    const oldest = row.oldest as number | null;
    return { waiting: Number(row.waiting), oldest: oldest === null ? null : new Date(oldest) };
  }

  /** Leases the oldest open work, or returns null where there is none, or none that others do not take just now. */
  async claim(now: Date, leaseMilliseconds: number): Promise<LeasedWork | null> {
    const at = now.getTime();
    const open = await this.#store
      .selectFrom('work_item')
      .select('id')
      .where('completed_at', 'is', null)
      .where('available_at', '<=', at)
      .where('lease_until', '<=', at)
      .orderBy('id')
      .limit(candidates)
      .execute();
    for (const { id } of open) {
      const work = await untilNoConflict(() => this.#lease(id, at, leaseMilliseconds));
      if (work !== null) return work;
    }
    return null;
  }

  /** Leases a piece of work, or returns null where another worker was faster. */
  async #lease(id: string, at: number, leaseMilliseconds: number): Promise<LeasedWork | null> {
    const row = await this.#store
      .updateTable('work_item')
      .set((set) => ({
        lease_until: at + leaseMilliseconds,
        lease_holder: this.#holder,
        attempts: set('attempts', '+', 1),
      }))
      .where('id', '=', id)
      .where('completed_at', 'is', null)
      .where('lease_until', '<=', at)
      .returning(['id', 'submission_id', 'attempts'])
      .executeTakeFirst();
    return row === undefined ? null : { id: row.id, submissionId: row.submission_id, attempts: row.attempts };
  }

  /** Holds a piece of work for longer, where it is still held. */
  async renew(work: LeasedWork, now: Date, leaseMilliseconds: number): Promise<void> {
    await this.#change(work, { lease_until: now.getTime() + leaseMilliseconds });
  }

  /** Does the last writes of a piece of work and completes it, in one transaction. @throws LeaseLostError */
  async complete(
    work: LeasedWork,
    now: Date,
    write: (transaction: Transaction<Tables>) => Promise<void>,
  ): Promise<void> {
    await transact(this.#store, async (transaction) => {
      const updated = await transaction
        .updateTable('work_item')
        .set({ completed_at: now.getTime(), lease_until: 0, lease_holder: null })
        .where('id', '=', work.id)
        .where('lease_holder', '=', this.#holder)
        .where('attempts', '=', work.attempts)
        .where('completed_at', 'is', null)
        .executeTakeFirst();
      if (updated.numUpdatedRows !== 1n) throw new LeaseLostError();
      await write(transaction);
    });
  }

  /** Gives work back, to be taken again not before an instant. */
  async release(work: LeasedWork, notBefore: Date): Promise<void> {
    await this.#change(work, { lease_until: 0, lease_holder: null, available_at: notBefore.getTime() });
  }

  async #change(work: LeasedWork, values: Updateable<Tables['work_item']>): Promise<void> {
    await untilNoConflict(() =>
      this.#store
        .updateTable('work_item')
        .set(values)
        .where('id', '=', work.id)
        .where('lease_holder', '=', this.#holder)
        .where('attempts', '=', work.attempts)
        .execute(),
    );
  }
}
