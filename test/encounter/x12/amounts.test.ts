import { parseAmount } from '../../../src/encounter/x12/amounts.ts';

test.each<[string, number | null]>([
  ['0', 0],
  ['-0', 0],
  ['150', 15_000],
  ['150.', 15_000],
  ['150.5', 15_050],
  ['150.50', 15_050],
  ['150.5000', 15_050],
  ['.07', 7],
  ['-12.34', -1234],
  ['00012', 1200],
  ['99999999999.99', 9_999_999_999_999],
  ['', null],
  ['.', null],
  ['-', null],
  ['1.005', null],
  ['1,000', null],
  ['+1', null],
  ['1e3', null],
  ['$1', null],
  ['999999999999', null],
])('%s', (text, cents) => {
  expect(parseAmount(text)).toBe(cents);
});
