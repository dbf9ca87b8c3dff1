/** Blanks that Excel, web pages and word processors put in place of a space; also tabs and line ends inside a cell. */
const otherBlanks = /[\t\n\v\f\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
/** Characters that show nothing: zero-width spaces and joiners, soft hyphens, byte order marks, directions. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** Full-width letters, digits and marks of East Asian keyboards; 0xfee0 above their ASCII counterparts. */
const fullWidth = /[\uff01-\uff5e]/g;

/** Whether cleaning would change nothing, asked first since almost every cell is clean. */
const clean = /^(?:[!-~](?:[ -~]*[!-~])?)?$/;

/**
 * The text without what nobody sees: outer spaces, non-breaking and other odd spaces, zero-width characters,
 * full-width forms. Inner spaces stay as they are.
 */
export function cleaned(text: string): string {
  if (clean.test(text)) return text;
  return text
    .replace(unseen, '')
    .replace(otherBlanks, ' ')
    .replace(fullWidth, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .trim();
}

/** Whether a cell shows nothing. */
export function isBlank(text: string): boolean {
  if (text === '') return true;
  const first = text.charCodeAt(0);
  const showsAtOnce = first > 0x20 && first < 0x7f;
  return !showsAtOnce && cleaned(text) === '';
}
