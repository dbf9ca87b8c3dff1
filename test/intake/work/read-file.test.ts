import { readFile, type FileTask } from '../../../src/intake/work/read-file.ts';
import { TaskStoppedError, ThreadPool } from '../../../src/intake/work/pool.ts';
import { printCsv } from '../../../src/xlsx/csv.ts';
import { hostileFiles } from '../../support/hostile-files.ts';
import { sampleProfile } from '../../submission/connections.ts';
import { validLine } from '../../submission/envelopes.ts';
import { afterTests } from '../running.ts';

const taskOf = (body: Uint8Array): FileTask => ({
  kind: 'file',
  body,
  profile: sampleProfile,
  order: {},
  receivedAt: '2026-11-24T20:00:00Z',
  timeZone: 'America/Los_Angeles',
  packageKeys: [],
});

test.each(hostileFiles)('$what: $reason', async ({ reason, make }) => {
  expect(await readFile(taskOf(make()), [])).toEqual({ kind: 'refused', reason });
});

test('a file is read in a thread, however short it is, and what takes too long there is told apart', async () => {
  const list = taskOf(Buffer.from(printCsv([validLine])));
  const pool = new ThreadPool(1);
  afterTests(() => pool.close());
  expect(await pool.run(list)).toMatchObject({ kind: 'read', channel: 'file', summary: { lines: 1 } });
  // No thread starts in a millisecond.
  const hasty = new ThreadPool(1, { timeout: 1 });
  afterTests(() => hasty.close());
  await expect(hasty.run(list)).rejects.toThrow(TaskStoppedError);
});
