/** What a benchmark came to, beside its peers in the same run. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  /** The same task by others, in the same unit. */
  readonly peers: Readonly<Record<string, number>>;
  /** Ours to the peer that the goal names; null where the goal names none. */
  readonly ratio: number | null;
  /** In words: `at most 1.5 × JSON.parse`. */
  readonly goal: string;
  readonly met: boolean;
}

/** A benchmark: measures, and says what it came to. */
export type Benchmark = () => Promise<readonly Figure[]>;
