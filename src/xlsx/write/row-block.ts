import { areaAddress, columnLetters } from '../../workbook/area.ts';
import type { CellConstant } from '../../workbook/layout.ts';
import { splitAtRows } from './formula-rows.ts';
import type { Styles } from './styles.ts';
import type { FileCell, RowBlock } from './workbook-file.ts';
import { longestText, spreadsheetText, textElement } from './xml.ts';

/** What Excel would read as a formula, a number with a sign or a command, were it typed. */
const readsAsFormula = /^[=+\-@\t\r]/;

/** Rows whose XML is put together before it is handed on: a few ten thousand characters. */
const rowsAtOnce = 64;

/** The XML of a row with gaps where row numbers stand, counted from the row itself. */
class RowTemplate {
  readonly #texts: string[] = [];
  readonly #offsets: number[] = [];
  #text = '';

  add(text: string): this {
    this.#text += text;
    return this;
  }

  addRow(offset = 0): this {
    this.#texts.push(this.#text);
    this.#offsets.push(offset);
    this.#text = '';
    return this;
  }

  /** The XML of a 1-based row. */
  printer(): (row: number) => string {
    const texts = [...this.#texts, this.#text];
    const offsets = this.#offsets;
    // Formulas of ours refer to their own row: the usual case is a join.
    if (offsets.every((offset) => offset === 0)) return (row) => texts.join(String(row));
    return (row) =>
      texts.map((text, index) => (index < offsets.length ? text + String(row + (offsets[index] ?? 0)) : text)).join('');
  }
}

/** Formulas that a sheet's columns share, numbered as they come. */
export class SharedFormulas {
  #count = 0;

  next(): number {
    this.#count += 1;
    return this.#count - 1;
  }
}

/** The XML of a block's rows, some at a time. @throws RangeError where a text is longer than a cell holds */
export function* rowBlockXml(block: RowBlock, styles: Styles, shared: SharedFormulas): Generator<string> {
  const numbers = block.cells.map(({ contents }) =>
    block.rows > 1 && contents.kind === 'formula' && isShareable(contents.formula) ? shared.next() : null,
  );
  const first = rowTemplate(block, styles, numbers, true).printer();
  yield first(block.row + 1);
  if (block.rows === 1) return;
  const print = rowTemplate(block, styles, numbers, false).printer();
  for (let done = 1; done < block.rows; done += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, block.rows - done);
    yield Array.from({ length: count }, (_, index) => print(block.row + 1 + done + index)).join('');
  }
}

/** What Excel lets cells share ([MS-XLSB] 2.5.98.98): no reference to another sheet, no array constant. */
function isShareable(formula: string): boolean {
  return !/[!{]/.test(formula);
}

function rowTemplate(
  block: RowBlock,
  styles: Styles,
  shared: readonly (number | null)[],
  isFirst: boolean,
): RowTemplate {
  const template = new RowTemplate();
  const height = block.height === null ? '' : ` ht="${String(block.height)}" customHeight="1"`;
  template.add('<row r="').addRow().add(`"${height}>`);
  let next = 0;
  block.cells.forEach((cell, index) => {
    addCellStart(template, cell, cell.column === next, styles);
    next = cell.column + 1;
    addContents(template, block, cell, shared[index] ?? null, isFirst);
  });
  return template.add('</row>');
}

/** A cell that follows its neighbour needs no address (ECMA-376 part 1, 18.3.1.4): a third of a long sheet. */
function addCellStart(
  template: RowTemplate,
  { column, look, contents }: FileCell,
  follows: boolean,
  styles: Styles,
): void {
  const quoted =
    contents.kind === 'constant' && typeof contents.value === 'string' && readsAsFormula.test(contents.value);
  const style = styles.cell(look, quoted);
  template.add('<c');
  if (!follows)
    template
      .add(` r="${columnLetters(column)}`)
      .addRow()
      .add('"');
  if (style > 0) template.add(` s="${String(style)}"`);
}

function addContents(
  template: RowTemplate,
  block: RowBlock,
  { column, contents }: FileCell,
  shared: number | null,
  isFirst: boolean,
): void {
  switch (contents.kind) {
    case 'blank':
      template.add('/>');
      return;
    case 'constant':
      template.add(constantXml(contents.value));
      return;
    case 'formula': {
      const { formula, result } = contents;
      template.add(typeof result === 'string' ? ' t="str">' : '>');
      if (block.rows === 1) template.add(`<f>${spreadsheetText(formula.slice(1))}</f>`);
      else if (shared === null) addFormula(template, '<f>', formula, block.row + 1);
      else if (isFirst) {
        const area = areaAddress({ row: block.row, column, rows: block.rows, columns: 1 });
        addFormula(template, `<f t="shared" ref="${area}" si="${String(shared)}">`, formula, block.row + 1);
      } else template.add(`<f t="shared" si="${String(shared)}"/>`);
      template.add(result === null ? '</c>' : `<v>${spreadsheetText(String(result))}</v></c>`);
    }
  }
}

/** Text stands in its cell: our sheets repeat few texts, and a table of them would have to be held until the end. */
function constantXml(value: CellConstant): string {
  if (typeof value === 'number') return `><v>${String(value)}</v></c>`;
  if (value.length > longestText) throw new RangeError('A text is longer than a cell holds');
  return ` t="inlineStr"><is>${textElement('t', value)}</is></c>`;
}

function addFormula(template: RowTemplate, start: string, formula: string, firstRow: number): void {
  template.add(start);
  const { texts, rows } = splitAtRows(formula.slice(1));
  texts.forEach((text, index) => {
    template.add(spreadsheetText(text));
    const row = rows[index];
    if (row !== undefined) template.addRow(row - firstRow);
  });
  template.add('</f>');
}
