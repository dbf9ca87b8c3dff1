import { copyCells } from '../../../src/workbench/model/copy.ts';
import { area, openBook, refusal } from '../calculation/support.ts';

const red = { fillColour: '#FF0000' };

describe('conditional formats', () => {
  test('look at the cell for which they are asked', () => {
    const { sheet } = openBook();
    sheet.putBlock('A1', [
      [1, 5],
      [6, 5],
    ]);
    sheet.sheet.conditionalFormats.add({ areas: [area('A1:B2')], formula: '=A1>$B1', style: red, stopIfTrue: false });
    const fills = [0, 1].map((row) => [0, 1].map((column) => sheet.sheet.displayed(row, column).fillColour));
    expect(fills).toEqual([
      [null, null],
      ['#FF0000', null],
    ]);
    sheet.put('A1', 9);
    expect(sheet.sheet.displayed(0, 0).fillColour).toBe('#FF0000');
  });

  test.each([
    ['=TRUE', true],
    ['=1', true],
    ['=0', false],
    ['="TRUE"', true],
    ['="x"', false],
    ['=1/0', false],
    ['=A9', false],
  ])('the condition %s holds: %s', (formula, holds) => {
    const { sheet } = openBook();
    sheet.sheet.conditionalFormats.add({ areas: [area('A1')], formula, style: red, stopIfTrue: false });
    expect(sheet.sheet.displayed(0, 0).fillColour).toBe(holds ? '#FF0000' : null);
  });

  test('the first wins property by property, and may stop the rest', () => {
    const { sheet } = openBook();
    const { conditionalFormats } = sheet.sheet;
    const all = { areas: [area('A1')], formula: '=TRUE', stopIfTrue: false };
    conditionalFormats.add({ ...all, style: { fillColour: '#0000FF', bold: true } });
    const second = conditionalFormats.add({ ...all, style: { fillColour: '#00FF00', fontColour: '#FFFFFF' } });
    expect(sheet.sheet.displayed(0, 0)).toMatchObject({ fillColour: '#00FF00', fontColour: '#FFFFFF', bold: true });
    conditionalFormats.change(second.id, { stopIfTrue: true });
    expect(sheet.sheet.displayed(0, 0)).toMatchObject({ fillColour: '#00FF00', bold: false });
    conditionalFormats.move(second.id, 1);
    expect(sheet.sheet.displayed(0, 0)).toMatchObject({ fillColour: '#0000FF', bold: true });
    conditionalFormats.delete(second.id);
    expect(conditionalFormats.all).toHaveLength(1);
  });

  test('are split, copied and moved with their cells', () => {
    const { sheet } = openBook();
    const { conditionalFormats } = sheet.sheet;
    conditionalFormats.add({ areas: [area('A1:A5')], formula: '=A1>$C$1', style: red, stopIfTrue: false });
    conditionalFormats.clear(area('A3'));
    expect(conditionalFormats.all[0]?.areas).toEqual([area('A1:A2'), area('A4:A5')]);
    copyCells({ sheet: sheet.sheet, area: area('A1') }, { sheet: sheet.sheet, area: area('A3') }, 'all');
    expect(conditionalFormats.in(area('A3'))).toHaveLength(1);
    sheet.sheet.insertRows(0, 1);
    expect(conditionalFormats.all[0]).toMatchObject({ formula: '=A2>$C$2' });
    conditionalFormats.clear();
    expect(conditionalFormats.all).toEqual([]);
  });

  test('refuse array constants, as Excel does', () => {
    const { sheet } = openBook();
    expect(() =>
      sheet.sheet.conditionalFormats.add({
        areas: [area('A1')],
        formula: '=OR(A1={1,2})',
        style: red,
        stopIfTrue: false,
      }),
    ).toThrow(refusal('invalidFormula'));
  });
});
