import type { ElementFormat } from '../../src/guidance/elements.ts';
import { hasNpiCheckDigit, isWellFormed } from '../../src/guidance/formats.ts';

const cases: readonly (readonly [format: ElementFormat, good: readonly string[], bad: readonly string[]])[] = [
  ['text', ['', 'anything'], []],
  ['npi', ['1234567893', '2000000002'], ['123456789', '12345678931', '3234567893', '1234567893 ', '123456789A']],
  ['tin', ['941234567'], ['94-1234567', '94123456', '9412345678']],
  ['phone', ['5105550100', '911'], ['510-555-0100', '(510)5550100', '15105550100', '510 5550100', 'x']],
  ['state', ['CA'], ['ca', 'California', 'ZZ']],
  ['zip', ['94601', '946011200', '94601-1200'], ['9460', '94601-', '94601-12', '94601 1200', 'A4601']],
  ['cin', ['91234567A', '01234567Z'], ['9123456', '912345678', '91234567a', '91234567A41234']],
  ['homelessnessIndicator', ['1'], ['0', 'Y', 'N', '11', ' 1', '1.0']],
  ['date', ['01/05/2026'], ['1/5/2026', '01/05/26', '10/32/2026']],
  ['procedureCode', ['G9012', 'A0001', 'V5000'], ['g9012', '99213', 'W0001', 'T42041', 'G901']],
  ['modifier', ['U2', 'GQ', '95'], ['u2', 'U', 'U22', 'U ']],
  ['unitCount', ['1', '0', '2.25', '99999'], ['-1', '1,5', 'two', '1e3']],
  ['placeOfService', ['02', '99'], ['2', '00', 'Home']],
  ['diagnosisCode', ['Z59.01', 'Z5901', 'I10'], ['z59.01', 'Z59.', '1234']],
  ['money', ['0', '12.5', '12.50'], ['$12.50', '-1', '1,000.00', '12.345']],
  ['invoiceNumber', ['4100001001', '0000000001'], ['410000100', '41000010011', '41-0000100']],
];

test.each(cases)('%s', (format, good, bad) => {
  expect(good.filter((text) => !isWellFormed[format](text))).toEqual([]);
  expect(bad.filter((text) => isWellFormed[format](text))).toEqual([]);
});

test('every format is tried', () => {
  expect(cases.map(([format]) => format).sort()).toEqual(Object.keys(isWellFormed).sort());
});

test.each([
  ['1234567893', true],
  ['1558598797', true],
  ['1291417776', true],
  ['1234567890', false],
  ['1291417777', false],
  ['1234567839', false], // two digits exchanged
])('check digit of %s: %s', (npi, right) => {
  expect(hasNpiCheckDigit(npi)).toBe(right);
});
