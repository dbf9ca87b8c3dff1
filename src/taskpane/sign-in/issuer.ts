import * as z from 'zod';
import { textOfBase64url } from './encoding.ts';
import type { AuthorizationRequest, IssuerClient } from './authorization-code.ts';

type Fetch = typeof globalThis.fetch;

const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
});

/** The parts of the issuer's own description (OpenID Connect Discovery 1.0) that a sign-in needs. */
export interface IssuerMetadata {
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
}

/** An access token and the instant, in milliseconds since 1970, after which it is not used any more. */
export interface AccessToken {
  readonly token: string;
  readonly usableUntil: number;
}

/** Reads the issuer's description; null where it cannot be had or is not of this issuer. */
export async function readIssuer(issuer: string, fetch: Fetch): Promise<IssuerMetadata | null> {
  const body = await readJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {}, fetch);
  const metadata = metadataSchema.safeParse(body);
  // The issuer must name itself exactly as the registry does (Discovery 1.0, section 4.3).
  if (!metadata.success || metadata.data.issuer !== issuer) return null;
  const { authorization_endpoint: authorizationEndpoint, token_endpoint: tokenEndpoint } = metadata.data;
  return isSafe(authorizationEndpoint) && isSafe(tokenEndpoint) ? { authorizationEndpoint, tokenEndpoint } : null;
}

const tokenSchema = z.object({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive(),
  id_token: z.string(),
});

const idTokenSchema = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  nonce: z.string(),
});

/** Seconds before its end at which a token is no longer used, so that it does not end under way. */
const margin = 30;

/**
 * Exchanges the code. The ID token comes straight from the token endpoint over TLS, which vouches for its issuer in
 * place of the signature (OpenID Connect Core 3.1.3.7, step 6); issuer, audience, expiry and nonce are checked.
 *
 * @param now milliseconds since 1970
 * @returns null where the issuer refuses, cannot be reached, or answers for another sign-in
 */
export async function exchangeCode(
  code: string,
  metadata: IssuerMetadata,
  client: IssuerClient,
  redirectAddress: string,
  request: AuthorizationRequest,
  now: number,
  fetch: Fetch,
): Promise<AccessToken | null> {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    client_id: client.clientId,
    redirect_uri: redirectAddress,
    code_verifier: request.verifier,
    resource: client.resource,
  });
  const tokens = tokenSchema.safeParse(
    await readJson(
      metadata.tokenEndpoint,
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: form.toString() },
      fetch,
    ),
  );
  if (!tokens.success) return null;
  const claims = idTokenSchema.safeParse(claimsOf(tokens.data.id_token));
  if (!claims.success) return null;
  const { iss, aud, exp, nonce } = claims.data;
  const audience = Array.isArray(aud) ? aud : [aud];
  const ours = iss === client.issuer && audience.includes(client.clientId) && nonce === request.nonce;
  if (!ours || exp * 1000 <= now) return null;
  return { token: tokens.data.access_token, usableUntil: now + (tokens.data.expires_in - margin) * 1000 };
}

function claimsOf(jwt: string): unknown {
  const text = textOfBase64url(jwt.split('.')[1] ?? '');
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a request has beside its address. */
interface JsonRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** TLS, or this machine itself. */
function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname));
}

async function readJson(address: string, request: JsonRequest, fetch: Fetch): Promise<unknown> {
  const { headers, ...init } = request;
  try {
    const response = await fetch(address, {
      ...init,
      headers: { accept: 'application/json', ...headers },
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(20_000),
    });
    return response.ok ? ((await response.json()) as unknown) : null;
  } catch {
    return null;
  }
}
