import type { WorkbookLine } from '../../workbook/model.ts';
import { civilDateAt } from '../../guidance/civil-date.ts';
import type { Snapshot } from '../state/pane-state.ts';
import type { Plan } from '../state/plans.ts';
import { contentsFindings } from '../state/rules.ts';
import type { EffectContext } from './ports.ts';
import { presentPlan } from './task.ts';

/** Reads the workbook, once, checks it and shows both, unless a later read was shown before this one came back. */
export async function readSnapshot(context: EffectContext, plan: Plan): Promise<Snapshot> {
  const { ports, reads, store } = context;
  reads.started += 1;
  const ticket = reads.started;
  const contents = await ports.workbook.read(plan.profile);
  const snapshot = {
    contents,
    findings: contentsFindings(contents, presentPlan(context, plan), civilDateAt(ports.now())),
  };
  if (ticket > reads.shown) {
    reads.shown = ticket;
    const previous = store.getState().snapshot;
    const edited = previous !== null && !sameLines(previous.contents.lines, contents.lines);
    store.dispatch({ type: 'snapshotRead', snapshot, edited });
  }
  return snapshot;
}

/** Whether the same lines stand on the same rows: a new selection is an occasion to look, and mostly changes nothing. */
function sameLines(left: readonly WorkbookLine[], right: readonly WorkbookLine[]): boolean {
  return (
    left.length === right.length &&
    left.every((line, index) => {
      const other = right[index];
      return line.row === other?.row && sameTexts(line.text, other.text);
    })
  );
}

function sameTexts(left: WorkbookLine['text'], right: WorkbookLine['text']): boolean {
  return (Object.keys(left) as (keyof typeof left)[]).every((key) => left[key] === right[key]);
}
