import { decodeJwt } from 'jose';
import { rulePack } from '../../src/guidance/rule-pack.ts';
import { startEndpoint } from '../../src/intake/endpoint.ts';
import { FixedDirectory } from '../../src/intake/identity/directory-file.ts';
import { OptionsError, type EndpointOptions } from '../../src/intake/options.ts';
import { fetchFindings, fetchReceipts, fetchStatus, submit } from '../../src/submission/client.ts';
import type { LineText } from '../../src/guidance/columns.ts';
import type { PlanConnection } from '../../src/submission/connection.ts';
import { maximumBodyBytes, type EnvelopeLine } from '../../src/submission/contract.ts';
import { problems, problemSchema, type ProblemCode } from '../../src/submission/problem.ts';
import { submissionStatusSchema } from '../../src/submission/result.ts';
import { sampleProfile } from '../submission/connections.ts';
import { envelope, line, manyInvoices, readSample } from '../submission/envelopes.ts';
import { emptyFolder, get, keyOf, paneOrigin, post, postEnvelope, running, signedIn } from './running.ts';

const endpoint = await running({ clock: () => new Date('2026-11-24T20:00:00Z') });
const { connection, token } = await signedIn(endpoint);

test('the sample month is received, checked and accepted', async () => {
  const outcome = await submit(envelope(readSample('harbor-care-2026-10.csv')), connection, { token });
  if (outcome.kind !== 'received') throw new Error(outcome.kind);
  expect(outcome.receipt).toMatchObject({
    receivedAt: '2026-11-24T12:00:00.000-08:00',
    channel: 'api',
    submitter: { account: 'harbor-care-demo-machine', organisation: 'Harbor Care Collective' },
    counts: { lines: 172, invoices: 97 },
    due: { acknowledge: '2026-11-26', payOrContest: '2026-12-24' },
    support: sampleProfile.support,
  });
  const states = outcome.result?.invoices.map((invoice) => invoice.state);
  expect(states).toEqual(Array.from({ length: 97 }, () => 'accepted'));
});

/** A line of an invoice with a member of its own: the plan accepts a service once. */
function lineOf(rowKey: string, invoiceNumber: string, values: Partial<LineText> = {}): EnvelopeLine {
  return line(rowKey, { invoiceNumber, memberCin: `9${invoiceNumber.slice(-7)}S`, ...values });
}

test('the month with faults: valid invoices pass, the others come back with findings on their rows', async () => {
  // Another endpoint: this one has accepted the month already.
  const fresh = await running({ clock: () => new Date('2026-11-24T20:00:00Z') });
  const { connection, token } = await signedIn(fresh);
  const outcome = await submit(envelope(readSample('harbor-care-2026-10-dirty.csv')), connection, { token });
  if (outcome.kind !== 'received' || outcome.result === null) throw new Error(outcome.kind);
  const accepted = outcome.result.invoices.filter((invoice) => invoice.state === 'accepted');
  expect(accepted).toHaveLength(79);
  const errors = outcome.result.invoices
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity === 'error');
  expect(errors).toContainEqual(expect.objectContaining({ rowKey: 'row-2', element: 1 }));
  expect(errors).toContainEqual(expect.objectContaining({ rowKey: 'row-9', element: 21 }));
  const flat = await fetchFindings(connection, outcome.submissionId, { token });
  expect(flat).toMatchObject({ kind: 'answered', body: { state: 'checked' } });
});

test('the same content again is the same submission, and its findings land on the rows of the copy', async () => {
  const faulty = envelope([line('a', { memberCin: 'nonsense' }), lineOf('b', '4100009002')]);
  const first = await submit(faulty, connection, { token });
  const copy = {
    ...faulty,
    lines: [...faulty.lines].reverse().map((each) => ({ ...each, rowKey: `copy-of-${each.rowKey}` })),
  };
  const second = await submit(copy, connection, { token });
  if (first.kind !== 'received' || second.kind !== 'received') throw new Error(second.kind);
  expect(second.jws).toBe(first.jws);
  const rows = second.result?.invoices.flatMap(({ findings }) => findings.map((finding) => finding.rowKey));
  expect(new Set(rows)).toEqual(new Set(['copy-of-a']));
});

test('a receipt is the same byte for byte, and a later attempt is another submission', async () => {
  const sent = envelope([lineOf('a', '4100009003')]);
  const first = await postEnvelope(endpoint, token, sent);
  const second = await postEnvelope(endpoint, token, sent, { prefer: 'wait=20' });
  expect([first.status, second.status]).toEqual([201, 200]);
  const [one, two] = [
    submissionStatusSchema.parse(await first.json()),
    submissionStatusSchema.parse(await second.json()),
  ];
  expect(two.receipt).toBe(one.receipt);
  expect(two.state).toBe('checked');
  expect(first.headers.get('location')).toBe(`/v1/submissions/${one.submissionId}`);
  const again = await postEnvelope(endpoint, token, { ...sent, attempt: 2 });
  expect(again.status).toBe(201);
});

test('twins that arrive together end in one', async () => {
  const sent = manyInvoices(60, 4100010000);
  const answers = await Promise.all(Array.from({ length: 12 }, () => postEnvelope(endpoint, token, sent)));
  const bodies = await Promise.all(answers.map(async (answer) => submissionStatusSchema.parse(await answer.json())));
  expect(new Set(bodies.map((body) => body.receipt)).size).toBe(1);
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
});

test('a receipt is found again by an invoice number', async () => {
  const sent = await submit(envelope([lineOf('a', '4100009004')]), connection, { token });
  const found = await fetchReceipts(connection, '4100009004', { token });
  if (sent.kind !== 'received') throw new Error(sent.kind);
  expect(found).toMatchObject({ kind: 'answered', body: [{ jws: sent.jws, verification: { kind: 'verified' } }] });
  expect(await fetchReceipts(connection, '4199999999', { token })).toEqual({ kind: 'answered', body: [] });
});

test('a result says which rules and which profile both sides used', async () => {
  const sent = envelope([lineOf('a', '4100009005')], { profileVersion: 77 });
  const outcome = await submit(sent, connection, { token });
  expect(outcome).toMatchObject({
    result: {
      notices: ['RULE_PACK_DIFFERS', 'PROFILE_VERSION_DIFFERS'],
      rulePack: { submitted: sent.rulePack },
      profileVersion: { submitted: 77, applied: sampleProfile.version },
    },
  });
});

test('a result says which rules are not the same on both sides', async () => {
  const parts = { ...rulePack.parts, NPI_FORMAT: '000000000000', RULE_OF_YESTERDAY: '000000000000' };
  const sent = envelope([lineOf('a', '4100009015')], { rulePackParts: parts });
  const outcome = await submit(sent, connection, { token });
  expect(outcome).toMatchObject({ result: { rulePackChanges: ['NPI_FORMAT', 'RULE_OF_YESTERDAY'] } });
});

test('an invoice that was accepted before comes back, unless it is said to be replaced', async () => {
  const first = await submit(envelope([lineOf('a', '4100009016')]), connection, { token });
  expect(first).toMatchObject({ result: { invoices: [{ state: 'accepted' }] } });
  const again = [lineOf('a', '4100009016'), lineOf('b', '4100009017')];
  expect(await submit(envelope(again), connection, { token })).toMatchObject({
    result: {
      invoices: [
        { invoiceNumber: '4100009016', state: 'rejected', findings: [{ code: 'INVOICE_NUMBER_ACCEPTED' }] },
        { invoiceNumber: '4100009017', state: 'accepted' },
      ],
    },
  });
  const replacement = envelope([lineOf('a', '4100009016')], {
    purpose: { kind: 'replacement', replaces: ['4100009016'] },
  });
  expect(await submit(replacement, connection, { token })).toMatchObject({
    result: { invoices: [{ invoiceNumber: '4100009016', state: 'accepted' }] },
  });
});

test('what the file says beside the sheet is a finding; for another billing provider it is an error', async () => {
  const outcome = await submit(
    envelope([
      line('a', { invoiceNumber: '4100009006', serviceName: 'Other words' }, ['serviceName']),
      line('b', { invoiceNumber: '4100009007', billingProviderNpi: '1234567893', memberCin: '99073663S' }),
    ]),
    connection,
    { token },
  );
  if (outcome.kind !== 'received') throw new Error(outcome.kind);
  const found = outcome.result?.invoices.flatMap(({ findings }) => findings);
  expect(found).toContainEqual(
    expect.objectContaining({ code: 'DERIVED_DIFFERENCE', rowKey: 'a', column: 'serviceName' }),
  );
  expect(found).toContainEqual(
    expect.objectContaining({
      code: 'DERIVED_DIFFERENCE',
      severity: 'error',
      rowKey: 'b',
      column: 'billingProviderNpi',
    }),
  );
  expect(outcome.result?.invoices.find(({ invoiceNumber }) => invoiceNumber === '4100009007')?.state).toBe('rejected');
});

test('no receipt names a member', async () => {
  const outcome = await submit(envelope([line('a', { invoiceNumber: 'Ofelia' })], { attempt: 3 }), connection, {
    token,
  });
  if (outcome.kind !== 'received') throw new Error(outcome.kind);
  expect(outcome.receipt.invoices).toEqual([{ invoiceNumber: null, lines: 1, state: 'received' }]);
  expect(JSON.stringify(decodeJwt(outcome.jws))).not.toMatch(/Ofelia|99073662S|St\. John/);
});

async function fetchReceiptCount(to: PlanConnection, withToken: string): Promise<number> {
  const found = await fetchReceipts(to, '4100001001', { token: withToken });
  return found.kind === 'answered' ? found.body.length : 0;
}

async function problemOf(response: Response): Promise<ProblemCode> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = problemSchema.parse(await response.json());
  expect(problem).toMatchObject({ status: response.status, title: problems[problem.code].title });
  expect(problem.requestId).toBe(response.headers.get('x-request-id'));
  return problem.code;
}

const sample = envelope();
const json = JSON.stringify(sample);
const key = { 'idempotency-key': await keyOf(sample) };
const unknownPlan = { ...sample, planId: 'other' };
const otherProvider = { ...sample, billingProviderNpi: '1234567893' };

test.each<[ProblemCode, string, () => Promise<Response>]>([
  ['not-signed-in', 'no token', () => post(endpoint, null, json, key)],
  ['not-signed-in', 'a token that is none', () => post(endpoint, 'nonsense', json, key)],
  ['not-signed-in', 'a token with another signature', () => post(endpoint, `${token.slice(0, -4)}AAAA`, json, key)],
  ['not-signed-in', 'reading without a token', () => get(endpoint, null, '/v1/receipts?invoice=4100009004')],
  ['malformed-json', 'no JSON', () => post(endpoint, token, '{"contract":1', key)],
  ['malformed-json', 'no UTF-8', () => post(endpoint, token, new Uint8Array([0x22, 0xff, 0x22]), key)],
  ['malformed-json', 'an empty body', () => post(endpoint, token, '', key)],
  [
    'unknown-contract',
    'another contract',
    () => post(endpoint, token, JSON.stringify({ ...sample, contract: 2 }), key),
  ],
  ['unknown-contract', 'a list', () => post(endpoint, token, '[]', key)],
  ['malformed-envelope', 'a missing member', () => post(endpoint, token, '{"contract":1}', key)],
  ['idempotency-key-missing', 'no key', () => post(endpoint, token, json)],
  [
    'idempotency-key-missing',
    'a key of another form',
    () => post(endpoint, token, json, { 'idempotency-key': 'once' }),
  ],
  [
    'idempotency-key-mismatch',
    'a key of other content',
    async () => post(endpoint, token, json, { 'idempotency-key': await keyOf({ ...sample, attempt: 99 }) }),
  ],
  ['unknown-plan', 'another plan', () => postEnvelope(endpoint, token, unknownPlan)],
  ['provider-not-yours', 'another provider', () => postEnvelope(endpoint, token, otherProvider)],
  ['unsupported-media-type', 'text', () => post(endpoint, token, json, { ...key, 'content-type': 'text/plain' })],
  ['too-large', 'too many bytes', () => post(endpoint, token, ' '.repeat(maximumBodyBytes + 1), key)],
  [
    'not-found',
    'an unknown submission',
    () => get(endpoint, token, '/v1/submissions/01934567-89ab-7def-8123-456789abcdef'),
  ],
  ['not-found', 'a submission id that is none', () => get(endpoint, token, '/v1/submissions/Ofelia')],
  ['not-found', 'an unknown address', () => get(endpoint, token, '/v2/Ofelia')],
  ['not-found', 'an address that cannot be read', () => get(endpoint, token, '/v1/submissions/%E0%A4%A')],
  ['malformed-request', 'an invoice number that is none', () => get(endpoint, token, '/v1/receipts?invoice=Ofelia')],
  [
    'malformed-request',
    'two invoice numbers',
    () => get(endpoint, token, '/v1/receipts?invoice=4100009004&invoice=4100009005'),
  ],
])('%s: %s', async (code, _, request) => {
  const response = await request();
  expect(await problemOf(response.clone())).toBe(code);
  expect(await response.text()).not.toContain('Ofelia');
});

test('the same key with other content is refused', async () => {
  const first = envelope([lineOf('a', '4100009010')]);
  const other = envelope([lineOf('a', '4100009011')]);
  expect((await postEnvelope(endpoint, token, first)).status).toBe(201);
  const response = await post(endpoint, token, JSON.stringify(other), { 'idempotency-key': await keyOf(first) });
  expect(response.status).toBe(422);
  expect(await problemOf(response)).toBe('idempotency-key-reused');
});

test('a refusal names places of the contract and nothing that was sent', async () => {
  const bad = {
    ...sample,
    Ofelia: 1,
    lines: [{ ...sample.lines[0], values: { ...sample.lines[0]?.values, memberCin: 5, 'St. John': '' } }],
  };
  const response = await post(endpoint, token, JSON.stringify(bad), key);
  const text = await response.text();
  expect(problemSchema.parse(JSON.parse(text)).pointers).toEqual(['/lines/0/values/memberCin', '/lines/0/values', '']);
  expect(text).not.toMatch(/Ofelia|St\. John/);
});

test('pages of the pane may call, others may not', async () => {
  const preflight = (origin: string): Promise<Response> =>
    fetch(`${endpoint.url}/v1/submissions`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'idempotency-key' },
    });
  const allowed = await preflight(paneOrigin);
  expect(allowed.status).toBe(204);
  expect(allowed.headers.get('access-control-allow-origin')).toBe(paneOrigin);
  expect(allowed.headers.get('access-control-allow-headers')).toContain('idempotency-key');
  expect((await preflight('https://elsewhere.example')).headers.get('access-control-allow-origin')).toBeNull();
  const refused = await fetch(`${endpoint.url}/v1/submissions`, { method: 'POST', headers: { origin: paneOrigin } });
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, paneOrigin]);
});

test('an endpoint that is told to end does not keep those who wait for a check', async () => {
  const receiver = await running({ checks: false });
  const { connection: toReceiver, token: itsToken } = await signedIn(receiver);
  const waiting = submit(envelope([line('a')]), toReceiver, { token: itsToken, wait: 60 });
  while ((await fetchReceiptCount(toReceiver, itsToken)) === 0);
  const before = performance.now();
  await receiver.close();
  expect(await waiting).toMatchObject({ kind: 'received', result: null });
  expect(performance.now() - before).toBeLessThan(20_000);
});

test('too many requests are told when to come again', async () => {
  const strict = await running({ requestsPerMinute: 3 });
  for (let request = 0; request < 3; request += 1) expect((await get(strict, null, '/v1/receipts')).status).toBe(401);
  const response = await get(strict, null, '/v1/receipts');
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await problemOf(response)).toBe('too-many-requests');
});

test('what was received before a restart is checked after it, by the same issuer’s tokens', async () => {
  const stateDirectory = await emptyFolder();
  const receiver = await running({ stateDirectory, checks: false });
  const before = await signedIn(receiver);
  const received = await submit(envelope([line('a')]), before.connection, { token: before.token, wait: 0 });
  if (received.kind !== 'received') throw new Error(received.kind);
  expect(received.result).toBeNull();
  await receiver.close();
  const port = Number(new URL(receiver.url).port);
  await running({ stateDirectory, port });
  const status = await fetchStatus(before.connection, received.submissionId, { token: before.token, wait: 20 });
  expect(status).toMatchObject({ kind: 'answered', body: { state: 'checked', receipt: received.jws } });
});

const nobody = new FixedDirectory({ organisations: [], accounts: [], machines: [] });
const embedded = { kind: 'embedded', directory: nobody } as const;

test.each<[string, Partial<EndpointOptions>]>([
  ['demo accounts for others', { identity: { kind: 'demo' }, host: '0.0.0.0', publicUrl: 'https://plan.example' }],
  ['demo accounts behind a public address', { identity: { kind: 'demo' }, publicUrl: 'https://plan.example' }],
  ['others without a public address', { identity: embedded, host: '0.0.0.0' }],
  ['others without TLS', { identity: embedded, host: '0.0.0.0', publicUrl: 'https://plan.example' }],
  ['a public address with neither TLS nor a proxy', { identity: embedded, publicUrl: 'https://plan.example' }],
  ['a public address without TLS', { identity: embedded, publicUrl: 'http://plan.example' }],
  ['a public address that is none', { identity: embedded, publicUrl: 'plan' }],
  ['no plan', { identity: embedded, plans: [] }],
])('refuses %s', async (_, options) => {
  const start = startEndpoint({
    stateDirectory: await emptyFolder(),
    plans: [sampleProfile],
    identity: embedded,
    log: 'none',
    ...options,
  });
  await expect(start).rejects.toThrow(OptionsError);
});
