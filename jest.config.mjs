/** Tests run as native ES modules under Node 24; `testEnvironment` is named in a file that needs a document. */
export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': 'babel-jest' },
  testEnvironment: 'node',
  injectGlobals: true,
};
