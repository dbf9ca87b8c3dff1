import { problemSchema, problems, type Problem } from './problem.ts';

/** The effects of a call, replaceable by tests. */
export interface Surroundings {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since any fixed instant. */
  readonly now: () => number;
  /** Resolves after the milliseconds, or at once when the signal aborts. */
  readonly sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
  /** A number from 0 up to but not including 1. */
  readonly random: () => number;
}

/** What every call takes. */
export interface CallOptions extends Partial<Surroundings> {
  /** Access token of the signed-in account; kept in memory only. */
  readonly token: string;
  readonly signal?: AbortSignal;
  /** Milliseconds within which the call is tried again; 90,000 where not said. */
  readonly deadline?: number;
}

/** Why a call brought no answer. None of them holds what was sent or received. */
export type CallFailure =
  /** The endpoint refused; its words are ours, by code. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'signedOut' }
  /** No answer within the deadline: the network is lost, or the endpoint is too busy. Sending again is safe. */
  | { readonly kind: 'unreachable'; readonly reason: 'network' | 'busy' }
  | { readonly kind: 'cancelled' }
  /** An answer that is none of the endpoint's, from a proxy for instance. */
  | { readonly kind: 'notUnderstood'; readonly status: number };

/** The body of a successful answer, or why there is none. */
export type Exchange = { readonly kind: 'answered'; readonly body: unknown } | CallFailure;

/** One request; the address never holds member data. */
export interface Call {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Seconds that the endpoint was asked to wait before it answers. */
  readonly wait?: number;
  /** Media type of a file that is asked for; its body is bytes. JSON where not said. */
  readonly file?: string;
}

const defaultDeadline = 90_000;
const firstBackoff = 500;
const longestBackoff = 15_000;
/** Milliseconds for one try, beside the seconds that the endpoint was asked to wait. */
const tryTimeout = 30_000;

/**
 * Calls the endpoint until it answers or the deadline passes. Tried again: a lost network, 429 and 5xx, after a
 * jittered, growing pause that is never shorter than `Retry-After`. Never tried again: any other 4xx. Every try is the
 * same request, so it needs an idempotency key where it changes something.
 */
export async function exchange(call: Call, options: CallOptions): Promise<Exchange> {
  const surroundings = { ...defaultSurroundings(), ...definedOnly(options) };
  const end = surroundings.now() + (options.deadline ?? defaultDeadline);
  for (let tries = 0; ; tries += 1) {
    const attempt = await attemptOnce(call, options, surroundings, end);
    if (attempt.kind !== 'again') return attempt;
    const backoff = surroundings.random() * Math.min(longestBackoff, firstBackoff * 2 ** tries);
    const pause = Math.max(backoff, attempt.retryAfter);
    if (surroundings.now() + pause >= end) return { kind: 'unreachable', reason: attempt.reason };
    await surroundings.sleep(pause, options.signal);
    if (options.signal?.aborted === true) return { kind: 'cancelled' };
  }
}

type Attempt = Exchange | { readonly kind: 'again'; readonly reason: 'network' | 'busy'; readonly retryAfter: number };

async function attemptOnce(call: Call, options: CallOptions, around: Surroundings, end: number): Promise<Attempt> {
  const timeout = Math.min(tryTimeout + (call.wait ?? 0) * 1000, Math.max(1, end - around.now()));
  const limit = abortAfter(timeout, options.signal);
  try {
    const response = await around.fetch(call.url, {
      method: call.method,
      headers: {
        ...call.headers,
        accept: call.file === undefined ? 'application/json' : `${call.file}, application/problem+json`,
        authorization: `Bearer ${options.token}`,
        ...(call.wait === undefined ? {} : { prefer: `wait=${String(call.wait)}` }),
      },
      ...(call.body === undefined ? {} : { body: call.body }),
      signal: limit.signal,
      // The token goes to the plan's endpoint and nowhere else, whatever stands between answers.
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    if (call.file !== undefined && response.ok) return await fileOf(response, call.file);
    return classify(response.status, response.headers, await response.text());
  } catch {
    // The reason is not kept: a platform's message may hold the address or a piece of the body.
    if (options.signal?.aborted === true) return { kind: 'cancelled' };
    return { kind: 'again', reason: 'network', retryAfter: 0 };
  } finally {
    limit.clear();
  }
}

async function fileOf(response: Response, type: string): Promise<Attempt> {
  const given = response.headers.get('content-type')?.split(';')[0]?.trim();
  if (given !== type) return { kind: 'notUnderstood', status: response.status };
  return { kind: 'answered', body: new Uint8Array(await response.arrayBuffer()) };
}

function classify(status: number, headers: Headers, text: string): Attempt {
  if (status === 429 || status >= 500) return { kind: 'again', reason: 'busy', retryAfter: retryAfter(headers) };
  const body = parse(text);
  if (status >= 200 && status < 300) {
    return body === undefined ? { kind: 'notUnderstood', status } : { kind: 'answered', body };
  }
  if (status === 401) return { kind: 'signedOut' };
  const problem = problemSchema.safeParse(body);
  if (!problem.success) return { kind: 'notUnderstood', status };
  const { title, detail } = problems[problem.data.code];
  return { kind: 'refused', problem: { ...problem.data, title, detail } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `Retry-After` in milliseconds; seconds are the only form that the endpoint sends. */
function retryAfter(headers: Headers): number {
  const seconds = headers.get('retry-after');
  return seconds !== null && /^\d{1,5}$/.test(seconds) ? Number(seconds) * 1000 : 0;
}

/** A signal that aborts after a time or with another signal. `AbortSignal.any` is too young for Office's web views. */
function abortAfter(milliseconds: number, outer: AbortSignal | undefined): { signal: AbortSignal; clear: () => void } {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort();
  };
  const timer = setTimeout(abort, milliseconds);
  outer?.addEventListener('abort', abort);
  if (outer?.aborted === true) abort();
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', abort);
    },
  };
}

function defaultSurroundings(): Surroundings {
  return {
    fetch: (input, init) => globalThis.fetch(input, init),
    now: () => performance.now(),
    random: () => Math.random(),
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        signal?.addEventListener('abort', done);
      }),
  };
}

/** The replaced surroundings; a member that is present but undefined replaces nothing. */
function definedOnly(options: Partial<Surroundings>): Partial<Surroundings> {
  const { fetch, now, sleep, random } = options;
  return {
    ...(fetch === undefined ? {} : { fetch }),
    ...(now === undefined ? {} : { now }),
    ...(sleep === undefined ? {} : { sleep }),
    ...(random === undefined ? {} : { random }),
  };
}
