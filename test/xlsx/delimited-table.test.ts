import fc from 'fast-check';
import { printTable, readTable } from '../../src/xlsx/delimited-table.ts';
import '../support/proofs.ts';

test.each([
  ['commas', 'CIN,Units\r\nA,1\r\n'],
  ['semicolons', 'CIN;Units\nA;1\n'],
  ['tabs, as copied from a sheet', 'CIN\tUnits\nA\t1\n'],
  ['bars', 'CIN|Units\nA|1\n'],
  ['a byte order mark', '\uFEFFCIN,Units\nA,1\n'],
  ['quotes around everything', '"CIN";"Units"\n"A";"1"\n'],
])('%s', (_, text) => {
  expect(readTable(text)?.slice(0, 2)).toEqual([
    ['CIN', 'Units'],
    ['A', '1'],
  ]);
});

test('a title with commas above a list with semicolons does not mislead', () => {
  expect(readTable('Harbor Care, Oakland, California\nCIN;Units;Rate\nA;1;80,00\n')?.[1]).toEqual([
    'CIN',
    'Units',
    'Rate',
  ]);
});

test('without a known header the most regular delimiter is it', () => {
  expect(readTable('a, b\t1\nc\t2\nd, e, f\t3')).toEqual([
    ['a, b', '1'],
    ['c', '2'],
    ['d, e, f', '3'],
  ]);
});

test('line ends and quotation marks inside of a cell stay', () => {
  expect(readTable('CIN,Address\nA,"1 Elm St\nApt ""B"""\n')?.[1]).toEqual(['A', '1 Elm St\nApt "B"']);
});

test.each(['CIN\n"A\n', 'CIN,Units\n"A"x,1\n'])('%j is no table', (text) => {
  expect(readTable(text)).toBeNull();
});

const cell = fc
  .oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.stringMatching(/^[ab,;|\t\r\n"=@' -]{0,6}$/))
  // A file's first character may be a byte order mark, which is none of its text.
  .filter((text) => !text.startsWith('\uFEFF'));

test('law: a printed table reads back the same', () => {
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(table, (rows) => {
      // The line end after the last row makes one more, blank row.
      expect(readTable(printTable(rows), ',')).toEqual([...rows, ['']]);
    }),
  );
});

test('law: with a header row the delimiter of a printed table is found', () => {
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 });
  fc.assert(
    fc.property(table, (rows) => {
      const whole = [['CIN', 'DOB', 'Units'], ...rows];
      expect(readTable(printTable(whole))).toEqual([...whole, ['']]);
    }),
  );
});
