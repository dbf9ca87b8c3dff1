import type { ReadLimits } from './limits.ts';
import { sheetColumns, sheetRows } from './limits.ts';
import { refuse } from './refused.ts';
import { SheetRow, type CellGround, type CellType } from './sheet-row.ts';
import { Vocabulary } from './vocabulary.ts';
import type { XmlHandler } from './xml-scanner.ts';
import { attributesOf, isTrue, xmlText } from './xml-text.ts';

/** Character codes of what cells are made of. */
const code = {
  blank: 32,
  quote: 34,
  slash: 47,
  zero: 48,
  nine: 57,
  equals: 61,
  greater: 62,
  A: 65,
  Z: 90,
  c: 99,
  r: 114,
  s: 115,
  t: 116,
} as const;

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
  #allCharacters = 0;
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
    this.#countCharacters(text.length);
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
    this.#countCell();
    this.#inCell = true;
    this.#type = 'n';
    this.#style = 0;
    this.#text = '';
    this.#hasValue = false;
    this.#hasFormula = false;
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

  /**
   * A cell with nothing but a formula and a value, `<c r="B7" s="3" t="s"><v>12</v></c>`, which is nine in ten of three
   * million: three times as fast as tag by tag. Whatever stands there otherwise is left to the scanner.
   */
  shortcut(source: string, at: number): number {
    if (!this.#inRow || this.#inCell || source.charCodeAt(at + 1) !== code.c || !this.#vocabulary.isPlain) return at;
    let place = at + 2;
    let column = this.#column + 1;
    let style = 0;
    let type: CellType = 'n';
    while (source.charCodeAt(place) === code.blank) {
      const name = source.charCodeAt(place + 1);
      if (source.charCodeAt(place + 2) !== code.equals || source.charCodeAt(place + 3) !== code.quote) return at;
      place += 4;
      if (name === code.r) {
        let character = source.charCodeAt(place);
        for (column = 0; character >= code.A && character <= code.Z; character = source.charCodeAt(++place)) {
          column = column * 26 + character - code.A + 1;
        }
        column -= 1;
        let row = 0;
        for (; character >= code.zero && character <= code.nine; character = source.charCodeAt(++place)) {
          row = row * 10 + character - code.zero;
        }
        if (row !== this.#number) return at;
      } else if (name === code.s) {
        let character = source.charCodeAt(place);
        for (; character >= code.zero && character <= code.nine; character = source.charCodeAt(++place)) {
          style = style * 10 + character - code.zero;
        }
      } else if (name === code.t) {
        if (source.charCodeAt(place + 1) === code.quote && source.charCodeAt(place) === code.s) type = 's';
        else if (source.startsWith('str"', place)) type = 'str';
        else if (source.startsWith('inlineStr"', place)) type = 'inlineStr';
        else return at;
        place += type.length;
      } else return at;
      if (source.charCodeAt(place) !== code.quote) return at;
      place += 1;
    }
    if (column <= this.#column || column >= sheetColumns) return at;
    if (source.charCodeAt(place) === code.slash && source.charCodeAt(place + 1) === code.greater) {
      this.#countCell();
      this.#column = column;
      return place + 2;
    }
    if (source.charCodeAt(place) !== code.greater) return at;
    const contents = afterFormula(source, place + 1);
    const hasFormula = contents > place + 1;
    const [start, close] = type === 'inlineStr' ? inlineTags : valueTags;
    const isUncalculated = hasFormula && source.startsWith('</c>', contents);
    if (!isUncalculated && !source.startsWith(start, contents)) return at;
    const from = isUncalculated ? contents : contents + start.length;
    const to = isUncalculated ? contents : source.indexOf('<', from);
    if (!isUncalculated && (to < 0 || !source.startsWith(close, to))) return at;
    this.#countCell();
    this.#countCharacters(to - from);
    this.#column = column;
    this.#row.add(column, type, style, isUncalculated ? null : xmlText(source.slice(from, to)), hasFormula);
    return to + (isUncalculated ? '</c>' : close).length;
  }

  #countCell(): void {
    this.#cells += 1;
    if (this.#cells > this.#limits.cells) refuse('tooLarge');
  }

  #countCharacters(count: number): void {
    this.#characters += count;
    this.#allCharacters += count;
    const { rowCharacters, sheetCharacters } = this.#limits;
    if (this.#characters > rowCharacters || this.#allCharacters > sheetCharacters) refuse('tooLarge');
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

const cellTypes = new Set<string>(['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'] satisfies readonly CellType[]);

/** What stands around a value. */
const valueTags = ['<v>', '</v></c>'] as const;
const inlineTags = ['<is><t>', '</t></is></c>'] as const;

/** Where a formula ends that begins at a place; the place itself where none does, or none that is simple. */
function afterFormula(source: string, at: number): number {
  if (!source.startsWith('<f', at)) return at;
  const next = source.charCodeAt(at + 2);
  if (next !== code.blank && next !== code.slash && next !== code.greater) return at;
  const tagEnd = source.indexOf('>', at);
  if (tagEnd < 0) return at;
  if (source.charCodeAt(tagEnd - 1) === code.slash) return tagEnd + 1;
  const end = source.indexOf('<', tagEnd);
  return source.startsWith('</f>', end) && end > 0 ? end + 4 : at;
}

function wholeNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^\d{1,10}$/.test(text) ? Number(text) : refuse('damaged');
}
