import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, link, rename, stat, unlink } from 'node:fs/promises';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { errorCode } from './errors.ts';

/** A state directory that must not be used as it is. The message is for the person who runs the endpoint. */
export class StateError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StateError';
  }
}

/**
 * Where the endpoint keeps its database and its keys: `CALAIM_INVOICE_STATE`, or the platform's usual folder for state.
 * Never the product's own tree, so that an upgrade or a copy of the tree neither loses nor spreads a key.
 */
export function defaultStateDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  const chosen = environment['CALAIM_INVOICE_STATE'];
  if (chosen !== undefined && chosen !== '') return chosen;
  return join(stateHome(environment), 'calaim-invoice');
}

function stateHome(environment: NodeJS.ProcessEnv): string {
  switch (platform()) {
    case 'win32':
      return environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support');
    default:
      return environment['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state');
  }
}

/** Makes the directory where it is missing, for its owner only. */
export async function prepareStateDirectory(directory: string): Promise<void> {
  const made = await mkdir(directory, { recursive: true, mode: 0o700 });
  // `mode` goes through the umask, and an older directory may be wider than a key deserves.
  if (made !== undefined) await chmod(directory, 0o700);
}

/**
 * Reads a secret file, or makes it with what `create` returns. Two processes that start at once end with the same
 * content: the file appears whole or not at all, and the second one reads the first one's.
 *
 * @throws StateError where others than the owner may read the file.
 */
export async function readOrCreateSecret(
  directory: string,
  name: string,
  create: () => Promise<string>,
): Promise<string> {
  const path = join(directory, name);
  const existing = await readSecret(path);
  if (existing !== null) return existing;
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  await writeDurably(temporary, await create());
  try {
    await link(temporary, path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    await unlink(temporary);
  }
  await syncDirectory(directory);
  const content = await readSecret(path);
  if (content === null) throw new StateError(`${name} vanished from the state directory while it was made.`);
  return content;
}

/** A secret file's content, or null where there is none. @throws StateError where others than the owner may read it */
export async function readSecret(path: string): Promise<string | null> {
  try {
    const { mode } = await stat(path);
    if (platform() !== 'win32' && (mode & 0o077) !== 0) {
      throw new StateError(`${path} may be read by others. Take their rights away (chmod 600), then start again.`);
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Puts other content in the place of a secret file: the new one is there whole, or the old one. */
export async function replaceSecret(directory: string, name: string, content: string): Promise<void> {
  const path = join(directory, name);
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  await writeDurably(temporary, content);
  await rename(temporary, path);
  await syncDirectory(directory);
}

/**
 * Does something that only one process may do at a time in a state directory.
 *
 * @param name of the file that says so
 * @throws StateError where another one does it, or was killed while it did
 */
export async function alone<T>(directory: string, name: string, work: () => Promise<T>): Promise<T> {
  const path = join(directory, name);
  try {
    await writeDurably(path, '');
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    throw new StateError(`another run is at it; if there is none, remove ${path} and try again`);
  }
  try {
    return await work();
  } finally {
    await unlink(path);
  }
}

/** Writes a file that is not there yet; its content is on the disk before this returns. @param mode for its owner only where not said */
export async function writeDurably(path: string, content: string | Uint8Array, mode = 0o600): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the new name durable; Windows has no such call and does not need it. */
export async function syncDirectory(directory: string): Promise<void> {
  if (platform() === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
