import { base64url, randomText } from './encoding.ts';

/**
 * Authorization code with PKCE (RFC 6749 section 4.1, RFC 7636, OpenID Connect Core 3.1), spread over two windows: the
 * pane keeps the secret half in memory and exchanges the code; the dialog sees the public half only. Nothing is put
 * into browser storage, and no token ever passes through the dialog.
 */

/** The public half, which travels in addresses. */
export interface PublicRequest {
  /** Binds the answer to this sign-in (RFC 6749 section 10.12). */
  readonly state: string;
  /** Binds the ID token to this sign-in. */
  readonly nonce: string;
  /** SHA-256 of the verifier (`S256`). */
  readonly challenge: string;
}

/** Both halves; the verifier never leaves the pane except to the token endpoint. */
export interface AuthorizationRequest extends PublicRequest {
  readonly verifier: string;
}

/** Who is asked, and as whom. */
export interface IssuerClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  /** Resource that the access token is for (RFC 8707). */
  readonly resource: string;
}

/** What the dialog tells the pane. */
export type SignInAnswer =
  | { readonly kind: 'code'; readonly state: string; readonly code: string }
  /** The issuer sent the person back without a code. */
  | { readonly kind: 'refused'; readonly state: string }
  /** The registry or the issuer could not be reached, or cannot be trusted. */
  | { readonly kind: 'unavailable' };

/** A new request, from 256 random bits each. */
export async function newAuthorizationRequest(): Promise<AuthorizationRequest> {
  const verifier = randomText();
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: base64url(new Uint8Array(digest)), state: randomText(), nonce: randomText() };
}

/** Address of the dialog's first page: the plan by id, and the public half. */
export function startAddress(signInPage: string, planId: string, request: PublicRequest): string {
  const address = new URL(signInPage);
  address.search = new URLSearchParams({
    plan: planId,
    state: request.state,
    nonce: request.nonce,
    challenge: request.challenge,
  }).toString();
  return address.href;
}

/** What brought the dialog's page up: the pane's start, the issuer's answer, or neither. */
export type PageCall =
  | { readonly kind: 'start'; readonly planId: string; readonly request: PublicRequest }
  | { readonly kind: 'answer'; readonly answer: SignInAnswer }
  | { readonly kind: 'stray' };

/** Reads the query of the dialog's page. */
export function readPageCall(search: string): PageCall {
  const query = new URLSearchParams(search);
  const state = query.get('state');
  if (state === null) return { kind: 'stray' };
  const code = query.get('code');
  if (code !== null) return { kind: 'answer', answer: { kind: 'code', state, code } };
  if (query.has('error')) return { kind: 'answer', answer: { kind: 'refused', state } };
  const planId = query.get('plan');
  const nonce = query.get('nonce');
  const challenge = query.get('challenge');
  return planId === null || nonce === null || challenge === null
    ? { kind: 'stray' }
    : { kind: 'start', planId, request: { state, nonce, challenge } };
}

/** Where the dialog goes: the issuer's own sign-in page. */
export function authorizationAddress(
  authorizationEndpoint: string,
  client: IssuerClient,
  redirectAddress: string,
  request: PublicRequest,
): string {
  const address = new URL(authorizationEndpoint);
  const parameters = {
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: redirectAddress,
    scope: client.scope,
    resource: client.resource,
    state: request.state,
    nonce: request.nonce,
    code_challenge: request.challenge,
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
}
