import pino from 'pino';
import { errorCode } from '../errors.ts';

/** One answered request. The route is its pattern, never its address. */
export interface RequestEvent {
  readonly requestId: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
  /** Code of the problem, where the request was refused. */
  readonly problem?: string;
}

/** Something that failed. */
export interface FailureEvent {
  /** What was being done, in our own words. */
  readonly during: string;
  readonly error: unknown;
  readonly requestId?: string;
}

/**
 * What the endpoint may say of itself. There is no method that takes free text or objects: a log can hold only what is
 * allowed here, whoever writes it.
 */
export interface Log {
  started(event: { readonly url: string }): void;
  stopped(): void;
  request(event: RequestEvent): void;
  failure(event: FailureEvent): void;
}

/** Where a log goes. */
export type LogTarget = 'standardError' | 'none' | { readonly write: (line: string) => void };

/** A log as JSON lines. */
export function createLog(target: LogTarget): Log {
  if (target === 'none') return { started: nothing, stopped: nothing, request: nothing, failure: nothing };
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger =
    target === 'standardError' ? pino(options, pino.destination({ dest: 2, sync: true })) : pino(options, target);
  return {
    started: ({ url }) => {
      logger.info({ event: 'started', url });
    },
    stopped: () => {
      logger.info({ event: 'stopped' });
    },
    request: ({ requestId, method, route, status, milliseconds, problem }) => {
      logger.info({ event: 'request', requestId, method, route, status, milliseconds, problem });
    },
    failure: ({ during, error, requestId }) => {
      logger.error({ event: 'failure', during, requestId, ...describe(error) });
    },
  };
}

const nothing = (): void => undefined;

/**
 * What may be said of an error: its class, its code, and where it was thrown. Never its message, which may quote the
 * input (`JSON.parse`), a row (a database's detail) or an address.
 */
function describe(error: unknown): { type: string; code?: string; at?: string[] } {
  if (!isError(error)) return { type: typeof error };
  const code = errorCode(error);
  const told = code !== null && /^[A-Z0-9_]{1,60}$/.test(code) ? { code } : {};
  return { type: error.constructor.name, ...told, at: frames(error) };
}

/** Errors of another realm are of another class, and fastify's are no native ones: asked of the shape. */
function isError(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'message' in error && 'stack' in error;
}

/** File, line and column of the innermost frames; none where the message cannot be told from them. */
function frames(error: Error): string[] {
  const stack = error.stack ?? '';
  const start = stack.indexOf(error.message);
  if (start < 0) return [];
  return stack
    .slice(start + error.message.length)
    .split('\n')
    .flatMap((line) => /^ {4}at .*?([\w.-]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? [])
    .slice(0, 8);
}
