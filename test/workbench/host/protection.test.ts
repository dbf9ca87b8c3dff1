import { areaOf } from '../../../src/workbench/model/area.ts';
import { closeWorkbooks, errorOf, openWorkbook } from './open-workbook.ts';

afterEach(closeWorkbooks);

/** A sheet on which B1:B9 are unlocked, then protected. */
async function openProtected(options: Excel.WorksheetProtectionOptions = {}) {
  const workbook = await openWorkbook();
  await workbook.onSheet((worksheet) => {
    worksheet.getRange('A1:B9').values = Array.from({ length: 9 }, (_, row) => [row, row]);
    worksheet.getRange('B1:B9').format.protection.locked = false;
    worksheet.protection.protect(options);
  });
  return workbook;
}

type Change = (worksheet: Excel.Worksheet) => unknown;

const list = { list: { inCellDropDown: true, source: 'a' } };

const locked: [string, Change][] = [
  ['values', (w) => (w.getRange('A1').values = [[1]])],
  ['formulas', (w) => (w.getRange('A1').formulas = [['=1']])],
  ['values that touch one locked cell', (w) => (w.getRange('A1:B1').values = [[null, 1]])],
  [
    'clearing contents',
    (w) => {
      w.getRange('A1').clear('Contents');
    },
  ],
  [
    'copying onto it',
    (w) => {
      w.getRange('A1').copyFrom('B1');
    },
  ],
  [
    'a copy that grows onto it',
    (w) => {
      w.getRange('A1').copyFrom('B1:B2', 'Values', false, true);
    },
  ],
  [
    'filling',
    (w) => {
      w.getRange('A1').autoFill(w.getRange('A1:A2'));
    },
  ],
];

test.each(locked)('a locked cell refuses %s', async (_, change) => {
  const { sheet, onSheet } = await openProtected();
  const before = sheet.cells.values(areaOf(0, 0, 8, 1));
  const error = await errorOf(
    onSheet((worksheet) => {
      change(worksheet);
    }),
  );
  expect(error.code).toBe('AccessDenied');
  expect(sheet.cells.values(areaOf(0, 0, 8, 1))).toEqual(before);
});

test('unlocked cells take values, formulas, copies and clearing of contents', async () => {
  const { sheet, onSheet } = await openProtected();
  await onSheet((worksheet) => {
    worksheet.getRange('B1:B2').values = [['one'], ['two']];
    worksheet.getRange('B3').formulas = [['=1+1']];
    worksheet.getRange('B4:B5').copyFrom('B1:B2', 'Values');
    worksheet.getRange('B6').clear('Contents');
  });
  expect(sheet.cells.values(areaOf(0, 1, 5, 1)).flat()).toEqual(['one', 'two', 2, 'one', 'two', null]);
});

const byOption: [string, keyof Excel.WorksheetProtectionOptions, Change][] = [
  ['a fill', 'allowFormatCells', (w) => (w.getRange('B1').format.fill.color = '#FF0000')],
  ['a number format', 'allowFormatCells', (w) => (w.getRange('B1').numberFormat = [['@']])],
  ['a border', 'allowFormatCells', (w) => (w.getRange('B1').format.borders.getItem('EdgeTop').style = 'Dot')],
  [
    'clearing formats',
    'allowFormatCells',
    (w) => {
      w.getRange('B1').clear('Formats');
    },
  ],
  [
    'copying formats',
    'allowFormatCells',
    (w) => {
      w.getRange('B1').copyFrom('B2', 'Formats');
    },
  ],
  ['a conditional format', 'allowFormatCells', (w) => w.getRange('B1').conditionalFormats.add('Custom')],
  ['a column width', 'allowFormatColumns', (w) => (w.getRange('B:B').format.columnWidth = 99)],
  ['hiding a column', 'allowFormatColumns', (w) => (w.getRange('A:A').columnHidden = true)],
  [
    'fitting columns',
    'allowFormatColumns',
    (w) => {
      w.getRange('A:B').format.autofitColumns();
    },
  ],
  ['a row height', 'allowFormatRows', (w) => (w.getRange('1:1').format.rowHeight = 40)],
  ['hiding a row', 'allowFormatRows', (w) => (w.getRange('1:1').rowHidden = true)],
  [
    'sorting unlocked cells',
    'allowSort',
    (w) => {
      w.getRange('B1:B9').sort.apply([{ key: 0, ascending: false }]);
    },
  ],
  ['a picture', 'allowEditObjects', (w) => w.shapes.addImage(pixel)],
];

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test.each(byOption)('%s needs %s', async (_, option, change) => {
  const run = async (options: Excel.WorksheetProtectionOptions): Promise<string> => {
    const { onSheet } = await openProtected(options);
    const error = await errorOf(
      onSheet((worksheet) => {
        change(worksheet);
      }),
    );
    return error.code;
  };
  expect([await run({}), await run({ [option]: true })]).toEqual(['AccessDenied', '']);
});

const whateverIsAllowed: [string, Change][] = [
  ['locks', (w) => (w.getRange('B1').format.protection.locked = true)],
  ['hidden formulas', (w) => (w.getRange('B1').format.protection.formulaHidden = true)],
  ['data validation', (w) => (w.getRange('B1').dataValidation.rule = list)],
  [
    'clearing data validation',
    (w) => {
      w.getRange('B1').dataValidation.clear();
    },
  ],
  [
    'a new filter',
    (w) => {
      w.autoFilter.apply('A1:B9');
    },
  ],
  [
    'taking the filter away',
    (w) => {
      w.autoFilter.remove();
    },
  ],
  [
    'sorting locked cells',
    (w) => {
      w.getRange('A1:B9').sort.apply([{ key: 0 }]);
    },
  ],
  ['inserting rows of locked cells', (w) => w.getRange('2:2').insert('Down')],
  ['inserting columns of locked cells', (w) => w.getRange('A:A').insert('Right')],
  [
    'deleting rows of locked cells',
    (w) => {
      w.getRange('2:2').delete('Up');
    },
  ],
  [
    'deleting columns of locked cells',
    (w) => {
      w.getRange('A:A').delete('Left');
    },
  ],
  [
    'protecting again',
    (w) => {
      w.protection.protect({ allowSort: true });
    },
  ],
];

test.each(whateverIsAllowed)('%s cannot be changed on a protected sheet, whatever is allowed', async (_, change) => {
  const { onSheet } = await openProtected({
    allowFormatCells: true,
    allowAutoFilter: true,
    allowSort: true,
    allowInsertRows: true,
    allowInsertColumns: true,
    allowDeleteRows: true,
    allowDeleteColumns: true,
  });
  const error = await errorOf(
    onSheet((worksheet) => {
      change(worksheet);
    }),
  );
  expect(error.code).toBe('AccessDenied');
});

test('rows without a locked cell are deleted where that is allowed', async () => {
  const { sheet, onSheet } = await openWorkbook();
  await onSheet((worksheet) => {
    worksheet.getRange('A1:A3').values = [[1], [2], [3]];
    worksheet.getRange('2:2').format.protection.locked = false;
    worksheet.protection.protect({ allowDeleteRows: true });
    worksheet.getRange('2:2').delete('Up');
  });
  expect(sheet.cells.values(areaOf(0, 0, 2, 0)).flat()).toEqual([1, 3, null]);
});

test('criteria of a filter change where filtering is allowed', async () => {
  const { sheet, onSheet } = await openWorkbook();
  await onSheet((worksheet) => {
    worksheet.getRange('A1:A3').values = [['head'], ['a'], ['b']];
    worksheet.autoFilter.apply('A1:A3');
    worksheet.protection.protect({ allowAutoFilter: true });
    worksheet.autoFilter.apply('A1:A3', 0, { filterOn: 'Values', values: ['b'] });
  });
  expect(sheet.layout.isRowHidden(1)).toBe(true);
  await onSheet((worksheet) => {
    worksheet.autoFilter.clearCriteria();
  });
  expect(sheet.layout.isRowHidden(1)).toBe(false);
});

test('what belongs to window and workbook changes on a protected sheet', async () => {
  const { sheet, onSheet } = await openProtected();
  await onSheet((worksheet, context) => {
    worksheet.freezePanes.freezeRows(2);
    worksheet.tabColor = '#00FF00';
    worksheet.showGridlines = false;
    worksheet.name = 'Renamed';
    worksheet.pageLayout.orientation = 'Landscape';
    context.workbook.names.add('Corner', worksheet.getRange('A1'));
  });
  expect([sheet.layout.freeze.rows, sheet.tabColour, sheet.name]).toEqual([2, '#00FF00', 'Renamed']);
});

test('state and options are told; options that are read back are no valid input', async () => {
  const { onSheet } = await openProtected({ allowSort: true, selectionMode: 'Unlocked' });
  const options = await onSheet(async (worksheet, context) => {
    worksheet.protection.load('protected,options');
    await context.sync();
    expect(worksheet.protection.protected).toBe(true);
    worksheet.protection.unprotect();
    return worksheet.protection.options;
  });
  expect(options).toMatchObject({ allowSort: true, allowFormatCells: false, selectionMode: 'Unlocked' });
  const error = await errorOf(
    onSheet((worksheet) => {
      worksheet.protection.protect(options);
    }),
  );
  expect(error).toEqual({ code: 'GeneralException', location: 'WorksheetProtection.protect' });
});

test('an option that does not exist is refused', async () => {
  const { onSheet } = await openWorkbook();
  const error = await errorOf(
    onSheet((worksheet) => {
      worksheet.protection.protect({ allowEverything: true } as never);
    }),
  );
  expect(error.code).toBe('InvalidArgument');
});

test('a password must be right', async () => {
  const { sheet, onSheet } = await openWorkbook();
  await onSheet((worksheet) => {
    worksheet.protection.protect({}, 'right');
  });
  const error = await errorOf(
    onSheet((worksheet) => {
      worksheet.protection.unprotect('wrong');
    }),
  );
  expect(error.code).toBe('InvalidArgument');
  await onSheet((worksheet) => {
    worksheet.protection.unprotect('right');
  });
  expect(sheet.protection.isOn).toBe(false);
});

test('a sheet that is not protected cannot be unprotected', async () => {
  const { onSheet } = await openWorkbook();
  const error = await errorOf(
    onSheet((worksheet) => {
      worksheet.protection.unprotect();
    }),
  );
  expect(error).toEqual({ code: 'AccessDenied', location: 'WorksheetProtection.unprotect' });
});
