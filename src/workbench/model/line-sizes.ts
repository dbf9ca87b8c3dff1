/** Widths of columns or heights of rows, in points. Immutable. */
export class LineSizes {
  readonly standard: number;
  readonly #sizes: ReadonlyMap<number, number>;

  constructor(standard: number, sizes: ReadonlyMap<number, number> = new Map()) {
    this.standard = standard;
    this.#sizes = sizes;
  }

  at(line: number): number {
    return this.#sizes.get(line) ?? this.standard;
  }

  /** The sizes with a run of lines set; all lines of the sheet change the standard. */
  with(first: number, last: number, points: number, lineCount: number): LineSizes {
    if (last - first + 1 >= lineCount) return new LineSizes(points);
    const sizes = new Map(this.#sizes);
    for (let line = first; line <= last; line += 1) sizes.set(line, points);
    return new LineSizes(this.standard, sizes);
  }

  /** Lines came (`delta` above 0) or went at a place; new ones are as the one before. */
  restructured(at: number, delta: number): LineSizes {
    const sizes = new Map<number, number>();
    for (const [line, size] of this.#sizes) {
      if (line < at) sizes.set(line, size);
      else if (delta > 0 || line >= at - delta) sizes.set(line + delta, size);
    }
    const before = this.#sizes.get(at - 1);
    if (before !== undefined) for (let line = at; line < at + delta; line += 1) sizes.set(line, before);
    return new LineSizes(this.standard, sizes);
  }
}
