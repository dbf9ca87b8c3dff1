import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import webpack, { type MultiStats } from 'webpack';
import { root } from './command.ts';
import { targets } from './webpack/targets.mjs';

/** What decides the bundles, beside the key. */
const inputs = ['src', 'plans', 'assets', 'scripts/webpack', 'babel.config.mjs', 'package.json', 'package-lock.json'];

/** Scripts that the pane loads before it shows anything, compressed. */
const initialScriptBudget = 250_000;

const output = join(root, 'dist');
const stamp = join(output, 'built-from.txt');

/** Paths of the files at or below a path, sorted, so that their order does not depend on the file system. */
async function filesBelow(path: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true, recursive: true }).catch(() => undefined);
  return entries === undefined
    ? [join(root, path)]
    : entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
}

/** Fingerprint of everything that the bundles are made from. */
async function fingerprint(registryKey: string): Promise<string> {
  const hash = createHash('sha256').update(registryKey);
  for (const input of inputs) {
    for (const file of await filesBelow(input)) {
      const content = await readFile(file).catch(() => '');
      hash.update(`\0${file.slice(root.length)}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

function runWebpack(registryKey: string): Promise<MultiStats> {
  return new Promise((resolve, reject) => {
    const compiler = webpack(targets({ mode: 'production', registryKey, output }));
    compiler.run((error, stats) => {
      compiler.close((closeError) => {
        const failure = error ?? closeError;
        if (failure !== null || stats === undefined) {
          reject(failure ?? new Error('webpack gave no result.'));
        } else {
          resolve(stats);
        }
      });
    });
  });
}

/** Compressed size in bytes of the scripts that the pane loads at first. */
async function initialScriptSize(stats: MultiStats): Promise<number> {
  const pane = stats.stats.find(({ compilation }) => compilation.name === 'pane');
  const files = pane?.compilation.entrypoints.get('taskpane')?.getFiles() ?? [];
  const sizes = files
    .filter((file) => file.endsWith('.js'))
    .map(async (file) => gzipSync(await readFile(join(output, 'pane', file))).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

/**
 * Builds `dist/pane` and `dist/workbench`, unless they were built from the same sources with the same key.
 *
 * @param registryKey Public JWK as JSON that the pane is to trust.
 * @returns Whether they stand; what is wrong has been printed.
 */
export async function bundle(registryKey: string): Promise<boolean> {
  const wanted = await fingerprint(registryKey);
  const present = await readFile(stamp, 'utf8').catch(() => '');
  if (present === wanted) {
    return true;
  }
  console.log('Building the pane and the workbench …');
  await rm(stamp, { force: true });
  const stats = await runWebpack(registryKey);
  if (stats.hasErrors()) {
    console.error(stats.toString({ preset: 'errors-only', colors: false }));
    return false;
  }
  const size = await initialScriptSize(stats);
  console.log(`Pane: ${kilobytes(size)} of scripts at first, compressed (budget ${kilobytes(initialScriptBudget)}).`);
  await mkdir(output, { recursive: true });
  await writeFile(stamp, wanted);
  return true;
}
