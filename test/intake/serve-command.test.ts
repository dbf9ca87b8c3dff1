import { jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveCommand } from '../../src/cli/serve.ts';
import { verifyPassword } from '../../src/intake/identity/passwords.ts';
import { startProcess } from '../faults/endpoint-process.ts';
import { emptyFolder } from './running.ts';

const script = fileURLToPath(new URL('../faults/serve.ts', import.meta.url));
const plan = fileURLToPath(new URL('../../plans/sample', import.meta.url));

/** The command in a process of its own, to its end. */
function run(commandLine: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...commandLine], { encoding: 'utf8', input });
  return { status, stdout, stderr };
}

/** The command in this process, where it ends by itself. */
async function call(commandLine: string[]) {
  const write = (stream: NodeJS.WriteStream) => jest.spyOn(stream, 'write').mockReturnValue(true);
  const [out, err] = [write(process.stdout), write(process.stderr)];
  const status = await serveCommand(commandLine);
  const [stdout, stderr] = [out, err].map((spy) => spy.mock.calls.map(([chunk]) => String(chunk)).join(''));
  out.mockRestore();
  err.mockRestore();
  return { status, stdout: stdout ?? '', stderr: stderr ?? '' };
}

test('help names every option', async () => {
  const { status, stdout } = await call(['--help']);
  expect(status).toBe(0);
  expect(stdout).toContain('--public-url');
  expect(stdout).toContain('Exit codes');
});

test.each<[string, string[], string]>([
  ['an unknown option', ['--plann', plan], '--plann'],
  ['no plan', ['--demo'], '--plan is missing'],
  ['a plan that is none', ['--demo', '--plan', '/nowhere'], 'profile.json'],
  [
    'a role that is none',
    ['--plan', plan, '--issuer', 'https://x.example', '--audience', 'a', '--client-id', 'b', '--role', 'Group=king'],
    '--role is NAME=ROLE',
  ],
  ['a directory that is none', ['--plan', plan, '--directory', '/nowhere'], 'cannot be read as JSON'],
  ['demo accounts and a directory', ['--plan', plan, '--demo', '--directory', '/nowhere'], '--demo stands alone'],
  [
    'demo accounts for others',
    ['--plan', plan, '--demo', '--host', '0.0.0.0', '--public-url', 'https://x.example'],
    'loopback',
  ],
  ['a key of packages that is none', ['--plan', plan, '--demo', '--package-key', '/nowhere'], '/nowhere holds no key'],
  ['a port that is none', ['--plan', plan, '--demo', '--port', 'http'], '--port is a number'],
])('%s ends with 2 and one line that says so', async (_, commandLine, words) => {
  const state = ['--state', join(await emptyFolder(), 'state')];
  const { status, stdout, stderr } = await call([...commandLine, ...state]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain(words);
});

test('a password’s hash can be made for the directory, and a short password not', async () => {
  const { status, stdout } = run(['--hash-password'], 'a long enough password\n');
  expect(status).toBe(0);
  expect(await verifyPassword('a long enough password', stdout.trim())).toBe(true);
  expect(run(['--hash-password'], 'short\n').status).toBe(2);
});

test('it prints its address, answers, and ends well when it is told to', async () => {
  const stateDirectory = await emptyFolder();
  const endpoint = await startProcess(stateDirectory, '--quiet');
  expect(endpoint.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${endpoint.url}/health`)).status).toBe(200);
  expect(await endpoint.stop()).toBe(0);
  expect(endpoint.output()).toBe(`${endpoint.url}\n`);
});

test('a port in use is said in one line', async () => {
  const stateDirectory = await emptyFolder();
  const endpoint = await startProcess(stateDirectory, '--quiet');
  const port = new URL(endpoint.url).port;
  const { status, stderr } = await call([
    '--plan',
    plan,
    '--demo',
    '--quiet',
    '--port',
    port,
    '--state',
    await emptyFolder(),
  ]);
  await endpoint.stop();
  expect([status, stderr.trimEnd().split('\n').at(-1)]).toEqual([
    2,
    'calaim-invoice serve: the port is in use; choose another one with --port',
  ]);
});

test('an unreadable state is said in one line', async () => {
  const stateDirectory = await emptyFolder();
  await writeFile(join(stateDirectory, 'keys.json'), '{}', { mode: 0o644 });
  const { status, stderr } = await call(['--plan', plan, '--demo', '--state', stateDirectory]);
  expect(status).toBe(2);
  expect(stderr).toContain('may be read by others');
});
