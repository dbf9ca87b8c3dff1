import type { CellStyle, ConditionalFormat } from '../../workbook/layout.ts';
import type { CellLook } from './workbook-file.ts';
import { attributeText, namespaces, xmlHead } from './xml.ts';

/** Number formats that have a number of their own (ECMA-376 part 1, 18.8.30). */
const builtInFormats: Readonly<Record<string, number>> = { General: 0, '0': 1, '0.00': 2, '#,##0.00': 4, '@': 49 };
const firstOwnFormat = 164;

/** The fills that every workbook begins with. */
const fixedFills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
];

/** Distinct entries, each with its index. */
class Entries {
  readonly #indexes = new Map<string, number>();

  constructor(first: readonly string[]) {
    for (const entry of first) this.index(entry);
  }

  index(entry: string): number {
    const known = this.#indexes.get(entry);
    if (known !== undefined) return known;
    this.#indexes.set(entry, this.#indexes.size);
    return this.#indexes.size - 1;
  }

  element(name: string): string {
    if (this.#indexes.size === 0) return '';
    return `<${name} count="${String(this.#indexes.size)}">${[...this.#indexes.keys()].join('')}</${name}>`;
  }
}

const argb = (color: string): string => `FF${color.slice(1).toUpperCase()}`;

function font({ bold, size = 11, color }: CellStyle): string {
  const parts = [
    bold === true ? '<b/>' : '',
    `<sz val="${String(size)}"/>`,
    color === undefined ? '' : `<color rgb="${argb(color)}"/>`,
  ];
  return `<font>${parts.join('')}<name val="Calibri"/><family val="2"/></font>`;
}

function fill({ fill: color }: CellStyle): string {
  if (color === undefined) return fixedFills[0] ?? '';
  return `<fill><patternFill patternType="solid"><fgColor rgb="${argb(color)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function border({ border: color }: CellStyle): string {
  const line = (edge: string) =>
    color === undefined ? `<${edge}/>` : `<${edge} style="thin"><color rgb="${argb(color)}"/></${edge}>`;
  return `<border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border>`;
}

function alignment({ align, vertical, wrap }: CellStyle): string {
  const parts = [
    align === undefined ? '' : ` horizontal="${align}"`,
    vertical === undefined ? '' : ` vertical="${vertical}"`,
    wrap === true ? ' wrapText="1"' : '',
  ];
  const attributes = parts.join('');
  return attributes === '' ? '' : `<alignment${attributes}/>`;
}

/** The styles of a workbook, each once. */
export class Styles {
  readonly #formats = new Map<string, number>();
  readonly #fonts = new Entries([font({})]);
  readonly #fills = new Entries(fixedFills);
  readonly #borders = new Entries([border({})]);
  readonly #cells = new Entries(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  readonly #conditional = new Entries([]);
  readonly #known = { plain: new Map<CellLook, number>(), quoted: new Map<CellLook, number>() };

  /**
   * Index of a look.
   *
   * @param quoted for text that Excel would take for something else when it is edited (`=…`, `+…`): it stays text.
   */
  cell(look: CellLook, quoted = false): number {
    const known = quoted ? this.#known.quoted : this.#known.plain;
    const index = known.get(look) ?? this.#cells.index(this.#cellElement(look, quoted));
    known.set(look, index);
    return index;
  }

  /** Index of what a conditional format lays over a cell. */
  conditional({ fill: ground, color }: Pick<ConditionalFormat, 'fill' | 'color'>): number {
    return this.#conditional.index(
      `<dxf><font><color rgb="${argb(color)}"/></font><fill><patternFill><bgColor rgb="${argb(ground)}"/></patternFill></fill></dxf>`,
    );
  }

  /** The part, once everything else is written. */
  part(): string {
    const own = [...this.#formats].map(
      ([code, id]) => `<numFmt numFmtId="${String(id)}" formatCode="${attributeText(code)}"/>`,
    );
    const formats = own.length === 0 ? '' : `<numFmts count="${String(own.length)}">${own.join('')}</numFmts>`;
    return [
      `${xmlHead}<styleSheet xmlns="${namespaces.main}">`,
      formats,
      this.#fonts.element('fonts'),
      this.#fills.element('fills'),
      this.#borders.element('borders'),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      this.#cells.element('cellXfs'),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      this.#conditional.element('dxfs'),
      '</styleSheet>',
    ].join('');
  }

  #cellElement({ style, numberFormat, locked }: CellLook, quoted: boolean): string {
    const ids = {
      numFmtId: this.#format(numberFormat ?? 'General'),
      fontId: this.#fonts.index(font(style ?? {})),
      fillId: this.#fills.index(fill(style ?? {})),
      borderId: this.#borders.index(border(style ?? {})),
    };
    const applied = {
      applyNumberFormat: ids.numFmtId > 0,
      applyFont: ids.fontId > 0,
      applyFill: ids.fillId > 0,
      applyBorder: ids.borderId > 0,
    };
    const aligned = alignment(style ?? {});
    const attributes = [
      ...Object.entries(ids).map(([name, id]) => ` ${name}="${String(id)}"`),
      ' xfId="0"',
      quoted ? ' quotePrefix="1"' : '',
      ...Object.entries(applied).map(([name, applies]) => (applies ? ` ${name}="1"` : '')),
      aligned === '' ? '' : ' applyAlignment="1"',
      locked ? '' : ' applyProtection="1"',
    ].join('');
    const parts = aligned + (locked ? '' : '<protection locked="0"/>');
    return parts === '' ? `<xf${attributes}/>` : `<xf${attributes}>${parts}</xf>`;
  }

  #format(code: string): number {
    const builtIn = builtInFormats[code];
    if (builtIn !== undefined) return builtIn;
    const known = this.#formats.get(code) ?? firstOwnFormat + this.#formats.size;
    this.#formats.set(code, known);
    return known;
  }
}
