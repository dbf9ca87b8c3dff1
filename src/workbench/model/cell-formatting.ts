import type { CellWriter } from './cell-writer.ts';
import { type Area, cellCount, isWholeColumns, isWholeRows, maximumColumns, maximumRows, rowCount } from './area.ts';
import { type Border, type CellFormat, reformat, type Reformat } from './cell-format.ts';
import type { CellStore } from './cell-store.ts';
import type { Recorder } from './recorder.ts';
import { Refusal } from './refusal.ts';

export type BorderLine = 'top' | 'left' | 'bottom' | 'right' | 'insideHorizontal' | 'insideVertical';

/** Cells that are formatted one by one; entire rows and columns are not counted. */
const maximumSingleCells = 2_000_000;
const maximumRowsAtOnce = 100_000;

/** Changes formats: entire rows, columns and sheets by their defaults, other areas cell by cell. */
export class CellFormatting {
  readonly #store: CellStore;
  readonly #writer: CellWriter;
  readonly #recorder: Recorder;

  constructor(store: CellStore, writer: CellWriter, recorder: Recorder) {
    this.#store = store;
    this.#writer = writer;
    this.#recorder = recorder;
  }

  apply(area: Area, change: Reformat): void {
    this.#writer.change(
      area,
      () => {
        if (isWholeColumns(area)) this.#applyToColumns(area, change);
        else if (isWholeRows(area)) this.#applyToRows(area, change);
        else this.#applyToCells(area, change);
      },
      false,
    );
  }

  /** Draws lines around or within an area. */
  draw(area: Area, line: BorderLine, border: Border | null): void {
    const { top, left, bottom, right } = area;
    switch (line) {
      case 'top':
        this.apply({ ...area, bottom: top }, reformat({ borderTop: border }));
        break;
      case 'left':
        this.apply({ ...area, right: left }, reformat({ borderLeft: border }));
        break;
      case 'bottom':
        this.apply({ ...area, top: bottom }, reformat({ borderBottom: border }));
        break;
      case 'right':
        this.apply({ ...area, left: right }, reformat({ borderRight: border }));
        break;
      case 'insideHorizontal':
        if (bottom === top) return;
        this.apply({ ...area, bottom: bottom - 1 }, reformat({ borderBottom: border }));
        this.apply({ ...area, top: top + 1 }, reformat({ borderTop: border }));
        break;
      case 'insideVertical':
        if (right === left) return;
        this.apply({ ...area, right: right - 1 }, reformat({ borderRight: border }));
        this.apply({ ...area, left: left + 1 }, reformat({ borderLeft: border }));
    }
  }

  /** One outcome for all cells of the area; null where they differ. Looks at defaults and stored cells only. */
  common<Result>(area: Area, read: (format: CellFormat) => Result): Result | null {
    const formats = new Set<CellFormat>();
    let stored = 0;
    this.#store.visit(area, (cell, row, column) => {
      stored += 1;
      formats.add(cell.format ?? this.#store.defaultFormatAt(row, column));
    });
    if (stored < cellCount(area)) for (const format of this.#defaultsIn(area)) formats.add(format);
    const [first, ...others] = [...formats].map(read);
    if (first === undefined) return null;
    return others.every((other) => other === first) ? first : null;
  }

  /** Defaults that any cell of the area without own format may have. */
  *#defaultsIn(area: Area): Iterable<CellFormat> {
    const { rowFormats, columnFormats, sheetFormat } = this.#store;
    let plainRow = maximumRows > rowFormats.size;
    if (area.bottom - area.top < rowFormats.size) {
      plainRow = false;
      for (let row = area.top; row <= area.bottom; row += 1) plainRow ||= !rowFormats.has(row);
    }
    for (const [row, format] of rowFormats) if (row >= area.top && row <= area.bottom) yield format;
    if (!plainRow) return;
    let formatted = 0;
    for (const [column, format] of columnFormats) {
      if (column < area.left || column > area.right) continue;
      formatted += 1;
      yield format;
    }
    if (formatted < area.right - area.left + 1) yield sheetFormat;
  }

  #applyToColumns(area: Area, change: Reformat): void {
    const everyColumn = area.left === 0 && area.right === maximumColumns - 1;
    this.#recordDefaults();
    this.#applyToStored(area, change);
    if (everyColumn) {
      this.#store.rowFormats = mapped(this.#store.rowFormats, change);
      this.#store.columnFormats = mapped(this.#store.columnFormats, change);
      this.#store.sheetFormat = change(this.#store.sheetFormat);
      return;
    }
    // A row's own default would hide the column's: such crossings get a format of their own.
    for (const [row, format] of this.#store.rowFormats) {
      for (let column = area.left; column <= area.right; column += 1) {
        if (this.#store.at(row, column)?.format === undefined) this.#writer.putFormat(row, column, change(format));
      }
    }
    this.#store.columnFormats = new Map(this.#store.columnFormats);
    this.#store.reformatColumns(area.left, area.right, change);
  }

  #applyToRows(area: Area, change: Reformat): void {
    if (rowCount(area) > maximumRowsAtOnce) {
      throw new Refusal('notModelled', 'The workbench does not format so many rows at once; take entire columns.');
    }
    this.#recordDefaults();
    this.#applyToStored(area, change);
    for (const [column, format] of this.#store.columnFormats) {
      for (let row = area.top; row <= area.bottom; row += 1) {
        if (this.#store.rowFormats.has(row)) continue;
        if (this.#store.at(row, column)?.format === undefined) this.#writer.putFormat(row, column, change(format));
      }
    }
    this.#store.rowFormats = new Map(this.#store.rowFormats);
    this.#store.reformatRows(area.top, area.bottom, change);
  }

  #applyToStored(area: Area, change: Reformat): void {
    this.#store.visit(area, (cell, row, column) => {
      if (cell.format !== undefined) this.#writer.putFormat(row, column, change(cell.format));
    });
  }

  #applyToCells(area: Area, change: Reformat): void {
    if (cellCount(area) > maximumSingleCells) {
      throw new Refusal(
        'notModelled',
        'The workbench does not format so many single cells; take entire rows or columns.',
      );
    }
    for (let column = area.left; column <= area.right; column += 1) {
      for (let row = area.top; row <= area.bottom; row += 1) {
        const usual = this.#store.defaultFormatAt(row, column);
        const format = change(this.#store.at(row, column)?.format ?? usual);
        this.#writer.putFormat(row, column, format === usual ? undefined : format);
      }
    }
  }

  #recordDefaults(): void {
    this.#recorder.recordState(() => this.#defaults());
  }

  #defaults(): () => void {
    const { rowFormats, columnFormats, sheetFormat } = this.#store;
    return () => {
      this.#store.rowFormats = rowFormats;
      this.#store.columnFormats = columnFormats;
      this.#store.sheetFormat = sheetFormat;
    };
  }
}

function mapped(formats: ReadonlyMap<number, CellFormat>, change: Reformat): Map<number, CellFormat> {
  return new Map([...formats].map(([at, format]) => [at, change(format)]));
}
