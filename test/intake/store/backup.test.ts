import { copyFile, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { backupCommand, restoreCommand } from '../../../src/cli/backup.ts';
import { startEndpoint } from '../../../src/intake/endpoint.ts';
import { fetchStatus, submit } from '../../../src/submission/client.ts';
import { sampleProfile } from '../../submission/connections.ts';
import { manyInvoices } from '../../submission/envelopes.ts';
import { printedBy } from '../../support/printed-by.ts';
import { emptyFolder, running, signedIn } from '../running.ts';

const stateDirectory = await emptyFolder();
const folder = await emptyFolder();
const endpoint = await running({ stateDirectory });
const { connection, token } = await signedIn(endpoint);
const backup = (...more: string[]) => printedBy(() => backupCommand(['--state', stateDirectory, ...more]));
const restore = (state: string, file: string) => printedBy(() => restoreCommand(['--from', file, '--state', state]));

const sent = manyInvoices(3, 4_100_000_000);
const received = await submit(sent, connection, { token, wait: 60 });
if (received.kind !== 'received') throw new Error(received.kind);
const file = join(folder, 'backup.db');
const made = await backup('--to', file);

test('a backup of a running endpoint is one file, for its owner only', async () => {
  expect(made).toMatchObject({ status: 0, stderr: '' });
  expect(made.stdout).toMatch(/backup\.db: 1 submission, the latest received \d{4}-.*Z\n$/);
  expect(await readdir(folder)).toEqual(['backup.db']);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('the keys are not in it, and what is sealed stays so', async () => {
  const bytes = await readFile(file);
  const keys = JSON.parse(await readFile(join(stateDirectory, 'keys.json'), 'utf8')) as {
    keyEncryptionKeys: { key: string }[];
  };
  const key = keys.keyEncryptionKeys[0]?.key ?? '';
  expect(bytes.includes(key)).toBe(false);
  expect(bytes.includes(Buffer.from(key, 'base64url'))).toBe(false);
  expect(bytes.includes('99073662S')).toBe(false);
});

test('a copy made under load is one instant: every submission in it is whole', async () => {
  const load = Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      submit(manyInvoices(40, 4_200_000_000 + 100 * index), connection, { token, wait: 0 }),
    ),
  );
  const busy = join(folder, 'busy.db');
  expect((await backup('--to', busy)).status).toBe(0);
  await load;
  const database = new DatabaseSync(busy, { readOnly: true });
  const count = (sql: string): unknown => database.prepare(sql).get()?.['count'];
  const submissions = count('SELECT count(*) AS count FROM submission');
  expect(count("SELECT count(*) AS count FROM sealed_document WHERE kind = 'envelope'")).toBe(submissions);
  expect(count('SELECT count(*) AS count FROM work_item')).toBe(submissions);
  expect(count('SELECT count(DISTINCT submission_id) AS count FROM audit_entry')).toBe(submissions);
  expect(count('SELECT count(DISTINCT submission_id) AS count FROM invoice')).toBe(submissions);
  database.close();
});

test('restored beside its keys, it answers as before', async () => {
  const state = await emptyFolder();
  await copyFile(join(stateDirectory, 'keys.json'), join(state, 'keys.json'));
  expect(await restore(state, file)).toMatchObject({ status: 0, stderr: '' });
  expect((await readdir(state)).toSorted()).toEqual(['endpoint.db', 'keys.json']);
  const again = await running({ stateDirectory: state });
  const signed = await signedIn(again);
  const status = await fetchStatus(signed.connection, received.submissionId, { token: signed.token, wait: 0 });
  expect(status).toMatchObject({ kind: 'answered', body: { state: 'checked', receipt: received.jws } });
});

test('a folder that has a database is left as it is', async () => {
  const before = await readFile(join(stateDirectory, 'endpoint.db'));
  const { status, stderr } = await restore(stateDirectory, file);
  expect([status, stderr]).toEqual([2, expect.stringContaining('is in use (it has endpoint.db)')]);
  expect((await readFile(join(stateDirectory, 'endpoint.db'))).equals(before)).toBe(true);
});

test('with other keys it is not restored, and not served', async () => {
  const state = await emptyFolder();
  const other = await running({ stateDirectory: state });
  await other.close();
  const fresh = await emptyFolder();
  await copyFile(join(state, 'keys.json'), join(fresh, 'keys.json'));
  const { status, stderr } = await restore(fresh, file);
  expect([status, stderr]).toEqual([2, expect.stringContaining('other keys')]);
  expect(await readdir(fresh)).toEqual(['keys.json']);

  await copyFile(file, join(fresh, 'endpoint.db'));
  const start = startEndpoint({
    stateDirectory: fresh,
    plans: [sampleProfile],
    identity: { kind: 'demo' },
    log: 'none',
  });
  await expect(start).rejects.toThrow('other keys');
});

test('without keys it says what is missing', async () => {
  const { status, stdout } = await restore(join(await emptyFolder(), 'state'), file);
  expect([status, stdout]).toEqual([0, expect.stringContaining('now put its keys.json into')]);
});

test('a backup that is cut short, altered, of something else, or of a newer release is refused', async () => {
  const spoilt = async (name: string, spoil: (path: string) => Promise<unknown>): Promise<string> => {
    const path = join(folder, name);
    await copyFile(file, path);
    await spoil(path);
    const state = await emptyFolder();
    const { status, stderr } = await restore(state, path);
    expect([status, await readdir(state), stderr.trimEnd().split('\n').length]).toEqual([2, [], 1]);
    return stderr;
  };
  const { size } = await stat(file);
  expect(await spoilt('cut.db', (path) => truncate(path, size - 8192))).toContain('is no whole backup');
  expect(await spoilt('text.db', (path) => writeFile(path, 'Ofelia'))).not.toContain('Ofelia');
  expect(await spoilt('other.db', (path) => writeFile(path, ''))).toContain('is no whole backup');
  const newer = await spoilt('newer.db', (path) => {
    const database = new DatabaseSync(path);
    database.exec("INSERT INTO kysely_migration (name, timestamp) VALUES ('999-of-tomorrow', '')");
    database.close();
    return Promise.resolve();
  });
  expect(newer).toContain('is of a newer release');
});

test.each<[string, () => Promise<{ status: number; stderr: string }>, string]>([
  ['no file', () => backup(), '--to is missing'],
  ['a file that is there', () => backup('--to', file), 'is there already'],
  ['a folder that is not there', () => backup('--to', join(folder, 'no', 'x.db')), 'there is no folder'],
  [
    'an endpoint that is not there',
    () => printedBy(() => backupCommand(['--to', join(folder, 'x.db'), '--state', folder])),
    'no built-in database',
  ],
  ['a backup that is not there', () => restore(join(folder, 'state'), join(folder, 'gone.db')), 'there is no file'],
  ['an unknown option', () => backup('--form', file), '--form'],
])('%s ends with 2 and one line', async (_, run, words) => {
  const { status, stderr } = await run();
  expect(status).toBe(2);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain(words);
});
