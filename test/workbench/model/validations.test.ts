import { copyCells } from '../../../src/workbench/model/copy.ts';
import {
  defaultAlert,
  defaultPrompt,
  type Validation,
  type ValidationRule,
} from '../../../src/workbench/model/validation.ts';
import type { RefusalKind } from '../../../src/workbench/model/refusal.ts';
import type { CellValue } from '../../../src/workbench/model/value.ts';
import { area, openBook, refusal, sheetOf, type TestSheet } from '../calculation/support.ts';

function validation(rule: ValidationRule, more: Partial<Validation> = {}): Validation {
  return { rule, ignoreBlanks: true, prompt: defaultPrompt, alert: defaultAlert, ...more };
}

const yesNo: ValidationRule = { type: 'List', source: 'Yes, No', inCellDropDown: true };

function accepts(sheet: TestSheet, value: CellValue, address = 'A1'): boolean {
  const { top, left } = area(address);
  return sheet.sheet.validations.accepts(top, left, value);
}

describe('a rule', () => {
  test.each<[ValidationRule, readonly CellValue[], readonly CellValue[]]>([
    [yesNo, ['Yes', 'No', ' Yes ', null], ['yes', 'Maybe', '', 1]],
    [{ type: 'List', source: '1,2', inCellDropDown: true }, [1, '2'], [3]],
    [{ type: 'List', source: '=$H$1:$H$3', inCellDropDown: true }, ['apple', 'APPLE', 7], ['pear', '7']],
    [{ type: 'WholeNumber', operator: 'Between', formula1: 1, formula2: 10 }, [1, 10], [0, 11, 1.5, '5', true]],
    [{ type: 'WholeNumber', operator: 'NotBetween', formula1: 1, formula2: 10 }, [0, 11], [1, 10]],
    [{ type: 'Decimal', operator: 'GreaterThan', formula1: 0 }, [0.01], [0, -1]],
    [{ type: 'Decimal', operator: 'GreaterThanOrEqualTo', formula1: '=$H$3' }, [7, 8], [6.9]],
    [{ type: 'Decimal', operator: 'LessThan', formula1: '2.5' }, [2], [2.5]],
    [{ type: 'Decimal', operator: 'LessThanOrEqualTo', formula1: 2 }, [2], [2.1]],
    [{ type: 'Decimal', operator: 'EqualTo', formula1: 2 }, [2], [3]],
    [{ type: 'Decimal', operator: 'NotEqualTo', formula1: 2 }, [3], [2]],
    [
      { type: 'Date', operator: 'GreaterThanOrEqualTo', formula1: '=DATE(2026,1,1)' },
      [46023, 46023.5],
      [46022, '1/1/2026'],
    ],
    [{ type: 'Time', operator: 'LessThan', formula1: 0.5 }, [0.25], [0.5]],
    [{ type: 'TextLength', operator: 'EqualTo', formula1: 3 }, ['abc', 123], ['ab', 'abcd', '']],
    [{ type: 'Custom', formula: '=LEN(A1)=3' }, ['abc', 123], ['ab']],
    [{ type: 'Custom', formula: 'ISNUMBER(A1)' }, [1], ['1']],
    [{ type: 'Custom', formula: '=1/0' }, [], [1]],
    [{ type: 'Custom', formula: '="x"' }, [], [1]],
    [{ type: 'Custom', formula: '=2' }, [1], []],
  ])('%j', (rule, good, bad) => {
    const { sheet } = openBook();
    sheet.putBlock('H1', [['Apple'], ['x'], [7]]);
    sheet.sheet.validations.set(area('A1'), validation(rule));
    for (const value of good) expect([value, accepts(sheet, value)]).toEqual([value, true]);
    for (const value of bad) expect([value, accepts(sheet, value)]).toEqual([value, false]);
    expect(sheet.value('A1')).toBeNull();
    expect(sheet.sheet.usedArea()).toEqual(area('H1:H3'));
  });

  test('looks at the cell for which it is asked', () => {
    const { sheet } = openBook();
    sheet.sheet.validations.set(area('B2:C5'), validation({ type: 'Custom', formula: '=B2>$A2' }));
    sheet.putBlock('A2', [[1], [5]]);
    expect(accepts(sheet, 3, 'B2')).toBe(true);
    expect(accepts(sheet, 3, 'C3')).toBe(false);
    expect(sheet.sheet.validations.at(2, 2)?.rule).toEqual({ type: 'Custom', formula: '=C3>$A3' });
    expect(sheet.sheet.validations.all[0]?.validation.rule).toEqual({ type: 'Custom', formula: '=B2>$A2' });
  });
});

describe('blanks', () => {
  test('pass where they are ignored', () => {
    const { sheet } = openBook();
    sheet.sheet.validations.set(area('A1'), validation(yesNo));
    sheet.sheet.validations.set(area('A2'), validation(yesNo, { ignoreBlanks: false }));
    expect(accepts(sheet, null, 'A1')).toBe(true);
    expect(accepts(sheet, null, 'A2')).toBe(false);
  });

  test('in a named list let everything pass while blanks are ignored', () => {
    const { book, sheet } = openBook();
    sheet.putBlock('H1', [['a'], ['b']]);
    book.names.add('full', '=Sheet1!$H$1:$H$2');
    book.names.add('open', '=Sheet1!$H$1:$H$3');
    const list = (source: string): ValidationRule => ({ type: 'List', source, inCellDropDown: true });
    sheet.sheet.validations.set(area('A1'), validation(list('=full')));
    sheet.sheet.validations.set(area('A2'), validation(list('=open')));
    sheet.sheet.validations.set(area('A3'), validation(list('=open'), { ignoreBlanks: false }));
    sheet.sheet.validations.set(area('A4'), validation(list('=$H$1:$H$3')));
    expect(['A1', 'A2', 'A3', 'A4'].map((address) => accepts(sheet, 'x', address))).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  test('referred to by a formula let everything pass while blanks are ignored', () => {
    const { sheet } = openBook();
    sheet.sheet.validations.set(area('A1'), validation({ type: 'Custom', formula: '=A1>B1' }));
    expect(accepts(sheet, -5)).toBe(true);
    sheet.put('B1', 0);
    expect(accepts(sheet, -5)).toBe(false);
  });
});

describe('a list', () => {
  test('shows its entries by their formats', () => {
    const { book, sheet } = openBook({ sheetNames: ['Sheet1', 'Lists'] });
    sheetOf(book, 'Lists')
      .putBlock('A1', [['first'], [0.5], [46387]])
      .format('A2', '0%')
      .format('A3', 'm/d/yyyy');
    book.names.add('list', '=Lists!$A$1:$A$9');
    sheet.sheet.validations.set(area('A1'), validation({ type: 'List', source: '=list', inCellDropDown: true }));
    sheet.sheet.validations.set(area('A2'), validation(yesNo));
    expect(sheet.sheet.validations.list(0, 0)).toEqual(['first', '50%', '12/31/2026']);
    expect(sheet.sheet.validations.list(1, 0)).toEqual(['Yes', 'No']);
    expect(sheet.sheet.validations.list(2, 0)).toBeUndefined();
  });

  test.each<[RefusalKind, ValidationRule]>([
    ['invalidArgument', { type: 'List', source: '=$A$1:$B$2', inCellDropDown: true }],
    ['invalidArgument', { type: 'List', source: '', inCellDropDown: true }],
    ['tooLarge', { type: 'List', source: 'x'.repeat(256), inCellDropDown: true }],
    ['invalidArgument', { type: 'Decimal', operator: 'Between', formula1: 1 }],
    ['invalidFormula', { type: 'Custom', formula: '=1+' }],
    ['notModelled', { type: 'Custom', formula: '=OFFSET(A1,0,0)' }],
  ])('is refused as %s: %j', (kind, rule) => {
    const { sheet } = openBook();
    expect(() => {
      sheet.sheet.validations.set(area('A1'), validation(rule));
    }).toThrow(refusal(kind));
    expect(sheet.sheet.validations.all).toEqual([]);
  });
});

test.each<Partial<Validation>>([
  { prompt: { show: true, title: 'x'.repeat(33), message: '' } },
  { prompt: { show: true, title: '', message: 'x'.repeat(256) } },
  { alert: { ...defaultAlert, title: 'x'.repeat(33) } },
  { alert: { ...defaultAlert, message: 'x'.repeat(225) } },
])('texts have their limits: %j', (more) => {
  const { sheet } = openBook();
  expect(() => {
    sheet.sheet.validations.set(area('A1'), validation(yesNo, more));
  }).toThrow(refusal('tooLarge'));
});

describe('areas', () => {
  test('are split where a part is overwritten', () => {
    const { sheet } = openBook();
    const { validations } = sheet.sheet;
    validations.set(area('A1:C5'), validation(yesNo));
    validations.set(area('B2:B3'), null);
    validations.set(area('B3'), validation({ type: 'WholeNumber', operator: 'EqualTo', formula1: 1 }));
    expect(validations.at(1, 1)).toBeUndefined();
    expect(validations.at(2, 1)?.rule.type).toBe('WholeNumber');
    expect(validations.at(2, 2)?.rule.type).toBe('List');
    expect(validations.common(area('A1:A5'))?.rule.type).toBe('List');
    expect(validations.common(area('A1:B5'))).toBeNull();
    expect(validations.common(area('D1:D5'))).toBeUndefined();
    expect(validations.in(area('B1:B5')).flatMap(({ areas }) => areas)).toEqual([
      area('B1'),
      area('B4:B5'),
      area('B3'),
    ]);
  });

  test('go with rows that come and go', () => {
    const { sheet } = openBook();
    sheet.sheet.validations.set(area('A2:A4'), validation({ type: 'Custom', formula: '=A2>$B$9' }));
    sheet.sheet.insertRows(2, 2);
    expect(sheet.sheet.validations.all[0]).toMatchObject({
      areas: [area('A2:A6')],
      validation: { rule: { formula: '=A2>$B$11' } },
    });
    sheet.sheet.deleteRows(0, 3);
    expect(sheet.sheet.validations.all[0]?.areas).toEqual([area('A1:A3')]);
    sheet.sheet.deleteRows(0, 9);
    expect(sheet.sheet.validations.all).toEqual([]);
  });

  test('are copied with the cells, and replace what was there', () => {
    const { sheet } = openBook();
    const { validations } = sheet.sheet;
    validations.set(area('A1:A9'), validation(yesNo));
    validations.set(area('C1'), validation({ type: 'Custom', formula: '=C1>D1' }));
    copyCells({ sheet: sheet.sheet, area: area('C1:C2') }, { sheet: sheet.sheet, area: area('A3:A6') }, 'all');
    expect(validations.at(2, 0)?.rule).toEqual({ type: 'Custom', formula: '=A3>B3' });
    expect(validations.at(3, 0)).toBeUndefined();
    expect(validations.at(4, 0)?.rule).toEqual({ type: 'Custom', formula: '=A5>B5' });
    copyCells({ sheet: sheet.sheet, area: area('E1') }, { sheet: sheet.sheet, area: area('A1') }, 'values');
    expect(validations.at(0, 0)?.rule.type).toBe('List');
  });
});

test('cells that are not valid are found where they are', () => {
  const { sheet } = openBook();
  sheet.sheet.validations.set(area('A1:B6'), validation(yesNo));
  sheet.putBlock('A1', [
    ['Yes', 'x'],
    ['bad', 'No'],
    ['bad', null],
    [null, 'y'],
  ]);
  expect(sheet.sheet.validations.invalidCells(area('A1:C9'))).toEqual([area('A2:A3'), area('B1'), area('B4')]);
});

test('a renamed sheet keeps the list', () => {
  const { book, sheet } = openBook({ sheetNames: ['Sheet1', 'Lists'] });
  sheetOf(book, 'Lists').put('A1', 'a');
  sheet.sheet.validations.set(
    area('A1'),
    validation({ type: 'List', source: '=Lists!$A$1:$A$2', inCellDropDown: true }),
  );
  book.sheet('Lists')?.rename('My lists');
  expect(sheet.sheet.validations.at(0, 0)?.rule).toMatchObject({ source: "='My lists'!$A$1:$A$2" });
  expect(accepts(sheet, 'a')).toBe(true);
});
