import { base64url } from '../../../src/taskpane/sign-in/encoding.ts';
import { newAuthorizationRequest } from '../../../src/taskpane/sign-in/authorization-code.ts';
import { exchangeCode } from '../../../src/taskpane/sign-in/issuer.ts';

const client = {
  issuer: 'https://plan.example/oidc',
  clientId: 'pane',
  scope: 'openid',
  resource: 'https://plan.example',
};
const metadata = { authorizationEndpoint: 'https://plan.example/a', tokenEndpoint: 'https://plan.example/t' };
const page = 'https://pane.example/sign-in.html';
const now = 1_800_000_000_000;
const request = await newAuthorizationRequest();
const right = { iss: client.issuer, aud: client.clientId, exp: now / 1000 + 60, nonce: request.nonce };

const part = (value: unknown): string => base64url(new TextEncoder().encode(JSON.stringify(value)));
const tokens = (claims: unknown, change: object = {}): object => ({
  access_token: 'secret',
  token_type: 'Bearer',
  expires_in: 900,
  id_token: `${part({ alg: 'ES256' })}.${part(claims)}.signature`,
  ...change,
});

const exchange = (body: object) =>
  exchangeCode('code', metadata, client, page, request, now, () => Promise.resolve(Response.json(body)));

test('a token is used until shortly before its end', async () => {
  expect(await exchange(tokens(right))).toEqual({ token: 'secret', usableUntil: now + 870_000 });
  expect(await exchange(tokens({ ...right, aud: ['other', 'pane'] }))).not.toBeNull();
});

test.each<[string, object]>([
  ['another issuer', tokens({ ...right, iss: 'https://thief.example' })],
  ['another audience', tokens({ ...right, aud: 'other' })],
  ['another sign-in', tokens({ ...right, nonce: 'other' })],
  ['an ID token that has ended', tokens({ ...right, exp: now / 1000 - 1 })],
  ['an ID token that is none', tokens(right, { id_token: 'a.b' })],
  ['no ID token', tokens(right, { id_token: undefined })],
  ['another kind of token', tokens(right, { token_type: 'DPoP' })],
  ['a refusal', { error: 'invalid_grant' }],
])('%s is no sign-in', async (_, body) => {
  expect(await exchange(body)).toBeNull();
});
