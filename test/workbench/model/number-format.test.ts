import fc from 'fast-check';
import { numberFormat } from '../../../src/workbench/model/number-format.ts';
import { cellErrors, type CellValue } from '../../../src/workbench/model/value.ts';
import { refusal } from '../calculation/support.ts';

const accounting = '$#,##0.00_);[Red]($#,##0.00)';

describe('a value as shown', () => {
  test.each<[string, CellValue, string]>([
    ['General', 0, '0'],
    ['General', 1234567.891, '1234567.891'],
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 12345678901, '12345678901'],
    ['General', 123456789012, '1.23457E+11'],
    ['General', 12345678.12345, '12345678.12'],
    ['General', 1 / 3, '0.333333333'],
    ['General', -1 / 3, '-0.333333333'],
    ['General', 1e-10, '1E-10'],
    ['General', true, 'TRUE'],
    ['General', 'text', 'text'],
    ['General', null, ''],
    ['General', cellErrors['#N/A'], '#N/A'],
    ['@', 'text', 'text'],
    ['@', 12.5, '12.5'],
    ['0', 12.5, '13'],
    ['0', -0.4, '-0'],
    ['000', 7, '007'],
    ['0.00', 1.005, '1.01'],
    ['0.00', 2.675, '2.68'],
    ['0.00', 1e15, '1000000000000000.00'],
    ['#', 0, ''],
    ['#.##', 0.5, '.5'],
    ['0.0#', 2.5, '2.5'],
    ['0.0?', 2.5, '2.5 '],
    ['#,##0', 1234567, '1,234,567'],
    ['#,##0.00', 0, '0.00'],
    ['#,##0.00', 1234.5, '1,234.50'],
    ['#,##0.00', -1234.5, '-1,234.50'],
    ['0.0,', 12345, '12.3'],
    ['0%', 0.256, '26%'],
    ['0.00%', 0.25555, '25.56%'],
    ['0.00E+00', 12345, '1.23E+04'],
    ['0.00E+00', 0.00012345, '1.23E-04'],
    [accounting, 1234.5, '$1,234.50 '],
    [accounting, -1234.5, '($1,234.50)'],
    ['0;-0;"none"', 0, 'none'],
    ['0;-0;;@', 0, ''],
    ['0;-0;0;"<"@">"', 'x', '<x>'],
    ['000\\-00\\-0000', 123456789, '123-45-6789'],
    ['"No. "0', 5, 'No. 5'],
    ['mm\\/dd\\/yyyy', 46387, '12/31/2026'],
    ['mm/dd/yyyy', 1, '01/01/1900'],
    ['m/d/yyyy', 60, '2/29/1900'],
    ['m/d/yyyy', 0, '1/0/1900'],
    ['m/d/yyyy', -1, '########'],
    ['yyyy-mm-dd', 46387, '2026-12-31'],
    ['d-mmm-yy', 46387, '31-Dec-26'],
    ['mmmm d, yyyy', 46387, 'December 31, 2026'],
    ['dddd', 46387, 'Thursday'],
    ['ddd', 1, 'Sun'],
    ['h:mm', 0.75, '18:00'],
    ['h:mm AM/PM', 0.75, '6:00 PM'],
    ['h:mm:ss', 0.999999999, '0:00:00'],
    ['mm:ss', 0.5 + 61 / 86400, '01:01'],
    ['m/d/yyyy h:mm', 46387.5, '12/31/2026 12:00'],
    ['[$-409]m/d/yyyy', 46387, '12/31/2026'],
    ['[$$-409]#,##0', 5, '$5'],
    ['m/d/yyyy', 'text', 'text'],
  ])('%s of %j', (code, value, expected) => {
    expect(numberFormat(code).show(value, 1900).text).toBe(expected);
  });

  test('carries the colour that the format names', () => {
    expect(numberFormat(accounting).show(-1, 1900).colour).toBe('#FF0000');
    expect(numberFormat(accounting).show(1, 1900).colour).toBeUndefined();
  });

  test('counts from 1904 in such a workbook', () => {
    expect(numberFormat('m/d/yyyy').show(0, 1904).text).toBe('1/1/1904');
    expect(numberFormat('m/d/yyyy').show(46387 - 1462, 1904).text).toBe('12/31/2026');
  });
});

test.each(['# ?/?', '[>5]0', '* 0', '[h]:mm', 'foo', '[Color5]0', '##0.0E+0', '[$-407]0'])(
  'an unknown format is refused: %s',
  (code) => {
    expect(() => numberFormat(code)).toThrow(refusal('notModelled'));
  },
);

test.each<[string, Partial<ReturnType<typeof numberFormat>>]>([
  ['@', { isText: true, isDate: false }],
  ['mm\\/dd\\/yyyy', { isText: false, isDate: true }],
  ['0%', { isPercent: true }],
  ['General', { isText: false, isDate: false, isPercent: false }],
])('%s is known for what it is', (code, expected) => {
  expect(numberFormat(code)).toMatchObject(expected);
});

test('a date is shown as the calendar has it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
      const shown = numberFormat('yyyy-mm-dd').show(serial, 1900).text;
      expect(shown).toBe(new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10));
    }),
  );
});
