import type { EventEmitter } from 'node:events';
import Provider, { type ClientMetadata, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Language } from '../../guidance/messages/words.ts';
import { everyScope, scopes } from '../../submission/scopes.ts';
import { issuerKeysOf } from '../signing-keys.ts';
import type { EndpointKeys } from '../keys.ts';
import type { Log } from '../http/log.ts';
import { ProblemError, problemOf, problemResponse, storePause } from '../http/problem.ts';
import { ClientRecords } from './client-records.ts';
import type { Directory } from './directory.ts';
import { verifyPassword } from './passwords.ts';
import { IdentityRecords, type RecordParts } from './records.ts';
import { errorPage, messagePage, page } from './page.ts';
import { pageLanguage, pageWords } from './page-words.ts';

/** Path under which the embedded issuer lives. */
export const issuerPath = '/oidc';

/** Path of the sign-in page of an interaction. */
export const signInPath = (uid: string): string => `${issuerPath}/sign-in/${uid}`;

/** The pane, a public client: code and PKCE, no secret. */
export const paneClientId = 'calaim-invoice-pane';

/** Claims of our access tokens, beside the registered ones. */
export const claims = { organisation: 'organisation', account: 'account' } as const;

/** What the embedded issuer is made of. */
export interface IssuerParts extends RecordParts {
  /** Origin under which people reach the endpoint. */
  readonly origin: string;
  readonly keys: EndpointKeys;
  readonly directory: Directory;
  readonly paneOrigins: readonly string[];
  readonly redirectUris: readonly string[];
  readonly log: Log;
}

/** Seconds. A token lives as long as an idle session may (45 CFR 164.312(a)(2)(iii)): the pane signs in again after. */
const idleTime = 15 * 60;

/** Audience of the endpoint's access tokens. */
export const audienceOf = (origin: string): string => `${origin}/v1`;

/**
 * The embedded OpenID Connect issuer: authorization code with PKCE for people, client credentials for machines, and
 * nothing else of the protocol's many ways.
 */
export function createIssuer(parts: IssuerParts): Provider {
  const provider = new Provider(parts.origin + issuerPath, configuration(parts));
  // Every address that the issuer writes is made of the origin that the endpoint sets on each request.
  provider.proxy = true;
  provider.Client.prototype.compareClientSecret = async function compare(actual: string): Promise<boolean> {
    const machine = await parts.directory.machine(this.clientId);
    return verifyPassword(actual, machine?.secretHash ?? null);
  };
  const away = new WeakSet<object>();
  provider.on('server_error', (context: KoaContextWithOIDC, error: Error) => {
    parts.log.failure({ during: 'sign-in', error });
    if (problemOf(error).code === 'busy') away.add(context);
  });
  provider.use(async (context, next) => {
    await next();
    if (!away.has(context)) return;
    // The issuer calls everything that it does not expect its own failure; that the database is away passes.
    const { status, headers, body } = problemResponse(new ProblemError('busy', { retryAfter: storePause }));
    context.status = status;
    context.set(headers);
    context.body = body;
  });
  // Koa prints errors by itself, messages and all, where nobody listens. The types know the issuer's own events only.
  const koa: EventEmitter = provider;
  koa.on('error', (error: unknown) => {
    parts.log.failure({ during: 'sign-in', error });
  });
  return provider;
}

function configuration(parts: IssuerParts): Configuration {
  const audience = audienceOf(parts.origin);
  return {
    adapter: (model) => (model === 'Client' ? new ClientRecords(parts.directory) : new IdentityRecords(model, parts)),
    clients: [paneClient(parts)],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    jwks: { keys: issuerKeysOf(parts.keys) },
    cookies: {
      keys: parts.keys.cookieKeys,
      short: { httpOnly: true, sameSite: 'lax', signed: true },
      long: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    responseTypes: ['code'],
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', 'email', 'organisation'] },
    // The pane shows who is signed in without a further call.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          const language = languageOf(context);
          const words = pageWords(language);
          const button = `<button class="primary" form="op.logoutForm" name="logout" value="yes">${words.signOut}</button>`;
          context.type = 'html';
          context.body = page(language, words.signOut, `<h1>${words.signOutMore}</h1>${form}${button}`);
        },
        postLogoutSuccessSource: (context) => {
          const words = pageWords(languageOf(context));
          context.type = 'html';
          context.body = messagePage(languageOf(context), words.signedOut, words.signedOutMore);
        },
      },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: everyScope,
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: idleTime,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    ttl: {
      AccessToken: idleTime,
      AuthorizationCode: 60,
      ClientCredentials: idleTime,
      Grant: idleTime,
      IdToken: idleTime,
      Interaction: 10 * 60,
      Session: idleTime,
    },
    extraTokenClaims: (_context, token) => tokenClaims(token, parts.directory),
    findAccount: async (_context, id) => {
      const account = await parts.directory.account(id);
      if (account === null) return undefined;
      const { name, email, organisation } = account;
      return { accountId: id, claims: () => ({ sub: id, name, email, organisation: organisation.id }) };
    },
    loadExistingGrant,
    clientBasedCORS: (_context, origin) => parts.paneOrigins.includes(origin),
    interactions: { url: (_context, interaction) => signInPath(interaction.uid) },
    renderError: (context, out) => {
      context.type = 'html';
      context.body = errorPage(languageOf(context), out.error);
    },
  };
}

function languageOf(context: { get: (header: string) => string }): Language {
  return pageLanguage(context.get('accept-language'));
}

function paneClient(parts: IssuerParts): ClientMetadata {
  return {
    client_id: paneClientId,
    client_name: 'CalAIM Invoice',
    application_type: 'web',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: [...parts.redirectUris],
  };
}

/** Whose token it is, for whom else reads it: the endpoint looks its holder up by the subject. */
async function tokenClaims(token: object, directory: Directory): Promise<Record<string, string>> {
  if ('accountId' in token && typeof token.accountId === 'string') {
    const account = await directory.account(token.accountId);
    return account === null ? {} : { [claims.organisation]: account.organisation.id, [claims.account]: account.email };
  }
  if ('clientId' in token && typeof token.clientId === 'string') {
    const machine = await directory.machine(token.clientId);
    return machine === null
      ? {}
      : { [claims.organisation]: machine.organisation.id, [claims.account]: machine.clientId };
  }
  return {};
}

/** The pane is the plan's own: signing in is the consent, so no second page asks for it. */
async function loadExistingGrant(context: KoaContextWithOIDC) {
  const { client, session, provider, params, result } = context.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grantId = result?.consent?.grantId ?? session.grantIdFor(client.clientId);
  const existing = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const grant = existing ?? new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  const asked = typeof params?.['scope'] === 'string' ? params['scope'].split(' ') : [];
  const ours: readonly string[] = Object.values(scopes);
  grant.addOIDCScope(asked.filter((scope) => !ours.includes(scope)).join(' '));
  for (const resource of Object.keys(context.oidc.resourceServers ?? {})) {
    grant.addResourceScope(resource, asked.filter((scope) => ours.includes(scope)).join(' '));
  }
  await grant.save();
  return grant;
}
