import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Contest, limited, measuredRun } from '../contest.ts';
import type { Figure } from '../figure.ts';
import { contenders } from '../write-template/contenders.ts';
import { rows, templateWorkbook } from '../write-template/sheets.ts';
import { python, pythonDescription, pythonLibraries } from '../write-template/with-python.ts';

const rounds = 3;
const largest = 600;

type Measure = 'milliseconds' | 'kilobytes' | 'megabytes';
type Participant = () => ReturnType<typeof measuredRun<Measure>>;

const script = fileURLToPath(new URL('../write-template/run.ts', import.meta.url));
const pythonScript = fileURLToPath(new URL('../write-template/with_python.py', import.meta.url));

/** Who takes part: those written in JavaScript, and Debian's Python libraries where they are installed. */
async function participants(folder: string): Promise<ReadonlyMap<string, Participant>> {
  const description = join(folder, 'template.json');
  await writeFile(description, pythonDescription(await templateWorkbook()));
  const own = Object.keys(contenders).map(
    (name) => [name, () => measuredRun<Measure>(process.execPath, [script, name])] as const,
  );
  const others = pythonLibraries().map((name) => {
    const args = [pythonScript, name, description, join(folder, `${name}.xlsx`)];
    return [name, () => measuredRun<Measure>(python, args)] as const;
  });
  return new Map([...own, ...others]);
}

/**
 * Writing the template at its largest, each contender in a process of its own that starts cold, as `publish` does; one
 * run of each in turn.
 */
export default async function writeTemplateBenchmark(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'calaim-invoice-bench-'));
  const contest = new Contest<Measure>();
  try {
    await contest.run(await participants(folder), rounds);
  } finally {
    await rm(folder, { recursive: true });
  }
  const task = `write a template of ${String(rows)} rows`;
  return [
    contest.figure('milliseconds', `${task}: time`, 'ms'),
    contest.figure('megabytes', `${task}: peak memory above idle`, 'MB'),
    limited(contest.figure('kilobytes', `${task}: size`, 'KB'), largest),
  ];
}
