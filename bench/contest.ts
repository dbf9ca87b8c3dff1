import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Figure } from './figure.ts';
import { median } from './measure.ts';

/** What a run took, by what was measured. */
type Measured<Key extends string> = Readonly<Record<Key, number>>;

/** Runs a program that prints what it took as JSON. */
export async function measuredRun<Key extends string>(
  program: string,
  args: readonly string[],
): Promise<Measured<Key>> {
  const { stdout } = await promisify(execFile)(program, args);
  return JSON.parse(stdout) as Measured<Key>;
}

/** Several runs of each participant in a process of its own, `ours` among them: one of each in turn. */
export class Contest<Key extends string> {
  readonly #runs = new Map<string, Measured<Key>[]>();

  /** Runs every participant so many times. */
  async run(participants: ReadonlyMap<string, () => Promise<Measured<Key>>>, rounds: number): Promise<void> {
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, run] of participants) this.#runs.set(name, [...(this.#runs.get(name) ?? []), await run()]);
    }
  }

  /** Every value of what was measured. */
  values(key: Key): readonly number[] {
    return [...this.#runs.values()].flat().map((run) => run[key]);
  }

  /** Medians, ours to be less than every peer's. */
  figure(key: Key, name: string, unit: string): Figure {
    const medians = [...this.#runs].map(([who, taken]) => [who, median(taken.map((run) => run[key]))] as const);
    const { ours = Number.NaN, ...peers } = Object.fromEntries(medians);
    const best = Math.min(...Object.values(peers));
    return { name, unit, ours, peers, ratio: ours / best, goal: 'less than every peer', met: ours < best };
  }
}

/** The figure with a limit for its goal, whatever its peers take. */
export function limited(figure: Figure, limit: number): Figure {
  return { ...figure, ratio: null, goal: `under ${String(limit)} ${figure.unit}`, met: figure.ours < limit };
}
