import type { Position } from '../../model/area.ts';
import type { Book } from '../../model/book.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Outcome } from '../../person/outcome.ts';
import type { Person } from '../../person/person.ts';
import type { EntryAnswer } from '../../person/typing.ts';
import { Observable } from './observable.ts';
import type { Messages } from './messages.ts';

/** A cell that is being typed into. */
export interface Entry {
  readonly sheet: Sheet;
  readonly cell: Position;
  readonly text: string;
  /** Typing began over the cell's content: arrow keys end it. After F2 or a double click they move in the text. */
  readonly isOverwriting: boolean;
  /** Where the caret is: in the cell, or in the formula bar. */
  readonly place: 'cell' | 'bar';
}

/** The entry of a cell from its first key to Enter or Escape. While it lasts the workbook is in cell-edit mode. */
export class CellEntry extends Observable {
  readonly #book: Book;
  readonly #person: Person;
  readonly #messages: Messages;
  #manner: Pick<Entry, 'isOverwriting' | 'place'> = { isOverwriting: false, place: 'cell' };
  #isEntering = false;

  constructor(book: Book, person: Person, messages: Messages) {
    super();
    this.#book = book;
    this.#person = person;
    this.#messages = messages;
  }

  get current(): Entry | null {
    const edit = this.#book.cellEdit;
    if (edit === undefined) return null;
    const { sheet, row, column, text } = edit;
    return { sheet, cell: { row, column }, text, ...this.#manner };
  }

  /**
   * Begins the entry of the active cell, unless Excel refuses it.
   *
   * @param text What stands in it at first, over the cell's content; null begins with the content.
   */
  begin(text: string | null, place: Entry['place']): boolean {
    if (this.current !== null) return true;
    const outcome = this.#person.beginEdit(text ?? undefined);
    if (outcome.kind !== 'done') {
      void this.#messages.show(outcome);
      return false;
    }
    this.#manner = { isOverwriting: text !== null, place };
    this.#person.endCopy();
    this.changed();
    return true;
  }

  setText(text: string): void {
    this.#person.changeEdit(text);
    this.changed();
  }

  /** F2 during an entry: from now on arrow keys move in the text, or end it again. */
  toggleOverwriting(): void {
    this.#manner = { ...this.#manner, isOverwriting: !this.#manner.isOverwriting };
    this.changed();
  }

  setPlace(place: Entry['place']): void {
    if (this.#manner.place === place) return;
    this.#manner = { ...this.#manner, place };
    this.changed();
  }

  /** Enters what was typed, with Excel's questions. @returns whether no cell is being edited any more. */
  async commit(): Promise<boolean> {
    if (this.current === null) return true;
    if (this.#isEntering) return false;
    this.#isEntering = true;
    try {
      await this.#settle(this.#person.commitEdit());
    } finally {
      this.#isEntering = false;
      this.changed();
    }
    return this.#book.cellEdit === undefined;
  }

  cancel(): void {
    if (this.#isEntering) return;
    this.#person.cancelEdit();
    this.changed();
  }

  async #settle(outcome: Outcome): Promise<void> {
    const button = await this.#messages.show(outcome);
    if (outcome.kind === 'asked' && isInsistence(button)) {
      await this.#settle(this.#person.commitEdit(button));
    } else if (outcome.kind !== 'done' && button === 'Cancel') {
      this.#person.cancelEdit();
    }
  }
}

function isInsistence(button: string | null): button is EntryAnswer {
  return button === 'Yes' || button === 'OK';
}
