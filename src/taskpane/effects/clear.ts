import { clearable, type Clearable } from '../state/clearable.ts';
import type { Plan } from '../state/plans.ts';
import { readKept } from './follow-up.ts';
import type { EffectContext } from './ports.ts';
import { readSnapshot } from './read-snapshot.ts';
import { runPlanTask, show } from './task.ts';

/** Takes the lines of accepted invoices out of the Invoice sheet, in one write. Asked for apart from Members. */
export function clearLines(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'clear', async (plan) => {
    const { rows } = await presentlyClearable(context, plan);
    if (rows.length === 0) {
      show(context, { kind: 'nothingToClear' });
      return;
    }
    await context.ports.workbook.reorder({ kind: 'remove', rows });
    await readSnapshot(context, plan);
    show(context, { kind: 'linesCleared', lines: rows.length });
  });
}

/** Takes members without a line off the Members sheet, in one write. */
export function clearMembers(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'clear', async (plan) => {
    const { members } = await presentlyClearable(context, plan);
    if (members.length === 0) {
      show(context, { kind: 'nothingToClear' });
      return;
    }
    await context.ports.workbook.removeMembers(new Set(members));
    await readSnapshot(context, plan);
    show(context, { kind: 'membersCleared', members: members.length });
  });
}

/** What may be cleared by what the workbook holds at this click: what was seen before may have changed. */
async function presentlyClearable(context: EffectContext, plan: Plan): Promise<Clearable> {
  const submissions = await readKept(context, plan);
  const { accepted } = await context.ports.workbook.submissionState();
  const { contents } = await readSnapshot(context, plan);
  return clearable(contents, accepted, submissions) ?? { rows: [], staying: contents.lines.length, members: [] };
}
