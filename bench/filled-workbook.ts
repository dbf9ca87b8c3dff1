import { parseCivilDate, toExcelSerial } from '../src/guidance/civil-date.ts';
import { columns } from '../src/guidance/columns.ts';
import { columnLetters } from '../src/workbook/area.ts';
import { spreadsheetText, xmlHead } from '../src/xlsx/write/xml.ts';
import { zipParts, type PackagePart } from '../src/xlsx/write/zip.ts';
import { tiledLines } from './sample-lines.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/**
 * A filled list of 58 columns as Excel saves it: every cell with its address and style, texts in a table of their own,
 * days and amounts as numbers.
 *
 * @param rows lines below the headers
 */
export function filledWorkbook(rows: number): Uint8Array {
  const strings = new Map<string, number>();
  const shared = (text: string): number => {
    const known = strings.get(text) ?? strings.size;
    strings.set(text, known);
    return known;
  };
  const lines = tiledLines('harbor-care-2026-10', rows);
  const letters = columns.map((_, index) => columnLetters(index));
  function* sheet(): Generator<string> {
    yield `${xmlHead}<worksheet xmlns="${main}"><dimension ref="A1:BF${String(rows + 1)}"/><sheetData>`;
    const head = columns.map(
      ({ header }, index) => `<c r="${letters[index] ?? ''}1" t="s"><v>${String(shared(header))}</v></c>`,
    );
    yield `<row r="1" spans="1:58">${head.join('')}</row>`;
    for (const [index, line] of lines.entries()) {
      const row = String(index + 2);
      const cells = columns.map(({ key, element }, place) => {
        const [text, address] = [line[key], `${letters[place] ?? ''}${row}`];
        const date = element.format === 'date' ? parseCivilDate(text) : null;
        if (text === '') return `<c r="${address}" s="1"/>`;
        if (date !== null) return `<c r="${address}" s="2"><v>${String(toExcelSerial(date, '1900'))}</v></c>`;
        if (element.format === 'money') return `<c r="${address}" s="3"><v>${text}</v></c>`;
        return `<c r="${address}" s="1" t="s"><v>${String(shared(text))}</v></c>`;
      });
      yield `<row r="${row}" spans="1:58">${cells.join('')}</row>`;
    }
    yield '</sheetData></worksheet>';
  }
  function* sharedStrings(): Generator<string> {
    yield `${xmlHead}<sst xmlns="${main}" uniqueCount="${String(strings.size)}">`;
    for (const text of strings.keys()) yield `<si><t>${spreadsheetText(text)}</t></si>`;
    yield '</sst>';
  }
  const type = (kind: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
  const parts: readonly PackagePart[] = [
    {
      name: '[Content_Types].xml',
      content: [
        `${xmlHead}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
        `<Override PartName="/xl/workbook.xml" ContentType="${type('sheet.main')}"/>`,
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type('worksheet')}"/>`,
        `<Override PartName="/xl/styles.xml" ContentType="${type('styles')}"/>`,
        `<Override PartName="/xl/sharedStrings.xml" ContentType="${type('sharedStrings')}"/></Types>`,
      ],
    },
    {
      name: '_rels/.rels',
      content: [
        `${xmlHead}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    },
    {
      name: 'xl/workbook.xml',
      content: [
        `${xmlHead}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Invoice" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [
        `${xmlHead}<Relationships xmlns="${packages}/relationships">`,
        `<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`,
        `<Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/>`,
        `<Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      ],
    },
    {
      name: 'xl/styles.xml',
      content: [
        `${xmlHead}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="mm\\/dd\\/yyyy"/></numFmts>`,
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>',
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
        `<cellXfs count="4">${[0, 49, 164, 4].map((format) => `<xf numFmtId="${String(format)}" fontId="0" fillId="0" borderId="0" xfId="0"/>`).join('')}</cellXfs></styleSheet>`,
      ],
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheet() },
    // After the sheet: by then the table is complete.
    { name: 'xl/sharedStrings.xml', content: sharedStrings() },
  ];
  return zipParts(parts);
}
