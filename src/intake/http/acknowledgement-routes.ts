import type { FastifyInstance } from 'fastify';
import type { AcknowledgementReceipt } from '../../submission/encounters.ts';
import { loadAcknowledgement } from '../encounters/load-acknowledgement.ts';
import type { EncounterParts } from '../encounters/make-files.ts';
import { callerOf } from './guard.ts';
import { planOf } from './staff-plan.ts';

/** Bytes: a 277CA of 20,000 claims. */
const longestAnswer = 16 * 1024 * 1024;

/** As answers are saved and sent. */
export const answerTypes: readonly string[] = ['application/edi-x12', 'text/plain', 'application/octet-stream'];

/** `POST /v1/acknowledgements?plan=`: what came back of encounters (TA1, 999, 277CA), by the plan's staff. */
export function registerAcknowledgements(app: FastifyInstance, parts: EncounterParts): void {
  // A scope of its own: no other route reads X12.
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser([...answerTypes], { parseAs: 'buffer' }, (_request, body, parsed) => {
      parsed(null, body);
    });
    scope.post<{ Querystring: Record<string, unknown> }>(
      '/acknowledgements',
      {
        bodyLimit: longestAnswer,
        preParsing: async (request) => {
          await Promise.resolve(planOf(parts.plans, callerOf(request), request.query));
        },
      },
      async (request): Promise<AcknowledgementReceipt> => {
        const caller = callerOf(request);
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        return loadAcknowledgement(parts, planOf(parts.plans, caller, request.query), body, caller);
      },
    );
    done();
  });
}
