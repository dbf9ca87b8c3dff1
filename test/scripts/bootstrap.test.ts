import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
let folder: string;

function bootstrap(...args: readonly string[]): Promise<{ code: number; stdout: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(folder, 'scripts', 'bootstrap.mjs'), ...args], (error, stdout) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout });
    });
  });
}

async function write(file: string, content: unknown): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
}

/** A project with one package in a folder of its own, so that the real npm installs it without a network. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calaim-invoice-test-'));
  const project = { name: 'project', version: '1.0.0', dependencies: { local: 'file:packages/local' } };
  await write('package.json', { ...project, type: 'module' });
  await write('packages/local/package.json', { name: 'local', version: '1.0.0' });
  await write('package-lock.json', {
    ...project,
    lockfileVersion: 3,
    packages: {
      '': project,
      'node_modules/local': { resolved: 'packages/local', link: true },
      'packages/local': { name: 'local', version: '1.0.0' },
    },
  });
  await write('scripts/task.ts', 'const words: string = process.argv.slice(2).join();\nconsole.log(words);\n');
  await write('scripts/failing.ts', 'process.exitCode = 7;\n');
  for (const file of ['scripts/bootstrap.mjs', 'scripts/lock.mjs', 'bin/runtime.mjs']) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await copyFile(join(root, file), join(folder, file));
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('a fresh tree is installed once, and each task runs with its arguments and its exit code', async () => {
  const first = await bootstrap('task', 'one', '--two');
  expect(first).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^Installing packages[\s\S]*\none,--two\n$/) as string,
  });
  expect(await bootstrap('task', 'again')).toEqual({ code: 0, stdout: 'again\n' });
  expect((await bootstrap('failing')).code).toBe(7);
});
