import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { runProgram } from './command.ts';

/** How many tests passed, failed, and were skipped. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Files of tests that need a program which is not there. */
  readonly skipped: number;
}

/** The part of jest's JSON report that is counted. */
const report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  /** Files of which no test could run. */
  numRuntimeErrorTestSuites: z.int(),
});

/** Counts of a report; a file that could not run is one failure, and so is a failed run that names none. */
export function countsOf(json: string, exitCode: number): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = report.parse(JSON.parse(json));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return {
    passed: numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: numPendingTests,
  };
}

/** jest in native ES modules, which Node still calls an experiment. */
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

/**
 * Runs jest, which prints as it goes, and counts.
 *
 * @param args Arguments of jest.
 */
export async function runJest(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'calaim-jest-'));
  const file = join(folder, 'report.json');
  try {
    const { code } = await runProgram([...jest, '--json', `--outputFile=${file}`, ...args], 'terminal', environment);
    const json = await readFile(file, 'utf8').catch(() => undefined);
    return json === undefined ? { passed: 0, failed: 1, skipped: 0 } : countsOf(json, code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
