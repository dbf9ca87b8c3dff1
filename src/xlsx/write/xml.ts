/** Most characters that a cell holds (Excel specifications and limits). */
export const longestText = 32_767;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** What XML 1.0 cannot hold, what its parsers would alter (carriage returns), and lone halves of surrogate pairs. */
const unwritable =
  // eslint-disable-next-line no-control-regex -- these characters are the subject
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text that reads like such an escape and is none. */
const looksEscaped = /_(?=x[0-9a-f]{4}_)/gi;

function escaped(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/**
 * Text of a cell, formula or attribute that SpreadsheetML types as ST_Xstring (ECMA-376 part 1, 22.9.2.19): what XML
 * cannot hold is written as `_xHHHH_`.
 */
export function spreadsheetText(text: string): string {
  const writable = text.replace(looksEscaped, '_x005F_').replace(unwritable, escaped);
  return writable.replace(/[&<>]/g, (character) => entities[character] ?? character);
}

/** The value of an ST_Xstring attribute: line breaks and tabs, which parsers turn into blanks, by number. */
export function attributeText(text: string): string {
  return spreadsheetText(text).replace(/["\n\t]/g, (character) => entities[character] ?? character);
}

/** Text or attribute of a part that is no spreadsheet (properties, drawings): what XML cannot hold is left out. */
export function plainText(text: string): string {
  return text.replace(unwritable, '').replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** A text element, which says so where blanks at its ends count. */
export function textElement(name: string, text: string): string {
  const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
  return `<${name}${space}>${spreadsheetText(text)}</${name}>`;
}

/** Head of every part. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Namespaces of SpreadsheetML and of relationships within it (ECMA-376, transitional). */
export const namespaces = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const;
