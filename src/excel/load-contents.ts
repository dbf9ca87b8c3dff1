import type { ExcelDateSystem } from '../guidance/civil-date.ts';
import type { RawCell } from '../workbook/cell-text.ts';
import { entryFromCells, isUsed, type EntryCells } from '../workbook/entry-cells.ts';
import { linesArea, membersArea, setupArea } from '../workbook/geometry.ts';
import { columnRuns, entryColumns, headerRows, invoiceColumn } from '../workbook/invoice-columns.ts';
import { dateProbe } from '../workbook/lists.ts';
import type { EntryKey, LineEntry, Member, ProviderSetup, RowKey } from '../workbook/model.ts';
import { isRowKey } from '../workbook/row-key.ts';
import { membersFromCells, setupFromCells, type CellMatrix } from '../workbook/setup-cells.ts';
import { rangeOf } from './cells.ts';
import { sheetOf } from './locate.ts';

/** A prepared row of the Invoice sheet as it was read. */
export interface ReadRow {
  /** 1-based sheet row. */
  readonly row: number;
  readonly used: boolean;
  readonly rowKey: RowKey | null;
  readonly cells: EntryCells;
  readonly entry: LineEntry;
}

/** What one read brings. */
export interface ReadContents {
  readonly dates: ExcelDateSystem;
  /** Whether Excel calculates by itself; where not, values of formulas may be old. */
  readonly automatic: boolean;
  readonly setup: ProviderSetup;
  readonly members: readonly Member[];
  readonly rows: readonly ReadRow[];
}

/** Runs of neighbouring columns that are read: what a person enters, and the row key. Derived columns are not read. */
export const readRuns = columnRuns((column) => column.kind === 'entry' || column.kind === 'rowKey');

/** The workbook's date system queued for loading. */
export function loadDateSystem(context: Excel.RequestContext): { readonly read: () => ExcelDateSystem } {
  const cell = rangeOf(sheetOf(context, 'lists'), dateProbe.area).load({ values: true });
  return { read: () => (cell.values[0]?.[0] === dateProbe.serialIn1904 ? '1904' : '1900') };
}

/**
 * Queues values only, of the entered columns, Setup and Members. Derived elements are worked out from them, so that
 * 5,000 full rows stay below the 5 MB that Excel on the web answers with at most.
 */
export function loadContents(context: Excel.RequestContext, rows: number): { readonly read: () => ReadContents } {
  const { workbook } = context;
  const dateSystem = loadDateSystem(context);
  workbook.application.load({ calculationMode: true });
  const setup = rangeOf(sheetOf(context, 'setup'), setupArea);
  const members = rangeOf(sheetOf(context, 'members'), membersArea(rows));
  const invoice = sheetOf(context, 'invoice');
  const runs = readRuns.map((run) => rangeOf(invoice, linesArea(rows, run.first, run.count)));
  for (const range of [setup, members, ...runs]) range.load({ values: true });
  return {
    read: () => {
      const dates = dateSystem.read();
      return {
        dates,
        automatic: workbook.application.calculationMode === Excel.CalculationMode.automatic,
        setup: setupFromCells(setup.values as CellMatrix, dates),
        members: membersFromCells(members.values as CellMatrix, dates),
        rows: rowsFrom(
          runs.map((range) => range.values as CellMatrix),
          rows,
          dates,
        ),
      };
    },
  };
}

const runOfColumn = new Map(
  readRuns.flatMap((run, index) =>
    Array.from({ length: run.count }, (_, offset) => [run.first + offset, { run: index, offset }] as const),
  ),
);

/** Takes the cell of a column and row index out of the runs' values. */
function cellIn(runs: readonly CellMatrix[], column: number, row: number): RawCell {
  const place = runOfColumn.get(column);
  return place === undefined ? '' : (runs[place.run]?.[row]?.[place.offset] ?? '');
}

function rowsFrom(runs: readonly CellMatrix[], rows: number, dates: ExcelDateSystem): readonly ReadRow[] {
  const keyColumn = invoiceColumn('rowKey').index;
  return Array.from({ length: rows }, (_, index): ReadRow => {
    const cells = Object.fromEntries(
      entryColumns.map((column) => [column.key, cellIn(runs, column.index, index)]),
    ) as Record<EntryKey, RawCell>;
    const key = String(cellIn(runs, keyColumn, index));
    return {
      row: headerRows + 1 + index,
      used: isUsed(cells),
      rowKey: isRowKey(key) ? key : null,
      cells,
      entry: entryFromCells(cells, dates),
    };
  });
}
