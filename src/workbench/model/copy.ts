import { adjustParts, type Relocation } from '../calculation/reference-adjustment.ts';
import { type Area, areaOf, columnCount, holds, isWholeColumns, isWholeRows, isWithinSheet, rowCount } from './area.ts';
import { type CellFormat, defaultFormat } from './cell-format.ts';
import { blankContent, type CellContent } from './cell-writer.ts';
import { Refusal } from './refusal.ts';
import type { Sheet } from './sheet.ts';

export interface SheetArea {
  readonly sheet: Sheet;
  readonly area: Area;
}

/**
 * What a copy brings: `all` also number format, lock, style, validation and conditional formats; `formats` those
 * without contents and validation; `values` what formulas gave.
 */
export type CopiedParts = 'all' | 'values' | 'formulas' | 'formats';

export interface CopyOptions {
  /** Blank cells of the source leave the target as it is. */
  readonly skipBlanks?: boolean;
  readonly transpose?: boolean;
}

interface CopiedCell {
  readonly content: CellContent;
  readonly format: CellFormat;
}

/**
 * Copies cells. A target that is a multiple of the source is filled with repetitions, any other takes one copy from its
 * first cell on; relative references follow. Looks at neither locks nor validation.
 * @throws Refusal `notModelled` for entire rows and columns, and for transposed formulas.
 */
export function copyCells(source: SheetArea, target: SheetArea, parts: CopiedParts, options: CopyOptions = {}): void {
  const cells = copied(source, parts);
  const block = options.transpose === true ? transposed(cells) : cells;
  const rows = block.length;
  const columns = block[0]?.length ?? 0;
  const area = filledArea(target.area, rows, columns);
  const withRules = parts === 'all' || parts === 'formats';
  const validations = parts === 'all' && options.transpose !== true ? source.sheet.validations.copied(source.area) : [];
  const conditions = withRules && options.transpose !== true ? source.sheet.conditionalFormats.copied(source.area) : [];
  const { sheet } = target;
  const put = (): void => {
    putBlock(sheet, area, block, parts, options.skipBlanks === true);
  };
  const { recorder } = sheet.book.ground;
  recorder.run(() => {
    if (parts === 'formats') {
      sheet.cells.writer.change(area, put, false);
      recorder.announce({ type: 'formatChanged', sheetId: sheet.id, area });
    } else sheet.cells.edit(area, put);
    if (!withRules) return;
    for (const tile of tiles(area, rows, columns)) {
      if (parts === 'all') sheet.validations.paste(tile, validations);
      sheet.conditionalFormats.paste(tile, conditions);
    }
  });
}

/** The cells that a copy of so many rows and columns fills. */
export function filledArea(target: Area, rows: number, columns: number): Area {
  const fits = rowCount(target) % rows === 0 && columnCount(target) % columns === 0;
  const area = fits ? target : areaOf(target.top, target.left, target.top + rows - 1, target.left + columns - 1);
  if (!isWithinSheet(area)) throw new Refusal('invalidArgument', 'The copy does not fit onto the sheet.');
  return area;
}

function tiles(area: Area, rows: number, columns: number): readonly Area[] {
  const result: Area[] = [];
  for (let left = area.left; left <= area.right; left += columns) {
    for (let top = area.top; top <= area.bottom; top += rows) {
      result.push(areaOf(top, left, top + rows - 1, left + columns - 1));
    }
  }
  return result;
}

function copied({ sheet, area }: SheetArea, parts: CopiedParts): readonly (readonly CopiedCell[])[] {
  if (isWholeRows(area) || isWholeColumns(area)) {
    throw new Refusal('notModelled', 'The workbench does not copy entire rows and columns.');
  }
  return Array.from({ length: rowCount(area) }, (_row, down) =>
    Array.from({ length: columnCount(area) }, (_column, across): CopiedCell => {
      const [row, column] = [area.top + down, area.left + across];
      const content =
        parts === 'values'
          ? { shape: undefined, value: sheet.cells.value(row, column) }
          : sheet.cells.writer.contentAt(row, column);
      return { content, format: sheet.cells.format(row, column) };
    }),
  );
}

function transposed(cells: readonly (readonly CopiedCell[])[]): readonly (readonly CopiedCell[])[] {
  if (cells.some((row) => row.some(({ content }) => content.shape !== undefined))) {
    throw new Refusal('notModelled', 'The workbench does not transpose formulas.');
  }
  return (cells[0] ?? []).map((_cell, column) => cells.flatMap((row) => row[column] ?? []));
}

function putBlock(
  sheet: Sheet,
  area: Area,
  block: readonly (readonly CopiedCell[])[],
  parts: CopiedParts,
  skipBlanks: boolean,
): void {
  const { writer } = sheet.cells;
  const { library } = sheet.book.ground.calculator;
  const rows = block.length;
  const columns = block[0]?.length ?? 0;
  for (let column = area.left; column <= area.right; column += 1) {
    for (let row = area.top; row <= area.bottom; row += 1) {
      const cell = block[(row - area.top) % rows]?.[(column - area.left) % columns];
      if (cell === undefined) continue;
      const { shape, value } = cell.content;
      if (skipBlanks && shape === undefined && value === null) continue;
      const own = sheet.store.at(row, column)?.format;
      const usual = sheet.store.defaultFormatAt(row, column);
      const taken = cell.format === usual ? undefined : cell.format;
      if (parts === 'formats') writer.putFormat(row, column, taken);
      else {
        const content = shape === undefined ? cell.content : { shape: library.copied(shape, row, column), value: null };
        writer.put(row, column, content, parts === 'all' ? taken : own);
      }
    }
  }
}

/**
 * Cuts cells and pastes them: contents, formats, validations and conditional formats move, every reference to the cells
 * follows, what was overwritten becomes `#REF!` where it is referred to.
 */
export function moveCells(source: SheetArea, target: SheetArea): void {
  const rows = rowCount(source.area);
  const columns = columnCount(source.area);
  const { top, left } = target.area;
  const toArea = areaOf(top, left, top + rows - 1, left + columns - 1);
  if (!isWithinSheet(toArea)) throw new Refusal('invalidArgument', 'The cells do not fit onto the sheet.');
  const move: Relocation = {
    type: 'move',
    fromSheetId: source.sheet.id,
    fromArea: source.area,
    toSheetId: target.sheet.id,
    toArea,
  };
  const { recorder } = source.sheet.book.ground;
  const block = copied(source, 'all');
  const validations = source.sheet.validations.copied(source.area);
  const conditions = source.sheet.conditionalFormats.copied(source.area);
  recorder.run(() => {
    recorder.recordState(() => source.sheet.book.names.capture());
    source.sheet.book.names.adjust(move);
    for (const sheet of source.sheet.book.sheets) followMove(sheet, move);
    source.sheet.cells.edit(source.area, () => {
      emptyArea(source.sheet, source.area);
    });
    source.sheet.validations.paste(source.area, []);
    source.sheet.conditionalFormats.paste(source.area, []);
    target.sheet.cells.edit(toArea, () => {
      putMoved(target.sheet, block, move);
    });
    target.sheet.validations.paste(toArea, validations);
    target.sheet.conditionalFormats.paste(toArea, conditions);
  });
}

function emptyArea(sheet: Sheet, area: Area): void {
  const { store } = sheet;
  for (let column = area.left; column <= area.right; column += 1) {
    for (let row = area.top; row <= area.bottom; row += 1) {
      const plain = store.defaultFormatAt(row, column) === defaultFormat ? undefined : defaultFormat;
      sheet.cells.writer.put(row, column, blankContent, plain);
    }
  }
}

function putMoved(sheet: Sheet, block: readonly (readonly CopiedCell[])[], move: Relocation): void {
  const { library } = sheet.book.ground.calculator;
  block.forEach((cells, down) => {
    cells.forEach(({ content, format }, across) => {
      const [row, column] = [move.toArea.top + down, move.toArea.left + across];
      const before = { sheetId: move.fromSheetId, row: move.fromArea.top + down, column: move.fromArea.left + across };
      const after = { sheetId: move.toSheetId, row, column };
      const { shape } = content;
      const moved =
        shape === undefined
          ? content
          : { shape: library.fromParts(adjustParts(shape.parts, before, after, move), row, column), value: null };
      sheet.cells.writer.put(
        row,
        column,
        moved,
        format === sheet.store.defaultFormatAt(row, column) ? undefined : format,
      );
    });
  });
}

/** Formulas elsewhere go on meaning the cells that moved. */
function followMove(sheet: Sheet, move: Relocation): void {
  const { library } = sheet.book.ground.calculator;
  const { store, id: sheetId, cells } = sheet;
  const leaves = (row: number, column: number): boolean =>
    (sheetId === move.fromSheetId && holds(move.fromArea, row, column)) ||
    (sheetId === move.toSheetId && holds(move.toArea, row, column));
  store.columns.forEach((columnStore, column) => {
    columnStore?.cells.forEach((cell, row) => {
      const shape = cell?.formula?.shape;
      if (shape === undefined || leaves(row, column)) return;
      const place = { sheetId, row, column };
      const parts = adjustParts(shape.parts, place, place, move);
      if (parts === shape.parts) return;
      cells.writer.change(areaOf(row, column), () => {
        cells.writer.put(row, column, { shape: library.fromParts(parts, row, column), value: null }, cell?.format);
      });
    });
  });
}
