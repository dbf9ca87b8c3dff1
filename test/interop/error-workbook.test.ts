import { errorWorkbook } from '../../src/xlsx/errors/error-workbook.ts';
import { dirtyReport, sampleFaults } from '../support/dirty-report.ts';
import { startLibreOffice, type LibreOffice } from '../support/libreoffice.ts';
import { childOf, childrenOf, readXlsx, type ReadBook } from '../support/read-xlsx.ts';
import { samplePlan } from '../support/sample-plan.ts';

let libreOffice: LibreOffice;
beforeAll(async () => {
  libreOffice = await startLibreOffice();
});
afterAll(() => libreOffice.close());

function noteCount(book: ReadBook): number {
  return [...book.parts.keys()]
    .filter((name) => /comments\d*[.]xml$/.test(name))
    .map((name) => childrenOf(childOf(book.xml(name), 'commentList'), 'comment').length)
    .reduce((sum, count) => sum + count, 0);
}

test('LibreOffice opens the error workbook, works it out as it says, and saves it without loss', async () => {
  const bytes = await errorWorkbook(dirtyReport(await samplePlan({ rows: 120 })));
  const sheets = await libreOffice.shown(bytes);
  for (const rows of sheets.values()) {
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^(Err:|#[A-Z/0!?]+$)/);
  }
  const before = readXlsx(bytes);
  // The file's own results are those that LibreOffice works out.
  for (const { name, cells } of before.sheets.filter((sheet) => ['To correct', 'Invoice'].includes(sheet.name))) {
    for (const [place, { formula, value }] of cells) {
      if (formula === null || typeof value !== 'string') continue;
      const [row = 0, column = 0] = place.split(':').map(Number);
      expect({ name, place, shown: sheets.get(name)?.[row]?.[column] }).toEqual({ name, place, shown: value });
    }
  }
  const [saved] = (await libreOffice.convert(bytes, 'xlsx')).values();
  if (saved === undefined) throw new Error('nothing was saved');
  const after = readXlsx(saved);
  expect(after.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
  expect(noteCount(after)).toBe(noteCount(before));
  expect(noteCount(after)).toBeGreaterThan(sampleFaults.length);
  const links = (book: ReadBook) => childrenOf(childOf(book.sheets[0]?.xml, 'hyperlinks'), 'hyperlink').length;
  expect(links(after)).toBe(links(before));
  const names = new Set(after.names.map(({ name }) => name));
  for (const { name, sheet } of before.names) if (sheet === null) expect(names).toContain(name);
});
