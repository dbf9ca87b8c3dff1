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

test('imports upwards are refused', async () => {
  const output = await run('dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--output-type', 'err');
  expect(output).toContain('guidance-imports-downwards: src/guidance/uses-plan.ts');
  expect(output).toContain('workbench-only-for-development: src/taskpane/imports-workbench.ts');
});

test('named zod imports, Office.js outside src/excel, browser storage and a sync in a loop are refused', async () => {
  const output = await run('eslint/bin/eslint.js', '--format', 'json', 'src');
  const reports = JSON.parse(output) as readonly {
    readonly filePath: string;
    readonly messages: readonly { readonly ruleId: string; readonly message: string }[];
  }[];
  const rulesOf = (file: string) =>
    reports.find(({ filePath }) => filePath.endsWith(file))?.messages.map(({ ruleId }) => ruleId) ?? [];
  expect(rulesOf('named-zod.ts')).toContain('no-restricted-syntax');
  expect(rulesOf('touches-excel.ts')).toContain('no-restricted-globals');
  expect(rulesOf('stores.ts')).toContain('no-restricted-globals');
  expect(rulesOf('loops.ts')).toContain('office-addins/no-context-sync-in-loop');
  expect(rulesOf('planned.ts')).toEqual([]);
});
