import type { CellLook, FileCell, SheetFile, WorkbookFile } from '../../../src/xlsx/write/workbook-file.ts';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook.ts';
import { childOf, childrenOf, readXlsx } from '../../support/read-xlsx.ts';

const plain: CellLook = { style: null, numberFormat: null, locked: true };

function text(column: number, value: string | number, look: CellLook = plain): FileCell {
  return { column, look, contents: { kind: 'constant', value } };
}

function sheet(parts: Partial<SheetFile> = {}): SheetFile {
  return {
    name: 'One',
    visibility: 'visible',
    tabColor: null,
    gridlines: true,
    columns: [],
    rows: [],
    freeze: null,
    protection: null,
    autoFilter: null,
    conditionalFormats: [],
    validations: [],
    links: [],
    notes: [],
    image: null,
    print: null,
    ...parts,
  };
}

function workbook(...sheets: readonly SheetFile[]): WorkbookFile {
  return { sheets, names: [], activeSheet: 0, properties: { title: 'A & B', creator: 'C' }, taskPane: null };
}

function writtenSheet(parts: Partial<SheetFile>) {
  const book = readXlsx(writeWorkbook(workbook(sheet(parts))));
  const [first] = book.sheets;
  if (first === undefined) throw new Error('no sheet');
  return { book, cells: first.cells, xml: first.xml };
}

const risky = ['=1+1', '+1', '-x', '@home', '\ttab', '\rreturn', "'quoted", '0012', ' blanks ', 'a\u0000b', 'TRUE'];

test('text is text, whatever it begins with, and says so where Excel would take it for a formula', () => {
  const { cells, book } = writtenSheet({
    rows: [{ row: 0, rows: 1, height: null, cells: risky.map((value, column) => text(column, value)) }],
  });
  const formats = childrenOf(childOf(book.styles, 'cellXfs'), 'xf');
  risky.forEach((value, column) => {
    const cell = cells.get(`0:${String(column)}`);
    const isQuoted = formats[cell?.style ?? 0]?.attributes['quotePrefix'] === '1';
    expect([cell?.value, isQuoted]).toEqual([value, /^[=+\-@\t\r]/.test(value)]);
  });
});

test('rows that are alike: formulas are copied down, shared where Excel allows it', () => {
  const formula = (column: number, words: string): FileCell => ({
    column,
    look: plain,
    contents: { kind: 'formula', formula: words, result: '' },
  });
  const rows = 200;
  const { cells, xml } = writtenSheet({
    rows: [{ row: 2, rows, height: 30, cells: [formula(0, '=B3&"<x>"'), formula(3, "='Two'!A2+$B3"), text(5, 7)] }],
  });
  expect(cells.size).toBe(3 * rows);
  expect(cells.get('201:0')?.formula).toBe('=B202&"<x>"');
  expect(cells.get('201:3')?.formula).toBe("='Two'!A201+$B202");
  expect(cells.get('201:5')?.value).toBe(7);
  const lines = childrenOf(childOf(xml, 'sheetData'), 'row');
  expect(lines.map(({ attributes }) => attributes['r'])).toEqual(
    Array.from({ length: rows }, (_, row) => String(row + 3)),
  );
  const [first] = lines;
  const kinds = childrenOf(first, 'c').map((cell) => childOf(cell, 'f')?.attributes['t']);
  expect(kinds).toEqual(['shared', undefined, undefined]);
});

test('styles are kept once', () => {
  const looks = Array.from({ length: 300 }, (): CellLook => ({
    ...plain,
    style: { bold: true },
    numberFormat: '0.0"x"',
  }));
  const { book } = writtenSheet({
    rows: [{ row: 0, rows: 1, height: null, cells: looks.map((look, column) => text(column, 'x', look)) }],
  });
  const count = (name: string) => childOf(book.styles, name)?.attributes['count'];
  expect([count('cellXfs'), count('fonts'), count('numFmts')]).toEqual(['2', '2', '1']);
});

const validation = {
  rule: { kind: 'any' },
  strength: 'stop',
  prompt: { title: '', message: '' },
  error: { title: '', message: '' },
} as const;
const cell = { row: 0, column: 0, rows: 1, columns: 1 };

test.each<readonly [string, Partial<SheetFile>]>([
  ['a text', { rows: [{ row: 0, rows: 1, height: null, cells: [text(0, 'x'.repeat(32_768))] }] }],
  [
    'a prompt',
    { validations: [{ area: cell, validation: { ...validation, prompt: { title: '', message: 'x'.repeat(256) } } }] },
  ],
  [
    'a title',
    { validations: [{ area: cell, validation: { ...validation, prompt: { title: 'x'.repeat(33), message: '' } } }] },
  ],
  [
    'an error',
    { validations: [{ area: cell, validation: { ...validation, error: { title: '', message: 'x'.repeat(225) } } }] },
  ],
  [
    'a rule',
    {
      validations: [
        { area: cell, validation: { ...validation, rule: { kind: 'custom', formula: `=${'1+'.repeat(130)}1` } } },
      ],
    },
  ],
  ['a sheet name', { name: 'x'.repeat(32) }],
])('%s that is longer than Excel bears is refused here, not repaired there', (_, parts) => {
  expect(() => writeWorkbook(workbook(sheet(parts)))).toThrow(RangeError);
});

test('a sheet’s elements stand in the order of the schema', () => {
  const { xml, book } = writtenSheet({
    tabColor: '#112233',
    columns: [{ width: 10, hidden: true }],
    rows: [{ row: 0, rows: 1, height: 20, cells: [text(0, 'x')] }],
    freeze: { rows: 1, columns: 1 },
    protection: { allowFormatColumns: true, allowAutoFilter: true },
    autoFilter: cell,
    conditionalFormats: [{ area: cell, formula: '=TRUE', fill: '#ffffff', color: '#000000' }],
    validations: [{ area: cell, validation }],
    links: [{ area: cell, sheet: 'One', target: cell, tooltip: 'there' }],
    print: {
      orientation: 'landscape',
      scale: 60,
      titleRows: 2,
      titleColumn: 3,
      pagesBegin: [5],
      columns: 6,
      footer: 'A && B',
    },
  });
  expect(xml.children.map(({ name }) => name)).toEqual([
    'sheetPr',
    'sheetViews',
    'sheetFormatPr',
    'cols',
    'sheetData',
    'sheetProtection',
    'autoFilter',
    'conditionalFormatting',
    'dataValidations',
    'hyperlinks',
    'pageMargins',
    'pageSetup',
    'headerFooter',
    'colBreaks',
  ]);
  expect(book.names.map(({ name, value }) => [name, value])).toEqual([
    ['_xlnm._FilterDatabase', 'One!$A$1'],
    ['_xlnm.Print_Area', 'One!$A:$F'],
    ['_xlnm.Print_Titles', 'One!$D:$D,One!$1:$2'],
  ]);
});

test('every part is named in the content types and is well-formed', () => {
  const { book } = writtenSheet({});
  const types = book.xml('[Content_Types].xml');
  const known = new Set(childrenOf(types, 'Override').map(({ attributes }) => attributes['PartName']));
  for (const part of book.parts.keys()) {
    if (part.endsWith('.xml')) expect(book.xml(part)).toBeDefined();
    if (part.endsWith('.xml') && part !== '[Content_Types].xml') expect(known).toContain(`/${part}`);
  }
  expect(book.parts.keys().next().value).toBe('[Content_Types].xml');
});
