import { areaOf } from '../../../src/workbench/model/area.ts';
import { copyCells } from '../../../src/workbench/model/copy.ts';
import { openBook } from './support.ts';

const rows = 5000;
const lookUps = 42;

/** The shape of our template: one MATCH a row, INDEX for the rest, a charge, and its sum over the invoice number. */
test('5,000 rows of 45 formulas are calculated right, and again after an edit', () => {
  const { book, sheet } = openBook({ sheetNames: ['Invoice', 'Members'] });
  const members = book.sheet('Members');
  if (members === undefined) throw new Error('two sheets');
  members.cells.write(
    areaOf(0, 0, 499, 1),
    Array.from({ length: 500 }, (_row, row) => [`M${String(row)}`, row]),
  );
  sheet.sheet.cells.write(
    areaOf(0, 0, rows - 1, 2),
    Array.from({ length: rows }, (_row, row) => [`m${String(row % 500)}`, row % 8, `'${String(Math.floor(row / 2))}`]),
  );
  const first = areaOf(0, 3, 0, 3 + lookUps + 2);
  const invoice = { sheet: sheet.sheet, area: first };
  const charge = 3 + lookUps + 1;
  const formulas = [
    '=IF($A1="",0,IFERROR(MATCH($A1,Members!$A$1:$A$500,0),0))',
    ...Array.from({ length: lookUps }, () => '=IF($D1=0,"",INDEX(Members!$B$1:$B$500,$D1))'),
    '=ROUND($B1*$E1,2)',
    `=SUMIF($C$1:$C$${String(rows)},$C1,$AU$1:$AU$${String(rows)})`,
  ];
  book.batch(() => {
    sheet.sheet.cells.write(first, [formulas]);
    copyCells(invoice, { ...invoice, area: { ...first, bottom: rows - 1 } }, 'formulas');
  });
  const chargeOf = (row: number) => (row % 8) * (row % 500);
  for (const row of [0, 1, 777, rows - 1]) {
    const partner = row % 2 === 0 ? row + 1 : row - 1;
    expect(sheet.sheet.cells.value(row, 5)).toBe(row % 500);
    expect(sheet.sheet.cells.value(row, charge)).toBe(chargeOf(row));
    expect(sheet.sheet.cells.value(row, charge + 1)).toBe(chargeOf(row) + chargeOf(partner));
  }
  sheet.sheet.cells.enter(776, 1, 100);
  expect(sheet.sheet.cells.value(777, charge + 1)).toBe(100 * 276 + chargeOf(777));
  members.cells.enter(276, 1, 1);
  expect(sheet.sheet.cells.value(777, charge + 1)).toBe(100 + chargeOf(777));
});
