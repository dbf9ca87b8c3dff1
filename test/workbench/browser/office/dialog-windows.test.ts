/** @jest-environment jsdom */
import { jest } from '@jest/globals';
import { DialogWindows } from '../../../../src/workbench/browser/office/dialog-windows.ts';
import { type DialogListener, Dialogs, type OfficeDialog } from '../../../../src/workbench/host/dialogs.ts';
import { defaultProfile } from '../../../../src/workbench/host/profile.ts';

const request = { url: 'https://localhost/dialog.html', width: 50, height: 50, paneOrigin: 'https://localhost' };

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** @param opens Whether the browser lets windows open, one answer each. */
async function open(...opens: readonly boolean[]) {
  const page = { closed: false, close: jest.fn() };
  const answers = [...opens];
  const features: string[] = [];
  const blocked: (OfficeDialog | null)[] = [];
  const windows = new DialogWindows(
    (_url, wanted) => {
      features.push(wanted);
      return answers.shift() === true ? (page as unknown as Window) : null;
    },
    (dialog) => {
      blocked.push(dialog);
    },
  );
  const dialogs = new Dialogs(defaultProfile);
  const events: number[] = [];
  const listener: DialogListener = { message: () => undefined, event: (code) => events.push(code) };
  const addIn = {};
  windows.serve(dialogs);
  dialogs.display(addIn, request, listener);
  await Promise.resolve();
  return { windows, dialogs, addIn, page, features, blocked, events };
}

test('a dialog has a window of the size that the add-in asked for, and is known by it', async () => {
  const { windows, dialogs, addIn, page, features } = await open(true);
  expect(features[0]).toMatch(/^popup=yes,width=\d+,height=\d+,left=\d+,top=\d+$/);
  expect(windows.shownIn(page as unknown as Window)).toBe(dialogs.of(addIn));
  expect(windows.shownIn(window)).toBeNull();
});

test('closing the window tells the add-in 12006, once', async () => {
  const { windows, page, events } = await open(true);
  page.closed = true;
  jest.advanceTimersByTime(2000);
  expect(events).toEqual([12006]);
  expect(windows.shownIn(page as unknown as Window)).toBeNull();
});

test('the add-in closes the window, and is told nothing', async () => {
  const { dialogs, addIn, page, events } = await open(true);
  dialogs.of(addIn)?.close();
  expect(page.close).toHaveBeenCalledTimes(1);
  page.closed = true;
  jest.advanceTimersByTime(2000);
  expect(events).toEqual([]);
});

test('a window that was kept back is asked for, and opens at the next click', async () => {
  const { windows, page, blocked } = await open(false, true);
  const [dialog] = blocked;
  if (dialog === undefined || dialog === null) throw new Error('not told');
  windows.show(dialog);
  expect(blocked.at(-1)).toBeNull();
  expect(windows.shownIn(page as unknown as Window)).toBe(dialog);
});

test('giving it up is a window closed', async () => {
  const { windows, blocked, events } = await open(false);
  const [dialog] = blocked;
  if (dialog === undefined || dialog === null) throw new Error('not told');
  windows.giveUp(dialog);
  expect([events, blocked.at(-1)]).toEqual([[12006], null]);
});

test('another workbook closes the dialog of the one before', async () => {
  const { windows, page } = await open(true);
  windows.serve(new Dialogs(defaultProfile));
  expect(page.close).toHaveBeenCalledTimes(1);
});
