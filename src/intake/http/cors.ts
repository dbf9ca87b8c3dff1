import type { FastifyInstance } from 'fastify';

const allowedHeaders = 'authorization, content-type, idempotency-key, prefer';
const exposedHeaders = 'location, preference-applied, retry-after, x-request-id';

/**
 * Lets pages of the listed origins call `/v1`, and no others. Credentials are never allowed: the pane sends its token
 * by itself, and a cookie says nothing here. The issuer answers for its own addresses, by client.
 */
export function allowOrigins(app: FastifyInstance, origins: readonly string[]): void {
  const allowed = new Set(origins);
  app.addHook('onRequest', (request, reply, next) => {
    if (!request.url.startsWith('/v1/')) {
      next();
      return;
    }
    reply.header('vary', 'Origin');
    const { origin } = request.headers;
    if (origin !== undefined && allowed.has(origin)) {
      reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', exposedHeaders);
    }
    if (request.method === 'OPTIONS') {
      reply
        .header('access-control-allow-methods', 'GET, POST')
        .header('access-control-allow-headers', allowedHeaders)
        .header('access-control-max-age', '600');
      void reply.code(204).send();
      return;
    }
    next();
  });
}
