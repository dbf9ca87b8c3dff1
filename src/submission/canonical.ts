/** What canonical JSON may hold: no fractions (money is integer cents), no `undefined`, no lone surrogates. */
export type CanonicalValue =
  null | boolean | number | string | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue };

/**
 * Canonical JSON after RFC 8785, for the values that the contract has: keys in order of their UTF-16 code units, no
 * white space, strings as ECMAScript writes them. Equal values give equal text whatever the order of their keys.
 *
 * @throws TypeError for a number that is no safe integer and for text that is not well formed; the message holds no
 *   value.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError('Canonical JSON holds safe integers only');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') return canonicalString(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort(byCodeUnits)
    .map((key) => `${canonicalString(key)}:${canonicalJson(value[key] as CanonicalValue)}`);
  return `{${members.join(',')}}`;
}

/** Text that JSON writes as it is: no quotation mark, backslash or control character, and no half of a character. */
// eslint-disable-next-line no-control-regex -- JSON escapes them
const needsNoEscape = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/;

/** `canonicalJson` of a text. @throws TypeError for text that is not well formed */
export function canonicalString(text: string): string {
  if (needsNoEscape.test(text)) return `"${text}"`;
  if (/\p{Surrogate}/u.test(text)) throw new TypeError('Canonical JSON holds well-formed text only');
  return JSON.stringify(text);
}

/** Order of two texts by their UTF-16 code units, as RFC 8785 sorts keys: no locale. */
export function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** SHA-256 of a text's UTF-8 bytes, 64 lower-case hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isList(value: readonly CanonicalValue[] | object): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}
