/** Engines keep a part of a text of up to 12 characters as a copy, of a longer one as a view into the whole text. */
const shortest = 13;

/** Distinct texts that a pool remembers. */
const mostTexts = 65_536;

/**
 * The text as a copy of its own: a part of a long text, kept somewhere, would keep the whole long text.
 */
export function ownCopy(text: string): string {
  return text.length < shortest ? text : ` ${text}`.slice(1);
}

/** Keeps one copy of each text that comes again and again, as names and addresses do down a column. */
export class TextPool {
  readonly #texts = new Map<string, string>();

  get(text: string): string {
    if (text.length < shortest) return text;
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const copy = ownCopy(text);
    if (this.#texts.size < mostTexts) this.#texts.set(copy, copy);
    return copy;
  }
}
