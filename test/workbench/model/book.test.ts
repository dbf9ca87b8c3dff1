import type { BookEvent } from '../../../src/workbench/model/events.ts';
import { area, openBook, refusal } from '../calculation/support.ts';

describe('sheets', () => {
  test('have stable ids and names that ignore case', () => {
    const { book } = openBook({ sheetNames: ['Invoice', 'Setup'] });
    expect(book.sheets.map(({ id, name }) => [id, name])).toEqual([
      ['{00000001-0001-0000-0000-000000000000}', 'Invoice'],
      ['{00000002-0001-0000-0000-000000000000}', 'Setup'],
    ]);
    expect(book.sheet('INVOICE')).toBe(book.sheets[0]);
    expect(book.sheet('{00000002-0001-0000-0000-000000000000}')).toBe(book.sheets[1]);
    expect(book.addSheet().name).toBe('Sheet3');
  });

  test.each(['', 'x'.repeat(32), 'a/b', 'a\\b', 'a?b', 'a*b', 'a[b', 'a]b', 'a:b', "'a", "a'", 'History'])(
    'cannot be called %j',
    (name) => {
      const { book } = openBook();
      expect(() => book.addSheet(name)).toThrow(refusal('invalidName'));
      expect(() => {
        book.activeSheet.rename(name);
      }).toThrow(refusal('invalidName'));
    },
  );

  test('have each their own name', () => {
    const { book } = openBook({ sheetNames: ['Invoice', 'Setup'] });
    expect(() => book.addSheet('INVOICE')).toThrow(refusal('nameTaken'));
    expect(() => book.sheet('Setup')?.rename('invoice')).toThrow(refusal('nameTaken'));
    book.sheet('Invoice')?.rename('INVOICE');
    expect(book.sheets[0]?.name).toBe('INVOICE');
  });

  test('one stays visible', () => {
    const { book } = openBook({ sheetNames: ['A', 'B'] });
    const [first, second] = book.sheets;
    if (first === undefined || second === undefined) throw new Error('two sheets');
    first.setVisibility('veryHidden');
    expect(book.activeSheet).toBe(second);
    const last = refusal('lastVisibleSheet');
    expect(() => {
      second.setVisibility('hidden');
    }).toThrow(last);
    expect(() => {
      book.deleteSheet(second);
    }).toThrow(last);
    expect(() => {
      book.activate(first);
    }).toThrow(refusal('invalidArgument'));
    first.setVisibility('visible');
    book.deleteSheet(second);
    expect(book.sheets).toEqual([first]);
    expect(second.position).toBe(-1);
  });

  test('move among the tabs', () => {
    const { book } = openBook({ sheetNames: ['A', 'B', 'C'] });
    const [first] = book.sheets;
    if (first === undefined) throw new Error('a sheet');
    book.moveSheet(first, 2);
    expect(book.sheets.map(({ name }) => name)).toEqual(['B', 'C', 'A']);
    expect(first.position).toBe(2);
  });
});

describe('events', () => {
  test('come once, after the outermost change, with their cause', () => {
    const { book, sheet } = openBook();
    const events: BookEvent[] = [];
    const stop = book.subscribe((event) => events.push(event));
    sheet.put('A2', '=A1');
    events.length = 0;
    book.asPerson('Typing', () => {
      sheet.put('A1', 5);
      expect(events).toEqual([]);
    });
    const sheetId = sheet.sheet.id;
    expect(events).toEqual([
      {
        type: 'changed',
        sheetId,
        changeType: 'RangeEdited',
        area: area('A1'),
        detail: { before: null, after: 5 },
        source: 'person',
      },
      { type: 'stateChanged', source: 'person' },
      { type: 'calculated', sheetId, source: 'person' },
    ]);
    events.length = 0;
    book.batch(() => {
      sheet.putBlock('A1', [[1], [2]]);
      sheet.format('A1', '0');
    });
    expect(events.map(({ type, source }) => [type, source])).toEqual([
      ['stateChanged', 'api'],
      ['changed', 'api'],
      ['formatChanged', 'api'],
    ]);
    stop();
    events.length = 0;
    sheet.put('A1', 1);
    expect(events).toEqual([]);
  });

  test('tell of selection and sheets', () => {
    const { book } = openBook({ sheetNames: ['A', 'B'] });
    const types: string[] = [];
    book.subscribe(({ type }) => types.push(type));
    const second = book.sheets[1];
    if (second === undefined) throw new Error('two sheets');
    book.select(second, [area('B2:C3'), area('E5')], { row: 4, column: 4 });
    book.addSheet('C');
    second.rename('D');
    second.protection.protect();
    book.deleteSheet(second);
    expect(types).toEqual([
      'sheetDeactivated',
      'sheetActivated',
      'selectionChanged',
      'sheetAdded',
      'sheetRenamed',
      'protectionChanged',
      'sheetDeactivated',
      'sheetActivated',
      'sheetDeleted',
    ]);
  });
});

describe('the undo list', () => {
  test('is the person’s; an add-in’s write and protection empty it', () => {
    const { book, sheet } = openBook();
    const type = (value: number) => {
      book.asPerson(`Typing ${String(value)}`, () => sheet.put('A1', value));
    };
    type(1);
    type(2);
    expect(book.undoLabels).toEqual(['Typing 2', 'Typing 1']);
    book.undo();
    expect(sheet.value('A1')).toBe(1);
    expect(book.redoLabels).toEqual(['Typing 2']);
    type(3);
    expect(book.redoLabels).toEqual([]);
    book.select(sheet.sheet, area('B2'));
    expect(book.undoLabels).toEqual(['Typing 3', 'Typing 1']);
    sheet.put('B1', 'by an add-in');
    expect(book.undoLabels).toEqual([]);
    expect(book.undo()).toBe(false);
    type(4);
    sheet.sheet.protection.protect();
    expect(book.undoLabels).toEqual([]);
    type(5);
    sheet.sheet.protection.unprotect();
    expect(book.undoLabels).toEqual([]);
  });

  test.each<[string, (opened: ReturnType<typeof openBook>) => void]>([
    ['formats', ({ sheet }) => sheet.format('A1:B9', '0.00')],
    [
      'entire columns',
      ({ sheet }) => {
        sheet.sheet.cells.setFormat(area('A:C'), { locked: false });
      },
    ],
    [
      'inserted rows',
      ({ sheet }) => {
        sheet.sheet.insertRows(1, 2);
      },
    ],
    [
      'deleted rows',
      ({ sheet }) => {
        sheet.sheet.deleteRows(0, 2);
      },
    ],
    [
      'inserted columns',
      ({ sheet }) => {
        sheet.sheet.insertColumns(0, 1);
      },
    ],
    [
      'validations',
      ({ sheet }) => {
        sheet.sheet.validations.set(area('A1:A9'), null);
      },
    ],
    [
      'conditional formats',
      ({ sheet }) => {
        sheet.sheet.conditionalFormats.clear();
      },
    ],
    [
      'names',
      ({ book }) => {
        book.names.change('name', { refersTo: '=Sheet1!$A$2' });
      },
    ],
    [
      'layout',
      ({ sheet }) => {
        sheet.sheet.layout.setColumnsHidden(0, 2, true);
        sheet.sheet.layout.setColumnWidth(0, 1, 99);
      },
    ],
    [
      'a filter',
      ({ sheet }) => {
        sheet.sheet.filter.set(area('A1:B4'));
        sheet.sheet.filter.apply(0, { on: 'custom', first: '>1' });
      },
    ],
  ])('takes back %s', (_what, change) => {
    const opened = openBook();
    const { book, sheet } = opened;
    sheet.putBlock('A1', [
      [1, '=A1*2', '=name'],
      [2, '=SUM(A1:A2)', '=B1'],
      [3, '=A3', 'x'],
    ]);
    book.names.add('name', '=Sheet1!$A$1');
    sheet.sheet.validations.set(area('A1:A3'), {
      rule: { type: 'Custom', formula: '=A1>0' },
      ignoreBlanks: true,
      prompt: { show: true, title: '', message: '' },
      alert: { show: true, style: 'Stop', title: '', message: '' },
    });
    sheet.sheet.conditionalFormats.add({ areas: [area('A1:B3')], formula: '=A1>2', style: {}, stopIfTrue: false });
    const picture = () => ({
      cells: [0, 1, 2, 3, 4, 5].map((row) =>
        [0, 1, 2, 3].map((column) => [
          sheet.sheet.cells.input(row, column),
          sheet.sheet.cells.value(row, column),
          sheet.sheet.cells.format(row, column),
        ]),
      ),
      validations: sheet.sheet.validations.all,
      conditions: sheet.sheet.conditionalFormats.all,
      names: book.names.all.map(({ name, refersTo }) => [name, refersTo]),
      hidden: [0, 1, 2, 3].map((at) => [sheet.sheet.layout.isColumnHidden(at), sheet.sheet.layout.isRowHidden(at)]),
      widths: [0, 1, 2].map((at) => sheet.sheet.layout.columnWidth(at)),
      far: sheet.sheet.cells.format(9999, 0),
      filter: sheet.sheet.filter.area,
    });
    const before = picture();
    book.asPerson('change', () => {
      change(opened);
    });
    const after = picture();
    expect(after).not.toEqual(before);
    book.undo();
    expect(picture()).toEqual(before);
    book.redo();
    expect(picture()).toEqual(after);
    book.undo();
    sheet.put('A1', 10);
    expect(sheet.values('A1:C2')).toEqual([
      [10, 20, 10],
      [2, 12, 20],
    ]);
  });

  test('a step that fails leaves nothing behind', () => {
    const { book, sheet } = openBook();
    sheet.put('A1', 1);
    const events: BookEvent[] = [];
    book.subscribe((event) => events.push(event));
    expect(() => {
      book.asPerson('fails', () => {
        sheet.put('A1', 2).put('A2', 3);
        throw new Error('no');
      });
    }).toThrow('no');
    expect(sheet.values('A1:A2')).toEqual([[1], [null]]);
    expect(book.undoLabels).toEqual([]);
    expect(events).toEqual([]);
  });
});

describe('the sheet’s layout', () => {
  test('follows rows and columns that come and go', () => {
    const { sheet } = openBook();
    const { layout } = sheet.sheet;
    layout.setColumnWidth(2, 2, 100);
    layout.setRowsHidden(3, 4, true);
    layout.setColumnsHidden(5, 5, true);
    layout.setPage({ printAreas: [area('A1:C5')], titleRows: area('1:2') });
    sheet.sheet.insertRows(1, 1);
    sheet.sheet.insertColumns(0, 1);
    expect(layout.columnWidth(3)).toBe(100);
    expect([4, 5].every((row) => layout.isRowHidden(row))).toBe(true);
    expect(layout.isRowHidden(3)).toBe(false);
    expect(layout.isColumnHidden(6)).toBe(true);
    expect(layout.page).toMatchObject({ printAreas: [area('B1:D6')], titleRows: area('1:3') });
  });

  test('has one width for all columns where all were set', () => {
    const { sheet } = openBook();
    sheet.sheet.layout.setColumnWidth(0, 16_383, 60);
    expect([sheet.sheet.layout.standardWidth, sheet.sheet.layout.columnWidth(9)]).toEqual([60, 60]);
    expect(() => {
      sheet.sheet.layout.setColumnWidth(0, 0, -1);
    }).toThrow(refusal('invalidArgument'));
  });

  test('takes pictures that are pictures', () => {
    const { sheet } = openBook();
    const { images } = sheet.sheet;
    const image = images.add({ base64: 'iVBORw0KGgoAAAA=', name: 'Logo', width: 50 });
    images.change(image.id, { description: 'The plan’s logo' });
    expect(images.all).toEqual([{ ...image, description: 'The plan’s logo' }]);
    expect(() => images.add({ base64: 'PHN2Zz4=' })).toThrow(refusal('invalidArgument'));
    images.delete(image.id);
    expect(images.all).toEqual([]);
  });
});

describe('the filter', () => {
  const ground = () => {
    const { sheet } = openBook();
    sheet.putBlock('A1', [
      ['name', 'n'],
      ['Ann', 1],
      ['bob', 2],
      ['', 3],
      ['Ann', 4],
    ]);
    sheet.sheet.filter.set(area('A1:B5'));
    const shown = () => [1, 2, 3, 4].filter((row) => !sheet.sheet.layout.isRowHidden(row));
    return { sheet, shown };
  };

  test.each([
    [0, { on: 'values', values: ['ann'] } as const, [1, 4]],
    [0, { on: 'values', values: ['', 'bob'] } as const, [2, 3]],
    [1, { on: 'custom', first: '>1', join: 'and', second: '<4' } as const, [2, 3]],
    [1, { on: 'custom', first: '=1', join: 'or', second: '=4' } as const, [1, 4]],
    [0, { on: 'custom', first: '=a*' } as const, [1, 4]],
    [0, { on: 'custom', first: '<>' } as const, [1, 2, 4]],
  ])('column %i by %j shows rows %j', (offset, criterion, rows) => {
    const { sheet, shown } = ground();
    sheet.sheet.filter.apply(offset, criterion);
    expect(shown()).toEqual(rows);
  });

  test('joins criteria, goes with its rows, and gives all back', () => {
    const { sheet, shown } = ground();
    sheet.sheet.filter.apply(0, { on: 'values', values: ['Ann'] });
    sheet.sheet.filter.apply(1, { on: 'custom', first: '>1' });
    expect(shown()).toEqual([4]);
    sheet.put('B2', 9);
    expect(shown()).toEqual([4]);
    sheet.sheet.filter.reapply();
    expect(shown()).toEqual([1, 4]);
    sheet.sheet.insertRows(0, 1);
    expect(sheet.sheet.filter.area).toEqual(area('A2:B6'));
    expect([2, 3, 4, 5].filter((row) => !sheet.sheet.layout.isRowHidden(row))).toEqual([2, 5]);
    sheet.sheet.filter.clear(0);
    expect(sheet.sheet.filter.criteria.size).toBe(1);
    sheet.sheet.filter.remove();
    expect([2, 3, 4, 5].some((row) => sheet.sheet.layout.isRowHidden(row))).toBe(false);
  });
});

describe('protection', () => {
  test('is on once, keeps its options, and wants its password', () => {
    const { sheet } = openBook();
    const { protection } = sheet.sheet;
    expect(protection.allows('allowSort')).toBe(true);
    protection.protect({ allowFormatColumns: true }, 'secret');
    expect(protection).toMatchObject({ isOn: true, hasPassword: true });
    expect([protection.allows('allowFormatColumns'), protection.allows('allowSort')]).toEqual([true, false]);
    expect(() => {
      protection.protect();
    }).toThrow(refusal('alreadyProtected'));
    expect(() => {
      protection.unprotect('Secret');
    }).toThrow(refusal('wrongPassword'));
    protection.unprotect('secret');
    expect(protection).toMatchObject({ isOn: false, hasPassword: false });
  });
});
