import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { paneOrigin } from '../../src/cli/publish/manifest.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sample = join(root, 'plans', 'sample');
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calaim-publish-'));
});

afterEach(() => rm(folder, { recursive: true }));

function publish(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return publishIn('UTC', args);
}

function publishIn(
  timeZone: string,
  args: readonly string[],
): Promise<{ code: number; stdout: string; stderr: string }> {
  const program = [join(root, 'bin', 'calaim-invoice.mjs'), 'publish', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, program, { env: { ...process.env, TZ: timeZone } }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

async function filesIn(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(files.sort().map(async (file) => [file.slice(path.length + 1), await readFile(file)] as const)),
  );
}

const published = [
  'assets/icon-128.png',
  'assets/icon-16.png',
  'assets/icon-32.png',
  'assets/icon-64.png',
  'assets/icon-80.png',
  'guides/one-computer.html',
  'guides/opening-the-template.html',
  'guides/plan-administrator.html',
  'guides/provider-administrator.html',
  'index.html',
  'manifest.xml',
  'template.xlsx',
];

test('a plan’s folder becomes template, manifest, icons and guides, the same bytes whenever and wherever', async () => {
  const origin = 'https://pane.example.org';
  const [one, two] = [join(folder, 'one'), join(folder, 'deep', 'two')];
  const first = await publish('--plan', sample, '--out', one, '--origin', origin);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const again = await publishIn('Pacific/Kiritimati', ['--plan', sample, '--out', two, '--origin', origin]);
  expect(again).toMatchObject({ code: 0 });
  const [files, others] = [await filesIn(one), await filesIn(two)];
  expect([...files.keys()]).toEqual(published);
  expect(first.stdout.trim().split('\n')).toHaveLength(published.length);
  for (const [name, bytes] of files)
    expect({ name, same: others.get(name)?.equals(bytes) }).toEqual({ name, same: true });
  const manifest = files.get('manifest.xml')?.toString() ?? '';
  expect(manifest).toContain(`<SourceLocation DefaultValue="${origin}/taskpane.html" />`);
  expect(manifest).not.toContain('localhost');
  for (const [, path = ''] of manifest.matchAll(/pane[.]example[.]org\/(assets\/[^"]+)/g))
    expect(files.has(path)).toBe(true);
});

test('guides stand alone: no script, nothing from elsewhere, and every link leads to a file', async () => {
  await publish('--plan', sample, '--out', folder, '--origin', 'https://pane.example.org');
  const files = await filesIn(folder);
  for (const [name, bytes] of files) {
    if (!name.endsWith('.html')) continue;
    const text = bytes.toString();
    expect(text).toContain('invoices@sample-health-plan.example.org');
    expect(text).toContain('lang="en"');
    expect(text).not.toMatch(/<script|<link|src="http|@import|url\(/);
    for (const [, href = ''] of text.matchAll(/href="([^"]+)"/g)) {
      if (!href.startsWith('mailto:')) expect(files.has(href)).toBe(true);
    }
  }
});

test('a plan’s words are text in the guides, whatever they contain', async () => {
  const plan = join(folder, 'plan');
  await cp(sample, plan, { recursive: true });
  const profile = JSON.parse(await readFile(join(plan, 'profile.json'), 'utf8')) as Record<string, unknown>;
  await writeFile(join(plan, 'profile.json'), JSON.stringify({ ...profile, name: `A<b>"B" & 'C'` }));
  expect(await publish('--plan', plan, '--out', join(folder, 'out'))).toMatchObject({ code: 0 });
  const page = await readFile(join(folder, 'out', 'index.html'), 'utf8');
  expect(page).toContain('A&lt;b&gt;&quot;B&quot; &amp; &#39;C&#39;');
  expect(page).toContain('For trying out on one computer.');
});

test.each<readonly [string, readonly string[], RegExp]>([
  ['no plan', ['--out', 'OUT'], /^calaim-invoice publish: --plan is missing \(see --help\)\n$/],
  ['no folder', ['--plan', sample], /^calaim-invoice publish: --out is missing \(see --help\)\n$/],
  [
    'a plan that is not there',
    ['--plan', 'OUT/none', '--out', 'OUT'],
    /^calaim-invoice publish: [^\n]*no readable profile[.]json[.]\n$/,
  ],
  [
    'plain http',
    ['--plan', sample, '--out', 'OUT', '--origin', 'http://pane.example'],
    /^[^\n]*--origin is an https address[^\n]*\n$/,
  ],
  ['a file where a folder should be', ['--plan', sample, '--out', 'OUT/file'], /^[^\n]* cannot be written\n$/],
  ['an unknown option', ['--plane', sample], /^calaim-invoice publish: Unknown option '--plane'/],
])('%s is one clear error, and 2', async (_, args, words) => {
  await writeFile(join(folder, 'file'), '');
  const outcome = await publish(...args.map((arg) => arg.replace('OUT', folder)));
  expect(outcome.code).toBe(2);
  expect(outcome.stdout).toBe('');
  expect(outcome.stderr).toMatch(words);
  expect(await readdir(folder)).toEqual(['file']);
});

test('--help', async () => {
  const { code, stdout } = await publish('--help');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Usage: calaim-invoice publish --plan FOLDER --out FOLDER/);
});

test.each([
  ['https://pane.example', 'https://pane.example'],
  ['https://pane.example/', 'https://pane.example'],
  ['https://PANE.example:8443', 'https://pane.example:8443'],
  ['https://pane.example/path', null],
  ['https://pane.example?x=1', null],
  ['https://user@pane.example', null],
  ['http://pane.example', null],
  ['pane.example', null],
])('%s as an origin', (text, expected) => {
  expect(paneOrigin(text)).toBe(expected);
});
