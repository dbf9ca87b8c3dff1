import { refuse } from './refused.ts';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const references = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));|&/gi;

/**
 * Text of XML with its references resolved: the five that every parser knows, and characters by number. A workbook
 * declares no others, and whoever does is refused.
 *
 * @throws WorkbookRefused
 */
export function xmlText(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  return text.replace(references, (_, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? refuse('damaged');
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : refuse('damaged');
  });
}

const escapedCharacters = /_x([\da-f]{4})_/gi;

/** Text of a cell or an attribute typed as ST_Xstring (ECMA-376 part 1, 22.9.2.19), which writes as `_xHHHH_` what XML cannot hold. */
export function spreadsheetString(text: string): string {
  if (!text.includes('_x') && !text.includes('_X')) return text;
  return text.replace(escapedCharacters, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/**
 * The attributes of a tag, by their names as they stand there. One pass: a pattern would try again from each character
 * of a long tag.
 *
 * @param raw what stands behind the tag's name
 * @throws WorkbookRefused
 */
export function attributesOf(raw: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (let at = 0; ;) {
    const equals = raw.indexOf('=', at);
    if (equals < 0) return raw.slice(at).trim() === '' ? attributes : refuse('damaged');
    let start = equals + 1;
    while (raw.charCodeAt(start) <= blank) start += 1;
    const quote = raw.charAt(start);
    const end = quote === '"' || quote === "'" ? raw.indexOf(quote, start + 1) : -1;
    if (end < 0) return refuse('damaged');
    attributes.set(raw.slice(at, equals).trim(), xmlText(raw.slice(start + 1, end).replace(/\r\n|[\t\n\r]/g, ' ')));
    at = end + 1;
  }
}

const blank = 32;

/** Whether an attribute of type boolean is set. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
