import { civilDateAt } from '../../guidance/civil-date.ts';
import { mappingByHeaders, type ColumnMapping } from '../../workbook/import/column-mapping.ts';
import { keptFor, printMapping, withKeptTargets, withMapping } from '../../workbook/import/kept-mappings.ts';
import type { ImportProgress } from '../../workbook/import/preview-import.ts';
import type { SourceList } from '../../workbook/import/source-list.ts';
import { inSlices, pause } from '../../workbook/slices.ts';
import type { FillEvent } from '../state/fill-state.ts';
import {
  importOutcome,
  usualChoices,
  type ImportDraft,
  type ImportOutcome,
  type ImportPurpose,
} from '../state/import-preview.ts';
import type { Plan } from '../state/plans.ts';
import { makeRoom } from './make-room.ts';
import type { EffectContext } from './ports.ts';
import { readOpened } from './read-opened.ts';
import { readSnapshot } from './read-snapshot.ts';
import { runPlanTask, show, stoppable, Stopped } from './task.ts';

/** A change to a list that was read. */
export type ImportChange = Extract<FillEvent, { type: 'importMapped' | 'importDecided' }>;

/** Reads a list that was opened or pasted; nothing is written yet. The text is kept in memory alone. */
export function readList(context: EffectContext, source: Blob | string): Promise<void> {
  return runPlanTask(context, 'readFile', async (plan) => {
    const { store } = context;
    const list = await stoppable(context, (signal) => readOpened(context, { kind: 'list', source }, signal));
    if (typeof list === 'string') {
      store.dispatch({ type: 'importRefused', refusal: list });
      return;
    }
    const { setup } = (await readSnapshot(context, plan)).contents;
    const mapped = await mapColumns(context, list);
    const choices = usualChoices(store.getState().fill.purpose, mapped.mapping, setup);
    store.dispatch({ type: 'importRead', draft: { list, ...mapped, choices } });
    await pause();
    await workOut(context, plan);
  });
}

/**
 * Works out what the list would do, after a change. What is under way for the list as it was begins anew by itself: no
 * choice has to wait.
 */
export async function previewImport(context: EffectContext, change: ImportChange | null): Promise<void> {
  if (change !== null) context.store.dispatch(change);
  await runPlanTask(context, 'previewImport', (plan) => workOut(context, plan));
}

/** Thrown where the list was changed while its preview was under way. */
class Overtaken extends Error {}

/** Works out what the list as it is now would do, in slices, and shows it. */
async function workOut(context: EffectContext, plan: Plan): Promise<void> {
  const { store } = context;
  await stoppable(context, async (signal) => {
    for (;;) {
      const { draft } = store.getState().fill;
      const { snapshot } = store.getState();
      if (draft === null || snapshot === null) return;
      const isPresent = () => store.getState().fill.draft === draft;
      try {
        const outcome = await outcomeOf(context, plan, draft, () => {
          if (signal.aborted) throw new Stopped();
          if (!isPresent()) throw new Overtaken();
        });
        await pause();
        store.dispatch({ type: 'importPreviewed', draft, outcome });
        await pause();
        if (isPresent()) return;
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
      }
    }
  });
}

/** What a list would do to the workbook as it was read last. @param paused called after each pause */
async function outcomeOf(
  { ports, store }: EffectContext,
  plan: Plan,
  draft: ImportDraft,
  paused: () => void,
): Promise<ImportOutcome> {
  const { snapshot } = store.getState();
  if (snapshot === null) throw new RangeError('Nothing was read');
  const progress: ImportProgress = { done: 0, total: null };
  const today = civilDateAt(ports.now());
  store.dispatch({ type: 'progressed', progress: { ...progress } });
  const outcome = await inSlices(importOutcome(draft, snapshot.contents, plan, today, progress), () => {
    paused();
    store.dispatch({ type: 'progressed', progress: { ...progress } });
  });
  store.dispatch({ type: 'progressed', progress: null });
  return outcome;
}

/** Where the list's columns go. The guidance's own headers need no memory, and so no question to Excel. */
async function mapColumns({ ports }: EffectContext, list: SourceList): Promise<Omit<ImportDraft, 'list' | 'choices'>> {
  const exact = mappingByHeaders(list, 'exact');
  if (exact.columns.every(({ target }) => target !== null)) return { mapping: exact, byHeaders: exact, kept: null };
  const byHeaders = mappingByHeaders(list, 'all');
  const kept = await ports.workbook.importMappings();
  return { mapping: keptFor(list, kept) ?? withKeptTargets(byHeaders, kept), byHeaders, kept };
}

/**
 * Adds what was previewed: Setup where it was chosen, Members, then the lines. It is worked out once more on the
 * workbook as it is now, and can be stopped until the first write. Room is looked for first, so that nothing is half
 * written for want of it.
 */
export function importList(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'import', async (plan) => {
    const { ports, store } = context;
    const { draft, purpose } = store.getState().fill;
    if (draft === null) return;
    const outcome = await stoppable(context, async (signal) => {
      await readSnapshot(context, plan);
      return outcomeOf(context, plan, draft, () => {
        if (signal.aborted) throw new Stopped();
      });
    });
    await makeRoom(context, plan, { lines: outcome.entries.length, members: outcome.members.length });
    if (outcome.setup !== null) await ports.workbook.writeSetup(outcome.setup);
    if (outcome.members.length > 0) await ports.workbook.writeMembers(outcome.members);
    if (outcome.entries.length > 0) await ports.workbook.appendLines(outcome.entries);
    // The workbook has the lines now: another click must not add them again, whatever is done below.
    store.dispatch({ type: 'fillClosed' });
    const learnt = mappingsToKeep(draft);
    if (learnt !== null) await ports.workbook.writeImportMappings(learnt);
    const { members } = (await readSnapshot(context, plan)).contents;
    sayWhatCame(context, purpose, outcome, members.length);
  });
}

function sayWhatCame(
  context: EffectContext,
  purpose: ImportPurpose,
  { entries, members }: ImportOutcome,
  roster: number,
): void {
  if (purpose === 'members' && entries.length === 0)
    show(context, { kind: 'membersImported', members: members.length });
  else show(context, { kind: 'imported', lines: entries.length, members: roster });
}

/** What the workbook is to keep for next month's list; null where the headers alone tell, or it is kept already. */
function mappingsToKeep({ list, mapping, byHeaders, kept }: ImportDraft): readonly ColumnMapping[] | null {
  if (kept === null) return null;
  const [latest] = kept;
  const isLatest = latest !== undefined && printMapping(latest) === printMapping(mapping);
  const isTold = keptFor(list, kept) === null && printMapping(byHeaders) === printMapping(mapping);
  return isLatest || isTold ? null : withMapping(kept, mapping);
}
