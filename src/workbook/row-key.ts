import type { RowKey } from './model.ts';
import { atOnce, type SlicedWork } from './slices.ts';

const pattern = /^[A-Za-z0-9_-]{22}$/;

/** Whether a text is a row key: 22 characters of base64url. */
export function isRowKey(text: string): text is RowKey {
  return pattern.test(text);
}

/** The characters of base64url (RFC 4648 section 5): six bits each. */
const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A new row key of 132 random bits. */
export function newRowKey(): RowKey {
  let key = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(22))) key += characters.charAt(byte % 64);
  return key as RowKey;
}

/** Keys between two chances to wait. */
const stride = 200;

/**
 * Keys for all lines: a missing or malformed one is made, and of two lines with the same key (a copied row) the upper
 * one keeps it.
 */
export function completeRowKeys(keys: readonly (RowKey | null)[], make: () => RowKey = newRowKey): readonly RowKey[] {
  return atOnce(completeRowKeysInSlices(keys, make));
}

/** The same in slices. */
export function* completeRowKeysInSlices(
  keys: readonly (RowKey | null)[],
  make: () => RowKey = newRowKey,
): SlicedWork<readonly RowKey[]> {
  const seen = new Set<RowKey>();
  const complete: RowKey[] = [];
  for (const [place, key] of keys.entries()) {
    const present = key === null || seen.has(key) ? make() : key;
    seen.add(present);
    complete.push(present);
    if (place % stride === stride - 1) yield;
  }
  return complete;
}
