import { access, constants, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { errorCode } from './errors.ts';
import { keysFile, keysOf, otherKeys, type EndpointKeys } from './keys.ts';
import { StateError } from './state-directory.ts';
import type { DatabaseAddress } from './store/database-address.ts';
import { findKeyProof, isProofOf } from './store/key-proof.ts';
import { appliedMigrations, migrationNames } from './store/migrations.ts';
import { Keyring } from './store/seal.ts';
import { StoreError } from './store/store-error.ts';
import { connectStore, databaseFile, type Store } from './store/store.ts';

/**
 * What keeps an endpoint from starting on its state directory and its database, or from keeping its promises there: a
 * line each, with what mends it. Nothing is made and nothing is changed.
 */
export async function storeFaults(stateDirectory: string, address: DatabaseAddress | undefined): Promise<string[]> {
  const faults = await directoryFaults(stateDirectory);
  let keys: EndpointKeys | null = null;
  try {
    keys = await keysOf(stateDirectory);
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    faults.push(error.message);
  }
  if (address === undefined && !(await mayBe(join(stateDirectory, databaseFile), constants.F_OK))) return faults;
  return [...faults, ...(await databaseFaults(stateDirectory, address, keys))];
}

/** What keeps an endpoint from taking files out of its providers' boxes. */
export async function dropBoxFaults(folder: string): Promise<string[]> {
  if (!(await mayBe(folder, constants.F_OK))) return [`the folder of the drop boxes ${folder} is not there: make it`];
  if (!(await mayBe(folder, constants.R_OK | constants.X_OK))) {
    return [`the folder of the drop boxes ${folder} may not be read: let the account of the endpoint read it`];
  }
  const boxes = await readdir(folder, { withFileTypes: true });
  const closed = await Promise.all(
    boxes
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) => ((await mayBe(join(folder, name), constants.W_OK)) ? [] : [name])),
  );
  return closed
    .flat()
    .map((name) => `the drop box ${join(folder, name)} may not be written: give it to the account of the endpoint`);
}

async function directoryFaults(stateDirectory: string): Promise<string[]> {
  // What is missing is made at the start, where the folder above it may be written.
  for (let folder = stateDirectory; ; folder = dirname(folder)) {
    if (await mayBe(folder, constants.W_OK)) return [];
    if ((await mayBe(folder, constants.F_OK)) || folder === dirname(folder)) {
      return [`the state folder ${stateDirectory} may not be written: give ${folder} to the account of the endpoint`];
    }
  }
}

async function mayBe(path: string, mode: number): Promise<boolean> {
  try {
    await access(path, mode);
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR') return false;
    throw error;
  }
}

async function databaseFaults(
  stateDirectory: string,
  address: DatabaseAddress | undefined,
  keys: EndpointKeys | null,
): Promise<string[]> {
  const store = await connectStore(stateDirectory, address);
  try {
    const faults = address === undefined ? [] : await serverFaults(store);
    const applied = await appliedMigrations(store);
    if (applied.some((name) => !migrationNames.includes(name))) {
      return [...faults, 'the database is of a newer release of this product: start that one'];
    }
    if (address !== undefined && applied.length < migrationNames.length && !(await mayMakeTables(store))) {
      faults.push('the account may not make tables in the database: let it own the database, or its schema');
    }
    const proof = applied.includes('007-key-proof') ? await findKeyProof(store) : null;
    if (proof !== null && keys === null) {
      faults.push(`${join(stateDirectory, keysFile)} is missing, and the database has its keys: put it in place`);
    }
    if (proof !== null && keys !== null && !isProofOf(new Keyring(keys), proof)) faults.push(otherKeys(stateDirectory));
    return faults;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const place = address === undefined ? join(stateDirectory, databaseFile) : String(address);
    return [`${error.message} (${place}, ${error.code}): check its address, account, certificate, and that it runs`];
  } finally {
    await store.destroy();
  }
}

/** The oldest PostgreSQL that its project still mends, as `server_version_num` says it. */
const oldestServer = 140_000;

/** Settings of a server under which a receipt would not mean that the submission is on the disk. */
async function serverFaults(store: Store): Promise<string[]> {
  const { rows } = await sql<{ version: string; fsync: string | null; pages: string | null; replica: boolean }>`
    select current_setting('server_version_num') as version, current_setting('fsync', true) as fsync,
      current_setting('full_page_writes', true) as pages, pg_is_in_recovery() as replica`.execute(store);
  const [server] = rows;
  if (server === undefined) return [];
  return [
    ...(Number(server.version) < oldestServer ? ['the PostgreSQL server is older than 14: move to a newer one'] : []),
    ...(server.fsync === 'off' ? ['the PostgreSQL server loses what it confirmed (fsync is off): set fsync = on'] : []),
    ...(server.pages === 'off'
      ? ['the PostgreSQL server may lose pages in a crash (full_page_writes is off): set full_page_writes = on']
      : []),
    ...(server.replica
      ? ['the PostgreSQL server is a replica and takes no writes: give the address of the primary']
      : []),
  ];
}

async function mayMakeTables(store: Store): Promise<boolean> {
  const { rows } = await sql<{ may: boolean | null }>`
    select has_schema_privilege(current_schema(), 'CREATE') as may`.execute(store);
  return rows[0]?.may === true;
}
