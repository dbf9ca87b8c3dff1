import { toExcelSerial, civilDate, type ExcelDateSystem } from '../../guidance/civil-date.ts';
import type { RawCell } from '../../workbook/cell-text.ts';
import { refuse } from './refused.ts';
import type { CellForms, NumberForm } from './styles-part.ts';
import type { TextPool } from './text-pool.ts';
import { spreadsheetString } from './xml-text.ts';

/** What a sheet's cells refer to. */
export interface CellGround {
  readonly dates: ExcelDateSystem;
  readonly forms: CellForms;
  readonly sharedStrings: readonly string[];
  readonly pool: TextPool;
}

/** The types of cells (ECMA-376 part 1, 18.18.11). */
export type CellType = 'n' | 's' | 'str' | 'inlineStr' | 'b' | 'e' | 'd';

/**
 * A row of a sheet while it is being read: the cells that hold something, from left to right. It is filled anew for the
 * next row, and values are made when they are asked for, so that cells nobody looks at cost nothing.
 */
export class SheetRow {
  /** 1-based row of the sheet. */
  number = 0;
  /** Whether a person or a filter has hidden it. */
  isHidden = false;
  readonly #ground: CellGround;
  readonly #columns: number[] = [];
  readonly #types: CellType[] = [];
  readonly #texts: (string | null)[] = [];
  readonly #styles: number[] = [];
  readonly #formulas: boolean[] = [];
  #count = 0;

  constructor(ground: CellGround) {
    this.#ground = ground;
  }

  /** Begins another row. */
  begin(number: number, isHidden: boolean): void {
    this.number = number;
    this.isHidden = isHidden;
    this.#count = 0;
  }

  /** Adds a cell to the right. @param text as the file has it; null where a formula has no result yet */
  add(column: number, type: CellType, style: number, text: string | null, hasFormula: boolean): void {
    const place = this.#count;
    this.#columns[place] = column;
    this.#types[place] = type;
    this.#styles[place] = style;
    this.#texts[place] = text;
    this.#formulas[place] = hasFormula;
    this.#count += 1;
  }

  /** How many cells hold something. */
  get count(): number {
    return this.#count;
  }

  /** 0-based column of a cell. */
  columnAt(place: number): number {
    return this.#columns[place] ?? 0;
  }

  /** A cell's value as Excel gives it: text, a number (dates too), or true and false. Blank is `''`. */
  valueAt(place: number): RawCell {
    const text = this.#texts[place];
    if (text === null || text === undefined) return '';
    switch (this.#types[place]) {
      case 'n':
        return numberOf(text);
      case 's':
        return this.#ground.sharedStrings[Number(text)] ?? refuse('damaged');
      case 'b':
        return text.trim() === '1' || text.trim() === 'true';
      case 'd':
        return serialOf(text, this.#ground.dates);
      default:
        return this.#ground.pool.get(spreadsheetString(text));
    }
  }

  /** What a cell's format makes of a number. */
  formAt(place: number): NumberForm {
    return this.#ground.forms[this.#styles[place] ?? 0] ?? 'number';
  }

  hasFormula(place: number): boolean {
    return this.#formulas[place] === true;
  }

  /** Whether a cell holds a formula that nobody has worked out yet. */
  isUncalculated(place: number): boolean {
    return this.#formulas[place] === true && this.#texts[place] === null;
  }

  /** Place of the cell in a column; -1 where it holds nothing. */
  placeOf(column: number): number {
    let low = 0;
    let high = this.#count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#columns[middle] ?? 0;
      if (found === column) return middle;
      if (found < column) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** The value of the cell in a column. */
  valueIn(column: number): RawCell {
    const place = this.placeOf(column);
    return place < 0 ? '' : this.valueAt(place);
  }
}

function numberOf(text: string): RawCell {
  if (text.trim() === '') return '';
  const value = Number(text);
  return Number.isFinite(value) ? value : refuse('damaged');
}

/** Strict files write days as ISO 8601; Excel counts them. */
function serialOf(text: string, dates: ExcelDateSystem): RawCell {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text.trim()) ?? [];
  const date = civilDate(Number(year), Number(month), Number(day));
  return (date === null ? null : toExcelSerial(date, dates)) ?? text;
}
