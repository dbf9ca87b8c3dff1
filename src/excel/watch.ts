import { runExcel, type RunSignals } from './run.ts';
import { sheetOf } from './locate.ts';

/**
 * Milliseconds in which occasions count as one: Enter after an entry raises an edit and a new selection, and one look
 * is enough for both.
 */
const together = 25;

const watchedRoles = ['setup', 'members', 'invoice'] as const;

/**
 * Calls back after somebody edited our sheets. Our own writes are recognised by their source, and where the host does
 * not say it by `isWriting`. A choice from a dropdown may raise no event (office-js 3888): a new selection on the
 * Invoice sheet counts as an occasion to look again.
 *
 * @returns stops watching
 */
export async function watchEdits(
  signals: RunSignals,
  isWriting: () => boolean,
  edited: () => void,
): Promise<() => Promise<void>> {
  let pending: ReturnType<typeof setTimeout> | null = null;
  const occasion = (): void => {
    pending ??= setTimeout(() => {
      pending = null;
      edited();
    }, together);
  };
  const handlers = await runExcel(signals, async (context) => {
    const sheets = watchedRoles.map((role) => sheetOf(context, role));
    const notify = (event: { readonly triggerSource?: unknown }): Promise<void> => {
      if (!isWriting() && event.triggerSource !== Excel.EventTriggerSource.thisLocalAddin) occasion();
      return Promise.resolve();
    };
    const look = (): Promise<void> => {
      if (!isWriting()) occasion();
      return Promise.resolve();
    };
    const added = [
      ...sheets.map((sheet) => sheet.onChanged.add(notify)),
      ...sheets.map((sheet) => sheet.onSelectionChanged.add(look)),
    ];
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
