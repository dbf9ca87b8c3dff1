import type { RowKey } from './model.ts';

const pattern = /^[A-Za-z0-9_-]{22}$/;

/** Whether a text is a row key: 22 characters of base64url. */
export function isRowKey(text: string): text is RowKey {
  return pattern.test(text);
}

/** A new row key of 128 random bits. */
export function newRowKey(): RowKey {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const key = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  return key as RowKey;
}

/**
 * Keys for all lines: a missing or malformed one is made, and of two lines with the same key (a copied row) the upper
 * one keeps it.
 */
export function completeRowKeys(keys: readonly (RowKey | null)[], make: () => RowKey = newRowKey): readonly RowKey[] {
  const seen = new Set<RowKey>();
  return keys.map((key) => {
    const complete = key === null || seen.has(key) ? make() : key;
    seen.add(complete);
    return complete;
  });
}
