import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPostgres, postgresMissing } from '../../../scripts/postgres.ts';
import { serverFolderVariable } from './server-folder.ts';

let keeper: ChildProcess | null = null;

/** Starts one server for the tests on PostgreSQL of a run; jest calls it where there are any. */
export async function startServer(): Promise<void> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error(postgresMissing);
  const folder = await mkdtemp(join(tmpdir(), 'calaim-postgres-'));
  const script = fileURLToPath(new URL('keep-server.ts', import.meta.url));
  const started = spawn(process.execPath, [script, programs, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  keeper = started;
  const [first] = (await Promise.race([once(started.stdout, 'data'), once(started, 'exit')])) as unknown[];
  if (!Buffer.isBuffer(first)) throw new Error('PostgreSQL did not start');
  process.env[serverFolderVariable] = folder;
}

/** Ends it; its folder goes with it. */
export async function stopServer(): Promise<void> {
  if (keeper?.exitCode !== null) return;
  const gone = once(keeper, 'exit');
  keeper.stdin?.end();
  await gone;
}
