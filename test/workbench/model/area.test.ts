import fc from 'fast-check';
import {
  absoluteAddress,
  areaAddress,
  columnIndex,
  columnName,
  parseArea,
  parseSheetArea,
  quotedSheetName,
} from '../../../src/workbench/model/address.ts';
import {
  type Area,
  areaOf,
  cellCount,
  intersection,
  wholeColumns,
  wholeRows,
  wholeSheet,
  without,
} from '../../../src/workbench/model/area.ts';

test.each<[string, Area | undefined]>([
  ['A1', areaOf(0, 0)],
  ['$B$2', areaOf(1, 1)],
  ['a1:c2', areaOf(0, 0, 1, 2)],
  ['C2:A1', areaOf(0, 0, 1, 2)],
  ['A:C', wholeColumns(0, 2)],
  ['$A:$A', wholeColumns(0)],
  ['2:3', wholeRows(1, 2)],
  ['XFD1048576', areaOf(1_048_575, 16_383)],
  ['XFE1', undefined],
  ['A1048577', undefined],
  ['A0', undefined],
  ['A', undefined],
  ['1', undefined],
  ['A1:B2:C3', undefined],
  ['', undefined],
])('%s', (text, expected) => {
  expect(parseArea(text)).toEqual(expected);
});

test('addresses are written as they are read', () => {
  expect(areaAddress(areaOf(0, 0))).toBe('A1');
  expect(areaAddress(areaOf(0, 0, 1, 2))).toBe('A1:C2');
  expect(areaAddress(wholeColumns(0, 2))).toBe('A:C');
  expect(areaAddress(wholeSheet)).toBe('1:1048576');
  expect(absoluteAddress(areaOf(0, 0, 1, 2))).toBe('$A$1:$C$2');
  expect(absoluteAddress(wholeRows(0))).toBe('$1:$1');
});

test.each([
  ['Sheet1', 'Sheet1'],
  ['My sheet', "'My sheet'"],
  ["Bill's", "'Bill''s'"],
  ['A1', "'A1'"],
  ['R1C1', "'R1C1'"],
  ['2026', "'2026'"],
])('the sheet %s is written %s', (name, expected) => {
  expect(quotedSheetName(name)).toBe(expected);
  expect(parseSheetArea(`${expected}!B2`)).toEqual({ sheetName: name, area: areaOf(1, 1) });
});

test('column letters and numbers are one to one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 16_383 }), (column) => {
      expect(columnIndex(columnName(column))).toBe(column);
    }),
  );
});

const area = fc
  .tuple(fc.nat(9), fc.nat(9), fc.nat(4), fc.nat(4))
  .map(([top, left, height, width]) => areaOf(top, left, top + height, left + width));

test('an area without another loses just their common cells', () => {
  fc.assert(
    fc.property(area, area, (one, other) => {
      const rest = without(one, other);
      const common = intersection(one, other);
      const left = rest.reduce((total, part) => total + cellCount(part), 0);
      expect(left).toBe(cellCount(one) - (common === undefined ? 0 : cellCount(common)));
      for (const part of rest) expect(intersection(part, other)).toBeUndefined();
    }),
  );
});
