import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { Pane, loadAllScreens } from '../../../src/taskpane/components/pane.tsx';
import { loadAllParts } from '../../../src/taskpane/effects/commands.ts';
import type { ThemeName } from '../../../src/taskpane/effects/appearance.ts';
import { civilDateAt } from '../../../src/guidance/civil-date.ts';
import { english, type Words } from '../../../src/taskpane/words/english.ts';
import { testNow, type OpenPane } from './open-pane.ts';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

// Taken before a test can replace it: a clock that is put forward must not count as a turn of the event loop.
const { setTimeout: startTimer } = globalThis;

/** A pane on a screen, found and used as a person does: by role and name. */
export class Screen {
  readonly root: HTMLElement;
  readonly #unmount: () => Promise<void>;

  private constructor(root: HTMLElement, unmount: () => Promise<void>) {
    this.root = root;
    this.#unmount = unmount;
  }

  /** Shows a pane and waits until it stands still. */
  static async show(
    pane: Pick<OpenPane, 'store' | 'commands'>,
    words: Words = english,
    theme: ThemeName = 'light',
  ): Promise<Screen> {
    // Parts of the pane are loaded when they are first wanted: here they are there, so that a click is answered at once.
    await Promise.all([loadAllParts(), loadAllScreens()]);
    const container = document.createElement('div');
    document.body.append(container);
    const root = createRoot(container);
    const { store, commands } = pane;
    const tools = { store, commands, words, today: () => civilDateAt(testNow) };
    const appearance = { current: () => theme, subscribe: () => () => undefined };
    await act(async () => {
      root.render(<Pane tools={tools} appearance={appearance} />);
      await settled();
    });
    return new Screen(container, async () => {
      await act(async () => {
        root.unmount();
        await Promise.resolve();
      });
      container.remove();
    });
  }

  /** Does something and waits until the pane stands still again. */
  async after(doing: () => unknown): Promise<void> {
    await act(async () => {
      await doing();
      await settled();
    });
  }

  /** Waits until something has come to be, however long other threads take: hashing and signing are done in them. */
  async until(condition: () => boolean): Promise<void> {
    await act(async () => {
      const end = performance.now() + patience;
      while (!condition()) {
        if (performance.now() > end)
          throw new Error(`It has not come to be; the screen says: ${this.root.textContent}`);
        await new Promise((resolve) => setImmediate(resolve));
      }
      await settled();
    });
  }

  /** The elements of a role, with a name where one is given. */
  all(role: string, name?: string | RegExp): readonly HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('*')].filter(
      (element) => roleOf(element) === role && matches(nameOf(element), name),
    );
  }

  /** The one element of a role and name. */
  get(role: string, name?: string | RegExp): HTMLElement {
    const found = this.all(role, name);
    const [element] = found;
    if (element === undefined || found.length > 1) {
      const present = this.all(role).map((each) => nameOf(each));
      throw new Error(
        `${String(found.length)} of role ${role} named ${String(name)}; there are: ${present.join(' | ')}`,
      );
    }
    return element;
  }

  has(role: string, name?: string | RegExp): boolean {
    return this.all(role, name).length > 0;
  }

  /** Everything that can be read. */
  get text(): string {
    return this.root.textContent;
  }

  async click(role: string, name: string | RegExp): Promise<void> {
    const element = this.get(role, name);
    await this.after(() => {
      element.focus();
      element.click();
    });
  }

  /** Types a text in place of what a field holds. */
  async type(name: string | RegExp, text: string): Promise<void> {
    const field = this.field(name);
    await this.after(() => {
      field.focus();
      setValue(field, text);
    });
  }

  /** Presses a key in a field. */
  async press(name: string | RegExp, key: string): Promise<void> {
    const field = this.field(name);
    await this.after(() => {
      field.focus();
      field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
  }

  /** Leaves a field, as with the tabulator key. */
  async leave(name: string | RegExp): Promise<void> {
    const field = this.field(name);
    await this.after(() => {
      field.blur();
    });
  }

  /** A text field, combination box or list by its name. */
  field(name: string | RegExp): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
    const found = ['textbox', 'searchbox', 'combobox', 'checkbox'].flatMap((role) => this.all(role, name));
    const [element] = found;
    if (element === undefined || found.length > 1) {
      throw new Error(`${String(found.length)} fields named ${String(name)}`);
    }
    return element as HTMLInputElement;
  }

  /** What a screen reader reads with a field beyond its name: help and error. */
  description(name: string | RegExp): string {
    const ids = (this.field(name).getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '');
    return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  }

  /** What was announced last: the live regions' words. */
  get announced(): string {
    return [...this.all('status'), ...this.all('alert')]
      .map((region) => region.textContent)
      .join(' ')
      .trim();
  }

  close(): Promise<void> {
    return this.#unmount();
  }
}

/** Milliseconds after which what was waited for counts as not coming: a deadline for what hangs. */
const patience = 40_000;

/** Turns of the event loop without a change after which everything that was begun counts as done. */
const still = 10;

/** Lets everything that was begun come to its end: promises, timers of nothing, messages of the scheduler. */
async function settled(): Promise<void> {
  let seen = '';
  for (let rounds = 0; rounds < still; rounds += 1) {
    // Long work gives way between its slices through a timer of nothing: one begun after it comes after it.
    await new Promise((resolve) => startTimer(resolve, 0));
    await new Promise((resolve) => setImmediate(resolve));
    if (document.body.textContent === seen) continue;
    seen = document.body.textContent;
    rounds = 0;
  }
}

function setValue(field: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement, text: string): void {
  // React watches the property of the element itself: the prototype's setter goes past it, as a person does.
  const prototype = Object.getPrototypeOf(field) as object;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}

const inputRoles: Readonly<Record<string, string>> = {
  checkbox: 'checkbox',
  radio: 'radio',
  search: 'searchbox',
  file: 'file',
};

function roleOf(element: HTMLElement): string | null {
  const given = element.getAttribute('role');
  if (given !== null) return given;
  switch (element.tagName) {
    case 'BUTTON':
      return 'button';
    case 'A':
      return element.hasAttribute('href') ? 'link' : null;
    case 'INPUT':
      return inputRoles[(element as HTMLInputElement).type] ?? 'textbox';
    case 'TEXTAREA':
      return 'textbox';
    case 'SELECT':
      return 'combobox';
    case 'H1':
    case 'H2':
    case 'H3':
      return 'heading';
    case 'MAIN':
      return 'main';
    case 'HEADER':
      return 'banner';
    case 'LI':
      return 'listitem';
    default:
      return null;
  }
}

/** The accessible name, as far as the pane needs it: reference, label, own words. */
function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label');
  if (label !== null) return label;
  const references = element.getAttribute('aria-labelledby');
  if (references !== null) {
    return references
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
      .trim();
  }
  if ('labels' in element && (element as HTMLInputElement).labels?.length) {
    return [...((element as HTMLInputElement).labels ?? [])]
      .map((each) => each.textContent)
      .join(' ')
      .trim();
  }
  return element.textContent.trim();
}

function matches(name: string, wanted: string | RegExp | undefined): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === 'string' ? name.replace(/\*$/, '') === wanted : wanted.test(name);
}
