import { strToU8, zipSync, type Zippable } from 'fflate';

/** Parts of a workbook by name, as they are to be written. */
export type RawParts = Readonly<Record<string, string | Uint8Array>>;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What stands in a relationship of a workbook. */
export function relationships(...targets: readonly (readonly [type: string, target: string])[]): string {
  const elements = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${String(index + 1)}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${elements.join('')}</Relationships>`;
}

/** A worksheet with these rows as they are. */
export function worksheet(rows: string, before = ''): string {
  return `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData></worksheet>`;
}

/** A row of texts that stand in their cells. */
export function textRow(texts: readonly string[]): string {
  return `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
}

/** The smallest workbook: one sheet, shared strings, two styles (General, and a date). */
export function smallestParts(sheet: string, strings: readonly string[] = []): RawParts {
  return {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/></Types>`,
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr/><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ),
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': sheet,
  };
}

/** A ZIP of these parts. */
export function zipped(parts: RawParts, level: 0 | 6 = 6): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    files[name] = [typeof content === 'string' ? strToU8(content) : content, { level, mtime: new Date(1980, 0, 1) }];
  }
  return zipSync(files);
}

/** A ZIP entry with everything said as the test wants it. */
export interface RawEntry {
  readonly name: string;
  /** Compressed bytes. */
  readonly content: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly size?: number;
  readonly crc?: number;
  /** Name in the local header, where it is another. */
  readonly localName?: string;
  /** Where the directory says that the part begins, where that is not true. */
  readonly offset?: number;
}

/** A ZIP archive byte by byte (PKWARE APPNOTE 4.3), for what no library writes. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, method = 8, flags = 0, size = 0, crc = 0, localName = name, offset } of entries) {
    const sizes = (header: Buffer, from: number) => {
      header.writeUInt32LE(crc, from);
      header.writeUInt32LE(content.length, from + 4);
      header.writeUInt32LE(size, from + 8);
    };
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    sizes(local, 14);
    local.writeUInt16LE(localName.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    sizes(central, 16);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset ?? at, 42);
    chunks.push(local, Buffer.from(localName, 'latin1'), Buffer.from(content));
    directory.push(central, Buffer.from(name, 'latin1'));
    at += local.length + localName.length + content.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(
    directory.reduce((length, part) => length + part.length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...chunks, ...directory, end]);
}
