import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TellRead } from '../audit/reads.ts';
import { readErrorFile } from '../checking.ts';
import type { StoredSubmission } from '../store/stored-submission.ts';
import { languageOf } from './parameter.ts';
import { callerOf } from './guard.ts';
import { ProblemError } from './problem.ts';

interface ErrorFileRequest {
  Params: { id: string };
  Querystring: Record<string, unknown>;
}

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8; header=present',
} as const;

/** Seconds after which to ask again for the errors of a submission that is still being checked. */
const checkingPause = 2;

/**
 * `GET …/errors.xlsx` and `…/errors.csv`: what came back, to be corrected; `?language=es` for Spanish. The workbook is
 * not there where no invoice came back.
 *
 * @param own the caller's own submission of a request's id
 */
export function registerErrorFiles(
  app: FastifyInstance,
  parts: Parameters<typeof readErrorFile>[0] & { readonly tellRead: TellRead },
  own: (request: FastifyRequest, id: string) => Promise<StoredSubmission>,
): void {
  const answer = async (
    form: keyof typeof mediaTypes,
    request: FastifyRequest<ErrorFileRequest>,
    reply: FastifyReply,
  ) => {
    const language = languageOf(request.query);
    const submission = await own(request, request.params.id);
    const file = await readErrorFile(parts, submission, form, language);
    if (file === 'unchecked') throw new ProblemError('busy', { retryAfter: checkingPause });
    if (file === null) throw new ProblemError('not-found');
    await parts.tellRead([submission.id], { what: 'errorFile', caller: callerOf(request), from: request.ip });
    // The id says nothing of anybody: a file name may not.
    reply.header('content-disposition', `attachment; filename="errors-${submission.id}.${form}"`);
    return reply.type(mediaTypes[form]).send(Buffer.from(file));
  };
  app.get<ErrorFileRequest>('/submissions/:id/errors.xlsx', (request, reply) => answer('xlsx', request, reply));
  app.get<ErrorFileRequest>('/submissions/:id/errors.csv', (request, reply) => answer('csv', request, reply));
}
