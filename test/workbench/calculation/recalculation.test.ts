import fc from 'fast-check';
import { cellAddress } from '../../../src/workbench/model/address.ts';
import { areaOf } from '../../../src/workbench/model/area.ts';
import { copyCells } from '../../../src/workbench/model/copy.ts';
import type { Entry } from '../../../src/workbench/model/entry.ts';
import { area, openBook, type TestSheet } from './support.ts';

const rows = 8;
const columns = 5;

/** Entries of a small sheet: constants, and formulas that look left and up, so that none needs itself. */
function entryFor(row: number, column: number): fc.Arbitrary<Entry> {
  const constant = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constantFrom<Entry>('', 'a', 'B', '0012', true));
  if (row === 0 || column === 0) return constant;
  const left = cellAddress(row, column - 1);
  const above = cellAddress(row - 1, column);
  const block = `$A$1:$${cellAddress(row - 1, column).replace(/(\D+)/, '$1$')}`;
  const firstColumn = `$A$1:$A$${String(rows)}`;
  return fc.oneof(
    constant,
    fc.constantFrom(
      `=${left}+1`,
      `=IF(${left}="",${above},${left}&"x")`,
      `=SUM(${block})`,
      `=SUMIF(${firstColumn},A${String(row + 1)},${firstColumn})`,
      `=IFERROR(MATCH(${left},${firstColumn},0),${above})`,
      `=COUNTIF(${firstColumn},${above})`,
      `=INDEX(${firstColumn},${String(row)})`,
      `=ROUND(${left}*1.005,2)`,
      '=name',
    ),
  );
}

const cell = fc.tuple(fc.nat(rows - 1), fc.nat(columns - 1));
const edits = fc.array(
  cell.chain(([row, column]) => entryFor(row, column).map((entry) => ({ row, column, entry }))),
  { minLength: 1, maxLength: 40 },
);

function valuesOf(sheet: TestSheet): unknown[][] {
  return sheet.values(`A1:${cellAddress(rows - 1, columns - 1)}`);
}

test('recalculating what is dirty gives what recalculating everything gives', () => {
  fc.assert(
    fc.property(edits, (steps) => {
      const { book, sheet } = openBook();
      book.names.add('name', '=Sheet1!$A$2');
      for (const { row, column, entry } of steps) sheet.sheet.cells.enter(row, column, entry);
      const incremental = valuesOf(sheet);
      book.calculate('full');
      expect(valuesOf(sheet)).toEqual(incremental);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('the order of entries does not matter', () => {
  fc.assert(
    fc.property(edits, (steps) => {
      const last = new Map(steps.map((step) => [cellAddress(step.row, step.column), step]));
      const one = openBook();
      const other = openBook();
      for (const { row, column, entry } of last.values()) one.sheet.sheet.cells.enter(row, column, entry);
      other.book.batch(() => {
        for (const { row, column, entry } of [...last.values()].reverse())
          other.sheet.sheet.cells.enter(row, column, entry);
      });
      expect(valuesOf(other.sheet)).toEqual(valuesOf(one.sheet));
    }),
    { seed: 2, numRuns: 200 },
  );
});

test('undo brings back every cell, and redo makes it again', () => {
  fc.assert(
    fc.property(edits, edits, (before, after) => {
      const { book, sheet } = openBook();
      for (const { row, column, entry } of before) sheet.sheet.cells.enter(row, column, entry);
      const picture = () =>
        sheet.sheet.cells
          .values(area('A1:E8'))
          .map((line, row) =>
            line.map((value, column) => [
              value,
              sheet.sheet.cells.input(row, column),
              sheet.sheet.cells.format(row, column),
            ]),
          );
      const first = picture();
      book.asPerson('Typing', () => {
        for (const { row, column, entry } of after) sheet.sheet.cells.enter(row, column, entry);
      });
      const second = picture();
      book.undo();
      expect(picture()).toEqual(first);
      book.redo();
      expect(picture()).toEqual(second);
    }),
    { seed: 3, numRuns: 150 },
  );
});

describe('recalculation', () => {
  test('reaches through sheets, ranges and entire columns', () => {
    const { book, sheet } = openBook({ sheetNames: ['Sheet1', 'Data'] });
    const data = book.sheet('Data');
    sheet.putAll({ A1: '=Data!B2*2', A2: '=SUM(Data!B:B)', A3: '=A1+A2', A4: '=COUNTA(Data!2:2)' });
    expect(sheet.values('A1:A4')).toEqual([[0], [0], [0], [0]]);
    data?.cells.enter(1, 1, 5);
    expect(sheet.values('A1:A4')).toEqual([[10], [5], [15], [1]]);
    data?.cells.enter(99, 1, 1);
    expect(sheet.value('A2')).toBe(6);
  });

  test('notices cells between the ends of A1:INDEX(…)', () => {
    const { sheet } = openBook();
    sheet.putAll({ A1: 1, A2: 2, A3: 3, B1: '=SUM($A$1:INDEX($A$1:$A$9,3))' });
    expect(sheet.value('B1')).toBe(6);
    expect(sheet.put('A2', 20).value('B1')).toBe(24);
  });

  test('goes down chains far longer than the stack', () => {
    const { sheet } = openBook();
    const length = 20_000;
    sheet.put('A1', 1).put('A2', '=A1+1');
    copyCells(
      { sheet: sheet.sheet, area: area('A2') },
      { sheet: sheet.sheet, area: area(`A2:A${String(length)}`) },
      'all',
    );
    expect(sheet.value(`A${String(length)}`)).toBe(length);
    expect(sheet.put('A1', 101).value(`A${String(length)}`)).toBe(length + 100);
  });

  test('goes up chains as well', () => {
    const { book, sheet } = openBook();
    const length = 5000;
    sheet.put('A1', '=A2+1');
    copyCells(
      { sheet: sheet.sheet, area: area('A1') },
      { sheet: sheet.sheet, area: area(`A1:A${String(length)}`) },
      'all',
    );
    book.calculate('full');
    expect(sheet.value('A1')).toBe(length);
  });

  test('finds by tables what a search finds, also after edits', () => {
    const { sheet } = openBook();
    sheet.sheet.cells.write(
      areaOf(0, 0, 99, 0),
      Array.from({ length: 100 }, (_row, row) => [`key${String(row % 40)}`]),
    );
    sheet.sheet.cells.write(
      areaOf(0, 1, 99, 1),
      Array.from({ length: 100 }, (_row, row) => [row]),
    );
    sheet.putAll({ D1: '=MATCH("KEY7",A1:A100,0)', D2: '=SUMIF(A1:A100,"key7",B1:B100)', D3: '=COUNTIF(A:A,"key7")' });
    expect(sheet.values('D1:D3')).toEqual([[8], [7 + 47 + 87], [3]]);
    sheet.put('A8', 'other');
    expect(sheet.values('D1:D3')).toEqual([[48], [47 + 87], [2]]);
    sheet.put('B48', 1000);
    expect(sheet.value('D2')).toBe(1087);
  });

  test('keeps long digits apart only as Excel does: conditions take texts for numbers', () => {
    const { sheet } = openBook();
    sheet.format('A1:A30', '@').putBlock(
      'A1',
      Array.from({ length: 30 }, (_row, row) => [`00000000${String(row + 10)}`]),
    );
    sheet.put('C1', '=COUNTIF(A1:A30,"0000000012")').put('C2', '=COUNTIF(A1:A30,12)').put('C3', '=MATCH(12,A1:A30,0)');
    expect(sheet.values('C1:C3')).toEqual([[1], [1], ['#N/A']]);
  });
});

describe('a formula that needs itself', () => {
  test('is 0 all the way round, and is told', () => {
    const { book, sheet } = openBook();
    sheet.putAll({ A1: '=B1+1', B1: '=C1+1' });
    expect(book.circularReference).toBeUndefined();
    sheet.put('C1', '=A1+1').put('D1', '=C1+5');
    expect(sheet.values('A1:D1')).toEqual([[0, 0, 0, 5]]);
    expect(book.circularReference).toMatchObject({ row: 0 });
    sheet.put('C1', 1);
    expect(sheet.values('A1:D1')).toEqual([[3, 2, 1, 6]]);
    expect(book.circularReference).toBeUndefined();
  });

  test('is told until the last one is gone', () => {
    const { book, sheet } = openBook();
    sheet.putAll({ A1: '=A1+1', B1: '=C1', C1: '=B1' });
    sheet.put('A1', 1);
    expect(book.circularReference).toMatchObject({ row: 0, column: 2 });
    sheet.put('C1', 2);
    expect(book.circularReference).toBeUndefined();
    expect(sheet.values('A1:C1')).toEqual([[1, 2, 2]]);
  });

  test('is no matter where the branch is not taken', () => {
    const { book, sheet } = openBook();
    expect(sheet.put('A1', '=IF(TRUE,1,A1)').value('A1')).toBe(1);
    expect(book.circularReference).toBeUndefined();
    expect(sheet.put('A2', '=SUM(A1:A3)').value('A2')).toBe(0);
    expect(book.circularReference).toMatchObject({ row: 1, column: 0 });
  });
});

describe('manual calculation', () => {
  test('leaves dependents as they are until F9, but works out what is entered', () => {
    const { book, sheet } = openBook({ calculationMode: 'manual' });
    sheet.put('A1', 1).put('A2', '=A1+1');
    expect(sheet.value('A2')).toBe(2);
    sheet.put('A1', 5);
    expect(sheet.value('A2')).toBe(2);
    expect(book.isCalculated).toBe(false);
    book.calculate();
    expect(sheet.value('A2')).toBe(6);
    expect(book.isCalculated).toBe(true);
    sheet.put('A1', 7);
    book.setCalculationMode('automatic');
    expect(sheet.value('A2')).toBe(8);
  });
});

test('reads within a batch see what was written before', () => {
  const { book, sheet } = openBook();
  book.batch(() => {
    sheet.put('A1', 2).put('A2', '=A1*2');
    expect(sheet.value('A2')).toBe(4);
    sheet.put('A1', 3);
    expect(sheet.value('A2')).toBe(6);
  });
});
