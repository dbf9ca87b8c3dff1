import type { FastifyInstance } from 'fastify';
import type { AdjudicationReceipt } from '../../submission/adjudications.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import { loadDecisions, type AdjudicationParts } from '../adjudication/load-decisions.ts';
import { callerOf } from './guard.ts';
import { planOf } from './staff-plan.ts';

/** What the route works with. */
export interface AdjudicationRouteParts extends AdjudicationParts {
  readonly plans: ReadonlyMap<string, PlanProfile>;
}

/** Bytes: 20,000 rows with long reasons. */
const longestList = 8 * 1024 * 1024;

/**
 * `POST /v1/adjudications?plan=`: what a plan decided of invoices, as a list (`text/csv`) by its own staff. The plan may
 * be left out by staff of one plan.
 */
export function registerAdjudications(app: FastifyInstance, parts: AdjudicationRouteParts): void {
  // A scope of its own: no other route reads CSV.
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, parsed) => {
      parsed(null, body);
    });
    scope.post<{ Querystring: Record<string, unknown> }>(
      '/adjudications',
      {
        bodyLimit: longestList,
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
