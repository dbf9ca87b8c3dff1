import type { ReadLimits } from './limits.ts';
import { sheetColumns, sheetRows } from './limits.ts';
import { refuse } from './refused.ts';
import { SheetRow, type CellGround, type CellType } from './sheet-row.ts';
import { Vocabulary } from './vocabulary.ts';
import type { XmlHandler } from './xml-scanner.ts';
import { attributesOf, isTrue } from './xml-text.ts';

const cellTypes = new Set<string>(['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'] satisfies readonly CellType[]);

/** Takes a row; it holds for the call alone. False ends the reading. */
export type TakeRow = (row: SheetRow) => boolean;

/**
 * Reads the rows of a worksheet that hold something. The dimension that the sheet claims is not believed; rows and cells
 * have to come in order, each once, because readers that see two of a kind take one or the other.
 */
export class SheetHandler implements XmlHandler {
  /** Whether the text that comes is a value's. */
  wantsText = false;
  /** Whether whoever takes the rows has seen enough. */
  isDone = false;
  readonly #take: TakeRow;
  readonly #limits: ReadLimits;
  readonly #vocabulary = new Vocabulary('worksheet');
  readonly #row: SheetRow;
  #rows = 0;
  #cells = 0;
  #isData = false;
  #inRow = false;
  #inCell = false;
  #isPhonetic = false;
  /** 1-based row and 0-based column of the last cell. */
  #number = 0;
  #column = -1;
  #characters = 0;
  #type: CellType = 'n';
  #style = 0;
  #text = '';
  #hasValue = false;
  #hasFormula = false;

  constructor(ground: CellGround, limits: ReadLimits, take: TakeRow) {
    this.#row = new SheetRow(ground);
    this.#limits = limits;
    this.#take = take;
  }

  open(tag: string, attributes: string): void {
    const name = this.#vocabulary.local(tag, attributes);
    if (!this.#isData) {
      if (name === 'sheetData') this.#isData = true;
      return;
    }
    switch (name) {
      case 'c':
        this.#openCell(attributes);
        break;
      case 'v':
        if (this.#inCell && this.#type !== 'inlineStr') this.#beginValue();
        break;
      case 't':
        if (this.#inCell && this.#type === 'inlineStr' && !this.#isPhonetic) this.#beginValue();
        break;
      case 'f':
        this.#hasFormula = true;
        break;
      case 'rPh':
        this.#isPhonetic = true;
        break;
      case 'row':
        this.#openRow(attributes);
    }
  }

  text(text: string): void {
    this.#text = this.#text === '' ? text : this.#text + text;
    this.#characters += text.length;
    if (this.#characters > this.#limits.rowCharacters) refuse('tooLarge');
  }

  close(tag: string): void {
    if (!this.#isData) return;
    switch (this.#vocabulary.local(tag)) {
      case 'v':
      case 't':
        this.wantsText = false;
        break;
      case 'c':
        this.#closeCell();
        break;
      case 'rPh':
        this.#isPhonetic = false;
        break;
      case 'row':
        this.#closeRow();
        break;
      case 'sheetData':
        this.#isData = false;
    }
  }

  #beginValue(): void {
    this.wantsText = true;
    this.#hasValue = true;
  }

  #openRow(raw: string): void {
    if (this.#inRow) refuse('damaged');
    const attributes = attributesOf(raw);
    const number = wholeNumber(attributes.get('r')) ?? this.#number + 1;
    if (number <= this.#number || number > sheetRows) refuse('damaged');
    this.#inRow = true;
    this.#number = number;
    this.#column = -1;
    this.#characters = 0;
    this.#row.begin(number, isTrue(attributes.get('hidden')));
  }

  #closeRow(): void {
    this.#inRow = false;
    if (this.#row.count === 0 || this.isDone) return;
    this.#rows += 1;
    if (this.#rows > this.#limits.rows) refuse('tooLarge');
    this.isDone = !this.#take(this.#row);
  }

  #openCell(raw: string): void {
    if (!this.#inRow || this.#inCell) refuse('damaged');
    this.#cells += 1;
    if (this.#cells > this.#limits.cells) refuse('tooLarge');
    this.#inCell = true;
    this.#type = 'n';
    this.#style = 0;
    this.#text = '';
    this.#hasValue = false;
    this.#hasFormula = false;
    let column = this.#column + 1;
    // `r`, `s` and `t`, each of one letter, by hand: three million times in a long sheet.
    for (let at = raw.indexOf('='); at > 0; at = raw.indexOf('=', at)) {
      const quote = raw.charCodeAt(at + 1);
      if (quote !== 34 && quote !== 39) return this.#openSpacedCell(raw);
      const end = raw.indexOf(quote === 34 ? '"' : "'", at + 2);
      if (end < 0) return refuse('damaged');
      if (raw.charCodeAt(at - 2) <= 32) {
        switch (raw.charCodeAt(at - 1)) {
          case 114:
            column = this.#columnOf(raw.slice(at + 2, end));
            break;
          case 115:
            this.#style = wholeNumber(raw.slice(at + 2, end)) ?? 0;
            break;
          case 116:
            this.#type = typeOf(raw.slice(at + 2, end));
        }
      }
      at = end;
    }
    this.#place(column);
  }

  /** The same for a tag with blanks around its equals signs. */
  #openSpacedCell(raw: string): void {
    const attributes = attributesOf(raw);
    const address = attributes.get('r');
    this.#style = wholeNumber(attributes.get('s')) ?? 0;
    this.#type = typeOf(attributes.get('t') ?? 'n');
    this.#place(address === undefined ? this.#column + 1 : this.#columnOf(address));
  }

  #place(column: number): void {
    if (column <= this.#column || column >= sheetColumns) refuse('damaged');
    this.#column = column;
  }

  /** 0-based column of a cell's address, which has to name the row that it stands in. */
  #columnOf(address: string): number {
    let column = 0;
    let at = 0;
    for (; at < address.length; at += 1) {
      const code = address.charCodeAt(at) & ~32;
      if (code < 65 || code > 90) break;
      column = column * 26 + code - 64;
    }
    if (at === 0 || at > 3 || Number(address.slice(at)) !== this.#number) refuse('damaged');
    return column - 1;
  }

  #closeCell(): void {
    this.#inCell = false;
    if (!this.#hasValue && !this.#hasFormula) return;
    const text = this.#hasValue ? this.#text : null;
    this.#row.add(this.#column, this.#type, this.#style, text, this.#hasFormula);
  }
}

function typeOf(text: string): CellType {
  return cellTypes.has(text) ? (text as CellType) : refuse('damaged');
}

function wholeNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^\d{1,10}$/.test(text) ? Number(text) : refuse('damaged');
}
