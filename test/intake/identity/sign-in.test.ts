import { decodeJwt } from 'jose';
import type { Endpoint } from '../../../src/intake/endpoint.ts';
import { demoAccount, demoDirectory, demoMachine } from '../../../src/intake/identity/demo-directory.ts';
import { FixedDirectory } from '../../../src/intake/identity/directory-file.ts';
import { signInMachine } from '../../../src/submission/machine-sign-in.ts';
import { senderScope } from '../../../src/submission/scopes.ts';
import { fetchReceipts, submit } from '../../../src/submission/client.ts';
import {
  authorizationAddress,
  newAuthorizationRequest,
  readPageCall,
  type AuthorizationRequest,
} from '../../../src/taskpane/sign-in/authorization-code.ts';
import { exchangeCode, readIssuer } from '../../../src/taskpane/sign-in/issuer.ts';
import { connect } from '../../submission/connections.ts';
import { Browser } from '../browser.ts';
import { envelope } from '../../submission/envelopes.ts';
import { emptyFolder, paneOrigin, redirectUri, running, signedIn } from '../running.ts';

const endpoint = await running();
const connection = await connect(endpoint.facts);
const client = {
  issuer: connection.issuer,
  clientId: connection.clientId,
  scope: `openid profile ${senderScope}`,
  resource: connection.audience,
};
const issuer = await readIssuer(connection.issuer, fetch);
if (issuer === null) throw new Error('The issuer does not describe itself');
const { authorizationEndpoint } = issuer;

async function begin(browser: Browser, request: AuthorizationRequest, change: Record<string, string> = {}) {
  const address = new URL(authorizationAddress(authorizationEndpoint, client, redirectUri, request));
  for (const [name, value] of Object.entries(change)) address.searchParams.set(name, value);
  return browser.open(address.href);
}

const right = { email: demoAccount.email, password: demoAccount.password, choice: 'sign-in' };

async function codeOf(address: string, request: AuthorizationRequest): Promise<string> {
  expect(address.startsWith(redirectUri)).toBe(true);
  const call = readPageCall(new URL(address).search);
  if (call.kind !== 'answer' || call.answer.kind !== 'code') throw new Error(call.kind);
  expect(call.answer.state).toBe(request.state);
  return Promise.resolve(call.answer.code);
}

test('a person signs in through the page, and the pane’s token sends', async () => {
  const browser = new Browser(endpoint.url);
  const request = await newAuthorizationRequest();
  const page = await begin(browser, request);
  expect(await page.response.text()).toContain('<h1>Sign in to Sample Health Plan</h1>');
  const code = await codeOf((await browser.send(page.address, right)).address, request);
  const token = await exchangeCode(code, issuer, client, redirectUri, request, Date.now(), fetch);
  if (token === null) throw new Error('No token');
  const outcome = await submit(envelope(), connection, { token: token.token });
  if (outcome.kind !== 'received') throw new Error(outcome.kind);
  expect(outcome.receipt.submitter).toEqual({ account: demoAccount.email, organisation: 'Harbor Care Collective' });
  expect(decodeJwt(token.token).exp).toBeLessThanOrEqual(Date.now() / 1000 + 15 * 60);
});

test('a session signs in again without a password; a code works once', async () => {
  const browser = new Browser(endpoint.url);
  const first = await begin(browser, await newAuthorizationRequest());
  await browser.send(first.address, right);
  const request = await newAuthorizationRequest();
  const code = await codeOf((await begin(browser, request)).address, request);
  expect(await exchangeCode(code, issuer, client, redirectUri, request, Date.now(), fetch)).not.toBeNull();
  expect(await exchangeCode(code, issuer, client, redirectUri, request, Date.now(), fetch)).toBeNull();
});

test('a code is of no use without the verifier', async () => {
  const browser = new Browser(endpoint.url);
  const request = await newAuthorizationRequest();
  const code = await codeOf((await browser.send((await begin(browser, request)).address, right)).address, request);
  const { verifier } = await newAuthorizationRequest();
  expect(await exchangeCode(code, issuer, client, redirectUri, { ...request, verifier }, Date.now(), fetch)).toBeNull();
});

test('a wrong password is said on the page, at the fields, without being repeated', async () => {
  const browser = new Browser(endpoint.url);
  const { address } = await begin(browser, await newAuthorizationRequest());
  const { response } = await browser.send(address, { ...right, password: 'wrong <script>' });
  const html = await response.text();
  expect(response.status).toBe(401);
  expect(html).toContain('role="alert"');
  expect(html).toContain('aria-describedby="error"');
  expect(html).not.toContain('wrong <script>');
});

test('cancelling returns to the pane without a code', async () => {
  const browser = new Browser(endpoint.url);
  const { address } = await begin(browser, await newAuthorizationRequest());
  const returned = await browser.send(address, { choice: 'cancel' });
  expect(readPageCall(new URL(returned.address).search)).toMatchObject({ answer: { kind: 'refused' } });
});

test.each([
  ['an address that is not registered', { redirect_uri: 'https://thief.example/' }],
  ['another client', { client_id: 'other' }],
])('%s gets an error page and no redirect', async (_, change) => {
  const { address, response } = await begin(new Browser(endpoint.url), await newAuthorizationRequest(), change);
  expect(address.startsWith(endpoint.url)).toBe(true);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('Sign-in did not work');
});

test.each([
  ['no PKCE', { code_challenge: '', code_challenge_method: '' }],
  ['plain PKCE', { code_challenge_method: 'plain' }],
  ['an implicit answer', { response_type: 'token' }],
])('%s is refused', async (_, change) => {
  const { address } = await begin(new Browser(endpoint.url), await newAuthorizationRequest(), change);
  expect(new URL(address).hash + new URL(address).search).toContain('error=');
});

test('another browser cannot take a sign-in over', async () => {
  const { address } = await begin(new Browser(endpoint.url), await newAuthorizationRequest());
  expect((await new Browser(endpoint.url).open(address)).response.status).toBe(400);
  expect((await new Browser(endpoint.url).send(address, right)).response.status).toBe(400);
});

/** Begins at another endpoint than the file's. */
async function beginAt(other: Endpoint, browser: Browser, request: AuthorizationRequest) {
  const address = authorizationAddress(
    `${other.facts.issuer}/auth`,
    { ...client, resource: other.facts.audience },
    redirectUri,
    request,
  );
  return browser.open(address);
}

test('a session outlives a restart', async () => {
  const stateDirectory = await emptyFolder();
  const before = await running({ stateDirectory });
  const browser = new Browser(before.url);
  await browser.send((await beginAt(before, browser, await newAuthorizationRequest())).address, right);
  await before.close();
  const after = await running({ stateDirectory, port: Number(new URL(before.url).port) });
  const request = await newAuthorizationRequest();
  expect(await codeOf((await beginAt(after, browser, request)).address, request)).not.toBe('');
});

test('tries are limited, for this account at this address', async () => {
  const strict = await running();
  const browser = new Browser(strict.url);
  const { address } = await beginAt(strict, browser, await newAuthorizationRequest());
  const tries: number[] = [];
  for (let count = 0; count < 11; count += 1) {
    tries.push((await browser.send(address, { ...right, password: 'wrong' })).response.status);
  }
  expect(tries).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  expect(await (await browser.send(address, right)).response.text()).toContain('Too many tries');
});

test('the page may not be framed, runs no script, and stays tied to the dialog that opened it', async () => {
  const { response } = await begin(new Browser(endpoint.url), await newAuthorizationRequest());
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`form-action 'self' ${paneOrigin}`);
  expect(policy).not.toContain('unsafe');
  expect(response.headers.get('x-frame-options')).toBe('DENY');
  expect(response.headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('the pane may exchange its code from its own origin, and no other page may', async () => {
  const ask = async (origin: string): Promise<string | null> => {
    const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: client.clientId, code: 'x' });
    const response = await fetch(issuer.tokenEndpoint, { method: 'POST', body, headers: { origin } });
    return response.headers.get('access-control-allow-origin');
  };
  expect(await ask(paneOrigin)).toBe(paneOrigin);
  expect(await ask('https://elsewhere.example')).toBeNull();
});

test('addresses of the issuer are its own, whatever host a caller names', async () => {
  const response = await fetch(`${connection.issuer}/.well-known/openid-configuration`, {
    headers: { 'x-forwarded-host': 'thief.example', 'x-forwarded-proto': 'https' },
  });
  expect(await response.text()).not.toContain('thief.example');
});

test('a machine with a wrong secret is refused', async () => {
  const outcome = await signInMachine(connection, { ...demoMachine, clientSecret: 'wrong' });
  expect(outcome).toEqual({ kind: 'refused', code: 'invalid_client' });
});

test('a token without the scope to send may not send, but may read', async () => {
  const scopeOfRead = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    if (init?.body instanceof URLSearchParams) init.body.set('scope', 'submissions:read');
    return fetch(input, init);
  };
  const outcome = await signInMachine(connection, demoMachine, scopeOfRead);
  if (outcome.kind !== 'signedIn') throw new Error(outcome.kind);
  const { token } = outcome;
  expect(await submit(envelope(), connection, { token })).toMatchObject({
    kind: 'refused',
    problem: { code: 'scope-missing' },
  });
  expect(await fetchReceipts(connection, '4100001001', { token })).toMatchObject({ kind: 'answered' });
});

test('a plan’s own issuer can take the place of the embedded one', async () => {
  // The other endpoint's issuer is as foreign as any: found by discovery, verified by its published keys.
  const { token } = await signedIn(endpoint);
  const relying = await running({
    stateDirectory: await emptyFolder(),
    identity: {
      kind: 'external',
      directory: new FixedDirectory(demoDirectory),
      issuer: {
        issuer: connection.issuer,
        audience: connection.audience,
        organisationClaim: 'organisation',
        roleClaim: 'roles',
        roleNames: new Map(),
        clientId: connection.clientId,
      },
    },
  });
  expect(relying.facts.issuer).toBe(connection.issuer);
  const outcome = await submit(envelope(), await connect(relying.facts), { token });
  expect(outcome.kind).toBe('received');
  const missing = await fetch(`${relying.url}/oidc/.well-known/openid-configuration`);
  expect(missing.status).toBe(404);
});
