import { sameTexts } from '../../workbook/kept-lines.ts';
import type { WorkbookLine } from '../../workbook/model.ts';
import type { Snapshot } from '../state/pane-state.ts';
import type { Plan } from '../state/plans.ts';
import { findInLines, type Follow } from './find-in-lines.ts';
import type { EffectContext } from './ports.ts';
import { unlessStopped } from './task.ts';

/** How the workbook is read, and what is told meanwhile. */
export interface ReadOptions {
  /** Everything in one read, or what was edited since the last one. */
  readonly what?: 'everything' | 'edited';
  /** Nobody asked for it: a cell that is being edited is no reason to wait, or to speak of it. */
  readonly unasked?: boolean;
  readonly follow?: Follow;
  /** Stops waiting for Excel. */
  readonly signal?: AbortSignal;
}

/** Reads the workbook, once, checks it and shows both, unless a later read was shown before this one came back. */
export async function readSnapshot(context: EffectContext, plan: Plan, options: ReadOptions = {}): Promise<Snapshot> {
  const { ports, reads, store } = context;
  reads.started += 1;
  const ticket = reads.started;
  const { profile } = plan;
  const { workbook } = ports;
  const reading =
    options.what === 'edited'
      ? workbook.readEdited(profile, options.unasked === true ? 'giveUp' : 'wait')
      : workbook.read(profile);
  const contents = await unlessStopped(reading, options.signal);
  const snapshot = { contents, findings: await findInLines(context, contents, plan, options.follow) };
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
      return other !== undefined && (line === other || (line.row === other.row && sameTexts(line.text, other.text)));
    })
  );
}
