import { jest } from '@jest/globals';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect as connectSocket } from 'node:net';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { sql } from 'kysely';
import { planTimeZone } from '../../src/intake/receipt/compose.ts';
import { loadKeys } from '../../src/intake/keys.ts';
import { People } from '../../src/intake/identity/people.ts';
import { Keyring } from '../../src/intake/store/seal.ts';
import { civilDateAt } from '../../src/guidance/civil-date.ts';
import { isoDate } from '../../src/submission/iso-date.ts';
import { encountersMadeSchema } from '../../src/submission/encounters.ts';
import { submissionStatusSchema } from '../../src/submission/result.ts';
import { sealPackage } from '../../src/submission/sealed-package.ts';
import { filledTemplateFile } from '../../src/xlsx/template-file.ts';
import { implementationFile, paymentFile, statusFile } from '../encounter/support/acknowledgements.ts';
import { onPostgres, storeOf } from '../intake/database.ts';
import { emptyFolder, keyOf } from '../intake/running.ts';
import { sampleProfile } from '../submission/connections.ts';
import { envelope, line, sampleNpi } from '../submission/envelopes.ts';
import { sampleContents } from '../support/sample-contents.ts';
import { expectNowhere } from './canary-places.ts';
import { start } from './endpoint-process.ts';

/** A name of a member, as a name may be written; nothing else in the product says this word. */
const canary = 'Qyxcanarina';
const addIn = { addInId: '0c1d8f0e-6a5b-4c55-9d0b-3f6f2f1b7a42', version: '1.0.0.0' };
const planId = sampleProfile.id;

const stateDirectory = await emptyFolder();
const temporary = await emptyFolder();
const keys = await emptyFolder();
const identity = await generateX25519Identity();
await writeFile(join(keys, 'package.key'), `${identity}\n`, { mode: 0o600 });

/** Everybody whose work comes past what is of members. */
const ids = await (async () => {
  const store = await storeOf(stateDirectory);
  const people = new People({ store, keyring: new Keyring(await loadKeys(stateDirectory)), clock: () => new Date() });
  const manager = { subject: 'test', manages: () => true };
  await people.createOrganisation(manager, { kind: 'plan', id: 'plan-staff', name: 'The plan', plans: [planId] });
  const provider = { name: 'Harbor Care Collective', billingProviderNpis: [sampleNpi], delegate: null };
  await people.createOrganisation(manager, {
    ...{ kind: 'provider', id: 'harbor-care', plans: [planId], part2Program: false, ...provider },
  });
  const invite = async (organisation: string, role: 'biller' | 'planStaff' | 'planAdmin' | 'auditor') =>
    (await people.invite(manager, organisation, { role, name: 'Somebody', email: `${role}@example.org` })).personId;
  const made = {
    biller: await invite('harbor-care', 'biller'),
    staff: await invite('plan-staff', 'planStaff'),
    boss: await invite('plan-staff', 'planAdmin'),
    auditor: await invite('plan-staff', 'auditor'),
  };
  await store.updateTable('person').set({ password_hash: 'none' }).execute();
  await store.destroy();
  return made;
})();
type Who = keyof typeof ids;

const endpoint = await start(stateDirectory, {
  directory: 'stored',
  options: ['--package-key', join(keys, 'package.key')],
  environment: { TMPDIR: temporary },
});
const tokens = new Map<Who, string>();
for (const who of Object.keys(ids) as Who[]) tokens.set(who, await endpoint.tokenFor(ids[who]));

// Everything that the endpoint does is asked for once, on a machine that may be busy.
jest.setTimeout(300_000);

interface Asked {
  readonly status: number;
  readonly body: string;
}

const answers: string[] = [];

/** What is sent, and whether the answer is for eyes that may see members: then it is not among those looked through. */
interface Request {
  readonly type?: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isOpen?: boolean;
}

/** Sends a request of somebody and keeps what comes back. */
async function ask(who: Who, path: string, request: Request = {}): Promise<Asked> {
  const { type = 'application/json', body, headers = {}, isOpen = false } = request;
  const response = await fetch(`${endpoint.url}/v1${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body }),
    headers: { authorization: `Bearer ${tokens.get(who) ?? ''}`, 'content-type': type, ...headers },
  });
  const text = await response.text();
  if (!isOpen) answers.push(text);
  answers.push(JSON.stringify(Object.fromEntries(response.headers)));
  return { status: response.status, body: text };
}

const waiting = { prefer: 'wait=60' };
const member = { memberLastName: canary, memberFirstName: canary, memberAddress: `1 ${canary}`, memberCity: canary };
const paid = { ...member, invoiceNumber: '4100000001', memberCin: '90000001S' };
const sent = envelope([line('a', paid), line('b', { ...member, invoiceNumber: '4100000002', memberCin: '90000002S' })]);
const packed = envelope([line('a', { ...member, invoiceNumber: '4100000003', memberCin: '90000003S' })]);
let submissionId = '';

function stateOf({ body }: Asked) {
  const status = submissionStatusSchema.parse(JSON.parse(body));
  if (status.state !== 'checked') throw new Error(status.state);
  submissionId = status.submissionId;
  return status.result.invoices.map(({ state }) => state);
}

test('a workbook and a sealed package with the canary are taken in, checked and accepted', async () => {
  const contents = sampleContents(sampleProfile);
  const members = contents.members.map((each) => ({ ...each, memberLastName: canary, memberFirstName: canary }));
  const entries = contents.entries.slice(0, 20);
  const workbook = await filledTemplateFile(sampleProfile, addIn, { ...contents, members, entries }, 100);
  const type = 'application/octet-stream';
  const file = await ask('biller', '/submissions', { type, body: new Uint8Array(workbook), headers: waiting });
  expect([file.status, new Set(stateOf(file))]).toEqual([201, new Set(['accepted'])]);

  const day = civilDateAt(new Date(), planTimeZone);
  const { bytes } = await sealPackage(packed, await identityToRecipient(identity), day);
  const sealed = await ask('biller', '/submissions', { type, body: new Uint8Array(bytes), headers: waiting });
  expect([sealed.status, stateOf(sealed)]).toEqual([201, ['accepted']]);
});

test('accepted and decided, with the canary in reasons and numbers, it is written, downloaded and answered', async () => {
  const headers = { ...waiting, 'idempotency-key': await keyOf(sent) };
  const received = await ask('biller', '/submissions', { body: JSON.stringify(sent), headers });
  expect([received.status, stateOf(received)]).toEqual([201, ['accepted', 'accepted']]);

  const [year = '', month = '', date = ''] = isoDate(civilDateAt(new Date(), planTimeZone)).split('-');
  const today = [month, date, year].join('/');
  const list = [
    'Invoice Number,Line,Status,Decision Date,Paid Amount,Adjustments,Reason,Plan Claim Number',
    `4100000001,1,paid,${today},45.00,,Paid for ${canary},${canary}`,
    `4100000002,1,denied,${today},0,CO-197 45.00,${canary} is not ours,${canary}2`,
  ].join('\n');
  expect((await ask('staff', '/adjudications', { type: 'text/csv', body: list })).status).toBe(200);
  const faulty = list.replace('4100000001,1,paid', `${canary},${canary},${canary}`);
  expect((await ask('staff', '/adjudications', { type: 'text/csv', body: faulty })).status).toBe(422);

  const payments = paymentFile(
    ...[`BPR*I*90*C*ACH************${year}${month}${date}`, 'TRN*1*1', `N1*PE*HARBOR*XX*${sampleNpi}`, 'LX*1'],
    ...['4100000003', canary].flatMap((number) => [
      ...[`CLP*${number}*1*45*45**MC*${canary}3`, `NM1*QC*1*${canary}*${canary}`],
      ...['SVC*HC:H2038:U6*45*45**1', `REF*6R*${number}-1`],
    ]),
  );
  const loaded = await ask('staff', '/adjudications', { type: 'application/edi-x12', body: payments });
  expect([loaded.status, JSON.parse(loaded.body)]).toMatchObject([200, { changed: 1 }]);

  const made = await ask('staff', '/encounters?usage=P', { body: '{}' });
  const [file] = encountersMadeSchema.parse(JSON.parse(made.body)).files;
  expect(made.status).toBe(201);
  const written = await ask('staff', `/encounters/${file?.id ?? ''}`, { isOpen: true });
  expect(written.body).toContain(canary.toUpperCase());
  expect((await ask('staff', `/encounters/${file?.id ?? ''}/report.csv`)).status).toBe(200);

  const number = String(file?.controlNumber ?? 0);
  const batch = `B${number.padStart(9, '0')}0001`;
  const status = statusFile(
    ...['BHT*0085*08*1*20261210*1200*TH', 'HL*1**20*1', 'NM1*PR*2*DHCS*****PI*DHCSTEST', 'TRN*1*1'],
    ...['DTP*050*D8*20261210', 'DTP*009*D8*20261210', 'HL*2*1*21*1', 'NM1*41*2*PLAN*****46*SHP001'],
    ...[`TRN*2*${batch}`, 'STC*A1:19:PR*20261210*WQ*90', 'HL*3*2*19*1', `NM1*85*2*HARBOR*****XX*${sampleNpi}`],
    ...['HL*4*3*PT', `NM1*QC*1*${canary}*${canary}****MI*90000001S`, 'TRN*2*4100000001', 'STC*A2:20*20261210*WQ*45'],
    ...[`REF*1K*${canary}1`, 'DTP*472*D8*20261016'],
    ...['HL*5*3*PT', `NM1*QC*1*${canary}*${canary}****MI*90000002S`, 'TRN*2*4100000002', 'STC*A7:562:85*20261210*U*45'],
    'DTP*472*D8*20261016',
  );
  const x12 = { type: 'application/edi-x12' };
  const answered = await ask('staff', '/acknowledgements', { ...x12, body: status });
  expect([answered.status, JSON.parse(answered.body)]).toMatchObject([200, { accepted: 1, rejected: 1 }]);
  const other = implementationFile(`AK1*HC*${number}*005010X222A1`, `AK2*837*${canary}`, 'IK5*A', 'AK9*A*1*1*1');
  expect((await ask('staff', '/acknowledgements', { ...x12, body: other })).status).toBeLessThan(500);
  expect((await ask('staff', '/acknowledgements', { ...x12, body: `${canary}${status}` })).status).toBeLessThan(500);
  expect((await ask('staff', '/acknowledgements', { ...x12, body: `${canary} is no X12` })).status).toBe(422);
  expect((await ask('staff', '/acknowledgements', { ...x12, body: status.slice(0, -200) })).status).toBeLessThan(500);
});

test('what is read by those who may, and told, is told without it', async () => {
  const history = await ask('staff', '/invoices/4100000002', { isOpen: true });
  expect(history.body).toContain(canary);
  expect((await ask('biller', '/invoices')).status).toBe(200);
  expect((await ask('biller', `/submissions/${submissionId}/errors.xlsx`)).status).toBeLessThan(500);
  const reason = { reason: 'complaint', words: `${canary} complains of a denial` };
  const path = `/submissions/${submissionId}`;
  expect((await ask('auditor', `${path}/emergency-access`, { body: JSON.stringify(reason) })).status).toBe(201);
  expect((await ask('auditor', `${path}/envelope`, { isOpen: true })).body).toContain(canary);
  expect((await ask('boss', '/emergency-accesses', { isOpen: true })).body).toContain(canary);
  expect((await ask('auditor', `${path}/audit`)).status).toBe(200);
  expect((await ask('auditor', path)).status).toBe(403);
});

test.each<[string, number, Who, string, Request]>([
  [
    'a reason that is none',
    400,
    'auditor',
    '/emergency-access',
    { body: JSON.stringify({ reason: canary, words: canary }) },
  ],
  ['a reason that is no JSON', 400, 'auditor', '/emergency-access', { body: `{${canary}` }],
  [
    'a reason of another type',
    415,
    'auditor',
    '/emergency-access',
    { body: canary, type: `text/${canary.toLowerCase()}` },
  ],
])('%s is refused with %i', async (_, status, who, path, request) => {
  expect((await ask(who, `/submissions/${submissionId}${path}`, request)).status).toBe(status);
});

test.each<[string, number, Who, string, Request]>([
  ['an invitation that is no JSON', 400, 'boss', '/organisations/harbor-care/people', { body: `{"email":"${canary}` }],
  [
    'a person of no role',
    400,
    'boss',
    '/organisations/harbor-care/people',
    { body: JSON.stringify({ role: canary, [canary]: 1 }) },
  ],
  ['an organization that is none', 404, 'boss', `/organisations/${canary}/people`, {}],
  ['a system that is none', 404, 'boss', `/systems/${canary}/disabled`, { body: '{}' }],
  ['an invitation of nobody', 404, 'boss', `/people/${canary}/invitation`, { body: '{}' }],
  ['encounters of no usage', 400, 'staff', `/encounters?usage=${canary}`, { body: '{}' }],
  ['encounters of no plan', 403, 'staff', `/encounters?usage=T&plan=${canary}`, { body: '{}' }],
  ['an encounter file that is none', 404, 'staff', `/encounters/${canary}`, {}],
  ['decisions of another type', 415, 'staff', '/adjudications', { body: canary, type: 'application/json' }],
  ['an invoice of no number', 404, 'staff', `/invoices/${canary}`, {}],
  ['invoices of no state', 400, 'staff', `/invoices?state=${canary}&before=${canary}`, {}],
])('%s is refused with %i', async (_, status, who, path, request) => {
  expect((await ask(who, path, request)).status).toBe(status);
});

test('a sign-in and an invitation that are none are refused', async () => {
  for (const path of [`/oidc/invitation/${canary}`, `/oidc/sign-in/${canary}`, `/oidc/token?${canary}`]) {
    const response = await fetch(endpoint.url + path, { headers: { cookie: `${canary}=${canary}` } });
    answers.push(await response.text());
    expect(response.status).toBeGreaterThanOrEqual(400);
  }
});

const next = (invoiceNumber: string) =>
  envelope([line('a', { ...member, invoiceNumber, memberCin: `9${invoiceNumber.slice(-7)}S` })]);

/** Sends another submission of the same member. */
async function sendNext(invoiceNumber: string): Promise<Asked> {
  const sending = next(invoiceNumber);
  const headers = { 'idempotency-key': await keyOf(sending) };
  return ask('biller', '/submissions', { body: JSON.stringify(sending), headers });
}

test.each([
  ['invoice', '/invoices/4100000002', 'staff'],
  ['audit_entry', '/invoices/4100000002', 'staff'],
  ['emergency_access', '/emergency-accesses', 'boss'],
  ['encounter_file', '/encounters', 'staff'],
  ['organisation', '/organisations', 'boss'],
] as const)('a database that fails at %s is said without what it holds', async (table, path, who) => {
  const store = await storeOf(stateDirectory);
  await sql`ALTER TABLE ${sql.table(table)} RENAME TO hidden`.execute(store);
  try {
    expect((await ask(who, path)).status).toBe(500);
    expect([200, 201, 500]).toContain((await sendNext('4100000050')).status);
    const decisions = `Invoice Number,Status,Decision Date,Paid Amount\n4100000001,denied,${canary},${canary}`;
    expect((await ask('staff', '/adjudications', { type: 'text/csv', body: decisions })).status).toBeGreaterThanOrEqual(
      400,
    );
    expect((await ask('staff', '/encounters?usage=T', { body: '{}' })).status).toBeLessThan(600);
  } finally {
    await sql`ALTER TABLE hidden RENAME TO ${sql.table(table)}`.execute(store);
    await store.destroy();
  }
});

test('a database that does not answer in time is said without what was to be stored', async () => {
  const store = await storeOf(stateDirectory);
  await store.transaction().execute(async (transaction) => {
    // The endpoint's own sessions are let go of when they hold something and say nothing; this one is to stay.
    if (onPostgres) await sql`SET LOCAL idle_in_transaction_session_timeout = 0`.execute(transaction);
    // What a long backup or a stuck session does: nobody else writes meanwhile.
    await (onPostgres
      ? sql`LOCK TABLE submission IN ACCESS EXCLUSIVE MODE`.execute(transaction)
      : sql`UPDATE submission SET attempt = attempt`.execute(transaction));
    expect((await sendNext('4100000060')).status).toBe(503);
  });
  await store.destroy();
}, 300_000);

test('who hangs up amid a body is answered by nobody, and nothing of it stays', async () => {
  const { port, hostname } = new URL(endpoint.url);
  const socket = connectSocket(Number(port), hostname);
  await once(socket, 'connect');
  const head = ['POST /v1/submissions HTTP/1.1', 'host: localhost', 'content-type: text/csv', 'content-length: 100000'];
  socket.write(`${head.join('\r\n')}\r\nauthorization: Bearer ${tokens.get('biller') ?? ''}\r\n\r\n${canary}`);
  const flushed = once(socket, 'finish');
  socket.end();
  await flushed;
  socket.destroy();
  expect((await ask('biller', '/invoices')).status).toBe(200);
});

test('it stands in no answer, no log, no metric, and no byte of the database, its logs, its backup or what is temporary', async () => {
  await expectNowhere(canary, { stateDirectory, endpoint, answers, temporary });
});
