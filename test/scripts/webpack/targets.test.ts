import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..', '..', '..');
let folder: string;

/** Entry files as small as can be, which show what the bundler makes of them. */
const entries: Readonly<Record<string, string>> = {
  'taskpane/index.tsx':
    "import './pane.css';\n\nconst key: string | undefined = process.env['CALAIM_REGISTRY_KEY'];\nconsole.log('the pane', key);\n",
  'taskpane/pane.css': '.pane { margin: 0; }\n',
  'taskpane/dialog/index.ts': "console.log('the dialog' satisfies string);\n",
  'workbench/browser/index.tsx': "console.log('the workbench');\n",
  'workbench/browser/bridge.ts': "console.log('the bridge');\n",
};

/** webpack runs in a Node of its own: its loaders are no guests of a test's environment. */
const program = `
  import webpack from 'webpack';
  import { targets } from './scripts/webpack/targets.mjs';
  const [source, output] = process.argv.slice(1);
  const configurations = targets({ mode: 'production', registryKey: '{"kty":"EC"}', source, output });
  webpack(configurations.map((target) => ({ ...target, cache: false }))).run((error, stats) => {
    const failed = error ?? (stats.hasErrors() ? stats.toString('errors-only') : null);
    if (failed !== null) { console.error(failed); process.exitCode = 1; }
  });`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calaim-invoice-test-'));
  for (const [file, content] of Object.entries(entries)) {
    await mkdir(dirname(join(folder, 'src', file)), { recursive: true });
    await writeFile(join(folder, 'src', file), content);
  }
  const args = ['--input-type=module', '--eval', program, join(folder, 'src'), join(folder, 'dist')];
  await promisify(execFile)(process.execPath, args, { cwd: root });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const built = (path: string): Promise<string> => readFile(join(folder, 'dist', path), 'utf8');

async function scriptsOf(path: string): Promise<readonly string[]> {
  const html = await built(path);
  return [...html.matchAll(/<script[^>]* src="?([^" >]+)"?/g)].map(([, address]) => address ?? '');
}

test("the pane loads Microsoft's Office.js, then itself, under a policy that evaluates nothing", async () => {
  const [officeJs, pane, ...others] = await scriptsOf('pane/taskpane.html');
  expect(officeJs).toBe('https://appsforoffice.microsoft.com/lib/1/hosted/office.js');
  expect(pane).toMatch(/^assets\/taskpane\.[0-9a-f]{12}\.js$/);
  expect(others).toEqual([]);
  const html = await built('pane/taskpane.html');
  expect(html).toContain("default-src 'none'; script-src 'self' https://appsforoffice.microsoft.com;");
  expect(html).not.toContain('unsafe-eval');
  expect(html).not.toMatch(/127\.0\.0\.1|localhost/);
  expect(html).toMatch(/href="?assets\/taskpane\.[0-9a-f]{12}\.css/);
});

test('the workbench loads the very same pane behind its bridge', async () => {
  const [, pane = ''] = await scriptsOf('pane/taskpane.html');
  expect(await scriptsOf('workbench/pane.html')).toEqual(['bridge.js', 'office-js/office.js', `../pane/${pane}`]);
  const [, dialog = ''] = await scriptsOf('pane/sign-in.html');
  expect(await scriptsOf('workbench/sign-in.html')).toEqual(['bridge.js', 'office-js/office.js', `../pane/${dialog}`]);
  expect(await built('workbench/bridge.js')).toContain('the bridge');
});

test('the key of the plan registry is compiled into the pane', async () => {
  const [, pane = ''] = await scriptsOf('pane/taskpane.html');
  expect(await built(`pane/${pane}`)).toContain('{"kty":"EC"}');
});

test("Microsoft's client library stands unmodified in the workbench and nowhere in the pane", async () => {
  const library = join(root, 'node_modules', '@microsoft', 'office-js', 'dist');
  const copied = await readdir(join(folder, 'dist', 'workbench', 'office-js'), { recursive: true });
  const scripts = copied.filter((file) => file.endsWith('.js'));
  expect(scripts).toContain('office.js');
  for (const file of scripts) {
    expect(await built(`workbench/office-js/${file}`)).toBe(await readFile(join(library, file), 'utf8'));
  }
  expect(await readdir(join(folder, 'dist', 'pane'))).not.toContain('office-js');
});
