import { readOwnList } from '../../src/xlsx/own-list.ts';
import { hostileFiles } from '../support/hostile-files.ts';
import { smallestParts, textRow, worksheet, zipped } from '../support/raw-xlsx.ts';

const headers = ['CIN', 'DOS', 'HCPCS', 'Mod'];
const line = ['99073662S', '10/30/2026', 'G9012', 'U2'];
const sheet = (...rows: readonly (readonly string[])[]) => worksheet(rows.map(textRow).join(''));

test('a workbook gives the list that its CSV file would', () => {
  const inWorkbook = readOwnList(zipped(smallestParts(sheet(headers, line))));
  const inText = readOwnList(Buffer.from(`${headers.join(',')}\n${line.join(',')}\n`));
  expect(inWorkbook).toEqual(inText);
  expect(inWorkbook).toMatchObject({ headers, rows: [{ row: 2, cells: line }] });
});

test('rows are those of the sheet, blank ones counted; a day is a day', () => {
  const rows = [
    '<row r="4"><c r="A4" t="inlineStr"><is><t>CIN</t></is></c><c r="B4" t="inlineStr"><is><t>DOS</t></is></c></row>',
    '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>99073662S</t></is></c><c r="B1048576"><v>7</v></c></row>',
  ];
  expect(readOwnList(zipped(smallestParts(worksheet(rows.join('')))))).toMatchObject({
    headers: ['CIN', 'DOS'],
    rows: [{ row: 1_048_576, cells: ['99073662S', '7'] }],
  });
});

test('the headers alone are no list', () => {
  expect(readOwnList(zipped(smallestParts(sheet(headers))))).toBe('noLines');
  expect(readOwnList(Buffer.from('hello'))).toBe('noHeaders');
  expect(readOwnList(Buffer.from('CIN,DOS\n"open,1'))).toBe('brokenQuotes');
});

/** What is wrong with lines by the guidance's headers only is nothing that a biller's own list can have. */
const ofTheGuidance = new Set(['doubledHeader', 'otherPlan', 'noHeaders', 'noLines']);

test.each(
  hostileFiles
    .filter(({ isLarge, reason }) => isLarge !== true && !ofTheGuidance.has(reason))
    .map((file) => [file.what, file] as const),
)('%s is refused with its one reason', (_, { make, reason }) => {
  expect(readOwnList(make())).toBe(reason);
});
