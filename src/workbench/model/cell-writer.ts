import type { Calculator } from '../calculation/calculator.ts';
import type { Area } from './area.ts';
import type { CellFormat } from './cell-format.ts';
import { cellState, type CellStore, ColumnStore, type FormulaShape } from './cell-store.ts';
import type { Recorder } from './recorder.ts';
import type { CellValue } from './value.ts';

/** What one cell holds: a formula, or a literal (null for none). */
export interface CellContent {
  readonly shape: FormulaShape | undefined;
  readonly value: CellValue;
}

export const blankContent: CellContent = { shape: undefined, value: null };

interface Replacement {
  readonly row: number;
  readonly column: number;
  readonly before: CellContent;
  readonly after: CellContent;
  readonly formatBefore: CellFormat | undefined;
  readonly formatAfter: CellFormat | undefined;
}

/** The one way by which cells change: keeps calculation and undo in step with the store. */
export class CellWriter {
  readonly #store: CellStore;
  readonly #calculator: Calculator;
  readonly #recorder: Recorder;
  #replacements: Replacement[] | undefined;

  constructor(store: CellStore, calculator: Calculator, recorder: Recorder) {
    this.#store = store;
    this.#calculator = calculator;
    this.#recorder = recorder;
  }

  /**
   * Makes changes to cells of `area` by `put`, then marks what reads them. `contents` is false where only formats
   * change.
   */
  change(area: Area, action: () => void, contents = true): void {
    const own: Replacement[] = [];
    const outer = this.#replacements;
    this.#replacements = own;
    try {
      action();
    } finally {
      this.#replacements = outer;
      if (contents) this.#calculator.changed(this.#store, area);
      if (own.length > 0) {
        this.#recorder.record(
          () => {
            this.#restore(own.toReversed(), 'before', area, contents);
          },
          () => {
            this.#restore(own, 'after', area, contents);
          },
        );
      } else this.#recorder.record(doNothing, doNothing);
    }
  }

  /** Puts content and own format (undefined: by default) into a cell. */
  put(row: number, column: number, content: CellContent, format: CellFormat | undefined): void {
    if (this.#recorder.isRecording && this.#replacements !== undefined) {
      this.#replacements.push({
        row,
        column,
        before: this.contentAt(row, column),
        after: content,
        formatBefore: this.#store.at(row, column)?.format,
        formatAfter: format,
      });
    }
    this.#place(row, column, content, format);
  }

  /** Changes a cell's own format only. */
  putFormat(row: number, column: number, format: CellFormat | undefined): void {
    const cell = this.#store.at(row, column);
    if (cell === undefined || this.#recorder.isRecording) {
      this.put(row, column, this.contentAt(row, column), format);
    } else if (cell.formula === undefined && cell.value === null && format === undefined) {
      this.#drop(row, column);
    } else cell.format = format;
  }

  contentAt(row: number, column: number): CellContent {
    const cell = this.#store.at(row, column);
    if (cell === undefined) return blankContent;
    return cell.formula === undefined
      ? { shape: undefined, value: cell.value }
      : { shape: cell.formula.shape, value: null };
  }

  /** All cells as they are now; the function given back puts them there again (formulas then join anew: `rebuild`). */
  capture(): () => void {
    const columns = this.#store.columns.map((column) =>
      column?.cells.map((cell) => (cell === undefined ? undefined : { ...cell })),
    );
    return () => {
      this.#store.columns = columns.map((cells) => {
        if (cells === undefined) return undefined;
        const column = new ColumnStore();
        cells.forEach((cell, row) => {
          if (cell !== undefined) column.cells[row] = { ...cell };
        });
        return column;
      });
    };
  }

  #place(row: number, column: number, { shape, value }: CellContent, format: CellFormat | undefined): void {
    if (shape === undefined && value === null && format === undefined) {
      this.#drop(row, column);
      return;
    }
    const cell = this.#store.ensure(row, column);
    cell.format = format;
    const unchanged =
      shape === undefined ? cell.formula === undefined && cell.value === value : cell.formula?.shape === shape;
    if (!unchanged) this.#calculator.place(this.#store, row, column, cell, shape, value);
  }

  #drop(row: number, column: number): void {
    const cell = this.#store.at(row, column);
    if (cell === undefined) return;
    this.#calculator.place(this.#store, row, column, cell, undefined, null);
    cell.state = cellState.clean;
    const cells = this.#store.columns[column]?.cells;
    if (cells === undefined) return;
    cells[row] = undefined;
    while (cells.length > 0 && cells[cells.length - 1] === undefined) cells.length -= 1;
  }

  #restore(replacements: readonly Replacement[], to: 'before' | 'after', area: Area, contents: boolean): void {
    for (const { row, column, before, after, formatBefore, formatAfter } of replacements) {
      this.#place(row, column, to === 'before' ? before : after, to === 'before' ? formatBefore : formatAfter);
    }
    if (contents) this.#calculator.changed(this.#store, area);
  }
}

function doNothing(): void {
  // A change that changed no cell is still a step, and clears the undo list where an add-in made it.
}
