import { delimiter, join } from 'node:path';
import type { Machine } from './machine.ts';
import { ensureProgram, findProgram, type Program } from './program.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const macApplications = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  ['Chromium', 'Application', 'chrome.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/** Where Chromium, Chrome or Edge usually stand on this platform, the likeliest first. */
function usualPlaces({ platform, environment }: Machine): readonly string[] {
  switch (platform) {
    case 'win32':
      return ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)']
        .map((name) => environment[name])
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => windowsPrograms.map((parts) => [folder, ...parts].join('\\')));
    case 'darwin':
      return ['/Applications', `${environment['HOME'] ?? ''}/Applications`].flatMap((folder) =>
        macApplications.map((application) => `${folder}/${application}`),
      );
    default: {
      const folders = [...(environment['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
      return names.flatMap((name) => folders.map((folder) => join(folder, name)));
    }
  }
}

const browser: Program = {
  variable: 'CHROMIUM_PATH',
  usualPlaces,
  packages: ['chromium', 'fonts-liberation'],
  installing: 'Installing Chromium (apt-get), a minute or two …',
};

/** Path of a Chromium, Chrome or Edge, where there is one. */
export function findChromium(machine?: Machine): string | undefined {
  return findProgram(browser, machine);
}

/** Path of a browser, installed where there is none and that can be done. */
export function ensureChromium(): string | undefined {
  return ensureProgram(browser);
}

/** What to say where there is no browser. */
export const chromiumMissing =
  'No browser found: install Chromium, Google Chrome or Microsoft Edge, or set CHROMIUM_PATH to one.';
