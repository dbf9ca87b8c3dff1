import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

/** What a search for a program asks of the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Partial<Record<string, string>>>;
  readonly isExecutable: (path: string) => boolean;
}

/** The machine that this runs on. */
export const thisMachine: Machine = {
  platform: process.platform,
  environment: process.env,
  isExecutable(path) {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
};

/** Whether Debian's packages can be installed: as root, with apt. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && thisMachine.isExecutable('/usr/bin/apt-get');
}

function aptGet(...args: readonly string[]): boolean {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: environment }).status === 0;
}

/** Installs Debian's packages. @returns whether that went well */
export function installPackages(...packages: readonly string[]): boolean {
  return aptGet('update', '-qq') && aptGet('install', '-y', '-qq', '--no-install-recommends', ...packages);
}
