/**
 * Keeps a throw-away PostgreSQL server for as long as who started this program lives: `keep-server.ts PROGRAMS FOLDER`
 * makes a cluster in the folder, prints a line once it answers, and ends it and removes the folder when standard input
 * closes, which it also does where a test run is killed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

const [programs = '', folder = ''] = process.argv.slice(2);
const account = serverAccount();
const data = join(folder, 'data');

/** PostgreSQL does not run as root: its own account where the package made one, else nobody. */
function serverAccount(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map((option) => Number(spawnSync('id', [option, name], { encoding: 'utf8' }).stdout));
    const [uid = 0, gid = 0] = ids;
    if (uid > 0) return { uid, gid };
  }
  throw new Error('No account found that a server can run as');
}

function initialize(): void {
  mkdirSync(data, { mode: 0o700 });
  if (account !== null) for (const path of [folder, data]) chownSync(path, account.uid, account.gid);
  const options = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  const { status, stderr } = spawnSync(join(programs, 'initdb'), options, { encoding: 'utf8', cwd: '/', ...account });
  if (status !== 0) throw new Error(`initdb did not succeed: ${stderr}`);
}

function start() {
  const log = openSync(join(folder, 'server.log'), 'a');
  const settings = { listen_addresses: '', unix_socket_directories: folder, max_connections: '200' };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const stdio = ['ignore', log, log] as const;
  return spawn(join(programs, 'postgres'), ['-D', data, ...options], { cwd: '/', stdio: [...stdio], ...account });
}

async function untilItAnswers(): Promise<void> {
  for (const end = Date.now() + 60_000; ;) {
    const client = new pg.Client({ host: folder, user: 'postgres', database: 'postgres' });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      if (Date.now() > end) throw new Error('The server does not answer');
      await setTimeout(50);
    }
  }
}

async function keep(): Promise<void> {
  const server = start();
  const gone = new Promise((resolve) => server.once('exit', resolve));
  const end = (): void => {
    server.kill('SIGQUIT');
  };
  // Ctrl+C reaches every process of a terminal; this one ends when standard input does.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.stdin.resume();
  process.stdin.once('end', end);
  try {
    await Promise.race([untilItAnswers(), gone]);
    process.stdout.write('ready\n');
  } catch (error) {
    end();
    throw error;
  } finally {
    await gone;
  }
}

try {
  initialize();
  await keep();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
