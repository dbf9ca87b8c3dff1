import fc from 'fast-check';
import { blankLine, columns, type LineText } from '../../src/guidance/columns.ts';
import { parseCsv, printCsv } from '../../src/xlsx/csv.ts';
import { sampleMonth } from '../support/samples.ts';

const cin = 'Member Client Identification Number (CIN)';
const charge = 'Service Charge Amount(s)';

describe('parseCsv', () => {
  test('reads the sample month: 172 lines, all 58 columns', () => {
    const read = parseCsv(sampleMonth('harbor-care-2026-10'));
    expect(read).toMatchObject({ kind: 'lines', missing: [], unknown: [] });
    if (read.kind !== 'lines') return;
    expect(read.lines).toHaveLength(172);
    expect(read.rows.at(-1)).toBe(173);
    expect(read.lines.at(-1)?.renderingProviderName).toBe('Harbor Care Collective Main Clinic');
  });

  test.each([
    ['comma', `${cin},${charge}\r\n91234567A,12.50\r\n`],
    ['tab, as pasted from a sheet', `${cin}\t${charge}\n91234567A\t12.50`],
    ['semicolon', `${cin};${charge}\n91234567A;12.50\n`],
    ['byte order mark', `\uFEFF${cin},${charge}\n91234567A,12.50\n`],
    ['other order and case of headers', `${charge.toUpperCase()},  ${cin.replaceAll(' ', '  ')}\n12.50,91234567A\n`],
    ['a wrapped header', `"${cin.replace('Client', 'Client\n')}",${charge}\n91234567A,12.50\n`],
  ])('reads %s', (_, text) => {
    const read = parseCsv(text);
    expect(read).toMatchObject({ kind: 'lines', unknown: [] });
    if (read.kind === 'lines') {
      expect(read.lines).toEqual([{ ...blankLine, memberCin: '91234567A', serviceChargeAmount: '12.50' }]);
      expect(read.missing).toHaveLength(56);
    }
  });

  test('passes over blank rows and keeps the rows of the file', () => {
    const read = parseCsv(`${cin}\nA\n,\n\nB\n`);
    expect(read).toMatchObject({ kind: 'lines', rows: [2, 5] });
  });

  test('says which headers it does not know', () => {
    expect(parseCsv(`${cin},Favorite color\nA,blue\n`)).toMatchObject({ unknown: ['Favorite color'] });
  });

  test.each([
    ['noHeaders', 'name,age\nA,1\n'],
    ['noHeaders', ''],
    ['noLines', `${cin}\n\n`],
    ['doubledHeader', `${cin},${cin}\nA,B\n`],
    ['brokenQuotes', `${cin}\n"A\n`],
  ])('refuses with %s', (reason, text) => {
    expect(parseCsv(text)).toEqual({ kind: 'refused', reason });
  });
});

describe('printCsv', () => {
  test('protects what a spreadsheet would run, and reading takes the protection off', () => {
    const line: LineText = { ...blankLine, memberCin: '91234567A', memberAddress: '=1+1' };
    const text = printCsv([line]);
    expect(text).toContain("'=1+1");
    expect(parseCsv(text)).toMatchObject({ lines: [line] });
  });

  test('law: what is printed reads back the same', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.stringMatching(/^'{0,3}[=+@\t\r\n", -]{0,3}[a1]?$/),
    );
    const lineOf = fc
      .tuple(...columns.map(() => cell))
      .map((cells) => Object.fromEntries(columns.map(({ key }, index) => [key, cells[index] ?? ''])) as LineText)
      .filter((line) => columns.some(({ key }) => line[key].trim() !== ''));
    fc.assert(
      fc.property(fc.array(lineOf, { minLength: 1, maxLength: 3 }), (lines) => {
        expect(parseCsv(printCsv(lines))).toMatchObject({ kind: 'lines', lines });
      }),
    );
  });
});
