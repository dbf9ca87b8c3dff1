import { officeThemes } from '../../../src/workbench/host/profile.ts';
import { ExcelHost } from '../../../src/workbench/host/excel-host.ts';
import { Book } from '../../../src/workbench/model/book.ts';
import { type OfficeInNode, openOfficeInNode } from '../../../src/workbench/office/open-office-in-node.ts';
import { closeWorkbooks, openWorkbook } from '../host/open-workbook.ts';

afterEach(closeWorkbooks);

test('Office starts as Excel for Windows, with what the profile says', async () => {
  const { office } = await openWorkbook({
    excelApi: 13,
    locale: 'es-ES',
    theme: officeThemes.dark,
    documentUrl: 'C:\\March.xlsx',
  });
  const { context } = office.Office;
  expect(await office.Office.onReady()).toEqual({ host: 'Excel', platform: 'PC', addin: null });
  expect([context.host, context.platform, context.displayLanguage, context.document.url]).toEqual([
    'Excel',
    'PC',
    'es-ES',
    'C:\\March.xlsx',
  ]);
  expect(context.officeTheme).toMatchObject({ bodyBackgroundColor: '#262626', bodyForegroundColor: '#ffffff' });
  const { requirements } = context;
  expect(['1.13', '1.14', '1.15'].map((level) => requirements.isSetSupported('ExcelApi', level))).toEqual([
    true,
    false,
    false,
  ]);
  expect([requirements.isSetSupported('DialogApi', '1.2'), requirements.isSetSupported('IdentityAPI', '1.3')]).toEqual([
    true,
    false,
  ]);
});

test('without a theme there is none', async () => {
  const { office } = await openWorkbook({ theme: null });
  expect(office.Office.context.officeTheme).toBeNull();
});

test('document settings are read at the start, saved, and gone when removed', async () => {
  const book = new Book();
  book.settings.set('kept', '"from before"');
  const office = await openOfficeInNode(new ExcelHost(book));
  const { settings } = office.Office.context.document;
  const save = () =>
    new Promise<Office.AsyncResult<void>>((resolve) => {
      settings.saveAsync(resolve as never);
    });
  expect([settings.get('kept'), settings.get('nobody')]).toEqual(['from before', null]);
  settings.set('new', { rows: 50 });
  settings.remove('kept');
  expect(book.settings.has('new')).toBe(false);
  expect((await save()).status).toBe('succeeded');
  expect([...book.settings]).toEqual([['new', '{"rows":50}']]);
  office.close();
});

test('errors of the library are errors of this process, which it leaves alone', async () => {
  const { office } = await openWorkbook();
  const error: unknown = await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('nobody').load('name');
    await context.sync();
  }).catch((problem: unknown) => problem);
  expect(error).toBeInstanceOf(Error);
  expect(error).toBeInstanceOf(office.OfficeExtension.Error);
  expect('popStackFrame' in Error.prototype).toBe(false);
  expect('window' in globalThis).toBe(false);
});

test('what is not Excel’s own file is not loaded, and nothing asks the network', async () => {
  const fetched: unknown[] = [];
  const { fetch: before } = globalThis;
  globalThis.fetch = (...call: unknown[]) => {
    fetched.push(call);
    return Promise.reject(new Error('offline'));
  };
  const { onSheet } = await openWorkbook();
  await onSheet((worksheet) => worksheet.load('name'));
  globalThis.fetch = before;
  expect(fetched).toEqual([]);
});

/** Code as an add-in has it: it knows nothing but the globals. */
function writeByGlobals(text: string): Promise<void> {
  return Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[text]];
    await context.sync();
  });
}

describe('globals', () => {
  let first: OfficeInNode;
  let second: OfficeInNode;

  beforeEach(async () => {
    first = (await openWorkbook()).office;
    second = (await openWorkbook()).office;
  });

  const texts = () => [first, second].map(({ host }) => host.book.sheets[0]?.cells.value(0, 0));

  test('are those that were installed last, until they are taken back', async () => {
    const takeBackFirst = first.install();
    await writeByGlobals('one');
    const takeBackSecond = second.install();
    await writeByGlobals('two');
    expect(texts()).toEqual(['one', 'two']);
    takeBackSecond();
    await writeByGlobals('one again');
    takeBackFirst();
    expect(texts()).toEqual(['one again', 'two']);
    expect(typeof (globalThis as { readonly Excel?: unknown }).Excel).toBe('undefined');
  });

  test('two workbooks are worked on at the same time, each by its own task', async () => {
    const work = (office: OfficeInNode, text: string) =>
      office.run(async () => {
        for (let turn = 0; turn < 5; turn += 1) {
          await writeByGlobals(`${text} ${String(turn)}`);
          expect(Office.context).toBe(office.Office.context);
        }
      });
    await Promise.all([work(first, 'one'), work(second, 'two')]);
    expect(texts()).toEqual(['one 4', 'two 4']);
  });

  test('an event handler sees those of the task that gave it', async () => {
    const register = (office: OfficeInNode) =>
      office.run(() =>
        Excel.run(async (context) => {
          context.workbook.worksheets.onChanged.add(async ({ triggerSource }) => {
            if (triggerSource === 'Unknown') await writeByGlobals('by the handler');
          });
          await context.sync();
        }),
      );
    await register(first);
    await register(second);
    const { book } = second.host;
    book.asPerson('Typing', () => {
      book.sheets[0]?.cells.enter(4, 4, 'x');
    });
    await second.settled();
    expect(texts()).toEqual([null, 'by the handler']);
  });
});

test('a pane that was closed hears nothing more', async () => {
  const { office, host, book, onSheet } = await openWorkbook();
  const heard: string[] = [];
  await onSheet((worksheet) => {
    worksheet.onChanged.add(({ address }) => {
      heard.push(address);
      return Promise.resolve();
    });
  });
  office.close();
  book.sheets[0]?.cells.enter(0, 0, 'x');
  await host.delivered();
  expect(heard).toEqual([]);
});
