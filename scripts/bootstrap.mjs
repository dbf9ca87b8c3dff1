/**
 * Runs `scripts/TASK.ts` under Node 24 with everything installed that package-lock.json names:
 *
 *   node scripts/bootstrap.mjs TASK [argument …]
 *
 * It is the first thing to run on a fresh clone, so it needs nothing but Node 20 and npm.
 */
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode, run } from '../bin/runtime.mjs';
import { isInstalled } from './lock.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [task = '', ...args] = process.argv.slice(2);

/** `npm ci` with the npm that started this script, or the one on the path. */
async function install() {
  console.log('Installing packages (npm ci), a minute or two …');
  const options = ['ci', '--no-fund', '--no-audit', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const code =
    npm === undefined
      ? await run('npm', options, { cwd: root, shell: process.platform === 'win32' })
      : await run(process.execPath, [npm, ...options], { cwd: root });
  if (code !== 0) {
    console.error('npm ci did not succeed: its messages above say why.');
  }
  return code;
}

async function main() {
  if (!isInstalled(root)) {
    const code = await install();
    if (code !== 0) {
      return code;
    }
  }
  const node = findNode(root);
  if (node === undefined) {
    console.error('Node 24 did not install: allow the install script of the package "node" and run "npm ci" again.');
    return 1;
  }
  // Tools started by name find the same Node.
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
  return run(node, [join(root, 'scripts', `${task}.ts`), ...args], { env: { ...process.env, PATH: path } });
}

process.exitCode = await main();
