/** The marks of the files that we write: those of the guides' own examples. */
export const written = { element: '*', component: ':', repetition: '^', terminator: '~' } as const;

/**
 * Builds X12 text, segment by segment. Elements at the end that are empty are left out, and a segment of which nothing
 * is left but its name is not written. Values have to be free of the four marks: `carriedText` makes them so.
 */
export class SegmentWriter {
  #text = '';
  #count = 0;

  /** Segments written since the last {@link restart}. */
  get count(): number {
    return this.#count;
  }

  /** Begins to count anew: an ST is the first segment of its transaction set. */
  restart(): void {
    this.#count = 0;
  }

  /** Adds a segment: its name, then its elements, blank as `''`. */
  add(name: string, ...elements: readonly string[]): void {
    let last = elements.length - 1;
    while (last >= 0 && elements[last] === '') last -= 1;
    if (last < 0) return;
    let segment = name;
    for (let place = 0; place <= last; place += 1) segment += `*${elements[place] ?? ''}`;
    this.#text += `${segment}~`;
    this.#count += 1;
  }

  /** What was written since the last call, for the caller to pass on: nothing is kept. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}

/** A composite element: its components, without those at the end that are empty. */
export function composite(...components: readonly string[]): string {
  let last = components.length - 1;
  while (last >= 0 && components[last] === '') last -= 1;
  return components.slice(0, last + 1).join(written.component);
}
