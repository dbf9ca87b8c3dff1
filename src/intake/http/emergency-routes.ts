import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  emergencyRequestSchema,
  type EmergencyAccess,
  type EmergencyAccessList,
} from '../../submission/emergency-access.ts';
import { redisclosureNotice } from '../../xlsx/errors/redisclosure.ts';
import { listEmergencyAccesses, openInEmergency, readInEmergency, type EmergencyParts } from '../emergency-access.ts';
import type { StoredSubmission } from '../store/stored-submission.ts';
import { callerOf } from './guard.ts';
import { jsonBody } from './json-body.ts';
import { ProblemError } from './problem.ts';

interface ById {
  Params: { id: string };
}

/** Bytes of a request: a code and a few sentences. */
const small = { bodyLimit: 16 * 1024 };

/**
 * By auditors and administrators of a plan or a delegate: `POST /v1/submissions/{id}/emergency-access` opens a
 * submission for a stated reason, `GET /v1/submissions/{id}/envelope` is then what was sent, for an hour, and
 * `GET /v1/emergency-accesses` says who opened what and why.
 *
 * @param own the submission of a request's id, where it is within the caller's reach
 */
export function registerEmergency(
  app: FastifyInstance,
  parts: EmergencyParts,
  own: (request: FastifyRequest, id: string) => Promise<StoredSubmission>,
): void {
  app.post<ById>('/submissions/:id/emergency-access', small, async (request, reply): Promise<EmergencyAccess> => {
    const submission = await own(request, request.params.id);
    const reason = jsonBody(request, emergencyRequestSchema);
    const access = await openInEmergency(parts, submission, reason, callerOf(request), request.ip);
    reply.code(201);
    return access;
  });

  app.get<ById>('/submissions/:id/envelope', async (request, reply): Promise<FastifyReply> => {
    const submission = await own(request, request.params.id);
    const envelope = await readInEmergency(parts, submission, callerOf(request), request.ip);
    if (envelope === null) throw new ProblemError('not-found');
    if (envelope === 'notOpen') throw new ProblemError('emergency-not-open');
    const notice = submission.part2Program ? { notice: redisclosureNotice('en') } : {};
    const head = JSON.stringify({ submissionId: submission.id, ...notice }).slice(0, -1);
    // Put together as bytes: a large one would hold everybody up to be read and written again.
    const body = Buffer.concat([Buffer.from(`${head},"envelope":`), envelope, Buffer.from('}')]);
    return reply.type('application/json; charset=utf-8').send(body);
  });

  app.get('/emergency-accesses', (request): Promise<EmergencyAccessList> => {
    return listEmergencyAccesses(parts, callerOf(request).reach);
  });
}
