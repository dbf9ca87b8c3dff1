import { jest } from '@jest/globals';
import { sql } from 'kysely';
import { fileURLToPath } from 'node:url';
import { serveCommand } from '../../../src/cli/serve.ts';
import { openStore } from '../../../src/intake/store/store.ts';
import { problemSchema } from '../../../src/submission/problem.ts';
import { envelope, line } from '../../submission/envelopes.ts';
import { addressOf, databaseOf, storeOf } from '../database.ts';
import { afterTests, emptyFolder, get, postEnvelope, running, signedIn, redirectUri } from '../running.ts';

const plan = fileURLToPath(new URL('../../../plans/sample', import.meta.url));

test('cents and milliseconds are numbers', async () => {
  const store = await storeOf(await emptyFolder());
  const { rows } = await sql`select 9007199254740991::bigint as most, count(*) as none from submission`.execute(store);
  expect(rows).toEqual([{ most: Number.MAX_SAFE_INTEGER, none: 0 }]);
  await expect(sql`select 9007199254740992::bigint`.execute(store)).rejects.toThrow();
  await store.destroy();
});

test('a commit is waited for even where the database is set not to', async () => {
  const folder = await emptyFolder();
  const address = await databaseOf(folder);
  const first = await openStore(folder, address);
  await sql
    .raw(`alter database "${address?.toString().split('/').at(-1) ?? ''}" set synchronous_commit = off`)
    .execute(first);
  await first.destroy();
  const second = await openStore(folder, address);
  expect((await sql`show synchronous_commit`.execute(second)).rows).toEqual([{ synchronous_commit: 'on' }]);
  await second.destroy();
});

const secret = 'Qyx-secret';

test.each([
  ['a server that is not there', `postgres://endpoint:${secret}@127.0.0.1:1/invoices`, 'cannot be reached'],
  ['a host that is not there', `postgres://endpoint:${secret}@nowhere.invalid/invoices`, 'cannot be reached'],
  ['a database that is not there', addressOf('gone').secret() + `&password=${secret}`, 'no database of this name'],
  [
    'an account that is not there',
    addressOf('postgres').secret().replace('postgres@/', 'gone@/'),
    'let this account in',
  ],
  ['an address that is none', `mysql://endpoint:${secret}@db/invoices`, 'postgres://USER@HOST/NAME'],
  ['an address in the wrong place', '', 'Unexpected argument'],
])('%s is said in one line, without the password', async (_, address, words) => {
  const write = (stream: NodeJS.WriteStream) => jest.spyOn(stream, 'write').mockReturnValue(true);
  const [out, err] = [write(process.stdout), write(process.stderr)];
  const given = address === '' ? [`postgres://endpoint:${secret}@db/invoices`] : ['--database', address];
  const status = await serveCommand([
    '--plan',
    plan,
    '--demo',
    '--port',
    '0',
    '--state',
    await emptyFolder(),
    ...given,
  ]);
  const printed = [out, err].map((spy) => spy.mock.calls.map(([chunk]) => String(chunk)).join(''));
  out.mockRestore();
  err.mockRestore();
  expect([status, printed[0]]).toEqual([2, '']);
  expect(printed[1]?.trimEnd().split('\n')).toHaveLength(1);
  expect(printed[1]).toContain(words);
  expect(printed.join()).not.toContain(secret);
});

test('while the database is gone the answer is 503, with a time to come again; then all is as before', async () => {
  const stateDirectory = await emptyFolder();
  const lines: string[] = [];
  const endpoint = await running({ stateDirectory, log: { write: (each) => lines.push(each) } });
  const { token } = await signedIn(endpoint);
  const name =
    String(await databaseOf(stateDirectory))
      .split('/')
      .at(-1) ?? '';
  const server = await openStore('', addressOf('postgres'));
  afterTests(() => server.destroy());
  const allow = (whether: boolean) =>
    sql.raw(`alter database ${name} allow_connections ${String(whether)}`).execute(server);
  await allow(false);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`.execute(server);

  const sent = envelope([line('a')]);
  const signIn = new URLSearchParams({
    ...{ client_id: 'calaim-invoice-pane', response_type: 'code', scope: 'openid', redirect_uri: redirectUri },
    ...{ code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' },
  });
  for (const response of [
    await postEnvelope(endpoint, token, sent),
    await get(endpoint, token, '/v1/receipts?invoice=4100001001'),
    await get(endpoint, null, '/ready'),
    await fetch(`${endpoint.url}/oidc/auth?${signIn.toString()}`, { redirect: 'manual' }),
  ]) {
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect(problemSchema.parse(await response.json()).code).toBe('busy');
  }
  await allow(true);
  expect((await postEnvelope(endpoint, token, sent)).status).toBe(201);
  expect(lines.join('')).toContain('"type":"StoreError"');
  expect(lines.join('')).not.toMatch(/password|postgres:/);
});
