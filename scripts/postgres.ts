import { delimiter, dirname, join } from 'node:path';
import { canInstallPackages, installPackages, thisMachine, type Machine } from './machine.ts';

/** Releases that the PostgreSQL project still mends, the newest first. */
const releases = [18, 17, 16, 15, 14];

/** Where a server's programs usually stand on this platform, the likeliest first. */
function usualPlaces({ platform, environment }: Machine): readonly string[] {
  const versions = releases.map(String);
  switch (platform) {
    case 'win32':
      // The tests reach their server through a socket in a folder, which Node does not know there.
      return [];
    case 'darwin':
      return ['/opt/homebrew/opt', '/usr/local/opt'].flatMap((folder) =>
        versions.map((version) => `${folder}/postgresql@${version}/bin`),
      );
    default:
      return [
        ...(environment['PATH'] ?? '').split(delimiter),
        ...versions.map((version) => `/usr/lib/postgresql/${version}/bin`),
        ...versions.map((version) => `/usr/pgsql-${version}/bin`),
        '/usr/local/pgsql/bin',
      ];
  }
}

/**
 * Folder of a PostgreSQL server's programs: the one that the environment variable `POSTGRESQL_PATH` names, or a usual
 * one. A named one that is not there is not replaced by another.
 */
export function findPostgres(machine: Machine = thisMachine): string | undefined {
  const named = machine.environment['POSTGRESQL_PATH'];
  const folders = named === undefined || named === '' ? usualPlaces(machine) : [named];
  const found = folders.map((folder) => join(folder, 'initdb')).find(machine.isExecutable);
  return found === undefined ? undefined : dirname(found);
}

/** Folder of a server's programs, installed from Debian's packages where there is none and that can be done. */
export function ensurePostgres(): string | undefined {
  const present = findPostgres();
  if (present !== undefined || process.env['POSTGRESQL_PATH'] || !canInstallPackages()) {
    return present;
  }
  console.log('Installing PostgreSQL (apt-get), a minute or so …');
  return installPackages('postgresql') ? findPostgres() : undefined;
}

/** What to say where there is none. */
export const postgresMissing =
  'No PostgreSQL found, the tests on it are skipped: install its server, or set POSTGRESQL_PATH to the folder of its programs.';
