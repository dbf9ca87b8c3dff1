import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';

/** The sources are TypeScript that this release of Node, and any later one, runs as it is. */
const neededMajor = 24;

/**
 * Node 24: the one that `npm ci` put into node_modules, or the one that runs now where it is new enough.
 *
 * @param {string} root Folder of package.json.
 * @returns {string | undefined} Path of the executable; nothing where there is none.
 */
export function findNode(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const installed = join(root, 'node_modules', 'node', 'bin', name);
  if (existsSync(installed)) {
    return installed;
  }
  return Number.parseInt(process.versions.node, 10) >= neededMajor ? process.execPath : undefined;
}

/**
 * Runs a program in this terminal and hands on the signals that end it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} Its exit code; as a shell says it, 128 and the number of the signal that ended it.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    /** @param {NodeJS.Signals} signal */
    const handOn = (signal) => {
      // At a terminal Ctrl+C reaches the program without us, and twice would mean "at once".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) {
        child.kill(signal);
      }
    };
    /** @type {readonly NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) {
      process.on(signal, handOn);
    }
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const handled of signals) {
        process.off(handled, handOn);
      }
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
