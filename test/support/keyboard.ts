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
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly value?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

/** Stops of the tabulator key after which what was looked for counts as not there. */
const mostStops = 60;

/**
 * A person who works with the keyboard alone and hears what Chromium's accessibility tree says: nothing here clicks,
 * moves the focus by itself or looks at the page.
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
    await session.send('Accessibility.enable');
    const { frameTree } = await session.send('Page.getFrameTree');
    const found =
      frame === undefined
        ? frameTree.frame
        : frameTree.childFrames?.map((child) => child.frame).find(({ url }) => new URL(url).pathname.endsWith(frame));
    if (found === undefined) throw new Error(`There is no frame ${String(frame)}.`);
    return new KeyboardUser(page, session, found.id);
  }

  /** Where the focus is; null outside of the frame. */
  async focus(): Promise<Accessible | null> {
    const nodes = await this.#nodes();
    const focused = nodes.findLast(
      ({ ignored, properties, role }) =>
        !ignored &&
        role?.value !== 'RootWebArea' &&
        properties?.some(({ name, value }) => name === 'focused' && value.value === true) === true,
    );
    return focused === undefined ? null : accessible(focused);
  }

  /** What the live regions say at the moment, one text for each that says something. */
  async announced(): Promise<readonly string[]> {
    const nodes = await this.#nodes();
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

  async #go(key: 'Tab' | 'Shift+Tab', role: string, name: string | RegExp): Promise<readonly Accessible[]> {
    const stops: Accessible[] = [];
    while (stops.length < mostStops) {
      await this.press(key);
      const stop = await this.focus();
      if (stop === null) break;
      stops.push(stop);
      if (stop.role === role && (typeof name === 'string' ? stop.name === name : name.test(stop.name))) return stops;
    }
    const met = stops.map((stop) => `${stop.role} ${stop.name}`).join(' | ');
    throw new Error(`${key} does not lead to ${role} ${String(name)}, but to: ${met}`);
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(typed: string): Promise<void> {
    return this.page.keyboard.type(typed);
  }

  async #nodes(): Promise<readonly Node[]> {
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree', { frameId: this.#frameId });
    return nodes;
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function accessible({ name, role, value }: Node): Accessible {
  return { role: text(role?.value), name: text(name?.value), value: text(value?.value) };
}
