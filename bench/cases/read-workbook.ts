import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Contest, limited, measuredRun } from '../contest.ts';
import type { Figure } from '../figure.ts';
import { filledWorkbook } from '../filled-workbook.ts';
import { contenders } from '../read-workbook/contenders.ts';
import { python, pythonLibraries } from '../write-template/with-python.ts';

/** Lines of the measured workbook. */
const rows = 50_000;
const rounds = 3;
const largest = 300;

/** `cells` are those that hold something: the same with all. */
type Measure = 'milliseconds' | 'megabytes' | 'cells';
type Participant = () => ReturnType<typeof measuredRun<Measure>>;

const script = fileURLToPath(new URL('../read-workbook/run.ts', import.meta.url));
const pythonScript = fileURLToPath(new URL('../read-workbook/with_openpyxl.py', import.meta.url));

/** Who takes part: those written in JavaScript, and Debian's openpyxl where it is installed. */
function participants(path: string): ReadonlyMap<string, Participant> {
  const own = Object.keys(contenders).map(
    (name) => [name, () => measuredRun<Measure>(process.execPath, [script, name, path])] as const,
  );
  const others = pythonLibraries()
    .filter((name) => name === 'openpyxl')
    .map((name) => [name, () => measuredRun<Measure>(python, [pythonScript, path])] as const);
  return new Map([...own, ...others]);
}

/**
 * Reading every value of a long list as Excel saves it, each contender in a process of its own that starts cold, as
 * `check` does; one run of each in turn.
 */
export default async function readWorkbookBenchmark(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'calaim-invoice-bench-'));
  const contest = new Contest<Measure>();
  try {
    const path = join(folder, 'filled.xlsx');
    await writeFile(path, filledWorkbook(rows));
    await contest.run(participants(path), rounds);
  } finally {
    await rm(folder, { recursive: true });
  }
  if (new Set(contest.values('cells')).size > 1) throw new Error('The contenders do not read the same cells');
  const task = `read ${String(rows)} rows of 58 columns`;
  return [
    contest.figure('milliseconds', `${task}: time`, 'ms'),
    limited(contest.figure('megabytes', `${task}: peak memory above idle`, 'MB'), largest),
  ];
}
