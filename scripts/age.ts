import { delimiter, join } from 'node:path';
import type { Machine } from './machine.ts';
import { ensureProgram, findProgram, type Program } from './program.ts';

const age: Program = {
  variable: 'AGE_PATH',
  usualPlaces({ platform, environment }) {
    const folders = [
      ...(environment['PATH'] ?? '').split(delimiter),
      '/usr/bin',
      '/usr/local/bin',
      '/opt/homebrew/bin',
    ];
    return folders.map((folder) => join(folder, platform === 'win32' ? 'age.exe' : 'age'));
  },
  packages: ['age'],
  installing: 'Installing age (apt-get) …',
};

/** Path of the program `age`, where there is one. */
export function findAge(machine?: Machine): string | undefined {
  return findProgram(age, machine);
}

/** Path of age, installed where there is none and that can be done. */
export function ensureAge(): string | undefined {
  return ensureProgram(age);
}

/** What to say where there is none. */
export const ageMissing = 'No age found: install age (age-encryption.org), or set AGE_PATH to it.';
