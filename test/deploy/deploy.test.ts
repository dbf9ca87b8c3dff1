import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterTests, emptyFolder } from '../intake/running.ts';
import { layOutImage, projectFile } from './image.ts';

const samplePlan = join(import.meta.dirname, '..', '..', 'plans', 'sample');
const invoices = join(samplePlan, 'harbor-care-2026-10.csv');

// Packages are links here, so that they have to be looked for where the link is.
const nodeOptions = ['--preserve-symlinks', '--preserve-symlinks-main'];

let image = '';
beforeAll(async () => {
  image = await emptyFolder();
  await layOutImage(image);
}, 120_000);

interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs the command line of the image, far from the project. */
async function run(args: readonly string[]): Promise<Outcome> {
  const cwd = await emptyFolder();
  const environment = { PATH: process.env['PATH'], CALAIM_INVOICE_STATE: join(cwd, 'state') };
  return new Promise((resolve) => {
    const program = [...nodeOptions, join(image, 'src', 'cli', 'main.ts'), ...args];
    execFile(process.execPath, program, { cwd, env: environment }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

/** A copy of the sample plan's folder. */
async function planFolder(): Promise<string> {
  const folder = await emptyFolder();
  for (const file of ['profile.json', 'logo.png']) await copyFile(join(samplePlan, file), join(folder, file));
  return folder;
}

test.each<[string, readonly string[], number]>([
  ['checks a month', ['check', invoices, '--plan', samplePlan], 0],
  ['publishes', ['publish', '--plan', samplePlan, '--out', 'published'], 0],
  ['tells its version', ['--version'], 0],
])(
  'with the files and packages of the image alone, the command line %s',
  async (_, args, code) => {
    expect(await run(args)).toMatchObject({ code, output: expect.not.stringContaining('Cannot find') as string });
  },
  60_000,
);

test('the endpoint starts from the image, is healthy, and ends when it is told to', async () => {
  const cwd = await emptyFolder();
  const serve = ['serve', '--plan', samplePlan, '--demo', '--port', '0', '--quiet', '--state', join(cwd, 'state')];
  const endpoint = spawn(process.execPath, [...nodeOptions, join(image, 'src', 'cli', 'main.ts'), ...serve], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(endpoint, 'exit');
  afterTests(async () => {
    endpoint.kill('SIGKILL');
    await ended;
  });
  const [url] = (await once(createInterface({ input: endpoint.stdout }), 'line')) as [string];
  const dockerfile = await projectFile('deploy', 'Dockerfile');
  const [, path = ''] = /127\.0\.0\.1:8787(\/[a-z/]+)/.exec(dockerfile) ?? [];
  expect((await fetch(url + path)).status).toBe(200);
  endpoint.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}, 60_000);

const composed = await projectFile('deploy', 'compose.yaml');
const unit = await projectFile('deploy', 'calaim-invoice.service');

/** What compose.yaml takes from its environment file. */
const composedValues: Readonly<Record<string, string>> = {
  PUBLIC_URL: 'https://invoices.plan.example',
  PANE_ORIGIN: 'https://pane.plan.example',
};

test.each<[string, readonly string[]]>([
  [
    'compose.yaml',
    [...composed.matchAll(/^ +- (serve|--.+)$/gm)].map(([, option = '']) =>
      option.replace(/\$\{(\w+)[^}]*\}/, (_, name: string) => composedValues[name] ?? ''),
    ),
  ],
  ['calaim-invoice.service', ['serve', ...(/"SERVE=(.+)"$/m.exec(unit)?.[1]?.split(' ') ?? [])]],
])(
  'the endpoint takes the options of %s',
  async (_, options) => {
    expect(options.length).toBeGreaterThan(4);
    const plan = await planFolder();
    const own = options.map((option) => option.replace(/^(--\w+=)?(?:\/etc\/calaim-invoice)?\/plan\b/, `$1${plan}`));
    expect(await run([...own, '--check-config'])).toEqual({ code: 0, output: 'The configuration is complete.\n' });
  },
  60_000,
);

test('the example of an environment file names what compose.yaml needs, and nothing else', async () => {
  const example = await projectFile('deploy', 'environment.example');
  const named = [...example.matchAll(/^(\w+)=/gm)].map(([, name]) => name).sort();
  expect([...new Set([...composed.matchAll(/\$\{(\w+)/g)].map(([, name]) => name))].sort()).toEqual(named);
});

test('the image has neither the pane nor the workbench, nor their packages', async () => {
  expect(await readdir(join(image, 'src'))).not.toContain('taskpane');
  expect(await readdir(join(image, 'src'))).not.toContain('workbench');
  expect(await readdir(join(image, 'node_modules'))).not.toContain('react');
});
