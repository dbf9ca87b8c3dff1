import fc from 'fast-check';
import { type EntryContext, readEntry } from '../../../src/workbench/model/entry.ts';
import { entryText } from '../../../src/workbench/model/entry-text.ts';
import { CellError, type CellValue } from '../../../src/workbench/model/value.ts';
import { refusal } from '../calculation/support.ts';

const general: EntryContext = {
  format: 'General',
  dateSystem: 1900,
  today: { year: 2026, month: 7, day: 4 },
  byPerson: true,
};

/** What became of an entry: value, number format that it brought, `'` for quoted text, `=` for a formula. */
function outcome(text: string | number | boolean, context: EntryContext = general): unknown {
  const result = readEntry(text, context);
  if (result.type === 'formula') return ['=', result.text];
  const value = result.value instanceof CellError ? result.value.code : result.value;
  if (result.quotePrefix) return ["'", value];
  return result.numberFormat === undefined ? value : [value, result.numberFormat];
}

const currency = '$#,##0_);[Red]($#,##0)';
const currencyCents = '$#,##0.00_);[Red]($#,##0.00)';

describe('an entry into a General cell', () => {
  test.each<[string, unknown]>([
    ['', null],
    ['12', 12],
    ['0012', 12],
    ['-5', -5],
    ['+5', 5],
    [' 5 ', 5],
    ['.5', 0.5],
    ['5.', 5],
    ['(5)', -5],
    ['1,234', [1234, '#,##0']],
    ['1,234.5', [1234.5, '#,##0.00']],
    ['1,23', '1,23'],
    ['1E5', [100000, '0.00E+00']],
    ['1.1e-5', [0.000011, '0.00E+00']],
    ['1e400', '1e400'],
    ['5%', [0.05, '0%']],
    ['%5', [0.05, '0%']],
    ['5.25%', [0.0525, '0.00%']],
    ['$5', [5, currency]],
    ['-$5', [-5, currency]],
    ['$-5', [-5, currency]],
    ['($5.25)', [-5.25, currencyCents]],
    ['$1,234.50', [1234.5, currencyCents]],
    ['12345678901234567', 12345678901234500],
    ['0.12345678901234567', 0.123456789012345],
    ['true', true],
    ['FALSE', false],
    ['#N/A', '#N/A'],
    ['#n/a', '#N/A'],
    ['=A1', ['=', '=A1']],
    ['=', '='],
    ['+A1', ['=', '=+A1']],
    ['-A1', ['=', '=-A1']],
    ["'0012", ["'", '0012']],
    ["'=A1", ["'", '=A1']],
    ["'", ["'", '']],
    ['abc', 'abc'],
    ['.', '.'],
    ['-', '-'],
    ['G9012', 'G9012'],
    ['U2', 'U2'],
    ['9E3', [9000, '0.00E+00']],
    ['1.2.2026', '1.2.2026'],
  ])('%j', (text, expected) => {
    expect(outcome(text)).toEqual(expected);
  });
});

describe('a date or time in a General cell', () => {
  test.each<[string, unknown]>([
    ['1/1/1900', [1, 'm/d/yyyy']],
    ['2/29/1900', [60, 'm/d/yyyy']],
    ['3/1/1900', [61, 'm/d/yyyy']],
    ['12/31/2026', [46387, 'm/d/yyyy']],
    ['12-31-26', [46387, 'm/d/yyyy']],
    ['2026-12-31', [46387, 'm/d/yyyy']],
    ['2026/12/31', [46387, 'm/d/yyyy']],
    ['12/31/9999', [2958465, 'm/d/yyyy']],
    ['1/1/29', [47119, 'm/d/yyyy']],
    ['1/1/30', [10959, 'm/d/yyyy']],
    ['1/2', [46024, 'd-mmm']],
    ['5-5', [46147, 'd-mmm']],
    ['1/2026', [46023, 'mmm-yy']],
    ['1/32', [11689, 'mmm-yy']],
    ['5-Jan', [46027, 'd-mmm']],
    ['5 January 2026', [46027, 'd-mmm-yy']],
    ['Jan 5, 2026', [46027, 'd-mmm-yy']],
    ['Jan 2026', [46023, 'mmm-yy']],
    ['3:30', [12600 / 86400, 'h:mm']],
    ['3:30:15', [12615 / 86400, 'h:mm:ss']],
    ['3:30 PM', [55800 / 86400, 'h:mm AM/PM']],
    ['12 AM', [0, 'h:mm AM/PM']],
    ['12/31/2026 12:00', [46387.5, 'm/d/yyyy h:mm']],
    ['2/30/2026', '2/30/2026'],
    ['13/1/2026', '13/1/2026'],
    ['1/1/1899', '1/1/1899'],
    ['31/12/2026', '31/12/2026'],
    ['13 PM', '13 PM'],
    ['3:60', '3:60'],
    ['Mar', 'Mar'],
  ])('%j', (text, expected) => {
    expect(outcome(text)).toEqual(expected);
  });

  test('counts from 1904 in such a workbook', () => {
    expect(outcome('1/1/1904', { ...general, dateSystem: 1904 })).toEqual([0, 'm/d/yyyy']);
    expect(outcome('12/31/2026', { ...general, dateSystem: 1904 })).toEqual([46387 - 1462, 'm/d/yyyy']);
    expect(outcome('1/1/1903', { ...general, dateSystem: 1904 })).toBe('1/1/1903');
  });
});

describe('the cell before the entry', () => {
  test.each<[string, string | number | boolean, unknown]>([
    ['@', '0012', '0012'],
    ['@', '12/31/2026', '12/31/2026'],
    ['@', '=A1', '=A1'],
    ['@', "'0012", ["'", '0012']],
    ['@', 12, '12'],
    ['@', true, 'TRUE'],
    ['@', '', null],
    ['mm\\/dd\\/yyyy', '12/31/2026', 46387],
    ['#,##0.00', '$5', 5],
    ['0%', '5', 0.05],
    ['0%', '0.5', 0.5],
    ['0%', '5%', 0.05],
    ['General', 12.5, 12.5],
    ['General', false, false],
  ])('of format %s takes %j', (format, text, expected) => {
    expect(outcome(text, { ...general, format })).toEqual(expected);
  });

  test('reads a leading sign as a formula from a person only', () => {
    expect(outcome('-x', { ...general, byPerson: false })).toBe('-x');
    expect(outcome('5', { ...general, byPerson: false, format: '0%' })).toBe(5);
  });
});

test.each(['1 1/2', '25:00', '-1 3/4'])('what is not modelled is refused: %s', (text) => {
  expect(() => readEntry(text, general)).toThrow(refusal('notModelled'));
});

test('a cell holds 32,767 characters', () => {
  expect(outcome('x'.repeat(32_767))).toHaveLength(32_767);
  expect(() => readEntry('x'.repeat(32_768), general)).toThrow(refusal('tooLarge'));
});

describe('the formula bar', () => {
  test.each<[CellValue, string, string]>([
    [46387, 'mm\\/dd\\/yyyy', '12/31/2026'],
    [46387.5, 'm/d/yyyy h:mm', '12/31/2026 12:00:00 PM'],
    [0.5, 'h:mm', '12:00:00 PM'],
    [0.05, '0%', '5%'],
    [0.0525, '0%', '5.25%'],
    [1234.5, '#,##0.00', '1234.5'],
    [0.1 + 0.2, 'General', '0.3'],
    ['0012', '@', '0012'],
    [true, 'General', 'TRUE'],
    [null, 'General', ''],
  ])('shows %j of format %s as %s', (value, format, expected) => {
    expect(entryText(value, format, false, 1900)).toBe(expected);
  });

  test('shows what entered again gives the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (number) => {
        const kept = Number(number.toPrecision(15));
        const again = readEntry(entryText(kept, 'General', false, 1900), general);
        expect(again).toMatchObject({ type: 'literal', value: kept === 0 ? 0 : kept });
      }),
    );
  });

  test('shows what entered again gives the same date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_958_465 }), (serial) => {
        const again = readEntry(entryText(serial, 'm/d/yyyy', false, 1900), general);
        expect(again).toMatchObject({ type: 'literal', value: serial });
      }),
    );
  });
});
