import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { verifyChain } from '../audit/chain.ts';
import { submissionIdPattern } from '../identifiers.ts';
import type { Submissions } from '../store/submissions.ts';
import { callerOf } from './guard.ts';
import { ProblemError } from './problem.ts';

/** An audit chain, as an auditor reads it: codes and counts, never member data. */
export const auditTrailSchema = z.object({
  submissionId: z.string(),
  /** Whether no entry was changed, moved or taken out. */
  holds: z.boolean(),
  entries: z.array(
    z.object({
      sequence: z.int().positive(),
      at: z.iso.datetime(),
      /** Subject of a token, or `endpoint`. */
      actor: z.string(),
      action: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** An audit chain, as an auditor reads it. */
export type AuditTrail = z.infer<typeof auditTrailSchema>;

/**
 * `GET /v1/submissions/{id}/audit`: what happened to a submission and who read what of it, and whether the chain holds.
 * It outlives what it tells of: after a purge it is answered, too.
 */
export function registerAudit(app: FastifyInstance, parts: { readonly submissions: Submissions }): void {
  app.get<{ Params: { id: string } }>('/submissions/:id/audit', async (request): Promise<AuditTrail> => {
    const { id } = request.params;
    const found = submissionIdPattern.test(id)
      ? await parts.submissions.findAuditable(callerOf(request).reach, id)
      : null;
    if (found === null) throw new ProblemError('not-found');
    const chain = await parts.submissions.auditChain(id);
    const entries = chain.map(({ sequence, at, actor, action, detail }) => {
      return { sequence, at, actor, action, detail: JSON.parse(detail) as Record<string, unknown> };
    });
    return { submissionId: id, holds: verifyChain(id, chain).kind === 'whole', entries };
  });
}
