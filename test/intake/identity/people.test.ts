import { TOTP } from 'otpauth';
import { decodeJwt } from 'jose';
import { peopleCommand } from '../../../src/cli/people.ts';
import type { Endpoint } from '../../../src/intake/endpoint.ts';
import { invitationAddress } from '../../../src/intake/identity/invitation-routes.ts';
import { People } from '../../../src/intake/identity/people.ts';
import { loadKeys } from '../../../src/intake/keys.ts';
import { organisationAudit } from '../../../src/intake/store/audit-entries.ts';
import { Keyring } from '../../../src/intake/store/seal.ts';
import { scopes, senderScope } from '../../../src/submission/scopes.ts';
import {
  authorizationAddress,
  newAuthorizationRequest,
  readPageCall,
} from '../../../src/taskpane/sign-in/authorization-code.ts';
import { exchangeCode, readIssuer } from '../../../src/taskpane/sign-in/issuer.ts';
import { sampleProfile } from '../../submission/connections.ts';
import { printedBy } from '../../support/printed-by.ts';
import { Browser } from '../browser.ts';
import { databaseOf, storeOf } from '../database.ts';
import { afterTests, emptyFolder, get, redirectUri, running, signedIn } from '../running.ts';

let now = new Date('2026-11-24T20:00:00Z');
const clock = (): Date => now;
const later = (seconds: number): void => {
  now = new Date(now.getTime() + seconds * 1000);
};

const stateDirectory = await emptyFolder();
const endpoint = await running({ stateDirectory, clock, identity: { kind: 'embedded', directory: 'stored' } });
const store = await storeOf(stateDirectory);
afterTests(() => store.destroy());
const keyring = new Keyring(await loadKeys(stateDirectory));
const people = new People({ store, keyring, clock });
const everybody = { subject: 'test', manages: () => true };
await people.createOrganisation(everybody, {
  ...{ kind: 'provider', id: 'care', name: 'Care', plans: [sampleProfile.id], delegate: null },
  billingProviderNpis: ['1291417776'],
  part2Program: false,
});

const password = 'a sentence to remember';

interface Person {
  readonly id: string;
  readonly email: string;
  readonly address: string;
}

let count = 0;

async function invited(role: 'biller' | 'providerAdmin' = 'biller'): Promise<Person> {
  const email = `person-${String((count += 1))}@care.example`;
  const { personId, token } = await people.invite(everybody, 'care', { email, name: 'A person', role });
  return { id: personId, email, address: invitationAddress(endpoint.url, token) };
}

/** The secret on the page of an invitation, as the app reads it and as the form sends it. */
function secretsOf(html: string): { secret: string; sealed: string } {
  const [, secret = ''] = /<code>([^<]+)<\/code>/.exec(html) ?? [];
  const [, sealed = ''] = /name="secret" value="([^"]+)"/.exec(html) ?? [];
  return { secret: secret.replaceAll(' ', ''), sealed };
}

const codeOf = (secret: string): string => new TOTP({ secret }).generate({ timestamp: now.getTime() });

/** Uses an invitation. @returns the secret of the authenticator app */
async function setUp({ address }: Person): Promise<string> {
  const browser = new Browser(endpoint.url);
  const { secret, sealed } = secretsOf(await (await browser.open(address)).response.text());
  const form = { password, repeated: password, secret: sealed, code: codeOf(secret) };
  const { response } = await browser.send(address, form);
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('Your account is ready')]);
  return secret;
}

/** Signs in on the page. @returns the status of the page where it did not work, else an access token */
async function signIn(
  at: Endpoint,
  credentials: { email: string; password: string; code: string },
  scope = senderScope,
): Promise<number | string> {
  const issuer = await readIssuer(at.facts.issuer, fetch);
  if (issuer === null) throw new Error('No issuer');
  const request = await newAuthorizationRequest();
  const client = { ...at.facts, scope: `openid profile ${scope}`, resource: at.facts.audience };
  const browser = new Browser(at.url);
  const { address } = await browser.open(
    authorizationAddress(issuer.authorizationEndpoint, client, redirectUri, request),
  );
  const answer = await browser.send(address, { ...credentials, choice: 'sign-in' });
  if (!answer.address.startsWith(redirectUri)) return answer.response.status;
  const call = readPageCall(new URL(answer.address).search);
  if (call.kind !== 'answer' || call.answer.kind !== 'code') throw new Error(call.kind);
  const token = await exchangeCode(call.answer.code, issuer, client, redirectUri, request, Date.now(), fetch);
  return token?.token ?? 0;
}

const invoicesWith = async (token: string | number): Promise<number> =>
  (await get(endpoint, String(token), '/v1/invoices')).status;

test('an invited person sets the account up, signs in with password and code, and has the role', async () => {
  const person = await invited();
  const secret = await setUp(person);
  later(30);
  const token = await signIn(endpoint, { email: person.email.toUpperCase(), password, code: codeOf(secret) });
  expect(decodeJwt(String(token))).toMatchObject({ sub: person.id, organisation: 'care', account: person.email });
  expect(await invoicesWith(token)).toBe(200);
  const actions = (await organisationAudit(store, 'care')).filter(({ detail, actor }) =>
    [detail, actor].some((text) => text.includes(person.id)),
  );
  expect(actions.map(({ action }) => action)).toEqual(['invited', 'accountSetUp', 'signedIn']);
});

test('a code counts once, and so does the one that set the account up', async () => {
  const person = await invited();
  const secret = await setUp(person);
  const credentials = { email: person.email, password, code: codeOf(secret) };
  expect(await signIn(endpoint, credentials)).toBe(401);
  later(30);
  const next = { ...credentials, code: codeOf(secret) };
  expect(await signIn(endpoint, next)).not.toBe(401);
  expect(await signIn(endpoint, next)).toBe(401);
  // A code of the step before, which was not used, is older than the one that was.
  later(-30);
  const older = { ...credentials, code: codeOf(secret) };
  later(30);
  expect(await signIn(endpoint, older)).toBe(401);
});

test.each<[string, Partial<{ email: string; password: string; code: string }>]>([
  ['another password', { password: 'another sentence here' }],
  ['no code', { code: '' }],
  ['another code', { code: '000000' }],
  ['an address that is not there', { email: 'nobody@care.example' }],
])('%s gets the same page as any other fault', async (_, change) => {
  const person = await invited();
  const secret = await setUp(person);
  later(30);
  expect(await signIn(endpoint, { email: person.email, password, code: codeOf(secret), ...change })).toBe(401);
});

test('after five wrong tries the right one does not count for a quarter of an hour', async () => {
  const person = await invited();
  const secret = await setUp(person);
  later(30);
  const right = () => ({ email: person.email, password, code: codeOf(secret) });
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await signIn(endpoint, { ...right(), password: 'not the right one' })).toBe(401);
  }
  expect(await signIn(endpoint, right())).toBe(401);
  later(15 * 60 - 1);
  expect(await signIn(endpoint, right())).toBe(401);
  later(2);
  expect(await invoicesWith(await signIn(endpoint, right()))).toBe(200);
  expect((await organisationAudit(store, 'care')).map(({ action }) => action)).toContain('locked');
});

test('whoever is disabled has no token and no session any more, and none again until let in', async () => {
  const person = await invited();
  const secret = await setUp(person);
  later(30);
  const token = await signIn(endpoint, { email: person.email, password, code: codeOf(secret) });
  expect(await invoicesWith(token)).toBe(200);
  await people.setDisabled(everybody, person.id, true);
  expect(await invoicesWith(token)).toBe(401);
  later(30);
  expect(await signIn(endpoint, { email: person.email, password, code: codeOf(secret) })).toBe(401);
  await people.setDisabled(everybody, person.id, false);
  expect(await invoicesWith(token)).toBe(200);
});

test('who is invited again is out until the new invitation is used, and the old secret is of no use', async () => {
  const person = await invited();
  const old = await setUp(person);
  later(30);
  const token = await signIn(endpoint, { email: person.email, password, code: codeOf(old) });
  const again = await people.inviteAgain(everybody, person.id);
  expect(await invoicesWith(token)).toBe(401);
  const secret = await setUp({ ...person, address: invitationAddress(endpoint.url, again.token) });
  expect(secret).not.toBe(old);
  later(30);
  expect(await signIn(endpoint, { email: person.email, password, code: codeOf(old) })).toBe(401);
  expect(await invoicesWith(await signIn(endpoint, { email: person.email, password, code: codeOf(secret) }))).toBe(200);
});

test('an invitation works once, for a week, and not for whoever was disabled meanwhile', async () => {
  const browser = new Browser(endpoint.url);
  const statusOf = async ({ address }: Person) => (await browser.open(address)).response.status;
  const used = await invited();
  await setUp(used);
  expect(await statusOf(used)).toBe(404);
  const late = await invited();
  const disabled = await invited();
  await people.setDisabled(everybody, disabled.id, true);
  expect(await statusOf(disabled)).toBe(404);
  later(7 * 24 * 3600 - 1);
  expect(await statusOf(late)).toBe(200);
  later(1);
  expect(await statusOf(late)).toBe(404);
  expect((await browser.send(late.address, { password })).response.status).toBe(404);
  expect(await statusOf({ ...late, address: invitationAddress(endpoint.url, 'guessed') })).toBe(404);
});

test.each<[string, Record<string, string>, string]>([
  ['a short password', { password: 'short', repeated: 'short' }, 'at least 12 characters'],
  ['two passwords', { repeated: 'another sentence here' }, 'not the same'],
  ['a wrong code', { code: '000000' }, 'code is not right'],
  ['no secret of ours', { secret: 'nonsense' }, 'code is not right'],
])('%s is said on the page, which keeps the key that the app has by now', async (_, change, words) => {
  const { address } = await invited();
  const browser = new Browser(endpoint.url);
  const first = secretsOf(await (await browser.open(address)).response.text());
  const form = { password, repeated: password, secret: first.sealed, code: codeOf(first.secret), ...change };
  const { response } = await browser.send(address, form);
  const html = await response.text();
  expect(response.status).toBe(422);
  expect(html).toContain('role="alert"');
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain(words);
  expect(html).not.toContain(password);
  if (change['secret'] === undefined) expect(secretsOf(html).secret).toBe(first.secret);
});

test('the pages are in the language of the browser, run no script and may not be framed', async () => {
  const { address } = await invited();
  const { response } = await new Browser(endpoint.url, 'es-MX,es;q=0.9,en;q=0.8').open(address);
  const html = await response.text();
  expect(html).toContain('<html lang="es">');
  expect(html).toContain('Elija una contraseña');
  expect(html).not.toContain('<script');
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('signing out ends the session of the browser', async () => {
  const person = await invited();
  const secret = await setUp(person);
  later(30);
  const issuer = await readIssuer(endpoint.facts.issuer, fetch);
  const client = { ...endpoint.facts, scope: `openid ${senderScope}`, resource: endpoint.facts.audience };
  const browser = new Browser(endpoint.url);
  const begin = async () =>
    browser.open(
      authorizationAddress(issuer?.authorizationEndpoint ?? '', client, redirectUri, await newAuthorizationRequest()),
    );
  const { address } = await begin();
  await browser.send(address, { email: person.email, password, code: codeOf(secret), choice: 'sign-in' });
  expect((await begin()).address.startsWith(redirectUri)).toBe(true);
  const asked = await browser.open(`${endpoint.facts.issuer}/session/end`);
  const html = await asked.response.text();
  expect(html).toContain('Do you want to sign out');
  const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(html) ?? [];
  const out = await browser.send(`${endpoint.facts.issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
  expect(await out.response.text()).toContain('You are signed out');
  expect((await begin()).address.startsWith(redirectUri)).toBe(false);
});

test('a system signs in with the secret that was told once, until it is disabled', async () => {
  const clientSecret = await people.createClient(everybody, 'care', 'care-system');
  const { token } = await signedIn(endpoint, { clientId: 'care-system', clientSecret });
  expect(await invoicesWith(token)).toBe(200);
  await people.disableClient(everybody, 'care-system');
  expect(await invoicesWith(token)).toBe(401);
  await expect(signedIn(endpoint, { clientId: 'care-system', clientSecret })).rejects.toThrow('refused');
});

test('an administrator of a provider invites through the endpoint, and hands the link over', async () => {
  const admin = await invited('providerAdmin');
  const secret = await setUp(admin);
  later(30);
  const token = await signIn(endpoint, { email: admin.email, password, code: codeOf(secret) }, scopes.manage);
  const response = await fetch(`${endpoint.url}/v1/organisations/care/people`, {
    method: 'POST',
    body: JSON.stringify({ email: 'new@care.example', name: 'New', role: 'biller' }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${String(token)}` },
  });
  expect(response.status).toBe(201);
  const body = (await response.json()) as { invitation: { address: string }; personId: string };
  await setUp({ id: body.personId, email: 'new@care.example', address: body.invitation.address });
});

async function command(...commandLine: string[]) {
  const address = (await databaseOf(stateDirectory))?.secret();
  const database = address === undefined ? [] : ['--database', address];
  return printedBy(() => peopleCommand([...commandLine, '--state', stateDirectory, ...database]));
}

test('the first administrator of a plan comes from the command line', async () => {
  const plan = ['--organization', 'plan-staff', '--name', 'The plan', '--kind', 'plan', '--plan', sampleProfile.id];
  expect(await command('add-organization', ...plan)).toEqual({ status: 0, stdout: '', stderr: '' });
  const { stdout } = await command(
    ...['invite', '--organization', 'plan-staff', '--email', 'Boss@plan.example', '--name', 'Boss'],
    ...['--role', 'planAdmin', '--public-url', endpoint.url],
  );
  const [address = ''] = stdout.split('\n');
  // The command's clock is the real one, and so has the endpoint's to be for its link.
  now = new Date();
  const secret = await setUp({ id: '', email: 'boss@plan.example', address });
  later(30);
  const code = codeOf(secret);
  const token = await signIn(endpoint, { email: 'boss@plan.example', password, code }, scopes.manage);
  const response = await get(endpoint, String(token), '/v1/organisations');
  expect(await response.text()).toContain('"id":"care"');
  expect((await command('list', '--organization', 'plan-staff')).stdout).toBe(
    'boss@plan.example\tplanAdmin\tactive\tBoss\n',
  );
  expect((await command('disable', '--email', 'boss@plan.example')).status).toBe(0);
  expect((await get(endpoint, String(token), '/v1/organisations')).status).toBe(401);
});

test.each<[string, string[], string]>([
  ['no order', [], 'say what to do'],
  ['an unknown order', ['rule'], 'say what to do'],
  [
    'a role of another kind',
    [
      'invite',
      '--organization',
      'care',
      '--email',
      'x@care.example',
      '--name',
      'X',
      '--role',
      'planAdmin',
      '--public-url',
      'https://x.example',
    ],
    'does not have that role',
  ],
  ['an email address that is none', ['disable', '--email', 'x'], '--email is not of its form'],
  ['nobody', ['disable', '--email', 'nobody@care.example'], 'there is no such'],
  [
    'an organization without a kind',
    ['add-organization', '--organization', 'x', '--name', 'X', '--plan', 'a'],
    '--kind is provider',
  ],
])('%s ends with 2 and one line', async (_, commandLine, words) => {
  const { status, stdout, stderr } = await command(...commandLine);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain(words);
});
