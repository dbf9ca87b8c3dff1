import type { ColumnKey } from '../../src/guidance/columns.ts';
import {
  applyRepairs,
  isRepairOffered,
  offerRepairs,
  offerRequestedRepairs,
  repairsAt,
  type RepairCode,
} from '../../src/guidance/repairs.ts';
import { goodLine, line } from './sample-lines.ts';

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
  ['serviceStartDate', '46027.0', '01/05/2026', 'DATE_FORM'],
  ['serviceStartDate', '1/5/2026 12:00:00 AM', '01/05/2026', 'DATE_FORM'],
  ['serviceStartDate', '1 / 5 / 2026', '01/05/2026', 'DATE_FORM'],
  ['serviceStartDate', 'Monday, January 5, 2026', '01/05/2026', 'DATE_FORM'],
  ['memberDateOfBirth', 'Sun Jan. 4 1953', '01/04/1953', 'DATE_FORM'],
  ['billingProviderPhone', '+1 (510) 743-9150', '5107439150', 'DIGITS_ONLY'],
  ['billingProviderPhone', '510\u2011743\u00a09150'.replace('\u2011', '-'), '5107439150', 'DIGITS_ONLY'],
  ['invoiceNumber', '4100001020.0', '4100001020', 'DIGITS_ONLY'],
  ['invoiceNumber', "'4100001020", '4100001020', 'TEXT_MARK'],
  ['invoiceNumber', '="4100001020"', '4100001020', 'TEXT_MARK'],
  ['renderingProviderNpi', '1234-567-893', '1234567893', 'DIGITS_ONLY'],
  ['memberZip', '94601.0', '94601', 'DIGITS_ONLY'],
  ['memberZip', '94601-', '94601', 'DIGITS_ONLY'],
  ['placeOfService', '4 - Homeless Shelter', '04', 'PLACE_CODE'],
  ['placeOfService', '12-Home', '12', 'PLACE_CODE'],
  ['diagnosisCode1', 'Z59.02,', 'Z59.02', 'DIAGNOSIS_FORM'],
  ['serviceUnitCount', '2.', '2', 'NUMBER_FORM'],
  ['serviceUnitCount', '1.00000000', '1', 'NUMBER_FORM'],
  ['serviceUnitCost', 'USD 80', '80.00', 'MONEY_FORM'],
  ['serviceUnitCost', '1,250', '1250.00', 'MONEY_FORM'],
])('%s %j becomes %j', (column, text, value, code) => {
  expect(offerRepairs([goodLine, line({ [column]: text })])).toEqual([
    { line: 1, column, code, changes: [{ column, value }] },
  ]);
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
  ['serviceStartDate', '46027.5'], // with a time of day
  ['serviceStartDate', 'Tuesday, January 5, 2026'], // it was a Monday
  ['invoiceNumber', '4.100001E9'], // the digits are lost
  ['invoiceNumber', '4.100001020E+09'],
  ['invoiceNumber', '410000102.5'],
  ['invoiceNumber', '-4100001020'],
  ['billingProviderNpi', '123456789'], // a digit is missing, nobody knows which
  ['memberZip', '1234'], // a lost zero, or a lost digit
  ['placeOfService', '12 - Office'], // code and name disagree
  ['placeOfService', '12 · 04'],
  ['diagnosisCode1', 'E11 I10'], // two codes, or one whose dot is a blank
  ['diagnosisCode1', 'F10-F19'], // a range
  ['diagnosisCode1', 'Z59.02 · and F10.20'],
  ['diagnosisCode1', 'homeless'],
  ['memberFirstName', "'Aolani"],
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

test('a date that stands as a number is read as its workbook counts days', () => {
  const text = line({ serviceStartDate: '44565' });
  expect(offerRepairs([text], '1904')[0]?.changes).toEqual([{ column: 'serviceStartDate', value: '01/05/2026' }]);
  expect(offerRepairs([text], '1900')[0]?.changes).toEqual([{ column: 'serviceStartDate', value: '01/04/2022' }]);
});

describe('several codes in one cell', () => {
  const noDiagnoses = { diagnosisCode1: '', diagnosisCode2: '', diagnosisCode3: '' };

  test.each([
    'Z59.02, F10.20',
    'Z5902;F1020',
    'Z59.02 F10.20',
    'z59.02\nf10.20',
    'Z59.02\u00a0/ F10.20',
    'Z59 02 | F10 .20',
    'Z59.02 · Unsheltered homelessness; F10.20',
  ])('%j: the diagnoses get a cell each', (text) => {
    const crowded = line({ ...noDiagnoses, diagnosisCode1: text, diagnosisCode2: 'I10' });
    expect(offerRepairs([crowded])).toEqual([
      {
        code: 'DIAGNOSES_APART',
        line: 0,
        column: 'diagnosisCode1',
        changes: [
          { column: 'diagnosisCode1', value: 'Z59.02' },
          { column: 'diagnosisCode3', value: 'F10.20' },
        ],
      },
    ]);
  });

  test.each<readonly [why: string, change: Parameters<typeof line>[0]]>([
    ['a part is no code', { diagnosisCode1: 'Z59.02, homeless' }],
    ['a part stands there already', { diagnosisCode1: 'Z59.02, F10.20', diagnosisCode3: 'F1020' }],
    ['a part stands there already, in another form', { diagnosisCode1: 'Z59.02, F10.20' }],
    ['a part stands there twice', { diagnosisCode1: 'Z59.02, Z5902' }],
    ['two short codes with a blank', { diagnosisCode1: 'E11 I10' }],
    ['it might be a range', { diagnosisCode1: 'F10.20-F10.29' }],
    ['there is no room behind it', { diagnosisCode10: 'F11.20, F12.20' }],
  ])('%s: left to the biller', (why, change) => {
    const extra = why.endsWith('form') ? { diagnosisCode3: 'f10.20' } : {};
    const repairs = offerRepairs([line({ ...noDiagnoses, ...change, ...extra })]);
    expect(repairs.filter(({ code }) => code === 'DIAGNOSES_APART')).toEqual([]);
  });

  test('none goes in front of its cell, where it might become the principal one', () => {
    const crowded = line({ ...noDiagnoses, diagnosisCode2: 'Z59.02, F10.20' });
    const [repaired] = applyRepairs([crowded], offerRepairs([crowded]));
    expect(repaired).toEqual(line({ ...noDiagnoses, diagnosisCode2: 'Z59.02', diagnosisCode3: 'F10.20' }));
  });

  test('two crowded cells share the free ones', () => {
    const crowded = line({ ...noDiagnoses, diagnosisCode1: 'A01.1;A02.1', diagnosisCode2: 'A03.1;A04.1' });
    const repairs = offerRepairs([crowded]);
    expect(repairs.map(({ changes }) => changes.map(({ column }) => column))).toEqual([
      ['diagnosisCode1', 'diagnosisCode3'],
      ['diagnosisCode2', 'diagnosisCode4'],
    ]);
  });

  const noModifiers = { procedureCodeModifier1: '', procedureCodeModifier2: '' };

  test.each([
    ['G9012-U2', ['U2']],
    ['G9012 U2', ['U2']],
    ['g9012u2', ['U2']],
    ['G9012:U2:GQ', ['U2', 'GQ']],
    ['G9012U2GQ', ['U2', 'GQ']],
    ['G9012 U2 · Enhanced Care Management - In-Person, non-clinical staff', ['U2']],
  ])('%j: the modifiers go into their cells', (procedureCode, modifiers) => {
    const crowded = line({ ...noModifiers, procedureCode });
    const [repaired] = applyRepairs([crowded], offerRepairs([crowded]));
    const [procedureCodeModifier1 = '', procedureCodeModifier2 = ''] = modifiers;
    expect(repaired).toEqual(line({ procedureCode: 'G9012', procedureCodeModifier1, procedureCodeModifier2 }));
  });

  test('modifiers that are in their cells already are only taken out of the code', () => {
    const crowded = line({ ...noModifiers, procedureCode: 'G9012 U2', procedureCodeModifier2: 'u2' });
    expect(offerRepairs([crowded]).find(({ column }) => column === 'procedureCode')?.changes).toEqual([
      { column: 'procedureCode', value: 'G9012' },
    ]);
  });

  test.each<readonly [why: string, change: Parameters<typeof line>[0]]>([
    ['other modifiers are there', { procedureCode: 'G9012 U2', procedureCodeModifier1: 'U1' }],
    ['it might be two units', { procedureCode: 'G9012 X2' }],
    ['the table does not have the modifier with the code', { procedureCode: 'T2038 U2' }],
    ['the code is none of the table', { procedureCode: 'H9999 U2' }],
    ['a second code', { procedureCode: 'G9012 U2 · T2038 U4' }],
    ['a word', { procedureCode: 'G9012 HOME' }],
    ['the same twice', { procedureCode: 'G9012 U2 U2' }],
  ])('%s: left to the biller', (_, change) => {
    expect(offerRepairs([line({ ...noModifiers, ...change })])).toEqual([]);
  });

  test.each(['U2 GQ', 'U2,gq', 'U2GQ', 'U2\nGQ'])('%j: the modifiers get a cell each', (text) => {
    const crowded = line({ ...noModifiers, procedureCodeModifier1: text });
    const [repaired] = applyRepairs([crowded], offerRepairs([crowded]));
    expect(repaired).toEqual(line({ procedureCodeModifier1: 'U2', procedureCodeModifier2: 'GQ' }));
  });

  test.each(['HOME', 'U2 none', 'U2 U2'])('%j in a modifier cell is left to the biller', (text) => {
    expect(offerRepairs([line({ ...noModifiers, procedureCodeModifier1: text })])).toEqual([]);
  });
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
    const moves = offerRequestedRepairs([goodLine, text]);
    expect(moves).toMatchObject([{ line: 1, column: 'diagnosisCode1', code: 'DIAGNOSES_MOVED_UP' }]);
    expect(repairsAt(text, 1, 'diagnosisCode1')).toEqual(moves);
    const [, moved] = applyRepairs([goodLine, text], moves);
    expect(moved).toEqual(line({ diagnosisCode1: 'Z59.02', diagnosisCode2: 'F20.9' }));
    expect(offerRequestedRepairs([moved ?? goodLine])).toEqual([]);
  });

  test('are no repair of form: another diagnosis becomes the principal one', () => {
    expect(offerRepairs([text])).toEqual([]);
    expect(isRepairOffered(text, 'diagnosisCode1')).toBe(false);
  });

  test('nothing is moved where the first is there, or none is', () => {
    expect(offerRequestedRepairs([line({ diagnosisCode3: 'I10' }), line({ diagnosisCode1: '' })])).toEqual([]);
  });
});
