import type { ExcelDateSystem } from '../guidance/civil-date.ts';
import type { RawCell } from '../workbook/cell-text.ts';
import { linesArea, membersArea, setupArea } from '../workbook/geometry.ts';
import { columnRuns, headerRows } from '../workbook/invoice-columns.ts';
import { invoiceRow, type InvoiceRow } from '../workbook/invoice-rows.ts';
import { dateProbe } from '../workbook/lists.ts';
import type { Member, ProviderSetup } from '../workbook/model.ts';
import { membersFromCells, setupFromCells, type CellMatrix } from '../workbook/setup-cells.ts';
import { rangeOf } from './cells.ts';
import { sheetOf } from './locate.ts';

/** What one read brings. */
export interface ReadContents {
  readonly dates: ExcelDateSystem;
  /** Whether Excel calculates by itself; where not, values of formulas may be old. */
  readonly automatic: boolean;
  readonly setup: ProviderSetup;
  readonly members: readonly Member[];
  readonly rows: readonly InvoiceRow[];
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

function rowsFrom(runs: readonly CellMatrix[], rows: number, dates: ExcelDateSystem): readonly InvoiceRow[] {
  return Array.from({ length: rows }, (_, index) =>
    invoiceRow(headerRows + 1 + index, (column) => cellIn(runs, column, index), dates),
  );
}
