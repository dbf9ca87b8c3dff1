import { findPostgres } from './scripts/postgres.ts';

/**
 * Tests run as native ES modules under Node 24; `testEnvironment` is named in a file that needs a document.
 *
 * @type {NonNullable<import('jest').Config['projects']>[number]}
 */
const common = {
  roots: ['<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': 'babel-jest' },
  moduleNameMapper: { '\\.(css|svg|png)$': '<rootDir>/test/support/asset.ts' },
  setupFiles: ['<rootDir>/test/support/proofs.ts'],
  testEnvironment: 'node',
  injectGlobals: true,
};

/**
 * What needs a store runs a second time on PostgreSQL: everything of the endpoint but the parts that know no store. The
 * run starts a server of its own for them; where there is none each file counts as a skipped test.
 *
 * @type {NonNullable<import('jest').Config['projects']>[number]}
 */
const onPostgres = {
  ...common,
  displayName: 'PostgreSQL',
  testMatch: [
    '**/test/{intake,faults}/**/*.test.ts',
    '!**/test/intake/{receipt,work}/**',
    '!**/test/intake/identity/{directory-file,passwords}.test.ts',
    '!**/test/intake/http/{log,prefer,run-out}.test.ts',
    '!**/test/intake/audit/chain.test.ts',
    '!**/test/intake/store/{backup,seal}.test.ts',
    '!**/test/intake/keys.test.ts',
  ],
  globals: { testStore: 'PostgreSQL' },
  ...(findPostgres() === undefined
    ? { runner: '<rootDir>/test/support/postgres/skipping-runner.ts' }
    : {
        globalSetup: '<rootDir>/test/support/postgres/setup.ts',
        globalTeardown: '<rootDir>/test/support/postgres/teardown.ts',
      }),
};

/** @type {import('jest').Config} */
export default {
  maxWorkers: 2,
  // A deadline for what hangs, not a measure of speed: two cores may be shared.
  testTimeout: 60_000,
  projects: [
    { ...common, testMatch: ['**/*.test.ts', '**/*.test.tsx', '!**/test/intake/store/postgres.test.ts'] },
    onPostgres,
  ],
};
