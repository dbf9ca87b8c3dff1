/** `npm run soak`: the proofs that `npm test` runs at small counts, at their full ones: kills, hostile input, laws. */
import { runJest } from './jest-run.ts';

const proofs = [
  'test/faults',
  'test/guidance',
  'test/plan',
  'test/workbook',
  'test/xlsx',
  'test/workbench',
  'test/submission',
];

const { passed, failed } = await runJest([...proofs, '--runInBand', '--testTimeout', '7200000'], { CALAIM_SOAK: '1' });
console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
