import { moveCells, copyCells } from '../../../src/workbench/model/copy.ts';
import { area, openBook, refusal, sheetOf } from './support.ts';

describe('a formula that is copied', () => {
  test.each([
    ['=A1', '=B3'],
    ['=$A$1', '=$A$1'],
    ['=$A1+A$1', '=$A3+B$1'],
    ['=SUM(A1:B2)', '=SUM(B3:C4)'],
    ['=SUM(A:A)', '=SUM(B:B)'],
    ['=SUM($1:1)', '=SUM($1:3)'],
    ['=Data!A1', '=Data!B3'],
    ['=\'My data\'!A1&"A1"', '=\'My data\'!B3&"A1"'],
  ])('%s becomes %s one column and two rows on', (formula, expected) => {
    const { sheet } = openBook({ sheetNames: ['Sheet1', 'Data', 'My data'] });
    sheet.put('E5', formula);
    copyCells({ sheet: sheet.sheet, area: area('E5') }, { sheet: sheet.sheet, area: area('F7') }, 'formulas');
    expect(sheet.formula('F7')).toBe(expected);
  });

  test('loses what lies beyond the sheet for good', () => {
    const { sheet } = openBook();
    sheet.put('B2', '=A1+1');
    copyCells({ sheet: sheet.sheet, area: area('B2') }, { sheet: sheet.sheet, area: area('B1') }, 'formulas');
    expect(sheet.formula('B1')).toBe('=#REF!+1');
    expect(sheet.value('B1')).toBe('#REF!');
  });
});

describe('rows and columns that come and go', () => {
  const ground = () => {
    const opened = openBook({ sheetNames: ['Sheet1', 'Data'] });
    const data = sheetOf(opened.book, 'Data');
    opened.sheet.putBlock('A1', [[1], [2], [3], [4]]);
    return { ...opened, data };
  };

  test.each([
    ['=A3', 'insert', '=A4'],
    ['=SUM(A1:A4)', 'insert', '=SUM(A1:A5)'],
    ['=SUM(A2:A4)', 'insert', '=SUM(A2:A5)'],
    ['=SUM(A3:A4)', 'insert', '=SUM(A4:A5)'],
    ['=SUM(A1:A2)', 'insert', '=SUM(A1:A2)'],
    ['=$A$3', 'insert', '=$A$4'],
    ['=SUM(A:A)', 'insert', '=SUM(A:A)'],
    ['=SUM(3:4)', 'insert', '=SUM(4:5)'],
    ['=A3', 'delete', '=#REF!'],
    ['=A4', 'delete', '=A3'],
    ['=SUM(A1:A4)', 'delete', '=SUM(A1:A3)'],
    ['=SUM(A3:A3)', 'delete', '=SUM(#REF!)'],
    ['=SUM(A3:A4)', 'delete', '=SUM(A3:A3)'],
  ])('%s after %s of row 3 reads %s', (formula, what, expected) => {
    const { sheet, data } = ground();
    sheet.put('C1', formula);
    data.put(
      'C9',
      formula.replace(/\$?[A-Z]+\$?\d*(?::|(?=\)|$))|\b\d+:\d+/, (found) => (found === '' ? '' : `Sheet1!${found}`)),
    );
    if (what === 'insert') sheet.sheet.insertRows(2, 1);
    else sheet.sheet.deleteRows(2, 1);
    expect(sheet.formula('C1')).toBe(expected);
    expect(data.formula('C9')?.replaceAll('Sheet1!', '')).toBe(expected);
  });

  test('formulas move with their rows and keep their meaning', () => {
    const { sheet } = ground();
    sheet.putBlock('B1', [['=A1*10'], ['=A2*10'], ['=A3*10'], ['=A4*10']]);
    sheet.sheet.insertRows(1, 2);
    expect(sheet.values('A1:B6')).toEqual([
      [1, 10],
      [null, null],
      [null, null],
      [2, 20],
      [3, 30],
      [4, 40],
    ]);
    expect(sheet.formula('B4')).toBe('=A4*10');
    sheet.sheet.deleteRows(1, 3);
    expect(sheet.values('A1:B3')).toEqual([
      [1, 10],
      [3, 30],
      [4, 40],
    ]);
  });

  test('columns do the same', () => {
    const { sheet } = ground();
    sheet.put('C1', '=SUM(A1:B1)').put('D1', '=A1');
    sheet.sheet.insertColumns(1, 1);
    expect(sheet.formula('D1')).toBe('=SUM(A1:C1)');
    sheet.sheet.deleteColumns(0, 1);
    expect(sheet.formula('C1')).toBe('=SUM(A1:B1)');
    expect(sheet.formula('D1')).toBe('=#REF!');
  });

  test('new rows look like the row above', () => {
    const { sheet } = ground();
    sheet.sheet.cells.setFormat(area('A2:B2'), { numberFormat: '@', locked: false });
    sheet.sheet.insertRows(2, 1);
    expect(sheet.sheet.cells.format(2, 0)).toMatchObject({ numberFormat: '@', locked: false });
    expect(sheet.sheet.cells.format(3, 0)).toMatchObject({ numberFormat: 'General', locked: true });
  });

  test('nothing is pushed off the sheet', () => {
    const { sheet } = ground();
    sheet.put('A1048576', 1);
    expect(() => {
      sheet.sheet.insertRows(0, 1);
    }).toThrow("Excel can't insert new cells");
    expect(sheet.value('A1')).toBe(1);
  });
});

describe('cells that are cut and pasted', () => {
  test('take every reference with them', () => {
    const { book, sheet } = openBook({ sheetNames: ['Sheet1', 'Data'] });
    const data = sheetOf(book, 'Data');
    sheet.putAll({ A1: 1, A2: 2, A3: '=A1+A2', B1: '=A1*10', B2: '=SUM(A1:A2)', B3: '=SUM(A1:A3)', C1: '=D9', D9: 7 });
    data.put('A1', '=Sheet1!A1');
    book.names.add('first', '=Sheet1!$A$1');
    moveCells({ sheet: sheet.sheet, area: area('A1:A2') }, { sheet: sheet.sheet, area: area('D9') });
    expect(sheet.formula('A3')).toBe('=D9+D10');
    expect(sheet.formula('B1')).toBe('=D9*10');
    expect(sheet.formula('B2')).toBe('=SUM(D9:D10)');
    expect(sheet.formula('B3')).toBe('=SUM(A1:A3)');
    expect(sheet.formula('C1')).toBe('=#REF!');
    expect(data.formula('A1')).toBe('=Sheet1!D9');
    expect(book.names.get('first')?.refersTo).toBe('=Sheet1!$D$9');
    expect(sheet.values('A1:B3')).toEqual([
      [null, 10],
      [null, 3],
      [3, 3],
    ]);
  });

  test('keep what they refer to, on another sheet too', () => {
    const { book, sheet } = openBook({ sheetNames: ['Sheet1', 'Data'] });
    const data = sheetOf(book, 'Data');
    sheet.putAll({ A1: 5, B1: '=A1*2', B2: '=B1+1' });
    moveCells({ sheet: sheet.sheet, area: area('B1:B2') }, { sheet: data.sheet, area: area('C3') });
    expect(data.formula('C3')).toBe('=Sheet1!A1*2');
    expect(data.formula('C4')).toBe('=C3+1');
    expect(data.value('C4')).toBe(11);
  });
});

describe('sheets', () => {
  test('that are renamed keep every reference', () => {
    const { book, sheet } = openBook({ sheetNames: ['Sheet1', 'Data'] });
    const data = sheetOf(book, 'Data');
    data.put('A1', 5);
    book.names.add('five', '=Data!$A$1');
    sheet.putAll({ A1: '=Data!A1', A2: '=five' });
    data.sheet.rename('My data');
    expect(sheet.formula('A1')).toBe("='My data'!A1");
    expect(book.names.get('five')?.refersTo).toBe("='My data'!$A$1");
    data.put('A1', 6);
    expect(sheet.values('A1:A2')).toEqual([[6], [6]]);
    expect(() => sheet.put('A3', '=Data!A1')).toThrow('does not have');
    expect(sheet.put('A3', "='my DATA'!A1").value('A3')).toBe(6);
  });

  test('that are deleted leave #REF!', () => {
    const { book, sheet } = openBook({ sheetNames: ['Sheet1', 'Data'] });
    const data = sheetOf(book, 'Data');
    data.put('A1', 5);
    book.names.add('five', '=Data!$A$1');
    sheet.putAll({ A1: '=Data!A1+1', A2: '=five', A3: '=IFERROR(A1,"gone")' });
    book.deleteSheet(data.sheet);
    expect(sheet.formula('A1')).toBe('=#REF!+1');
    expect(book.names.get('five')).toMatchObject({ refersTo: '=#REF!' });
    expect(sheet.values('A1:A3')).toEqual([['#REF!'], ['#REF!'], ['gone']]);
    const again = book.addSheet('Data');
    again.cells.enter(0, 0, 9);
    expect(sheet.value('A1')).toBe('#REF!');
    expect(sheet.put('A4', '=Data!A1').value('A4')).toBe(9);
  });
});

describe('defined names', () => {
  test('mean what they were given last', () => {
    const { book, sheet } = openBook();
    sheet.putAll({ A1: 1, A2: 2, B1: '=total*2' });
    expect(sheet.value('B1')).toBe('#NAME?');
    book.names.add('Total', '=Sheet1!$A$1');
    expect(sheet.value('B1')).toBe(2);
    book.names.change('TOTAL', { refersTo: '=Sheet1!$A$2' });
    expect(sheet.value('B1')).toBe(4);
    sheet.put('A2', 5);
    expect(sheet.value('B1')).toBe(10);
    book.names.delete('total');
    expect(sheet.value('B1')).toBe('#NAME?');
  });

  test('follow rows that come and go', () => {
    const { book, sheet } = openBook();
    sheet.putBlock('A1', [[1], [2], [3]]);
    book.names.add('list', '=Sheet1!$A$1:$A$3');
    sheet.put('B1', '=SUM(list)');
    sheet.sheet.insertRows(1, 1);
    expect(book.names.get('list')?.refersTo).toBe('=Sheet1!$A$1:$A$4');
    expect(sheet.put('A2', 10).value('B1')).toBe(16);
    sheet.sheet.deleteRows(0, 4);
    expect(book.names.get('list')?.refersTo).toBe('=#REF!');
  });

  test.each(['A1', 'R1C1', '1a', 'a b', '', 'c', 'R'])('cannot be %j', (name) => {
    const { book } = openBook();
    expect(() => book.names.add(name, '=1')).toThrow(refusal('invalidName'));
  });

  test('are told once, and mean fixed cells', () => {
    const { book } = openBook();
    book.names.add('one', '=0.5');
    expect(book.names.get('ONE')).toMatchObject({ name: 'one', refersTo: '=0.5', value: 0.5, visible: true });
    expect(() => book.names.add('One', '=1')).toThrow(refusal('nameTaken'));
    expect(() => book.names.add('two', '=Sheet1!A1')).toThrow(refusal('notModelled'));
  });
});
