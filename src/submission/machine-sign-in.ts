import * as z from 'zod';
import type { PlanConnection } from './connection.ts';
import { senderScope } from './scopes.ts';

/** Credentials of a system that sends without a person. */
export interface MachineCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Outcome of {@link signInMachine}. */
export type MachineSignIn =
  | {
      readonly kind: 'signedIn';
      /** Access token, for memory only. */
      readonly token: string;
      /** Seconds for which it is good. */
      readonly expiresIn: number;
    }
  /** The issuer refused; `code` is one of OAuth's. */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unreachable' };

const discoverySchema = z.object({ issuer: z.string(), token_endpoint: z.url() });
const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.int().positive() });
const refusalSchema = z.object({ error: z.string().regex(/^[a-z_]{1,64}$/) });

/**
 * Signs in a system at the plan's issuer: client credentials (RFC 6749, section 4.4).
 *
 * @param scope what it will do, as OAuth writes it
 */
export async function signInMachine(
  connection: PlanConnection,
  credentials: MachineCredentials,
  fetch: typeof globalThis.fetch = globalThis.fetch,
  scope: string = senderScope,
): Promise<MachineSignIn> {
  const discovery = `${connection.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = discoverySchema.safeParse(await fetchJson(fetch, discovery, { method: 'GET' }));
  // A document that names another issuer is not believed (RFC 8414, section 3.3).
  if (!found.success || found.data.issuer !== connection.issuer) return { kind: 'unreachable' };
  const { clientId, clientSecret } = credentials;
  const answer = await fetchJson(fetch, found.data.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      resource: connection.audience,
      scope,
    }),
    headers: { authorization: `Basic ${btoa(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`)}` },
  });
  if (answer === null) return { kind: 'unreachable' };
  const granted = tokenSchema.safeParse(answer);
  if (granted.success) {
    return { kind: 'signedIn', token: granted.data.access_token, expiresIn: granted.data.expires_in };
  }
  const refusal = refusalSchema.safeParse(answer);
  return { kind: 'refused', code: refusal.success ? refusal.data.error : 'server_error' };
}

async function fetchJson(fetch: typeof globalThis.fetch, url: string, init: RequestInit): Promise<unknown> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', credentials: 'omit', cache: 'no-store' });
    return await response.json();
  } catch {
    return null;
  }
}
