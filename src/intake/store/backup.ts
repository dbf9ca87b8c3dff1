import { copyFile, link, open, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { errorCode } from '../errors.ts';
import { prepareStateDirectory, syncDirectory } from '../state-directory.ts';
import { migrationNames } from './migrations.ts';
import { databaseFile } from './store.ts';

/** A backup that cannot be made or taken back. The message is for the person who runs the endpoint. */
export class BackupError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BackupError';
  }
}

/** What a backup holds. */
export interface BackupContents {
  readonly submissions: number;
  /** Of the latest submission, RFC 3339 in UTC; null where there is none. */
  readonly latest: string | null;
  /** What proves the keys of the database; null where no endpoint has been started on it. */
  readonly keyProof: Uint8Array | null;
}

/** How long a process that holds the database is waited for, milliseconds. */
const patience = 30_000;

/**
 * Copies the embedded database of a state directory to a file, as it stands at one instant, while endpoints use it.
 * What is sealed stays sealed, and the keys are not in it. The file is there whole or not at all, for its owner only.
 *
 * @throws BackupError where there is no database, or there is such a file
 */
export async function backUp(stateDirectory: string, file: string): Promise<BackupContents> {
  const source = join(stateDirectory, databaseFile);
  if (!(await isThere(source))) throw new BackupError(`there is no built-in database in ${stateDirectory}`);
  await appearWhole(file, (partial) => {
    const database = new DatabaseSync(source, { timeout: patience });
    try {
      // One read of the database: writers go on beside it, and what they write meanwhile is not in the copy.
      database.prepare('VACUUM INTO ?').run(partial);
    } finally {
      database.close();
    }
    contentsOf(partial);
    return Promise.resolve();
  });
  return contentsOf(file);
}

/**
 * Makes the embedded database of a state directory from a backup; the next start brings it up to date.
 *
 * @param accepts whether the backup's contents may come into the directory; where not it says why, by throwing
 * @throws BackupError where the directory has a database, or the file is no whole backup
 */
export async function restore(
  file: string,
  stateDirectory: string,
  accepts: (contents: BackupContents) => void,
): Promise<BackupContents> {
  for (const used of ['', '-wal', '-shm'].map((suffix) => databaseFile + suffix)) {
    if (await isThere(join(stateDirectory, used))) {
      throw new BackupError(`${stateDirectory} is in use (it has ${used}): restore to an unused folder`);
    }
  }
  if (!(await isThere(file))) throw new BackupError(`there is no file ${file}`);
  const contents = contentsOf(file);
  accepts(contents);
  await prepareStateDirectory(stateDirectory);
  await appearWhole(join(stateDirectory, databaseFile), (partial) => copyFile(file, partial));
  return contents;
}

/** Reads a backup through. @throws BackupError where it is none, or not whole, or of a newer release */
function contentsOf(file: string): BackupContents {
  // Nothing else writes the file: without the promise SQLite would put files of its own beside it.
  const address = pathToFileURL(file);
  address.searchParams.set('immutable', '1');
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(address, { readOnly: true });
    const one = (sql: string) => database?.prepare(sql).get() ?? {};
    if (one('PRAGMA integrity_check')['integrity_check'] !== 'ok') throw new BackupError(notWhole(file));
    const steps = database.prepare('SELECT name FROM kysely_migration').all();
    if (!steps.every(({ name }) => migrationNames.includes(String(name)))) {
      throw new BackupError(`${file} is of a newer release of this product: restore it with that one`);
    }
    const { count, latest } = one('SELECT count(*) AS count, max(received_at) AS latest FROM submission');
    const proof = steps.some(({ name }) => name === keyProofStep) ? one('SELECT proof FROM key_proof')['proof'] : null;
    return {
      submissions: Number(count),
      latest: typeof latest === 'string' ? latest : null,
      keyProof: proof instanceof Uint8Array ? proof : null,
    };
  } catch (error) {
    // Of SQLite's own errors none is told: they quote what they could not read.
    throw error instanceof BackupError ? error : new BackupError(notWhole(file));
  } finally {
    database?.close();
  }
}

const keyProofStep = '007-key-proof';

const notWhole = (file: string): string => `${file} is no whole backup of this product`;

/** Makes a file under another name first, has it written to the disk, and gives it its name, which nobody may have. */
async function appearWhole(file: string, fill: (partial: string) => Promise<void>): Promise<void> {
  const partial = join(dirname(file), `.${basename(file)}.partial`);
  try {
    await (await open(partial, 'wx', 0o600)).close();
  } catch (error) {
    throw notCreated(error, file, partial);
  }
  try {
    await fill(partial);
    await sync(partial);
    await link(partial, file);
  } catch (error) {
    throw notCreated(error, file, partial);
  } finally {
    await rm(partial, { force: true });
  }
  await syncDirectory(dirname(file));
}

function notCreated(error: unknown, file: string, partial: string): unknown {
  switch (errorCode(error)) {
    case 'EEXIST':
      return new BackupError(`${file} is there already, or another run makes it (${partial}): choose another name`);
    case 'ENOENT':
      return new BackupError(`there is no folder ${dirname(file)}`);
    case 'EACCES':
    case 'EROFS':
      return new BackupError(`${dirname(file)} may not be written by this account`);
    case 'ENOSPC':
      return new BackupError(`the disk of ${dirname(file)} is full`);
    default:
      return error;
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.chmod(0o600);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
