import { printErrorFile } from '../../src/xlsx/error-file.ts';

test('names the row, the element, the fault, its fix and its source', () => {
  const text = printErrorFile('s-1', [
    {
      code: 'CIN_FORMAT',
      severity: 'error',
      column: 'memberCin',
      element: 21,
      line: 0,
      repair: true,
      row: 9,
      invoiceNumber: '4100001004',
    },
  ]);
  const [header, row] = text.split('\r\n');
  expect(header).toContain('How to fix it');
  expect(row).toMatch(/^s-1,4100001004,9,21,Member Client Identification Number \(CIN\),error,CIN_FORMAT,/);
  expect(row).toMatch(/yes$/);
});

test('an invoice number that a spreadsheet would run is made harmless', () => {
  const text = printErrorFile('s-1', [
    {
      code: 'CIN_FORMAT',
      severity: 'error',
      column: 'memberCin',
      element: 21,
      line: 0,
      repair: false,
      row: 9,
      invoiceNumber: '=1+1',
    },
  ]);
  expect(text).toContain("'=1+1");
});
