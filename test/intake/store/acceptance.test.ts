import { verifyChain } from '../../../src/intake/audit/chain.ts';
import type { NewSubmission } from '../../../src/intake/store/acceptance.ts';
import { Submissions } from '../../../src/intake/store/submissions.ts';
import { storeOf } from '../database.ts';
import { afterTests, emptyFolder } from '../running.ts';

const store = await storeOf(await emptyFolder());
afterTests(() => store.destroy());
const submissions = new Submissions(store);
const receivedAt = new Date('2026-11-24T12:00:00Z');

/** A submission of as many invoices under a key that it has for itself. */
function submission(id: string, invoices = 2, more: Partial<NewSubmission> = {}): NewSubmission {
  return {
    ...{ id, planId: 'plan', organisationId: 'organisation', delegateId: null, part2Program: false },
    ...{ billingProviderNpi: '1234567893', idempotencyKey: `key of ${id}`, contentHash: 'hash', purpose: 'new' },
    ...{ attempt: 1, receivedAt, receipt: `receipt of ${id}` },
    wrappedKey: Buffer.from('key'),
    sealedEnvelope: Buffer.from(`envelope of ${id}`),
    invoices: Array.from({ length: invoices }, (_, ordinal) => ({
      ...{ invoiceNumber: String(4_100_000_000 + ordinal), lineCount: 1, chargeCents: ordinal },
    })),
    event: { at: receivedAt.toISOString(), actor: id, action: 'received', detail: {} },
    ...more,
  };
}

/** What is stored of a submission, part by part. */
async function partsOf(id: string) {
  const invoices = await store.selectFrom('invoice').selectAll().where('submission_id', '=', id).execute();
  const changes = await store.selectFrom('invoice_change').selectAll().where('submission_id', '=', id).execute();
  const work = await store.selectFrom('work_item').selectAll().where('submission_id', '=', id).execute();
  const chain = await submissions.auditChain(id);
  return {
    envelope: Buffer.from((await submissions.document(id, 'envelope')) ?? []).toString(),
    invoices: invoices.map((row) => row.charge_cents).sort((left, right) => left - right),
    changes: changes.map((row) => `${String(row.audit_sequence)} ${row.state} ${row.at}`),
    work: work.length,
    actors: chain.map(({ actor }) => actor),
    chain: verifyChain(id, chain).kind,
  };
}

const whole = (id: string, invoices: number) => ({
  envelope: `envelope of ${id}`,
  invoices: Array.from({ length: invoices }, (_, ordinal) => ordinal),
  changes: Array.from({ length: invoices }, () => `1 received ${receivedAt.toISOString()}`),
  work: 1,
  actors: [id],
  chain: 'whole',
});

test('submissions that come at the same time are stored whole, each its own', async () => {
  const sizes = [1, 3, 64, 130];
  await Promise.all(sizes.map((size) => submissions.accept(submission(`size ${String(size)}`, size))));
  for (const size of sizes) expect(await partsOf(`size ${String(size)}`)).toEqual(whole(`size ${String(size)}`, size));
});

test('of twins that come at the same time one is stored, and the others get its receipt', async () => {
  const idempotencyKey = 'key of twins';
  const ids = ['twin 1', 'twin 2', 'twin 3'];
  const outcomes = await Promise.all(ids.map((id) => submissions.accept(submission(id, 1, { idempotencyKey }))));
  const stored = ids.filter((_, place) => outcomes[place]?.kind === 'stored');
  expect(stored).toHaveLength(1);
  for (const outcome of outcomes.filter(({ kind }) => kind === 'known')) {
    expect(outcome).toMatchObject({ earlier: { id: stored[0], receipt: `receipt of ${String(stored[0])}` } });
  }
  expect(await partsOf(stored[0] ?? '')).toEqual(whole(stored[0] ?? '', 1));
});

test('one that cannot be stored leaves nothing, and the others are stored', async () => {
  // A submission's id is there once.
  await submissions.accept(submission('taken'));
  const outcomes = await Promise.allSettled(
    [submission('before'), submission('taken', 1, { idempotencyKey: 'other' }), submission('after')].map((each) =>
      submissions.accept(each),
    ),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  for (const id of ['before', 'taken', 'after']) expect(await partsOf(id)).toEqual(whole(id, 2));
});

test('services are recorded once, however often they are told', async () => {
  await submissions.accept(submission('services'));
  const services = Array.from({ length: 2 }, (_, place) => ({
    line: place,
    ordinal: place,
    hash: `s${String(place)}`,
  }));
  await submissions.recordServices('services', services);
  await submissions.recordServices('services', services);
  const rows = await store
    .selectFrom('service_line')
    .select(['line', 'ordinal', 'service_hash'])
    .where('submission_id', '=', 'services')
    .orderBy('line')
    .execute();
  expect(rows).toEqual([
    { line: 0, ordinal: 0, service_hash: 's0' },
    { line: 1, ordinal: 1, service_hash: 's1' },
  ]);
});
