import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { migrate } from './migrations.ts';
import { nodeSqliteDialect } from './node-sqlite.ts';
import type { Tables } from './schema.ts';

/** The endpoint's database. */
export type Store = Kysely<Tables>;

/** Name of the embedded database in the state directory. */
export const databaseFile = 'endpoint.db';

/** Opens the embedded database of a state directory, making it or bringing it up to date. */
export async function openStore(stateDirectory: string): Promise<Store> {
  const path = join(stateDirectory, databaseFile);
  // Made here for its owner only; SQLite gives its log the same rights.
  await (await open(path, 'a', 0o600)).close();
  const store = new Kysely<Tables>({ dialect: nodeSqliteDialect(path) });
  try {
    await migrate(store, { binary: 'blob' });
  } catch (error) {
    await store.destroy();
    throw error;
  }
  return store;
}
