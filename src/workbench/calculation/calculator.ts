import type { Area } from '../model/area.ts';
import { type Cell, cellState, type CellStore, type FormulaShape, type FormulaCell } from '../model/cell-store.ts';
import type { CivilDate, DateSystem } from '../model/serial.ts';
import type { CellValue } from '../model/value.ts';
import { DependencyIndex, type Segment } from './dependency-index.ts';
import type { Engine } from './engine.ts';
import { FormulaLibrary } from './formula-library.ts';
import type { Operand, RangeOperand } from './operand.ts';

/** What the calculation asks of the workbook. */
export interface CalculatedBook {
  readonly dateSystem: DateSystem;
  readonly today: () => CivilDate;
  readonly storeOf: (sheetId: string) => CellStore | undefined;
  readonly stores: () => readonly CellStore[];
  readonly sheetIdOf: (name: string) => string | undefined;
  readonly sheetNameOf: (id: string) => string | undefined;
  readonly nameOperand: (name: string) => Operand | undefined;
  /** Whether a dirty cell is calculated when it is read (automatic), or shows what it last had (manual). */
  readonly calculatesOnRead: () => boolean;
}

/** A cell of the chain that is being worked out. */
interface Step extends FormulaCell {
  readonly cell: Cell;
}

/** Formulas that may wait for one another on JavaScript's own stack; beyond, they are put on a list. */
const maximumDepth = 150;

/** Thrown to leave the JavaScript stack; what was under way stands on the list of steps. */
class TooDeep extends Error {}

const tooDeep = new TooDeep();

/** Works out formulas: only what is dirty, each once, in the order in which one needs the other. */
export class Calculator implements Engine {
  readonly library: FormulaLibrary;
  readonly #book: CalculatedBook;
  readonly #index: DependencyIndex;
  #pending: Segment[] = [];
  #steps: Step[] = [];
  #depth = 0;
  #calculating = false;
  /** Sheets with a cell that was worked out since this was last asked for. */
  #calculatedSheets = new Set<string>();
  /** Cells at which a circle was closed, and not yet opened again. */
  readonly #circles = new Map<Cell, FormulaCell>();
  readonly #circularCells = new Set<Cell>();

  constructor(book: CalculatedBook) {
    this.#book = book;
    this.library = new FormulaLibrary(this, book.sheetNameOf);
    this.#index = new DependencyIndex(book.nameOperand);
  }

  get dateSystem(): DateSystem {
    return this.#book.dateSystem;
  }

  /** Whether any formula waits to be worked out. */
  get hasDirty(): boolean {
    return this.#book.stores().some((store) => store.columns.some((column) => (column?.dirtyCount ?? 0) > 0));
  }

  /** A cell that needs itself; Excel shows 0 there and warns. */
  get circular(): FormulaCell | undefined {
    return this.#circles.values().next().value;
  }

  today(): CivilDate {
    return this.#book.today();
  }

  storeOf(sheetId: string): CellStore | undefined {
    return this.#book.storeOf(sheetId);
  }

  readonly sheetIdOf = (name: string): string | undefined => this.#book.sheetIdOf(name);

  nameOperand(name: string): Operand | undefined {
    return this.#book.nameOperand(name);
  }

  /** Puts a literal or a formula into a stored cell; the caller tells `changed` afterwards. */
  place(
    store: CellStore,
    row: number,
    column: number,
    cell: Cell,
    shape: FormulaShape | undefined,
    value: CellValue,
  ): void {
    const columnStore = store.columnAt(column);
    if (cell.formula !== undefined) this.#index.leave(cell.formula);
    if (cell.state !== cellState.clean) columnStore.dirtyCount -= 1;
    columnStore.version += 1;
    this.#circles.delete(cell);
    if (shape === undefined) {
      cell.formula = undefined;
      cell.state = cellState.clean;
      cell.value = value;
      return;
    }
    cell.formula = this.#index.join(shape, store, column);
    cell.state = cellState.dirty;
    cell.value = value;
    columnStore.dirtyCount += 1;
    this.#pend({ store, column, top: row, bottom: row });
  }

  /** Marks what reads these cells. */
  changed(store: CellStore, area: Area): void {
    const segments: Segment[] = [];
    const right = Math.min(area.right, Math.max(area.left, store.columns.length - 1));
    for (let column = area.left; column <= right; column += 1) {
      segments.push({ store, column, top: area.top, bottom: area.bottom });
    }
    this.#pend(...this.#index.markDependents(segments));
  }

  /** Marks what reads a defined name (in upper case). */
  nameChanged(name: string): void {
    const users = this.#index.nameChanged(name);
    for (const block of users) this.#markThrough(this.#index.markBlock(block));
  }

  /** Marks every formula that names a sheet. */
  sheetChanged(sheetId: string): void {
    for (const block of [...this.#index.blocks()]) {
      if (block.shape.references.some((reference) => reference.sheetId === sheetId)) {
        this.#markThrough(this.#index.markBlock(block));
      }
    }
  }

  /** Takes up every formula anew after rows or columns moved; all of them become dirty. */
  rebuild(): void {
    this.#index.clear();
    this.#circles.clear();
    this.#pending = [];
    for (const store of this.#book.stores()) {
      store.columns.forEach((columnStore, column) => {
        if (columnStore === undefined) return;
        columnStore.version += 1;
        columnStore.tables.clear();
        columnStore.dirtyCount = 0;
        columnStore.cells.forEach((cell) => {
          if (cell?.formula === undefined) return;
          cell.formula = this.#index.join(cell.formula.shape, store, column);
          cell.state = cellState.dirty;
          columnStore.dirtyCount += 1;
        });
        if (columnStore.dirtyCount > 0) {
          this.#pending.push({ store, column, top: 0, bottom: columnStore.cells.length - 1 });
        }
      });
    }
  }

  /** Forgets the formulas of a sheet that is deleted. */
  dropStore(store: CellStore): void {
    store.columns.forEach((columnStore) => {
      columnStore?.cells.forEach((cell) => {
        if (cell?.formula === undefined) return;
        this.#index.leave(cell.formula);
        this.#circles.delete(cell);
      });
    });
    this.#pending = this.#pending.filter((segment) => segment.store !== store);
  }

  /** Works out everything that is dirty, and volatile functions. */
  calculate(): void {
    for (const block of [...this.#index.blocks()]) {
      if (block.shape.isVolatile) this.#markThrough(this.#index.markBlock(block));
    }
    this.#calculating = true;
    try {
      while (this.#pending.length > 0) {
        const pending = this.#pending;
        this.#pending = [];
        for (const segment of pending) this.#calculateSegment(segment);
      }
    } finally {
      this.#calculating = false;
    }
  }

  /** Works out one cell although calculation is manual: Excel does so for a formula that is entered. */
  calculateCell(store: CellStore, row: number, column: number): void {
    const cell = store.at(row, column);
    if (cell?.formula === undefined) return;
    if (cell.state === cellState.dirty) this.#workOut({ store, row, column, cell });
  }

  /** Sheets in which cells were worked out since the last call. */
  takeCalculatedSheets(): readonly string[] {
    const sheets = [...this.#calculatedSheets];
    this.#calculatedSheets = new Set();
    return sheets;
  }

  read(store: CellStore, row: number, column: number): CellValue {
    const cell = store.columns[column]?.cells[row];
    if (cell === undefined) return null;
    if (cell.state !== cellState.clean && (this.#calculating || this.#book.calculatesOnRead())) {
      return this.#demand(store, row, column, cell);
    }
    return cell.value;
  }

  settle(range: RangeOperand): void {
    const { store } = range;
    if (!this.#calculating && !this.#book.calculatesOnRead()) return;
    const right = Math.min(range.right, store.columns.length - 1);
    for (let column = range.left; column <= right; column += 1) {
      const columnStore = store.columns[column];
      if (columnStore === undefined || columnStore.dirtyCount === 0) continue;
      const bottom = Math.min(range.bottom, columnStore.cells.length - 1);
      for (let row = range.top; row <= bottom && columnStore.dirtyCount > 0; row += 1) {
        const cell = columnStore.cells[row];
        if (cell !== undefined && cell.state !== cellState.clean) this.#demand(store, row, column, cell);
      }
    }
  }

  #pend(...segments: readonly Segment[]): void {
    const last = this.#pending.at(-1);
    const [first] = segments;
    // Formulas are mostly put one below the other: they grow one segment.
    if (
      segments.length === 1 &&
      first !== undefined &&
      last?.store === first.store &&
      last.column === first.column &&
      first.top === last.bottom + 1
    ) {
      this.#pending[this.#pending.length - 1] = { ...last, bottom: first.bottom };
      return;
    }
    for (const segment of segments) this.#pending.push(segment);
  }

  #markThrough(marked: readonly Segment[]): void {
    for (const segment of marked) this.#pending.push(segment);
    for (const segment of this.#index.markDependents(marked)) this.#pending.push(segment);
  }

  #calculateSegment({ store, column, top, bottom }: Segment): void {
    const cells = store.columns[column]?.cells;
    if (cells === undefined) return;
    const last = Math.min(bottom, cells.length - 1);
    for (let row = top; row <= last; row += 1) {
      const cell = cells[row];
      if (cell?.state === cellState.dirty) this.#workOut({ store, row, column, cell });
    }
  }

  /** Works out a cell and whatever it needs; chains that are too long for the stack are taken from the list. */
  #workOut(first: Step): void {
    const base = this.#steps.length;
    this.#steps.push(first);
    while (this.#steps.length > base) {
      const step = this.#steps[this.#steps.length - 1];
      if (step === undefined) break;
      const depth = this.#depth;
      this.#depth = 0;
      try {
        this.#evaluate(step);
        this.#steps.pop();
      } catch (reason) {
        if (reason !== tooDeep) {
          this.#abandon(base);
          throw reason;
        }
      } finally {
        this.#depth = depth;
      }
    }
  }

  #demand(store: CellStore, row: number, column: number, cell: Cell): CellValue {
    if (cell.state === cellState.evaluating) return this.#closeCircle(cell);
    const step: Step = { store, row, column, cell };
    if (this.#depth === 0) {
      this.#workOut(step);
      return cell.value;
    }
    this.#steps.push(step);
    if (this.#depth >= maximumDepth) throw tooDeep;
    this.#evaluate(step);
    this.#steps.pop();
    return cell.value;
  }

  #evaluate(step: Step): void {
    const { cell, store, column } = step;
    const { formula } = cell;
    if (formula === undefined) return;
    cell.state = cellState.evaluating;
    this.#depth += 1;
    const value = formula.shape.evaluate(step);
    this.#depth -= 1;
    const columnStore = store.columnAt(column);
    const circular = this.#circularCells.delete(cell);
    if (!circular) this.#circles.delete(cell);
    const settled = circular ? 0 : value;
    if (settled !== cell.value) {
      cell.value = settled;
      columnStore.version += 1;
    }
    cell.state = cellState.clean;
    columnStore.dirtyCount -= 1;
    this.#calculatedSheets.add(store.sheetId);
  }

  /** The cell needs itself: everything on the way round is 0. */
  #closeCircle(cell: Cell): CellValue {
    const from = this.#steps.findIndex((step) => step.cell === cell);
    for (const step of this.#steps.slice(from)) this.#circularCells.add(step.cell);
    const first = this.#steps[from];
    if (first !== undefined) this.#circles.set(cell, first);
    return 0;
  }

  /** After a fault within a formula: leaves no cell half way. */
  #abandon(base: number): void {
    for (const { cell, store, row, column } of this.#steps.splice(base)) {
      if (cell.state === cellState.evaluating) cell.state = cellState.dirty;
      this.#pending.push({ store, column, top: row, bottom: row });
    }
  }
}
