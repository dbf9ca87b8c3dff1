import { officePane, startOffice, type DialogEnding } from '../../src/excel/office-pane.ts';
import { tellPane } from '../../src/excel/office-dialog.ts';

// What Office.js does around a dialog, and where it fails, cannot be had from the library alone: these are its answers.

type Listener = (event: { message?: string; origin?: string; error?: number }) => void;

const own = 'https://pane.example';
const real = {
  office: Reflect.get(globalThis, 'Office') as unknown,
  location: Reflect.get(globalThis, 'location') as unknown,
};

afterEach(() => {
  Reflect.set(globalThis, 'Office', real.office);
  Reflect.set(globalThis, 'location', real.location);
});

/** An Office whose dialog can be played by the test. */
function office(change: Record<string, unknown> = {}, opens = true) {
  const listeners = new Map<string, Listener>();
  const seen = { closed: 0, opened: [] as string[] };
  const dialog = {
    close: () => (seen.closed += 1),
    addEventHandler: (type: string, listener: Listener) => listeners.set(type, listener),
  };
  const parts = {
    HostType: { Excel: 'Excel' },
    AsyncResultStatus: { Succeeded: 'succeeded' },
    EventType: { DialogMessageReceived: 'message', DialogEventReceived: 'event' },
    onReady: () => Promise.resolve({ host: 'Excel', platform: 'PC' }),
    context: {
      displayLanguage: 'es-US',
      officeTheme: { bodyBackgroundColor: '#262626' },
      requirements: { isSetSupported: (set: string, version: string) => set === 'ExcelApi' && version === '1.9' },
      ui: {
        displayDialogAsync: (address: string, _: unknown, opened: (result: unknown) => void) => {
          seen.opened.push(address);
          opened(opens ? { status: 'succeeded', value: dialog } : { status: 'failed' });
        },
      },
    },
    ...change,
  };
  Reflect.set(globalThis, 'Office', parts);
  Reflect.set(globalThis, 'location', { origin: own });
  return { seen, send: (type: 'message' | 'event', event: Parameters<Listener>[0]) => listeners.get(type)?.(event) };
}

test('without Office.js, and with one that never becomes ready, Office is missing', async () => {
  Reflect.deleteProperty(globalThis, 'Office');
  expect(await startOffice(1000)).toBe('missing');
  office({ onReady: () => new Promise(() => undefined) });
  expect(await startOffice(1)).toBe('missing');
});

test.each([
  ['Excel', 'excel'],
  ['Word', 'otherHost'],
  [null, 'otherHost'],
])('started in %s: %s', async (host, start) => {
  office({ onReady: () => Promise.resolve({ host, platform: 'PC' }) });
  expect(await startOffice(1000)).toBe(start);
});

test('language, background and requirement sets are Office’s; a theme that Office does not tell is null', () => {
  office();
  const pane = officePane();
  expect([pane.displayLanguage, pane.background]).toEqual(['es-US', '#262626']);
  expect([pane.supports('ExcelApi', '1.9'), pane.supports('ExcelApi', '1.20')]).toEqual([true, false]);
  office({ context: { officeTheme: undefined } });
  expect(officePane().background).toBeNull();
});

describe('a dialog', () => {
  const open = (signal?: AbortSignal): Promise<DialogEnding> => officePane().openDialog(`${own}/sign-in.html`, signal);

  test.each([own, undefined])('ends with its message, from origin %s', async (origin) => {
    const { seen, send } = office();
    const ending = open();
    send('message', { message: 'hello', ...(origin === undefined ? {} : { origin }) });
    expect(await ending).toEqual({ kind: 'message', text: 'hello' });
    expect(seen).toEqual({ closed: 1, opened: [`${own}/sign-in.html`] });
  });

  test('that shows a page of another origin ends, and what that page says is not read', async () => {
    const { seen, send } = office();
    const ending = open();
    send('message', { message: 'forged', origin: 'https://thief.example' });
    expect(await ending).toEqual({ kind: 'foreign' });
    expect(seen.closed).toBe(1);
  });

  test.each([
    [12006, 'closed'],
    [12002, 'notLoaded'],
    [12003, 'notLoaded'],
  ])('that reports %s is %s', async (error, kind) => {
    const { send } = office();
    const ending = open();
    send('event', { error });
    expect(await ending).toEqual({ kind });
  });

  test('that is not opened is blocked', async () => {
    office({}, false);
    expect(await open()).toEqual({ kind: 'blocked' });
  });

  test('is closed where the pane gives up', async () => {
    const { seen } = office();
    const controller = new AbortController();
    const ending = open(controller.signal);
    controller.abort();
    expect(await ending).toEqual({ kind: 'closed' });
    expect(seen.closed).toBe(1);
  });
});

test('the dialog speaks to its own origin only', () => {
  const told: unknown[][] = [];
  office({ context: { ui: { messageParent: (...parts: unknown[]) => told.push(parts) } } });
  tellPane('hello');
  expect(told).toEqual([['hello', { targetOrigin: own }]]);
});
