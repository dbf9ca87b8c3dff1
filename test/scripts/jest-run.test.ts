import { countsOf } from '../../scripts/jest-run.ts';

const report = (passed: number, failed: number, files: number, skipped = 0): string =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
    numRuntimeErrorTestSuites: files,
    testResults: [],
  });

test.each<[string, string, number, { passed: number; failed: number; skipped: number }]>([
  ['all pass', report(3, 0, 0), 0, { passed: 3, failed: 0, skipped: 0 }],
  ['some fail', report(3, 2, 0), 1, { passed: 3, failed: 2, skipped: 0 }],
  ['a file does not load', report(3, 2, 1), 1, { passed: 3, failed: 3, skipped: 0 }],
  ['some are skipped', report(3, 0, 0, 2), 0, { passed: 3, failed: 0, skipped: 2 }],
  ['no test is found', report(0, 0, 0), 1, { passed: 0, failed: 1, skipped: 0 }],
])('%s', (_, json, exitCode, counts) => {
  expect(countsOf(json, exitCode)).toEqual(counts);
});
