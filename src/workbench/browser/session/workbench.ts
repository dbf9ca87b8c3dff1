import { Book } from '../../model/book.ts';
import type { DateSystem } from '../../model/serial.ts';
import { Person } from '../../person/person.ts';
import { CellEntry } from './cell-entry.ts';
import { ContextMenu } from './context-menu.ts';
import { Deeds } from './deeds.ts';
import { Lists } from './lists.ts';
import { Messages } from './messages.ts';
import { SelectionControl } from './selection-control.ts';

/** One open workbook and the person at it. */
export class Workbench {
  readonly book: Book;
  readonly person: Person;
  readonly messages = new Messages();
  readonly selection: SelectionControl;
  readonly entry: CellEntry;
  readonly deeds: Deeds;
  readonly lists: Lists;
  readonly menu = new ContextMenu();

  /** @param name File name with its ending. */
  constructor(name: string, dateSystem: DateSystem) {
    this.book = new Book({ name, dateSystem });
    this.person = new Person(this.book);
    this.selection = new SelectionControl(this.book, this.person);
    this.entry = new CellEntry(this.book, this.person, this.messages);
    this.deeds = new Deeds({ book: this.book, person: this.person, messages: this.messages, entry: this.entry });
    this.lists = new Lists(this.book, this.deeds);
  }
}
