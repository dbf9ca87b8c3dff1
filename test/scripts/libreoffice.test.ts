import { findLibreOffice } from '../../scripts/libreoffice.ts';

type Environment = Readonly<Record<string, string>>;

test.each<[NodeJS.Platform, Environment, readonly string[], string | undefined]>([
  ['linux', { PATH: '/opt/bin:/usr/bin' }, ['/usr/bin/libreoffice', '/usr/bin/soffice'], '/usr/bin/soffice'],
  ['linux', { PATH: '' }, ['/snap/bin/libreoffice'], '/snap/bin/libreoffice'],
  ['linux', { PATH: '/usr/bin' }, ['/usr/bin/gnumeric'], undefined],
  [
    'linux',
    { PATH: '/usr/bin', LIBREOFFICE_PATH: '/own/soffice' },
    ['/own/soffice', '/usr/bin/soffice'],
    '/own/soffice',
  ],
  ['linux', { PATH: '/usr/bin', LIBREOFFICE_PATH: '/gone/soffice' }, ['/usr/bin/soffice'], undefined],
  [
    'darwin',
    {},
    ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  ],
  [
    'win32',
    { PROGRAMFILES: 'C:\\Program Files' },
    ['C:\\Program Files\\LibreOffice\\program\\soffice.com'],
    'C:\\Program Files\\LibreOffice\\program\\soffice.com',
  ],
])('on %s with %j and %j', (platform, environment, present, expected) => {
  expect(findLibreOffice({ platform, environment, isExecutable: (path) => present.includes(path) })).toBe(expected);
});
