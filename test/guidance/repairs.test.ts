import fc from 'fast-check';
import { checkLines } from '../../src/guidance/check.ts';
import { columnOf, columns, type ColumnKey } from '../../src/guidance/columns.ts';
import { isWellFormed } from '../../src/guidance/formats.ts';
import { applyRepairs, offerDiagnosisMoves, offerRepairs, type RepairCode } from '../../src/guidance/repairs.ts';
import { allServices, goodLine, line, today } from './sample-lines.ts';
import '../support/proofs.ts';

test.each<readonly [ColumnKey, string, string, RepairCode]>([
  ['billingProviderName', '  Harbor Care ', 'Harbor Care', 'SPACES'],
  ['memberLastName', 'De\u00a0la Cruz', 'De la Cruz', 'SPACES'],
  ['payerName', '  Sample Health Plan ', 'Sample Health Plan', 'SPACES'],
  ['memberCin', ' 91234567A ', '91234567A', 'SPACES'],
  ['memberCin', '91234567a', '91234567A', 'UPPER_CASE'],
  ['memberCin', '9123 4567-A', '91234567A', 'UPPER_CASE'],
  ['memberCin', '98906828H41234', '98906828H', 'CARD_NUMBER'],
  ['memberCin', '98906828h 4 1234', '98906828H', 'CARD_NUMBER'],
  ['billingProviderPhone', '(510) 743-9150', '5107439150', 'DIGITS_ONLY'],
  ['billingProviderPhone', '+1 510.743.9150', '5107439150', 'DIGITS_ONLY'],
  ['billingProviderTin', '94-1234567', '941234567', 'DIGITS_ONLY'],
  ['billingProviderNpi', '1234567893.0', '1234567893', 'DIGITS_ONLY'],
  ['billingProviderNpi', '１２３４５６７８９３', '1234567893', 'SPACES'],
  ['billingProviderZip', '94601 1200', '946011200', 'DIGITS_ONLY'],
  ['invoiceNumber', '4100-001-001', '4100001001', 'DIGITS_ONLY'],
  ['billingProviderState', 'ca', 'CA', 'UPPER_CASE'],
  ['billingProviderState', 'California', 'CA', 'STATE_CODE'],
  ['memberHomelessnessIndicator', '1.0', '1', 'NUMBER_FORM'],
  ['procedureCode', 't2038', 'T2038', 'UPPER_CASE'],
  ['procedureCodeModifier1', 'u2', 'U2', 'UPPER_CASE'],
  ['placeOfService', '4', '04', 'PLACE_CODE'],
  ['placeOfService', '4.0', '04', 'PLACE_CODE'],
  ['placeOfService', '12 · Home', '12', 'PLACE_CODE'],
  ['diagnosisCode1', 'z5901', 'Z59.01', 'DIAGNOSIS_FORM'],
  ['diagnosisCode1', 'z59.01', 'Z59.01', 'DIAGNOSIS_FORM'],
  ['diagnosisCode1', 'Z5.901', 'Z59.01', 'DIAGNOSIS_FORM'],
  ['diagnosisCode1', 'Z59 .01', 'Z59.01', 'DIAGNOSIS_FORM'],
  ['diagnosisCode1', 'Z59-01', 'Z59.01', 'DIAGNOSIS_FORM'],
  ['diagnosisCode1', 'I10.', 'I10', 'DIAGNOSIS_FORM'],
  ['diagnosisCode1', 'Z59.02 · Unsheltered homelessness', 'Z59.02', 'DIAGNOSIS_FORM'],
  ['serviceUnitCount', '1,000', '1000', 'NUMBER_FORM'],
  ['serviceUnitCount', '.5', '0.5', 'NUMBER_FORM'],
  ['serviceUnitCost', '$1,250.00', '1250.00', 'MONEY_FORM'],
  ['serviceUnitCost', '12.500', '12.50', 'MONEY_FORM'],
  ['serviceUnitCost', '80 USD', '80.00', 'MONEY_FORM'],
  ['serviceStartDate', '1/5/2026', '01/05/2026', 'DATE_FORM'],
  ['serviceStartDate', '01-05-2026', '01/05/2026', 'DATE_FORM'],
  ['serviceStartDate', '2026-01-05', '01/05/2026', 'DATE_FORM'],
  ['serviceStartDate', '2026-01-05T00:00:00Z', '01/05/2026', 'DATE_FORM'],
  ['serviceStartDate', '01/05/2026 0:00', '01/05/2026', 'DATE_FORM'],
  ['serviceStartDate', '01052026', '01/05/2026', 'DATE_FORM'],
  ['serviceStartDate', '20260105', '01/05/2026', 'DATE_FORM'],
  ['serviceStartDate', 'Jan 5, 2026', '01/05/2026', 'DATE_FORM'],
  ['serviceStartDate', '5-Jan-2026', '01/05/2026', 'DATE_FORM'],
  ['serviceStartDate', '5 January 2026', '01/05/2026', 'DATE_FORM'],
  ['serviceStartDate', '46027', '01/05/2026', 'DATE_FORM'],
])('%s %j becomes %j', (column, text, value, code) => {
  expect(offerRepairs([goodLine, line({ [column]: text })])).toEqual([{ line: 1, column, code, value }]);
});

test.each<readonly [ColumnKey, string]>([
  ['serviceStartDate', '2/3/61'], // a two-digit year
  ['serviceStartDate', '13/05/2026'], // day and month exchanged, or a slip
  ['serviceStartDate', '10/32/2026'],
  ['serviceStartDate', '1/5-2026'],
  ['serviceStartDate', '01/05/2026 14:30'],
  ['serviceStartDate', '9999'],
  ['memberCin', '9123456'],
  ['memberCin', '98906828H4123'],
  ['memberHomelessnessIndicator', 'Y'],
  ['memberHomelessnessIndicator', '0'],
  ['memberHomelessnessIndicator', '-1'],
  ['invoiceNumber', '41-77'], // leading zeros would make another number
  ['billingProviderZip', '9460'],
  ['billingProviderPhone', '510-743-9150 x12'],
  ['billingProviderTin', '94-123456'],
  ['placeOfService', 'Home'],
  ['placeOfService', '00'],
  ['placeOfService', '-4'],
  ['diagnosisCode1', 'E11 I10'], // two codes
  ['diagnosisCode1', 'E11.9;I10'],
  ['diagnosisCode1', 'homeless'],
  ['serviceUnitCount', '1,5'],
  ['serviceUnitCount', '-1'],
  ['serviceUnitCount', 'two'],
  ['serviceUnitCost', '1,50'],
  ['serviceUnitCost', '12.345'],
  ['serviceUnitCost', '(12.50)'],
  ['procedureCode', 'G901'],
  ['billingProviderState', 'Calif.'],
  ['diagnosisCode2', 'Z5901'], // well-formed without its dot (footnote 25)
  ['billingProviderZip', '94601-1200'],
  ['memberFirstName', ' \u00a0 '], // blank
])('%s %j is left to the biller', (column, text) => {
  expect(offerRepairs([line({ [column]: text })])).toEqual([]);
});

const samples = [
  '',
  ' u2 ',
  '1/5/2026',
  '$1,200.5',
  '(510) 743-9150',
  '98906828H41234',
  'z5901',
  '4',
  'Núñez ',
  '12 · Home',
  '.5',
  'E11 I10',
  '46027',
];
const anyText = fc.oneof(
  fc.constantFrom(...samples),
  fc.string({ maxLength: 16 }),
  fc.string({ unit: 'binary', maxLength: 16 }),
);
const anyLine = fc
  .dictionary(fc.constantFrom(...columns.map((column): ColumnKey => column.key)), anyText, { maxKeys: 8 })
  .map((change) => line(change));

test('repairing twice is repairing once', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 3 }), (lines) => {
      expect(offerRepairs(applyRepairs(lines, offerRepairs(lines)))).toEqual([]);
    }),
  );
});

test('a repaired value passes the rule of its format', () => {
  fc.assert(
    fc.property(anyLine, (text) => {
      const repairs = offerRepairs([text]);
      for (const { column, value } of repairs) expect(isWellFormed[columnOf(column).element.format](value)).toBe(true);
      const told = checkLines(applyRepairs([text], repairs), allServices, today);
      expect(told.filter((finding) => finding.repair)).toEqual([]);
    }),
  );
});

test('what is well-formed is not touched, and lines without a repair stay the same object', () => {
  const lines = [goodLine, line({ memberCin: '91234567a' })];
  const repaired = applyRepairs(lines, offerRepairs(lines));
  expect(repaired[0]).toBe(goodLine);
  expect(repaired[1]).toEqual(goodLine);
  expect(lines[1]?.memberCin).toBe('91234567a');
});

test('repairs are applied one by one as well', () => {
  const text = line({ memberCin: '91234567a', placeOfService: '4' });
  const [first, second] = offerRepairs([text]);
  expect(first).toBeDefined();
  expect(second).toBeDefined();
  if (first === undefined || second === undefined) return;
  expect(applyRepairs(applyRepairs([text], [second]), [first])).toEqual(applyRepairs([text], [first, second]));
});

describe('diagnoses behind a blank first cell', () => {
  const text = line({ diagnosisCode1: '', diagnosisCode2: 'Z59.02', diagnosisCode4: 'F20.9' });

  test('are moved up together, on request', () => {
    const moves = offerDiagnosisMoves([goodLine, text]);
    expect(moves).toHaveLength(1);
    const [, moved] = applyRepairs([goodLine, text], moves.flat());
    expect(moved).toEqual(line({ diagnosisCode1: 'Z59.02', diagnosisCode2: 'F20.9' }));
  });

  test('are no repair of form: another diagnosis becomes the principal one', () => {
    expect(offerRepairs([text])).toEqual([]);
  });

  test('nothing is moved where the first is there, or none is', () => {
    expect(offerDiagnosisMoves([line({ diagnosisCode3: 'I10' }), line({ diagnosisCode1: '' })])).toEqual([]);
  });
});
