import { areaOf } from '../../../src/workbench/model/area.ts';
import { closeWorkbooks, errorOf, openWorkbook } from './open-workbook.ts';

afterEach(closeWorkbooks);

describe('worksheets', () => {
  test('are added, found, counted, moved, renamed, hidden and deleted', async () => {
    const { book, office } = await openWorkbook();
    const seen = await office.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add('New');
      const unnamed = worksheets.add().load('name');
      added.position = 0;
      added.name = 'First';
      added.tabColor = '#ff0000';
      added.showGridlines = false;
      added.load('name,id,position,visibility,tabColor,showGridlines');
      worksheets.getItem('sheet1').visibility = 'Hidden';
      const [all, visible] = [worksheets.getCount(), worksheets.getCount(true)];
      const [first, last] = [worksheets.getFirst().load('name'), worksheets.getLast(true).load('name')];
      await context.sync();
      unnamed.delete();
      worksheets.getItemOrNullObject('nobody').delete();
      await context.sync();
      const { id, ...facts } = added.toJSON() as Record<string, unknown>;
      return { facts, id, unnamed: unnamed.name, counts: [all.value, visible.value], ends: [first.name, last.name] };
    });
    expect(seen.facts).toMatchObject({
      name: 'First',
      position: 0,
      visibility: 'Visible',
      tabColor: '#FF0000',
      showGridlines: false,
    });
    expect(seen.id).toMatch(/^\{[0-9A-F-]+\}$/);
    expect([seen.unnamed, seen.counts, seen.ends]).toEqual(['Sheet3', [3, 2], ['First', 'Sheet3']]);
    expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['First', 'visible'],
      ['Sheet1', 'hidden'],
    ]);
  });

  test('are reached again by their id after they were renamed', async () => {
    const { onSheet } = await openWorkbook();
    const name = await onSheet(async (worksheet, context) => {
      worksheet.load('name');
      await context.sync();
      worksheet.name = 'Other';
      await context.sync();
      worksheet.load('name');
      await context.sync();
      return worksheet.name;
    });
    expect(name).toBe('Other');
  });

  test('the active one is told and changed', async () => {
    const { book, office } = await openWorkbook({}, { sheetNames: ['One', 'Two'] });
    const name = await office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Two').activate();
      const active = context.workbook.worksheets.getActiveWorksheet().load('name');
      await context.sync();
      return active.name;
    });
    expect([name, book.activeSheet.name]).toEqual(['Two', 'Two']);
  });

  test.each<[string, (worksheets: Excel.WorksheetCollection) => unknown, string]>([
    ['a name that is taken', (w) => w.add('SHEET1'), 'ItemAlreadyExists'],
    ['a name that is none', (w) => w.add('a/b'), 'InvalidArgument'],
    [
      'an unknown sheet',
      (w) => {
        w.getItem('nobody').delete();
      },
      'ItemNotFound',
    ],
    [
      'deleting the only visible sheet',
      (w) => {
        w.getItem('Sheet1').delete();
      },
      'InvalidOperation',
    ],
    ['hiding the only visible sheet', (w) => (w.getItem('Sheet1').visibility = 'Hidden'), 'InvalidOperation'],
    [
      'deleting a very hidden sheet',
      (w) => {
        w.getItem('Secret').delete();
      },
      'InvalidOperation',
    ],
    [
      'activating a hidden sheet',
      (w) => {
        w.getItem('Secret').activate();
      },
      'InvalidOperation',
    ],
    [
      'selecting on a hidden sheet',
      (w) => {
        w.getItem('Secret').getRange('A1').select();
      },
      'InvalidOperation',
    ],
    ['a place that is none', (w) => (w.getItem('Sheet1').position = 9), 'InvalidArgument'],
  ])('%s is refused', async (_, use, code) => {
    const { book, office } = await openWorkbook();
    book.addSheet('Secret').setVisibility('veryHidden');
    const error = await errorOf(
      office.Excel.run(async (context) => {
        use(context.workbook.worksheets);
        await context.sync();
      }),
    );
    expect(error.code).toBe(code);
  });
});

describe('names', () => {
  test('are added for ranges and formulas, found, hidden, listed and deleted', async () => {
    const { book, onSheet } = await openWorkbook();
    const seen = await onSheet(async (worksheet, context) => {
      const { names } = context.workbook;
      const block = names.add('Block', worksheet.getRange('A1:B2'), 'A block');
      names.add('Rate', '=0.5').visible = false;
      block.load('name,type,value,visible,formula,comment,scope');
      names.load('items/name,items/visible,items/type,items/value');
      const range = names.getItem('Block').getRange().load('address');
      const nothing = [names.getItemOrNullObject('nobody'), names.getItem('Rate').getRangeOrNullObject()];
      const sheet = range.worksheet.load('name');
      await context.sync();
      const items = names.items.map(({ name, visible, type, value }) => [name, visible, type, value as unknown]);
      names.getItem('Rate').delete();
      return {
        block: block.toJSON(),
        items,
        address: range.address,
        sheet: sheet.name,
        nulls: nothing.map((one) => one.isNullObject),
      };
    });
    expect(seen.block).toMatchObject({
      name: 'Block',
      type: 'Range',
      value: 'Sheet1!A1:B2',
      visible: true,
      formula: '=Sheet1!$A$1:$B$2',
      comment: 'A block',
      scope: 'Workbook',
    });
    expect(seen.items).toEqual([
      ['Block', true, 'Range', 'Sheet1!A1:B2'],
      ['Rate', false, 'Double', 0.5],
    ]);
    expect([seen.address, seen.sheet, seen.nulls]).toEqual(['Sheet1!A1:B2', 'Sheet1', [true, true]]);
    expect(book.names.all.map(({ name }) => name)).toEqual(['Block']);
  });

  test.each<[string, (names: Excel.NamedItemCollection) => unknown, string]>([
    ['a name that is taken', (n) => n.add('BLOCK', '=1'), 'ItemAlreadyExists'],
    ['a name that looks like a cell', (n) => n.add('A1', '=1'), 'InvalidArgument'],
    [
      'a name that is not there',
      (n) => {
        n.getItem('nobody').delete();
      },
      'ItemNotFound',
    ],
    ['the range of a constant', (n) => n.add('Rate', '=1').getRange(), 'ItemNotFound'],
  ])('%s is refused', async (_, use, code) => {
    const { book, sheet, office } = await openWorkbook();
    book.names.add('Block', { sheet, area: areaOf(0, 0) });
    const error = await errorOf(
      office.Excel.run(async (context) => {
        use(context.workbook.names);
        await context.sync();
      }),
    );
    expect(error.code).toBe(code);
  });
});

describe('application', () => {
  test('under manual calculation a read is stale until calculate', async () => {
    const { onSheet } = await openWorkbook();
    const seen = await onSheet(async (worksheet, context) => {
      const { application } = context.workbook;
      worksheet.getRange('A1:B1').formulas = [[1, '=A1+1']];
      application.calculationMode = 'Manual';
      worksheet.getRange('A1').values = [[5]];
      const stale = worksheet.getRange('B1').load('values');
      application.load('calculationMode,calculationState');
      await context.sync();
      application.calculate('Recalculate');
      const fresh = worksheet.getRange('B1').load('values');
      await context.sync();
      return [
        application.calculationMode,
        application.calculationState,
        stale.values[0]?.[0],
        fresh.values[0]?.[0],
      ] as unknown[];
    });
    expect(seen).toEqual(['Manual', 'Pending', 2, 6]);
  });

  test('suspended calculation lasts until the request ends, and the mode stays as it was', async () => {
    const { book, onSheet } = await openWorkbook();
    const seen = await onSheet(async (worksheet, context) => {
      const { application } = context.workbook;
      worksheet.getRange('A1:B1').formulas = [[1, '=A1+1']];
      await context.sync();
      application.suspendApiCalculationUntilNextSync();
      application.suspendScreenUpdatingUntilNextSync();
      worksheet.getRange('A1').values = [[5]];
      const suspended = worksheet.getRange('B1').load('values');
      application.load('calculationMode');
      await context.sync();
      const fresh = worksheet.getRange('B1').load('values');
      await context.sync();
      return [application.calculationMode, suspended.values[0]?.[0], fresh.values[0]?.[0]] as unknown[];
    });
    expect(seen).toEqual(['Automatic', 2, 6]);
    expect(book.calculationMode).toBe('automatic');
  });

  test('calculation except tables is refused', async () => {
    const { onSheet } = await openWorkbook();
    const error = await errorOf(
      onSheet((_, context) => {
        context.workbook.application.calculationMode = 'AutomaticExceptTables';
      }),
    );
    expect(error.code).toBe('ApiNotFound');
  });
});

describe('frozen panes', () => {
  test.each<[string, (panes: Excel.WorksheetFreezePanes) => void, string | null]>([
    [
      'rows',
      (panes) => {
        panes.freezeRows(2);
      },
      '1:2',
    ],
    [
      'columns',
      (panes) => {
        panes.freezeColumns(3);
      },
      'A:C',
    ],
    [
      'a corner',
      (panes) => {
        panes.freezeAt('A1:C2');
      },
      'A1:C2',
    ],
    [
      'whole rows',
      (panes) => {
        panes.freezeAt('1:2');
      },
      '1:2',
    ],
    [
      'nothing',
      (panes) => {
        panes.freezeRows(1);
        panes.unfreeze();
      },
      null,
    ],
  ])('%s', async (_, freeze, address) => {
    const { onSheet } = await openWorkbook();
    const location = await onSheet(async (worksheet, context) => {
      freeze(worksheet.freezePanes);
      const range = worksheet.freezePanes.getLocationOrNullObject().load('address');
      await context.sync();
      return range.isNullObject ? null : range.address;
    });
    expect(location).toBe(address === null ? null : `Sheet1!${address}`);
  });
});

test('the AutoFilter hides rows by values and by conditions, tells its criteria and goes', async () => {
  const { sheet, onSheet } = await openWorkbook();
  const hidden = () => [1, 2, 3].map((row) => sheet.layout.isRowHidden(row));
  const seen = await onSheet(async (worksheet, context) => {
    worksheet.getRange('A1:B4').values = [
      ['name', 'amount'],
      ['a', 1],
      ['b', 5],
      ['c', 9],
    ];
    const { autoFilter } = worksheet;
    autoFilter.apply(worksheet.getRange('A1:B4'), 0, { filterOn: 'Values', values: ['a', 'b'] });
    autoFilter.apply('A1:B4', 1, { filterOn: 'Custom', criterion1: '>2', operator: 'And', criterion2: '<9' });
    autoFilter.load('enabled,isDataFiltered,criteria');
    const range = autoFilter.getRangeOrNullObject().load('address');
    await context.sync();
    return [autoFilter.enabled, autoFilter.isDataFiltered, autoFilter.criteria, range.address];
  });
  expect(seen).toEqual([
    true,
    true,
    [
      { filterOn: 'Values', values: ['a', 'b'] },
      { filterOn: 'Custom', criterion1: '>2', criterion2: '<9', operator: 'And' },
    ],
    'Sheet1!A1:B4',
  ]);
  expect(hidden()).toEqual([true, false, true]);
  const gone = await onSheet(async (worksheet, context) => {
    worksheet.autoFilter.remove();
    const range = worksheet.autoFilter.getRangeOrNullObject();
    await context.sync();
    return range.isNullObject;
  });
  expect([gone, hidden()]).toEqual([true, [false, false, false]]);
  const error = await errorOf(
    onSheet((worksheet) => {
      worksheet.autoFilter.apply('A1:B4', 0, { filterOn: 'TopItems', criterion1: '1' });
    }),
  );
  expect(error.code).toBe('ApiNotFound');
});

test('page layout: orientation, print area, title rows, zoom and margins', async () => {
  const { sheet, onSheet } = await openWorkbook();
  const seen = await onSheet(async (worksheet, context) => {
    const { pageLayout } = worksheet;
    pageLayout.orientation = 'Landscape';
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.leftMargin = 36;
    pageLayout.setPrintArea('A1:F9');
    pageLayout.setPrintTitleRows('1:2');
    pageLayout.load('orientation,zoom,leftMargin');
    const rows = pageLayout.getPrintTitleRowsOrNullObject().load('address');
    await context.sync();
    return [pageLayout.orientation, pageLayout.zoom, pageLayout.leftMargin, rows.address];
  });
  expect(seen).toEqual(['Landscape', { horizontalFitToPages: 1 }, 36, 'Sheet1!1:2']);
  expect(sheet.layout.page.printAreas).toEqual([areaOf(0, 0, 8, 5)]);
  const error = await errorOf(
    onSheet((worksheet) => {
      worksheet.pageLayout.zoom = { scale: 900 };
    }),
  );
  expect(error.code).toBe('InvalidArgument');
});

/** A PNG of 4 × 2 pixels. */
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAYAAAB/qH1jAAAAEElEQVR42mNk+M9QzwAEAAmJAYHoRmcYAAAAAElFTkSuQmCC';

test('pictures keep their proportions, are found by name or id, and are deleted', async () => {
  const { sheet, onSheet } = await openWorkbook();
  const seen = await onSheet(async (worksheet, context) => {
    const shape = worksheet.shapes.addImage(picture);
    shape.load('width,height');
    await context.sync();
    const natural = [shape.width, shape.height];
    shape.name = 'Logo';
    shape.left = 6;
    shape.top = 4;
    shape.height = 30;
    shape.altTextDescription = 'The logo';
    worksheet.shapes.load(
      'items/name,items/id,items/type,items/left,items/top,items/width,items/height,items/altTextDescription',
    );
    const count = worksheet.shapes.getCount();
    await context.sync();
    const [first] = worksheet.shapes.items;
    const { id, ...facts } = first?.toJSON() as Record<string, unknown>;
    worksheet.shapes.getItem(String(id)).delete();
    const gone = worksheet.shapes.getItemOrNullObject('Logo');
    await context.sync();
    return { natural, facts, count: count.value, gone: gone.isNullObject };
  });
  expect(seen).toEqual({
    natural: [3, 1.5],
    facts: { name: 'Logo', type: 'Image', left: 6, top: 4, width: 60, height: 30, altTextDescription: 'The logo' },
    count: 1,
    gone: true,
  });
  expect(sheet.images.all).toEqual([]);
  const error = await errorOf(onSheet((worksheet) => worksheet.shapes.addImage('R0lGODlh')));
  expect(error.code).toBe('ApiNotFound');
});

test('settings of the workbook are kept as JSON, and shared with the document settings', async () => {
  const { book, office, onSheet } = await openWorkbook();
  const value = { plan: 'sample', rows: 50 };
  const seen = await onSheet(async (_, context) => {
    const { settings } = context.workbook;
    settings.add('state', value);
    const setting = settings.getItem('state').load('value');
    const nobody = settings.getItemOrNullObject('nobody');
    const count = settings.getCount();
    await context.sync();
    return [setting.value as unknown, nobody.isNullObject, count.value];
  });
  expect(seen).toEqual([value, true, 1]);
  expect(book.settings.get('state')).toBe(JSON.stringify(value));
  const { settings } = office.Office.context.document;
  settings.set('mirror', [1, 2]);
  await new Promise((resolve) => {
    settings.saveAsync(resolve);
  });
  expect(book.settings.get('mirror')).toBe('[1,2]');
});
