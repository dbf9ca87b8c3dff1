import exceljs from 'exceljs';
import fc from 'fast-check';
import type { RawCell } from '../../../src/workbook/cell-text.ts';
import { cellAddress } from '../../../src/workbook/area.ts';
import { openWorkbook } from '../../../src/xlsx/read/open-workbook.ts';
import { relationships, smallestParts, worksheet, zipped, type RawParts } from '../../support/raw-xlsx.ts';
import '../../support/proofs.ts';

type Cells = Readonly<Record<string, RawCell>>;

/** All cells of the first sheet that hold something. */
function cellsOf(parts: RawParts): Cells {
  const book = openWorkbook(zipped(parts));
  const cells: Record<string, RawCell> = {};
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  book.readRows(sheet, (row) => {
    for (let place = 0; place < row.count; place += 1) {
      cells[cellAddress(row.number - 1, row.columnAt(place))] = row.valueAt(place);
    }
    return true;
  });
  return cells;
}

const strings = [
  '<t>one</t>',
  '<r><t>t</t></r><r><rPr><b/></rPr><t xml:space="preserve">wo </t></r>',
  '<t>漢</t><rPh sb="0" eb="1"><t>kan</t></rPh>',
];
const sheetPart = 'xl/worksheets/sheet1.xml';

test.each<[string, string, Cells]>([
  [
    'shared strings, with runs and without phonetics',
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>',
    { A1: 'one', B1: 'two ', C1: '漢' },
  ],
  [
    'texts in their cells, with runs',
    '<row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><r><t>b</t></r><r><t>c</t></r><rPh><t>x</t></rPh></is></c></row>',
    { A1: 'a', B1: 'bc' },
  ],
  [
    'cells without an address after cells with one',
    '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
    { C3: 1, D3: 2, A4: 3 },
  ],
  [
    'single quotes, blanks and line breaks in tags',
    "<row\n r = '2' ><c\tt = 's' r='B2' ><v >0</v\n></c></row>",
    { B2: 'one' },
  ],
  ['CDATA and comments', '<row><c t="str"><v><![CDATA[<a&b>]]> &amp; <!-- x -->c</v></c></row>', { A1: '<a&b> & c' }],
  [
    'characters by number, and those that XML cannot hold',
    '<row><c t="str"><v>&#65;&#x42;_x000D__x005F_x0041_</v></c></row>',
    { A1: 'AB\r_x0041_' },
  ],
  [
    'numbers of every form',
    '<row><c><v>1.5E3</v></c><c><v>-0.25</v></c><c><v> 7 </v></c></row>',
    { A1: 1500, B1: -0.25, C1: 7 },
  ],
  [
    'true, false and errors',
    '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c></row>',
    { A1: true, B1: false, C1: '#N/A' },
  ],
  [
    'days as strict files have them',
    '<row><c t="d"><v>2026-10-14</v></c><c t="d"><v>2026-10-14T00:00:00</v></c></row>',
    { A1: 46309, B1: 46309 },
  ],
  [
    'results of formulas',
    '<row><c t="str"><f>A2&amp;"x"</f><v>ax</v></c><c><f t="shared" si="0"/><v>2</v></c><c><f>1</f></c></row>',
    { A1: 'ax', B1: 2, C1: '' },
  ],
  ['blank cells are not there', '<row><c s="1"/><c t="s"></c><c><v>1</v></c></row>', { C1: 1 }],
  [
    'elements of extensions',
    '<row><c><v>1</v><extLst><ext><x:v xmlns:x="u">9</x:v></ext></extLst></c></row>',
    { A1: 1 },
  ],
])('%s', (_, rows, cells) => {
  expect(cellsOf(smallestParts(worksheet(rows), strings))).toEqual(cells);
});

test('a prefix on every element', () => {
  const sheet =
    '<s:worksheet xmlns:s="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><s:sheetData><s:row><s:c t="inlineStr"><s:is><s:t>a</s:t></s:is></s:c><s:c><s:v>2</s:v></s:c></s:row></s:sheetData></s:worksheet>';
  expect(cellsOf(smallestParts(sheet))).toEqual({ A1: 'a', B1: 2 });
});

test('a strict file with parts under other names, found through the relationships', () => {
  const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
  const parts = smallestParts('');
  const moved: RawParts = {
    '[Content_Types].xml': parts['[Content_Types].xml'] ?? '',
    '_rels/.rels': relationships(['officeDocument', '/book/main.xml']).replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    ),
    'Book/Main.xml': `<workbook xmlns="${strict}" xmlns:q="r"><workbookPr date1904="true"/><sheets><sheet name="A &amp; B" sheetId="7" state="hidden" q:id="rId1"/></sheets><definedNames><definedName name="Here">'A &amp; B'!$C$3:$D$5</definedName><definedName name="Gone">#REF!</definedName><definedName name="Own" localSheetId="0">x!$A$1</definedName></definedNames></workbook>`,
    'book/_rels/main.xml.rels': relationships(['worksheet', '../data/one.xml']),
    'data/one.xml': `<worksheet xmlns="${strict}"><sheetData><row hidden="1"><c><v>4</v></c></row></sheetData></worksheet>`,
  };
  const book = openWorkbook(zipped(moved));
  expect(book).toMatchObject({
    dates: '1904',
    sheets: [{ name: 'A & B', visibility: 'hidden' }],
    names: [{ name: 'Here', sheet: 'A & B', area: { row: 2, column: 2, rows: 3, columns: 2 } }],
  });
  const [sheet] = book.sheets;
  const hidden: boolean[] = [];
  if (sheet !== undefined) book.readRows(sheet, (row) => hidden.push(row.isHidden) > 0);
  expect(hidden).toEqual([true]);
});

test('what number formats make of numbers', () => {
  const formats = ['General', 'mm\\/dd\\/yyyy', '"days" 0', '[Red]0.00', '00000', 'h:mm', 'm/d/yy h:mm', '#,##0.00'];
  const parts = {
    ...smallestParts(
      worksheet(`<row>${formats.map((_, index) => `<c s="${String(index)}"><v>1</v></c>`).join('')}</row>`),
    ),
    'xl/styles.xml': `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${String(index + 164)}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats.map((_, index) => `<xf numFmtId="${String(index + 164)}"/>`).join('')}</cellXfs></styleSheet>`,
  };
  const book = openWorkbook(zipped(parts));
  const forms: unknown[] = [];
  const [sheet] = book.sheets;
  if (sheet !== undefined) {
    book.readRows(sheet, (row) => {
      for (let place = 0; place < row.count; place += 1) forms.push(row.formAt(place));
      return true;
    });
  }
  expect(forms).toEqual(['number', 'date', 'number', 'number', { digits: 5 }, 'number', 'date', 'number']);
});

/** A cell in one of the ways in which programs write it. */
interface WrittenCell {
  readonly column: number;
  readonly value: RawCell;
  readonly xml: (address: string | null) => string;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const place = (address: string | null) => (address === null ? '' : ` r="${address}"`);
const plainText = fc
  .array(fc.constantFrom('a', 'B', '7', 'é', '漢', '𝄞', '&', '<', '>', '"', "'", '·', ' b', '=', '-'), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '');
const cell = fc.oneof(
  plainText.chain((value) =>
    fc.constantFrom(
      { value, xml: (at: string | null) => `<c${place(at)} t="inlineStr"><is><t>${escaped(value)}</t></is></c>` },
      { value, xml: (at: string | null) => `<c${place(at)} s="0" t="str"><f>A1</f><v>${escaped(value)}</v></c>` },
      {
        value,
        xml: (at: string | null) =>
          `<c t='inlineStr'${place(at)} ><is><t xml:space='preserve'>${escaped(value)}</t></is></c>`,
      },
    ),
  ),
  fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })).map((number) => ({
    value: number === 0 ? 0 : number,
    xml: (at: string | null) => `<c${place(at)}><v>${String(number === 0 ? 0 : number)}</v></c>`,
  })),
  fc
    .boolean()
    .map((value) => ({ value, xml: (at: string | null) => `<c${place(at)} t="b"><v>${value ? '1' : '0'}</v></c>` })),
);
const rows = fc.array(
  fc
    .uniqueArray(fc.tuple(fc.nat({ max: 40 }), cell), { selector: ([column]) => column, maxLength: 8 })
    .map((cells) =>
      cells.toSorted(([one], [other]) => one - other).map(([column, made]): WrittenCell => ({ column, ...made })),
    ),
  { minLength: 1, maxLength: 12 },
);

test('law: every cell is read as exceljs reads it', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (lines) => {
      const expected: Record<string, RawCell> = {};
      const xml = lines.map((line, row) => {
        const cells = line.map(({ column, value, xml: write }) => {
          expected[cellAddress(row, column)] = value;
          return write(cellAddress(row, column));
        });
        return `<row r="${String(row + 1)}">${cells.join('')}</row>`;
      });
      const parts = smallestParts(worksheet(xml.join('')));
      expect(cellsOf(parts)).toEqual(expected);
      const theirs = new exceljs.Workbook();
      await theirs.xlsx.load(Buffer.from(zipped(parts)) as unknown as exceljs.Buffer);
      const read: Record<string, unknown> = {};
      theirs.worksheets[0]?.eachRow((row) => {
        row.eachCell((each) => (read[each.address] = each.formula ? each.result : each.value));
      });
      expect(read).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('law: neighbours need no address', () => {
  fc.assert(
    fc.property(rows, (lines) => {
      const expected: Record<string, RawCell> = {};
      const xml = lines.map((line, row) => {
        const cells = line.map(({ value, xml: write }, column) => {
          expected[cellAddress(row, column)] = value;
          return write(null);
        });
        return `<row>${cells.join('')}</row>`;
      });
      expect(cellsOf(smallestParts(worksheet(xml.join(''))))).toEqual(expected);
    }),
  );
});

test('only what is asked for is read', () => {
  const parts = smallestParts(
    worksheet('<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c><v>3</v></c></row>'),
  );
  const book = openWorkbook(zipped({ ...parts, [sheetPart]: String(parts[sheetPart]) }));
  const seen: number[] = [];
  const [sheet] = book.sheets;
  if (sheet !== undefined) book.readRows(sheet, (row) => seen.push(row.number) < 2);
  expect(seen).toEqual([1, 2]);
});
