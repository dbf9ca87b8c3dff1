import { access, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, type Dialect } from 'kysely';
import type { DatabaseAddress } from './database-address.ts';
import { migrate, type EngineTypes } from './migrations.ts';
import { nodeSqliteDialect } from './node-sqlite.ts';
import { postgresDialect } from './postgres.ts';
import type { Tables } from './schema.ts';
import { StoreError } from './store-error.ts';
import { untilNoConflict } from './transact.ts';

/** The endpoint's database. */
export type Store = Kysely<Tables>;

/** Name of the embedded database in the state directory. */
export const databaseFile = 'endpoint.db';

/** For one statement, milliseconds: a step of a migration may rewrite a table. */
const patience = { serving: { statement: 30_000 }, migrating: { statement: 3_600_000 } } as const;

/**
 * Opens the endpoint's database, making it or bringing it up to date: the embedded one of the state directory, or the
 * PostgreSQL database of an address.
 *
 * @throws StoreError
 */
export async function openStore(stateDirectory: string, address?: DatabaseAddress): Promise<Store> {
  if (address === undefined) {
    const path = join(stateDirectory, databaseFile);
    // Made here for its owner only; SQLite gives its log the same rights.
    await (await open(path, 'a', 0o600)).close();
    return migrated(storeOn(nodeSqliteDialect(path)), { binary: 'blob' });
  }
  const migrating = await migrated(storeOn(postgresDialect(address, patience.migrating)), { binary: 'bytea' });
  await migrating.destroy();
  return storeOn(postgresDialect(address, patience.serving));
}

/**
 * Connects to the database that {@link openStore} made, as it is.
 *
 * @throws StoreError where there is no embedded one
 */
export async function connectStore(stateDirectory: string, address?: DatabaseAddress): Promise<Store> {
  if (address !== undefined) return storeOn(postgresDialect(address, patience.serving));
  const path = join(stateDirectory, databaseFile);
  try {
    await access(path);
  } catch {
    throw new StoreError('failed', 'NO_DATABASE', `there is no database in ${stateDirectory}`);
  }
  return storeOn(nodeSqliteDialect(path));
}

function storeOn(dialect: Dialect): Store {
  return new Kysely<Tables>({ dialect });
}

async function migrated(store: Store, types: EngineTypes): Promise<Store> {
  try {
    await untilNoConflict(() => migrate(store, types));
  } catch (error) {
    await store.destroy();
    throw error;
  }
  return store;
}
