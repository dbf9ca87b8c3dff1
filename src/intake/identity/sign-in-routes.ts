import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../guidance/messages/words.ts';
import type Provider from 'oidc-provider';
import { problemOf } from '../http/problem.ts';
import type { Directory } from './directory.ts';
import { issuerPath, signInPath } from './issuer.ts';
import { registerInvitations, type InvitationParts } from './invitation-routes.ts';
import { errorPage, pageStyleSource } from './page.ts';
import { pageLanguage } from './page-words.ts';
import { signInPage, type SignInPage } from './sign-in-page.ts';

/** What sign-in needs once the endpoint knows its own address. */
export interface SignIn {
  readonly provider: Provider;
  readonly directory: Directory;
  readonly origin: URL;
}

/** What the routes need. */
export interface SignInParts {
  /** Null until the endpoint listens. */
  readonly signIn: () => SignIn;
  readonly planName: string;
  readonly demo: SignInPage['demo'];
  /** What invitations need; null where people are not kept in the database. */
  readonly invitations: (() => InvitationParts) | null;
  /** Where a sign-in may return to. */
  readonly redirectUris: readonly string[];
}

/** Tries that one address may make for one account in five minutes. */
const maximumTries = 10;
const triesWindow = 5 * 60_000;
const maximumFormBytes = 4096;

/** Requests to the protocol that one address may make in a minute: each may cost the work of a password hash. */
const protocolRequests = 300;

/** The embedded issuer and its sign-in page. */
export function registerSignIn(app: FastifyInstance, parts: SignInParts): void {
  app.register((scope, _options, done) => {
    scope.addHook('onRequest', (_request, reply, next) => {
      for (const [name, value] of Object.entries(pageHeaders(parts.redirectUris))) reply.header(name, value);
      next();
    });
    registerPage(scope, parts);
    registerIssuer(scope, parts);
    done();
  });
}

/**
 * Headers of the pages. `frame-ancestors 'none'`: never inside a page that could overlay it. `form-action` holds the
 * panes' origins, since Chromium applies it to the redirects that follow the form. Opener policy `unsafe-none`: the
 * page runs in the Office dialog between two pages of the pane's origin, and any other policy would cut the dialog off
 * from the pane that waits for its message.
 */
function pageHeaders(redirectUris: readonly string[]): Record<string, string> {
  const origins = [...new Set(redirectUris.map((uri) => new URL(uri).origin))];
  const policy = [
    "default-src 'none'",
    `style-src ${pageStyleSource}`,
    `form-action ${["'self'", ...origins].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'unsafe-none',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
  };
}

function registerPage(app: FastifyInstance, parts: SignInParts): void {
  app.register((scope, _options, done) => {
    scope.addContentTypeParser<string>(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: maximumFormBytes },
      (_request, body, parsed) => {
        parsed(null, new URLSearchParams(body));
      },
    );
    if (parts.invitations !== null) registerInvitations(scope, parts.invitations);
    scope.get('/oidc/sign-in/:uid', async (request, reply) => {
      const interaction = await findInteraction(parts, request, reply);
      return interaction === null ? expired(request, reply) : page(reply, 200, parts, interaction, null);
    });
    scope.post(
      '/oidc/sign-in/:uid',
      {
        config: {
          rateLimit: {
            max: maximumTries,
            timeWindow: triesWindow,
            hook: 'preHandler',
            keyGenerator: (request: FastifyRequest) =>
              `${request.ip} ${(formOf(request).get('email') ?? '').toLowerCase()}`,
          },
        },
        errorHandler: (error, request, reply) => {
          if (problemOf(error).code !== 'too-many-requests') throw error;
          void tooManyTries(parts, request, reply);
        },
      },
      (request, reply) => signIn(parts, request, reply),
    );
    done();
  });
}

async function tooManyTries(parts: SignInParts, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const interaction = await findInteraction(parts, request, reply);
  if (interaction === null) void expired(request, reply);
  else void page(reply, 429, parts, interaction, 'tooManyTries');
}

async function signIn(parts: SignInParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const interaction = await findInteraction(parts, request, reply);
  if (interaction === null) return expired(request, reply);
  const form = formOf(request);
  const { provider, directory } = parts.signIn();
  const finish = async (result: Parameters<Provider['interactionResult']>[2]): Promise<FastifyReply> => {
    const next = await provider.interactionResult(request.raw, reply.raw, result, { mergeWithLastSubmission: false });
    return reply.redirect(next, 303);
  };
  if (form.get('choice') === 'cancel')
    return finish({ error: 'access_denied', error_description: 'Sign-in was cancelled' });
  const account = await directory.signIn({
    email: form.get('email') ?? '',
    password: form.get('password') ?? '',
    code: form.get('code') ?? '',
  });
  if (account === null) return page(reply, 401, parts, interaction, 'wrongAccount');
  // RFC 8176: how the person was authenticated.
  const amr = directory.asksForCode ? ['pwd', 'otp', 'mfa'] : ['pwd'];
  return finish({ login: { accountId: account.id, amr, remember: false } });
}

/** A sign-in under way. */
interface Interaction {
  readonly uid: string;
  readonly language: Language;
}

/** The sign-in under way in this browser, by its cookie, or null where it has run out or is another's. */
async function findInteraction(
  parts: SignInParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Interaction | null> {
  try {
    const details = await parts.signIn().provider.interactionDetails(request.raw, reply.raw);
    if (request.url !== signInPath(details.uid)) return null;
    const asked = details.params['ui_locales'];
    return {
      uid: details.uid,
      language: pageLanguage(typeof asked === 'string' ? asked : undefined, request.headers['accept-language']),
    };
  } catch (error) {
    // Any other failure means that there is no sign-in; a database that is away means that nobody knows.
    if (problemOf(error).code === 'busy') throw error;
    return null;
  }
}

function page(
  reply: FastifyReply,
  status: number,
  parts: SignInParts,
  { uid, language }: Interaction,
  error: SignInPage['error'],
): FastifyReply {
  const { asksForCode } = parts.signIn().directory;
  const { planName, demo } = parts;
  const html = signInPage({ language, action: signInPath(uid), planName, asksForCode, error, demo });
  return reply.code(status).type('text/html; charset=utf-8').send(html);
}

function expired(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const html = errorPage(pageLanguage(request.headers['accept-language']), 'sign_in_expired');
  return reply.code(400).type('text/html; charset=utf-8').send(html);
}

function formOf(request: FastifyRequest): URLSearchParams {
  return request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
}

/** The protocol itself: the issuer reads and answers the raw request. */
function registerIssuer(app: FastifyInstance, parts: SignInParts): void {
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, parsed) => {
      parsed(null);
    });
    const rateLimit = { max: protocolRequests, timeWindow: 60_000 };
    scope.all(`${issuerPath}/*`, { config: { rateLimit } }, (request, reply) => {
      const { provider, origin } = parts.signIn();
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      const raw = Object.assign(request.raw, { originalUrl: request.raw.url });
      raw.url = (raw.url ?? '').slice(issuerPath.length);
      // Addresses in the issuer's answers are made of these: of ours, never of what a caller says.
      raw.headers.host = origin.host;
      raw.headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
      delete raw.headers['x-forwarded-host'];
      void provider.callback()(raw, reply.raw);
    });
    done();
  });
}
