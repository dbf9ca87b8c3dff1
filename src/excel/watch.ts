import { bothEdits, noEdits, withEdit, type Edits, type ReadRole } from './edits.ts';
import { sheetOf } from './locate.ts';
import { runExcel, type RunSignals } from './run.ts';

/**
 * Milliseconds in which occasions count as one: Enter after an entry raises an edit and a new selection, and one look
 * is enough for both.
 */
const together = 25;

const watchedRoles = ['setup', 'members', 'invoice'] as const satisfies readonly ReadRole[];

/** What watching has to know. */
export interface WatchGround {
  /** Prepared rows. */
  readonly rows: number;
  /** Whether this pane writes at the moment. */
  readonly isWriting: () => boolean;
  /** Takes down what may have changed, at once. */
  readonly note: (edits: Edits) => void;
}

/**
 * Notes what somebody edits on our sheets, and calls back afterwards. Our own writes are recognised by their source;
 * where the host does not say it, what happens during a write is noted and nobody is called. A choice from a dropdown may raise no event (office-js
 * 3888), nor does a fill over filtered rows (1110): a new selection is an occasion to look again at the rows that were
 * selected, and at those that are.
 *
 * @returns stops watching
 */
export async function watchEdits(
  signals: RunSignals,
  { rows, isWriting, note }: WatchGround,
  edited: () => void,
): Promise<() => Promise<void>> {
  let pending: ReturnType<typeof setTimeout> | null = null;
  // What was selected when the watch began may have been edited before it.
  let selected: Edits = 'anything';
  const occasion = (edits: Edits): void => {
    note(edits);
    if (isWriting()) return;
    pending ??= setTimeout(() => {
      pending = null;
      edited();
    }, together);
  };
  const handlers = await runExcel(signals, async (context) => {
    const added = watchedRoles.flatMap((role) => {
      const sheet = sheetOf(context, role);
      const changed = sheet.onChanged.add((event) => {
        if (!isOwn(event)) occasion(editsOf(event, role, rows));
        return Promise.resolve();
      });
      const moved = sheet.onSelectionChanged.add((event) => {
        const before = selected;
        selected = withEdit(noEdits, role, event.address, rows);
        occasion(bothEdits(before, selected));
        return Promise.resolve();
      });
      return [changed, moved];
    });
    await context.sync();
    return added;
  });
  return () => {
    if (pending !== null) clearTimeout(pending);
    return runExcel(signals, async () => {
      const contexts = new Set(handlers.map((handler) => handler.context));
      for (const handler of handlers) handler.remove();
      await Promise.all([...contexts].map((context) => context.sync()));
    });
  };
}

/** Hosts that do not say the source leave it out. */
function isOwn(event: { readonly triggerSource?: unknown }): boolean {
  return event.triggerSource === Excel.EventTriggerSource.thisLocalAddin;
}

/** Only edits in place leave the other rows where they are. */
function editsOf(event: Excel.WorksheetChangedEventArgs, role: ReadRole, rows: number): Edits {
  return event.changeType === Excel.DataChangeType.rangeEdited
    ? withEdit(noEdits, role, event.address, rows)
    : 'anything';
}
