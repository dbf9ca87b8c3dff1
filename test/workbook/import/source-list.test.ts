import { columns } from '../../../src/guidance/columns.ts';
import { looksLikeData } from '../../../src/workbook/import/looks-like-data.ts';
import { sourceList } from '../../../src/workbook/import/source-list.ts';
import { requirementOf } from '../../../src/workbook/sheets/words.ts';
import { sampleMonth } from '../../support/samples.ts';
import { listOf, ownList } from './lists.ts';

test('the header row is found below titles, and rows keep the file’s numbers', () => {
  const list = listOf(ownList);
  expect(list.headers.slice(0, 3)).toEqual(['Client Name', 'Medi-Cal ID', 'DOB']);
  expect(list.rows.map(({ row }) => row)).toEqual([5, 6]);
  expect(list.tooLong).toEqual([]);
});

test('the sample month is a list from row 2 on', () => {
  const list = listOf(sampleMonth('harbor-care-2026-10'));
  expect(list.rows).toHaveLength(172);
  expect(list.rows[0]?.row).toBe(2);
});

test('blank rows and repeated header rows are passed over', () => {
  const list = listOf('CIN,Units\nA,1\n,\nCIN,Units\nB,2\n\n');
  expect(list.rows).toEqual([
    { row: 2, cells: ['A', '1'] },
    { row: 5, cells: ['B', '2'] },
  ]);
});

test('the second header row of our own sheet is no line', () => {
  const headers = columns.map(({ header }) => header);
  const requirements = columns.map(({ element }) => requirementOf(element));
  const line = columns.map(({ key }) => (key === 'memberCin' ? '91234567A' : ''));
  const list = sourceList([headers, requirements, line], 'all');
  expect(list).toMatchObject({ rows: [{ row: 3 }] });
});

test('rows with more cells than the header row are named; short ones are lines as well', () => {
  const list = listOf('CIN,Address,Units\nA,12 Olive St, Apt 3,1\nB\nC,"1 Elm St, Apt 4",1\n');
  expect(list.tooLong).toEqual([2]);
  expect(list.rows).toHaveLength(3);
});

test('a block without a header row is a list without headers', () => {
  const list = listOf('91234567A\t10/14/2026\tG9012\n99073662S\t10/15/2026\tG9012');
  expect(list.headers).toEqual(['', '', '']);
  expect(list.rows.map(({ row }) => row)).toEqual([1, 2]);
});

test('a table whose headers are all unknown is a list', () => {
  const list = listOf('Alpha,Beta,Gamma\nx,y,z\n');
  expect(list.headers).toEqual(['Alpha', 'Beta', 'Gamma']);
});

test.each([
  ['a letter', [['Dear plan,'], ['here are our invoices', '']], 'noHeaders'],
  ['nothing', [['']], 'noHeaders'],
  [
    'headers alone',
    [
      ['CIN', 'Units'],
      ['', ''],
    ],
    'noLines',
  ],
])('%s is refused', (_, table, reason) => {
  expect(sourceList(table, 'all')).toBe(reason);
});

test.each([
  '91234567A',
  '10/14/2026',
  '1/5/26',
  'Jan 5, 2026',
  '$80.00',
  '80.00',
  'g9012',
  'Z59.02',
  '(510) 743-9150',
  'a@b.example',
])('%j looks like data', (cell) => {
  expect(looksLikeData(cell)).toBe(true);
});

test.each(['', 'Dx 1', 'ICD-10', 'Zip+4', 'Modifier(s) 2', 'Units / Qty', 'Address 2', 'May', 'Q4'])(
  '%j may be a header',
  (cell) => {
    expect(looksLikeData(cell)).toBe(false);
  },
);
