import type { FastifyReply } from 'fastify';
import type { Language } from '../../guidance/messages/words.ts';
import type { DecisionFault } from '../../submission/adjudications.ts';
import type { FileRefusal } from '../../submission/file-refusal.ts';
import { problems, problemType, type Problem, type ProblemCode } from '../../submission/problem.ts';
import { errorCode } from '../errors.ts';
import { fileRefusalTitle, fileRefusalWords } from '../file-refusal-words.ts';
import { StoreError } from '../store/store-error.ts';

/** What a refusal says beside its code. */
interface ProblemDetails {
  readonly pointers?: readonly string[];
  readonly faults?: readonly DecisionFault[];
  readonly retryAfter?: number;
  /** Why a file was refused, and the language in which its sender reads it. */
  readonly file?: { readonly reason: FileRefusal; readonly language: Language };
}

/** Most faults that a refusal names. */
const maximumFaults = 1000;

/** Thrown by a route where it refuses. It names places of the request at most, never what stood there. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly pointers: readonly string[];
  readonly faults: readonly DecisionFault[];
  readonly file: NonNullable<ProblemDetails['file']> | null;
  /** Seconds after which to try again. */
  readonly retryAfter: number | null;

  constructor(code: ProblemCode, more: ProblemDetails = {}) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.pointers = more.pointers ?? [];
    this.faults = more.faults ?? [];
    this.file = more.file ?? null;
    this.retryAfter = more.retryAfter ?? null;
  }
}

/** Codes of fastify and its plugins, and what they are to a caller. What is not named here is our own error. */
const codesOfFastify: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
};

/** Seconds after which to try again where the database took nothing: it may be starting, or another one takes over. */
export const storePause = 5;

/** The problem that an error is to a caller. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof StoreError && error.fault !== 'failed')
    return new ProblemError('busy', { retryAfter: storePause });
  return new ProblemError(codesOfFastify[errorCode(error) ?? ''] ?? 'internal-error');
}

/** A problem as an answer (RFC 9457). */
export function problemResponse(
  problem: ProblemError,
  requestId?: string,
): { readonly status: number; readonly headers: Record<string, string>; readonly body: string } {
  const { status, title, detail } = { ...problems[problem.code], ...wordsOf(problem) };
  const body: Problem = {
    type: problemType(problem.code),
    code: problem.code,
    status,
    title,
    detail,
    ...(requestId === undefined ? {} : { requestId }),
    ...(problem.pointers.length === 0 ? {} : { pointers: [...problem.pointers] }),
    ...(problem.file === null ? {} : { reason: problem.file.reason }),
    ...(problem.faults.length === 0 ? {} : { faults: problem.faults.slice(0, maximumFaults) }),
  };
  return {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...(problem.retryAfter === null ? {} : { 'retry-after': String(problem.retryAfter) }),
      // RFC 6750: says how to sign in, not what was wrong with the token.
      ...(problem.code === 'not-signed-in' ? { 'www-authenticate': 'Bearer' } : {}),
    },
    body: JSON.stringify(body),
  };
}

/** Answers with a problem. */
export function sendProblem(reply: FastifyReply, problem: ProblemError): FastifyReply {
  const { status, headers, body } = problemResponse(problem, reply.request.id);
  return reply
    .code(status)
    .headers({ ...headers, 'x-request-id': reply.request.id })
    .send(body);
}

/** A file is refused with a sentence for its reason. */
function wordsOf({ file }: ProblemError): { readonly title?: string; readonly detail?: string } {
  if (file === null) return {};
  return { title: fileRefusalTitle[file.language], detail: fileRefusalWords(file.reason, file.language) };
}
