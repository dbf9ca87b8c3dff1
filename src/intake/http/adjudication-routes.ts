import type { FastifyInstance } from 'fastify';
import type { AdjudicationReceipt } from '../../submission/adjudications.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import { loadDecisions, type AdjudicationParts } from '../adjudication/load-decisions.ts';
import { answerTypes } from './acknowledgement-routes.ts';
import { callerOf } from './guard.ts';
import { planOf } from './staff-plan.ts';

/** What the route works with. */
export interface AdjudicationRouteParts extends AdjudicationParts {
  readonly plans: ReadonlyMap<string, PlanProfile>;
}

/** Bytes: 20,000 rows with long reasons, or an 835 of 20,000 claims. */
const longest = 16 * 1024 * 1024;

/** What it is, its beginning says. */
export const decisionTypes: readonly string[] = ['text/csv', ...answerTypes];

/**
 * `POST /v1/adjudications?plan=`: what a plan decided of invoices, as a list (CSV) or an 835, by its own staff. The plan
 * may be left out by staff of one plan.
 */
export function registerAdjudications(app: FastifyInstance, parts: AdjudicationRouteParts): void {
  // A scope of its own: no other route reads such files.
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser([...decisionTypes], { parseAs: 'buffer' }, (_request, body, parsed) => {
      parsed(null, body);
    });
    scope.post<{ Querystring: Record<string, unknown> }>(
      '/adjudications',
      {
        bodyLimit: longest,
        preParsing: async (request) => {
          await Promise.resolve(planOf(parts.plans, callerOf(request), request.query));
        },
      },
      async (request): Promise<AdjudicationReceipt> => {
        const caller = callerOf(request);
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        return loadDecisions(parts, planOf(parts.plans, caller, request.query), body, caller);
      },
    );
    done();
  });
}
