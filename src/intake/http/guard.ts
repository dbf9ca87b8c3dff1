import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Authenticate, Caller } from '../identity/access.ts';
import { permissionOf } from '../identity/permissions.ts';
import { ProblemError } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; set before the body is read. Null on routes that anybody may use. */
    caller: Caller | null;
  }
}

/** Refuses to register a route that the table of permissions does not have. */
export function requirePermissions(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) permissionOf({ method: each, url });
  });
}

/**
 * Lets only those in whom the table of permissions names: after the limit of requests, and before the body is read. Who
 * may not send need not upload.
 */
export function guard(scope: FastifyInstance, authenticate: Authenticate): void {
  scope.decorateRequest('caller', null);
  scope.addHook('preParsing', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const permission = permissionOf({ method: request.method, url: request.routeOptions.url ?? '' });
    if (permission === null) return;
    const caller = await authenticate(request.headers.authorization);
    if (!caller.scopes.has(permission.scope)) throw new ProblemError('scope-missing');
    const { roles, of = [caller.organisation.kind] } = permission;
    if (!roles.includes(caller.role) || !of.includes(caller.organisation.kind)) throw new ProblemError('role-missing');
    request.caller = caller;
  });
}

/** Who calls, on a route that asks. @throws ProblemError `not-signed-in` */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new ProblemError('not-signed-in');
  return request.caller;
}
