import type { Selectable, Transaction } from 'kysely';
import type { PlanFileKind } from '../../submission/plan-files.ts';
import type { PlanEvent } from '../audit/chain.ts';
import { appendPlanAudit } from './plan-audit.ts';
import type { Reach } from './reach.ts';
import { inPieces } from './rows.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';
import { transact, untilNoConflict } from './transact.ts';

/** Whose a file is: the plan's own, or that of a delegate for the providers that it looks after. */
export interface PlanFileOwner {
  readonly planId: string;
  /** Null for the plan itself. */
  readonly delegateId: string | null;
}

/** A file as it was stored. */
export interface StoredPlanFile extends PlanFileOwner {
  /** UUIDv7. */
  readonly id: string;
  readonly kind: PlanFileKind;
  readonly rows: number;
  readonly loadedAt: string;
  readonly loadedBy: string;
  readonly wrappedKey: Uint8Array;
}

/** An entry on its way to the store. */
export interface SealedEntry {
  readonly lookUp: string;
  readonly content: Uint8Array;
}

/** Files that a submission is compared with, by kind; a kind that is not loaded is not there. */
export type PresentPlanFiles = ReadonlyMap<PlanFileKind, StoredPlanFile>;

/** Milliseconds after which a file that is still being loaded belongs to a process that died. */
const longestLoad = 60 * 60_000;

/** Files that plans have loaded. One replaces another in a single transaction, however many entries it has. */
export class PlanFiles {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Begins a file, which nobody sees yet. */
  async begin(file: StoredPlanFile): Promise<void> {
    await untilNoConflict(() =>
      this.#store
        .insertInto('plan_file')
        .values({
          ...{ id: file.id, plan_id: file.planId, delegate_id: file.delegateId, kind: file.kind, state: 'loading' },
          ...{ row_count: file.rows, loaded_at: file.loadedAt, loaded_by: file.loadedBy, wrapped_key: file.wrappedKey },
        })
        .execute(),
    );
  }

  /** Adds entries to a file that was begun. Each call is a transaction of its own, so that others have their turn. */
  async add(fileId: string, entries: readonly SealedEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await untilNoConflict(() =>
      this.#store
        .insertInto('plan_file_entry')
        .values(entries.map(({ lookUp, content }) => ({ file_id: fileId, look_up: lookUp, content })))
        .execute(),
    );
  }

  /** Puts a file that was begun in the place of the one before it, and tells it, in one transaction. */
  async replace(file: StoredPlanFile, event: PlanEvent): Promise<void> {
    await transact(this.#store, async (transaction) => {
      await endPresent(transaction, file, file.kind);
      await transaction.updateTable('plan_file').set({ state: 'present' }).where('id', '=', file.id).execute();
      await appendPlanAudit(transaction, file.planId, event);
    });
  }

  /** Takes a file out: nothing is compared with it any more. @returns whether there was one */
  async remove(owner: PlanFileOwner, kind: PlanFileKind, event: PlanEvent): Promise<boolean> {
    return transact(this.#store, async (transaction) => {
      const ended = await endPresent(transaction, owner, kind);
      if (ended) await appendPlanAudit(transaction, owner.planId, event);
      return ended;
    });
  }

  /** Gives up a file that was begun. */
  async discard(fileId: string): Promise<void> {
    await untilNoConflict(() =>
      this.#store.updateTable('plan_file').set({ state: 'ended' }).where('id', '=', fileId).execute(),
    );
  }

  /** The files of a plan that a caller sees, the plan's own first: a delegate sees its own ones. */
  async list(reach: Reach, planId: string): Promise<readonly StoredPlanFile[]> {
    if (reach.of === 'provider' || !reach.plans.includes(planId)) return [];
    const rows = await this.#store
      .selectFrom('plan_file')
      .selectAll()
      .where('plan_id', '=', planId)
      .where('state', '=', 'present')
      .$if(reach.of === 'delegate', (query) =>
        query.where('delegate_id', '=', reach.of === 'delegate' ? reach.delegateId : ''),
      )
      .orderBy('id')
      .execute();
    return rows.map(stored).sort((left, right) => ((left.delegateId ?? '') < (right.delegateId ?? '') ? -1 : 1));
  }

  /** The files with which a submission is compared. */
  present(owner: PlanFileOwner): Promise<PresentPlanFiles> {
    return presentPlanFiles(this.#store, owner);
  }

  /** Entries of a file by their hashes. */
  async entries(fileId: string, lookUps: readonly string[]): Promise<readonly SealedEntry[]> {
    const found: SealedEntry[] = [];
    for (const piece of inPieces(lookUps)) {
      const rows = await this.#store
        .selectFrom('plan_file_entry')
        .select(['look_up', 'content'])
        .where('file_id', '=', fileId)
        .where('look_up', 'in', [...piece])
        .execute();
      found.push(...rows.map(({ look_up: lookUp, content }) => ({ lookUp, content })));
    }
    return found;
  }
}

/**
 * The files with which submissions are compared: those of the plan, and for providers of a delegate those of the
 * delegate in their place, where it has loaded them. Another delegate's are never looked at.
 */
export async function presentPlanFiles(
  store: Store | Transaction<Tables>,
  { planId, delegateId }: PlanFileOwner,
): Promise<PresentPlanFiles> {
  const rows = await store
    .selectFrom('plan_file')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('state', '=', 'present')
    .where((where) =>
      where.or([
        where('delegate_id', 'is', null),
        ...(delegateId === null ? [] : [where('delegate_id', '=', delegateId)]),
      ]),
    )
    .execute();
  const own = rows.filter((row) => row.delegate_id === null);
  const ofDelegate = rows.filter((row) => row.delegate_id !== null);
  return new Map([...own, ...ofDelegate].map((row) => [row.kind, stored(row)]));
}

/** Deletes what no file in force has: entries of files that were replaced, removed, purged or never finished. */
export async function sweepPlanFiles(store: Store, now: Date): Promise<void> {
  const rows = await store
    .selectFrom('plan_file')
    .select('id')
    .where((where) =>
      where.or([
        where('state', '=', 'ended'),
        where.and([
          where('state', '=', 'loading'),
          where('loaded_at', '<', new Date(now.getTime() - longestLoad).toISOString()),
        ]),
      ]),
    )
    .execute();
  for (const { id } of rows) {
    for (;;) {
      const last = await lastOfBatch(store, id);
      if (last === null) break;
      await untilNoConflict(() =>
        store.deleteFrom('plan_file_entry').where('file_id', '=', id).where('look_up', '<=', last).execute(),
      );
    }
    await untilNoConflict(() => store.deleteFrom('plan_file').where('id', '=', id).execute());
  }
}

/** Entries that are deleted at a time, so that others have their turn. */
const sweepLength = 2_000;

async function lastOfBatch(store: Store, fileId: string): Promise<string | null> {
  const rows = await store
    .selectFrom('plan_file_entry')
    .select('look_up')
    .where('file_id', '=', fileId)
    .orderBy('look_up')
    .limit(sweepLength)
    .execute();
  return rows.at(-1)?.look_up ?? null;
}

/** Ends files of a plan that were loaded before an instant, each with its audit entry. */
export async function purgePlanFiles(
  transaction: Transaction<Tables>,
  { planId, years }: { readonly planId: string; readonly years: number },
  before: Date,
  by: string,
  now: Date,
): Promise<void> {
  const rows = await transaction
    .selectFrom('plan_file')
    .select(['id', 'kind', 'delegate_id'])
    .where('plan_id', '=', planId)
    .where('state', '=', 'present')
    .where('loaded_at', '<', before.toISOString())
    .execute();
  for (const { id, kind, delegate_id: delegate } of rows) {
    await transaction.updateTable('plan_file').set({ state: 'ended' }).where('id', '=', id).execute();
    const detail = { kind, delegate, years };
    await appendPlanAudit(transaction, planId, { at: now.toISOString(), actor: by, action: 'planFilePurged', detail });
  }
}

async function endPresent(
  transaction: Transaction<Tables>,
  { planId, delegateId }: PlanFileOwner,
  kind: PlanFileKind,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('plan_file')
    .set({ state: 'ended' })
    .where('plan_id', '=', planId)
    .where('kind', '=', kind)
    .where('state', '=', 'present')
    .where('delegate_id', delegateId === null ? 'is' : '=', delegateId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function stored(row: Selectable<Tables['plan_file']>): StoredPlanFile {
  return {
    ...{ id: row.id, planId: row.plan_id, delegateId: row.delegate_id, kind: row.kind, rows: row.row_count },
    ...{ loadedAt: row.loaded_at, loadedBy: row.loaded_by, wrappedKey: row.wrapped_key },
  };
}
