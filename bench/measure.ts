/** One way to do a task. */
export interface Contender {
  /** Makes what a run needs; not measured. */
  readonly prepare: () => unknown;
  readonly run: (prepared: unknown) => unknown;
}

/** A contender whose preparation and run fit together. */
export function contender<T>(prepare: () => T, run: (prepared: T) => unknown): Contender {
  return { prepare, run: (prepared) => run(prepared as T) };
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const [upper = NaN, lower = NaN] = [sorted[middle], sorted[sorted.length - 1 - middle]];
  return (upper + lower) / 2;
}

/**
 * Medians of the milliseconds that contenders take, one run of each in turn, so that whatever slows the machine for a
 * while slows all of them.
 *
 * @param rounds counted rounds, after a third as many for warming up
 */
export async function milliseconds<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  rounds: number,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(contenders) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  // What a run gave lives until the next one's is there: an engine forgets how to run what no object is left of.
  const results = new Map<Name, unknown>();
  const warmUp = Math.ceil(rounds / 3);
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const name of names) {
      const { prepare, run } = contenders[name];
      const prepared = prepare();
      const start = performance.now();
      const result = await run(prepared);
      const taken = performance.now() - start;
      if (round >= warmUp) times.get(name)?.push(taken);
      results.set(name, result);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>;
}
