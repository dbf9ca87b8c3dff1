import type { Area } from '../model/area.ts';
import { cellState, type CellStore, type ColumnStore, FormulaBlock, type FormulaShape } from '../model/cell-store.ts';
import { type Operand, RangeOperand } from './operand.ts';
import { fixedPrecedent, type Precedent } from './precedent.ts';

/** Cells of one column, one below the other. */
export interface Segment {
  readonly store: CellStore;
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
}

/** A range wider than this is kept apart instead of column by column. */
const narrow = 128;

/**
 * Which formulas read which cells. Nodes are blocks (one formula down one column), so that the index of a template
 * with 200,000 formulas has some hundred entries.
 */
export class DependencyIndex {
  readonly #blocks = new Map<CellStore, Map<FormulaShape, FormulaBlock>[]>();
  /** Precedents by sheet and column read. */
  readonly #byColumn = new Map<string, Map<number, Set<Precedent>>>();
  readonly #wide = new Map<string, Set<Precedent>>();
  readonly #precedents = new Map<FormulaBlock, readonly Precedent[]>();
  readonly #nameOperand: (name: string) => Operand | undefined;
  #round = 0;

  constructor(nameOperand: (name: string) => Operand | undefined) {
    this.#nameOperand = nameOperand;
  }

  /** Every block that has cells. */
  blocks(): Iterable<FormulaBlock> {
    return this.#precedents.keys();
  }

  /** Notes that a cell of the column holds the formula now. */
  join(shape: FormulaShape, store: CellStore, column: number): FormulaBlock {
    let columns = this.#blocks.get(store);
    if (columns === undefined) this.#blocks.set(store, (columns = []));
    const own = (columns[column] ??= new Map<FormulaShape, FormulaBlock>());
    let block = own.get(shape);
    if (block === undefined) {
      block = new FormulaBlock(shape, store, column);
      own.set(shape, block);
      this.#enter(block);
    }
    block.count += 1;
    return block;
  }

  /** Notes that a cell holds the formula no more. */
  leave(block: FormulaBlock): void {
    block.count -= 1;
    if (block.count > 0) return;
    this.#blocks.get(block.store)?.[block.column]?.delete(block.shape);
    this.#remove(block);
  }

  /** Finds anew what formulas with this name (in upper case) read: it stands for something else now. */
  nameChanged(name: string): readonly FormulaBlock[] {
    const users = [...this.#precedents.keys()].filter((block) => block.shape.names.includes(name));
    for (const block of users) {
      this.#remove(block);
      this.#enter(block);
    }
    return users;
  }

  /** Drops everything: rows or columns have moved, and every formula joins anew. */
  clear(): void {
    this.#blocks.clear();
    this.#byColumn.clear();
    this.#wide.clear();
    this.#precedents.clear();
  }

  /**
   * Marks as dirty every formula cell that reads one of these cells, directly or through others.
   * @returns what was marked by this call.
   */
  markDependents(changed: readonly Segment[]): readonly Segment[] {
    this.#round += 1;
    const marked: Segment[] = [];
    const open = [...changed];
    for (let segment = open.pop(); segment !== undefined; segment = open.pop()) {
      const fresh = this.#markDirect(segment);
      for (const one of fresh) {
        marked.push(one);
        open.push(one);
      }
    }
    return marked;
  }

  /** Marks every cell of a block. */
  markBlock(block: FormulaBlock): readonly Segment[] {
    const marked: Segment[] = [];
    const column = block.store.columns[block.column];
    if (column !== undefined) markRows(block, column, 0, column.cells.length - 1, marked);
    return marked;
  }

  #markDirect(segment: Segment): readonly Segment[] {
    const { sheetId } = segment.store;
    const marked: Segment[] = [];
    for (const precedent of this.#byColumn.get(sheetId)?.get(segment.column) ?? []) {
      this.#markReaders(precedent, segment, marked);
    }
    for (const precedent of this.#wide.get(sheetId) ?? []) {
      if (segment.column >= precedent.left && segment.column <= precedent.right) {
        this.#markReaders(precedent, segment, marked);
      }
    }
    return marked;
  }

  /** Marks the cells of a block whose precedent, as seen from them, meets the segment. */
  #markReaders(precedent: Precedent, segment: Segment, marked: Segment[]): void {
    const { block } = precedent;
    if (block.markedRound === this.#round) return;
    const column = block.store.columns[block.column];
    if (column === undefined) return;
    const last = column.cells.length - 1;
    const { top, bottom, topFixed, bottomFixed } = precedent;
    if (!topFixed && !bottomFixed) {
      markRows(block, column, Math.max(0, segment.top - bottom), Math.min(last, segment.bottom - top), marked);
      return;
    }
    if (topFixed && bottomFixed && (segment.bottom < top || segment.top > bottom)) return;
    block.markedRound = this.#round;
    markRows(block, column, 0, last, marked);
  }

  #enter(block: FormulaBlock): void {
    const precedents = precedentsOf(block, this.#nameOperand);
    this.#precedents.set(block, precedents);
    for (const precedent of precedents) for (const set of this.#setsOf(precedent)) set.add(precedent);
  }

  #remove(block: FormulaBlock): void {
    for (const precedent of this.#precedents.get(block) ?? []) {
      for (const set of this.#setsOf(precedent)) set.delete(precedent);
    }
    this.#precedents.delete(block);
  }

  #setsOf(precedent: Precedent): readonly Set<Precedent>[] {
    const { sheetId, left, right } = precedent;
    if (right - left >= narrow) {
      let wide = this.#wide.get(sheetId);
      if (wide === undefined) this.#wide.set(sheetId, (wide = new Set<Precedent>()));
      return [wide];
    }
    let columns = this.#byColumn.get(sheetId);
    if (columns === undefined) this.#byColumn.set(sheetId, (columns = new Map<number, Set<Precedent>>()));
    const sets: Set<Precedent>[] = [];
    for (let column = left; column <= right; column += 1) {
      let set = columns.get(column);
      if (set === undefined) columns.set(column, (set = new Set<Precedent>()));
      sets.push(set);
    }
    return sets;
  }
}

/** Marks clean cells of the block between the rows, and notes the runs that were marked. */
function markRows(block: FormulaBlock, column: ColumnStore, top: number, bottom: number, marked: Segment[]): void {
  const { cells } = column;
  const { store } = block;
  let start = -1;
  for (let row = top; row <= bottom; row += 1) {
    const cell = cells[row];
    if (cell?.formula === block && cell.state === cellState.clean) {
      cell.state = cellState.dirty;
      column.dirtyCount += 1;
      if (start < 0) start = row;
    } else if (start >= 0) {
      marked.push({ store, column: block.column, top: start, bottom: row - 1 });
      start = -1;
    }
  }
  if (start >= 0) marked.push({ store, column: block.column, top: start, bottom });
}

function precedentsOf(block: FormulaBlock, nameOperand: (name: string) => Operand | undefined): readonly Precedent[] {
  const { shape, store, column } = block;
  const named = shape.names.flatMap((name): readonly Precedent[] => {
    const operand = nameOperand(name);
    return operand instanceof RangeOperand ? [fixedPrecedent(block, operand.store.sheetId, areaOfRange(operand))] : [];
  });
  const written = shape.references.map((reference): Precedent => {
    const one = reference.leftFixed ? reference.left : reference.left + column;
    const other = reference.rightFixed ? reference.right : reference.right + column;
    return {
      block,
      sheetId: reference.sheetId ?? store.sheetId,
      left: Math.min(one, other),
      right: Math.max(one, other),
      top: reference.top,
      bottom: reference.bottom,
      topFixed: reference.topFixed,
      bottomFixed: reference.bottomFixed,
    };
  });
  return [...written, ...named];
}

function areaOfRange({ top, left, bottom, right }: RangeOperand): Area {
  return { top, left, bottom, right };
}
