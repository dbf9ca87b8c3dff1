import {
  type Area,
  areaOf,
  columnCount,
  holds,
  isWholeColumns,
  isWithinSheet,
  rowCount,
  wholeColumns,
} from '../../model/area.ts';
import type { Book } from '../../model/book.ts';
import type { FilterCriterion } from '../../model/filter.ts';
import type { PastedParts } from '../../person/clipboard.ts';
import type { Outcome } from '../../person/outcome.ts';
import type { Person } from '../../person/person.ts';
import { setColumnWidth } from '../../person/rows-and-columns.ts';
import { clipboardHtml, copyMark, tableCells } from '../view-model/clipboard-html.ts';
import type { CellEntry } from './cell-entry.ts';
import type { Messages } from './messages.ts';
import { Observable } from './observable.ts';

/** What keys, mouse and menus do to the workbook, with Excel's answer shown to the person. */
export class Deeds extends Observable {
  readonly #book: Book;
  readonly #person: Person;
  readonly #messages: Messages;
  readonly #entry: CellEntry;
  /** Stands on the system's clipboard while it holds the cells that were copied here. */
  #mark = '';

  constructor(parts: { book: Book; person: Person; messages: Messages; entry: CellEntry }) {
    super();
    this.#book = parts.book;
    this.#person = parts.person;
    this.#messages = parts.messages;
    this.#entry = parts.entry;
  }

  clear(): Promise<void> {
    return this.#do(() => this.#person.deleteContents());
  }

  undo(): Promise<void> {
    return this.#do(() => this.#person.undo());
  }

  redo(): Promise<void> {
    return this.#do(() => this.#person.redo());
  }

  copy(data: DataTransfer | null = null): Promise<void> {
    return this.#take(this.#person.copy(), data);
  }

  cut(data: DataTransfer | null = null): Promise<void> {
    return this.#take(this.#person.cut(), data);
  }

  /** Pastes the cells that were copied here; what was copied elsewhere since then comes as a table or as text. */
  async paste(data: DataTransfer, parts: Extract<PastedParts, 'all' | 'values'>): Promise<void> {
    const html = data.getData('text/html');
    if (this.#person.clipboard !== undefined && copyMark(html) === this.#mark) {
      await this.pasteCopied(parts);
      return;
    }
    this.endCopy();
    const table = parts === 'all' ? tableCells(html) : undefined;
    if (table === undefined) await this.#paste(() => this.#person.pasteText(data.getData('text/plain')));
    else await this.#paste(() => this.#person.pasteTable(table));
  }

  /** Pastes the cells that were copied here, all of them or what Paste Special offers. */
  async pasteCopied(parts: PastedParts): Promise<void> {
    const copied = this.#person.clipboard?.area;
    await this.#paste(() => this.#person.paste(parts), copied);
  }

  /** Escape: no cells are copied any more. */
  endCopy(): void {
    this.#person.endCopy();
    this.changed();
  }

  fillDown(): Promise<void> {
    return this.#do(() => this.#person.fillDown());
  }

  /** @param whole The selection and what is to be filled. @param copies Ctrl is held: nothing counts on. */
  async dragFill(whole: Area, copies: boolean): Promise<void> {
    const { cell } = this.#book.selection;
    await this.#do(() => {
      const outcome = this.#person.dragFill(whole, copies);
      if (outcome.kind === 'done') this.#person.select(whole, cell);
      return outcome;
    });
  }

  insertRows(): Promise<void> {
    return this.#do(() => this.#person.insertRows());
  }

  deleteRows(): Promise<void> {
    return this.#do(() => this.#person.deleteRows());
  }

  insertColumns(): Promise<void> {
    return this.#do(() => this.#person.insertColumns());
  }

  deleteColumns(): Promise<void> {
    return this.#do(() => this.#person.deleteColumns());
  }

  hideColumns(hidden: boolean): Promise<void> {
    return this.#do(() => this.#person.hideColumns(hidden));
  }

  hideRows(hidden: boolean): Promise<void> {
    return this.#do(() => this.#person.hideRows(hidden));
  }

  /** @param width Points. The columns that are selected as a whole follow, as in Excel. */
  resizeColumn(column: number, width: number): Promise<void> {
    const { sheet, areas } = this.#book.selection;
    const selected = areas.find((area) => isWholeColumns(area) && holds(area, 0, column));
    return this.#do(() => setColumnWidth(sheet, selected ?? wholeColumns(column), width));
  }

  pick(entry: string): Promise<void> {
    return this.#do(() => this.#person.pick(entry));
  }

  toggleFilter(): Promise<void> {
    return this.#do(() => this.#person.toggleFilter());
  }

  filter(offset: number, criterion: FilterCriterion | null): Promise<void> {
    return this.#do(() => this.#person.filter(offset, criterion));
  }

  /** Protects the sheet again as it was protected before, or as Excel's dialog offers it at first. */
  protect(): Promise<void> {
    const { options } = this.#book.activeSheet.protection;
    return this.#do(() => this.#person.protect(options));
  }

  async unprotect(): Promise<void> {
    if (!this.#book.activeSheet.protection.hasPassword) {
      await this.#do(() => this.#person.unprotect());
      return;
    }
    const password = await this.#messages.question({ title: 'Unprotect Sheet', label: 'Password', isSecret: true });
    if (password !== null) await this.#do(() => this.#person.unprotect(password));
  }

  addSheet(): Promise<void> {
    return this.#do(() => this.#person.addSheet());
  }

  /** The next visible sheet to either side. */
  goToNeighbour(direction: -1 | 1): void {
    const visible = this.#book.sheets.filter(({ visibility }) => visibility === 'visible');
    const sheet = visible[visible.indexOf(this.#book.activeSheet) + direction];
    if (sheet !== undefined) this.#person.goTo(sheet);
  }

  async goTo(sheetId: string): Promise<void> {
    const sheet = this.#book.sheet(sheetId);
    if (sheet !== undefined) await this.#do(() => this.#person.goTo(sheet));
  }

  setCalculationMode(mode: 'automatic' | 'manual'): void {
    this.#book.setCalculationMode(mode);
  }

  calculate(): void {
    this.#book.calculate();
  }

  async #take(outcome: Outcome, data: DataTransfer | null): Promise<void> {
    const clipboard = this.#person.clipboard;
    if (outcome.kind === 'done' && clipboard !== undefined) {
      this.#mark = crypto.randomUUID();
      data?.setData('text/plain', this.#person.copiedText());
      data?.setData('text/html', clipboardHtml(clipboard.sheet, clipboard.area, this.#mark));
    }
    this.changed();
    await this.#messages.show(outcome);
  }

  /** After a paste of copied cells Excel selects what was filled. */
  async #paste(paste: () => Outcome, copied?: Area): Promise<void> {
    const { areas, cell } = this.#book.selection;
    await this.#do(() => {
      const outcome = paste();
      const [selected] = areas;
      const isOneCell = selected !== undefined && rowCount(selected) === 1 && columnCount(selected) === 1;
      if (outcome.kind === 'done' && copied !== undefined && isOneCell) {
        const { row, column } = cell;
        const target = areaOf(row, column, row + rowCount(copied) - 1, column + columnCount(copied) - 1);
        if (isWithinSheet(target)) this.#person.select(target, cell);
      }
      return outcome;
    });
  }

  /** Ends an entry first, as Excel does; while the person still mends it, nothing else is done. */
  async #do(deed: () => Outcome): Promise<void> {
    if (!(await this.#entry.commit())) return;
    const outcome = deed();
    this.changed();
    await this.#messages.show(outcome);
  }
}
