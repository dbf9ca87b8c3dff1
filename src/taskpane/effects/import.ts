import { civilDateAt } from '../../guidance/civil-date.ts';
import { parseCsv } from '../../xlsx/csv.ts';
import { importOutcome, previewOf } from '../state/import-preview.ts';
import { makeRoom } from './make-room.ts';
import type { EffectContext } from './ports.ts';
import { readSnapshot } from './read-snapshot.ts';
import { runPlanTask, show } from './task.ts';

/** Reads a list that was opened or pasted; nothing is written yet. The text is kept in memory alone. */
export function readList(context: EffectContext, source: Blob | string): Promise<void> {
  return runPlanTask(context, 'readFile', async (plan) => {
    const { store } = context;
    const text = typeof source === 'string' ? source : await source.text().catch(() => null);
    const parsed = text === null ? ({ kind: 'refused', reason: 'unreadable' } as const) : parseCsv(text);
    if (parsed.kind === 'refused') {
      store.dispatch({ type: 'importRefused', refusal: parsed.reason });
      return;
    }
    const { setup } = (await readSnapshot(context, plan)).contents;
    store.dispatch({ type: 'importRead', preview: previewOf(parsed, setup) });
  });
}

/**
 * Adds the previewed lines: Setup where it was chosen, Members, then the lines. Room is looked for first, so that
 * nothing is half written for want of it.
 */
export function importList(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'import', async (plan) => {
    const { ports, store } = context;
    const { preview } = store.getState().fill;
    if (preview === null) return;
    const { contents } = await readSnapshot(context, plan);
    const outcome = importOutcome(preview, contents, plan, civilDateAt(ports.now()));
    await makeRoom(context, plan, { lines: outcome.entries.length, members: outcome.members.length });
    if (outcome.setup !== null) await ports.workbook.writeSetup(outcome.setup);
    if (outcome.members.length > 0) await ports.workbook.writeMembers(outcome.members);
    await ports.workbook.appendLines(outcome.entries);
    // The workbook has the lines now: another click must not add them again, whatever the read below does.
    store.dispatch({ type: 'fillClosed' });
    const { members } = (await readSnapshot(context, plan)).contents;
    show(context, { kind: 'imported', lines: outcome.entries.length, members: members.length });
  });
}
