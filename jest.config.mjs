/**
 * Tests run as native ES modules under Node 24; `testEnvironment` is named in a file that needs a document.
 *
 * @type {import('jest').Config}
 */
export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': 'babel-jest' },
  moduleNameMapper: { '\\.(css|svg|png)$': '<rootDir>/test/support/asset.ts' },
  setupFiles: ['<rootDir>/test/support/proofs.ts'],
  testEnvironment: 'node',
  injectGlobals: true,
  maxWorkers: 2,
  // A deadline for what hangs, not a measure of speed: two cores may be shared.
  testTimeout: 60_000,
};
