import { type Area, areaOf } from '../../../src/workbench/model/area.ts';
import type { Entry } from '../../../src/workbench/model/entry.ts';
import type { ProtectionOptions } from '../../../src/workbench/model/protection.ts';
import { defaultAlert, defaultPrompt, type ValidationAlert } from '../../../src/workbench/model/validation.ts';
import { type Outcome, protectedCell } from '../../../src/workbench/person/outcome.ts';
import { Person } from '../../../src/workbench/person/person.ts';
import { area, openBook } from '../calculation/support.ts';

/** Two columns that may be typed into (A a list, B free), C locked with a formula; rows 1 to 9, protected. */
const ground = (options: Partial<ProtectionOptions> = {}, alert: Partial<ValidationAlert> = {}) => {
  const { book, sheet } = openBook();
  sheet.sheet.cells.setFormat(area('A1:B9'), { numberFormat: '@', locked: false });
  sheet.sheet.validations.set(area('A1:A9'), {
    rule: { type: 'List', source: 'Yes,No', inCellDropDown: true },
    ignoreBlanks: true,
    prompt: defaultPrompt,
    alert: { ...defaultAlert, ...alert },
  });
  for (let row = 1; row <= 9; row += 1) sheet.put(`C${String(row)}`, `=A${String(row)}&"/"&B${String(row)}`);
  sheet.putBlock('A1', [['Yes', '0012']]);
  sheet.sheet.protection.protect(options);
  const person = new Person(book);
  const at = (address: string) => {
    const selected = area(address);
    person.select(selected);
    return person;
  };
  return { book, sheet, person, at };
};

const done: Outcome = { kind: 'done' };
const refusedAsLocked = expect.objectContaining({ kind: 'refused', reason: protectedCell }) as unknown as Outcome;
const greyedOut = expect.objectContaining({ kind: 'refused', dialog: null }) as unknown as Outcome;

describe('typing', () => {
  test('into an unlocked cell', () => {
    const { sheet, at } = ground();
    expect(at('B2').type('00001')).toEqual(done);
    expect([sheet.value('B2'), sheet.value('C2')]).toEqual(['00001', '/00001']);
  });

  test('into a locked cell is refused in Excel’s words', () => {
    const { book, sheet, at } = ground();
    expect(at('C1').type('x')).toEqual({
      kind: 'refused',
      reason: protectedCell,
      dialog: { title: 'Microsoft Excel', message: protectedCell, buttons: ['OK'] },
    });
    expect(sheet.formula('C1')).toBe('=A1&"/"&B1');
    expect(book.undoLabels).toEqual([]);
    sheet.sheet.protection.unprotect();
    expect(at('C1').type('x')).toEqual(done);
  });

  test('what is not in the list is stopped', () => {
    const { book, sheet, at } = ground({}, { title: 'Answer', message: 'Yes or No.' });
    expect(at('A2').type('Maybe')).toMatchObject({
      kind: 'refused',
      dialog: { title: 'Answer', message: 'Yes or No.', buttons: ['Retry', 'Cancel', 'Help'] },
    });
    expect(sheet.value('A2')).toBeNull();
    expect([book.undoLabels, book.cellEdit]).toEqual([[], undefined]);
    expect(at('A2').type('No')).toEqual(done);
    expect(at('A2').pick('Yes')).toEqual(done);
    expect(at('A2').pick('Maybe')).toEqual(greyedOut);
    expect(sheet.value('A2')).toBe('Yes');
  });

  test('a wrong entry is stopped with Excel’s own words where there are none', () => {
    const { at } = ground();
    expect(at('A2').type('Maybe')).toMatchObject({
      dialog: {
        title: 'Microsoft Excel',
        message: "This value doesn't match the data validation restrictions defined for this cell.",
      },
    });
  });

  test.each([
    ['Warning', 'Yes', ['Yes', 'No', 'Cancel', 'Help']],
    ['Information', 'OK', ['OK', 'Cancel', 'Help']],
  ] as const)('a wrong entry may be insisted on after %s', (style, answer, buttons) => {
    const { sheet, at } = ground({}, { style });
    expect(at('A2').type('Maybe')).toMatchObject({ kind: 'asked', dialog: { buttons } });
    expect(sheet.value('A2')).toBeNull();
    expect(at('A2').type('Maybe', answer)).toEqual(done);
    expect(sheet.value('A2')).toBe('Maybe');
  });

  test('a wrong entry passes where no alert is shown', () => {
    const { at } = ground({}, { show: false });
    expect(at('A2').type('Maybe')).toEqual(done);
  });

  test('a formula that cannot be read, or is not modelled, changes nothing', () => {
    const { sheet, person } = ground();
    sheet.sheet.cells.setFormat(area('B3'), { numberFormat: 'General' });
    person.select(area('B3'));
    expect(person.type('=1+')).toMatchObject({
      dialog: { title: 'Microsoft Excel', message: "There's a problem with this formula." },
    });
    expect(person.type('=XLOOKUP(1,A1,A1)')).toMatchObject({ dialog: { title: 'Workbench' } });
    expect(person.type('=B3')).toMatchObject({ kind: 'done', notice: { title: 'Microsoft Excel' } });
    expect(sheet.value('B3')).toBe(0);
  });

  test('goes through cell-edit mode', () => {
    const { book, sheet, at } = ground();
    expect(at('A1').beginEdit()).toEqual(done);
    expect(book.cellEdit).toMatchObject({ row: 0, column: 0, text: 'Yes' });
    at('A1').changeEdit('Maybe');
    expect(at('A1').commitEdit()).toMatchObject({ kind: 'refused' });
    expect(book.cellEdit).toMatchObject({ text: 'Maybe' });
    at('A1').cancelEdit();
    expect([book.cellEdit, sheet.value('A1')]).toEqual([undefined, 'Yes']);
    expect(at('C1').beginEdit()).toEqual(refusedAsLocked);
    expect(at('A1').commitEdit()).toEqual(greyedOut);
  });
});

describe('the Delete key', () => {
  test('empties unlocked cells past validation, and can be undone', () => {
    const { sheet, at } = ground();
    expect(at('A1:B1').deleteContents()).toEqual(done);
    expect(sheet.values('A1:C1')).toEqual([[null, null, '/']]);
    expect(sheet.sheet.validations.at(0, 0)).toBeDefined();
    at('A1').undo();
    expect(sheet.values('A1:C1')).toEqual([['Yes', '0012', 'Yes/0012']]);
    expect(at('A1').redo()).toEqual(done);
    expect(at('A1').redo()).toEqual(greyedOut);
  });

  test('is refused whole by one locked cell', () => {
    const { sheet, at } = ground();
    expect(at('A1:C1').deleteContents()).toEqual(refusedAsLocked);
    expect(sheet.value('A1')).toBe('Yes');
  });
});

describe('an ordinary paste', () => {
  test('goes past validation and brings format, lock, style and validation of the source', () => {
    const { sheet, at, person } = ground();
    sheet.sheet.cells.setFormat(area('E1'), { bold: true });
    sheet.sheet.protection.unprotect();
    sheet.put('E1', 5);
    sheet.sheet.protection.protect();
    at('E1').copy();
    expect(at('A2:A3').paste()).toEqual(done);
    expect(sheet.values('A2:A3')).toEqual([[5], [5]]);
    expect(sheet.sheet.cells.format(1, 0)).toMatchObject({ numberFormat: 'General', locked: true, bold: true });
    expect(sheet.sheet.validations.at(1, 0)).toBeUndefined();
    expect(sheet.sheet.validations.at(3, 0)).toBeDefined();
    expect(at('A2').type('x')).toEqual(refusedAsLocked);
    person.undo();
    expect(sheet.sheet.cells.format(1, 0)).toMatchObject({ numberFormat: '@', locked: false });
    expect(sheet.sheet.validations.at(1, 0)).toBeDefined();
  });

  test('is refused whole by one locked cell of the target', () => {
    const { sheet, at } = ground();
    at('A1:B1').copy();
    expect(at('B2').paste()).toEqual(refusedAsLocked);
    expect(sheet.values('B2:C2')).toEqual([[null, '/']]);
    at('C1').copy();
    expect(at('B2').paste()).toEqual(done);
    expect(sheet.formula('B2')).toBe('=#REF!&"/"&A2');
  });

  test('of values leaves format, lock and validation, and is validated', () => {
    const { sheet, at } = ground();
    at('C1').copy();
    expect(at('B2').pasteValues()).toEqual(done);
    expect([sheet.value('B2'), sheet.formula('B2')]).toEqual(['Yes/0012', null]);
    expect(sheet.sheet.cells.format(1, 1)).toMatchObject({ numberFormat: '@', locked: false });
    expect(at('A2').pasteValues()).toMatchObject({ kind: 'refused', dialog: { buttons: ['Retry', 'Cancel', 'Help'] } });
    expect(sheet.value('A2')).toBeNull();
    at('A1').copy();
    expect(at('A2').pasteValues()).toEqual(done);
    expect(sheet.sheet.validations.at(1, 0)).toBeDefined();
  });

  test('of formats needs that right', () => {
    expect(ground().at('A1').copy()).toEqual(done);
    for (const [options, outcome] of [
      [{}, greyedOut],
      [{ allowFormatCells: true }, done],
    ] as const) {
      const { at } = ground(options);
      at('A1').copy();
      expect(at('B2').paste('formats')).toEqual(outcome);
    }
  });

  test('of nothing is not there', () => {
    expect(ground().at('A1').paste()).toEqual(greyedOut);
  });
});

describe('cut and paste', () => {
  test('moves content, lock and validation, and every reference', () => {
    const { sheet, at } = ground();
    at('B1').cut();
    expect(at('B5').paste()).toEqual(done);
    expect(sheet.formula('C1')).toBe('=A1&"/"&B5');
    expect(sheet.value('C1')).toBe('Yes/0012');
    expect(sheet.sheet.cells.format(0, 1)).toMatchObject({ numberFormat: 'General', locked: true });
    expect(sheet.formula('C5')).toBe('=A5&"/"&#REF!');
    at('A1').undo();
    expect(sheet.formula('C1')).toBe('=A1&"/"&B1');
    expect(sheet.formula('C5')).toBe('=A5&"/"&B5');
    expect(sheet.value('B1')).toBe('0012');
  });

  test('is refused for locked cells and for another size', () => {
    const { at } = ground();
    expect(at('C1').cut()).toEqual(refusedAsLocked);
    at('B1:B2').cut();
    expect(at('B4:B6').paste()).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining("aren't the same size") as unknown,
    });
    expect(at('B4').pasteValues()).toEqual(greyedOut);
    expect(at('C4').paste()).toEqual(refusedAsLocked);
  });
});

describe('a block from outside', () => {
  test('is entered cell by cell, past validation, and leaves formats alone', () => {
    const { sheet, at } = ground();
    expect(at('A2').pasteText('Maybe\t00012\r\n\t"two\nlines"\r\n')).toEqual(done);
    expect(sheet.values('A2:B3')).toEqual([
      ['Maybe', '00012'],
      [null, 'two\nlines'],
    ]);
    expect(sheet.sheet.cells.format(1, 1)).toMatchObject({ numberFormat: '@', locked: false });
    expect(sheet.sheet.validations.at(1, 0)).toBeDefined();
  });

  test('as a table brings plain formats and locks', () => {
    const { sheet, at } = ground();
    expect(at('A2').pasteTable([['Maybe', '00012']])).toEqual(done);
    expect(sheet.values('A2:B2')).toEqual([['Maybe', 12]]);
    expect(sheet.sheet.cells.format(1, 1)).toMatchObject({ numberFormat: 'General', locked: true });
  });

  test('is refused whole by one locked cell', () => {
    const { sheet, at } = ground();
    expect(at('B2').pasteText('x\ty')).toEqual(refusedAsLocked);
    expect(sheet.value('B2')).toBeNull();
    expect(at('B2').pasteText('')).toEqual(greyedOut);
  });

  test.each<[string, string[][]]>([
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a', [['a']]],
    ['a\n', [['a']]],
    ['a\t', [['a', '']]],
    ['\t', [['', '']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['"a""b"\t"c\td"', [['a"b', 'c\td']]],
    ['"a"b', [['"a"b']]],
  ])('%j is split into %j', (text, rows) => {
    const { sheet, person } = ground();
    sheet.sheet.protection.unprotect();
    sheet.sheet.cells.setFormat(area('J1:K9'), { numberFormat: '@' });
    person.select(area('J1'));
    person.pasteText(text);
    const got = rows.map((row, down) => row.map((_cell, across) => sheet.sheet.cells.value(down, 9 + across) ?? ''));
    expect(got).toEqual(rows);
  });

  test('of our own goes out as it is shown', () => {
    const { sheet, person, at } = ground();
    sheet.sheet.protection.unprotect();
    sheet.putAll({ E1: '5%', F1: 'two\n"lines"', E2: '12/31/2026' });
    at('E1:F2').copy();
    expect(person.copiedText()).toBe('5%\t"two\n""lines"""\r\n12/31/2026\t\r\n');
    person.endCopy();
    expect(person.copiedText()).toBe('');
  });
});

describe('filling', () => {
  const filled = (source: readonly (readonly Entry[])[], format = 'General', copies = false) => {
    const { book, sheet } = openBook();
    sheet.format('A1:A9', format).putBlock('A1', source);
    const person = new Person(book);
    person.select(areaOf(0, 0, source.length - 1, 0));
    expect(person.dragFill(area('A1:A5'), copies).kind).toBe('done');
    return sheet.values('A1:A5').flat();
  };

  test.each<[string, readonly (readonly Entry[])[], unknown[]]>([
    ['one number', [[7]], [7, 7, 7, 7, 7]],
    ['two numbers', [[1], [3]], [1, 3, 5, 7, 9]],
    ['falling numbers', [[1.5], [1]], [1.5, 1, 0.5, 0, -0.5]],
    ['a text', [['x']], ['x', 'x', 'x', 'x', 'x']],
    ['a text with a number', [['Site 9']], ['Site 9', 'Site 10', 'Site 11', 'Site 12', 'Site 13']],
    ['digits as text', [["'008"]], ['008', '009', '010', '011', '012']],
    ['a formula', [['=ROW()*2']], [2, 4, 6, 8, 10]],
  ])('%s', (_what, source, expected) => {
    expect(filled(source)).toEqual(expected);
  });

  test('a date counts on by days, and does not while Ctrl is held', () => {
    expect(filled([['12/30/2026']])).toEqual([46386, 46387, 46388, 46389, 46390]);
    expect(filled([['12/30/2026']], 'General', true)).toEqual([46386, 46386, 46386, 46386, 46386]);
    expect(filled([[1], [3]], 'General', true)).toEqual([1, 3, 1, 3, 1]);
  });

  test('to the right, too', () => {
    const { book, sheet } = openBook();
    sheet.putBlock('A1', [
      [1, 2],
      ['=A1*2', ''],
    ]);
    const person = new Person(book);
    person.select(area('A1:B2'));
    person.dragFill(area('A1:D2'));
    expect(sheet.values('A1:D2')).toEqual([
      [1, 2, 3, 4],
      [2, null, 6, null],
    ]);
  });

  test('brings format, lock and validation, and is refused whole by one locked cell', () => {
    const { sheet, at } = ground();
    expect(at('A1:B1').dragFill(area('A1:B3'))).toEqual(done);
    expect(sheet.values('A2:C3')).toEqual([
      ['Yes', '0013', 'Yes/0013'],
      ['Yes', '0014', 'Yes/0014'],
    ]);
    expect(at('A1:B1').dragFill(area('A1:C1'))).toEqual(refusedAsLocked);
    expect(at('A1:B10').fillDown()).toEqual(refusedAsLocked);
    expect(at('B1:B9').fillDown()).toEqual(done);
    expect(sheet.value('B9')).toBe('0012');
    expect(at('B1').fillDown()).toEqual(greyedOut);
  });

  test('leaves filtered rows out', () => {
    const { book, sheet } = openBook();
    sheet.putBlock('A1', [
      ['n', 'x'],
      [1, 'a'],
      [2, 'b'],
      [1, 'c'],
      [1, 'd'],
    ]);
    sheet.sheet.filter.set(area('A1:B5'));
    sheet.sheet.filter.apply(0, { on: 'custom', first: '=1' });
    const person = new Person(book);
    person.select(area('B2:B5'));
    person.fillDown();
    expect(sheet.values('B2:B5').flat()).toEqual(['a', 'b', 'a', 'a']);
    person.select(area('A2:B5'));
    person.copy();
    person.select(area('E1'));
    person.paste();
    expect(sheet.values('E1:F4')).toEqual([
      [1, 'a'],
      [1, 'a'],
      [1, 'a'],
      [null, null],
    ]);
  });
});

describe('on a protected sheet', () => {
  const rows = area('2:3');
  const columns = area('A:B');

  test.each<[string, Partial<ProtectionOptions>, (person: Person) => Outcome, Area, Outcome]>([
    ['sorting', {}, (person) => person.sort([{ column: 0 }]), area('A1:B3'), greyedOut],
    ['sorting unlocked cells', { allowSort: true }, (person) => person.sort([{ column: 0 }]), area('A1:B3'), done],
    [
      'sorting a locked cell',
      { allowSort: true },
      (person) => person.sort([{ column: 0 }]),
      area('A1:C3'),
      refusedAsLocked,
    ],
    ['inserting rows', {}, (person) => person.insertRows(), rows, greyedOut],
    [
      'inserting rows with a locked cell',
      { allowInsertRows: true },
      (person) => person.insertRows(),
      rows,
      refusedAsLocked,
    ],
    ['deleting rows', {}, (person) => person.deleteRows(), rows, greyedOut],
    [
      'deleting rows with a locked cell',
      { allowDeleteRows: true },
      (person) => person.deleteRows(),
      rows,
      refusedAsLocked,
    ],
    ['inserting columns', {}, (person) => person.insertColumns(), columns, greyedOut],
    ['deleting columns', { allowDeleteColumns: true }, (person) => person.deleteColumns(), columns, refusedAsLocked],
    ['hiding columns', {}, (person) => person.hideColumns(), columns, greyedOut],
    ['hiding columns where allowed', { allowFormatColumns: true }, (person) => person.hideColumns(), columns, done],
    ['a column’s width', { allowFormatColumns: true }, (person) => person.setColumnWidth(80), columns, done],
    ['hiding rows', {}, (person) => person.hideRows(), rows, greyedOut],
    ['hiding rows where allowed', { allowFormatRows: true }, (person) => person.hideRows(), rows, done],
    ['formatting', {}, (person) => person.format({ bold: true }), area('A1'), greyedOut],
    [
      'formatting where allowed',
      { allowFormatCells: true },
      (person) => person.format({ bold: true }),
      area('C1'),
      done,
    ],
    ['unlocking', { allowFormatCells: true }, (person) => person.format({ locked: false }), area('C1'), greyedOut],
    ['making a filter', { allowAutoFilter: true }, (person) => person.toggleFilter(), area('A1:C9'), greyedOut],
    [
      'filtering without a filter',
      { allowAutoFilter: true },
      (person) => person.filter(0, null),
      area('A1'),
      greyedOut,
    ],
  ])('%s', (_what, options, act, selected, outcome) => {
    const { book, person } = ground(options);
    person.select(selected);
    expect(act(person)).toEqual(outcome);
    expect(book.undoLabels).toHaveLength(outcome === done ? 1 : 0);
  });

  test.each([
    [false, greyedOut],
    [true, done],
  ])('the filter that is there may be used where allowed: %s', (allowAutoFilter, outcome) => {
    const { sheet, person } = ground();
    sheet.sheet.protection.unprotect();
    sheet.sheet.filter.set(area('A1:C9'));
    sheet.sheet.protection.protect({ allowAutoFilter });
    expect(person.filter(1, { on: 'values', values: ['x'] })).toEqual(outcome);
    expect(sheet.sheet.layout.isRowHidden(8)).toBe(allowAutoFilter);
  });

  test.each([
    ['Unlocked', area('A1:B2'), done],
    ['Unlocked', area('B2:C2'), greyedOut],
    ['None', area('A1'), greyedOut],
    ['Normal', area('C1'), done],
  ] as const)('selection mode %s', (selectionMode, selected, outcome) => {
    const { person } = ground({ selectionMode });
    expect(person.select(selected)).toEqual(outcome);
  });

  test('unprotecting empties the undo list and wants the password', () => {
    const { book, sheet, person, at } = ground();
    at('B2').type('x');
    expect(person.unprotect('whatever')).toEqual(done);
    expect(book.undoLabels).toEqual([]);
    expect(person.protect({}, 'Secret')).toEqual(done);
    expect(person.unprotect('secret')).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('CAPS LOCK') as unknown,
    });
    expect(sheet.sheet.protection.isOn).toBe(true);
    expect(person.unprotect('Secret')).toEqual(done);
  });
});

test('rows of unlocked cells are inserted and deleted where allowed', () => {
  const { sheet, person, at } = ground();
  sheet.sheet.protection.unprotect();
  sheet.sheet.cells.setFormat(area('5:6'), { locked: false });
  sheet.sheet.protection.protect({ allowInsertRows: true, allowDeleteRows: true });
  expect(at('6:6').insertRows()).toEqual(done);
  expect(sheet.formula('C7')).toBe('=A7&"/"&B7');
  expect(person.deleteRows()).toEqual(done);
  expect(sheet.formula('C6')).toBe('=A6&"/"&B6');
});

describe('on an open sheet', () => {
  test('rows are inserted, deleted and sorted, and all of it is undone', () => {
    const { book, sheet, person } = ground();
    sheet.sheet.protection.unprotect();
    sheet.sheet.cells.setFormat(area('E1:F9'), { numberFormat: 'General' });
    sheet.putBlock('E1', [
      [3, '=E1*2'],
      [1, '=E2*2'],
      [2, '=E3*2'],
    ]);
    person.select(area('2:2'));
    person.insertRows();
    person.select(area('3:3'));
    person.deleteRows();
    person.select(area('E1:F3'));
    person.sort([{ column: 0 }]);
    expect(sheet.values('E1:F3')).toEqual([
      [2, 4],
      [3, 6],
      [null, null],
    ]);
    expect(book.undoLabels).toEqual(['Sort', 'Delete', 'Insert']);
    for (let step = 0; step < 3; step += 1) person.undo();
    expect(sheet.values('E1:F3')).toEqual([
      [3, 6],
      [1, 2],
      [2, 4],
    ]);
    expect(sheet.sheet.validations.all).toHaveLength(1);
  });
});

describe('sheets', () => {
  test('are added, renamed, hidden and deleted by their tabs', () => {
    const { book, person } = ground();
    person.addSheet();
    const added = book.activeSheet;
    expect([added.name, added.position]).toEqual(['Sheet2', 1]);
    expect(person.renameSheet(added, 'Sheet1')).toMatchObject({
      kind: 'refused',
      reason: 'That name is already taken. Try a different one.',
    });
    expect(person.renameSheet(added, 'Lists')).toEqual(done);
    added.cells.enter(0, 0, 1);
    expect(person.deleteSheet(added)).toMatchObject({ kind: 'asked', dialog: { buttons: ['Delete', 'Cancel'] } });
    expect(person.hideSheet(added)).toEqual(done);
    expect(person.goTo(added)).toEqual(greyedOut);
    expect(person.hideSheet(book.activeSheet)).toMatchObject({ kind: 'refused' });
    expect(person.hideSheet(added, false)).toEqual(done);
    expect(person.goTo(added)).toEqual(done);
    expect(person.deleteSheet(added, 'Delete')).toEqual(done);
    expect(book.sheets).toHaveLength(1);
  });

  test('that are very hidden are not offered', () => {
    const { book, person } = ground();
    const sheet = book.addSheet('State');
    sheet.setVisibility('veryHidden');
    expect(person.hideSheet(sheet, false)).toMatchObject({ kind: 'refused' });
    expect(sheet.visibility).toBe('veryHidden');
  });
});

test('everything that the person does is told as the person’s', () => {
  const { book, at } = ground();
  const sources = new Set<string>();
  book.subscribe(({ source }) => sources.add(source));
  at('A2').type('No');
  at('A1:B1').copy();
  at('A3').paste();
  at('A3').undo();
  expect([...sources]).toEqual(['person']);
});
