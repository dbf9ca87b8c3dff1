import type { CallFailure, CallOptions } from '../../submission/exchange.ts';
import type { PlanTrouble } from '../state/message.ts';
import type { Plan } from '../state/plans.ts';
import type { EffectContext } from './ports.ts';
import { ensureSignedIn } from './sign-in.ts';
import { show, stoppable } from './task.ts';

/** What a call to the plan's endpoint takes, or why there is none. */
export type PlanCall =
  | { readonly kind: 'ready'; readonly options: CallOptions }
  | { readonly kind: 'trouble'; readonly trouble: PlanTrouble };

/** Signs in where nobody is, and gives what a call takes. */
export async function callPlan(context: EffectContext, plan: Plan, signal: AbortSignal): Promise<PlanCall> {
  const { ports, session } = context;
  if (!ports.mayCall(plan)) return { kind: 'trouble', trouble: { kind: 'failed', reason: 'moved' } };
  const reason = await ensureSignedIn(context, plan, signal);
  if (reason !== null) return { kind: 'trouble', trouble: { kind: 'signInFailed', reason } };
  const token = session.token(ports.now());
  if (token === null) return { kind: 'trouble', trouble: { kind: 'failed', reason: 'signedOut' } };
  return { kind: 'ready', options: { ...ports.surroundings, token, signal } };
}

/** What a call's failure is to a person; a token that the plan no longer takes is forgotten. */
export function troubleFrom({ session, store }: EffectContext, failure: CallFailure): PlanTrouble {
  switch (failure.kind) {
    case 'refused':
      return { kind: 'refused', problem: failure.problem.code, requestId: failure.problem.requestId ?? null };
    case 'signedOut':
      session.end();
      store.dispatch({ type: 'signedOut' });
      return { kind: 'failed', reason: 'signedOut' };
    case 'unreachable':
      return { kind: 'failed', reason: failure.reason };
    default:
      return { kind: 'failed', reason: failure.kind };
  }
}

/** Runs calls to the plan, signed in and stoppable; what goes wrong is shown. */
export async function withPlan(
  context: EffectContext,
  plan: Plan,
  ask: (options: CallOptions) => Promise<PlanTrouble | null>,
): Promise<void> {
  const trouble = await stoppable(context, async (signal) => {
    // A network that is lost is tried again for a while: whoever does not want to wait has a way to stop it.
    context.store.dispatch({ type: 'progressed', progress: { done: 0, total: null } });
    const call = await callPlan(context, plan, signal);
    return call.kind === 'trouble' ? call.trouble : ask(call.options);
  });
  if (trouble !== null) show(context, { kind: 'plan', trouble });
}
