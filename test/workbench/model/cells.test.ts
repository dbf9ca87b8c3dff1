import { wholeColumns, wholeRows, wholeSheet } from '../../../src/workbench/model/area.ts';
import { defaultFormat } from '../../../src/workbench/model/cell-format.ts';
import { copyCells } from '../../../src/workbench/model/copy.ts';
import { sortRows } from '../../../src/workbench/model/sort.ts';
import { area, openBook, refusal } from '../calculation/support.ts';

describe('formats', () => {
  test('of entire columns, rows and the sheet are defaults, not cells', () => {
    const { sheet } = openBook();
    const { cells } = sheet.sheet;
    sheet.put('B2', 1);
    cells.setFormat(wholeColumns(1), { locked: false });
    expect(cells.format(500_000, 1).locked).toBe(false);
    expect(cells.format(1, 1).locked).toBe(false);
    cells.setFormat(wholeRows(1), { numberFormat: '0.00' });
    expect(cells.format(1, 9000)).toMatchObject({ numberFormat: '0.00', locked: true });
    expect(cells.format(1, 1)).toMatchObject({ numberFormat: '0.00', locked: false });
    cells.setFormat(wholeColumns(1), { bold: true });
    expect(cells.format(1, 1)).toMatchObject({ numberFormat: '0.00', locked: false, bold: true });
    expect(cells.format(1, 2).bold).toBe(false);
    cells.setFormat(wholeSheet, { italic: true });
    expect(cells.format(1, 1)).toMatchObject({ numberFormat: '0.00', locked: false, bold: true, italic: true });
    expect(cells.format(7, 7)).toMatchObject({ italic: true, bold: false });
    expect(sheet.sheet.usedArea(true)).toEqual(area('B2'));
  });

  test('have one answer for many cells, or none', () => {
    const { sheet } = openBook();
    const { cells } = sheet.sheet;
    const locked = (address: string) => cells.common(area(address), (format) => format.locked);
    expect(locked('A1:C3')).toBe(true);
    cells.setFormat(area('B1:B3'), { locked: false });
    expect(locked('A1:C3')).toBeNull();
    expect(locked('B1:B3')).toBe(false);
    expect(locked('B:B')).toBeNull();
    cells.setFormat(wholeColumns(1), { locked: false });
    expect(locked('B:B')).toBe(false);
    cells.setFormat(wholeSheet, { locked: false });
    expect(locked('1:1048576')).toBe(false);
    cells.setFormat(wholeRows(4, 5), { locked: true });
    expect(locked('1:1048576')).toBeNull();
    expect(locked('5:6')).toBe(true);
    expect(locked('A4:A5')).toBeNull();
    expect(sheet.sheet.firstLocked(area('A1:B9'))).toEqual({ row: 4, column: 0 });
    expect(sheet.sheet.hasLocked(area('A1:B4'))).toBe(false);
  });

  test('are one object where they are equal', () => {
    const { sheet } = openBook();
    sheet.sheet.cells.setFormat(area('A1'), { bold: true });
    sheet.sheet.cells.setFormat(area('B1'), { bold: true, italic: false });
    expect(sheet.sheet.cells.format(0, 0)).toBe(sheet.sheet.cells.format(0, 1));
    sheet.sheet.cells.setFormat(area('A1'), { bold: false });
    expect(sheet.sheet.cells.format(0, 0)).toBe(defaultFormat);
    expect(sheet.sheet.usedArea()).toEqual(area('B1'));
  });

  test('draw lines between cells on both sides', () => {
    const { sheet } = openBook();
    const line = { style: 'Continuous', weight: 'Thin', colour: '#000000' } as const;
    sheet.sheet.cells.setBorder(area('A1:B2'), 'insideHorizontal', line);
    sheet.sheet.cells.setBorder(area('A1:B2'), 'top', line);
    expect(sheet.sheet.cells.format(0, 0)).toMatchObject({ borderTop: line, borderBottom: line, borderLeft: null });
    expect(sheet.sheet.cells.format(1, 1)).toMatchObject({ borderTop: line, borderBottom: null });
  });

  test.each(['red', '#12345', 'FF0000'])('do not know the colour %s', (fillColour) => {
    const { sheet } = openBook();
    expect(() => {
      sheet.sheet.cells.setFormat(area('A1'), { fillColour });
    }).toThrow(refusal('invalidFormat'));
  });

  test('that cannot be shown are refused before anything changes', () => {
    const { sheet } = openBook();
    expect(() => sheet.format('A1', '# ?/?')).toThrow(refusal('notModelled'));
    expect(sheet.sheet.cells.format(0, 0)).toBe(defaultFormat);
  });
});

describe('contents', () => {
  test('keep what was typed: value, text, formula bar', () => {
    const { sheet } = openBook();
    sheet.putAll({ A1: '12/31/2026', A2: "'0012", A3: '5%', A4: '=A1+1', A5: '1,234.5' });
    expect(['A1', 'A2', 'A3', 'A4', 'A5'].map((at) => [sheet.value(at), sheet.text(at), sheet.input(at)])).toEqual([
      [46387, '12/31/2026', '12/31/2026'],
      ['0012', '0012', "'0012"],
      [0.05, '5%', '5%'],
      [46388, '46388', '=A1+1'],
      [1234.5, '1,234.50', '1234.5'],
    ]);
  });

  test('are written as a block or not at all', () => {
    const { sheet } = openBook();
    expect(() => sheet.putBlock('A1', [[1, '=1+']])).toThrow(refusal('invalidFormula'));
    expect(sheet.value('A1')).toBeNull();
    sheet.putBlock('A1', [
      [1, null],
      [null, 2],
    ]);
    sheet.putBlock('A1', [
      [null, 3],
      ['', null],
    ]);
    expect(sheet.values('A1:B2')).toEqual([
      [1, 3],
      [null, 2],
    ]);
    expect(() => {
      sheet.sheet.cells.write(area('A1:B1'), [[1]]);
    }).toThrow(refusal('invalidArgument'));
  });

  test('entered into many cells: relative references follow', () => {
    const { sheet } = openBook();
    sheet.sheet.cells.writeAll(area('B1:B3'), '=A1+$A$1');
    expect(sheet.formula('B3')).toBe('=A3+$A$1');
    sheet.sheet.cells.writeAll(area('C1:C2'), '5%');
    expect(sheet.text('C2')).toBe('5%');
  });

  test('an apostrophe goes with what it quoted', () => {
    const { sheet } = openBook();
    sheet.put('A1', "'0012");
    expect(sheet.sheet.cells.format(0, 0).quotePrefix).toBe(true);
    sheet.put('A1', '12');
    expect(sheet.sheet.cells.format(0, 0).quotePrefix).toBe(false);
    expect(sheet.value('A1')).toBe(12);
    sheet.put('A1', "'x");
    sheet.sheet.cells.clear(area('A1'), 'contents');
    expect(sheet.sheet.cells.format(0, 0)).toBe(defaultFormat);
  });

  test('are cleared with or without what surrounds them', () => {
    const { sheet } = openBook();
    sheet.format('A1:A3', '0.00').putBlock('A1', [[1], [2], [3]]);
    sheet.sheet.conditionalFormats.add({ areas: [area('A1:A3')], formula: '=TRUE', style: {}, stopIfTrue: false });
    sheet.sheet.cells.clear(area('A1'), 'contents');
    sheet.sheet.cells.clear(area('A2'), 'formats');
    sheet.sheet.cells.clear(area('A3'), 'all');
    expect(sheet.values('A1:A3')).toEqual([[null], [2], [null]]);
    expect(['A1', 'A2', 'A3'].map((at) => sheet.sheet.cells.format(area(at).top, 0).numberFormat)).toEqual([
      '0.00',
      'General',
      'General',
    ]);
    expect(sheet.sheet.conditionalFormats.all[0]?.areas).toEqual([area('A1')]);
  });
});

describe('a copy', () => {
  const ground = () => {
    const { sheet } = openBook();
    sheet.put('A1', 1).put('A2', '=A1*2').put('A3', '');
    sheet.sheet.cells.setFormat(area('A1:A3'), { numberFormat: '0.0', locked: false, bold: true });
    return sheet;
  };
  const from = (sheet: ReturnType<typeof ground>, address: string) => ({ sheet: sheet.sheet, area: area(address) });

  test('of all brings content, number format, lock and style', () => {
    const sheet = ground();
    copyCells(from(sheet, 'A1:A2'), from(sheet, 'C1'), 'all');
    expect(sheet.formula('C2')).toBe('=C1*2');
    expect(sheet.sheet.cells.format(1, 2)).toMatchObject({ numberFormat: '0.0', locked: false, bold: true });
  });

  test('of values leaves the target its format', () => {
    const sheet = ground();
    copyCells(from(sheet, 'A2'), from(sheet, 'C1'), 'values');
    expect([sheet.value('C1'), sheet.formula('C1')]).toEqual([2, null]);
    expect(sheet.sheet.cells.format(0, 2)).toBe(defaultFormat);
  });

  test('of formulas or formats brings only those', () => {
    const sheet = ground();
    copyCells(from(sheet, 'A2'), from(sheet, 'C2'), 'formulas');
    copyCells(from(sheet, 'A2'), from(sheet, 'D2'), 'formats');
    expect([sheet.formula('C2'), sheet.sheet.cells.format(1, 2).bold]).toEqual(['=C1*2', false]);
    expect([sheet.formula('D2'), sheet.sheet.cells.format(1, 3).bold]).toEqual([null, true]);
  });

  test('fills a multiple of its size, else comes once', () => {
    const sheet = ground();
    copyCells(from(sheet, 'A1:A2'), from(sheet, 'C1:D4'), 'values');
    expect(sheet.values('C1:D4')).toEqual([
      [1, 1],
      [2, 2],
      [1, 1],
      [2, 2],
    ]);
    copyCells(from(sheet, 'A1:A2'), from(sheet, 'F1:F3'), 'values');
    expect(sheet.values('F1:F4')).toEqual([[1], [2], [null], [null]]);
  });

  test('may leave out blanks, and may be turned', () => {
    const sheet = ground();
    sheet.putBlock('C1', [[7], [8], [9]]);
    copyCells(from(sheet, 'A1:A3'), from(sheet, 'C1'), 'values', { skipBlanks: true });
    expect(sheet.values('C1:C3')).toEqual([[1], [2], [9]]);
    copyCells(from(sheet, 'C1:C3'), from(sheet, 'E1'), 'values', { transpose: true });
    expect(sheet.values('E1:G1')).toEqual([[1, 2, 9]]);
  });

  test('onto a part of itself takes what was there before', () => {
    const { sheet } = openBook();
    sheet.putBlock('A1', [[1], [2], [3]]);
    copyCells({ sheet: sheet.sheet, area: area('A1:A3') }, { sheet: sheet.sheet, area: area('A2') }, 'all');
    expect(sheet.values('A1:A4')).toEqual([[1], [1], [2], [3]]);
  });
});

describe('sorting', () => {
  test('puts numbers before texts before booleans before errors, blanks last either way', () => {
    const { sheet } = openBook();
    const column = [['b'], [2], [null], [true], ['=1/0'], ['A'], [-1], [false]];
    sheet.putBlock('A1', column);
    sortRows(sheet.sheet, area('A1:A8'), [{ column: 0 }]);
    expect(sheet.values('A1:A8').flat()).toEqual([-1, 2, 'A', 'b', false, true, '#DIV/0!', null]);
    sortRows(sheet.sheet, area('A1:A8'), [{ column: 0, descending: true }]);
    expect(sheet.values('A1:A8').flat()).toEqual(['#DIV/0!', true, false, 'b', 'A', 2, -1, null]);
  });

  test('keeps rows whole, headers in place, formulas in their row', () => {
    const { sheet } = openBook();
    sheet.putBlock('A1', [
      ['name', 'n', 'twice'],
      ['x', 3, '=B2*2'],
      ['y', 1, '=B3*2'],
      ['z', 1, '=B4*2'],
    ]);
    sortRows(sheet.sheet, area('A1:C4'), [{ column: 1 }, { column: 0, descending: true }], { hasHeader: true });
    expect(sheet.values('A1:C4')).toEqual([
      ['name', 'n', 'twice'],
      ['z', 1, 2],
      ['y', 1, 2],
      ['x', 3, 6],
    ]);
  });
});
