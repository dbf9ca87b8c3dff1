import { spawn } from 'node:child_process';
import { dirname } from 'node:path';

/** Folder of package.json. */
export const root = dirname(import.meta.dirname);

/** What a command did. */
export interface Outcome {
  /** 0 where it succeeded; 1 too where a signal ended it. */
  readonly code: number;
  /** What it printed, or nothing where it printed to the terminal itself. */
  readonly output: string;
}

/**
 * Runs a JavaScript program under the Node that runs now, in the folder of package.json.
 *
 * @param program Path of the program from there, and its arguments.
 * @param output `terminal` prints as it goes, `kept` returns what was printed.
 */
export function runProgram(
  program: readonly string[],
  output: 'terminal' | 'kept',
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, program, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: output === 'terminal' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const printed: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => printed.push(text));
    }
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code: code ?? 1, output: printed.join('') });
    });
  });
}
