import { fetchInvoiceHistory, fetchInvoices, submit } from '../../src/submission/client.ts';
import type { EnvelopeLine, SubmissionPurpose } from '../../src/submission/contract.ts';
import type { InvoiceHistory, InvoiceList } from '../../src/submission/invoice-history.ts';
import type { InvoiceState } from '../../src/submission/invoice-states.ts';
import type { SubmissionResult } from '../../src/submission/result.ts';
import { problemSchema } from '../../src/submission/problem.ts';
import { FixedDirectory } from '../../src/intake/identity/directory-file.ts';
import { demoDirectory } from '../../src/intake/identity/demo-directory.ts';
import { hashPassword } from '../../src/intake/identity/passwords.ts';
import { envelope, line, manyInvoices, sampleNpi } from '../submission/envelopes.ts';
import { get, running, signedIn } from './running.ts';

let now = new Date('2026-11-24T20:00:00Z');
let ticks = 0;
/** Later with each call: of two submissions the second one is the later. */
const clock = (): Date => new Date(now.getTime() + (ticks += 1));
const stranger = { clientId: 'other-system', clientSecret: 'a secret of another organization' };
const directory = new FixedDirectory({
  organisations: [
    ...demoDirectory.organisations,
    {
      ...{ kind: 'provider', id: 'other', name: 'Other Care', plans: ['sample-health-plan'], delegate: null },
      billingProviderNpis: [sampleNpi],
      part2Program: false,
    },
  ],
  accounts: [],
  machines: [
    ...demoDirectory.machines,
    { clientId: stranger.clientId, organisation: 'other', secretHash: await hashPassword(stranger.clientSecret) },
  ],
});
const endpoint = await running({ clock, identity: { kind: 'embedded', directory } });
const { connection, token } = await signedIn(endpoint);

/** A line of an invoice with a member of its own: the plan accepts a service once. */
function lineOf(invoiceNumber: string, values: Partial<EnvelopeLine['values']> = {}): EnvelopeLine {
  return line(`row-${invoiceNumber}`, { invoiceNumber, memberCin: `9${invoiceNumber.slice(-7)}S`, ...values });
}

async function send(lines: EnvelopeLine[], purpose: SubmissionPurpose = { kind: 'new' }, attempt = 1) {
  const outcome = await submit(envelope(lines, { purpose, attempt }), connection, { token });
  if (outcome.kind !== 'received' || outcome.result === null) throw new Error(outcome.kind);
  return { id: outcome.submissionId, result: outcome.result };
}

async function historyOf(invoiceNumber: string): Promise<InvoiceHistory> {
  const answer = await fetchInvoiceHistory(connection, invoiceNumber, { token });
  if (answer.kind !== 'answered') throw new Error(answer.kind);
  return answer.body;
}

async function list(filter: { state?: InvoiceState; before?: string } = {}): Promise<InvoiceList> {
  const answer = await fetchInvoices(connection, filter, { token });
  if (answer.kind !== 'answered') throw new Error(answer.kind);
  return answer.body;
}

const codesOf = ({ invoices }: SubmissionResult) =>
  invoices.map(({ state, findings }) => [state, ...findings.map(({ code }) => code)].join(' '));
const stepsOf = ({ submissions }: InvoiceHistory) =>
  submissions.map(({ purpose, steps }) => `${purpose}: ${steps.map(({ state }) => state).join(', ')}`);

test('an accepted invoice: how it stands, since when, and by when the plan has to act', async () => {
  const sent = await send([lineOf('4100000001')]);
  const { submissions, ...summary } = await historyOf('4100000001');
  expect(summary).toEqual({
    ...{ planId: 'sample-health-plan', billingProviderNpi: sampleNpi, invoiceNumber: '4100000001' },
    ...{ state: 'accepted', encounter: 'notWritten', submissionId: sent.id, lines: 1, chargeCents: 4500 },
    receivedAt: expect.stringMatching(/^2026-11-24T12:00:00\.\d{3}-08:00$/) as string,
    changedAt: expect.stringMatching(/^2026-11-24T12:00:00\.\d{3}-08:00$/) as string,
    decision: null,
    clock: { acknowledge: '2026-11-26', payOrContest: '2026-12-24', lateInterest: null },
  });
  expect(submissions).toMatchObject([
    {
      submissionId: sent.id,
      purpose: 'new',
      attempt: 1,
      steps: [
        { of: 'invoice', state: 'received', causedBy: null },
        { of: 'invoice', state: 'accepted', causedBy: null },
      ],
      findings: [],
    },
  ]);
});

test('an invoice that came back and was corrected: both submissions, with what was found', async () => {
  await send([lineOf('4100000002', { memberCin: 'nonsense' })]);
  expect(await historyOf('4100000002')).toMatchObject({ state: 'returned', clock: null });
  await send([lineOf('4100000002')], { kind: 'new' }, 2);
  const history = await historyOf('4100000002');
  expect(history.state).toBe('accepted');
  expect(history.submissions.map(({ attempt, state, findings }) => [attempt, state, findings[0]?.code])).toEqual([
    [2, 'accepted', undefined],
    [1, 'returned', 'MEMBER_CIN_FORMAT'],
  ]);
});

test('an invoice that was accepted and comes back changed and unmarked is returned, and stays as it is', async () => {
  const first = await send([lineOf('4100000003')]);
  const again = await send([lineOf('4100000003', { medicalRecordNumber: 'MRN2' })]);
  expect(codesOf(again.result)).toEqual(['rejected INVOICE_NUMBER_ACCEPTED']);
  expect(await historyOf('4100000003')).toMatchObject({
    ...{ state: 'accepted', submissionId: first.id, chargeCents: 4500 },
    submissions: [{ state: 'returned' }, { state: 'accepted' }],
  });
});

test('a replacement takes the place of the invoice, and its own clock runs', async () => {
  await send([lineOf('4100000004')]);
  now = new Date('2026-12-01T20:00:00Z');
  const units = { serviceUnitCount: '2', serviceChargeAmount: '90.00', invoiceAmount: '90.00' };
  const second = await send([lineOf('4100000004', units)], { kind: 'replacement', replaces: ['4100000004'] });
  const history = await historyOf('4100000004');
  expect(history).toMatchObject({ state: 'accepted', submissionId: second.id, chargeCents: 9000 });
  expect(history.clock?.payOrContest).toBe('2026-12-31');
  expect(stepsOf(history)).toEqual(['replacement: received, accepted', 'new: received, accepted, replaced']);
  expect(history.submissions[1]?.steps.at(-1)).toMatchObject({ causedBy: second.id });
});

test('a void ends the invoice; its service may be sent under a new number, its number may not', async () => {
  const member = { memberCin: '90000005S' };
  await send([lineOf('4100000005', member)]);
  expect(codesOf((await send([lineOf('4100000006', member)])).result)).toEqual(['rejected SERVICE_ACCEPTED_BEFORE']);
  await send([lineOf('4100000005', member)], { kind: 'void', voids: ['4100000005'] });
  const history = await historyOf('4100000005');
  expect(history).toMatchObject({ state: 'voided', clock: null });
  expect(stepsOf(history)).toEqual(['void: received, voided', 'new: received, accepted, voided']);
  expect(codesOf((await send([lineOf('4100000006', member)], { kind: 'new' }, 2)).result)).toEqual(['accepted']);
  expect(codesOf((await send([lineOf('4100000005', { memberCin: '90000055S' })], { kind: 'new' }, 2)).result)).toEqual([
    'rejected INVOICE_NUMBER_ACCEPTED',
  ]);
  expect((await historyOf('4100000005')).state).toBe('voided');
});

test.each<[string, SubmissionPurpose, string]>([
  ['a void', { kind: 'void', voids: ['4100000007'] }, '4100000007'],
  ['a replacement', { kind: 'replacement', replaces: ['4100000008'] }, '4100000008'],
])('%s of what never was accepted comes back', async (_, purpose, number) => {
  const sent = await send([lineOf(number)], purpose);
  expect(codesOf(sent.result)).toEqual(['rejected INVOICE_NEVER_ACCEPTED']);
  expect(await historyOf(number)).toMatchObject({ state: 'returned', clock: null });
});

test('an invoice among voids that is not named is not taken for a new one', async () => {
  await send([lineOf('4100000009')]);
  const sent = await send([lineOf('4100000009'), lineOf('4100000010')], { kind: 'void', voids: ['4100000009'] });
  expect(codesOf(sent.result)).toEqual(['accepted', 'rejected INVOICE_NOT_NAMED']);
});

test('a plan that is late owes interest, by estimate', async () => {
  now = new Date('2026-12-01T20:00:00Z');
  await send([
    lineOf('4100000011', { serviceUnitCost: '1000.00', serviceChargeAmount: '1000.00', invoiceAmount: '1000.00' }),
  ]);
  // Due on December 31; ten days after that, 1000.00 x 0.15 x 10 / 365 is 4.11.
  now = new Date('2027-01-10T20:00:00Z');
  expect((await historyOf('4100000011')).clock).toEqual({
    ...{ acknowledge: '2026-12-03', payOrContest: '2026-12-31' },
    lateInterest: { days: 10, cents: 411 },
  });
  now = new Date('2026-12-01T20:00:00Z');
});

test('the list has each number once, as its history says, and can be narrowed to a state', async () => {
  const { invoices, next } = await list();
  expect(next).toBeNull();
  const numbers = invoices.map(({ invoiceNumber }) => invoiceNumber);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers).toHaveLength(11);
  for (const invoice of invoices) {
    const { submissions, ...summary } = await historyOf(invoice.invoiceNumber);
    expect(invoice).toEqual(summary);
    expect(submissions.map(({ submissionId }) => submissionId)).toContain(invoice.submissionId);
  }
  const voided = await list({ state: 'voided' });
  expect(voided.invoices.map(({ invoiceNumber }) => invoiceNumber).toSorted()).toEqual(['4100000005', '4100000009']);
  expect((await list({ state: 'paid' })).invoices).toEqual([]);
});

test('a long list comes in pages, without a gap and without one twice', async () => {
  const before = (await list()).invoices.map(({ invoiceNumber }) => invoiceNumber);
  const sent = manyInvoices(230, 4_200_000_000);
  await submit(sent, connection, { token });
  const found: string[] = [];
  let next: string | null = null;
  const sizes: number[] = [];
  do {
    const page: InvoiceList = await list(next === null ? {} : { before: next });
    found.push(...page.invoices.map(({ invoiceNumber }) => invoiceNumber));
    sizes.push(page.invoices.length);
    next = page.next;
  } while (next !== null && sizes.length < 10);
  expect(sizes).toEqual([100, 100, 41]);
  expect(found).toEqual([...sent.lines.map(({ values }) => values.invoiceNumber), ...before]);
});

test("another organization's invoices are not there, even of the same provider", async () => {
  const other = await signedIn(endpoint, stranger);
  expect(await fetchInvoices(other.connection, {}, { token: other.token })).toMatchObject({
    body: { invoices: [], next: null },
  });
  const answer = await fetchInvoiceHistory(other.connection, '4100000001', { token: other.token });
  expect(answer).toMatchObject({ kind: 'refused', problem: { code: 'not-found' } });
});

test.each([
  ['/v1/invoices', 401, 'not-signed-in', null],
  ['/v1/invoices/4100000001', 401, 'not-signed-in', null],
  ['/v1/invoices/4199999999', 404, 'not-found', 'token'],
  ['/v1/invoices/Ofelia', 404, 'not-found', 'token'],
  ['/v1/invoices/4100000001?plan=other', 404, 'not-found', 'token'],
  ['/v1/invoices/4100000001?provider=1558598797', 404, 'not-found', 'token'],
  ['/v1/invoices/4100000001?provider=Ofelia', 400, 'malformed-request', 'token'],
  ['/v1/invoices?state=lost', 400, 'malformed-request', 'token'],
  ['/v1/invoices?state=paid&state=denied', 400, 'malformed-request', 'token'],
  ['/v1/invoices?before=Ofelia', 400, 'malformed-request', 'token'],
  ['/v1/invoices?plan=Ofelia', 400, 'malformed-request', 'token'],
] as const)('%s is answered with %i', async (path, status, code, signed) => {
  const response = await get(endpoint, signed === null ? null : token, path);
  const text = await response.text();
  expect([response.status, problemSchema.parse(JSON.parse(text)).code]).toEqual([status, code]);
  expect(text).not.toContain('Ofelia');
});
