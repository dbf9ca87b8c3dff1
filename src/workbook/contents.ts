import type { ExcelDateSystem } from '../guidance/civil-date.ts';
import type { RawCell } from './cell-text.ts';
import { columnRuns, entryColumns, headerRows, invoiceColumn } from './invoice-columns.ts';
import { invoiceRow, type InvoiceRow } from './invoice-rows.ts';
import type { Member, ProviderSetup } from './model.ts';
import { isRowKey } from './row-key.ts';
import { memberFromCells, setupFromCells, type CellMatrix } from './setup-cells.ts';
import type { SlicedWork } from './slices.ts';

/** A row of the Members sheet as it was read. */
export interface ReadMember {
  readonly cells: readonly RawCell[];
  /** Null for a blank row. */
  readonly member: Member | null;
}

/** What one read brings. */
export interface ReadContents {
  readonly dates: ExcelDateSystem;
  /** Whether Excel calculates by itself; where not, values of formulas may be old. */
  readonly automatic: boolean;
  readonly setupCells: CellMatrix;
  readonly setup: ProviderSetup;
  readonly memberRows: readonly ReadMember[];
  readonly members: readonly Member[];
  readonly rows: readonly InvoiceRow[];
}

/** Rows below each other in the prepared area of a sheet: `first` is 0-based from its first prepared row. */
export interface RowSpan {
  readonly first: number;
  readonly count: number;
}

/** Values as Excel gave them, not understood yet. */
export interface ReadCells {
  readonly dates: ExcelDateSystem;
  readonly automatic: boolean;
  /** Null where it was not asked for. */
  readonly setup: CellMatrix | null;
  readonly members: readonly { readonly span: RowSpan; readonly cells: CellMatrix }[];
  readonly lines: readonly { readonly span: RowSpan; readonly runs: readonly CellMatrix[] }[];
}

/** Runs of neighbouring columns that are read: what a person enters, and the row key. Derived columns are not read. */
export const readRuns = columnRuns((column) => column.kind === 'entry' || column.kind === 'rowKey');

/** Rows between two chances to wait. */
const stride = 50;

/**
 * What was read, put over what was known before. A row, a member and Setup whose cells are as before are the objects
 * of before.
 */
export function* contentsFrom(cells: ReadCells, known: ReadContents | null): SlicedWork<ReadContents> {
  const { dates, automatic } = cells;
  const before = known?.dates === dates ? known : null;
  const setupIsKnown = before !== null && (cells.setup === null || sameMatrix(before.setupCells, cells.setup));
  const setup = setupIsKnown ? before.setup : setupFromCells(cells.setup ?? [], dates);

  const memberRows = [...(before?.memberRows ?? [])];
  let otherMembers = before === null;
  for (const { span, cells: matrix } of cells.members) {
    for (const [offset, row] of matrix.entries()) {
      const present = memberRows[span.first + offset];
      if (offset % stride === stride - 1) yield;
      if (present !== undefined && sameCells(present.cells, row)) continue;
      memberRows[span.first + offset] = { cells: row, member: memberFromCells(row, dates) };
      otherMembers = true;
    }
  }
  const rows = [...(before?.rows ?? [])];
  for (const { span, runs } of cells.lines) {
    for (let offset = 0; offset < span.count; offset += 1) {
      if (offset % stride === stride - 1) yield;
      const place = span.first + offset;
      rows[place] = rowFrom(runs, offset, headerRows + 1 + place, dates, rows[place]);
    }
  }
  return {
    dates,
    automatic,
    setupCells: setupIsKnown ? before.setupCells : (cells.setup ?? []),
    setup,
    memberRows,
    members: otherMembers || before === null ? memberRows.flatMap(({ member }) => member ?? []) : before.members,
    rows,
  };
}

function sameCells(left: readonly RawCell[], right: readonly RawCell[]): boolean {
  return left.length === right.length && left.every((cell, place) => cell === right[place]);
}

function sameMatrix(left: CellMatrix, right: CellMatrix): boolean {
  return left.length === right.length && left.every((row, place) => sameCells(row, right[place] ?? []));
}

const runOfColumn = new Map(
  readRuns.flatMap((run, index) =>
    Array.from({ length: run.count }, (_, offset) => [run.first + offset, { run: index, offset }] as const),
  ),
);

function placeInRuns(column: number): { readonly run: number; readonly offset: number } {
  const place = runOfColumn.get(column);
  if (place === undefined) throw new RangeError('This column is not read');
  return place;
}

const entryPlaces = entryColumns.map(({ key, index }) => ({ key, ...placeInRuns(index) }));
const keyPlace = placeInRuns(invoiceColumn('rowKey').index);

function rowFrom(
  runs: readonly CellMatrix[],
  offset: number,
  row: number,
  dates: ExcelDateSystem,
  before: InvoiceRow | undefined,
): InvoiceRow {
  const lines = runs.map((run) => run[offset] ?? []);
  const written = String(lines[keyPlace.run]?.[keyPlace.offset] ?? '');
  const rowKey = isRowKey(written) ? written : null;
  const isKnown =
    before !== undefined &&
    entryPlaces.every(({ key, run, offset: at }) => before.cells[key] === (lines[run]?.[at] ?? ''));
  if (isKnown) return before.rowKey === rowKey ? before : { ...before, rowKey };
  const cellIn = (column: number): RawCell => {
    const place = placeInRuns(column);
    return lines[place.run]?.[place.offset] ?? '';
  };
  return invoiceRow(row, cellIn, dates);
}
