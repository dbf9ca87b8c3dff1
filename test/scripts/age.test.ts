import { findAge } from '../../scripts/age.ts';

type Environment = Readonly<Record<string, string>>;

test.each<[NodeJS.Platform, Environment, readonly string[], string | undefined]>([
  ['linux', { PATH: '/opt/bin:/usr/bin' }, ['/usr/bin/age'], '/usr/bin/age'],
  ['linux', { PATH: '' }, ['/usr/local/bin/age'], '/usr/local/bin/age'],
  ['linux', { PATH: '/usr/bin' }, [], undefined],
  ['linux', { PATH: '/usr/bin', AGE_PATH: '/own/age' }, ['/own/age', '/usr/bin/age'], '/own/age'],
  ['linux', { PATH: '/usr/bin', AGE_PATH: '/gone/age' }, ['/usr/bin/age'], undefined],
  ['darwin', {}, ['/opt/homebrew/bin/age'], '/opt/homebrew/bin/age'],
])('on %s with %j and %j', (platform, environment, present, expected) => {
  expect(findAge({ platform, environment, isExecutable: (path) => present.includes(path) })).toBe(expected);
});
