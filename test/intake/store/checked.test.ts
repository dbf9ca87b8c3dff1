import { verifyChain } from '../../../src/intake/audit/chain.ts';
import { OutdatedCheckError, storeChecked } from '../../../src/intake/store/checked.ts';
import { noPlanFiles } from '../../../src/intake/store/authorized-lines.ts';
import { changeInvoices, InvoiceChangedError } from '../../../src/intake/store/invoice-changes.ts';
import { storeOf } from '../database.ts';
import { StoreError } from '../../../src/intake/store/store-error.ts';
import { Submissions } from '../../../src/intake/store/submissions.ts';
import type { SubmissionPurpose } from '../../../src/submission/contract.ts';
import { transact } from '../../../src/intake/store/transact.ts';
import { afterTests, emptyFolder } from '../running.ts';

const store = await storeOf(await emptyFolder());
afterTests(() => store.destroy());
const submissions = new Submissions(store);
const start = new Date('2026-11-24T12:00:00Z');
const nothing = { planFiles: noPlanFiles({ planId: 'plan', delegateId: null }), authorizedLines: [] };
const event = { at: start.toISOString(), actor: 'endpoint', action: 'checked', detail: {} } as const;

type Purpose = SubmissionPurpose['kind'];

/** Receives invoices of a provider of their own; the hash of a service is that of the text. */
async function receive(id: string, npi: string, numbers: readonly string[], purpose: Purpose = 'new', service = id) {
  await submissions.accept({
    ...{
      id,
      planId: 'plan',
      organisationId: 'organisation',
      delegateId: null,
      part2Program: false,
      billingProviderNpi: npi,
      purpose,
      attempt: 1,
    },
    ...{ idempotencyKey: `key of ${id}`, contentHash: 'hash', receivedAt: start, receipt: 'receipt' },
    wrappedKey: Buffer.from('key'),
    sealedEnvelope: Buffer.from('envelope'),
    invoices: numbers.map((invoiceNumber) => ({ invoiceNumber, lineCount: 1, chargeCents: 100 })),
    event: { at: start.toISOString(), actor: 'biller', action: 'received', detail: {} },
  });
  await submissions.recordServices(id, [{ line: 0, ordinal: 0, hash: `${npi} ${service}` }]);
}

/** Stores a check that knows what there is, and returns the last of the invoices where told. */
async function check(submissionId: string, purpose: Purpose = 'new', lastComesBack = false): Promise<void> {
  const earlier = await submissions.earlierInvoices(submissionId);
  const ordinals = (await statesOf(submissionId)).map((_, ordinal) => ordinal);
  const returned = lastComesBack ? ordinals.splice(-1) : [];
  const outcome = { submissionId, purpose, sealedResult: Buffer.from('result'), accepted: ordinals, returned };
  await store
    .transaction()
    .execute((transaction) => storeChecked(transaction, { ...outcome, ...nothing, earlier, event }));
}

async function statesOf(submissionId: string): Promise<string[]> {
  const rows = await store
    .selectFrom('invoice')
    .select('state')
    .where('submission_id', '=', submissionId)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => row.state);
}

/** The steps of a submission's invoices, each with the audit entry that tells it. */
async function historyOf(submissionId: string): Promise<string[]> {
  const rows = await store
    .selectFrom('invoice_change as change')
    .innerJoin('audit_entry as entry', (join) =>
      join
        .onRef('entry.submission_id', '=', 'change.submission_id')
        .onRef('entry.sequence', '=', 'change.audit_sequence'),
    )
    .select(['change.ordinal', 'change.state', 'change.caused_by', 'entry.action'])
    .where('change.submission_id', '=', submissionId)
    .orderBy('change.ordinal')
    .orderBy('change.audit_sequence')
    .execute();
  return rows.map(({ ordinal, state, caused_by, action }) =>
    [ordinal, state, `(${action})`, ...(caused_by === null ? [] : ['by', caused_by])].join(' '),
  );
}

const [a, b] = ['4100000001', '4100000002'] as const;

test('an invoice is replaced by an accepted one of its number, and by no returned one', async () => {
  const npi = '1000000001';
  await receive('r1', npi, [a, b]);
  await check('r1');
  await receive('r2', npi, [a, b], 'replacement');
  await check('r2', 'replacement', true);
  expect(await statesOf('r1')).toEqual(['replaced', 'accepted']);
  expect(await statesOf('r2')).toEqual(['accepted', 'returned']);
  expect(await historyOf('r1')).toEqual([
    '0 received (received)',
    '0 accepted (checked)',
    '0 replaced (replaced) by r2',
    '1 received (received)',
    '1 accepted (checked)',
  ]);
  expect(await submissions.earlierInvoices('r1')).toMatchObject({ accepted: [a], inForce: [a] });
});

test('a void ends the invoice and is itself no claim; the number stays taken', async () => {
  const npi = '1000000002';
  await receive('v1', npi, [a]);
  await check('v1');
  await receive('v2', npi, [a], 'void');
  await check('v2', 'void');
  expect([await statesOf('v1'), await statesOf('v2')]).toEqual([['voided'], ['voided']]);
  expect((await historyOf('v1')).at(-1)).toBe('0 voided (voided) by v2');
  await receive('v3', npi, [a]);
  expect(await submissions.earlierInvoices('v3')).toEqual({ accepted: [a], inForce: [], services: [] });
});

test('invoices of another provider are left alone', async () => {
  await receive('o1', '1000000003', [a]);
  await check('o1');
  await receive('o2', '1000000004', [a], 'replacement');
  await check('o2', 'replacement');
  expect(await statesOf('o1')).toEqual(['accepted']);
});

test('a service is known while the invoice that it is on is in force', async () => {
  const npi = '1000000005';
  await receive('s1', npi, [a], 'new', 'service');
  await receive('s2', npi, [b], 'new', 'service');
  expect((await submissions.earlierInvoices('s2')).services).toEqual([]);
  await check('s1');
  expect((await submissions.earlierInvoices('s2')).services).toEqual([{ line: 0, invoiceNumber: a }]);
  await receive('s3', npi, [a], 'void', 'service');
  await check('s3', 'void');
  expect((await submissions.earlierInvoices('s2')).services).toEqual([]);
});

test('a check that did not know of a service accepted meanwhile is made again', async () => {
  const npi = '1000000006';
  await receive('t1', npi, [a], 'new', 'service');
  await receive('t2', npi, [b], 'new', 'service');
  const earlier = await submissions.earlierInvoices('t2');
  await check('t1');
  const outdated = store.transaction().execute((transaction) =>
    storeChecked(transaction, {
      ...{ submissionId: 't2', purpose: 'new', sealedResult: Buffer.from(''), accepted: [0], returned: [] },
      ...{ earlier, event, ...nothing },
    }),
  );
  await expect(outdated).rejects.toThrow(OutdatedCheckError);
  expect(await statesOf('t2')).toEqual(['received']);
});

test('of two checks at once that would both accept a service, one is stored and the other made again', async () => {
  const npi = '1000000008';
  await receive('u1', npi, [a], 'new', 'service');
  await receive('u2', npi, [b], 'new', 'service');
  const earlier = { accepted: [], inForce: [], services: [] };
  const outcomes = await Promise.allSettled(
    ['u1', 'u2'].map((submissionId) =>
      transact(store, (transaction) =>
        storeChecked(transaction, {
          ...{ submissionId, purpose: 'new', sealedResult: Buffer.from(''), accepted: [0], returned: [] },
          ...{ earlier, event, ...nothing },
        }),
      ),
    ),
  );
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  expect(refused).toEqual([new OutdatedCheckError()]);
  expect([...(await statesOf('u1')), ...(await statesOf('u2'))].toSorted()).toEqual(['accepted', 'received']);
});

test('a step from a state that an invoice has left changes nothing, and no audit entry tells it', async () => {
  await receive('w1', '1000000007', [a, b]);
  await check('w1', 'new', true);
  const late = store.transaction().execute((transaction) =>
    changeInvoices(transaction, {
      submissionId: 'w1',
      event,
      causedBy: null,
      steps: [{ ordinals: [0, 1], step: { of: 'invoice', transition: { from: 'accepted', to: 'paid' } } }],
    }),
  );
  await expect(late).rejects.toThrow(InvoiceChangedError);
  expect(await statesOf('w1')).toEqual(['accepted', 'returned']);
  expect(await submissions.auditChain('w1')).toHaveLength(2);
});

test('no step can be stored without its audit entry, and chains stay whole', async () => {
  const orphan = store
    .insertInto('invoice_change')
    .values({
      ...{ submission_id: 'r1', ordinal: 0, audit_sequence: 99, at: event.at, caused_by: null },
      ...{ aspect: 'invoice', state: 'paid' },
    })
    .execute();
  await expect(orphan).rejects.toThrow(StoreError);
  for (const id of ['r1', 'r2', 'v1', 'v2']) {
    expect(verifyChain(id, await submissions.auditChain(id))).toEqual({ kind: 'whole' });
  }
});
