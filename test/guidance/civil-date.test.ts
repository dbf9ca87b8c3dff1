import fc from 'fast-check';
import {
  addDays,
  ageOn,
  civilDate,
  civilDateAt,
  compareCivilDates,
  daySpan,
  fromExcelSerial,
  monthSpan,
  parseCivilDate,
  partsOf,
  printCivilDate,
  toExcelSerial,
  type CivilDate,
} from '../../src/guidance/civil-date.ts';
import { day } from './sample-lines.ts';
import '../support/proofs.ts';

const anyDate = fc.integer({ min: day(1, 1, 1), max: day(9999, 12, 31) }).map((number) => number as CivilDate);

test.each([
  ['01/01/1970', 0],
  ['12/31/1969', -1],
  ['02/29/2024', 19782],
  ['11/24/2026', 20781],
])('%s is day %i', (text, number) => {
  expect(parseCivilDate(text)).toBe(number);
});

test.each([
  '',
  '1/5/2026',
  '01/5/2026',
  '01/05/26',
  '2026-01-05',
  '01-05-2026',
  '10/32/2026',
  '02/29/2026',
  '02/29/1900',
  '13/01/2026',
  '00/10/2026',
  '01/00/2026',
  '01/01/0000',
  ' 01/05/2026',
  '01/05/2026 ',
  '01/05/20260',
  '0a/05/2026',
  '01/05/２０２６',
  '+1/05/2026',
])('%j is no date', (text) => {
  expect(parseCivilDate(text)).toBeNull();
});

test.each([
  [2026, 1.5, 1],
  [2026, 1, 1.5],
  [2026, 13, 1],
  [2026, 0, 1],
  [10000, 1, 1],
  [NaN, 1, 1],
])('there is no day %d-%d-%d', (year, month, dayOfMonth) => {
  expect(civilDate(year, month, dayOfMonth)).toBeNull();
});

test('parse ∘ print is the identity', () => {
  fc.assert(fc.property(anyDate, (date) => parseCivilDate(printCivilDate(date)) === date));
});

test('print ∘ parse is the identity on what is a date, and there are no others', () => {
  const anyText = fc.oneof(fc.stringMatching(/^[01]\d\/[0-3]\d\/\d{4}$/), fc.string({ maxLength: 12 }));
  fc.assert(
    fc.property(anyText, (text) => {
      const date = parseCivilDate(text);
      expect(date === null ? text : printCivilDate(date)).toBe(text);
    }),
  );
});

test('days are those of the platform’s calendar', () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      const { year, month, day: dayOfMonth } = partsOf(date);
      const reference = new Date(date * 86_400_000);
      return (
        year === reference.getUTCFullYear() &&
        month === reference.getUTCMonth() + 1 &&
        dayOfMonth === reference.getUTCDate()
      );
    }),
  );
});

test.each([
  [1, '1900', '01/01/1900'],
  [59, '1900', '02/28/1900'],
  [61, '1900', '03/01/1900'],
  [46350, '1900', '11/24/2026'],
  [46350.75, '1900', '11/24/2026'],
  [2958465, '1900', '12/31/9999'],
  [0, '1904', '01/01/1904'],
  [44888, '1904', '11/24/2026'],
  [2957003, '1904', '12/31/9999'],
] as const)('serial %d of the %s system is %s', (serial, system, text) => {
  const date = fromExcelSerial(serial, system);
  expect(date === null ? null : printCivilDate(date)).toBe(text);
});

test.each([
  [60, '1900'],
  [0, '1900'],
  [-1, '1900'],
  [2958466, '1900'],
  [NaN, '1900'],
  [-1, '1904'],
  [2957004, '1904'],
] as const)('serial %d of the %s system is no day', (serial, system) => {
  expect(fromExcelSerial(serial, system)).toBeNull();
});

test('serial numbers come back, in both systems', () => {
  fc.assert(
    fc.property(anyDate, fc.constantFrom('1900' as const, '1904' as const), (date, system) => {
      const serial = toExcelSerial(date, system);
      return serial === null ? date < day(1904, 1, 1) : fromExcelSerial(serial, system) === date;
    }),
  );
});

test('spans count both ends', () => {
  expect(daySpan(day(2026, 10, 1), day(2026, 10, 28))).toBe(28);
  expect(daySpan(day(2026, 10, 1), day(2026, 10, 1))).toBe(1);
  expect(daySpan(day(2026, 10, 2), day(2026, 10, 1))).toBe(0);
  expect(monthSpan(day(2026, 10, 1), day(2026, 10, 31))).toBe(1);
  expect(monthSpan(day(2026, 12, 31), day(2027, 1, 1))).toBe(2);
});

test.each([
  [day(1971, 3, 15), day(2026, 3, 14), 54],
  [day(1971, 3, 15), day(2026, 3, 15), 55],
  [day(2000, 2, 29), day(2026, 2, 28), 25],
  [day(2000, 2, 29), day(2026, 3, 1), 26],
  [day(2026, 3, 15), day(2026, 3, 14), -1],
])('age from %i on %i is %i', (birth, on, age) => {
  expect(ageOn(birth, on)).toBe(age);
});

test('days are added within the calendar', () => {
  expect(printCivilDate(addDays(day(2026, 2, 28), 1))).toBe('03/01/2026');
  expect(printCivilDate(addDays(day(2026, 3, 1), -1))).toBe('02/28/2026');
  expect(() => addDays(day(9999, 12, 31), 1)).toThrow(RangeError);
  expect(() => addDays(day(2026, 1, 1), 0.5)).toThrow(RangeError);
});

test('dates are ordered', () => {
  expect(compareCivilDates(day(2026, 1, 1), day(2026, 1, 2))).toBeLessThan(0);
  expect(compareCivilDates(day(2026, 1, 1), day(2026, 1, 1))).toBe(0);
});

test('today depends on where one is', () => {
  const instant = new Date('2026-11-24T05:30:00Z');
  expect(civilDateAt(instant, 'America/Los_Angeles')).toBe(day(2026, 11, 23));
  expect(civilDateAt(instant, 'Asia/Manila')).toBe(day(2026, 11, 24));
  expect(civilDateAt(new Date(2026, 10, 24, 12))).toBe(day(2026, 11, 24));
});
