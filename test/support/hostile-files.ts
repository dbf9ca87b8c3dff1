import { crc32, constants, deflateRawSync } from 'node:zlib';
import { columns } from '../../src/guidance/columns.ts';
import type { InvoiceFileRefusal } from '../../src/xlsx/invoice-file.ts';
import {
  rawZip,
  relationships,
  smallestParts,
  textRow,
  worksheet,
  zipped,
  type RawEntry,
  type RawParts,
} from './raw-xlsx.ts';

/** A file that somebody means badly with, or that had bad luck. */
export interface HostileFile {
  readonly what: string;
  readonly reason: InvoiceFileRefusal;
  readonly make: () => Uint8Array;
  /** Whether reading it takes memory: it is measured by itself. */
  readonly isLarge?: true;
}

const headers = textRow(columns.map(({ header }) => header.replaceAll('&', '&amp;')));
const honest = smallestParts(worksheet(headers + textRow(['x'])));
const withPart = (name: string, content: string | Uint8Array): Uint8Array => zipped({ ...honest, [name]: content });
const sheetPart = 'xl/worksheets/sheet1.xml';

const deflated = (text: string, size = text.length): Pick<RawEntry, 'content' | 'size' | 'crc'> => {
  const bytes = Buffer.from(text);
  return { content: deflateRawSync(bytes), size, crc: crc32(bytes) };
};

function entriesOf(parts: RawParts): readonly RawEntry[] {
  return Object.entries(parts).map(([name, content]) => ({ name, ...deflated(String(content)) }));
}

/** The parts of an honest file, with another sheet. */
const withSheet = (sheet: Omit<RawEntry, 'name'>) =>
  rawZip([...entriesOf(honest).filter(({ name }) => name !== sheetPart), { name: sheetPart, ...sheet }]);

/** A text over and over, compressed without ever being there as a whole. @param times multiples of 1,024 */
function repeated(head: string, text: string, times: number): Uint8Array {
  const block = deflateRawSync(Buffer.from(text.repeat(1024)), { finishFlush: constants.Z_FULL_FLUSH });
  const start = deflateRawSync(Buffer.from(head), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([start, ...Array.from({ length: times / 1024 }, () => block), Buffer.from([3, 0])]);
}

const begun = worksheet(headers).replace('</sheetData></worksheet>', '');
const megabyte = 1024 * 1024;

const entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';

const compound = (name: string) => {
  const bytes = Buffer.alloc(4096);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  Buffer.from(name, 'utf16le').copy(bytes, 1024);
  return bytes;
};

/** Every kind of them, each with the one reason that is given. */
export const hostileFiles: readonly HostileFile[] = [
  { what: 'an empty file', reason: 'empty', make: () => new Uint8Array() },
  { what: 'a PDF called .xlsx', reason: 'pdf', make: () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n') },
  { what: 'an .xls', reason: 'oldExcel', make: () => compound('Workbook') },
  { what: 'a workbook with a password', reason: 'passwordProtected', make: () => compound('EncryptedPackage') },
  { what: 'an .ods', reason: 'openDocument', make: () => zipped({ mimetype: 'x', 'content.xml': '<a/>' }) },
  {
    what: 'an .xlsb',
    reason: 'binaryWorkbook',
    make: () =>
      withPart(
        '[Content_Types].xml',
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
      ),
  },
  { what: 'a web page called .xls', reason: 'notAWorkbook', make: () => Buffer.from('<html><table></table></html>') },
  { what: 'any other ZIP', reason: 'notAWorkbook', make: () => zipped({ 'readme.txt': 'x' }) },
  { what: 'bytes', reason: 'notAWorkbook', make: () => Buffer.from([1, 0, 2, 0, 3, 0]) },
  ...[0.3, 0.9, 0.999].map((part): HostileFile => ({
    what: `a workbook cut off at ${String(part * 100)} %`,
    reason: 'cutOff',
    make: () => zipped(honest).slice(0, Math.floor(zipped(honest).length * part)),
  })),
  {
    what: 'a bit that has tipped over',
    reason: 'damaged',
    make: () => {
      const bytes = zipped(honest, 0);
      const at = Buffer.from(bytes).indexOf('<t>x</t>') + 3;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    },
  },
  {
    what: 'a bomb that says so',
    reason: 'tooLarge',
    make: () => withSheet({ content: repeated(begun, ' '.repeat(1024), 1024 * 1024), size: 1024 * megabyte }),
  },
  {
    what: 'a bomb that says it were small',
    isLarge: true,
    reason: 'damaged',
    make: () => withSheet({ content: repeated(begun, ' '.repeat(1024), 1024 * 1024), size: 10_000 }),
  },
  {
    what: 'a bomb below the limit of a part: one text',
    isLarge: true,
    reason: 'tooLarge',
    make: () =>
      withSheet({ content: repeated(begun, ' '.repeat(1024), 400 * 1024), size: 400 * megabyte + begun.length }),
  },
  {
    what: 'a bomb below the limit of a part: rows',
    isLarge: true,
    reason: 'tooLarge',
    make: () => {
      const row = '<row><c><v>1</v></c></row>';
      return withSheet({ content: repeated(begun, row, 512 * 1024), size: begun.length + row.length * 512 * 1024 });
    },
  },
  {
    what: 'a bomb below the limit of a part: long texts',
    isLarge: true,
    reason: 'tooLarge',
    make: () => {
      const row = `<row><c t="inlineStr"><is><t>${'x'.repeat(32_000)}</t></is></c></row>`;
      return withSheet({ content: repeated(begun, row, 8 * 1024), size: begun.length + row.length * 8 * 1024 });
    },
  },
  {
    what: 'many parts that are a bomb together',
    reason: 'tooLarge',
    make: () => {
      const content = repeated('', ' '.repeat(1024), 64 * 1024);
      const bombs = Array.from({ length: 12 }, (_, index) => ({
        name: `xl/media/image${String(index)}.png`,
        content,
        size: 64 * megabyte,
      }));
      return rawZip([...entriesOf(honest), ...bombs]);
    },
  },
  {
    what: 'more parts than any workbook has',
    reason: 'tooLarge',
    make: () =>
      rawZip(Array.from({ length: 60_000 }, (_, index) => ({ name: `p${String(index)}`, content: new Uint8Array() }))),
  },
  {
    what: 'more shared strings than any workbook has',
    isLarge: true,
    reason: 'tooLarge',
    make: () => {
      const head = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
      const string = '<si><t>abcdefghijklmnopqrst</t></si>';
      const others = entriesOf(honest).filter(({ name }) => name !== 'xl/sharedStrings.xml');
      const times = 2048 * 1024;
      const content = repeated(head, string, times);
      return rawZip([...others, { name: 'xl/sharedStrings.xml', content, size: head.length + string.length * times }]);
    },
  },
  {
    what: 'a million styles',
    isLarge: true,
    reason: 'tooManyStyles',
    make: () =>
      withPart(
        'xl/styles.xml',
        `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>${'<xf numFmtId="0"/>'.repeat(1_000_000)}</cellXfs></styleSheet>`,
      ),
  },
  ...([sheetPart, 'xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', '_rels/.rels'] as const).map(
    (name): HostileFile => ({
      what: `entities in ${name}`,
      reason: 'declarations',
      make: () => withPart(name, entity + String(honest[name])),
    }),
  ),
  {
    what: 'entities in a part that is not read',
    reason: 'declarations',
    make: () => withPart('docProps/app.xml', `${entity}<Properties>&b;</Properties>`),
  },
  {
    what: 'an entity of a file on the machine',
    reason: 'declarations',
    make: () => withPart(sheetPart, `<!DOCTYPE x SYSTEM "file:///etc/passwd">${String(honest[sheetPart])}`),
  },
  { what: 'macros', reason: 'macros', make: () => withPart('xl/vbaProject.bin', 'x') },
  {
    what: 'a macro sheet',
    reason: 'macros',
    make: () =>
      withPart(
        'xl/_rels/workbook.xml.rels',
        relationships(['worksheet', 'worksheets/sheet1.xml'], ['xlMacrosheet', 'm']),
      ),
  },
  {
    what: 'links to other workbooks',
    reason: 'externalLinks',
    make: () => withPart('xl/externalLinks/externalLink1.xml', '<externalLink/>'),
  },
  { what: 'a name that climbs out', reason: 'unsafeNames', make: () => withPart('../../etc/cron.d/x', 'x') },
  { what: 'a name from the root', reason: 'unsafeNames', make: () => withPart('/etc/passwd', 'x') },
  { what: 'a name with backslashes', reason: 'unsafeNames', make: () => withPart('xl\\x.xml', 'x') },
  {
    what: 'a relationship that climbs out',
    reason: 'unsafeNames',
    make: () => withPart('xl/_rels/workbook.xml.rels', relationships(['worksheet', '../../../sheet1.xml'])),
  },
  {
    what: 'a part twice',
    reason: 'unsafeNames',
    make: () => rawZip([...entriesOf(honest), { name: sheetPart, ...deflated('<worksheet/>') }]),
  },
  {
    what: 'a part twice, in other case',
    reason: 'unsafeNames',
    make: () => rawZip([...entriesOf(honest), { name: sheetPart.toUpperCase(), ...deflated('<worksheet/>') }]),
  },
  {
    what: 'a part with one name here and another there',
    reason: 'damaged',
    make: () => withSheet({ ...deflated(String(honest[sheetPart])), localName: 'xl/worksheets/sheet2.xml' }),
  },
  {
    what: 'parts that lie over each other',
    reason: 'damaged',
    make: () => {
      const inner = rawZip([{ name: 'b', ...deflated('x') }]).slice(0, 30 + 1 + deflated('x').content.length);
      const around = { name: 'a', content: inner, method: 0, size: inner.length };
      const within = { name: 'b', ...deflated('x'), offset: 30 + 1 };
      return rawZip([around, within]);
    },
  },
  { what: 'another compression', reason: 'damaged', make: () => withSheet({ ...deflated('x'), method: 12 }) },
  { what: 'an encrypted part', reason: 'damaged', make: () => withSheet({ ...deflated('x'), flags: 1 }) },
  {
    what: 'a part that inflates to less',
    reason: 'damaged',
    make: () => withSheet(deflated(String(honest[sheetPart]), 99_999)),
  },
  {
    what: 'no deflate stream',
    reason: 'damaged',
    make: () => withSheet({ content: Buffer.from('\x07zzzzzz'), size: 9 }),
  },
  { what: 'tags that do not match', reason: 'damaged', make: () => withPart(sheetPart, worksheet('<row></c></row>')) },
  { what: 'XML that is cut off', reason: 'damaged', make: () => withPart(sheetPart, begun) },
  {
    what: 'tags in tags without end',
    reason: 'damaged',
    make: () => withPart(sheetPart, begun + '<a>'.repeat(100_000)),
  },
  {
    what: 'an attribute without end',
    reason: 'tooLarge',
    make: () => withPart(sheetPart, `${begun}<row r="${'1'.repeat(3 * megabyte)}`),
  },
  {
    what: 'a tag of a million characters',
    reason: 'damaged',
    make: () => withPart(sheetPart, worksheet(`<row ${'a'.repeat(900_000)}/>`)),
  },
  {
    what: 'another encoding',
    reason: 'damaged',
    make: () => withPart(sheetPart, `<?xml version="1.0" encoding="UTF-7"?>${String(honest[sheetPart])}`),
  },
  {
    what: 'UTF-16',
    reason: 'damaged',
    make: () => withPart(sheetPart, Buffer.from(`\ufeff${String(honest[sheetPart])}`, 'utf16le')),
  },
  { what: 'no UTF-8', reason: 'damaged', make: () => withPart(sheetPart, Buffer.from([0x3c, 0x61, 0xff, 0x3e])) },
  {
    what: 'a row twice',
    reason: 'damaged',
    make: () => withPart(sheetPart, worksheet('<row r="2"><c><v>1</v></c></row><row r="2"/>')),
  },
  {
    what: 'a cell twice',
    reason: 'damaged',
    make: () => withPart(sheetPart, worksheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')),
  },
  {
    what: 'a cell of another row',
    reason: 'damaged',
    make: () => withPart(sheetPart, worksheet('<row r="1"><c r="A9"><v>1</v></c></row>')),
  },
  {
    what: 'a row beyond the last',
    reason: 'damaged',
    make: () => withPart(sheetPart, worksheet('<row r="1048577"/>')),
  },
  {
    what: 'a column beyond the last',
    reason: 'damaged',
    make: () => withPart(sheetPart, worksheet('<row r="1"><c r="XFE1"><v>1</v></c></row>')),
  },
  {
    what: 'a text that is not there',
    reason: 'damaged',
    make: () => withPart(sheetPart, worksheet('<row><c t="s"><v>7</v></c></row>')),
  },
  {
    what: 'an entity that nobody declared',
    reason: 'damaged',
    make: () => withPart(sheetPart, worksheet(textRow(['&b;']))),
  },
];
