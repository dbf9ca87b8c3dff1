import { DiagnosisList } from '../../../src/guidance/diagnosis-list.ts';
import { identifyByPlan } from '../../../src/intake/work/diagnosis-lists.ts';
import { BusyError, TaskFailedError, ThreadPool } from '../../../src/intake/work/pool.ts';
import { sampleProfile } from '../../submission/connections.ts';
import { manyInvoices } from '../../submission/envelopes.ts';
import { afterTests } from '../running.ts';

/** What the plan has of a provider that never sent before. */
const nothingEarlier = { accepted: [], inForce: [], services: [] };
const pool = new ThreadPool(2);
afterTests(() => pool.close());
const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

test.each([1, 200])('reads %i lines, on the spot or in a thread, with the same outcome', async (lines) => {
  const outcome = await pool.run({ kind: 'read', body: bytes(manyInvoices(lines, 4100000000)) });
  expect(outcome).toMatchObject({ kind: 'read', summary: { lines, totalCents: lines * 4500 } });
});

test.each([1, 200])('checks %i lines with the lists of the plan, on the spot or in a thread', async (lines) => {
  const list = DiagnosisList.of(2027, [{ code: 'I10', reportable: true }]);
  const lists = await identifyByPlan(new Map([[sampleProfile.id, [list]]]));
  const listed = new ThreadPool(1, { lists });
  const submitted = lists.get(sampleProfile.id)?.map(({ identity }) => identity) ?? [];
  const check = (diagnosisLists: typeof submitted) =>
    listed.run({
      kind: 'check',
      body: bytes(manyInvoices(lines, 4100000000, { diagnosisLists })),
      profile: sampleProfile,
      receivedAt: '2026-11-24T12:00:00Z',
      checkedAt: '2026-11-24T12:00:00Z',
      timeZone: 'UTC',
      earlier: nothingEarlier,
      knowledge: null,
      authorizationHashKey: Buffer.alloc(32),
    });
  const [same, none] = await Promise.all([check(submitted), check([])]);
  await listed.close();
  expect(same.returned).toHaveLength(lines);
  expect(same.result.invoices[0]?.findings.map(({ code }) => code)).toEqual(['DIAGNOSIS_UNKNOWN']);
  expect(same.result.diagnosisLists).toEqual({ submitted, applied: submitted });
  expect(same.result.notices).not.toContain('DIAGNOSIS_LISTS_DIFFER');
  expect(none.result.notices).toContain('DIAGNOSIS_LISTS_DIFFER');
});

test('work beyond the threads waits its turn, in order', async () => {
  const counts = [60, 70, 80, 90, 100];
  const finished: number[] = [];
  await Promise.all(
    counts.map(async (count) => {
      const outcome = await pool.run({ kind: 'read', body: bytes(manyInvoices(count, 4100000000)) });
      finished.push(outcome.kind === 'read' ? outcome.summary.lines : 0);
    }),
  );
  expect(finished.toSorted((left, right) => left - right)).toEqual(counts);
});

test('what fails in a thread is told without its reason, and the next work is done', async () => {
  const body = Buffer.alloc(64 * 1024, 'Ofelia');
  const check = { kind: 'check', body, profile: {}, receivedAt: '', checkedAt: '', timeZone: 'UTC' } as never;
  await expect(pool.run(check)).rejects.toThrow(new TaskFailedError());
  await expect(pool.run({ kind: 'read', body })).resolves.toMatchObject({
    kind: 'refused',
    code: 'malformed-json',
  });
});

test('more than memory should hold is refused', async () => {
  const narrow = new ThreadPool(1);
  const body = bytes(manyInvoices(30, 4100000000));
  const read = { kind: 'read', body } as const;
  const outcomes = await Promise.allSettled(Array.from({ length: 80 }, () => narrow.run(read)));
  await narrow.close();
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused).toHaveLength(80 - 65);
  expect(refused.every((outcome) => outcome.reason instanceof BusyError)).toBe(true);
});

test('after closing nothing is taken', async () => {
  const closed = new ThreadPool(1);
  await closed.close();
  await expect(closed.run({ kind: 'read', body: Buffer.alloc(64 * 1024) })).rejects.toThrow(BusyError);
});
