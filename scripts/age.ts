import { delimiter, join } from 'node:path';
import { canInstallPackages, installPackages, thisMachine, type Machine } from './machine.ts';

/**
 * Path of the program `age`: the one that the environment variable `AGE_PATH` names, or one on the path. A named one
 * that is not there is not replaced by another.
 */
export function findAge({ platform, environment, isExecutable }: Machine = thisMachine): string | undefined {
  const named = environment['AGE_PATH'];
  const folders = [...(environment['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  const name = platform === 'win32' ? 'age.exe' : 'age';
  const candidates = named === undefined || named === '' ? folders.map((folder) => join(folder, name)) : [named];
  return candidates.find(isExecutable);
}

/** Path of age, installed from Debian's packages where there is none and that can be done. */
export function ensureAge(): string | undefined {
  const present = findAge();
  if (present !== undefined || process.env['AGE_PATH'] || !canInstallPackages()) return present;
  console.log('Installing age (apt-get) …');
  return installPackages('age') ? findAge() : undefined;
}

/** What to say where there is none. */
export const ageMissing = 'No age found: install age (age-encryption.org), or set AGE_PATH to it.';
