/** The marks of the files that we write: those of the guides' own examples. */
export const written = { element: '*', component: ':', repetition: '^', terminator: '~' } as const;

/** Segments as the file has them, each with its terminator. */
export interface Segments {
  readonly text: string;
  readonly count: number;
}

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

  /** Characters written since the last {@link take}. */
  get length(): number {
    return this.#text.length;
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
    this.put(`${segment}~`, 1);
  }

  /** Adds segments that are ready: each ends with its terminator, and none has an empty element at its end. */
  put(text: string, count: number): void {
    this.#text += text;
    this.#count += count;
  }

  /** What was written since the last call, for the caller to pass on: nothing is kept. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}

/** What a function writes, ready to be put into every claim of a file. */
export function segmentsOf(write: (out: SegmentWriter) => void): Segments {
  const out = new SegmentWriter();
  write(out);
  const { count } = out;
  return { text: out.take(), count };
}

/** A composite element: its components, without those at the end that are empty. */
export function composite(...components: readonly string[]): string {
  let last = components.length - 1;
  while (last >= 0 && components[last] === '') last -= 1;
  return components.slice(0, last + 1).join(written.component);
}
