import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { columns, type LineText } from '../../src/guidance/columns.ts';
import { loadKeys } from '../../src/intake/keys.ts';
import { decrypt, Keyring } from '../../src/intake/store/seal.ts';
import { Submissions } from '../../src/intake/store/submissions.ts';
import { submissionStatusSchema } from '../../src/submission/result.ts';
import { storeOf } from '../intake/database.ts';
import { emptyFolder, keyOf } from '../intake/running.ts';
import { printCsv } from '../../src/xlsx/csv.ts';
import { envelope, line, sampleNpi } from '../submission/envelopes.ts';
import { expectNowhere } from './canary-places.ts';
import { startProcess } from './endpoint-process.ts';

/** A member whose every cell says so; nothing else in the product says this word. */
const canary = 'Qyxcanary';
const values = Object.fromEntries(columns.map(({ key }) => [key, `${canary} ${key}`])) as LineText;

const stateDirectory = await emptyFolder();
const endpoint = await startProcess(stateDirectory);

const answers: string[] = [];

/** Sends a request and keeps everything that comes back. */
async function ask(
  path: string,
  init: { method?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: string }> {
  const headers = { authorization: `Bearer ${endpoint.token}`, 'content-type': 'application/json', ...init.headers };
  const response = await fetch(endpoint.url + path, { ...init, headers });
  const body = await response.text();
  answers.push(body, JSON.stringify(Object.fromEntries(response.headers)));
  return { status: response.status, body };
}

/** Sends a file; `type` says which. */
function sendFile(body: string, type = 'text/csv', more = '') {
  const headers = { 'content-type': type, prefer: 'wait=30' };
  return ask(`/v1/submissions${more}`, { method: 'POST', body, headers });
}

function send(body: string, key: string, headers: Record<string, string> = {}) {
  return ask('/v1/submissions', { method: 'POST', body, headers: { 'idempotency-key': key, ...headers } });
}

const sent = envelope([
  line('row-1', values, ['serviceName']),
  line('row-2', { ...values, invoiceNumber: '4100001001' }),
]);
const sentKey = await keyOf(sent);

test('the canary is taken in, checked and kept', async () => {
  const { status, body } = await send(JSON.stringify(sent), sentKey, { prefer: 'wait=30' });
  expect(status).toBe(201);
  const received = submissionStatusSchema.parse(JSON.parse(body));
  expect(received.state).toBe('checked');
  expect((await ask(`/v1/submissions/${received.submissionId}`)).status).toBe(200);
  expect((await ask(`/v1/submissions/${received.submissionId}/findings`)).body).toContain('"severity":"error"');
  expect((await ask('/v1/receipts?invoice=4100001001')).body).toContain(received.submissionId);
});

test('a list with the canary is taken in, checked and kept', async () => {
  const list = printCsv([{ ...values, billingProviderNpi: sampleNpi }]);
  const { status, body } = await sendFile(list);
  expect(status).toBe(201);
  const received = submissionStatusSchema.parse(JSON.parse(body));
  expect(received.state).toBe('checked');
  const path = `/v1/submissions/${received.submissionId}`;
  expect((await ask(`${path}/findings`)).body).toContain('"row":2');
  expect((await ask(`${path}/errors.csv`)).status).toBe(200);
});

const other = envelope([line('row-1', { ...values, memberCin: canary })]);
const otherKey = await keyOf(other);
const text = JSON.stringify(sent);

test.each<[string, number, () => Promise<{ status: number }>]>([
  ['no JSON', 400, () => send(text.slice(0, -20), sentKey)],
  ['a word that is no JSON', 400, () => send(canary, sentKey)],
  ['a wrong type', 400, () => send(JSON.stringify({ ...sent, attempt: canary }), sentKey)],
  ['an unknown member', 400, () => send(JSON.stringify({ ...sent, [canary]: canary }), sentKey)],
  [
    'an unknown column',
    400,
    () => send(JSON.stringify({ ...sent, lines: [{ ...sent.lines[0], [canary]: 1 }] }), sentKey),
  ],
  [
    'an unknown plan',
    422,
    async () => {
      const elsewhere = { ...sent, planId: canary.toLowerCase() };
      return send(JSON.stringify(elsewhere), await keyOf(elsewhere));
    },
  ],
  ['a key that is none', 400, () => send(text, canary)],
  ['a key of other content', 422, () => send(text, otherKey)],
  ['a key that was used for other content', 422, () => send(JSON.stringify(other), sentKey)],
  ['a list without its headers', 422, () => sendFile(`${canary},${canary}\r\n`)],
  ['a list that is cut off in a cell', 422, () => sendFile(`${printCsv([values])}"${canary}`)],
  ['a list that nobody bills', 422, () => sendFile(printCsv([values]))],
  ['a list with a parameter that is none', 400, () => sendFile(printCsv([values]), 'text/csv', `?purpose=${canary}`)],
  ['a page that is called a workbook', 422, () => sendFile(`<html>${canary}`, 'application/vnd.ms-excel')],
  ['a package that is none', 422, () => sendFile(`age-encryption.org/v1\n${canary}`, 'application/octet-stream')],
  ['another type of body', 415, () => send(text, sentKey, { 'content-type': `text/${canary}` })],
  ['a body beyond measure', 413, () => send(canary.repeat(2_000_000), sentKey)],
  ['a token that is none', 401, () => send(text, sentKey, { authorization: `Bearer ${canary}` })],
  ['a submission that is none', 404, () => ask(`/v1/submissions/${canary}`)],
  ['an invoice that is none', 400, () => ask(`/v1/receipts?invoice=${canary}&${canary}=${canary}`)],
  ['an address that is none', 404, () => ask(`/${canary}?${canary}`)],
  ['an address that cannot be read', 404, () => ask(`/v1/submissions/%E0${canary}`)],
  [
    'a sign-in that is none',
    400,
    () => ask(`/oidc/auth?client_id=${canary}&scope=${canary}`, { headers: { 'content-type': '' } }),
  ],
  ['a sign-in page that is none', 400, () => ask(`/oidc/sign-in/${canary}`)],
])('%s is refused with %i', async (_, status, request) => {
  expect((await request()).status).toBe(status);
});

test('what is no HTTP is refused', async () => {
  const { port, hostname } = new URL(endpoint.url);
  const socket = connectSocket(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.write(`${canary} /${canary} HTTP/9.9\r\n${canary}: ${canary}\r\n\r\n`);
  await once(socket, 'close');
  answers.push(Buffer.concat(chunks).toString('latin1'));
  expect(answers.at(-1)).toContain('400');
});

test('a database that fails is said without what was to be stored', async () => {
  const store = await storeOf(stateDirectory);
  await sql`ALTER TABLE work_item RENAME TO hidden`.execute(store);
  expect((await send(JSON.stringify(other), otherKey)).status).toBe(500);
  await sql`ALTER TABLE hidden RENAME TO work_item`.execute(store);
  await store.destroy();
  expect((await send(JSON.stringify(other), otherKey)).status).toBe(201);
});

test('it stands in no answer, no log, and no byte of the database, its logs or its backup', async () => {
  await expectNowhere(canary, { stateDirectory, endpoint, answers });
});

test('it stands, sealed, where it belongs: the search above could have found it', async () => {
  const store = await storeOf(stateDirectory);
  const submissions = new Submissions(store);
  const keyring = new Keyring(await loadKeys(stateDirectory));
  const found = await submissions.findByKey(sent.planId, sentKey);
  const sealed = found === null ? null : await submissions.document(found.id, 'envelope');
  await store.destroy();
  if (found === null || sealed === null) throw new Error('The submission is gone');
  const context = { tenant: found.planId, submission: found.id };
  const dataKey = keyring.unwrap(found.wrappedKey, { ...context, kind: 'key' });
  expect(gunzipSync(decrypt(dataKey, sealed, { ...context, kind: 'envelope' })).toString('utf8')).toBe(text);
});
