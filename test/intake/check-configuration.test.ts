import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { serveCommand } from '../../src/cli/serve.ts';
import { printedBy } from '../support/printed-by.ts';
import { databaseOf, storeOf } from './database.ts';
import { emptyFolder, running } from './running.ts';

const plan = fileURLToPath(new URL('../../plans/sample', import.meta.url));

/** Checks the configuration of a state directory in this run. */
async function check(stateDirectory: string, ...more: string[]) {
  const address = (await databaseOf(stateDirectory))?.secret();
  const database = address === undefined || more.includes('--database') ? [] : ['--database', address];
  const usual = more.includes('--plan') ? [] : ['--plan', plan, '--demo'];
  return printedBy(() => serveCommand(['--check-config', '--state', stateDirectory, ...database, ...usual, ...more]));
}

const complete = { status: 0, stdout: 'The configuration is complete.\n', stderr: '' };

test('what can be started is complete, before its first start and after, and the check makes nothing', async () => {
  const folder = join(await emptyFolder(), 'state');
  expect(await check(folder)).toEqual(complete);
  await mkdir(folder);
  expect(await check(folder)).toEqual(complete);
  expect(await readdir(folder)).toEqual([]);
  const endpoint = await running({ stateDirectory: folder });
  expect(await check(folder)).toEqual(complete);
  await endpoint.close();
  expect(await check(folder)).toEqual(complete);
});

test('every fault has a line of its own', async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, 'keys.json'), '{}', { mode: 0o644 });
  const more = ['--plan', '/nowhere', '--directory', '/nowhere', '--database', 'mysql://a:Qyx-secret@b/c'];
  const { status, stdout, stderr } = await check(folder, ...more);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('profile.json');
  expect(stderr).toContain('cannot be read as JSON');
  expect(stderr).toContain('postgres://USER@HOST/NAME');
  expect(stderr).not.toContain('Qyx-secret');
});

test.each<[string, string[], string]>([
  ['a number', ['--threads', 'many'], '--threads is a number'],
  ['a time of rest that is none', ['--drop-box-rest', 'soon'], '--drop-box-rest is a number'],
  ['a folder of drop boxes that is not there', ['--drop-boxes', '/nowhere'], '/nowhere is not there: make it'],
  ['demo accounts behind a public address', ['--public-url', 'http://plan.example'], 'loopback'],
  [
    'a database that is not there',
    ['--database', 'postgres://a:Qyx-secret@127.0.0.1:1/b'],
    'cannot be reached (postgres://127.0.0.1:1/b',
  ],
])('%s is told', async (_, more, words) => {
  const { status, stderr } = await check(await emptyFolder(), ...more);
  expect(status).toBe(2);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain(words);
  expect(stderr).not.toContain('Qyx-secret');
});

test('settings of encounters that are none are told, with their place', async () => {
  const folder = await emptyFolder();
  for (const name of ['profile.json', 'logo.png']) await copyFile(join(plan, name), join(folder, name));
  expect(await check(await emptyFolder(), '--plan', folder, '--demo')).toEqual(complete);
  await writeFile(join(folder, 'encounters.json'), '{ "claimsPerTransaction": 6000 }');
  const { status, stderr } = await check(await emptyFolder(), '--plan', folder, '--demo');
  expect(status).toBe(2);
  expect(stderr).toContain('encounters.json has no settings');
  expect(stderr).toContain('claimsPerTransaction');
});

test('keys that others may read, that are missing, and that are other ones are told', async () => {
  const folder = await emptyFolder();
  await (await running({ stateDirectory: folder })).close();
  const address = (await databaseOf(folder))?.secret();
  const other = await emptyFolder();
  if (address === undefined) await copyFile(join(folder, 'endpoint.db'), join(other, 'endpoint.db'));
  const more = address === undefined ? [] : ['--database', address];
  expect((await check(other, ...more)).stderr).toContain('keys.json is missing');
  const third = await emptyFolder();
  await (await running({ stateDirectory: third })).close();
  await copyFile(join(third, 'keys.json'), join(other, 'keys.json'));
  expect((await check(other, ...more)).stderr).toContain('was made with other keys');
  await writeFile(join(other, 'keys.json'), '{}', { mode: 0o600 });
  expect((await check(other, ...more)).stderr).toContain('is not a key file of this product');
});

test('a database of a newer release is told', async () => {
  const folder = await emptyFolder();
  const store = await storeOf(folder);
  await sql`insert into kysely_migration (name, timestamp) values ('999-of-tomorrow', '')`.execute(store);
  await store.destroy();
  expect((await check(folder)).stderr).toContain('is of a newer release');
});
