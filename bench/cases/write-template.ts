import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from '../figure.ts';
import { median } from '../measure.ts';
import { contenders } from '../write-template/contenders.ts';
import { rows } from '../write-template/sheets.ts';

const rounds = 5;
const largest = 600;

/** What a run took. */
interface Run {
  readonly milliseconds: number;
  readonly kilobytes: number;
  readonly megabytes: number;
}

const script = fileURLToPath(new URL('../write-template/run.ts', import.meta.url));

async function runOnce(name: string): Promise<Run> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, name]);
  return JSON.parse(stdout) as Run;
}

/**
 * Writing the template at its largest, each contender in a process of its own that starts cold, as `publish` does; one
 * run of each in turn.
 */
export default async function writeTemplateBenchmark(): Promise<readonly Figure[]> {
  const runs = new Map<string, Run[]>(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, taken] of runs) taken.push(await runOnce(name));
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
