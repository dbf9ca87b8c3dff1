import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from '../figure.ts';
import { median } from '../measure.ts';
import { contenders } from '../write-template/contenders.ts';
import { rows, templateWorkbook } from '../write-template/sheets.ts';
import { python, pythonDescription, pythonLibraries } from '../write-template/with-python.ts';

const rounds = 3;
const largest = 600;

/** What a run took. */
interface Run {
  readonly milliseconds: number;
  readonly kilobytes: number;
  readonly megabytes: number;
}

const script = fileURLToPath(new URL('../write-template/run.ts', import.meta.url));
const pythonScript = fileURLToPath(new URL('../write-template/with_python.py', import.meta.url));

async function runOnce(program: string, args: readonly string[]): Promise<Run> {
  const { stdout } = await promisify(execFile)(program, args);
  return JSON.parse(stdout) as Run;
}

/** Who takes part: those written in JavaScript, and Debian's Python libraries where they are installed. */
async function participants(folder: string): Promise<ReadonlyMap<string, () => Promise<Run>>> {
  const description = join(folder, 'template.json');
  await writeFile(description, pythonDescription(await templateWorkbook()));
  const own = Object.keys(contenders).map((name) => [name, () => runOnce(process.execPath, [script, name])] as const);
  const others = pythonLibraries().map((name) => {
    const args = [pythonScript, name, description, join(folder, `${name}.xlsx`)];
    return [name, () => runOnce(python, args)] as const;
  });
  return new Map([...own, ...others]);
}

/**
 * Writing the template at its largest, each contender in a process of its own that starts cold, as `publish` does; one
 * run of each in turn.
 */
export default async function writeTemplateBenchmark(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'calaim-invoice-bench-'));
  const runs = new Map<string, Run[]>();
  try {
    const all = await participants(folder);
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, run] of all) runs.set(name, [...(runs.get(name) ?? []), await run()]);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  const task = `write a template of ${String(rows)} rows`;
  return [
    figure(runs, 'milliseconds', `${task}: time`, 'ms'),
    figure(runs, 'megabytes', `${task}: peak memory above idle`, 'MB'),
    sizeFigure(figure(runs, 'kilobytes', `${task}: size`, 'KB')),
  ];
}

function figure(runs: ReadonlyMap<string, readonly Run[]>, key: keyof Run, name: string, unit: string): Figure {
  const medians = Object.fromEntries([...runs].map(([who, taken]) => [who, median(taken.map((run) => run[key]))]));
  const { ours = Number.NaN, ...peers } = medians;
  const best = Math.min(...Object.values(peers));
  return { name, unit, ours, peers, ratio: ours / best, goal: 'less than every peer', met: ours < best };
}

function sizeFigure(measured: Figure): Figure {
  return { ...measured, ratio: null, goal: `under ${String(largest)} KB`, met: measured.ours < largest };
}
