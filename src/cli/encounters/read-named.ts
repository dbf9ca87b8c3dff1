import { readFile } from 'node:fs/promises';
import { EncountersError } from './encounters-error.ts';

/**
 * The bytes of a file that the command line names.
 *
 * @throws EncountersError
 */
export async function readNamed(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new EncountersError(`${path} cannot be read.`);
  }
}
