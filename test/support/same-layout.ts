import type { Book } from '../../src/workbench/model/book.ts';
import { defaultFormat, type Border, type CellFormat } from '../../src/workbench/model/cell-format.ts';
import type { Sheet } from '../../src/workbench/model/sheet.ts';
import { childOf, childrenOf, columnOf, type ReadBook, type ReadSheet, type XmlElement } from './read-xlsx.ts';

/** What both descriptions of a sheet are brought to, so that they can be compared. */
export interface DescribedSheet {
  readonly name: string;
  readonly visibility: string;
  readonly tabColour: string;
  readonly gridlines: boolean;
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly protection: { readonly formatColumns: boolean; readonly autoFilter: boolean } | null;
  readonly filter: string | null;
  /** Points and whether hidden, of the columns that the layout has. */
  readonly columns: readonly string[];
  readonly heights: readonly number[];
  readonly cells: ReadonlyMap<string, DescribedCell>;
  readonly validations: readonly string[];
  /** Highest priority first. */
  readonly conditionalFormats: readonly string[];
  readonly image: string | null;
}

/** One cell: input (formula or constant) and looks. */
export interface DescribedCell {
  readonly input: string | number | boolean | null;
  readonly look: string;
}

/** Cells and columns that are looked at. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

function lookText(format: Omit<CellFormat, 'quotePrefix' | 'fontName'>): string {
  const { numberFormat, locked, fillColour, fontColour, fontSize, bold, wrapText } = format;
  const { horizontalAlignment, verticalAlignment, borderTop, borderLeft, borderBottom, borderRight } = format;
  const line = (border: Border | null) => (border === null ? '' : `${border.style} ${border.colour.toUpperCase()}`);
  return JSON.stringify([
    numberFormat,
    locked,
    fillColour?.toUpperCase() ?? '',
    fontColour.toUpperCase(),
    fontSize,
    bold,
    wrapText,
    horizontalAlignment,
    verticalAlignment,
    [borderTop, borderLeft, borderBottom, borderRight].map(line),
  ]);
}

const plainLook = lookText(defaultFormat);

/** A sheet of the workbench's Excel. */
export function describeSheet(sheet: Sheet, extent: Extent): DescribedSheet {
  const cells = new Map<string, DescribedCell>();
  for (let row = 0; row < extent.rows; row += 1) {
    for (let column = 0; column < extent.columns; column += 1) {
      const input = sheet.cells.formula(row, column) ?? sheet.cells.value(row, column);
      const look = lookText(sheet.cells.format(row, column));
      if (input !== null || look !== plainLook) {
        cells.set(`${String(row)}:${String(column)}`, { input: input as DescribedCell['input'], look });
      }
    }
  }
  const { options } = sheet.protection;
  const [image] = sheet.images.all;
  const area = sheet.filter.area;
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColour: sheet.tabColour.toUpperCase(),
    gridlines: sheet.layout.showGridlines,
    freeze: sheet.layout.freeze,
    protection: sheet.protection.isOn
      ? { formatColumns: options.allowFormatColumns, autoFilter: options.allowAutoFilter }
      : null,
    filter: area === undefined ? null : areaText(area.top, area.left, area.bottom, area.right),
    columns: Array.from(
      { length: extent.columns },
      (_, column) => `${String(sheet.layout.columnWidth(column))} ${String(sheet.layout.isColumnHidden(column))}`,
    ),
    heights: Array.from({ length: extent.rows }, (_, row) => sheet.layout.rowHeight(row)),
    cells,
    validations: sheet.validations.all
      .flatMap(({ validation, areas }) => {
        const { rule, prompt, alert } = validation;
        const formula = rule.type === 'List' ? rule.source : rule.type === 'Custom' ? rule.formula : '';
        return areas.map(({ top, left, bottom, right }) =>
          JSON.stringify([
            areaText(top, left, bottom, right),
            rule.type.toLowerCase(),
            formula,
            validation.ignoreBlanks,
            prompt.title,
            prompt.message,
            alert.show,
            alert.show ? alert.style.toLowerCase() : '',
            alert.title,
            alert.message,
          ]),
        );
      })
      .sort(),
    conditionalFormats: sheet.conditionalFormats.all.map(({ areas, formula, style }) =>
      JSON.stringify([
        areas.map(({ top, left, bottom, right }) => areaText(top, left, bottom, right)),
        formula,
        style.fillColour?.toUpperCase(),
        style.fontColour?.toUpperCase(),
      ]),
    ),
    image:
      image === undefined
        ? null
        : JSON.stringify([image.name, image.description, image.left, image.top, image.width, image.height]),
  };
}

/** Names of the workbench's Excel. */
export function describeNames(book: Book): readonly string[] {
  return book.names.all.filter(({ visible }) => visible).map(({ name, refersTo }) => `${name} ${refersTo}`);
}

const areaText = (top: number, left: number, bottom: number, right: number) =>
  [top, left, bottom, right].map(String).join(' ');

/** `B3:D9` as areaText writes it. */
function areaOfAddress(address: string): string {
  const [first = '', last = first] = address.split(':');
  const place = (cell: string): readonly [number, number] => {
    return [Number(cell.replace(/^[A-Z]+/, '')) - 1, columnOf(cell)];
  };
  const [top, left] = place(first);
  const [bottom, right] = place(last);
  return areaText(top, left, bottom, right);
}

/** A sheet of a file. */
export function describeFileSheet(book: ReadBook, sheet: ReadSheet, extent: Extent): DescribedSheet {
  const looks = fileLooks(book.styles);
  const { xml } = sheet;
  const view = childOf(childOf(xml, 'sheetViews'), 'sheetView');
  const pane = childOf(view, 'pane')?.attributes ?? {};
  const protection = childOf(xml, 'sheetProtection')?.attributes;
  const tab = childOf(childOf(xml, 'sheetPr'), 'tabColor')?.attributes['rgb'];
  const filter = childOf(xml, 'autoFilter')?.attributes['ref'];
  const cells = new Map<string, DescribedCell>();
  for (const [place, { value, formula, style }] of sheet.cells) {
    cells.set(place, { input: formula ?? value, look: looks[style] ?? '' });
  }
  return {
    name: sheet.name,
    visibility: sheet.state,
    tabColour: tab === undefined ? '' : `#${tab.slice(2)}`,
    gridlines: view?.attributes['showGridLines'] !== '0',
    freeze: { rows: Number(pane['ySplit'] ?? 0), columns: Number(pane['xSplit'] ?? 0) },
    protection:
      protection?.['sheet'] === '1'
        ? { formatColumns: protection['formatColumns'] === '0', autoFilter: protection['autoFilter'] === '0' }
        : null,
    filter: filter === undefined ? null : areaOfAddress(filter),
    columns: fileColumns(xml, extent.columns),
    heights: fileHeights(xml, extent.rows),
    cells,
    validations: fileValidations(xml),
    conditionalFormats: fileConditionalFormats(xml, book.styles),
    image: fileImage(book, sheet),
  };
}

/** Names of a file, without those that Excel itself reads. */
export function describeFileNames(book: ReadBook): readonly string[] {
  return book.names
    .filter(({ sheet }) => sheet === null)
    .map(({ name, value }) => `${name} =${value}`)
    .sort((one, other) => (one.toUpperCase() < other.toUpperCase() ? -1 : 1));
}

const colour = (element: XmlElement | undefined): string | undefined => {
  const rgb = element?.attributes['rgb'];
  return rgb === undefined ? undefined : `#${rgb.slice(2)}`;
};

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function fileLooks(styles: XmlElement): readonly string[] {
  const builtIn: Record<number, string> = { 0: 'General', 1: '0', 4: '#,##0.00', 49: '@' };
  const formats = new Map(
    childrenOf(childOf(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? '',
    ]),
  );
  const list = (name: string, item: string) => childrenOf(childOf(styles, name), item);
  const [fonts, fills, borders] = [list('fonts', 'font'), list('fills', 'fill'), list('borders', 'border')];
  return list('cellXfs', 'xf').map((xf) => {
    const index = (name: string) => Number(xf.attributes[name]);
    const font = fonts[index('fontId')];
    const edge = (name: string): Border | null => {
      const line = childOf(borders[index('borderId')], name);
      const lineColour = colour(childOf(line, 'color'));
      if (lineColour === undefined) return null;
      return { style: 'Continuous', weight: 'Thin', colour: lineColour };
    };
    const aligned = childOf(xf, 'alignment')?.attributes ?? {};
    return lookText({
      ...defaultFormat,
      numberFormat: formats.get(index('numFmtId')) ?? builtIn[index('numFmtId')] ?? '?',
      locked: childOf(xf, 'protection')?.attributes['locked'] !== '0',
      fillColour: colour(childOf(childOf(fills[index('fillId')], 'patternFill'), 'fgColor')) ?? null,
      fontColour: colour(childOf(font, 'color')) ?? '#000000',
      fontSize: Number(childOf(font, 'sz')?.attributes['val']),
      bold: childOf(font, 'b') !== undefined,
      wrapText: aligned['wrapText'] === '1',
      horizontalAlignment: capital(aligned['horizontal'] ?? 'general') as CellFormat['horizontalAlignment'],
      verticalAlignment: capital(aligned['vertical'] ?? 'bottom') as CellFormat['verticalAlignment'],
      borderTop: edge('top'),
      borderLeft: edge('left'),
      borderBottom: edge('bottom'),
      borderRight: edge('right'),
    });
  });
}

function fileColumns(xml: XmlElement, count: number): readonly string[] {
  const columns = childrenOf(childOf(xml, 'cols'), 'col');
  return Array.from({ length: count }, (_, index) => {
    const column = columns.find(
      ({ attributes }) => Number(attributes['min']) <= index + 1 && index + 1 <= Number(attributes['max']),
    );
    if (column === undefined) return '48 false';
    // Pixels at 96 dpi (ECMA-376 part 1, 18.3.1.13), as points.
    const pixels = Math.trunc(((256 * Number(column.attributes['width']) + Math.trunc(128 / 7)) / 256) * 7);
    return `${String(pixels * 0.75)} ${String(column.attributes['hidden'] === '1')}`;
  });
}

function fileHeights(xml: XmlElement, count: number): readonly number[] {
  const heights = new Map(
    childrenOf(childOf(xml, 'sheetData'), 'row').flatMap(({ attributes }) =>
      attributes['ht'] === undefined ? [] : [[Number(attributes['r']) - 1, Number(attributes['ht'])] as const],
    ),
  );
  return Array.from({ length: count }, (_, row) => heights.get(row) ?? 15);
}

function fileValidations(xml: XmlElement): readonly string[] {
  return childrenOf(childOf(xml, 'dataValidations'), 'dataValidation')
    .map((element) => {
      const { attributes } = element;
      const shows = attributes['showErrorMessage'] === '1';
      return JSON.stringify([
        areaOfAddress(attributes['sqref'] ?? ''),
        attributes['type'] ?? 'any',
        `=${childOf(element, 'formula1')?.text ?? ''}`,
        attributes['allowBlank'] === '1',
        attributes['promptTitle'],
        attributes['prompt'],
        shows,
        shows ? (attributes['errorStyle'] ?? 'stop') : '',
        attributes['errorTitle'],
        attributes['error'],
      ]);
    })
    .sort();
}

function fileConditionalFormats(xml: XmlElement, styles: XmlElement): readonly string[] {
  const looks = childrenOf(childOf(styles, 'dxfs'), 'dxf');
  return childrenOf(xml, 'conditionalFormatting')
    .flatMap((element) =>
      childrenOf(element, 'cfRule').map((rule) => {
        const look = looks[Number(rule.attributes['dxfId'])];
        return {
          priority: Number(rule.attributes['priority']),
          text: JSON.stringify([
            [areaOfAddress(element.attributes['sqref'] ?? '')],
            `=${childOf(rule, 'formula')?.text ?? ''}`,
            colour(childOf(childOf(childOf(look, 'fill'), 'patternFill'), 'bgColor')),
            colour(childOf(childOf(look, 'font'), 'color')),
          ]),
        };
      }),
    )
    .sort((one, other) => one.priority - other.priority)
    .map(({ text }) => text);
}

function fileImage(book: ReadBook, sheet: ReadSheet): string | null {
  if (childOf(sheet.xml, 'drawing') === undefined) return null;
  const number = /(\d+)[.]xml$/.exec(sheet.part)?.[1] ?? '';
  const anchor = childOf(book.xml(`xl/drawings/drawing${number}.xml`), 'xdr:oneCellAnchor');
  const from = childOf(anchor, 'xdr:from');
  const points = (text: string | undefined) => Number(text) / 12_700;
  const { cx, cy } = childOf(anchor, 'xdr:ext')?.attributes ?? {};
  const picture = childOf(childOf(childOf(anchor, 'xdr:pic'), 'xdr:nvPicPr'), 'xdr:cNvPr')?.attributes ?? {};
  return JSON.stringify([
    picture['name'],
    picture['descr'],
    points(childOf(from, 'xdr:colOff')?.text),
    points(childOf(from, 'xdr:rowOff')?.text),
    points(cx),
    points(cy),
  ]);
}
