import type { Position } from '../../model/area.ts';
import type { Book } from '../../model/book.ts';
import type { Deeds } from './deeds.ts';
import { Observable } from './observable.ts';

/** What is open below a cell. */
export type OpenList =
  | { readonly kind: 'validation'; readonly cell: Position; readonly entries: readonly string[] }
  | {
      readonly kind: 'filter';
      readonly cell: Position;
      /** Column of the filter, counted from 0. */
      readonly offset: number;
      /** Shown texts of the column, each once; `''` stands for blanks. */
      readonly entries: readonly string[];
      /** Those that are let through; null lets through everything. */
      readonly chosen: readonly string[] | null;
    };

/** The list of a validation and the list of a filter: at most one is open. */
export class Lists extends Observable {
  readonly #book: Book;
  readonly #deeds: Deeds;
  #current: OpenList | null = null;

  constructor(book: Book, deeds: Deeds) {
    super();
    this.#book = book;
    this.#deeds = deeds;
    book.subscribe(({ type }) => {
      if (type === 'sheetActivated' || type === 'selectionChanged') this.close();
    });
  }

  get current(): OpenList | null {
    return this.#current;
  }

  /** Alt+Down: the list of the active cell, or the filter below whose heading it stands. */
  open(): void {
    const { sheet, cell } = this.#book.selection;
    const { area } = sheet.filter;
    if (area?.top === cell.row && cell.column >= area.left && cell.column <= area.right) {
      this.openFilter(cell);
    } else this.openValidation();
  }

  openValidation(): void {
    const { sheet, cell } = this.#book.selection;
    const rule = sheet.validations.at(cell.row, cell.column)?.rule;
    if (rule?.type !== 'List' || !rule.inCellDropDown) return;
    const entries = sheet.validations.list(cell.row, cell.column);
    if (entries !== undefined && entries.length > 0) this.#set({ kind: 'validation', cell, entries });
  }

  openFilter(cell: Position): void {
    const { sheet } = this.#book.selection;
    const { area, criteria } = sheet.filter;
    if (area === undefined) return;
    const offset = cell.column - area.left;
    const bottom = Math.min(area.bottom, sheet.usedArea(true)?.bottom ?? area.top);
    const texts = new Set<string>();
    for (let row = area.top + 1; row <= bottom; row += 1) texts.add(sheet.cells.text(row, cell.column));
    const criterion = criteria.get(offset);
    const entries = [...texts].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
    const chosen = criterion?.on === 'values' ? criterion.values : null;
    this.#set({ kind: 'filter', cell, offset, entries, chosen });
  }

  close(): void {
    if (this.#current !== null) this.#set(null);
  }

  async pick(entry: string): Promise<void> {
    this.close();
    await this.#deeds.pick(entry);
  }

  /** Lets through rows with these texts only; null lets through everything. */
  async applyFilter(offset: number, values: readonly string[] | null): Promise<void> {
    this.close();
    await this.#deeds.filter(offset, values === null ? null : { on: 'values', values });
  }

  #set(list: OpenList | null): void {
    this.#current = list;
    this.changed();
  }
}
