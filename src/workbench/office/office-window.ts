import { type Context, createContext } from 'node:vm';
import { libraryScript } from './library-files.ts';
import type { WindowExternal } from './window-external.ts';

const baseUrl = 'https://workbench.invalid/office-js/';

/** What the library sets of a script element. */
interface ScriptElement {
  src: string;
  onload?: () => void;
  onerror?: (problem: unknown) => void;
  setAttribute(name: string, value: string): void;
}

/** Web storage in memory: the library keeps its session data there. */
function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      items.set(key, value);
    },
    removeItem: (key) => {
      items.delete(key);
    },
  };
}

/**
 * `Error` for the library: it adds a method to `Error.prototype`, which must not reach the process's own, and its
 * errors shall still be an `Error` to whoever catches them. Written as a function because the library extends it in
 * the manner of ES5.
 */
function errorOfWindow(): unknown {
  function WindowError(this: unknown, message?: string): Error {
    return Reflect.construct(Error, [message], WindowError) as Error;
  }
  Object.setPrototypeOf(WindowError, Error);
  WindowError.prototype = Object.create(Error.prototype, {
    constructor: { value: WindowError, configurable: true, writable: true },
  }) as Error;
  return WindowError;
}

/** A window of the library in Node. */
export interface OfficeWindow {
  /** Globals of the window: `Office`, `Excel`, … */
  readonly globals: Context;
  /** True while the library has something to do at once; what it puts off for seconds does not count. */
  readonly isBusy: () => boolean;
}

/** Milliseconds up to which the library means *at once*: its promises turn by timers of 1. */
const atOnce = 10;

/** Timers for the library, and how many are due at once. Their actions run within `run`. */
function timers(run: (action: () => void) => void) {
  const { setTimeout: start, clearTimeout: stop } = globalThis;
  const due = new Set<NodeJS.Timeout>();
  return {
    due,
    setTimeout: (action: () => void, milliseconds = 0) => {
      const timer = start(() => {
        due.delete(timer);
        run(action);
      }, milliseconds);
      if (milliseconds <= atOnce) due.add(timer);
      return timer;
    },
    clearTimeout: (timer: NodeJS.Timeout) => {
      due.delete(timer);
      stop(timer);
    },
  };
}

/**
 * A window for `office.js` in Node: a context of its own with as much of a document as the loader needs to fetch its
 * files from the installed package. Everything else of the library runs as it does in a page.
 *
 * @param pageUrl - address of the pane's page.
 * @param run - runs what the library's timers start.
 */
export function openOfficeWindow(
  external: WindowExternal,
  pageUrl: string,
  run: (action: () => void) => void = (action) => {
    action();
  },
): OfficeWindow {
  const url = new URL(pageUrl);
  const { setInterval, clearInterval, performance, console } = globalThis;
  const { due, setTimeout, clearTimeout } = timers(run);
  const element = (tagName: string): ScriptElement & { readonly tagName: string } => ({
    tagName,
    src: '',
    setAttribute(name, value) {
      if (name === 'src') this.src = value;
    },
  });
  const head = { appendChild: load };
  const document = {
    readyState: 'complete',
    cookie: '',
    location: url,
    head,
    createElement: element,
    getElementById: () => null,
    getElementsByTagName: (tagName: string) => {
      if (tagName === 'head') return [head];
      return tagName === 'script' ? [{ src: `${baseUrl}office.js`, getAttribute: () => null }] : [];
    },
  };
  const window: Record<string, unknown> = {
    // Results of requests and errors then belong to the realm of whoever uses them.
    JSON,
    Promise,
    Error: errorOfWindow(),
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    console,
    document,
    location: url,
    navigator: { userAgent: 'workbench', language: 'en-US', appName: 'workbench' },
    history: {},
    name: '',
    // The library reads it without having declared it; every browser has it.
    status: '',
    sessionStorage: storage(),
    localStorage: storage(),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    external,
  };
  Object.assign(window, { window, self: window, top: window, parent: window });
  const context = createContext(window);

  function load(script: ScriptElement): void {
    void Promise.resolve().then(() => {
      try {
        if (!script.src.startsWith(baseUrl)) throw new Error('Only files of the library are loaded.');
        libraryScript(script.src.slice(baseUrl.length)).runInContext(context);
      } catch (problem) {
        script.onerror?.(problem);
        return;
      }
      script.onload?.();
    });
  }

  libraryScript('office.js').runInContext(context);
  return { globals: context, isBusy: () => due.size > 0 };
}
