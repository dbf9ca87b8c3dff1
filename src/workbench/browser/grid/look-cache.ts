import type { Area } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';
import { cellLook, type CellLook } from '../view-model/cell-look.ts';

/** Looks of a sheet's cells, worked out when they come into view and kept until they change. */
export class LookCache {
  readonly #rows = new Map<number, Map<number, CellLook>>();

  look(sheet: Sheet, row: number, column: number): CellLook {
    let cells = this.#rows.get(row);
    if (cells === undefined) {
      cells = new Map();
      this.#rows.set(row, cells);
    }
    let look = cells.get(column);
    if (look === undefined) {
      look = cellLook(sheet, row, column);
      cells.set(column, look);
    }
    return look;
  }

  /** Forgets whole rows: text may spill from a cell over its neighbours. */
  forget({ top, bottom }: Area): void {
    for (const row of this.#rows.keys()) if (row >= top && row <= bottom) this.#rows.delete(row);
  }

  clear(): void {
    this.#rows.clear();
  }
}
