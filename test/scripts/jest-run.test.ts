import { countsOf } from '../../scripts/jest-run.ts';

const report = (passed: number, failed: number, files: number): string =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: files, testResults: [] });

test.each<[string, string, number, { passed: number; failed: number }]>([
  ['all pass', report(3, 0, 0), 0, { passed: 3, failed: 0 }],
  ['some fail', report(3, 2, 0), 1, { passed: 3, failed: 2 }],
  ['a file does not load', report(3, 2, 1), 1, { passed: 3, failed: 3 }],
  ['no test is found', report(0, 0, 0), 1, { passed: 0, failed: 1 }],
])('%s', (_, json, exitCode, counts) => {
  expect(countsOf(json, exitCode)).toEqual(counts);
});
