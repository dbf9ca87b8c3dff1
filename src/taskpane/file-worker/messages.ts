/** What the worker says: what a reading has many of in pieces, then the rest of it. */
export type ReadingMessage =
  /** Items of one of the reading's lists, in their order; none where the list is blank. */
  | { readonly kind: 'items'; readonly list: string; readonly items: readonly unknown[] }
  /** Everything but its lists; or the one word that says why there is nothing. */
  | { readonly kind: 'end'; readonly rest: object | string }
  /** Something is wrong with the reader itself. What, it does not say: an error's text might hold what a cell holds. */
  | { readonly kind: 'failed' };

/** Items in one message: the pane takes each in within a few milliseconds, and answers in between. */
const itemsAtOnce = 200;

/** What was read, as messages. */
export function* messagesOf(reading: object | string): Generator<ReadingMessage, undefined, undefined> {
  if (typeof reading === 'string') {
    yield { kind: 'end', rest: reading };
    return;
  }
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(reading) as [string, unknown][]) {
    if (Array.isArray(value)) yield* pieces(name, value);
    else rest[name] = value;
  }
  yield { kind: 'end', rest };
}

function* pieces(list: string, items: readonly unknown[]): Generator<ReadingMessage, undefined, undefined> {
  for (let first = 0; first === 0 || first < items.length; first += itemsAtOnce) {
    yield { kind: 'items', list, items: items.slice(first, first + itemsAtOnce) };
  }
}

/** Puts a reading together again. */
export class ReadingParts {
  readonly #lists: Record<string, unknown[]> = {};

  take({ list, items }: Extract<ReadingMessage, { kind: 'items' }>): void {
    (this.#lists[list] ??= []).push(...items);
  }

  whole({ rest }: Extract<ReadingMessage, { kind: 'end' }>): object | string {
    return typeof rest === 'string' ? rest : { ...rest, ...this.#lists };
  }
}
