import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sql } from 'kysely';
import { backUp } from '../../src/intake/store/backup.ts';
import { onPostgres, storeOf } from '../intake/database.ts';
import { emptyFolder } from '../intake/running.ts';
import { serverFolder } from '../support/postgres/server-folder.ts';
import type { EndpointProcess } from './endpoint-process.ts';

/** Where a word is looked for. */
export interface Places {
  readonly stateDirectory: string;
  /** It is ended, and what it wrote is looked through, too. */
  readonly endpoint: EndpointProcess;
  /** What it answered, with the headers. */
  readonly answers: readonly string[];
  /** The folder for what is temporary, where the process was given one of its own. */
  readonly temporary?: string;
}

/** Files in which something has to be found, or the search has looked elsewhere. */
const expectedFiles = onPostgres
  ? ['keys.json', 'server.log', 'PG_VERSION']
  : ['keys.json', 'endpoint.db', 'endpoint.db-wal', 'backup.db'];

/**
 * Expects that a word stands in no answer, log line, metric, file for what is temporary, and byte of the database, its
 * logs and its backup, in small letters or large ones.
 */
export async function expectNowhere(word: string, { stateDirectory, endpoint, answers, temporary }: Places) {
  const backups = await emptyFolder();
  if (!onPostgres) await backUp(stateDirectory, join(backups, 'backup.db'));
  const metrics = await (await fetch(`${endpoint.url}/metrics`)).text();
  expect(metrics).toContain('calaim_problems_total');
  const folders = [
    stateDirectory,
    onPostgres ? serverFolder() : backups,
    ...(temporary === undefined ? [] : [temporary]),
  ];
  const isOthers = await othersDatabases(stateDirectory);
  const files = await filesIn(folders, isOthers);
  expect(files.map((file) => file.name)).toEqual(expect.arrayContaining(expectedFiles));
  await endpoint.stop();
  const output = endpoint.output();
  expect(output).toContain('"event":"request"');
  expect(output).toContain('"event":"failure"');
  const places = [
    ...[...files, ...(await filesIn(folders, isOthers))].map(
      ({ name, content }) => [name, content.toString('latin1')] as const,
    ),
    ['output', output] as const,
    ['metrics', metrics] as const,
    ...answers.map((answer) => ['answer', answer] as const),
  ];
  const found = places.filter(([, content]) => content.toLowerCase().includes(word.toLowerCase()));
  expect(found.map(([name]) => name)).toEqual([]);
}

/** Tells the folders of a server that hold databases of other tests: they would be read for minutes. */
async function othersDatabases(stateDirectory: string): Promise<(folder: string) => boolean> {
  if (!onPostgres) return () => false;
  const store = await storeOf(stateDirectory);
  try {
    const { rows } = await sql<{ oid: number }>`
      SELECT oid::integer AS oid FROM pg_database WHERE datname = current_database()`.execute(store);
    const own = String(rows[0]?.oid);
    return (folder) =>
      /^\d+$/.test(basename(folder)) && basename(dirname(folder)) === 'base' && basename(folder) !== own;
  } finally {
    await store.destroy();
  }
}

/** Every file that the endpoint or its database writes: the server's log, its log of writes, and a backup, too. */
async function filesIn(
  folders: readonly string[],
  isLeftOut: (folder: string) => boolean,
): Promise<{ name: string; content: Buffer }[]> {
  const found: { name: string; content: Buffer }[] = [];
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || isLeftOut(entry.parentPath)) continue;
      // A server at work removes files of its own meanwhile.
      const content = await readFile(join(entry.parentPath, entry.name)).catch(() => null);
      if (content !== null) found.push({ name: entry.name, content });
    }
  }
  return found;
}
