import { createHash } from 'node:crypto';
import pg from 'pg';
import { DatabaseAddress } from '../../src/intake/store/database-address.ts';
import { openStore, type Store } from '../../src/intake/store/store.ts';
import { serverFolder } from '../support/postgres/server-folder.ts';

/** Whether this run of the file is the one on PostgreSQL; jest.config.mjs says so. */
export const onPostgres = (globalThis as { testStore?: string }).testStore === 'PostgreSQL';

/** As a proof says where it ran. */
export const storeName = onPostgres ? 'PostgreSQL' : 'node:sqlite';

/** Address of a database of the run's server. */
export function addressOf(name: string): DatabaseAddress {
  return DatabaseAddress.parse(`postgres://postgres@/${name}?host=${encodeURIComponent(serverFolder())}`);
}

/** SQLSTATE of a database that is already there. */
const duplicate = '42P04';

/**
 * The database that belongs to a state directory in this run, made where it is missing: undefined for the embedded one,
 * else one of the run's server, the same for the same directory.
 */
export async function databaseOf(stateDirectory: string): Promise<DatabaseAddress | undefined> {
  if (!onPostgres) return undefined;
  const name = `test_${createHash('sha256').update(stateDirectory).digest('hex').slice(0, 16)}`;
  const client = new pg.Client(addressOf('postgres').secret());
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== duplicate) throw error;
  } finally {
    await client.end();
  }
  return addressOf(name);
}

/** The store of a state directory in this run. */
export async function storeOf(stateDirectory: string): Promise<Store> {
  return openStore(stateDirectory, await databaseOf(stateDirectory));
}
