import { civilDateAt } from '../../guidance/civil-date.ts';
import { mappingByHeaders, type ColumnMapping } from '../../workbook/import/column-mapping.ts';
import { keptFor, printMapping, withKeptTargets, withMapping } from '../../workbook/import/kept-mappings.ts';
import { sourceList, type SourceList } from '../../workbook/import/source-list.ts';
import { decodeText } from '../../xlsx/decode-text.ts';
import { readTable } from '../../xlsx/delimited-table.ts';
import type { ImportRefusal } from '../state/fill-state.ts';
import { importOutcome, usualChoices, type ImportDraft } from '../state/import-preview.ts';
import { makeRoom } from './make-room.ts';
import type { EffectContext } from './ports.ts';
import { readSnapshot } from './read-snapshot.ts';
import { runPlanTask, show } from './task.ts';

/** Reads a list that was opened or pasted; nothing is written yet. The text is kept in memory alone. */
export function readList(context: EffectContext, source: Blob | string): Promise<void> {
  return runPlanTask(context, 'readFile', async (plan) => {
    const { store } = context;
    const refuse = (refusal: ImportRefusal) => {
      store.dispatch({ type: 'importRefused', refusal });
    };
    const text = typeof source === 'string' ? source : await textOf(source);
    if (text === null) {
      refuse('unreadable');
      return;
    }
    const table = readTable(text);
    const list = table === null ? 'brokenQuotes' : sourceList(table, 'all');
    if (typeof list === 'string') {
      refuse(list);
      return;
    }
    const { setup } = (await readSnapshot(context, plan)).contents;
    const mapped = await mapColumns(context, list);
    store.dispatch({ type: 'importRead', draft: { list, ...mapped, choices: usualChoices(mapped.mapping, setup) } });
  });
}

/** The bytes of a file as text; null where they cannot be read any more. */
async function textOf(file: Blob): Promise<string | null> {
  try {
    return decodeText(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return null;
  }
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
 * Adds the previewed lines: Setup where it was chosen, Members, then the lines. Room is looked for first, so that
 * nothing is half written for want of it.
 */
export function importList(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'import', async (plan) => {
    const { ports, store } = context;
    const { draft } = store.getState().fill;
    if (draft === null) return;
    const { contents } = await readSnapshot(context, plan);
    const outcome = importOutcome(draft, contents, plan, civilDateAt(ports.now()));
    await makeRoom(context, plan, { lines: outcome.entries.length, members: outcome.members.length });
    if (outcome.setup !== null) await ports.workbook.writeSetup(outcome.setup);
    if (outcome.members.length > 0) await ports.workbook.writeMembers(outcome.members);
    await ports.workbook.appendLines(outcome.entries);
    // The workbook has the lines now: another click must not add them again, whatever is done below.
    store.dispatch({ type: 'fillClosed' });
    const learnt = mappingsToKeep(draft);
    if (learnt !== null) await ports.workbook.writeImportMappings(learnt);
    const { members } = (await readSnapshot(context, plan)).contents;
    show(context, { kind: 'imported', lines: outcome.entries.length, members: members.length });
  });
}

/** What the workbook is to keep for next month's list; null where the headers alone tell, or it is kept already. */
function mappingsToKeep({ list, mapping, byHeaders, kept }: ImportDraft): readonly ColumnMapping[] | null {
  if (kept === null) return null;
  const [latest] = kept;
  const isLatest = latest !== undefined && printMapping(latest) === printMapping(mapping);
  const isTold = keptFor(list, kept) === null && printMapping(byHeaders) === printMapping(mapping);
  return isLatest || isTold ? null : withMapping(kept, mapping);
}
