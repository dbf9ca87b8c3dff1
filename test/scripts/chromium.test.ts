import { findChromium } from '../../scripts/chromium.ts';

type Environment = Readonly<Record<string, string>>;

test.each<[NodeJS.Platform, Environment, readonly string[], string | undefined]>([
  ['linux', { PATH: '/opt/bin:/usr/bin' }, ['/opt/bin/google-chrome', '/usr/bin/chromium'], '/usr/bin/chromium'],
  ['linux', { PATH: '' }, ['/snap/bin/chromium'], '/snap/bin/chromium'],
  ['linux', { PATH: '/usr/bin' }, ['/usr/bin/firefox'], undefined],
  ['linux', { PATH: '/usr/bin', CHROMIUM_PATH: '/own/chrome' }, ['/own/chrome', '/usr/bin/chromium'], '/own/chrome'],
  ['linux', { PATH: '/usr/bin', CHROMIUM_PATH: '/gone/chrome' }, ['/usr/bin/chromium'], undefined],
  ['linux', { PATH: '/usr/bin', CHROMIUM_PATH: '' }, ['/usr/bin/chromium'], '/usr/bin/chromium'],
  [
    'darwin',
    { HOME: '/Users/biller' },
    ['/Users/biller/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    '/Users/biller/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  [
    'win32',
    { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
    ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
])('on %s with %j and %j', (platform, environment, present, expected) => {
  expect(findChromium({ platform, environment, isExecutable: (path) => present.includes(path) })).toBe(expected);
});
