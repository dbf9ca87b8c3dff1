import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** What assistive technology is told of an element: its role and name, and what it holds. */
export interface Accessible {
  readonly role: string;
  readonly name: string;
  readonly value: string;
}

interface Node {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly ignored: boolean;
  readonly backendDOMNodeId?: number;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly value?: { readonly value?: unknown };
  readonly properties?: readonly {
    readonly name: string;
    readonly value: { readonly value?: unknown; readonly relatedNodes?: readonly { backendDOMNodeId: number }[] };
  }[];
}

/** Stops of the tabulator key after which what was looked for counts as not there. */
const mostStops = 60;

/** Arrow keys after which an entry of a list counts as not there. */
const mostEntries = 10;

/** Milliseconds after which what was waited for counts as not coming: a deadline for what hangs. */
const patience = 30_000;

/**
 * A person who works with the keyboard alone and hears what Chromium's accessibility tree says: nothing here clicks,
 * moves the focus by itself or looks at the page's styles. The tree follows the page after a moment, so that whatever
 * is read of it is waited for: of the focus, that the tree has it where the document has it.
 */
export class KeyboardUser {
  readonly page: Page;
  readonly #session: CDPSession;
  readonly #frameId: string;

  private constructor(page: Page, session: CDPSession, frameId: string) {
    this.page = page;
    this.#session = session;
    this.#frameId = frameId;
  }

  /** @param frame end of the address of a frame within the page; the page itself where not said */
  static async at(context: BrowserContext, page: Page, frame?: string): Promise<KeyboardUser> {
    const session = await context.newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('Accessibility.enable');
    const { frameTree } = await session.send('Page.getFrameTree');
    const found =
      frame === undefined
        ? frameTree.frame
        : frameTree.childFrames?.map((child) => child.frame).find(({ url }) => new URL(url).pathname.endsWith(frame));
    if (found === undefined) throw new Error(`There is no frame ${String(frame)}.`);
    return new KeyboardUser(page, session, found.id);
  }

  /** Where the focus is, once the tree has it where the document has it; null where it is on no element. */
  focus(): Promise<Accessible | null> {
    return this.#until('the tree follows the focus', async () => {
      const active = await this.#activeElement();
      if (active === null) return { found: null };
      const node = (await this.#nodes()).find(({ backendDOMNodeId }) => backendDOMNodeId === active);
      if (node === undefined || node.ignored || propertyOf(node, 'focused')?.value !== true) return null;
      return { found: accessible(node) };
    }).then(({ found }) => found);
  }

  /** Waits until the tree has an element of a role and name. */
  async sees(role: string, name: string | RegExp): Promise<void> {
    await this.#until(`a ${role} ${String(name)}`, async () => {
      const nodes = await this.#nodes();
      return nodes.some((node) => !node.ignored && isNamed(accessible(node), role, name)) ? true : null;
    });
  }

  /** Waits until a live region says something. */
  async hears(words: string): Promise<void> {
    let said: readonly string[] = [];
    await this.#until(
      `“${words}” is announced`,
      async () => {
        said = announcedIn(await this.#nodes());
        return said.some((text) => text.includes(words)) ? true : null;
      },
      () => `what is announced: ${said.join(' | ')}`,
    );
  }

  /**
   * Presses the tabulator key until the focus is on an element.
   *
   * @returns the elements on the way and this one, in their order
   */
  tabTo(role: string, name: string | RegExp): Promise<readonly Accessible[]> {
    return this.#go('Tab', role, name);
  }

  /** Like {@link tabTo}, backwards. */
  tabBackTo(role: string, name: string | RegExp): Promise<readonly Accessible[]> {
    return this.#go('Shift+Tab', role, name);
  }

  /**
   * In a combination box: types words, goes through the entries that are left until one is active, takes it, and
   * waits until the box holds it.
   *
   * @param entry what the name of the entry holds
   */
  async choose(words: string, entry: string): Promise<void> {
    await this.type(words);
    await this.sees('option', new RegExp(entry.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)));
    for (let moves = 0; moves < mostEntries; moves += 1) {
      await this.press('ArrowDown');
      if (!(await this.#activeEntry()).includes(entry)) continue;
      await this.press('Enter');
      await this.#until(`the box holds ${entry}`, async () => {
        const active = await this.#activeElement();
        const box = (await this.#nodes()).find(({ backendDOMNodeId }) => backendDOMNodeId === active);
        return box !== undefined && accessible(box).value.includes(entry) ? true : null;
      });
      return;
    }
    throw new Error(`The arrows do not lead to an entry ${entry}.`);
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(typed: string): Promise<void> {
    return this.page.keyboard.type(typed);
  }

  async #go(key: 'Tab' | 'Shift+Tab', role: string, name: string | RegExp): Promise<readonly Accessible[]> {
    const stops: Accessible[] = [];
    for (let presses = 0; presses < mostStops; presses += 1) {
      await this.press(key);
      const stop = await this.focus();
      if (stop === null) {
        // On nothing for the moment, as where what had it is gone; or out of the frame, from where keys are Excel's.
        if (await this.#isInFrame()) continue;
        break;
      }
      stops.push(stop);
      if (isNamed(stop, role, name)) return stops;
    }
    const met = stops.map((stop) => `${stop.role} ${stop.name}`).join(' | ');
    throw new Error(`${key} does not lead to ${role} ${String(name)}, but to: ${met}`);
  }

  /** Name of the entry that the combination box with the focus says is the active one. */
  #activeEntry(): Promise<string> {
    return this.#until('an active entry', async () => {
      const active = await this.#activeElement();
      const nodes = await this.#nodes();
      const box = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === active);
      const [entry] = (box === undefined ? undefined : propertyOf(box, 'activedescendant'))?.relatedNodes ?? [];
      const node = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === entry?.backendDOMNodeId);
      return node === undefined ? null : accessible(node).name;
    });
  }

  /** The element of the frame with the focus, by the browser's own number; null where the frame does not have it. */
  async #activeElement(): Promise<number | null> {
    const { executionContextId } = await this.#world();
    const { result } = await this.#session.send('Runtime.evaluate', {
      expression: 'document.hasFocus() && document.activeElement !== document.body ? document.activeElement : null',
      contextId: executionContextId,
    });
    if (result.objectId === undefined) return null;
    const { node } = await this.#session.send('DOM.describeNode', { objectId: result.objectId });
    return node.backendNodeId;
  }

  async #isInFrame(): Promise<boolean> {
    const { executionContextId: contextId } = await this.#world();
    const { result } = await this.#session.send('Runtime.evaluate', { expression: 'document.hasFocus()', contextId });
    return result.value === true;
  }

  /** A world of its own in the frame, in which nothing of the page's scripts is seen or touched. */
  #world(): Promise<{ executionContextId: number }> {
    return this.#session.send('Page.createIsolatedWorld', { frameId: this.#frameId, worldName: 'keyboard' });
  }

  async #nodes(): Promise<readonly Node[]> {
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree', { frameId: this.#frameId });
    return nodes;
  }

  /** Looks once a frame of the page's drawing until there is an answer. */
  async #until<T>(what: string, look: () => Promise<T | null>, seen: () => string = () => ''): Promise<T> {
    const end = performance.now() + patience;
    for (;;) {
      const answer = await look();
      if (answer !== null) return answer;
      if (performance.now() > end) throw new Error(`It has not come to be: ${what}; ${seen()}`);
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function accessible({ name, role, value }: Node): Accessible {
  return { role: text(role?.value), name: text(name?.value), value: text(value?.value) };
}

function propertyOf({ properties = [] }: Node, wanted: string) {
  return properties.find(({ name }) => name === wanted)?.value;
}

function isNamed(element: Accessible, role: string, name: string | RegExp): boolean {
  return element.role === role && (typeof name === 'string' ? element.name === name : name.test(element.name));
}

/** What the live regions say, one text for each that says something. */
function announcedIn(nodes: readonly Node[]): readonly string[] {
  const parents = new Map(nodes.map((node) => [node.nodeId, node]));
  const regionOf = (node: Node): Node | null => {
    for (let each: Node | undefined = node; each !== undefined; each = parents.get(each.parentId ?? '')) {
      if (['status', 'alert'].includes(text(each.role?.value))) return each;
    }
    return null;
  };
  const said = new Map<Node, string[]>();
  for (const node of nodes) {
    if (node.role?.value !== 'StaticText') continue;
    const region = regionOf(node);
    if (region !== null) said.set(region, [...(said.get(region) ?? []), text(node.name?.value)]);
  }
  return [...said.values()].map((texts) => texts.join(' '));
}
