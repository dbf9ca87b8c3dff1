import type { PlanProfile } from '../../plan/profile.ts';
import type { Caller } from '../identity/access.ts';
import { ProblemError } from './problem.ts';

/** The plan for which a caller acts: that of the address, or the only one of the caller's. @throws ProblemError */
export function planOf(served: ReadonlyMap<string, PlanProfile>, caller: Caller, query: unknown): string {
  const { plans } = caller.organisation;
  const asked = (query as Record<string, unknown>)['plan'];
  const [only, ...others] = plans;
  if (asked === undefined && others.length > 0) throw new ProblemError('malformed-request', { pointers: ['/plan'] });
  const planId = asked ?? only;
  if (typeof planId !== 'string' || !plans.includes(planId)) throw new ProblemError('plan-not-yours');
  if (!served.has(planId)) throw new ProblemError('unknown-plan');
  return planId;
}
