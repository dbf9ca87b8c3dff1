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
import type { Metrics } from '../metrics.ts';
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
  readonly metrics: Metrics;
}

/** The HTTP server without its routes: limits, headers, problems, log. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = fastifyOn(parts.tls, {
    // Fastify logs addresses and messages of errors; our own log below can hold neither.
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: maximumBodyBytes,
    requestTimeout: 120_000,
    // Our own refusal is a problem like all others.
    return503OnClosing: false,
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
  tellRequests(app, parts);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    // Where it is reached by TLS only; on loopback the header would mean nothing.
    hsts: parts.behindProxy || parts.tls !== null,
  });
  allowOrigins(app, parts.paneOrigins);
  refuseWhileClosing(app);
  await app.register(rateLimit, {
    max: parts.requestsPerMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, context) =>
      new ProblemError('too-many-requests', { retryAfter: Math.max(1, Math.ceil(context.ttl / 1000)) }),
  });
  answerProblems(app, parts.log);
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

/**
 * What comes while the server closes is told to come again: another process may be there by then. An answer that is
 * given meanwhile is the last one of its connection: idle, it would hold up the end.
 */
function refuseWhileClosing(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  app.addHook('onRequest', (_request, _reply, next) => {
    next(closing ? new ProblemError('busy', { retryAfter: restartPause }) : undefined);
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close');
    done();
  });
}

/** Seconds after which to come again to an endpoint that is ending. */
const restartPause = 5;

function tellRequests(app: FastifyInstance, { log, metrics }: Pick<ServerParts, 'log' | 'metrics'>): void {
  app.addHook('onResponse', (request, reply, next) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.request(request.method, route, reply.statusCode, reply.elapsedTime / 1000, reply.problem);
    log.request({
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
      ...(reply.problem === null ? {} : { problem: reply.problem }),
    });
    next();
  });
}

function answerProblems(app: FastifyInstance, log: Log): void {
  app.setErrorHandler(async (error, request, reply) => {
    const problem =
      error instanceof BusyError ? new ProblemError('too-many-requests', { retryAfter: 2 }) : problemOf(error);
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
