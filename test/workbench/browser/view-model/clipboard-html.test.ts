/** @jest-environment jsdom */
import { clipboardHtml, copyMark, tableCells } from '../../../../src/workbench/browser/view-model/clipboard-html.ts';
import { areaOf, wholeColumns } from '../../../../src/workbench/model/area.ts';
import { Book } from '../../../../src/workbench/model/book.ts';

const mark = '00000000-0000-4000-8000-000000000000';

test('copied cells go out as a table that this page knows again', () => {
  const sheet = new Book().activeSheet;
  sheet.cells.enter(0, 0, 'a <b> & "c"\nd');
  sheet.cells.enter(1, 1, '1/5/2026');
  const html = clipboardHtml(sheet, areaOf(0, 0, 1, 1), mark);
  expect(copyMark(html)).toBe(mark);
  expect(copyMark('<table><tr><td>1</td></tr></table>')).toBeUndefined();
  expect(tableCells(html)).toEqual([
    ['a <b> & "c"\nd', ''],
    ['', '1/5/2026'],
  ]);
});

test('a whole column goes out as far as it is used', () => {
  const sheet = new Book().activeSheet;
  sheet.cells.enter(2, 0, 'last');
  expect(tableCells(clipboardHtml(sheet, wholeColumns(0), mark))).toEqual([[''], [''], ['last']]);
});

test('tables from elsewhere: spans, spaces, breaks', () => {
  const html = `<p>before</p><table>
    <tr><th colspan="2"> Two
      words </th><td>3</td></tr>
    <tr><td>a<br>b</td><td>&nbsp;</td><td><b>c</b></td></tr></table>`;
  expect(tableCells(html)).toEqual([
    ['Two words', '', '3'],
    ['a\nb', '', 'c'],
  ]);
  expect(tableCells('<p>no table</p>')).toBeUndefined();
});
