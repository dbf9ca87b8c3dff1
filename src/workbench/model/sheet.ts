import { type Area, areaOf, bounding, type Position } from './area.ts';
import type { CellFormat } from './cell-format.ts';
import type { CellStore } from './cell-store.ts';
import { Cells } from './cells.ts';
import { ConditionalFormats } from './conditional-formats.ts';
import { AutoFilter } from './filter.ts';
import { Images } from './images.ts';
import { Layout } from './layout.ts';
import { Protection } from './protection-state.ts';
import { Refusal } from './refusal.ts';
import type { SheetContext } from './sheet-context.ts';
import { Validations } from './validations.ts';
import type { Workbook } from './workbook.ts';

export type Visibility = 'visible' | 'hidden' | 'veryHidden';

/** What is selected on a sheet; the active cell lies in one of the areas. */
export interface Selection {
  readonly areas: readonly Area[];
  readonly cell: Position;
}

/** A cell as it is painted: its format, over it what number format and conditional formats say. */
export interface Displayed {
  readonly text: string;
  readonly format: CellFormat;
  readonly fillColour: string | null;
  readonly fontColour: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strikethrough: boolean;
}

/** A worksheet. Made by `Book.addSheet`. */
export class Sheet {
  readonly book: Workbook<Sheet>;
  readonly id: string;
  readonly store: CellStore;
  readonly cells: Cells;
  readonly layout: Layout;
  readonly validations: Validations;
  readonly conditionalFormats: ConditionalFormats;
  readonly filter: AutoFilter;
  readonly images: Images;
  readonly protection: Protection;
  readonly #context: SheetContext;
  #name: string;
  #visibility: Visibility = 'visible';
  #tabColour = '';
  #selection: Selection = { areas: [areaOf(0, 0)], cell: { row: 0, column: 0 } };

  constructor(book: Workbook<Sheet>, name: string, context: SheetContext) {
    this.book = book;
    this.id = context.sheetId;
    this.store = context.store;
    this.#name = name;
    this.#context = context;
    this.validations = new Validations(context);
    this.conditionalFormats = new ConditionalFormats(context);
    this.cells = new Cells(context, { validations: this.validations, conditionalFormats: this.conditionalFormats });
    this.filter = new AutoFilter(context, {
      value: (row, column) => this.cells.value(row, column),
      text: (row, column) => this.cells.text(row, column),
    });
    this.layout = new Layout(context, (row) => this.filter.isRowFiltered(row));
    this.images = new Images(context);
    this.protection = new Protection(context);
  }

  get name(): string {
    return this.#name;
  }

  /** Place among the tabs, counted from 0; -1 once the sheet is deleted. */
  get position(): number {
    return this.book.sheets.indexOf(this);
  }

  get visibility(): Visibility {
    return this.#visibility;
  }

  /** `#RRGGBB`, or '' for none. */
  get tabColour(): string {
    return this.#tabColour;
  }

  get selection(): Selection {
    return this.#selection;
  }

  /** Formulas, names and rules that speak of the sheet follow. @throws Refusal `invalidName`, `nameTaken`. */
  rename(name: string): void {
    this.book.checkSheetName(name, this);
    if (name === this.#name) return;
    const before = this.#name;
    const { recorder, sheetId, calculator } = this.#context;
    recorder.run(() => {
      this.#name = name;
      calculator.library.forgetTexts();
      recorder.clear();
      recorder.announce({ type: 'sheetRenamed', sheetId, before, after: name });
    });
  }

  /** @throws Refusal `lastVisibleSheet` where no other sheet would be left to see. */
  setVisibility(visibility: Visibility): void {
    if (visibility === this.#visibility) return;
    const hides = visibility !== 'visible';
    const others = this.book.sheets.filter((sheet) => sheet !== this && sheet.visibility === 'visible');
    const next = others.find((sheet) => sheet.position > this.position) ?? others.at(-1);
    if (hides && next === undefined) {
      throw new Refusal('lastVisibleSheet', 'A workbook must contain at least one visible worksheet.');
    }
    const { recorder, sheetId } = this.#context;
    recorder.run(() => {
      if (hides && next !== undefined && this.book.activeSheet === this) this.book.activate(next);
      this.#visibility = visibility;
      recorder.clear();
      recorder.announce({ type: 'visibilityChanged', sheetId });
    });
  }

  setTabColour(colour: string): void {
    if (colour !== '' && !/^#[0-9A-F]{6}$/i.test(colour)) {
      throw new Refusal('invalidArgument', 'A colour is written as #RRGGBB.');
    }
    const { recorder, sheetId } = this.#context;
    recorder.run(() => {
      recorder.recordState(() => {
        const before = this.#tabColour;
        return () => {
          this.#tabColour = before;
        };
      });
      this.#tabColour = colour;
      recorder.announce({ type: 'layoutChanged', sheetId });
    });
  }

  /** Selects cells of this sheet without going to it; `Book.select` does both. */
  setSelection(selection: Selection): void {
    const { recorder, sheetId } = this.#context;
    const area = selection.areas.reduce(bounding);
    recorder.run(() => {
      this.#selection = selection;
      recorder.announce({ type: 'selectionChanged', sheetId, area, cell: selection.cell });
    });
  }

  /** Smallest area with everything that is held or (unless `valuesOnly`) formatted; undefined where that is nothing. */
  usedArea(valuesOnly = false): Area | undefined {
    return this.store.usedArea(valuesOnly);
  }

  /** True where any cell of the area is locked, whether or not the sheet is protected. */
  hasLocked(area: Area): boolean {
    return this.cells.common(area, (format) => format.locked) !== false;
  }

  /** The first locked cell, row by row. */
  firstLocked(area: Area): Position | undefined {
    if (!this.hasLocked(area)) return undefined;
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        if (this.cells.format(row, column).locked) return { row, column };
      }
    }
    return undefined;
  }

  /** New rows look like the row above. @throws Refusal `invalidArgument` where cells would fall off the sheet. */
  insertRows(top: number, count: number): void {
    this.#context.restructure({ type: 'insert', axis: 'row', sheetId: this.id, at: top, count });
  }

  deleteRows(top: number, count: number): void {
    this.#context.restructure({ type: 'delete', axis: 'row', sheetId: this.id, at: top, count });
  }

  insertColumns(left: number, count: number): void {
    this.#context.restructure({ type: 'insert', axis: 'column', sheetId: this.id, at: left, count });
  }

  deleteColumns(left: number, count: number): void {
    this.#context.restructure({ type: 'delete', axis: 'column', sheetId: this.id, at: left, count });
  }

  /** What the formula bar shows: nothing where a protected sheet hides the formula. */
  formulaBar(row: number, column: number): string {
    const hidden = this.protection.isOn && this.cells.format(row, column).formulaHidden;
    return hidden ? '' : this.cells.input(row, column);
  }

  /** What is painted. Conditions are evaluated now. */
  displayed(row: number, column: number): Displayed {
    const format = this.cells.format(row, column);
    const { text, colour } = this.cells.shown(row, column);
    const style = this.conditionalFormats.styleAt(row, column);
    return {
      text,
      format,
      fillColour: style.fillColour ?? format.fillColour,
      fontColour: colour ?? style.fontColour ?? format.fontColour,
      bold: style.bold ?? format.bold,
      italic: style.italic ?? format.italic,
      strikethrough: style.strikethrough ?? format.strikethrough,
    };
  }

  /** Everything that rows, columns and references can change; the function brings it back. For the model. */
  capture(): () => void {
    const { rowFormats, columnFormats, sheetFormat } = this.store;
    const parts = [
      this.cells.writer.capture(),
      this.validations.capture(),
      this.conditionalFormats.capture(),
      this.filter.capture(),
      this.layout.capture(),
      this.images.capture(),
    ];
    return () => {
      this.store.rowFormats = rowFormats;
      this.store.columnFormats = columnFormats;
      this.store.sheetFormat = sheetFormat;
      for (const restore of parts) restore();
    };
  }
}
