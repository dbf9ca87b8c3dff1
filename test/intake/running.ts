import { jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoMachine } from '../../src/intake/identity/demo-directory.ts';
import { startEndpoint, type Endpoint } from '../../src/intake/endpoint.ts';
import type { EndpointOptions } from '../../src/intake/options.ts';
import type { PlanConnection } from '../../src/submission/connection.ts';
import { canonicalContent } from '../../src/submission/content.ts';
import type { Envelope } from '../../src/submission/contract.ts';
import { idempotencyKey } from '../../src/submission/idempotency-key.ts';
import { signInMachine } from '../../src/submission/machine-sign-in.ts';
import { connect, sampleProfile } from '../submission/connections.ts';
import { databaseOf } from './database.ts';

/** Origin of a pane in tests; nothing listens there. */
export const paneOrigin = 'https://pane.example';
/** Page of that pane to which a sign-in returns. */
export const redirectUri = `${paneOrigin}/signed-in.html`;

// Endpoints start in a second, and in many on a busy machine.
jest.setTimeout(60_000);

const cleanups: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

/** Has something undone after the tests of the file, the latest first. */
export function afterTests(cleanup: () => Promise<void>): void {
  cleanups.push(cleanup);
}

/** An empty folder, removed after the tests of the file. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'calaim-invoice-'));
  afterTests(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** An endpoint on loopback with the sample plan and demo accounts, closed after the tests of the file. */
export async function running(options: Partial<EndpointOptions> = {}): Promise<Endpoint> {
  const stateDirectory = options.stateDirectory ?? (await emptyFolder());
  const database = await databaseOf(stateDirectory);
  const endpoint = await startEndpoint({
    stateDirectory,
    ...(database === undefined ? {} : { database }),
    plans: [sampleProfile],
    identity: { kind: 'demo' },
    paneOrigins: [paneOrigin],
    redirectUris: [redirectUri],
    log: 'none',
    ...options,
  });
  let closed = false;
  const close = async (): Promise<void> => {
    if (!closed) await endpoint.close();
    closed = true;
  };
  afterTests(close);
  return { ...endpoint, close };
}

/**
 * A connection to a running endpoint, and an access token of the demo machine or another one.
 *
 * @param scope what the token is for; sending where left out
 */
export async function signedIn(
  endpoint: Endpoint,
  client: { readonly clientId: string; readonly clientSecret: string } = demoMachine,
  scope?: string,
): Promise<{ connection: PlanConnection; token: string }> {
  const connection = await connect(endpoint.facts);
  const outcome = await signInMachine(connection, client, globalThis.fetch, scope);
  if (outcome.kind !== 'signedIn') throw new Error(outcome.kind);
  return { connection, token: outcome.token };
}

/** The key that belongs to an envelope. */
export async function keyOf(envelope: Envelope): Promise<string> {
  return idempotencyKey(envelope, (await canonicalContent(envelope)).hash);
}

/** Posts a body as it is; everything can be left out or replaced. */
export async function post(
  endpoint: Endpoint,
  token: string | null,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${endpoint.url}/v1/submissions`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
  });
}

/** Gets a path with a token. */
export async function get(endpoint: Endpoint, token: string | null, path: string): Promise<Response> {
  return fetch(endpoint.url + path, { headers: token === null ? {} : { authorization: `Bearer ${token}` } });
}

/** Posts an envelope under its own key. */
export async function postEnvelope(
  endpoint: Endpoint,
  token: string,
  envelope: Envelope,
  headers: Record<string, string> = {},
): Promise<Response> {
  return post(endpoint, token, JSON.stringify(envelope), { 'idempotency-key': await keyOf(envelope), ...headers });
}
