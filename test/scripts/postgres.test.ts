import { findPostgres } from '../../scripts/postgres.ts';

type Environment = Readonly<Record<string, string>>;

test.each<[NodeJS.Platform, Environment, readonly string[], string | undefined]>([
  [
    'linux',
    { PATH: '/usr/bin' },
    ['/usr/lib/postgresql/15/bin/initdb', '/usr/lib/postgresql/17/bin/initdb'],
    '/usr/lib/postgresql/17/bin',
  ],
  ['linux', { PATH: '/opt/pg/bin' }, ['/opt/pg/bin/initdb', '/usr/lib/postgresql/15/bin/initdb'], '/opt/pg/bin'],
  ['linux', { PATH: '/usr/bin' }, ['/usr/bin/psql'], undefined],
  ['linux', { POSTGRESQL_PATH: '/own' }, ['/own/initdb', '/usr/lib/postgresql/15/bin/initdb'], '/own'],
  ['linux', { POSTGRESQL_PATH: '/gone' }, ['/usr/lib/postgresql/15/bin/initdb'], undefined],
  ['darwin', {}, ['/opt/homebrew/opt/postgresql@16/bin/initdb'], '/opt/homebrew/opt/postgresql@16/bin'],
  ['win32', {}, ['/usr/lib/postgresql/15/bin/initdb'], undefined],
])('on %s with %j and %j', (platform, environment, present, expected) => {
  expect(findPostgres({ platform, environment, isExecutable: (path) => present.includes(path) })).toBe(expected);
});
