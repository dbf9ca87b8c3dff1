import { execFile } from 'node:child_process';
import { join } from 'node:path';

const launcher = join(import.meta.dirname, '..', '..', 'bin', 'calaim-invoice.mjs');

function run(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [launcher, ...args], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

test.each<[readonly string[], number, RegExp]>([
  [['--help'], 0, /Usage: calaim-invoice COMMAND[\s\S]*serve/],
  [[], 2, /Usage: calaim-invoice COMMAND/],
  [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
  [['serve', '--help'], 0, /Usage: calaim-invoice serve/],
  [['icd10', '--help'], 0, /Usage: calaim-invoice icd10 import/],
  [['package', '--help'], 0, /Usage: calaim-invoice package key/],
])('calaim-invoice %j', async (args, code, words) => {
  const outcome = await run(...args);
  expect(outcome.code).toBe(code);
  expect(outcome.stdout).toMatch(words);
});

test('an unknown command is one sentence, and 2', async () => {
  expect(await run('toString')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'There is no command "toString". "calaim-invoice --help" lists them.\n',
  });
});
