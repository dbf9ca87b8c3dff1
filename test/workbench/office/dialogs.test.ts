import type { OfficeDialog } from '../../../src/workbench/host/dialogs.ts';
import { openOfficeWindow } from '../../../src/workbench/office/office-window.ts';
import { dialogExternal } from '../../../src/workbench/office/window-external.ts';
import { closeWorkbooks, type OpenWorkbook, openWorkbook } from '../host/open-workbook.ts';

afterEach(closeWorkbooks);

const page = 'https://localhost/sign-in.html';

interface Outcome {
  readonly status: string;
  readonly code: number | null;
  readonly dialog: Office.Dialog;
}

function display({ office }: OpenWorkbook, url: string): Promise<Outcome> {
  return new Promise((resolve) => {
    office.Office.context.ui.displayDialogAsync(url, { width: 30, height: 40 }, ({ status, error, value }) => {
      resolve({
        status: String(status),
        code: status === office.Office.AsyncResultStatus.Failed ? error.code : null,
        dialog: value,
      });
    });
  });
}

/** What the add-in hears of its dialog. */
function listen({ office }: OpenWorkbook, dialog: Office.Dialog): unknown[] {
  const heard: unknown[] = [];
  const { EventType } = office.Office;
  dialog.addEventHandler(EventType.DialogMessageReceived, (args) => {
    heard.push('message' in args ? [args.message, args.origin] : args);
  });
  dialog.addEventHandler(EventType.DialogEventReceived, (args) => {
    heard.push('error' in args ? args.error : args);
  });
  return heard;
}

/** A workbook of which dialogs are shown to the test. */
async function openWithDialogs(appDomains: readonly string[] = []) {
  const workbook = await openWorkbook({ appDomains });
  const shown: OfficeDialog[] = [];
  workbook.host.dialogs.onDialog((dialog) => {
    shown.push(dialog);
  });
  return { workbook, shown };
}

test('a dialog opens, sends a message and is closed by the add-in', async () => {
  const { workbook, shown } = await openWithDialogs();
  const { status, dialog } = await display(workbook, page);
  const heard = listen(workbook, dialog);
  await workbook.host.delivered();
  const [window] = shown;
  expect([status, window?.request]).toMatchObject(['succeeded', { url: page, width: 30, height: 40 }]);
  let closed = 0;
  window?.onClosedByAddIn(() => {
    closed += 1;
  });
  window?.messageParent('token');
  expect(heard).toEqual([['token', 'https://localhost']]);
  dialog.close();
  expect([closed, window?.isOpen]).toEqual([1, false]);
  expect((await display(workbook, page)).status).toBe('succeeded');
});

test('a message for another origin than the pane’s is dropped', async () => {
  const { workbook, shown } = await openWithDialogs();
  const { dialog } = await display(workbook, page);
  const heard = listen(workbook, dialog);
  await workbook.host.delivered();
  shown[0]?.messageParent('for them', 'https://elsewhere.example');
  shown[0]?.messageParent('for us', 'https://localhost');
  expect(heard).toEqual([['for us', 'https://localhost']]);
});

test('closed by the person: 12006, and another one may be opened', async () => {
  const { workbook, shown } = await openWithDialogs();
  const { dialog } = await display(workbook, page);
  const heard = listen(workbook, dialog);
  await workbook.host.delivered();
  shown[0]?.closeByPerson();
  shown[0]?.closeByPerson();
  shown[0]?.messageParent('too late');
  expect(heard).toEqual([12006]);
  expect((await display(workbook, page)).status).toBe('succeeded');
});

test.each([12009, 12011] as const)(
  'a dialog that is kept from opening fails with %d, until it is let',
  async (code) => {
    const { workbook, shown } = await openWithDialogs();
    workbook.host.dialogs.refuse(code);
    expect((await display(workbook, page)).code).toBe(code);
    await workbook.host.delivered();
    expect(shown).toEqual([]);
    workbook.host.dialogs.refuse(null);
    expect((await display(workbook, page)).status).toBe('succeeded');
  },
);

test('a page that the dialog went on to speaks under its own origin', async () => {
  const { workbook, shown } = await openWithDialogs();
  const { dialog } = await display(workbook, page);
  const heard = listen(workbook, dialog);
  await workbook.host.delivered();
  shown[0]?.goTo('https://elsewhere.example/a.html');
  shown[0]?.messageParent('from them');
  expect(heard).toEqual([['from them', 'https://elsewhere.example']]);
});

test('a page that cannot be loaded: 12002', async () => {
  const { workbook, shown } = await openWithDialogs();
  const { dialog } = await display(workbook, page);
  const heard = listen(workbook, dialog);
  await workbook.host.delivered();
  shown[0]?.pageNotFound();
  expect(heard).toEqual([12002]);
});

test('one at a time: 12007', async () => {
  const { workbook } = await openWithDialogs();
  await display(workbook, page);
  expect((await display(workbook, page)).code).toBe(12007);
});

test.each([
  ['of another origin', 'https://elsewhere.example/a.html', 12004],
  ['without HTTPS', 'http://localhost.example/a.html', 12005],
  ['that is no address', 'sign-in.html', 12002],
])('a first page %s is refused', async (_, url, code) => {
  const { workbook, shown } = await openWithDialogs();
  expect((await display(workbook, url)).code).toBe(code);
  expect(shown).toEqual([]);
});

test('a domain of the manifest is trusted', async () => {
  const { workbook } = await openWithDialogs(['https://sign-in.example']);
  expect((await display(workbook, 'https://sign-in.example/start')).status).toBe('succeeded');
});

test('where no one shows dialogs, opening one fails', async () => {
  const workbook = await openWorkbook();
  expect((await display(workbook, page)).code).toBe(5000);
});

test('the page in the dialog speaks with the add-in through Office.js of its own', async () => {
  const { workbook, shown } = await openWithDialogs();
  const { dialog } = await display(workbook, page);
  const heard = listen(workbook, dialog);
  await workbook.host.delivered();
  const [shownDialog] = shown;
  if (shownDialog === undefined) throw new Error('The dialog was not shown.');
  const { globals } = openOfficeWindow(dialogExternal(workbook.host, shownDialog), page);
  const child = globals['Office'] as typeof Office;
  await child.onReady();
  expect((child.context as unknown as { readonly isDialog: boolean }).isDialog).toBe(true);
  const fromParent: unknown[] = [];
  await new Promise<void>((resolve) => {
    child.context.ui.addHandlerAsync(
      child.EventType.DialogParentMessageReceived,
      (args: Office.DialogParentMessageReceivedEventArgs) => {
        fromParent.push(args.message);
      },
      () => {
        resolve();
      },
    );
  });
  dialog.messageChild('hello');
  child.context.ui.messageParent('signed in', { targetOrigin: 'https://localhost' });
  child.context.ui.messageParent('to whom it concerns');
  child.context.ui.messageParent('stolen', { targetOrigin: 'https://elsewhere.example' });
  expect(fromParent).toEqual(['hello']);
  expect(heard).toEqual([
    ['signed in', 'https://localhost'],
    ['to whom it concerns', 'https://localhost'],
  ]);
});
