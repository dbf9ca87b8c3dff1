import { postgresMissing } from '../../../scripts/postgres.ts';

/** A file of tests, as jest hands it to a runner. */
interface Test {
  readonly path: string;
}

/** Stands in for jest's runner where there is no PostgreSQL: says so, and counts each file as a skipped test. */
export default class SkippingRunner {
  /** Results are told by calling back, one file after the other. */
  readonly supportsEventEmitters = false;
  readonly isSerial = true;

  async runTests(
    tests: readonly Test[],
    _watcher: unknown,
    onStart: (test: Test) => Promise<void>,
    onResult: (test: Test, result: object) => Promise<void>,
  ): Promise<void> {
    process.stderr.write(`${postgresMissing}\n`);
    for (const test of tests) {
      await onStart(test);
      await onResult(test, skipped(test.path));
    }
  }
}

function skipped(testFilePath: string): object {
  const name = 'the tests of this file, on PostgreSQL';
  const test = {
    ...{ title: name, fullName: name, ancestorTitles: [], status: 'pending' as const, duration: 0 },
    ...{ failureMessages: [], failureDetails: [], numPassingAsserts: 0, location: null },
  };
  return {
    ...{ testFilePath, skipped: false, leaks: false, openHandles: [], testResults: [test] },
    ...{ numFailingTests: 0, numPassingTests: 0, numPendingTests: 1, numTodoTests: 0 },
    snapshot: { added: 0, fileDeleted: false, matched: 0, unchecked: 0, uncheckedKeys: [], unmatched: 0, updated: 0 },
    perfStats: {
      ...{ start: 0, end: 0, runtime: 0, slow: false, loadTestEnvironmentStart: 0, loadTestEnvironmentEnd: 0 },
      ...{ setupFilesStart: 0, setupFilesEnd: 0, setupAfterEnvStart: 0, setupAfterEnvEnd: 0 },
    },
  };
}
