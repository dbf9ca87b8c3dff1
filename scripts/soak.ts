/** `npm run soak`: the proofs that `npm test` runs at small counts, at their full ones: kills, hostile input, laws. */
import { runJest } from './jest-run.ts';
import { ensurePostgres, postgresMissing } from './postgres.ts';

const proofs = [
  'test/faults',
  'test/guidance',
  'test/plan',
  'test/workbook',
  'test/xlsx',
  'test/workbench',
  'test/submission',
  'test/encounter',
];

const postgres = ensurePostgres();
const { passed, failed, skipped } = await runJest([...proofs, '--runInBand', '--testTimeout', '7200000'], {
  CALAIM_SOAK: '1',
  ...(postgres === undefined ? {} : { POSTGRESQL_PATH: postgres }),
});
if (skipped > 0) console.log(`\n${String(skipped)} files skipped: ${postgresMissing}`);
console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
