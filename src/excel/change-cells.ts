import type { ExcelDateSystem } from '../guidance/civil-date.ts';
import { columnOf } from '../guidance/columns.ts';
import type { Area } from '../workbook/area.ts';
import { textOf, valueOf, type RawCell } from '../workbook/cell-text.ts';
import { changedIn, type CellsChange, type ChangedCell, type FilledCell } from '../workbook/filled-cell.ts';
import { billingKeys, linesArea, memberKeys, membersArea, setupCells, siteKeys } from '../workbook/geometry.ts';
import { headerRows, invoiceColumn } from '../workbook/invoice-columns.ts';
import type { SheetRole } from '../workbook/layout.ts';
import { numberFormatOf } from '../workbook/native-checks.ts';
import { asConstant, rangeOf } from './cells.ts';
import { loadDateSystem } from './load-contents.ts';
import { sheetOf } from './locate.ts';

/** A column of cells that is read, and of which some are written. */
interface Strip {
  readonly role: SheetRole;
  readonly area: Area;
}

type Blocks = ReadonlyMap<string, { readonly block: Strip; readonly range: Excel.Range }>;

const markColumn = invoiceColumn('mark').index;

/** Columns that one answer brings: formulas of 5,000 rows have 150 characters each, and Excel on the web sends 5 MB. */
const columnsAtOnce = 6;

/**
 * Makes changes to cells: one read of the columns that they touch, then one write of those changes whose cells all
 * hold what they are said to hold. A cell with a formula never does, so that no formula is lost, a default least.
 *
 * @param rows prepared rows
 */
export async function changeCells(
  context: Excel.RequestContext,
  rows: number,
  changes: readonly CellsChange[],
): Promise<void> {
  const dateSystem = loadDateSystem(context);
  const blocks = new Map<string, { readonly block: Strip; readonly range: Excel.Range }>();
  for (const [name, block] of blocksOf(changes, rows)) {
    blocks.set(name, { block, range: rangeOf(sheetOf(context, block.role), block.area).load({ formulas: true }) });
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    if (blocks.size % columnsAtOnce === 0) await context.sync();
  }
  await context.sync();
  const dates = dateSystem.read();
  const places = placesIn(blocks);
  const holds = (changed: ChangedCell): boolean => {
    const found = places(changed.cell);
    return found !== null && holdsText(found.value, changed, dates);
  };
  const written = new Map<string, (RawCell | null)[][]>();
  const rowsChanged = new Set<number>();
  for (const change of changes) {
    if (!change.cells.every(holds)) continue;
    for (const { cell, after } of changedIn(change)) {
      const found = places(cell);
      if (found === null) continue;
      const values = written.get(found.block) ?? blankOf(blocks.get(found.block)?.block.area);
      written.set(found.block, values);
      const line = values[found.row];
      if (line !== undefined) line[found.column] = constantOf(cell, after, dates);
      if (cell.sheet === 'invoice') rowsChanged.add(cell.row);
    }
  }
  for (const [name, values] of written) {
    const range = blocks.get(name)?.range;
    // Office.js leaves a cell as it is where its value is null.
    if (range !== undefined) range.values = values;
  }
  if (rowsChanged.size > 0) {
    const area = linesArea(rows, markColumn);
    rangeOf(sheetOf(context, 'invoice'), area).values = Array.from({ length: rows }, (_, place) => [
      rowsChanged.has(headerRows + 1 + place) ? '' : null,
    ]);
  }
  await context.sync();
}

/** The blocks that changes touch, by name: a column of the Invoice sheet each, Members as a whole, parts of Setup. */
function blocksOf(changes: readonly CellsChange[], rows: number): ReadonlyMap<string, Strip> {
  const blocks = new Map<string, Strip>();
  for (const { cell } of changes.flatMap(({ cells }) => cells)) {
    const name = blockName(cell);
    if (blocks.has(name)) continue;
    blocks.set(name, blockOf(cell, rows));
  }
  return blocks;
}

function blockName(cell: FilledCell): string {
  return cell.sheet === 'invoice' ? cell.column : cell.sheet;
}

function blockOf(cell: FilledCell, rows: number): Strip {
  switch (cell.sheet) {
    case 'invoice':
      return { role: 'invoice', area: linesArea(rows, invoiceColumn(cell.column).index) };
    case 'members':
      return { role: 'members', area: membersArea(rows) };
    case 'billing':
    case 'sites':
      return { role: 'setup', area: setupCells[cell.sheet] };
    case 'setup':
      return { role: 'setup', area: setupCells.invoiceDate };
  }
}

/** Where a cell stands in the block that holds it, and what stands there. */
interface Place {
  readonly block: string;
  readonly row: number;
  readonly column: number;
  /** A constant, or a formula's text. */
  readonly value: RawCell;
}

function placesIn(blocks: Blocks): (cell: FilledCell) => Place | null {
  const rowsInUse = (name: string): readonly number[] =>
    ((blocks.get(name)?.range.formulas ?? []) as RawCell[][]).flatMap((line, row) =>
      line.some((value) => value !== '') ? [row] : [],
    );
  const lists = { members: rowsInUse('members'), sites: rowsInUse('sites') };
  const positionOf = (cell: FilledCell): readonly [row: number | undefined, column: number] => {
    switch (cell.sheet) {
      case 'invoice':
        return [cell.row - headerRows - 1, 0];
      case 'members':
        return [lists.members[cell.place], memberKeys.indexOf(cell.column)];
      case 'sites':
        return [lists.sites[cell.place], siteKeys.indexOf(cell.column)];
      case 'billing':
        return [billingKeys.indexOf(cell.column), 0];
      case 'setup':
        return [0, 0];
    }
  };
  return (cell) => {
    const block = blockName(cell);
    const [row, column] = positionOf(cell);
    const value = row === undefined ? undefined : (blocks.get(block)?.range.formulas as RawCell[][])[row]?.[column];
    return row === undefined || value === undefined ? null : { block, row, column, value };
  };
}

function holdsText(value: RawCell, { cell, before, after }: ChangedCell, dates: ExcelDateSystem): boolean {
  const isFormula = typeof value === 'string' && value.startsWith('=');
  // A formula in a cell that is only looked at gives what was read, or the cells beside it would not be what they are.
  if (isFormula) return before === after;
  return textOf(value, columnOf(cell.column).element.format, dates) === before;
}

function blankOf(area: Area | undefined): null[][] {
  return Array.from({ length: area?.rows ?? 0 }, () => Array.from({ length: area?.columns ?? 0 }, () => null));
}

function constantOf({ sheet, column }: FilledCell, text: string, dates: ExcelDateSystem): RawCell {
  const { element } = columnOf(column);
  const textFormat = sheet !== 'invoice' || (column !== 'renderingProviderName' && numberFormatOf(element) === '@');
  return asConstant(valueOf(text, element.format, dates), textFormat);
}
