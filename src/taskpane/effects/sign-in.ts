import type { SignInFailure } from '../state/message.ts';
import type { Plan } from '../state/plans.ts';
import type { EffectContext } from './ports.ts';
import { runPlanTask, show } from './task.ts';

/** Signs in where nobody is; null once somebody is, otherwise why not. */
export async function ensureSignedIn(
  { ports, session, store }: EffectContext,
  plan: Plan,
  signal: AbortSignal,
): Promise<SignInFailure | null> {
  if (session.token(ports.now()) !== null) return null;
  const outcome = await ports.signIn(plan, signal);
  if (outcome.kind === 'failed') {
    store.dispatch({ type: 'signedOut' });
    return outcome.reason;
  }
  session.begin(outcome.token);
  store.dispatch({ type: 'signedIn' });
  return null;
}

/** Sign in, as a click of its own. */
export function signIn(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'signIn', async (plan) => {
    const controller = new AbortController();
    context.cancellation.current = controller;
    try {
      const failure = await ensureSignedIn(context, plan, controller.signal);
      show(context, failure === null ? { kind: 'signedIn' } : { kind: 'signInFailed', reason: failure });
    } finally {
      context.cancellation.current = null;
    }
  });
}

/** Forgets the token. */
export function signOut(context: EffectContext): void {
  context.session.end();
  context.store.dispatch({ type: 'signedOut' });
  show(context, { kind: 'signedOut' });
}
