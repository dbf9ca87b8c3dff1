import type { FastifyRequest } from 'fastify';
import type * as z from 'zod';
import { ProblemError } from './problem.ts';

/** Places that a refusal names at most. */
const mostPointers = 20;

/**
 * A small JSON body, read by a schema.
 *
 * @throws ProblemError that names places of the schema at most, and never what stood there
 */
export function jsonBody<T>(request: FastifyRequest, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    // The parser's own message quotes the body.
    json = JSON.parse(Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '');
  } catch {
    throw new ProblemError('malformed-json');
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const pointers = parsed.error.issues.map(({ path }) => path.map((part) => `/${String(part)}`).join(''));
  throw new ProblemError('malformed-request', { pointers: [...new Set(pointers)].slice(0, mostPointers) });
}
