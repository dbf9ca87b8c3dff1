import type { Plan } from '../state/plans.ts';
import { restartLiveCheck } from './live-check.ts';
import type { EffectContext } from './ports.ts';

/** Makes room in the workbook. Rebuilt sheets are others than those that were watched. */
export async function makeRoom(
  context: EffectContext,
  plan: Plan,
  more: { readonly lines: number; readonly members: number },
): Promise<void> {
  const rebuilt = await context.ports.workbook.makeRoom(plan.profile, more.lines, more.members);
  if (rebuilt) await restartLiveCheck(context);
}
