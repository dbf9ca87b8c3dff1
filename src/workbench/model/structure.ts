import { adjustParts, type FormulaPlace, type StructureChange } from '../calculation/reference-adjustment.ts';
import { maximumColumns, maximumRows, wholeColumns, wholeRows } from './area.ts';
import type { CellFormat } from './cell-format.ts';
import { type CellStore, cellState, type ColumnStore, FormulaBlock, type FormulaShape } from './cell-store.ts';
import { Refusal } from './refusal.ts';
import type { Sheet } from './sheet.ts';

/** Puts in or takes out entire rows or columns; every reference in the workbook follows. */
export function restructureSheet(sheet: Sheet, change: StructureChange): void {
  const { axis, at, count, type } = change;
  check(sheet, change);
  const { recorder, calculator } = sheet.book.ground;
  recorder.run(() => {
    recorder.recordState(() => sheet.book.capture());
    for (const one of sheet.book.sheets) adjustFormulas(one, change);
    if (axis === 'row') restructureRows(sheet.store, change);
    else restructureColumns(sheet.store, change);
    for (const one of sheet.book.sheets) {
      if (one === sheet) {
        one.validations.restructure(change);
        one.conditionalFormats.restructure(change);
      } else {
        one.validations.adjust(change);
        one.conditionalFormats.adjust(change);
      }
    }
    sheet.layout.restructure(change);
    sheet.filter.restructure(change);
    sheet.book.names.adjust(change);
    calculator.rebuild();
    recorder.announce({
      type: 'changed',
      sheetId: sheet.id,
      changeType: `${axis === 'row' ? 'Row' : 'Column'}${type === 'insert' ? 'Inserted' : 'Deleted'}`,
      area: axis === 'row' ? wholeRows(at, at + count - 1) : wholeColumns(at, at + count - 1),
    });
  });
}

function check(sheet: Sheet, { axis, at, count, type }: StructureChange): void {
  const limit = axis === 'row' ? maximumRows : maximumColumns;
  if (!Number.isInteger(at) || !Number.isInteger(count) || at < 0 || count < 1 || at + count > limit) {
    throw new Refusal('invalidArgument', 'The rows or columns do not lie within the sheet.');
  }
  const used = sheet.usedArea();
  const last = axis === 'row' ? used?.bottom : used?.right;
  if (type === 'insert' && last !== undefined && last >= at && last + count >= limit) {
    throw new Refusal(
      'invalidArgument',
      "Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
    );
  }
}

/** Formulas keep meaning the same cells. They join the calculation anew afterwards. */
function adjustFormulas(sheet: Sheet, change: StructureChange): void {
  const { library } = sheet.book.ground.calculator;
  const { store, id: sheetId } = sheet;
  store.columns.forEach((columnStore, column) => {
    columnStore?.cells.forEach((cell, row) => {
      const shape = cell?.formula?.shape;
      if (cell === undefined || shape === undefined || shape.references.length === 0) return;
      const before: FormulaPlace = { sheetId, row, column };
      const after = change.sheetId === sheetId ? shifted(before, change) : before;
      if (after === undefined) return;
      const parts = adjustParts(shape.parts, before, after, change);
      if (parts === shape.parts) return;
      const adjusted: FormulaShape = library.fromParts(parts, after.row, after.column);
      cell.formula = new FormulaBlock(adjusted, store, column);
    });
  });
}

/** Where a cell of the changed sheet comes to lie; undefined where it goes. */
function shifted(place: FormulaPlace, { type, axis, at, count }: StructureChange): FormulaPlace | undefined {
  const line = axis === 'row' ? place.row : place.column;
  if (line < at) return place;
  if (type === 'delete' && line < at + count) return undefined;
  const to = type === 'insert' ? line + count : line - count;
  return axis === 'row' ? { ...place, row: to } : { ...place, column: to };
}

function restructureRows(store: CellStore, { type, at, count }: StructureChange): void {
  for (const column of store.columns) {
    if (column === undefined || column.cells.length <= at) continue;
    if (type === 'delete') column.cells.splice(at, count);
    else insertCells(column, at, count);
  }
  store.rowFormats = restructuredFormats(store.rowFormats, at, type === 'insert' ? count : -count);
}

function insertCells(column: ColumnStore, at: number, count: number): void {
  const above = column.cells[at - 1]?.format;
  const fresh = Array.from({ length: count }, () =>
    above === undefined ? undefined : { formula: undefined, value: null, state: cellState.clean, format: above },
  );
  column.cells.splice(at, 0, ...fresh);
}

function restructureColumns(store: CellStore, { type, at, count }: StructureChange): void {
  const { columns } = store;
  if (at < columns.length) {
    if (type === 'delete') columns.splice(at, count);
    else columns.splice(at, 0, ...new Array<undefined>(count).fill(undefined));
  }
  if (type === 'insert' && at > 0) {
    columns[at - 1]?.cells.forEach((cell, row) => {
      if (cell?.format === undefined) return;
      for (let column = at; column < at + count; column += 1) store.ensure(row, column).format = cell.format;
    });
  }
  store.columnFormats = restructuredFormats(store.columnFormats, at, type === 'insert' ? count : -count);
}

function restructuredFormats(
  formats: ReadonlyMap<number, CellFormat>,
  at: number,
  delta: number,
): Map<number, CellFormat> {
  const result = new Map<number, CellFormat>();
  for (const [line, format] of formats) {
    if (line < at) result.set(line, format);
    else if (delta > 0 || line >= at - delta) result.set(line + delta, format);
  }
  const before = formats.get(at - 1);
  if (before !== undefined) for (let line = at; line < at + delta; line += 1) result.set(line, before);
  return result;
}
