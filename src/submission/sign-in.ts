import * as z from 'zod';
import type { PlanConnection } from './connection.ts';

/** What a person must be allowed to do in order to send and to read the outcome. */
const scope = 'openid profile submissions:write submissions:read';

/** A sign-in that has begun: kept in memory until the answer comes. */
export interface PendingSignIn {
  /** Page of the issuer to open. */
  readonly url: string;
  /** Ties the answer to this sign-in. */
  readonly state: string;
  /** PKCE: proves at the token endpoint who began. */
  readonly verifier: string;
  readonly redirectUri: string;
}

/** Outcome of a sign-in. */
export type SignInOutcome =
  | {
      readonly kind: 'signedIn';
      /** Access token, for memory only. */
      readonly token: string;
      /** Seconds for which it is good. */
      readonly expiresIn: number;
      /** Who is signed in, to be shown; null where the issuer does not say. */
      readonly account: { readonly name: string; readonly email: string | null } | null;
    }
  /** The person cancelled, or the issuer refused. `code` is one of OAuth's. */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unreachable' };

const discoverySchema = z.object({ issuer: z.string(), authorization_endpoint: z.url(), token_endpoint: z.url() });
const tokenSchema = z.object({ access_token: z.string(), expires_in: z.int().positive(), id_token: z.string().optional() });
const refusalSchema = z.object({ error: z.string().regex(/^[a-z_]{1,64}$/) });
const idTokenSchema = z.object({ name: z.string(), email: z.string().optional() });

/**
 * Begins a sign-in: authorization code with PKCE (RFC 7636, S256).
 *
 * @param redirectUri page of the pane, registered at the issuer, that reads the answer.
 * @returns null where the issuer cannot be reached.
 */
export async function beginSignIn(
  connection: PlanConnection,
  redirectUri: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<PendingSignIn | null> {
  const discovered = await discover(connection, fetch);
  if (discovered === null) return null;
  const state = randomText();
  const verifier = randomText();
  const url = new URL(discovered.authorization_endpoint);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: connection.clientId,
    redirect_uri: redirectUri,
    resource: connection.audience,
    scope,
    state,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
  }).toString();
  return { url: url.href, state, verifier, redirectUri };
}

/**
 * Ends a sign-in with the address to which the issuer returned.
 *
 * @param returned the whole address of the redirect page, with its query.
 */
export async function finishSignIn(
  connection: PlanConnection,
  pending: PendingSignIn,
  returned: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<SignInOutcome> {
  const answer = new URL(returned).searchParams;
  // An answer to another sign-in, or one that somebody else began, is none.
  if (answer.get('state') !== pending.state) return { kind: 'refused', code: 'state_mismatch' };
  const code = answer.get('code');
  if (code === null) return { kind: 'refused', code: refusalCode({ error: answer.get('error') }) };
  return requestToken(connection, fetch, {
    grant_type: 'authorization_code',
    client_id: connection.clientId,
    code,
    redirect_uri: pending.redirectUri,
    code_verifier: pending.verifier,
  });
}

/** Signs in a system without a person: client credentials (RFC 6749, section 4.4). */
export function signInMachine(
  connection: PlanConnection,
  client: { readonly clientId: string; readonly clientSecret: string },
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<SignInOutcome> {
  const credentials = `${encodeURIComponent(client.clientId)}:${encodeURIComponent(client.clientSecret)}`;
  return requestToken(
    connection,
    fetch,
    {
      grant_type: 'client_credentials',
      resource: connection.audience,
      scope: scope.split(' ').slice(2).join(' '),
    },
    `Basic ${btoa(credentials)}`,
  );
}

async function requestToken(
  connection: PlanConnection,
  fetch: typeof globalThis.fetch,
  parameters: Record<string, string>,
  authorization?: string,
): Promise<SignInOutcome> {
  const discovered = await discover(connection, fetch);
  if (discovered === null) return { kind: 'unreachable' };
  const answer = await fetchJson(fetch, discovered.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams(parameters),
    headers: authorization === undefined ? {} : { authorization },
  });
  if (answer === null) return { kind: 'unreachable' };
  const granted = tokenSchema.safeParse(answer);
  if (!granted.success) return { kind: 'refused', code: refusalCode(answer) };
  const { access_token: token, expires_in: expiresIn, id_token: idToken } = granted.data;
  return { kind: 'signedIn', token, expiresIn, account: idToken === undefined ? null : accountOf(idToken) };
}

/** The issuer's addresses. A document that names another issuer is not believed (RFC 8414, section 3.3). */
async function discover(connection: PlanConnection, fetch: typeof globalThis.fetch) {
  const url = `${connection.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = discoverySchema.safeParse(await fetchJson(fetch, url, { method: 'GET' }));
  return found.success && found.data.issuer === connection.issuer ? found.data : null;
}

async function fetchJson(fetch: typeof globalThis.fetch, url: string, init: RequestInit): Promise<unknown> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', credentials: 'omit', cache: 'no-store' });
    return await response.json();
  } catch {
    return null;
  }
}

function refusalCode(answer: unknown): string {
  const refusal = refusalSchema.safeParse(answer);
  return refusal.success ? refusal.data.error : 'server_error';
}

/** Name and address for the screen. The token came straight from the issuer by TLS; nothing is granted on its word. */
function accountOf(idToken: string): { name: string; email: string | null } | null {
  try {
    const payload = (idToken.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    const claims = idTokenSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return claims.success ? { name: claims.data.name, email: claims.data.email ?? null } : null;
  } catch {
    return null;
  }
}

async function challengeOf(verifier: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

/** 256 random bits. */
function randomText(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
