import { writeFile } from 'node:fs/promises';
import { errorCode } from '../../intake/errors.ts';
import { makeSigningKey, publicKeyOf } from '../../plan/keys.ts';
import { needed, parsed, RegistryError } from './registry-error.ts';

/** `registry key`: makes a key into a file of its own and prints the public half. A key that is there stays. */
export async function writeKey(commandLine: readonly string[]): Promise<void> {
  const out = needed(parsed(commandLine, { out: { type: 'string' } }).out, '--out');
  const key = await makeSigningKey();
  try {
    await writeFile(out, `${JSON.stringify(key)}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const isThere = errorCode(error) === 'EEXIST';
    throw new RegistryError(isThere ? `${out} is there already; a key is never replaced` : `${out} cannot be written`);
  }
  process.stdout.write(`${JSON.stringify(publicKeyOf(key))}\n`);
}
