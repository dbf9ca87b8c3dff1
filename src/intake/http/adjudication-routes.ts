import type { FastifyInstance } from 'fastify';
import type { AdjudicationReceipt } from '../../submission/adjudications.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import type { Caller } from '../identity/access.ts';
import { loadDecisions, type AdjudicationParts } from '../adjudication/load-decisions.ts';
import { callerOf } from './guard.ts';
import { ProblemError } from './problem.ts';

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
          await Promise.resolve(planOf(parts, callerOf(request), request.query));
        },
      },
      async (request): Promise<AdjudicationReceipt> => {
        const caller = callerOf(request);
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        return loadDecisions(parts, planOf(parts, caller, request.query), body, caller);
      },
    );
    done();
  });
}

/** The plan for which a caller acts. @throws ProblemError */
function planOf(parts: AdjudicationRouteParts, caller: Caller, query: unknown): string {
  const { plans } = caller.organisation;
  const asked = (query as Record<string, unknown>)['plan'];
  const [only, ...others] = plans;
  if (asked === undefined && others.length > 0) throw new ProblemError('malformed-request', { pointers: ['/plan'] });
  const planId = asked ?? only;
  if (typeof planId !== 'string' || !plans.includes(planId)) throw new ProblemError('plan-not-yours');
  if (!parts.plans.has(planId)) throw new ProblemError('unknown-plan');
  return planId;
}
