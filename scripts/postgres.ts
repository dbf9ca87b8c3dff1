import { delimiter, dirname, join } from 'node:path';
import type { Machine } from './machine.ts';
import { ensureProgram, findProgram, type Program } from './program.ts';

/** Releases that the PostgreSQL project still mends, the newest first. */
const releases = [18, 17, 16, 15, 14];

/** A folder of a server's programs is one that has this. */
const initdbIn = (folder: string): string => join(folder, 'initdb');

const folderOf = (initdb: string | undefined): string | undefined =>
  initdb === undefined ? undefined : dirname(initdb);

/** Where a server's programs usually stand on this platform, the likeliest first. */
function usualFolders({ platform, environment }: Machine): readonly string[] {
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

const postgres: Program = {
  variable: 'POSTGRESQL_PATH',
  named: initdbIn,
  usualPlaces: (machine) => usualFolders(machine).map(initdbIn),
  packages: ['postgresql'],
  installing: 'Installing PostgreSQL (apt-get), a minute or so …',
};

/** Folder of a PostgreSQL server's programs, where there is one. */
export function findPostgres(machine?: Machine): string | undefined {
  return folderOf(findProgram(postgres, machine));
}

/** Folder of a server's programs, installed where there is none and that can be done. */
export function ensurePostgres(): string | undefined {
  return folderOf(ensureProgram(postgres));
}

/** What to say where there is none. */
export const postgresMissing =
  'No PostgreSQL found, the tests on it are skipped: install its server, or set POSTGRESQL_PATH to the folder of its programs.';
