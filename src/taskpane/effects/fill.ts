import { blankEntry } from '../../workbook/entry-cells.ts';
import { isEntryKey } from '../../workbook/invoice-columns.ts';
import type { EntryKey, LineOrder } from '../../workbook/model.ts';
import { makeRoom } from './make-room.ts';
import type { EffectContext } from './ports.ts';
import { readSnapshot } from './read-snapshot.ts';
import { runPlanTask, show } from './task.ts';

/** What the pane does to a line where it stands. */
export type Arrangement = 'insert' | 'delete' | 'moveUp' | 'moveDown';

/** Orders in which the pane sorts all lines, by their first column. */
export const sortings = {
  invoiceNumber: ['invoiceNumber', 'serviceStartDate'],
  memberCin: ['memberCin', 'serviceStartDate'],
  serviceStartDate: ['serviceStartDate', 'invoiceNumber'],
  procedureCode: ['procedureCode', 'serviceStartDate'],
} as const satisfies Partial<Record<EntryKey, readonly EntryKey[]>>;

/** First column of an order. */
export type Sorting = keyof typeof sortings;

/** Opens the form for the line of a row, or for the selected cell's; a free row gives a new line on that row. */
export function openLine(context: EffectContext, which: number | 'selected'): Promise<void> {
  return runPlanTask(context, 'openLine', async (plan) => {
    const { ports, store } = context;
    const row = which === 'selected' ? await ports.workbook.selectedRow() : which;
    if (row === null) {
      show(context, { kind: 'selectLine' });
      return;
    }
    const { contents } = await readSnapshot(context, plan);
    const line = contents.lines.find((each) => each.row === row);
    store.dispatch({ type: 'stepChosen', step: 'fill' });
    store.dispatch({ type: 'lineOpened', row, entry: line?.entry ?? blankEntry });
  });
}

/** Saves the line under edit as it is typed; what is not right yet is said. */
export function saveLine(context: EffectContext, options: { readonly another: boolean }): Promise<void> {
  return runPlanTask(context, 'saveLine', async (plan) => {
    const { ports, store } = context;
    const form = store.getState().fill.line;
    if (form === null) return;
    if (form.row === null) await makeRoom(context, plan, { lines: 1, members: 0 });
    const row = form.row ?? (await ports.workbook.appendLines([form.entry]));
    if (form.row !== null) await ports.workbook.writeLine(form.row, form.entry);
    const { contents, findings } = await readSnapshot(context, plan);
    const place = contents.lines.findIndex((line) => line.row === row);
    // What is derived is mended where it comes from; the form speaks of its own fields.
    const problems = findings.filter(
      ({ column, line, severity }) => line === place && severity === 'error' && isEntryKey(column),
    ).length;
    store.dispatch({ type: 'lineSaved', row, problems });
    if (problems === 0 && options.another) store.dispatch({ type: 'lineOpened', row: null, entry: blankEntry });
    show(context, { kind: 'lineSaved', row, problems });
  });
}

/** Row of the selected cell, where a line can be. A person who selected none is told to. */
export function findSelectedRow(context: EffectContext): Promise<number | null> {
  let found: number | null = null;
  return runPlanTask(context, 'select', async () => {
    found = await context.ports.workbook.selectedRow();
    if (found === null) show(context, { kind: 'selectLine' });
  }).then(() => found);
}

/** Inserts above, deletes or moves the line of a row; the lines take their keys and marks along. */
export function arrange(context: EffectContext, arrangement: Arrangement, row: number): Promise<void> {
  return runPlanTask(context, 'arrange', async (plan) => {
    const { lines } = (await readSnapshot(context, plan)).contents;
    const place = lines.findIndex((line) => line.row === row);
    if (place < 0 && arrangement !== 'insert') {
      show(context, { kind: 'lineGone' });
      return;
    }
    const neighbour = lines[arrangement === 'moveUp' ? place - 1 : place + 1]?.row ?? row;
    const order: LineOrder =
      arrangement === 'insert'
        ? { kind: 'insert', before: row }
        : arrangement === 'delete'
          ? { kind: 'delete', row }
          : { kind: 'move', from: row, to: neighbour };
    if (arrangement === 'insert') await makeRoom(context, plan, { lines: 1, members: 0 });
    await context.ports.workbook.reorder(order);
    await readSnapshot(context, plan);
    if (arrangement === 'insert') show(context, { kind: 'lineInserted', row });
    else if (arrangement === 'delete') show(context, { kind: 'lineDeleted', row });
    else {
      show(context, { kind: 'lineMoved', row: neighbour });
      await context.ports.workbook.select(neighbour, 'invoiceNumber');
    }
  });
}

/** Sorts all lines. */
export function sortLines(context: EffectContext, sorting: Sorting): Promise<void> {
  return runPlanTask(context, 'arrange', async (plan) => {
    await context.ports.workbook.reorder({ kind: 'sort', by: sortings[sorting] });
    await readSnapshot(context, plan);
    show(context, { kind: 'sorted' });
  });
}

/** Shows or hides the provider's derived columns on the sheet. */
export function showProviderBlock(context: EffectContext, shown: boolean): Promise<void> {
  return runPlanTask(context, 'arrange', () => context.ports.workbook.showProviderBlock(shown));
}
