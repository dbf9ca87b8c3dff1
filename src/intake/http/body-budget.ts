import type { FastifyInstance, FastifyRequest } from 'fastify';
import { maximumBodyBytes } from '../../submission/contract.ts';
import { callerOf } from './guard.ts';
import { ProblemError } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Gives back what is held in memory for the request's body; once is enough. */
    releaseBody: () => void;
  }
}

/** Bytes of bodies that the endpoint holds at once: eight of the largest, and thousands of usual ones. */
const budgetOfAll = 8 * maximumBodyBytes;

/** Bytes for one caller, so that none keeps out all others. */
const budgetOfOne = 4 * maximumBodyBytes;

/** Seconds after which to come again; a body of 16 MB is stored within a few. */
const pause = 2;

/** Bytes of request bodies that are in memory, by who sends them. */
export class BodyBudget {
  readonly #held = new Map<string, number>();
  #sum = 0;

  /** Bytes that are held. */
  get held(): number {
    return this.#sum;
  }

  /**
   * Holds bytes for a caller.
   *
   * @returns what gives them back, or null where there is no room
   */
  hold(caller: string, bytes: number): (() => void) | null {
    const own = this.#held.get(caller) ?? 0;
    if (own + bytes > budgetOfOne || this.#sum + bytes > budgetOfAll) return null;
    this.#held.set(caller, own + bytes);
    this.#sum += bytes;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.#sum -= bytes;
      const left = (this.#held.get(caller) ?? 0) - bytes;
      if (left > 0) this.#held.set(caller, left);
      else this.#held.delete(caller);
    };
  }
}

const nothing = (): void => undefined;

/**
 * Takes bodies only as long as there is memory for them, and answers 429 beyond that: before the body is read, and after
 * it is known who sends. What is held is given back when the body is stored, or the request ends in any other way.
 */
export function boundBodies(scope: FastifyInstance, budget: BodyBudget): void {
  scope.decorateRequest('releaseBody', nothing);
  scope.addHook('preParsing', (request, reply, _payload, next) => {
    if (request.method !== 'POST') {
      next();
      return;
    }
    const release = budget.hold(callerOf(request).subject, sizeOf(request));
    if (release === null) {
      next(new ProblemError('too-many-requests', { retryAfter: pause }));
      return;
    }
    request.releaseBody = release;
    reply.raw.once('close', release);
    next();
  });
}

/** Bytes that a body says that it has; the most that is read where it does not say. */
function sizeOf(request: FastifyRequest): number {
  const told = Number(request.headers['content-length'] ?? Number.NaN);
  return Number.isSafeInteger(told) && told >= 0 ? Math.min(told, maximumBodyBytes) : maximumBodyBytes;
}
