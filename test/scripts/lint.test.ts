import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, rm, symlink, writeFile, copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
let folder: string;

/** A tree with the project's own configuration and files that break it, one rule each. */
const violations: Readonly<Record<string, string>> = {
  'src/guidance/uses-plan.ts': "import { planned } from '../plan/planned.ts';\n\nexport const used = planned;\n",
  'src/plan/planned.ts': "import * as z from 'zod';\n\nexport const planned = z.string();\n",
  'src/plan/named-zod.ts': "import { z } from 'zod';\n\nexport const schema = z.string();\n",
  'src/workbook/touches-excel.ts': 'export const host = (): unknown => Excel;\n',
  'src/taskpane/stores.ts': "export const store = (): void => {\n  localStorage.setItem('a', 'b');\n};\n",
  'src/excel/stores.ts': "export const store = (): void => {\n  window.sessionStorage.setItem('a', 'b');\n};\n",
  'src/plan/default-zod.ts': "import zod from 'zod';\n\nexport const schema = zod.string();\n",
  'src/submission/reads-files.ts': "import { readFileSync } from 'node:fs';\n\nexport const read = readFileSync;\n",
  'src/intake/prints.ts': "export const print = (): void => {\n  console.log('a');\n};\n",
  'src/intake/uses-jest.ts': "import { jest } from '@jest/globals';\n\nexport const used = jest;\n",
  'src/guidance/uses-jose.ts': "import { decodeJwt } from 'jose';\n\nexport const used = decodeJwt;\n",
  'src/plan/undeclared.ts': "import pirates from 'pirates';\n\nexport const used: unknown = pirates;\n",
  'src/xlsx/left.ts': "import { right } from './right.ts';\n\nexport const left = (): unknown => right;\n",
  'src/xlsx/right.ts': "import { left } from './left.ts';\n\nexport const right = (): unknown => left;\n",
  'src/xlsx/alone.ts': 'export const alone = 1;\n',
  'src/taskpane/markup.tsx': "export const part = <div dangerouslySetInnerHTML={{ __html: '' }} />;\n",
  'test/shut.test.ts': "test.only('a', () => {\n  expect(1).toBe(1);\n});\n",
  'src/taskpane/imports-workbench.ts': "export { host } from '../workbench/host.ts';\n",
  'src/workbench/host.ts': 'export const host = 1;\n',
  'src/excel/loops.ts':
    'export async function loop(context: Excel.RequestContext): Promise<void> {\n  for (const _ of [1, 2]) {\n    await context.sync();\n  }\n}\n',
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calaim-invoice-test-'));
  const configuration = ['eslint.config.mjs', '.dependency-cruiser.mjs', 'tsconfig.json', 'package.json'];
  for (const file of configuration) await copyFile(join(root, file), join(folder, file));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, content] of Object.entries(violations)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function run(program: string, ...args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: folder }, (_, stdout) => {
      resolve(stdout);
    });
  });
}

test('imports that the order of folders forbids are refused', async () => {
  const output = await run('dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--output-type', 'err');
  const reported = output.split('\n').map((line) => line.trim().replace(/^error /, ''));
  for (const violation of [
    'guidance-imports-downwards: src/guidance/uses-plan.ts → src/plan/planned.ts',
    'guidance-imports-zod-only: src/guidance/uses-jose.ts',
    'workbench-only-for-development: src/taskpane/imports-workbench.ts → src/workbench/host.ts',
    'browser-folders-without-node: src/submission/reads-files.ts',
    'production-without-development-packages: src/intake/uses-jest.ts',
    'packages-that-are-declared: src/plan/undeclared.ts',
    'no-cycle: src/xlsx/left.ts',
    'no-orphan: src/xlsx/alone.ts',
  ]) {
    expect(reported).toContainEqual(expect.stringContaining(violation));
  }
});

test('what the rules of style and safety forbid is refused, and nothing else', async () => {
  const output = await run('eslint/bin/eslint.js', '--format', 'json', 'src', 'test');
  const reports = JSON.parse(output) as readonly {
    readonly filePath: string;
    readonly messages: readonly { readonly ruleId: string }[];
  }[];
  const rulesOf = (file: string) =>
    reports.find(({ filePath }) => filePath === join(folder, file))?.messages.map(({ ruleId }) => ruleId);
  for (const [file, rule] of [
    ['src/plan/named-zod.ts', 'no-restricted-syntax'],
    ['src/plan/default-zod.ts', 'no-restricted-syntax'],
    ['src/workbook/touches-excel.ts', 'no-restricted-globals'],
    ['src/taskpane/stores.ts', 'no-restricted-globals'],
    ['src/excel/stores.ts', 'no-restricted-properties'],
    ['src/excel/loops.ts', 'office-addins/no-context-sync-in-loop'],
    ['src/submission/reads-files.ts', 'no-restricted-imports'],
    ['src/intake/prints.ts', 'no-console'],
    ['src/taskpane/markup.tsx', 'no-restricted-syntax'],
    ['test/shut.test.ts', 'no-restricted-syntax'],
  ] as const) {
    expect([file, rulesOf(file)]).toEqual([file, expect.arrayContaining([rule])]);
  }
  expect(rulesOf('src/plan/planned.ts')).toEqual([]);
});
