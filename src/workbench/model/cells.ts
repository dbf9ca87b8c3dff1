import { type Area, cellCount, columnCount, isWithinSheet, rowCount } from './area.ts';
import { type BorderLine, CellFormatting } from './cell-formatting.ts';
import { type Border, type CellFormat, defaultFormat, type FormatPatch, patched, reformat } from './cell-format.ts';
import { blankContent, type CellContent, CellWriter } from './cell-writer.ts';
import type { ConditionalFormats } from './conditional-formats.ts';
import { type Entry, readEntry } from './entry.ts';
import { entryText } from './entry-text.ts';
import type { ChangeType } from './events.ts';
import { numberFormat, type ShownValue } from './number-format.ts';
import { Refusal } from './refusal.ts';
import type { SheetContext } from './sheet-context.ts';
import type { Validations } from './validations.ts';
import type { CellValue } from './value.ts';

/** Cells that one read or write may have, as in Excel's API. */
const maximumCells = 5_000_000;

/** What lies over the cells and goes with them when they are cleared. */
export interface CellRules {
  readonly validations: Validations;
  readonly conditionalFormats: ConditionalFormats;
}

/** The cells of a sheet: what they hold, show and look like. Rows and columns count from 0. */
export class Cells {
  /** For copying, sorting and structure within the model; others write through the methods below. */
  readonly writer: CellWriter;
  readonly #formatting: CellFormatting;
  readonly #context: SheetContext;
  readonly #rules: CellRules;

  constructor(context: SheetContext, rules: CellRules) {
    this.#context = context;
    this.#rules = rules;
    this.writer = new CellWriter(context.store, context.calculator, context.recorder);
    this.#formatting = new CellFormatting(context.store, this.writer, context.recorder);
  }

  /** The calculated value; null where the cell is blank. */
  value(row: number, column: number): CellValue {
    return this.#context.calculator.read(this.#context.store, row, column);
  }

  /** Calculated values, row by row. @throws Refusal `tooLarge` beyond 5,000,000 cells. */
  values(area: Area): CellValue[][] {
    return this.#grid(area, (row, column) => this.value(row, column));
  }

  /** What the cell shows by its number format. A column too narrow for a number is not modelled. */
  text(row: number, column: number): string {
    return this.shown(row, column).text;
  }

  /** Text and the colour that the number format gives it. */
  shown(row: number, column: number): ShownValue {
    const format = this.format(row, column).numberFormat;
    return numberFormat(format).show(this.value(row, column), this.#context.dateSystem);
  }

  /** `=…`, or null where the cell holds no formula. */
  formula(row: number, column: number): string | null {
    const shape = this.#context.store.at(row, column)?.formula?.shape;
    return shape === undefined ? null : this.#context.calculator.library.write(shape, row, column);
  }

  /** What the formula bar shows, and what entered again gives the same content. */
  input(row: number, column: number): string {
    const formula = this.formula(row, column);
    if (formula !== null) return formula;
    const { numberFormat: code, quotePrefix } = this.format(row, column);
    return entryText(this.value(row, column), code, quotePrefix, this.#context.dateSystem);
  }

  /** The formula (`=…`) or the literal, as `Range.formulas` has it; null where the cell is blank. */
  content(row: number, column: number): CellValue {
    return this.formula(row, column) ?? this.value(row, column);
  }

  /** The cell's own format, or that of its row, column or sheet. */
  format(row: number, column: number): CellFormat {
    return this.#context.store.formatAt(row, column);
  }

  /** What `read` gives for every cell of the area; null where the cells differ. */
  common<Result>(area: Area, read: (format: CellFormat) => Result): Result | null {
    return this.#formatting.common(area, read);
  }

  /**
   * Enters a value as typing it would: see `readEntry`. `''` empties the cell.
   * @throws Refusal for formulas that Excel cannot read or that are not modelled; the cell then stays as it was.
   */
  enter(row: number, column: number, entry: Entry): void {
    this.write({ top: row, left: column, bottom: row, right: column }, [[entry]]);
  }

  /** Enters a block, row by row; null leaves a cell as it is. If one entry is refused, none is made. */
  write(area: Area, entries: readonly (readonly (Entry | null)[])[]): void {
    checkArea(area);
    if (entries.length !== rowCount(area) || entries.some((row) => row.length !== columnCount(area))) {
      throw new Refusal('invalidArgument', 'The entries have not the size of the area.');
    }
    const read = this.#grid(area, (row, column) => {
      const entry = entries[row - area.top]?.[column - area.left] ?? null;
      return entry === null ? null : this.#read(row, column, entry);
    });
    this.edit(area, () => {
      read.forEach((row, down) => {
        row.forEach((outcome, across) => {
          if (outcome !== null) this.writer.put(area.top + down, area.left + across, outcome.content, outcome.format);
        });
      });
    });
  }

  /** Enters the same into every cell; a formula is as seen from the first cell, its relative references follow. */
  writeAll(area: Area, entry: Entry): void {
    checkArea(area);
    const { library } = this.#context.calculator;
    const first = this.#read(area.top, area.left, entry);
    this.edit(area, () => {
      for (let column = area.left; column <= area.right; column += 1) {
        for (let row = area.top; row <= area.bottom; row += 1) {
          const outcome = first.content.shape === undefined ? this.#read(row, column, entry) : first;
          const { shape } = outcome.content;
          const content =
            shape === undefined ? outcome.content : { shape: library.copied(shape, row, column), value: null };
          this.writer.put(
            row,
            column,
            content,
            outcome === first ? this.#formatFor(row, column, first) : outcome.format,
          );
        }
      }
    });
  }

  /**
   * `contents` empties the cells, `formats` makes them plain and takes conditional formats, `all` takes data
   * validations too.
   */
  clear(area: Area, what: 'all' | 'contents' | 'formats'): void {
    checkArea(area);
    this.#context.recorder.run(() => {
      if (what !== 'formats') this.#clearContents(area);
      if (what === 'contents') return;
      this.#formatting.apply(area, () => defaultFormat);
      this.#announceFormats(area);
      this.#rules.conditionalFormats.clear(area);
      if (what === 'all') this.#rules.validations.set(area, null);
    });
  }

  /** Changes properties of the format; entire rows, columns and sheets keep them as their default. */
  setFormat(area: Area, patch: FormatPatch): void {
    checkArea(area);
    if (patch.numberFormat !== undefined) numberFormat(patch.numberFormat);
    this.#context.recorder.run(() => {
      this.#formatting.apply(area, reformat(patch));
      this.#announceFormats(area);
    });
  }

  /** Changes formats cell by cell, row by row; null leaves a cell as it is. */
  setFormats(area: Area, patches: readonly (readonly (FormatPatch | null)[])[]): void {
    checkArea(area);
    for (const patch of patches.flat()) if (patch?.numberFormat !== undefined) numberFormat(patch.numberFormat);
    this.#context.recorder.run(() => {
      this.writer.change(
        area,
        () => {
          patches.forEach((row, down) => {
            row.forEach((patch, across) => {
              if (patch === null) return;
              const [at, on] = [area.top + down, area.left + across];
              this.writer.putFormat(at, on, patched(this.format(at, on), patch));
            });
          });
        },
        false,
      );
      this.#announceFormats(area);
    });
  }

  /** Draws a line along an edge of the area or between its cells. */
  setBorder(area: Area, line: BorderLine, border: Border | null): void {
    checkArea(area);
    this.#context.recorder.run(() => {
      this.#formatting.draw(area, line, border);
      this.#announceFormats(area);
    });
  }

  /** Makes a change of contents within an area by the writer, and announces it. For parts of the model. */
  edit(area: Area, action: () => void, changeType: ChangeType = 'RangeEdited'): void {
    const { recorder, calculator, store, sheetId } = this.#context;
    recorder.run(() => {
      const single = cellCount(area) === 1;
      const before = single ? this.value(area.top, area.left) : null;
      this.writer.change(area, action);
      if (single && this.#context.isManual()) calculator.calculateCell(store, area.top, area.left);
      const detail = single ? { detail: { before, after: this.value(area.top, area.left) } } : {};
      recorder.announce({ type: 'changed', sheetId, changeType, area, ...detail });
    });
  }

  #clearContents(area: Area): void {
    this.edit(area, () => {
      this.#context.store.visit(area, (cell, row, column) => {
        this.writer.put(row, column, blankContent, withoutQuote(cell.format));
      });
    });
  }

  #read(row: number, column: number, entry: Entry): ReadCell {
    const { clock, dateSystem, recorder, calculator, store } = this.#context;
    const format = this.format(row, column);
    const result = readEntry(entry, {
      format: format.numberFormat,
      dateSystem,
      today: clock(),
      byPerson: recorder.source === 'person',
    });
    const own = store.at(row, column)?.format;
    if (result.type === 'formula') {
      const shape = calculator.library.read(result.text, row, column);
      const dated = format.numberFormat === 'General' && shape.givesDate ? 'm/d/yyyy' : undefined;
      return { content: { shape, value: null }, format: entered(own, format, dated, false), numberFormat: dated };
    }
    return {
      content: { shape: undefined, value: result.value },
      format: entered(own, format, result.numberFormat, result.quotePrefix),
      numberFormat: result.numberFormat,
    };
  }

  #formatFor(row: number, column: number, first: ReadCell): CellFormat | undefined {
    return entered(this.#context.store.at(row, column)?.format, this.format(row, column), first.numberFormat, false);
  }

  #grid<Result>(area: Area, read: (row: number, column: number) => Result): Result[][] {
    if (cellCount(area) > maximumCells) throw new Refusal('tooLarge', 'More than 5,000,000 cells at once.');
    return Array.from({ length: rowCount(area) }, (_row, down) =>
      Array.from({ length: columnCount(area) }, (_column, across) => read(area.top + down, area.left + across)),
    );
  }

  #announceFormats(area: Area): void {
    this.#context.recorder.announce({ type: 'formatChanged', sheetId: this.#context.sheetId, area });
  }
}

interface ReadCell {
  readonly content: CellContent;
  /** Own format of the cell afterwards. */
  readonly format: CellFormat | undefined;
  readonly numberFormat: string | undefined;
}

/** The own format after an entry: a General cell takes the format of what was typed, an apostrophe is remembered. */
function entered(
  own: CellFormat | undefined,
  effective: CellFormat,
  code: string | undefined,
  quotePrefix: boolean,
): CellFormat | undefined {
  const patch = {
    ...(code === undefined ? {} : { numberFormat: code }),
    ...(quotePrefix === effective.quotePrefix ? {} : { quotePrefix }),
  };
  return Object.keys(patch).length === 0 ? own : patched(effective, patch);
}

function withoutQuote(format: CellFormat | undefined): CellFormat | undefined {
  return format?.quotePrefix === true ? patched(format, { quotePrefix: false }) : format;
}

function checkArea(area: Area): void {
  if (!isWithinSheet(area)) throw new Refusal('invalidArgument', 'The area does not lie within the sheet.');
}
