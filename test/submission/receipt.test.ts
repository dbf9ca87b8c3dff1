import { CompactSign, importJWK } from 'jose';
import { makeSigningKey, publicKeyOf } from '../../src/plan/keys.ts';
import { describeSent, receiptType, verifyReceipt, type Receipt } from '../../src/submission/receipt.ts';
import { receiptSigner } from '../../src/intake/receipt/sign.ts';
import { envelope, line } from './envelopes.ts';

const key = await makeSigningKey();
const plan = { planId: 'sample-health-plan', receiptKeys: [publicKeyOf(await makeSigningKey()), publicKeyOf(key)] };
const sent = await describeSent(envelope([line('a'), line('b', { invoiceNumber: '4100001002' })]));

const receipt: Receipt = {
  contract: 1,
  submissionId: '0192-test',
  planId: 'sample-health-plan',
  receivedAt: '2026-11-24T05:37:00.000-08:00',
  timeZone: 'America/Los_Angeles',
  channel: 'api',
  idempotencyKey: sent.idempotencyKey,
  contentHash: sent.contentHash,
  submitter: { account: 'biller@harborcare.example', organisation: 'Harbor Care Collective' },
  billingProviderNpi: '1291417776',
  purpose: 'new',
  attempt: 1,
  profileVersion: 1,
  layoutVersion: 1,
  rulePack: { version: '1', hash: 'abc' },
  counts: { invoices: 2, lines: 2 },
  totalCents: 9000,
  invoices: [
    { invoiceNumber: '4100001001', lines: 1, state: 'received' },
    { invoiceNumber: '4100001002', lines: 1, state: 'received' },
  ],
  due: { acknowledge: '2026-11-26', payOrContest: '2026-12-24' },
  support: { name: 'Support', phone: '5105550100', email: 'help@plan.example', hours: 'weekdays' },
};
const jws = receiptSigner(key)(receipt);

test('a receipt of the plan for what was sent is verified', async () => {
  expect(await verifyReceipt(jws, plan, sent)).toEqual({ kind: 'verified', receipt });
});

test('a receipt that was fetched again is verified without what was sent', async () => {
  expect(await verifyReceipt(jws, plan, null)).toEqual({ kind: 'verified', receipt });
  expect(await verifyReceipt(jws, { ...plan, planId: 'other' }, null)).toEqual({
    kind: 'otherSubmission',
    differs: 'planId',
  });
});

test.each([
  ['planId', 'other'],
  ['idempotencyKey', '0'],
  ['contentHash', '0'],
  ['lines', 3],
  ['invoices', 1],
  ['totalCents', 9001],
] as const)('a receipt with another %s is for another submission', async (differs, value) => {
  const expected = { kind: 'otherSubmission', differs };
  expect(await verifyReceipt(jws, plan, { ...sent, [differs]: value })).toEqual(expected);
});

async function sign(payload: unknown, header: { alg?: string; typ?: string } = {}): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', typ: receiptType, kid: key.kid, ...header })
    .sign(await importJWK(key, 'ES256'));
}

function altered(part: 0 | 1 | 2, change: (text: string) => string): string {
  const parts = jws.split('.');
  parts[part] = change(parts[part] ?? '');
  return parts.join('.');
}

const [head = '', , signature = ''] = jws.split('.');
const payload = Buffer.from(JSON.stringify({ ...receipt, totalCents: 1 })).toString('base64url');

test.each([
  ['an altered payload', `${head}.${payload}.${signature}`, 'badSignature'],
  ['no signature', altered(2, () => ''), 'badSignature'],
  ['an unknown key', receiptSigner(await makeSigningKey())(receipt), 'unknownKey'],
  ['another type of token', await sign(receipt, { typ: 'JWT' }), 'notAReceipt'],
  ['another payload', await sign({ hello: 'world' }), 'notAReceipt'],
  ['no algorithm', altered(0, () => Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')), 'notAReceipt'],
  ['no JWS', 'receipt', 'notAReceipt'],
  ['nothing', '', 'notAReceipt'],
])('%s is forged', async (_, forged, reason) => {
  expect(await verifyReceipt(forged, plan, sent)).toEqual({ kind: 'forged', reason });
});
