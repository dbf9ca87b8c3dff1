/** How a {@link Together} does its work. */
export interface TogetherParts<Item, Result> {
  /** Does a group, all of it or nothing. Results are in the order of the items. */
  readonly perform: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** Whether what kept a group from being done may be an item's own fault, so that the others are done without it. */
  readonly isOwnFault: (error: unknown) => boolean;
  /** What an item adds to its group. */
  readonly weightOf: (item: Item) => number;
  /** Where a group is full; a heavier item is a group of its own. */
  readonly mostWeight: number;
  /** Groups that are done at the same time. */
  readonly concurrency: number;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does what is asked for at the same time together: a commit costs the same for many as for one. Nobody waits for others
 * to come; a group is what has come while the event loop went round once, or while the groups before it were done.
 */
export class Together<Item, Result> {
  readonly #parts: TogetherParts<Item, Result>;
  readonly #waiting: Waiting<Item, Result>[] = [];
  #running = 0;

  constructor(parts: TogetherParts<Item, Result>) {
    this.#parts = parts;
  }

  /** Does the item in a group. It settles when the group is done, and fails only where the item by itself fails. */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#running >= this.#parts.concurrency) return;
      this.#running += 1;
      setImmediate(() => void this.#run());
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) await this.#settle(this.#nextGroup());
    this.#running -= 1;
  }

  #nextGroup(): readonly Waiting<Item, Result>[] {
    const { weightOf, mostWeight } = this.#parts;
    let weight = 0;
    const tooMany = this.#waiting.findIndex(({ item }, place) => {
      weight += weightOf(item);
      return place > 0 && weight > mostWeight;
    });
    return this.#waiting.splice(0, tooMany < 0 ? this.#waiting.length : tooMany);
  }

  async #settle(group: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#parts.perform(group.map(({ item }) => item));
      group.forEach(({ resolve, reject }, place) => {
        const result = results[place];
        if (result === undefined) reject(new TypeError('A group has no result for one of its items'));
        else resolve(result);
      });
    } catch (error) {
      if (group.length > 1 && this.#parts.isOwnFault(error)) {
        for (const each of group) await this.#settle([each]);
      } else {
        for (const { reject } of group) reject(error);
      }
    }
  }
}
