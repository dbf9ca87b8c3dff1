import fc from 'fast-check';
import { permutationOf, type OrderedRow } from '../../src/workbook/line-order.ts';
import type { LineOrder } from '../../src/workbook/model.ts';

const row = (value: string | number | null): OrderedRow => ({ used: value !== null, valueOf: () => value ?? '' });
const rowsOf = (values: readonly (string | number | null)[]) => values.map(row);
const by = ['invoiceNumber'] as const;

test.each<[string, (string | number | null)[], LineOrder, unknown]>([
  ['sort', ['b', null, 'a'], { kind: 'sort', by }, [2, 0, null]],
  ['sort down', ['a', 'b', null], { kind: 'sort', by, descending: true }, [1, 0, null]],
  ['sort numbers before text, blank cells last', ['x', 2, '', 10], { kind: 'sort', by }, [1, 3, 0, 2]],
  ['sort is stable', ['a', 'A', 'a'], { kind: 'sort', by }, [0, 1, 2]],
  ['insert', ['a', 'b', null], { kind: 'insert', before: 4 }, [0, null, 1]],
  ['insert into a full sheet', ['a', 'b', 'c'], { kind: 'insert', before: 4 }, 'full'],
  ['insert above the lines', ['a', null], { kind: 'insert', before: 2 }, 'outside'],
  ['delete', ['a', 'b', 'c'], { kind: 'delete', row: 4 }, [0, 2, null]],
  ['move down', ['a', 'b', 'c'], { kind: 'move', from: 3, to: 5 }, [1, 2, 0]],
  ['move up', ['a', 'b', 'c'], { kind: 'move', from: 5, to: 3 }, [2, 0, 1]],
  ['move out of the sheet', ['a', 'b'], { kind: 'move', from: 3, to: 9 }, 'outside'],
])('%s', (_, values, order, expected) => {
  expect(permutationOf(order, rowsOf(values), 3)).toEqual(expected);
});

test('law: no order loses or doubles a line, except that delete takes one', () => {
  const orders = fc.oneof(
    fc.record({ kind: fc.constant('sort' as const), by: fc.constant(by), descending: fc.boolean() }),
    fc.record({ kind: fc.constant('insert' as const), before: fc.integer({ min: 3, max: 12 }) }),
    fc.record({
      kind: fc.constant('move' as const),
      from: fc.integer({ min: 3, max: 12 }),
      to: fc.integer({ min: 3, max: 12 }),
    }),
  );
  const values = fc.array(fc.option(fc.oneof(fc.string(), fc.integer())), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(values, orders, (cells, order) => {
      const permutation = permutationOf(order, rowsOf(cells), 3);
      if (typeof permutation === 'string') return;
      const kept = permutation.filter((source) => source !== null && cells[source] !== null).sort();
      expect(kept).toEqual(cells.flatMap((cell, index) => (cell === null ? [] : [index])).sort());
      expect(permutation).toHaveLength(10);
    }),
    { seed: 20261124 },
  );
});
