import { copierDown, splitAtRows } from '../../../src/xlsx/write/formula-rows.ts';

test.each([
  ['=A1', '=A6'],
  ['=$B3+B$3+$B$3', '=$B8+B$3+$B$3'],
  ['=SUM(A1:B2)', '=SUM(A6:B7)'],
  ['=IF(A1="A1","it""s A2",A3)', '=IF(A6="A1","it""s A2",A8)'],
  ["='A1 and B2'!C3", "='A1 and B2'!C8"],
  ["='it''s A1'!A1", "='it''s A1'!A6"],
  ['=Setup!A1', '=Setup!A6'],
  ['=LOG10(A1)+CalAIM_B2+X1.5', '=LOG10(A6)+CalAIM_B2+X1.5'],
  ['=AB12&"x"&XFD1048571', '=AB17&"x"&XFD1048576'],
  ['=1+2', '=1+2'],
])('%s five rows down is %s', (formula, expected) => {
  expect(copierDown(formula)(5)).toBe(expected);
  expect(copierDown(formula)(0)).toBe(formula);
});

test('split at its rows', () => {
  expect(splitAtRows('=A12*$B3')).toEqual({ texts: ['=A', '*$B', ''], rows: [12, 3] });
});
