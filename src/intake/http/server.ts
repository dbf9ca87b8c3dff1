import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { maximumBodyBytes } from '../../submission/contract.ts';
import type { TlsFiles } from '../options.ts';
import { StoreError } from '../store/store-error.ts';
import { BusyError } from '../work/pool.ts';
import { allowOrigins } from './cors.ts';
import { requirePermissions } from './guard.ts';
import type { Log } from './log.ts';
import { runOut } from './run-out.ts';
import { ProblemError, problemOf, sendProblem } from './problem.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** Code of the problem that was answered, for the log. */
    problem: string | null;
  }
}

/** What the server needs. */
export interface ServerParts {
  readonly log: Log;
  readonly paneOrigins: readonly string[];
  readonly requestsPerMinute: number;
  /** Whether a proxy stands before the endpoint, which says whom it asks for. */
  readonly behindProxy: boolean;
  /** Null where the endpoint does not end TLS itself. */
  readonly tls: TlsFiles | null;
  /** Whether the database answers. */
  readonly healthy: () => Promise<boolean>;
}

/** The HTTP server without its routes: limits, headers, problems, log. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = fastifyOn(parts.tls, {
    // Fastify logs addresses and messages of errors; our own log below can hold neither.
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: maximumBodyBytes,
    requestTimeout: 120_000,
    trustProxy: parts.behindProxy ? ['loopback', 'linklocal', 'uniquelocal'] : false,
    frameworkErrors: (error, _request, reply) => {
      void sendProblem(reply, problemOf(error));
    },
  });
  app.decorateReply('problem', null);
  requirePermissions(app);
  app.addHook('onRequest', (request, reply, next) => {
    reply.header('x-request-id', request.id);
    next();
  });
  logRequests(app, parts.log);
  endConnectionsOnClose(app);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    // Where it is reached by TLS only; on loopback the header would mean nothing.
    hsts: parts.behindProxy || parts.tls !== null,
  });
  allowOrigins(app, parts.paneOrigins);
  await app.register(rateLimit, {
    max: parts.requestsPerMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, context) =>
      new ProblemError('too-many-requests', { retryAfter: Math.max(1, Math.ceil(context.ttl / 1000)) }),
  });
  answerProblems(app, parts.log);
  app.get('/health', { config: { rateLimit: false } }, async (_request, reply) => {
    if (!(await parts.healthy())) throw new ProblemError('busy', { retryAfter: 1 });
    return reply.header('cache-control', 'no-store').send({ status: 'ok' });
  });
  return app;
}

/** A server that ends TLS itself, or leaves that to a proxy. Its routes are the same. */
function fastifyOn(tls: TlsFiles | null, options: FastifyServerOptions): FastifyInstance {
  if (tls === null) return Fastify(options);
  const { certificate: cert, key } = tls;
  const https = { cert, key, minVersion: 'TLSv1.2' } as const;
  // The instance's type names its kind of server, which no route asks for.
  return Fastify({ ...options, https } as FastifyServerOptions);
}

/** An answer that is given while the server closes is the last one of its connection: idle, it would hold up the end. */
function endConnectionsOnClose(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close');
    done();
  });
}

function logRequests(app: FastifyInstance, log: Log): void {
  app.addHook('onResponse', (request, reply, next) => {
    log.request({
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
      ...(reply.problem === null ? {} : { problem: reply.problem }),
    });
    next();
  });
}

function answerProblems(app: FastifyInstance, log: Log): void {
  app.setErrorHandler(async (error, request, reply) => {
    const problem = error instanceof BusyError ? new ProblemError('busy', { retryAfter: 2 }) : problemOf(error);
    if (problem.code === 'internal-error' || error instanceof StoreError) {
      log.failure({ during: 'request', error, requestId: request.id });
    }
    reply.problem = problem.code;
    if (problem.code === 'too-large') await runOut(request.raw);
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((_request, reply) => {
    reply.problem = 'not-found';
    return sendProblem(reply, new ProblemError('not-found'));
  });
}
