import type { WorkbookContents } from '../../excel/invoice-workbook.ts';
import { cellReader } from '../../workbook/cell-reader.ts';
import { changedIn, reversed, type CellsChange, type FilledCell } from '../../workbook/filled-cell.ts';
import { isOfForm, offeredRepairs, repairsAtCell } from '../../workbook/sheet-repairs.ts';
import { inSlices } from '../../workbook/slices.ts';
import { wantedRepairs } from '../state/repairs-state.ts';
import { factsOf } from '../state/rules.ts';
import type { EffectContext } from './ports.ts';
import { readSnapshot } from './read-snapshot.ts';
import { runPlanTask, show } from './task.ts';

/** Shows what repairs would change: all of them, or those at one cell. Nothing is written. */
export function previewRepairs(context: EffectContext, at: FilledCell | 'everywhere'): Promise<void> {
  return runPlanTask(context, 'previewRepairs', async (plan) => {
    const { contents, findings } = await readSnapshot(context, plan);
    const offered = await inSlices(offeredRepairs({ ...contents, findings, facts: factsOf(plan) }));
    const repairs = at === 'everywhere' ? offered.filter(isOfForm) : repairsAtCell(offered, at);
    if (repairs.length === 0) show(context, { kind: 'noRepairs' });
    else context.store.dispatch({ type: 'repairsPreviewed', repairs });
  });
}

/** Makes the repairs of the preview. A cell that was changed since it was read is left alone, and that is said. */
export function makeRepairs(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'makeRepairs', async (plan) => {
    const { ports, store } = context;
    const { preview } = store.getState().repairs;
    if (preview === null) return;
    const wanted = wantedRepairs(preview);
    await ports.workbook.changeCells(wanted);
    const { contents } = await readSnapshot(context, plan);
    const made = madeIn(wanted, contents);
    store.dispatch({ type: 'repairsMade', made });
    show(context, { kind: 'repairsMade', made: made.length, left: wanted.length - made.length });
  });
}

/** Takes back what was made last; here, too, a cell that was changed since then is left alone. */
export function takeRepairsBack(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'takeRepairsBack', async (plan) => {
    const { ports, store } = context;
    const { made } = store.getState().repairs;
    if (made === null) return;
    const changes = made.map(reversed);
    await ports.workbook.changeCells(changes);
    const { contents } = await readSnapshot(context, plan);
    const back = madeIn(changes, contents).length;
    store.dispatch({ type: 'repairsTakenBack' });
    show(context, { kind: 'repairsTakenBack', made: back, left: changes.length - back });
  });
}

/** The changes that a read shows to be made. */
function madeIn<Change extends CellsChange>(changes: readonly Change[], contents: WorkbookContents): readonly Change[] {
  const read = cellReader(contents);
  return changes.filter((change) => changedIn(change).every(({ cell, after }) => (read(cell) ?? '') === after));
}
