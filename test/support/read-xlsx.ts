import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** An element of XML: enough to look into the parts of a workbook, whatever wrote them. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** Parses XML strictly; text is the element's own. */
export function parseXml(xml: string): XmlElement {
  interface Open {
    name: string;
    attributes: Record<string, string>;
    children: XmlElement[];
    text: string;
  }
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  const [document] = root.children;
  if (document === undefined) throw new Error('no element');
  return document;
}

/** Child elements of a name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first child element of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

/** A cell as the file has it. */
export interface ReadCell {
  readonly value: string | number | null;
  readonly formula: string | null;
  readonly style: number;
}

/** A worksheet as the file has it. */
export interface ReadSheet {
  readonly name: string;
  readonly state: string;
  readonly xml: XmlElement;
  readonly part: string;
  /** By `row:column`, 0-based. */
  readonly cells: ReadonlyMap<string, ReadCell>;
}

/** A workbook as the file has it. */
export interface ReadBook {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly sheets: readonly ReadSheet[];
  readonly names: readonly { readonly name: string; readonly value: string; readonly sheet: number | null }[];
  readonly styles: XmlElement;
  xml(part: string): XmlElement;
}

/** Opens an XLSX. Shared formulas are copied down to their cells, by whole rows. */
export function readXlsx(bytes: Uint8Array): ReadBook {
  const parts = new Map(Object.entries(unzipSync(bytes)));
  const xml = (part: string): XmlElement => {
    const content = parts.get(part);
    if (content === undefined) throw new Error(`no part ${part}`);
    return parseXml(strFromU8(content));
  };
  const workbook = xml('xl/workbook.xml');
  const targets = new Map(
    childrenOf(xml('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes['Id'],
      `xl/${attributes['Target'] ?? ''}`,
    ]),
  );
  const sheets = childrenOf(childOf(workbook, 'sheets'), 'sheet').map(({ attributes }): ReadSheet => {
    const part = targets.get(attributes['r:id'] ?? '') ?? '';
    const sheet = xml(part);
    return {
      name: attributes['name'] ?? '',
      state: attributes['state'] ?? 'visible',
      xml: sheet,
      part,
      cells: cellsOf(sheet),
    };
  });
  const names = childrenOf(childOf(workbook, 'definedNames'), 'definedName').map(({ attributes, text }) => {
    const { name = '', localSheetId } = attributes;
    return { name, value: text, sheet: localSheetId === undefined ? null : Number(localSheetId) };
  });
  return { parts, sheets, names, styles: xml('xl/styles.xml'), xml };
}

function cellsOf(sheet: XmlElement): ReadonlyMap<string, ReadCell> {
  const cells = new Map<string, ReadCell>();
  const shared = new Map<string, { readonly row: number; readonly formula: string }>();
  let row = -1;
  for (const line of childrenOf(childOf(sheet, 'sheetData'), 'row')) {
    row = line.attributes['r'] === undefined ? row + 1 : Number(line.attributes['r']) - 1;
    let column = -1;
    for (const cell of childrenOf(line, 'c')) {
      const { r, s = '0' } = cell.attributes;
      column = r === undefined ? column + 1 : columnOf(r);
      cells.set(`${String(row)}:${String(column)}`, {
        value: valueOf(cell),
        formula: formulaOf(childOf(cell, 'f'), row, shared),
        style: Number(s),
      });
    }
  }
  return cells;
}

/** 0-based column of an address: `AA7` is 26. */
export function columnOf(address: string): number {
  let column = 0;
  for (const letter of address.replace(/\d+$/, '')) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function valueOf(cell: XmlElement): string | number | null {
  const text = childOf(cell, 'v')?.text;
  if (cell.attributes['t'] === 'inlineStr') return unescaped(childOf(childOf(cell, 'is'), 't')?.text ?? '');
  if (text === undefined) return null;
  return cell.attributes['t'] === 'str' ? unescaped(text) : Number(text);
}

/** ECMA-376 part 1, 22.9.2.19. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function formulaOf(
  element: XmlElement | undefined,
  row: number,
  shared: Map<string, { readonly row: number; readonly formula: string }>,
): string | null {
  if (element === undefined) return null;
  const { si } = element.attributes;
  if (si === undefined) return `=${element.text}`;
  if (element.text !== '') {
    shared.set(si, { row, formula: element.text });
    return `=${element.text}`;
  }
  const first = shared.get(si);
  if (first === undefined) throw new Error(`no shared formula ${si}`);
  // Every relative reference of ours is to the formula's own row.
  const own = new RegExp(`(?<=[A-Z])${String(first.row + 1)}(?!\\d)`, 'g');
  return `=${first.formula.replace(own, String(row + 1))}`;
}
