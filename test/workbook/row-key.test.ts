import { completeRowKeys, isRowKey, newRowKey } from '../../src/workbook/row-key.ts';
import type { RowKey } from '../../src/workbook/model.ts';

test('a new key is 22 characters of base64url, and new', () => {
  const keys = Array.from({ length: 100 }, newRowKey);
  expect(keys.every(isRowKey)).toBe(true);
  expect(new Set(keys).size).toBe(100);
});

test('missing keys are made, the second of two copies gets its own, the others stay', () => {
  const first = newRowKey();
  const made: RowKey[] = [newRowKey(), newRowKey()];
  const next = made.values();
  const complete = completeRowKeys([first, null, first], () => next.next().value ?? newRowKey());
  expect(complete).toEqual([first, made[0], made[1]]);
});

test.each(['', 'short', 'x'.repeat(23), `${'x'.repeat(21)}!`])('%j is no key', (text) => {
  expect(isRowKey(text)).toBe(false);
});
