import fc from 'fast-check';
import { addDays, civilDate, printCivilDate } from '../../src/guidance/civil-date.ts';
import type { ElementFormat } from '../../src/guidance/elements.ts';
import { printCents } from '../../src/guidance/money.ts';
import { textOf, valueOf, type RawCell } from '../../src/workbook/cell-text.ts';

test.each<[RawCell, ElementFormat, string]>([
  [46_300, 'date', '10/05/2026'],
  ['10/32/2026', 'date', '10/32/2026'],
  [46_300.5, 'date', '46300.5'],
  [-3, 'date', '-3'],
  [12.5, 'money', '12.50'],
  [0.1 + 0.2, 'money', '0.30'],
  [12.345, 'money', '12.345'],
  [-1, 'money', '-1'],
  ['12.50', 'money', '12.50'],
  [3, 'unitCount', '3'],
  [1.5, 'unitCount', '1.5'],
  [4, 'placeOfService', '4'],
  [true, 'text', 'TRUE'],
  ['', 'cin', ''],
])('%j in a %s cell reads %j', (value, format, text) => {
  expect(textOf(value, format, '1900')).toBe(text);
});

test('the 1904 date system counts 1,462 days less', () => {
  expect(textOf(46_300 - 1_462, 'date', '1904')).toBe('10/05/2026');
  expect(valueOf('10/05/2026', 'date', '1904')).toBe(46_300 - 1_462);
});

test('law: a date or an amount that is written reads back the same', () => {
  const base = civilDate(1905, 1, 1);
  if (base === null) throw new Error('no date');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 99_999_999 }), (days, cents) => {
      const date = printCivilDate(addDays(base, days));
      for (const system of ['1900', '1904'] as const) {
        expect(textOf(valueOf(date, 'date', system), 'date', system)).toBe(date);
      }
      expect(textOf(valueOf(printCents(cents), 'money', '1900'), 'money', '1900')).toBe(printCents(cents));
    }),
    { seed: 20261124 },
  );
});
