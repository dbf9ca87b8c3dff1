import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { isLoopback, namesLoopback } from './loopback.ts';

/** What the workbench's server needs. */
export interface WorkbenchServerOptions {
  /** Folder that `npm run build` fills: `workbench/` and `pane/` are served from it. */
  readonly distFolder: string;
  /** The signed plan registry (JWS) that the pane reads from its own origin. */
  readonly registry: string;
  /** Further texts that the pane reads from its own origin, by their paths, which hold fingerprints. */
  readonly files?: ReadonlyMap<string, string>;
  /** 0 takes any free one. */
  readonly port: number;
  /** An address of this machine; anything else is refused. */
  readonly host: '127.0.0.1' | '::1' | 'localhost';
}

/** A running workbench. */
export interface WorkbenchServer {
  /** Address of the workbench's page, without a slash at the end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Files whose names hold a fingerprint of their content. */
const fingerprinted = /[/\\]assets[/\\][^/\\]+\.[0-9a-f]{12}\.[a-z0-9]+$/;

const immutable = 'public, max-age=31536000, immutable';

/** The workbench's own page; the pane's pages have theirs in a `meta` element, as in production. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  // Fluent UI and RevoGrid write their rules into style elements, and cells have styles of their own.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Serves the built workbench to a browser on this machine: its page at `/`, the pane's pages beside it, the pane's
 * scripts below `/pane/`, and the plan registry. Microsoft's client library is among the files, whose licence is for
 * development and test, so nothing but loopback is served.
 *
 * @throws Error where the host is not loopback, or the port is taken (`EADDRINUSE`).
 */
export async function startWorkbench(options: WorkbenchServerOptions): Promise<WorkbenchServer> {
  if (!isLoopback(options.host)) throw new Error('The workbench is served on loopback only.');
  const app = Fastify({ logger: false, forceCloseConnections: true });
  guard(app);
  app.get('/plan-registry.jws', (_request, reply) =>
    reply.type('application/jose').header('cache-control', 'no-store').send(options.registry),
  );
  for (const [path, text] of options.files ?? []) {
    app.get(`/${path}`, (_request, reply) =>
      reply.type('text/plain; charset=utf-8').header('cache-control', immutable).send(text),
    );
  }
  // Browsers ask for it whatever a page says.
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());
  await app.register(fastifyStatic, {
    root: join(options.distFolder, 'workbench'),
    prefix: '/',
    cacheControl: false,
    setHeaders: setCaching,
  });
  await app.register(fastifyStatic, {
    root: join(options.distFolder, 'pane'),
    prefix: '/pane/',
    decorateReply: false,
    cacheControl: false,
    setHeaders: setCaching,
  });
  const url = await app.listen({ port: options.port, host: options.host });
  return { url: url.replace(/\/$/, ''), close: () => app.close() };
}

/** Whether an address is the pane's sign-in page, which Office opens as a dialog. */
function opensAsDialog(address: string): boolean {
  return new URL(address, 'http://localhost').pathname === '/sign-in.html';
}

/** Headers of every answer, and nothing for a page elsewhere that found a name which leads to this machine. */
function guard(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      // A sign-in leads through the issuer's pages and back: the dialog has to stay connected with its opener, and
      // any other value would cut it off on the way.
      'cross-origin-opener-policy': opensAsDialog(request.url) ? 'unsafe-none' : 'same-origin-allow-popups',
      'cross-origin-resource-policy': 'same-origin',
    });
    if (!namesLoopback(request.host)) await reply.code(421).type('text/plain').send('Open the workbench at localhost.');
  });
}

type StaticReply = Parameters<NonNullable<Parameters<typeof fastifyStatic>[1]['setHeaders']>>[0];

function setCaching(reply: StaticReply, path: string): void {
  reply.header('cache-control', fingerprinted.test(path) ? immutable : 'no-store');
  if (!path.endsWith('.html')) return;
  const isWorkbench = /[/\\]workbench[/\\]index\.html$/.test(path);
  reply.header('content-security-policy', isWorkbench ? pagePolicy : "frame-ancestors 'self'");
}
