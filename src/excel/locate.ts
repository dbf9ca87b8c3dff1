import { sheetAnchors, sheetRoles } from '../workbook/defined-names.ts';
import { acceptedArea, mostRows, stateArea, stateKeys, type StateKey } from '../workbook/geometry.ts';
import type { SheetNames, SheetRole } from '../workbook/layout.ts';
import type { TemplateState } from '../workbook/sheets/state-sheet.ts';
import { templateStateFrom } from '../workbook/template-state.ts';
import { rangeOf } from './cells.ts';

/** Our sheet of a role, found by its name's first cell: what a person calls the sheet does not matter. */
export function sheetOf(context: Excel.RequestContext, role: SheetRole): Excel.Worksheet {
  return context.workbook.names.getItem(sheetAnchors[role]).getRange().worksheet;
}

/** The State sheet's keys and values queued for loading; a null object where there is no template. */
export function loadState(context: Excel.RequestContext): Excel.Range {
  const anchor = context.workbook.names.getItemOrNullObject(sheetAnchors.state).getRangeOrNullObject();
  const cells = anchor.getOffsetRange(stateArea.row, stateArea.column).getResizedRange(stateArea.rows - 1, 1);
  return cells.load({ values: true });
}

/** What loaded State cells say, or null where there is no template. */
export function stateOf(cells: Excel.Range): TemplateState | null {
  return cells.isNullObject ? null : templateStateFrom(cells.values as readonly (readonly unknown[])[]);
}

/**
 * Prepared rows of a template. Where somebody altered the number, the most that there can be: reading too many rows
 * brings blanks, reading too few would lose lines.
 */
export function rowsOf(state: TemplateState): number {
  const rows = Number(state.rows);
  return Number.isInteger(rows) && rows >= 1 && rows <= mostRows ? rows : mostRows;
}

/** The cell of a key on the State sheet. */
export function stateCell(context: Excel.RequestContext, key: StateKey): Excel.Range {
  return rangeOf(sheetOf(context, 'state'), {
    row: stateArea.row + stateKeys.indexOf(key),
    column: stateArea.column + 1,
    rows: 1,
    columns: 1,
  });
}

/** The first `count` cells of the accepted invoice numbers. */
export function acceptedCells(context: Excel.RequestContext, count: number): Excel.Range {
  return rangeOf(sheetOf(context, 'state'), { ...acceptedArea, rows: count });
}

/** The present names of our sheets queued for loading. */
export function loadSheetNames(context: Excel.RequestContext): { readonly read: () => SheetNames } {
  const sheets = sheetRoles.map((role) => {
    const sheet = sheetOf(context, role);
    sheet.load({ name: true });
    return [role, sheet] as const;
  });
  return {
    read: () => Object.fromEntries(sheets.map(([role, sheet]) => [role, sheet.name])) as Record<SheetRole, string>,
  };
}
