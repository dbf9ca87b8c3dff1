import type { ExcelDateSystem } from '../guidance/civil-date.ts';
import { planFacts } from '../plan/facts.ts';
import type { PlanProfile } from '../plan/profile.ts';
import type { RawCell } from './cell-text.ts';
import { lineDeriver } from './derive-line.ts';
import { entryFromCells, isUsed, type EntryCells } from './entry-cells.ts';
import { entryColumns, invoiceColumn } from './invoice-columns.ts';
import type { EntryKey, LineEntry, Member, ProviderSetup, RowKey, WorkbookLine } from './model.ts';
import { isRowKey } from './row-key.ts';

/** A prepared row of the Invoice sheet as it was read, from Excel or from a file. */
export interface InvoiceRow {
  /** 1-based sheet row. */
  readonly row: number;
  readonly used: boolean;
  readonly rowKey: RowKey | null;
  readonly cells: EntryCells;
  readonly entry: LineEntry;
}

const rowKeyColumn = invoiceColumn('rowKey');

/**
 * Reads a row of the Invoice sheet.
 *
 * @param row 1-based sheet row
 * @param cellIn value of the cell in a column of the layout, by the column's index there
 */
export function invoiceRow(row: number, cellIn: (column: number) => RawCell, dates: ExcelDateSystem): InvoiceRow {
  const cells = Object.fromEntries(entryColumns.map((column) => [column.key, cellIn(column.index)])) as Record<
    EntryKey,
    RawCell
  >;
  const key = String(cellIn(rowKeyColumn.index));
  return {
    row,
    used: isUsed(cells),
    rowKey: isRowKey(key) ? key : null,
    cells,
    entry: entryFromCells(cells, dates),
  };
}

/** What lines are derived from. */
export interface LineGround {
  readonly profile: PlanProfile;
  readonly setup: ProviderSetup;
  readonly members: readonly Member[];
}

/** The lines of rows in use, in order, with what the sheet derives worked out from the same read. */
export function workbookLines(
  { profile, setup, members }: LineGround,
  rows: readonly Pick<InvoiceRow, 'row' | 'rowKey' | 'entry'>[],
): readonly WorkbookLine[] {
  const offered = planFacts(profile).services;
  const texts = lineDeriver({ profile, offered, setup, members }).lines(rows.map(({ entry }) => entry));
  return rows.flatMap(({ row, rowKey, entry }, index): readonly WorkbookLine[] => {
    const text = texts[index];
    return text === undefined ? [] : [{ row, rowKey, entry, text }];
  });
}
