import { writeFile } from 'node:fs/promises';
import { errorCode } from '../../intake/errors.ts';

/** What is wrong with the command or its input, in words for the person at the keyboard. */
export class PackageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PackageError';
  }
}

/** Writes a file that only its owner can read, in place of none. @throws PackageError */
export async function writePrivate(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const isThere = errorCode(error) === 'EEXIST';
    throw new PackageError(isThere ? `${path} is there already, and is not replaced` : `${path} cannot be written`);
  }
}
