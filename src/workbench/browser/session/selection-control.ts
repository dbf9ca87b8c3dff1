import { type Area, type Position, sameArea, wholeColumns, wholeRows, wholeSheet } from '../../model/area.ts';
import type { Book } from '../../model/book.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Person } from '../../person/person.ts';
import {
  cellArea,
  edgeFrom,
  extended,
  nextUnlocked,
  nextWithin,
  rowStart,
  sheetEnd,
  sheetStart,
  type Step,
  stepped,
} from '../view-model/navigation.ts';

/** Where a movement leads, from the active cell or from the corner of the selection that moves. */
type Lead = (sheet: Sheet, from: Position) => Position;

/** Moves the person's selection on the active sheet, as Excel's keys and mouse do. */
export class SelectionControl {
  readonly #book: Book;
  readonly #person: Person;
  /** Column in which a run of Tab keys began: Enter goes back to it, one row down. */
  #runStart: number | null = null;
  /** The corner across from the active cell, which moves while the selection is extended. */
  #corner: Position | null = null;

  constructor(book: Book, person: Person) {
    this.#book = book;
    this.#person = person;
  }

  get sheet(): Sheet {
    return this.#book.activeSheet;
  }

  get cell(): Position {
    return this.#book.selection.cell;
  }

  /** The one area that is selected, or the area of the active cell where there are several. */
  get area(): Area {
    const { areas, cell } = this.#book.selection;
    const [only, ...more] = areas;
    return only === undefined || more.length > 0 ? cellArea(cell) : only;
  }

  /** The cell that a movement has led to: what is to be seen. */
  get head(): Position {
    const corner = this.#corner;
    // The selection may have been changed by an add-in in the meantime.
    return corner !== null && sameArea(extended(this.cell, corner), this.area) ? corner : this.cell;
  }

  /** Selects one cell. */
  go(to: Position): void {
    this.#select([cellArea(to)], to, null);
  }

  /** Extends the selection from the active cell to another. */
  extendTo(to: Position): void {
    this.#select([extended(this.cell, to)], this.cell, to);
  }

  /** Adds a further area, as a click with Ctrl does. */
  add(to: Position): void {
    this.#select([...this.#book.selection.areas, cellArea(to)], to, null);
  }

  /** Extends the last area of several to a cell. */
  extendLast(to: Position): void {
    const others = this.#book.selection.areas.slice(0, -1);
    this.#select([...others, extended(this.cell, to)], this.cell, to);
  }

  selectArea(area: Area, cell?: Position): void {
    this.#select([area], cell ?? { row: area.top, column: area.left }, null);
  }

  selectRows(first: number, last: number): void {
    this.selectArea(wholeRows(Math.min(first, last), Math.max(first, last)), { row: first, column: 0 });
  }

  selectColumns(first: number, last: number): void {
    this.selectArea(wholeColumns(Math.min(first, last), Math.max(first, last)), { row: 0, column: first });
  }

  /** The whole sheet, or first the cells in use around the active one. */
  selectAll(): void {
    const used = this.sheet.usedArea(true);
    const { areas } = this.#book.selection;
    const isUsed = used !== undefined && areas.length === 1 && sameArea(this.area, used);
    const area = used === undefined || isUsed ? wholeSheet : used;
    const { row, column } = this.cell;
    const holdsCell = row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
    this.selectArea(area, holdsCell ? this.cell : undefined);
  }

  selectRowsOfSelection(): void {
    const { top, bottom } = this.area;
    this.selectArea(wholeRows(top, bottom), this.cell);
  }

  selectColumnsOfSelection(): void {
    const { left, right } = this.area;
    this.selectArea(wholeColumns(left, right), this.cell);
  }

  step(step: Step, extend: boolean): void {
    this.#move((sheet, from) => stepped(sheet, from, step), extend);
  }

  edge(step: Step, extend: boolean): void {
    this.#move((sheet, from) => edgeFrom(sheet, from, step), extend);
  }

  toRowStart(extend: boolean): void {
    this.#move(rowStart, extend);
  }

  toSheetStart(extend: boolean): void {
    this.#move(sheetStart, extend);
  }

  toSheetEnd(extend: boolean): void {
    this.#move(sheetEnd, extend);
  }

  /**
   * Enter and Tab: round and round within a selection of several cells; Tab on a protected sheet to the next cell that
   * may be typed into; else one cell on. Enter after Tab goes back to where the tabbing began, one row down.
   */
  next(order: 'columns' | 'rows', backwards: boolean): void {
    const { sheet, cell, area } = this;
    if (area.top !== area.bottom || area.left !== area.right) {
      const to = nextWithin(area, cell, order, backwards);
      this.#select([area], to, null);
      return;
    }
    const start = this.#runStart;
    if (order === 'columns') {
      const to = stepped(sheet, cell, { rows: backwards ? -1 : 1, columns: 0 });
      this.go(start === null || backwards ? to : { ...to, column: start });
      return;
    }
    const unlocked = sheet.protection.isOn ? nextUnlocked(sheet, cell, backwards) : undefined;
    this.go(unlocked ?? stepped(sheet, cell, { rows: 0, columns: backwards ? -1 : 1 }));
    this.#runStart = start ?? cell.column;
  }

  #move(lead: Lead, extend: boolean): void {
    if (extend) this.extendTo(lead(this.sheet, this.head));
    else this.go(lead(this.sheet, this.cell));
  }

  #select(areas: readonly Area[], cell: Position, corner: Position | null): void {
    this.#runStart = null;
    const before = this.#corner;
    this.#corner = corner;
    if (this.#person.select(areas, cell).kind !== 'done') this.#corner = before;
  }
}
