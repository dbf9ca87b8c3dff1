import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../metrics.ts';
import { ProblemError } from './problem.ts';

/** What the routes work with. */
export interface OperationRouteParts {
  /** Whether the endpoint takes requests: it knows its address, its keys are loaded, and it is not ending. */
  readonly isOpen: () => boolean;
  /** Work that is not done yet. @throws StoreError where the database does not answer */
  readonly backlog: () => Promise<{ readonly waiting: number; readonly oldestSeconds: number }>;
  readonly metrics: Metrics;
  /** Who may read metrics: everybody who reaches the endpoint, who has the token, or nobody. */
  readonly metricsFor: 'everybody' | 'nobody' | { readonly token: string };
}

/**
 * For those who run the endpoint: `GET /health` says that the process answers, `GET /ready` that it can take
 * submissions, `GET /metrics` what it has counted.
 */
export function registerOperation(app: FastifyInstance, parts: OperationRouteParts): void {
  const unlimited = { config: { rateLimit: false } } as const;
  app.get('/health', unlimited, (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));

  app.get('/ready', unlimited, async (_request, reply) => {
    if (!parts.isOpen()) throw new ProblemError('busy', { retryAfter: 1 });
    return reply.header('cache-control', 'no-store').send({ status: 'ready', ...(await parts.backlog()) });
  });

  app.get('/metrics', async (request, reply) => {
    if (!mayRead(parts.metricsFor, request.headers.authorization)) throw new ProblemError('not-found');
    const { type, text } = await parts.metrics.print();
    return reply.header('cache-control', 'no-store').header('content-type', type).send(text);
  });
}

/** Whoever may not read them does not learn that they are there. */
function mayRead(metricsFor: OperationRouteParts['metricsFor'], authorization: string | undefined): boolean {
  if (typeof metricsFor === 'string') return metricsFor === 'everybody';
  const given = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '';
  // Of their digests, which are of the same length.
  return timingSafeEqual(digest(given), digest(metricsFor.token));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
