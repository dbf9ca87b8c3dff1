import { restartLiveCheck } from './live-check.ts';
import type { EffectContext } from './ports.ts';
import { readSnapshot } from './read-snapshot.ts';
import { runPlanTask, show } from './task.ts';

/** Mends damage to the sheets; entries are kept. */
export function repair(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'repair', async (plan) => {
    const outcome = await context.ports.workbook.repair(plan.profile);
    context.store.dispatch({ type: 'damagesRead', damages: [] });
    if (outcome.kind === 'repaired' && outcome.rebuilt) await restartLiveCheck(context);
    await readSnapshot(context, plan);
    if (outcome.kind === 'nothingToDo') {
      show(context, { kind: 'nothingToRepair' });
      return;
    }
    show(context, { kind: 'repaired', places: outcome.damages.length, rebuilt: outcome.rebuilt });
  });
}
