import { type Area, areaOf, bounding, type Position, sameArea } from '../model/area.ts';
import type { Book } from '../model/book.ts';
import type { FormatPatch } from '../model/cell-format.ts';
import type { FilterCriterion } from '../model/filter.ts';
import type { ProtectionOptions } from '../model/protection.ts';
import type { Sheet } from '../model/sheet.ts';
import type { SortKey, SortOptions } from '../model/sort.ts';
import {
  type Clipboard,
  clipboardText,
  pasteBlock,
  pasteCells,
  type PastedParts,
  splitClipboardText,
} from './clipboard.ts';
import { dragFill, fillDown } from './fill.ts';
import { lockedRefusal, permissionRefusal, step } from './guarded.ts';
import { done, type Outcome, refused, unavailable } from './outcome.ts';
import * as lines from './rows-and-columns.ts';
import * as sheets from './sheet-commands.ts';
import { enterTyped, type EntryAnswer } from './typing.ts';

/**
 * The person at the grid: everything works on the active sheet and its selection, as by keyboard, mouse and menu, and
 * gives what Excel would do or say. Changes can be undone as in Excel.
 */
export class Person {
  readonly #book: Book;
  #clipboard: Clipboard | undefined;

  constructor(book: Book) {
    this.#book = book;
  }

  /** Cells with the dashed line around: copied or cut. */
  get clipboard(): Clipboard | undefined {
    return this.#clipboard;
  }

  /** Goes to a sheet by its tab. */
  goTo(sheet: Sheet): Outcome {
    if (sheet.visibility !== 'visible') return unavailable('A hidden sheet has no tab.');
    this.#book.asPerson('Go To', () => {
      this.#book.activate(sheet);
    });
    return done;
  }

  /** Selects cells of the active sheet; a protected sheet may allow unlocked cells only, or none. */
  select(areas: Area | readonly Area[], cell?: Position): Outcome {
    const sheet = this.#book.activeSheet;
    const list = 'top' in areas ? [areas] : areas;
    const { selectionMode } = sheet.protection.options;
    if (sheet.protection.isOn && selectionMode !== 'Normal') {
      const unlocked = selectionMode === 'Unlocked' && list.every((area) => !sheet.hasLocked(area));
      if (!unlocked) return unavailable('These cells cannot be selected while the sheet is protected.');
    }
    this.#book.asPerson('Select', () => {
      this.#book.select(sheet, list, cell);
    });
    return done;
  }

  /** Begins to edit the active cell, with its content or with what is typed over it. */
  beginEdit(text?: string): Outcome {
    const { sheet, cell } = this.#book.selection;
    const locked = lockedRefusal(sheet, areaOf(cell.row, cell.column));
    if (locked !== undefined) return locked;
    this.#book.setCellEdit({ sheet, ...cell, text: text ?? sheet.formulaBar(cell.row, cell.column) });
    return done;
  }

  /** What stands in the cell that is being edited. */
  changeEdit(text: string): Outcome {
    const edit = this.#book.cellEdit;
    if (edit === undefined) return unavailable('No cell is being edited.');
    this.#book.setCellEdit({ ...edit, text });
    return done;
  }

  /** Enter: takes the edit over. Where Excel refuses or asks, the cell stays in edit. */
  commitEdit(answer?: EntryAnswer): Outcome {
    const edit = this.#book.cellEdit;
    if (edit === undefined) return unavailable('No cell is being edited.');
    const outcome = enterTyped(edit.sheet, edit.row, edit.column, edit.text, answer);
    if (outcome.kind === 'done') this.#book.setCellEdit(undefined);
    return outcome;
  }

  /** Escape: the cell keeps what it had. */
  cancelEdit(): Outcome {
    this.#book.setCellEdit(undefined);
    return done;
  }

  /** Types into the active cell and presses Enter. Where Excel refuses or asks, the edit is given up again. */
  type(text: string, answer?: EntryAnswer): Outcome {
    const begun = this.beginEdit(text);
    if (begun.kind !== 'done') return begun;
    const outcome = this.commitEdit(answer);
    if (outcome.kind !== 'done') this.cancelEdit();
    return outcome;
  }

  /** Picks an entry of the active cell's list. */
  pick(entry: string): Outcome {
    const { sheet, cell } = this.#book.selection;
    const offered = sheet.validations.list(cell.row, cell.column);
    if (offered?.includes(entry) !== true) return unavailable('The list of this cell has no such entry.');
    return this.type(entry);
  }

  /** The Delete key: empties the selected cells, past validation; one locked cell refuses all. */
  deleteContents(): Outcome {
    const { sheet, areas } = this.#book.selection;
    const locked = areas.map((area) => lockedRefusal(sheet, area)).find((refusal) => refusal !== undefined);
    if (locked !== undefined) return locked;
    return step(sheet, 'Clear', () => {
      for (const area of areas) sheet.cells.clear(area, 'contents');
    });
  }

  copy(): Outcome {
    return this.#take(false);
  }

  cut(): Outcome {
    const { sheet, areas } = this.#book.selection;
    const [area] = areas;
    return (area && lockedRefusal(sheet, area)) ?? this.#take(true);
  }

  /** The copied cells as text, for the system's clipboard. */
  copiedText(): string {
    return this.#clipboard === undefined ? '' : clipboardText(this.#clipboard);
  }

  /** Escape: no cells are copied any more. */
  endCopy(): void {
    this.#clipboard = undefined;
  }

  /** Pastes the copied or cut cells; `parts` as in Paste Special. */
  paste(parts: PastedParts = 'all', answer?: EntryAnswer): Outcome {
    const clipboard = this.#clipboard;
    if (clipboard === undefined) return unavailable('Nothing is copied.');
    const { sheet } = this.#book.selection;
    const outcome = pasteCells(clipboard, sheet, this.#selected(), parts, answer);
    if (outcome.kind === 'done' && clipboard.cut) this.#clipboard = undefined;
    return outcome;
  }

  /** Paste Special, Values: validated like an entry. */
  pasteValues(answer?: EntryAnswer): Outcome {
    return this.paste('values', answer);
  }

  /** Pastes text from another program: tabs between cells, one line per row. */
  pasteText(text: string): Outcome {
    return pasteBlock(splitClipboardText(text), this.#book.activeSheet, this.#selected(), 'text');
  }

  /** Pastes a table from a web page or a document, already split into cells. */
  pasteTable(rows: readonly (readonly string[])[]): Outcome {
    return pasteBlock(rows, this.#book.activeSheet, this.#selected(), 'html');
  }

  fillDown(): Outcome {
    return fillDown(this.#book.activeSheet, this.#selected());
  }

  /** Drags the fill handle of the selection; `whole` holds the selection and what is to be filled. */
  dragFill(whole: Area, copies = false): Outcome {
    return dragFill(this.#book.activeSheet, this.#selected(), whole, copies);
  }

  /** Formats the selected cells. The lock itself cannot be changed while the sheet is protected. */
  format(patch: FormatPatch): Outcome {
    const { sheet, areas } = this.#book.selection;
    const protectedPart = sheet.protection.isOn && (patch.locked !== undefined || patch.formulaHidden !== undefined);
    if (protectedPart) return unavailable('Locks cannot be changed while the sheet is protected.');
    return (
      permissionRefusal(sheet, 'allowFormatCells', 'Format Cells') ??
      step(sheet, 'Format Cells', () => {
        for (const area of areas) sheet.cells.setFormat(area, patch);
      })
    );
  }

  /** Sorts the selected range. */
  sort(keys: readonly SortKey[], options: SortOptions = {}): Outcome {
    return lines.sort(this.#book.activeSheet, this.#selected(), keys, options);
  }

  insertRows(): Outcome {
    return lines.insertRows(this.#book.activeSheet, this.#selected());
  }

  deleteRows(): Outcome {
    return lines.deleteRows(this.#book.activeSheet, this.#selected());
  }

  insertColumns(): Outcome {
    return lines.insertColumns(this.#book.activeSheet, this.#selected());
  }

  deleteColumns(): Outcome {
    return lines.deleteColumns(this.#book.activeSheet, this.#selected());
  }

  hideColumns(hidden = true): Outcome {
    return lines.hideColumns(this.#book.activeSheet, this.#selected(), hidden);
  }

  hideRows(hidden = true): Outcome {
    return lines.hideRows(this.#book.activeSheet, this.#selected(), hidden);
  }

  /** Points. */
  setColumnWidth(points: number): Outcome {
    return lines.setColumnWidth(this.#book.activeSheet, this.#selected(), points);
  }

  /** Puts an AutoFilter onto the selected range, or takes away the one that is there. */
  toggleFilter(): Outcome {
    return lines.toggleFilter(this.#book.activeSheet, this.#selected());
  }

  /** Sets the criterion of a column of the filter (counted from 0), or takes it (null). */
  filter(offset: number, criterion: FilterCriterion | null): Outcome {
    return lines.filter(this.#book.activeSheet, offset, criterion);
  }

  undo(): Outcome {
    return this.#book.undo() ? done : unavailable('There is nothing to undo.');
  }

  redo(): Outcome {
    return this.#book.redo() ? done : unavailable('There is nothing to redo.');
  }

  protect(options: Partial<ProtectionOptions> = {}, password = ''): Outcome {
    return sheets.protect(this.#book.activeSheet, options, password);
  }

  unprotect(password = ''): Outcome {
    return sheets.unprotect(this.#book.activeSheet, password);
  }

  addSheet(): Outcome {
    return sheets.addSheet(this.#book);
  }

  renameSheet(sheet: Sheet, name: string): Outcome {
    return sheets.renameSheet(sheet, name);
  }

  deleteSheet(sheet: Sheet, answer?: 'Delete'): Outcome {
    return sheets.deleteSheet(sheet, answer);
  }

  hideSheet(sheet: Sheet, hidden = true): Outcome {
    return sheets.setSheetHidden(sheet, hidden);
  }

  #take(cut: boolean): Outcome {
    const { sheet, areas } = this.#book.selection;
    const [area, ...others] = areas;
    if (area === undefined || others.some((other) => !sameArea(area, other))) {
      return refused("This action won't work on multiple selections.");
    }
    this.#clipboard = { sheet, area, cut };
    return done;
  }

  #selected(): Area {
    return this.#book.selection.areas.reduce(bounding);
  }
}
