import { delimiter, join } from 'node:path';
import { canInstallPackages, installPackages, thisMachine, type Machine } from './machine.ts';

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

/**
 * Path of LibreOffice: the one that the environment variable `LIBREOFFICE_PATH` names, or one in a usual place. A named
 * one that is not there is not replaced by another.
 */
export function findLibreOffice(machine: Machine = thisMachine): string | undefined {
  const named = machine.environment['LIBREOFFICE_PATH'];
  const candidates = named === undefined || named === '' ? usualPlaces(machine) : [named];
  return candidates.find(machine.isExecutable);
}

/** Path of LibreOffice, installed from Debian's packages where there is none and that can be done. */
export function ensureLibreOffice(): string | undefined {
  const present = findLibreOffice();
  if (present !== undefined || process.env['LIBREOFFICE_PATH'] || !canInstallPackages()) {
    return present;
  }
  console.log('Installing LibreOffice Calc (apt-get), a minute or two …');
  return installPackages('libreoffice-calc', 'poppler-utils', 'fonts-liberation', 'fonts-crosextra-carlito')
    ? findLibreOffice()
    : undefined;
}

/** What to say where there is none. */
export const libreOfficeMissing =
  'No LibreOffice found: install LibreOffice Calc, or set LIBREOFFICE_PATH to its soffice.';
