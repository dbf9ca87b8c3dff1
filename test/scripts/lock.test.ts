import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differingPackages, isInstalled } from '../../scripts/lock.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
    'node_modules/build-for-another-platform': { version: '1.0.0', optional: true },
    'node_modules/linked': { link: true },
  },
};

test.each<[string, Parameters<typeof differingPackages>[1]['packages'], readonly string[]]>([
  ['the same', { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' } }, []],
  ['nothing', {}, ['node_modules/zod']],
  ['another version', { 'node_modules/zod': { version: '4.6.6', integrity: 'sha512-a' } }, ['node_modules/zod']],
  ['other content', { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-b' } }, ['node_modules/zod']],
  [
    'an optional package in another version',
    {
      'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
      'node_modules/build-for-another-platform': { version: '0.9.0', optional: true },
    },
    ['node_modules/build-for-another-platform'],
  ],
])('installed is %s', (_, packages, expected) => {
  expect(differingPackages(wanted, { packages })).toEqual(expected);
});

test('a tree is installed once npm has written its record, and not before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'calaim-invoice-test-'));
  try {
    await writeFile(join(folder, 'package-lock.json'), JSON.stringify(wanted));
    await mkdir(join(folder, 'node_modules'));
    expect(isInstalled(folder)).toBe(false);
    await writeFile(join(folder, 'node_modules', '.package-lock.json'), '{"packages":{"node_modules/zod":');
    expect(isInstalled(folder)).toBe(false);
    await writeFile(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify(wanted));
    expect(isInstalled(folder)).toBe(true);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
