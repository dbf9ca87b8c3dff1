import { formulaBarText } from '../../../../src/workbench/browser/view-model/formula-bar-text.ts';
import { placeNamed } from '../../../../src/workbench/browser/view-model/place-named.ts';
import { areaAddress } from '../../../../src/workbench/model/address.ts';
import { areaOf } from '../../../../src/workbench/model/area.ts';
import { Book } from '../../../../src/workbench/model/book.ts';

function sample() {
  const book = new Book({ sheetNames: ['Lines', 'My lists', 'State'] });
  const lists = book.sheet('My lists');
  if (lists === undefined) throw new Error('no sheet');
  book.names.add('Services', { sheet: lists, area: areaOf(0, 0, 8, 0) });
  book.names.add('Secret', { sheet: lists, area: areaOf(0, 0) }, { visible: false });
  book.names.add('Rate', '=0.5');
  book.sheet('State')?.setVisibility('veryHidden');
  return book;
}

test.each([
  ['b3', 'Lines B3'],
  [' A1:C4 ', 'Lines A1:C4'],
  ['C:D', 'Lines C:D'],
  ["'My lists'!B2", 'My lists B2'],
  ['services', 'My lists A1:A9'],
  ['Secret', undefined],
  ['Rate', undefined],
  ['State!A1', undefined],
  ['Nothing!A1', undefined],
  ['', undefined],
])('the name box takes %j for %s', (text, expected) => {
  const place = placeNamed(sample(), text);
  expect(place && `${place.sheet.name} ${areaAddress(place.area)}`).toBe(expected);
});

test('the formula bar keeps hidden formulas to itself while the sheet is protected', () => {
  const { activeSheet: sheet } = sample();
  sheet.cells.enter(0, 0, '=1+1');
  sheet.cells.setFormat(areaOf(0, 0), { formulaHidden: true });
  expect(formulaBarText(sheet, { row: 0, column: 0 })).toBe('=1+1');
  sheet.protection.protect();
  expect(formulaBarText(sheet, { row: 0, column: 0 })).toBe('');
});
