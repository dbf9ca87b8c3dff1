import fc from 'fast-check';
import { civilDate, type CivilDate } from '../../src/guidance/civil-date.ts';
import { civilDateOfIso, isoDate } from '../../src/submission/iso-date.ts';

const [first, last] = [civilDate(1, 1, 1), civilDate(9999, 12, 31)];

test('a date is read as it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: Number(first), max: Number(last) }), (days) => {
      expect(civilDateOfIso(isoDate(days as CivilDate))).toBe(days);
    }),
  );
});

test.each(['2026-02-29', '2026-13-01', '2026-1-1', '02/03/2026', '', '2026-01-01T00:00:00Z'])('%p is none', (text) => {
  expect(() => civilDateOfIso(text)).toThrow(RangeError);
});
