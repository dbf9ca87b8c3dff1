import { verifyChain } from '../../../src/intake/audit/chain.ts';
import { storeOf } from '../database.ts';
import { Submissions } from '../../../src/intake/store/submissions.ts';
import { fetchInvoiceHistory, submit } from '../../../src/submission/client.ts';
import type { SubmissionPurpose } from '../../../src/submission/contract.ts';
import { problemSchema } from '../../../src/submission/problem.ts';
import { scopes } from '../../../src/submission/scopes.ts';
import { envelope, line, manyInvoices } from '../../submission/envelopes.ts';
import { directoryWithPlanSystem, planSystem } from '../plan-system.ts';
import { emptyFolder, running, signedIn } from '../running.ts';

let now = new Date('2026-11-24T20:00:00Z');
const directory = await directoryWithPlanSystem();
const stateDirectory = await emptyFolder();
const endpoint = await running({ clock: () => now, stateDirectory, identity: { kind: 'embedded', directory } });
const { connection, token } = await signedIn(endpoint);
const { token: staffToken } = await signedIn(endpoint, planSystem, scopes.adjudicate);

// Ten invoices of one line each, and one of two lines.
const pair = { invoiceNumber: '4100000099', memberCin: '90000099S', invoiceAmount: '57.50' };
const nutritionClass = {
  ...{ procedureCode: 'S9452', procedureCodeModifier1: 'U5', placeOfService: '11', serviceName: '' },
  ...{ serviceUnitCost: '12.50', serviceChargeAmount: '12.50' },
};
const sent = manyInvoices(10, 4_100_000_000);
const outcome = await submit(
  envelope([...sent.lines, line('a', pair), line('b', { ...pair, ...nutritionClass })]),
  connection,
  { token },
);

const headers = 'Invoice Number,Billing Provider NPI,Line,Status,Decision Date,Paid Amount,Reason,Plan Claim Number';

function load(rows: readonly string[], withToken: string | null = staffToken, query = '', type = 'text/csv') {
  return fetch(`${endpoint.url}/v1/adjudications${query}`, {
    method: 'POST',
    body: [headers, ...rows].join('\r\n'),
    headers: { 'content-type': type, ...(withToken === null ? {} : { authorization: `Bearer ${withToken}` }) },
  });
}

async function loaded(rows: readonly string[]): Promise<unknown> {
  const response = await load(rows);
  expect(response.status).toBe(200);
  return response.json();
}

async function faultsOf(rows: readonly string[]): Promise<readonly string[]> {
  const response = await load(rows);
  const problem = problemSchema.parse(await response.json());
  expect([response.status, problem.code]).toEqual([422, 'decisions-refused']);
  return (problem.faults ?? []).map(({ row, header, code }) => `${String(row)} ${header}: ${code}`);
}

async function historyOf(invoiceNumber: string) {
  const answer = await fetchInvoiceHistory(connection, invoiceNumber, { token });
  if (answer.kind !== 'answered') throw new Error(answer.kind);
  return answer.body;
}

beforeAll(() => {
  if (outcome.kind !== 'received') throw new Error(outcome.kind);
  expect(outcome.result?.invoices.map(({ state }) => state)).toEqual(Array.from({ length: 11 }, () => 'accepted'));
});

test('paid, contested and denied: seen in the history with amount, reason and claim number', async () => {
  now = new Date('2026-12-10T20:00:00Z');
  const rows = [
    '4100000000,,,paid,12/09/2026,45.00,,CLM-0',
    '4100000001,,,contested,12/09/2026,,The authorization names another provider,CLM-1',
    '4100000002,1291417776,1,denied,12/10/2026,0.00,Not eligible on the day of service,',
  ];
  expect(await loaded(rows)).toEqual({ changed: 3, unchanged: 0, notTaken: [] });
  const paid = await historyOf('4100000000');
  expect(paid).toMatchObject({ state: 'paid', decision: { decidedOn: '2026-12-09', paidCents: 4500 } });
  expect(paid.submissions[0]?.steps.map(({ state }) => state)).toEqual(['received', 'accepted', 'paid']);
  expect(paid.submissions[0]?.decisions).toEqual([
    {
      ...{ decision: 'paid', at: '2026-12-10T12:00:00.000-08:00', decidedOn: '2026-12-09', paidCents: 4500 },
      planClaimNumber: 'CLM-0',
      lines: [{ line: null, status: 'paid', paidCents: 4500, reason: null }],
    },
  ]);
  expect((await historyOf('4100000001')).submissions[0]?.decisions[0]).toMatchObject({
    ...{ decision: 'contested', planClaimNumber: 'CLM-1' },
    lines: [{ reason: 'The authorization names another provider' }],
  });
  expect(await historyOf('4100000002')).toMatchObject({ state: 'denied', clock: { lateInterest: null } });

  // The same list again says nothing new; a dispute that is upheld does.
  expect(await loaded(rows)).toEqual({ changed: 0, unchanged: 3, notTaken: [] });
  const upheld = ['4100000000,,,paid,12/09/2026,45.00,,CLM-0', '4100000002,,,paid,12/10/2026,45.00,,'];
  expect(await loaded(upheld)).toEqual({ changed: 1, unchanged: 1, notTaken: [] });
  const { submissions } = await historyOf('4100000002');
  expect(submissions[0]?.decisions.map(({ decision }) => decision)).toEqual(['denied', 'paid']);
});

test('an amount that is corrected within its state is a decision and no step', async () => {
  expect(await loaded(['4100000003,,,paid,12/09/2026,45.00,,'])).toMatchObject({ changed: 1 });
  expect(await loaded(['4100000003,,,paid,12/09/2026,40.00,Rate of the contract,'])).toMatchObject({ changed: 1 });
  const history = await historyOf('4100000003');
  expect(history.decision?.paidCents).toBe(4000);
  expect(history.submissions[0]?.steps).toHaveLength(3);
  expect(history.submissions[0]?.decisions).toHaveLength(2);
});

test('what is paid late has interest on what was paid, until that day', async () => {
  now = new Date('2027-01-10T20:00:00Z');
  // Due on December 24; 45.00 x 0.15 x 10 / 365 is 0.18.
  await loaded(['4100000004,,,paid,01/03/2027,45.00,,']);
  expect((await historyOf('4100000004')).clock?.lateInterest).toEqual({ days: 10, cents: 18 });
  now = new Date('2026-12-10T20:00:00Z');
});

test('each row that has a fault is told, and nothing of the list is taken', async () => {
  expect(
    await faultsOf([
      '4100000005,,,paid,12/09/2026,45.00,,',
      '4199999999,,,paid,12/09/2026,45.00,,',
      '4100000000,,,contested,12/09/2026,,Late,',
      '4100000006,,,paid,11/23/2026,45.00,,',
      '4100000007,,2,paid,12/09/2026,45.00,,',
      '4100000099,,1,paid,12/09/2026,45.00,,',
      '4100000008,1558598797,,paid,12/09/2026,45.00,,',
      '4100000005,1291417776,,denied,12/09/2026,,Not eligible,',
    ]),
  ).toEqual([
    '3 Invoice Number: INVOICE_UNKNOWN',
    '4 Status: STEP_IMPOSSIBLE',
    '5 Decision Date: DECIDED_BEFORE_RECEIPT',
    '6 Line: LINE_BEYOND',
    '7 Line: LINES_MISSING',
    '8 Invoice Number: INVOICE_UNKNOWN',
    '9 Line: LINE_REPEATED',
  ]);
  expect(await faultsOf(['41,,,paid,12/09/2026,45.00,,'])).toEqual(['2 Invoice Number: INVOICE_NUMBER_FORM']);
  expect((await historyOf('4100000005')).state).toBe('accepted');
});

test('a replaced invoice takes its decisions with it, and the replacement has none', async () => {
  await loaded(['4100000005,,,denied,12/09/2026,,Wrong member,']);
  const replacement = sent.lines.filter(({ values }) => values.invoiceNumber === '4100000005');
  const purpose: SubmissionPurpose = { kind: 'replacement', replaces: ['4100000005'] };
  await submit(envelope(replacement, { purpose }), connection, { token });
  const history = await historyOf('4100000005');
  expect(history).toMatchObject({ state: 'accepted', decision: null });
  expect(history.submissions.map(({ state, decisions }) => [state, decisions.length])).toEqual([
    ['accepted', 0],
    ['replaced', 1],
  ]);
});

test.each<[string, number, string, () => Promise<Response>]>([
  ['no token', 401, 'not-signed-in', () => load([], null)],
  ['a sender', 403, 'scope-missing', () => load([], token)],
  [
    'a sender who asks for the right of staff',
    403,
    'role-missing',
    async () => load([], (await signedIn(endpoint, undefined, scopes.adjudicate)).token),
  ],
  ['staff of another plan', 403, 'plan-not-yours', () => load([], staffToken, '?plan=other')],
  ['two plans', 403, 'plan-not-yours', () => load([], staffToken, '?plan=a&plan=b')],
  ['no CSV', 415, 'unsupported-media-type', () => load([], staffToken, '', 'application/json')],
])('%s is answered with %i', async (_, status, code, request) => {
  const response = await request();
  expect([response.status, problemSchema.parse(await response.json()).code]).toEqual([status, code]);
});

test('every decision is told in the audit chain, which stays whole and holds no reason', async () => {
  const store = await storeOf(stateDirectory);
  const chain = await new Submissions(store).auditChain(outcome.kind === 'received' ? outcome.submissionId : '');
  const told = await store.selectFrom('adjudication').select('audit_sequence').distinct().execute();
  await store.destroy();
  const entries = chain.filter(({ action }) => action === 'adjudicated');
  expect(told.map((row) => row.audit_sequence).toSorted()).toEqual(entries.map(({ sequence }) => sequence).toSorted());
  expect(entries[0]).toMatchObject({ actor: 'plan-claims-system' });
  expect(JSON.stringify(chain)).not.toMatch(/authorization|eligible|CLM/);
  expect(verifyChain(chain[0]?.submissionId ?? '', chain)).toEqual({ kind: 'whole' });
});
