import { sql } from 'kysely';
import { LeaseLostError, Outbox } from '../../../src/intake/store/outbox.ts';
import { noPlanFiles } from '../../../src/intake/store/authorized-lines.ts';
import { OutdatedCheckError, storeChecked } from '../../../src/intake/store/checked.ts';
import { Submissions } from '../../../src/intake/store/submissions.ts';
import { onPostgres, storeOf } from '../database.ts';
import { afterTests, emptyFolder } from '../running.ts';

const store = await storeOf(await emptyFolder());
afterTests(() => store.destroy());
const submissions = new Submissions(store);
const [one, other] = [new Outbox(store, 'one'), new Outbox(store, 'other')];
const lease = 10_000;
const start = new Date('2026-11-24T12:00:00Z');
const later = (milliseconds: number): Date => new Date(start.getTime() + milliseconds);

async function receive(id: string, invoiceNumber = `41000000${String(id.charCodeAt(0))}`): Promise<void> {
  await submissions.accept({
    id,
    planId: 'plan',
    organisationId: 'organisation',
    delegateId: null,
    part2Program: false,
    billingProviderNpi: '1234567893',
    idempotencyKey: `key of ${id}`,
    contentHash: 'hash',
    purpose: 'new',
    attempt: 1,
    receivedAt: start,
    receipt: 'receipt',
    wrappedKey: Buffer.from('key'),
    sealedEnvelope: Buffer.from('envelope'),
    invoices: [
      { invoiceNumber, lineCount: 1, chargeCents: 100 },
      { invoiceNumber: null, lineCount: 2, chargeCents: 0 },
    ],
    event: { at: start.toISOString(), actor: 'biller', action: 'received', detail: {} },
  });
}

const checked = (submissionId: string, before: readonly string[] = []) => ({
  submissionId,
  purpose: 'new' as const,
  sealedResult: Buffer.from('result'),
  accepted: [0],
  returned: [1],
  earlier: { accepted: before, inForce: before, services: [] },
  planFiles: noPlanFiles({ planId: 'plan', delegateId: null }),
  authorizedLines: [],
  event: { at: start.toISOString(), actor: 'endpoint', action: 'checked' as const, detail: {} },
});

async function statesOf(submissionId: string): Promise<string[]> {
  const rows = await store
    .selectFrom('invoice')
    .select('state')
    .where('submission_id', '=', submissionId)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => row.state);
}

/** Settings by which a commit is on the disk before it returns. */
const durable = onPostgres ? { synchronous_commit: 'on', fsync: 'on' } : { journal_mode: 'wal', synchronous: 2 };

test.each(Object.entries(durable))('a commit is on the disk before it returns: %s is %s', async (name, value) => {
  const query = sql.raw<Record<string, unknown>>(`${onPostgres ? 'show' : 'PRAGMA'} ${name}`);
  const { rows } = await query.execute(store);
  expect(Object.values(rows[0] ?? {})).toEqual([value]);
});

test('work is leased to one, taken over when the lease has run out, and completed by its holder only', async () => {
  await receive('a');
  const first = await one.claim(start, lease);
  expect(first).toMatchObject({ submissionId: 'a', attempts: 1 });
  expect(await other.claim(later(lease - 1), lease)).toBeNull();
  const second = await other.claim(later(lease), lease);
  expect(second).toMatchObject({ submissionId: 'a', attempts: 2 });
  if (first === null || second === null) throw new Error('Nothing was leased');

  const late = one.complete(first, later(lease), (transaction) => storeChecked(transaction, checked('a')));
  await expect(late).rejects.toThrow(LeaseLostError);
  expect(await statesOf('a')).toEqual(['received', 'received']);

  await other.complete(second, later(lease + 1), (transaction) => storeChecked(transaction, checked('a')));
  expect(await statesOf('a')).toEqual(['accepted', 'returned']);
  expect(await one.claim(later(10 * lease), lease)).toBeNull();
});

test('a lease that is renewed is not taken over', async () => {
  await receive('b');
  const work = await one.claim(start, lease);
  if (work === null) throw new Error('Nothing was leased');
  await one.renew(work, later(lease - 1), lease);
  expect(await other.claim(later(lease + 1), lease)).toBeNull();
  await one.complete(work, later(lease), () => Promise.resolve());
});

test('work that was given back is taken again when its time has come', async () => {
  await receive('c');
  const work = await one.claim(start, lease);
  if (work === null) throw new Error('Nothing was leased');
  await one.release(work, later(60_000));
  expect(await other.claim(later(59_999), lease)).toBeNull();
  expect(await other.claim(later(60_000), lease)).toMatchObject({ submissionId: 'c', attempts: 2 });
});

test('under a number only one invoice of a billing provider is accepted, whichever check was first', async () => {
  await receive('e', '4100000001');
  await receive('f', '4100000001');
  const [first, second] = [await one.claim(start, lease), await one.claim(start, lease)];
  if (first === null || second === null) throw new Error('Nothing was leased');
  expect(await submissions.earlierInvoices('f')).toEqual({ accepted: [], inForce: [], services: [] });
  await one.complete(first, start, (transaction) => storeChecked(transaction, checked('e')));
  expect(await submissions.earlierInvoices('f')).toMatchObject({ accepted: ['4100000001'] });
  const outdated = one.complete(second, start, (transaction) => storeChecked(transaction, checked('f')));
  await expect(outdated).rejects.toThrow(OutdatedCheckError);
  expect(await statesOf('f')).toEqual(['received', 'received']);
  // The lease is still held: the work is done again, with what is known now.
  await one.complete(second, start, (transaction) => storeChecked(transaction, checked('f', ['4100000001'])));
});

test('what fails while it is stored leaves nothing behind', async () => {
  await receive('d');
  const work = await one.claim(start, lease);
  if (work === null) throw new Error('Nothing was leased');
  const failing = one.complete(work, start, async (transaction) => {
    await storeChecked(transaction, checked('d'));
    throw new RangeError('full');
  });
  await expect(failing).rejects.toThrow(RangeError);
  expect(await statesOf('d')).toEqual(['received', 'received']);
  expect(await submissions.document('d', 'result')).toBeNull();
  expect(await submissions.auditChain('d')).toHaveLength(1);
});

test('an older database is brought up to date, and a present one left as it is', async () => {
  const folder = await emptyFolder();
  for (let time = 0; time < 2; time += 1) {
    const opened = await storeOf(folder);
    expect(await opened.selectFrom('submission').selectAll().execute()).toEqual([]);
    await opened.destroy();
  }
});
