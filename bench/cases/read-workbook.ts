import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from '../figure.ts';
import { median } from '../measure.ts';
import { contenders } from '../read-workbook/contenders.ts';
import { filledWorkbook, rows } from '../read-workbook/workbook.ts';
import { python, pythonLibraries } from '../write-template/with-python.ts';

const rounds = 3;
const largest = 300;

/** What a run took. */
interface Run {
  readonly milliseconds: number;
  readonly megabytes: number;
  /** Cells that hold something: the same with all. */
  readonly cells: number;
}

const script = fileURLToPath(new URL('../read-workbook/run.ts', import.meta.url));
const pythonScript = fileURLToPath(new URL('../read-workbook/with_openpyxl.py', import.meta.url));

async function runOnce(program: string, args: readonly string[]): Promise<Run> {
  const { stdout } = await promisify(execFile)(program, args);
  return JSON.parse(stdout) as Run;
}

/** Who takes part: those written in JavaScript, and Debian's openpyxl where it is installed. */
function participants(path: string): ReadonlyMap<string, () => Promise<Run>> {
  const own = Object.keys(contenders).map(
    (name) => [name, () => runOnce(process.execPath, [script, name, path])] as const,
  );
  const others = pythonLibraries()
    .filter((name) => name === 'openpyxl')
    .map((name) => [name, () => runOnce(python, [pythonScript, path])] as const);
  return new Map([...own, ...others]);
}

/**
 * Reading every value of a long list as Excel saves it, each contender in a process of its own that starts cold, as
 * `check` does; one run of each in turn.
 */
export default async function readWorkbookBenchmark(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'calaim-invoice-bench-'));
  const runs = new Map<string, Run[]>();
  try {
    const path = join(folder, 'filled.xlsx');
    await writeFile(path, filledWorkbook());
    const all = participants(path);
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, run] of all) runs.set(name, [...(runs.get(name) ?? []), await run()]);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  if (new Set([...runs.values()].flat().map(({ cells }) => cells)).size > 1) {
    throw new Error('The contenders do not read the same cells');
  }
  const task = `read ${String(rows)} rows of 58 columns`;
  const memory = figure(runs, 'megabytes', `${task}: peak memory above idle`, 'MB');
  return [
    figure(runs, 'milliseconds', `${task}: time`, 'ms'),
    { ...memory, ratio: null, goal: `under ${String(largest)} MB`, met: memory.ours < largest },
  ];
}

function figure(runs: ReadonlyMap<string, readonly Run[]>, key: keyof Run, name: string, unit: string): Figure {
  const medians = Object.fromEntries([...runs].map(([who, taken]) => [who, median(taken.map((run) => run[key]))]));
  const { ours = Number.NaN, ...peers } = medians;
  const best = Math.min(...Object.values(peers));
  return { name, unit, ours, peers, ratio: ours / best, goal: 'less than every peer', met: ours < best };
}
