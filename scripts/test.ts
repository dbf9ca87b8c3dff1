/**
 * `npm test`: everything that holds the product, in one go. `npm test -- PATH … [OPTION OF JEST …]` runs the tests of
 * these paths alone.
 *
 * Its last line is `N passed, N failed`: tests, and one failed for each other step that does not succeed. Where there is
 * no PostgreSQL and none can be installed, the line of the tests counts the files that did not run on it.
 */
import { ageMissing, ensureAge } from './age.ts';
import { bundle } from './bundle.ts';
import { chromiumMissing, ensureChromium } from './chromium.ts';
import { runProgram } from './command.ts';
import { developmentRegistryKey } from './development-key.ts';
import { runJest, type Counts } from './jest-run.ts';
import { ensureLibreOffice, libreOfficeMissing } from './libreoffice.ts';
import { ensurePostgres } from './postgres.ts';

/** Tests that drive a browser against the built pane and workbench. */
const endToEnd = 'test/e2e';

/** Tests that hand our files to other programs. */
const interoperation = 'test/interop';

/** One line of the summary. */
interface Result extends Counts {
  readonly name: string;
  readonly seconds: number;
}

/** Programs that look at the sources without running them. */
const checks: readonly (readonly [name: string, ...program: string[]])[] = [
  ['Types', 'node_modules/typescript/bin/tsc', '--noEmit'],
  ['Lint', 'node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  ['Import directions', 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '.'],
  ['Format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
];

async function step(name: string, run: () => Promise<Counts>): Promise<Result> {
  const started = performance.now();
  const counts = await run();
  return { name, ...counts, seconds: (performance.now() - started) / 1000 };
}

/** Runs one of the checks; prints only what it complains of. */
async function runCheck(name: string, program: readonly string[]): Promise<Counts> {
  const { code, output } = await runProgram(program, 'kept');
  if (code === 0) {
    return { passed: 0, failed: 0, skipped: 0 };
  }
  console.log(`\n— ${name}\n${output.trimEnd()}`);
  return { passed: 0, failed: 1, skipped: 0 };
}

function runTests(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Counts> {
  console.log('\n— Tests');
  return runJest([...args, '--testPathIgnorePatterns', `/${endToEnd}/`, `/${interoperation}/`], environment);
}

async function runInteroperation(args: readonly string[]): Promise<Counts> {
  console.log('\n— With other programs: LibreOffice, age');
  const libreOffice = ensureLibreOffice();
  if (libreOffice === undefined) {
    console.log(libreOfficeMissing);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const age = ensureAge();
  if (age === undefined) {
    console.log(ageMissing);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return runJest([...args, '--runInBand'], { LIBREOFFICE_PATH: libreOffice, AGE_PATH: age });
}

async function runEndToEnd(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Counts> {
  console.log('\n— End to end');
  if (environment['CHROMIUM_PATH'] === undefined) {
    console.log(chromiumMissing);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const { publicKey } = await developmentRegistryKey();
  const built = await bundle(JSON.stringify(publicKey));
  return built ? runJest([...args, '--runInBand'], environment) : { passed: 0, failed: 1, skipped: 0 };
}

/** Runs what was asked for, step by step. */
async function runSteps(args: readonly string[]): Promise<readonly Result[]> {
  const chromium = ensureChromium();
  const postgres = ensurePostgres();
  const environment: Readonly<Record<string, string>> = {
    ...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }),
    ...(postgres === undefined ? {} : { POSTGRESQL_PATH: postgres }),
  };
  if (args.length === 0) {
    console.log('\n— Types, lint, import directions, format');
    return [
      ...(await Promise.all(checks.map(([name, ...program]) => step(name, () => runCheck(name, program))))),
      await step('Tests', () => runTests([], environment)),
      await step('With other programs', () => runInteroperation([interoperation])),
      await step('End to end', () => runEndToEnd([endToEnd], environment)),
    ];
  }
  const firstOption = args.findIndex((arg) => arg.startsWith('-'));
  const paths = firstOption < 0 ? args : args.slice(0, firstOption);
  const options = args.slice(paths.length);
  const browserPaths = paths.filter((path) => path.includes(endToEnd));
  const interoperationPaths = paths.filter((path) => path.includes(interoperation));
  const otherPaths = paths.filter((path) => !path.includes(endToEnd) && !path.includes(interoperation));
  const results: Result[] = [];
  if (otherPaths.length > 0 || paths.length === 0) {
    results.push(await step('Tests', () => runTests([...otherPaths, ...options], environment)));
  }
  if (interoperationPaths.length > 0) {
    results.push(await step('With other programs', () => runInteroperation([...interoperationPaths, ...options])));
  }
  if (browserPaths.length > 0) {
    results.push(await step('End to end', () => runEndToEnd([...browserPaths, ...options], environment)));
  }
  return results;
}

function summaryLine({ name, passed, failed, skipped, seconds }: Result): string {
  const tests = [
    ...(passed === 0 ? [] : [`${String(passed)} passed`]),
    ...(skipped === 0 ? [] : [`${String(skipped)} files skipped`]),
  ];
  const outcome = failed === 0 ? ['ok'] : [`${String(failed)} failed`];
  return `${name.padEnd(18)} ${[...outcome, ...tests].join(', ')} (${seconds.toFixed(1)} s)`;
}

const results = await runSteps(process.argv.slice(2));
const total = (count: keyof Counts): number => results.reduce((sum, result) => sum + result[count], 0);
console.log(`\n${results.map(summaryLine).join('\n')}`);
console.log(`\n${String(total('passed'))} passed, ${String(total('failed'))} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
