import { rowsWithRoom } from '../../src/workbook/room.ts';

test.each([
  ['enough as it is', 1_000, 900, 1_000],
  ['just enough', 1_000, 1_000, 1_000],
  ['one too few: twice as many', 1_000, 1_001, 2_000],
  ['more than twice as many, in hundreds', 100, 1_234, 1_300],
  ['never more than the largest sheet', 3_000, 3_001, 5_000],
  ['the largest sheet', 4_000, 5_000, 5_000],
  ['beyond it', 5_000, 5_001, null],
])('%s: %i rows for %i give %j', (_, present, needed, rows) => {
  expect(rowsWithRoom(present, needed)).toBe(rows);
});
