/** Rows or columns of a sheet that are shown, in order, with their sizes along one axis in CSS pixels. */
export class Track {
  /** Rows or columns of the sheet, counted from 0, hidden ones left out. */
  readonly indexes: readonly number[];
  readonly sizes: readonly number[];
  /** How many of them are frozen: the first ones. */
  readonly frozenCount: number;
  /** Where each begins, in pixels from the first; one more entry for the end of the last. */
  readonly #starts: Float64Array;

  constructor(indexes: readonly number[], sizes: readonly number[], frozenCount: number) {
    this.indexes = indexes;
    this.sizes = sizes;
    this.frozenCount = frozenCount;
    this.#starts = new Float64Array(indexes.length + 1);
    for (const [at, size] of sizes.entries()) this.#starts[at + 1] = this.start(at) + size;
  }

  get count(): number {
    return this.indexes.length;
  }

  /** Pixels from the first shown one to the one at this place. */
  start(place: number): number {
    return this.#starts[place] ?? 0;
  }

  /** Pixels that the frozen part takes. */
  get frozenSize(): number {
    return this.start(this.frozenCount);
  }

  /** Place of a row or column among the shown ones; undefined where it is hidden or beyond the end. */
  placeOf(index: number): number | undefined {
    const place = this.#firstAtOrAfter(index);
    return this.indexes[place] === index ? place : undefined;
  }

  /** Whether the last shown one lies before this row or column. */
  endsBefore(index: number): boolean {
    return (this.indexes.at(-1) ?? -1) < index;
  }

  hasSameIndexes(other: Track): boolean {
    return this.frozenCount === other.frozenCount && sameNumbers(this.indexes, other.indexes);
  }

  hasSameSizes(other: Track): boolean {
    return sameNumbers(this.sizes, other.sizes);
  }

  /**
   * How far the scrolling part must be scrolled so that a row or column is seen whole.
   *
   * @param scrolled Where it stands now, in pixels.
   * @param viewport Pixels of it that are seen.
   * @returns undefined where nothing is to be done: it is seen already, frozen or hidden.
   */
  scrollFor(index: number, scrolled: number, viewport: number): number | undefined {
    const place = this.placeOf(index);
    if (place === undefined || place < this.frozenCount) return undefined;
    const start = this.start(place) - this.frozenSize;
    const end = this.start(place + 1) - this.frozenSize;
    if (start < scrolled || end - start > viewport) return start === scrolled ? undefined : start;
    return end > scrolled + viewport ? end - viewport : undefined;
  }

  #firstAtOrAfter(index: number): number {
    let low = 0;
    let high = this.indexes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.indexes[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function sameNumbers(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
