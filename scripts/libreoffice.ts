import { delimiter, join } from 'node:path';
import type { Machine } from './machine.ts';
import { ensureProgram, findProgram, type Program } from './program.ts';

/** Where LibreOffice usually stands on this platform, the likeliest first. */
function usualPlaces({ platform, environment }: Machine): readonly string[] {
  switch (platform) {
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)']
        .map((name) => environment[name])
        .filter((folder) => folder !== undefined)
        .map((folder) => `${folder}\\LibreOffice\\program\\soffice.com`);
    case 'darwin':
      return ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];
    default: {
      const folders = [...(environment['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
      return folders.flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)));
    }
  }
}

const libreOffice: Program = {
  variable: 'LIBREOFFICE_PATH',
  usualPlaces,
  packages: ['libreoffice-calc', 'poppler-utils', 'fonts-liberation', 'fonts-crosextra-carlito'],
  installing: 'Installing LibreOffice Calc (apt-get), a minute or two …',
};

/** Path of LibreOffice, where there is one. */
export function findLibreOffice(machine?: Machine): string | undefined {
  return findProgram(libreOffice, machine);
}

/** Path of LibreOffice, installed where there is none and that can be done. */
export function ensureLibreOffice(): string | undefined {
  return ensureProgram(libreOffice);
}

/** What to say where there is none. */
export const libreOfficeMissing =
  'No LibreOffice found: install LibreOffice Calc, or set LIBREOFFICE_PATH to its soffice.';
