import type { Plan } from '../state/plans.ts';
import type { SubmissionOutcome } from '../state/submission-state.ts';
import type { EffectContext } from './ports.ts';
import { runPlanTask, stoppable } from './task.ts';

/** Runs a submission, sent or sealed, that a person may stop, and shows how it ends. */
export function runSubmission(
  context: EffectContext,
  task: 'submit' | 'seal',
  work: (plan: Plan, signal: AbortSignal) => Promise<SubmissionOutcome>,
): Promise<void> {
  return runPlanTask(context, task, async (plan) => {
    const { store } = context;
    store.dispatch({ type: 'submissionMoved', phase: 'checking' });
    try {
      const outcome = await stoppable(context, (signal) => work(plan, signal));
      store.dispatch({ type: 'submissionEnded', outcome });
    } catch (error) {
      store.dispatch({ type: 'submissionBroken' });
      throw error;
    }
  });
}
