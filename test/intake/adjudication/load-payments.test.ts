import { Submissions } from '../../../src/intake/store/submissions.ts';
import { adjudicationReceiptSchema } from '../../../src/submission/adjudications.ts';
import { fetchInvoiceHistory, submit } from '../../../src/submission/client.ts';
import { problemSchema } from '../../../src/submission/problem.ts';
import { scopes } from '../../../src/submission/scopes.ts';
import { implementationFile, paymentFile } from '../../encounter/support/acknowledgements.ts';
import { envelope, line, manyInvoices } from '../../submission/envelopes.ts';
import { storeOf } from '../database.ts';
import { directoryWithPlanSystem, planSystem } from '../plan-system.ts';
import { emptyFolder, running, signedIn } from '../running.ts';

const directory = await directoryWithPlanSystem();
let now = new Date('2026-11-24T20:00:00Z');
const stateDirectory = await emptyFolder();
const endpoint = await running({ clock: () => now, stateDirectory, identity: { kind: 'embedded', directory } });
const { connection, token } = await signedIn(endpoint);
const { token: staffToken } = await signedIn(endpoint, planSystem, scopes.adjudicate);

// Six invoices of one line of 45.00 each, and one of two lines.
const pair = { invoiceNumber: '4100000099', memberCin: '90000099S', invoiceAmount: '57.50' };
const nutritionClass = {
  ...{ procedureCode: 'S9452', procedureCodeModifier1: 'U5', placeOfService: '11', serviceName: '' },
  ...{ serviceUnitCost: '12.50', serviceChargeAmount: '12.50' },
};
const outcome = await submit(
  envelope([...manyInvoices(6, 4_100_000_000).lines, line('a', pair), line('b', { ...pair, ...nutritionClass })]),
  connection,
  { token },
);
now = new Date('2026-12-10T20:00:00Z');

beforeAll(() => {
  if (outcome.kind !== 'received') throw new Error(outcome.kind);
  expect(outcome.result?.invoices.map(({ state }) => state)).toEqual(Array.from({ length: 7 }, () => 'accepted'));
});

/** Heads of an 835: what was paid, and to whom. */
function head(dollars: string, npi = '1291417776', day = '20261209'): readonly string[] {
  return [`BPR*I*${dollars}*C*ACH************${day}`, 'TRN*1*1', `N1*PE*HARBOR*XX*${npi}`, 'LX*1'];
}

/** A claim with one line of 45.00. */
function claim(invoice: string, paid: string, ...more: readonly string[]): readonly string[] {
  return [
    ...[`CLP*${invoice}*1*45*${paid}**MC*PL-${invoice}`, 'NM1*QC*1*SANTOS*ROSA', `SVC*HC:G9012:U2*45*${paid}**1`],
    ...[...more, `REF*6R*${invoice}-1`],
  ];
}

function load(text: string, type = 'application/edi-x12') {
  return fetch(`${endpoint.url}/v1/adjudications`, {
    method: 'POST',
    body: text,
    headers: { 'content-type': type, authorization: `Bearer ${staffToken}` },
  });
}

async function loaded(text: string, type?: string) {
  const response = await load(text, type);
  expect(response.status).toBe(200);
  const { changed, unchanged, notTaken } = adjudicationReceiptSchema.parse(await response.json());
  return [
    `${String(changed)} changed, ${String(unchanged)} unchanged`,
    ...notTaken.map(({ segment, invoiceNumber, code }) => `${String(segment)} ${invoiceNumber ?? '-'} ${code}`),
  ];
}

async function historyOf(invoiceNumber: string) {
  const answer = await fetchInvoiceHistory(connection, invoiceNumber, { token });
  if (answer.kind !== 'answered') throw new Error(answer.kind);
  return answer.body;
}

const decided = paymentFile(
  ...head('87.5'),
  ...claim('4100000000', '40', 'CAS*CO*45*5'),
  ...claim('4100000001', '0', 'CAS*CO*197*45'),
  ...claim('4100000002', '0', 'CAS*CO*252*45'),
  ...['CLP*4100000099*1*57.5*47.5**MC*PL-99', 'SVC*HC:G9012:U2*45*45**1', 'REF*6R*4100000099-1'],
  ...['SVC*HC:S9452:U5*12.5*2.5**0.5', 'CAS*CO*222*10', 'REF*6R*4100000099-2'],
);

test('an 835 pays, denies and contests, by line, with reasons in words, claim number and amounts in cents', async () => {
  expect(await loaded(decided)).toEqual(['4 changed, 0 unchanged']);
  expect(await historyOf('4100000000')).toMatchObject({
    ...{ state: 'paid', decision: { decidedOn: '2026-12-09', paidCents: 4000 } },
    submissions: [
      {
        decisions: [
          {
            planClaimNumber: 'PL-4100000000',
            lines: [
              {
                ...{ line: 1, status: 'paid', paidCents: 4000 },
                reason: 'CO-45 5.00: The charge is more than the agreed rate.',
              },
            ],
          },
        ],
      },
    ],
  });
  const [deniedLine] = (await historyOf('4100000001')).submissions[0]?.decisions[0]?.lines ?? [];
  expect(deniedLine).toMatchObject({ line: 1, status: 'denied', paidCents: 0 });
  expect(deniedLine?.reason).toMatch(/^CO-197 45\.00: The authorization is missing\. Compare number/);
  const contested = await historyOf('4100000002');
  expect(contested.state).toBe('contested');
  expect(contested.submissions[0]?.decisions[0]?.lines[0]?.reason).toMatch(/Send the plan the documents/);
  expect((await historyOf('4100000099')).submissions[0]?.decisions[0]).toMatchObject({
    ...{ decision: 'paid', paidCents: 4750, planClaimNumber: 'PL-99' },
    lines: [
      { line: 1, paidCents: 4500, reason: null },
      { line: 2, paidCents: 250 },
    ],
  });
  expect(await loaded(decided, 'text/plain')).toEqual(['0 changed, 4 unchanged']);
});

test('what is of no invoice, or decides nothing of one, is named with its segment; the rest is taken', async () => {
  const mixed = paymentFile(
    ...head('90'),
    ...claim('4199999999', '45'),
    ...claim('4100000003', '45'),
    // Not one of ours; without lines that we know; a forecast; half an invoice; paid, and contested now.
    ...['CLP*A77-1*1*45*0**MC*X', 'SVC*HC:99213*45*0', 'CAS*CO*45*45'],
    ...['CLP*4100000004*25*45*0**MC*X', 'CAS*CO*45*45'],
    ...['CLP*4100000099*1*45*0**MC*P', 'SVC*HC:G9012*45*0', 'CAS*CO*252*45', 'REF*6R*4100000099-1'],
    ...claim('4100000000', '0', 'CAS*CO*252*45'),
  );
  expect(await loaded(mixed)).toEqual([
    '1 changed, 0 unchanged',
    '10 4199999999 INVOICE_UNKNOWN',
    '17 - LINE_UNKNOWN',
    '19 - CLAIM_UNDECIDED',
    '22 4100000099 LINES_MISSING',
    '27 4100000000 STEP_IMPOSSIBLE',
  ]);
  expect((await historyOf('4100000003')).state).toBe('paid');
  expect((await historyOf('4100000004')).state).toBe('accepted');
});

test('another provider, a day before the receipt and a day to come are of no invoice', async () => {
  const others = (npi?: string, day?: string) => paymentFile(...head('45', npi, day), ...claim('4100000004', '45'));
  expect(await loaded(others('1558598797'))).toEqual(['0 changed, 0 unchanged', '10 4100000004 INVOICE_UNKNOWN']);
  expect(await loaded(others(undefined, '20261123'))).toEqual([
    '0 changed, 0 unchanged',
    '10 4100000004 DECIDED_BEFORE_RECEIPT',
  ]);
  expect(await loaded(others(undefined, '20261211'))).toEqual([
    '0 changed, 0 unchanged',
    '10 4100000004 DATE_IN_FUTURE',
  ]);
});

test('a reversal alone leaves the decision as it is and is told; with its correction it is a decision', async () => {
  const reversal = [...['CLP*4100000003*22*-45*-45**MC*PL-1', 'SVC*HC:G9012:U2*-45*-45', 'REF*6R*4100000003-1']];
  expect(await loaded(paymentFile(...head('45').with(0, 'BPR*I*45*D*ACH************20261210'), ...reversal))).toEqual([
    '0 changed, 0 unchanged',
    '9 - LINE_REVERSED',
  ]);
  const corrected = paymentFile(
    ...head('5').with(0, 'BPR*I*5*D*ACH************20261210'),
    ...reversal,
    ...claim('4100000003', '40', 'CAS*PI*45*5'),
  );
  expect(await loaded(corrected)).toEqual(['1 changed, 0 unchanged']);
  expect(await historyOf('4100000003')).toMatchObject({ state: 'paid', decision: { paidCents: 4000 } });
});

test.each<[string, string, readonly string[]]>([
  [
    'amounts that do not add up',
    paymentFile(...head('45'), ...claim('4100000005', '45').with(2, 'SVC*HC:G9012*45*44')),
    ['10 SVC03: OUT_OF_BALANCE'],
  ],
  [
    'an amount and a day that are none',
    paymentFile(...head('45', undefined, '20261309'), ...claim('4100000005', 'x')),
    ['4 BPR16: DATE_FORMAT', '8 CLP04: AMOUNT_FORMAT', '10 SVC03: AMOUNT_FORMAT'],
  ],
  [
    'cut off',
    paymentFile(...head('45'), ...claim('4100000005', '45')).slice(0, -30),
    ['11 : SEGMENT_CUT_OFF', '11 : ENVELOPE_OPEN', '11 : ENVELOPE_OPEN'],
  ],
  ['a 999', implementationFile('AK1*HC*1', 'AK9*A*1*1*1'), ['1 : NO_DECISIONS']],
])('%s: refused with places, and nothing is taken', async (_, text, expected) => {
  const response = await load(text);
  const problem = problemSchema.parse(await response.json());
  expect([response.status, problem.code]).toEqual([422, 'decisions-refused']);
  expect((problem.faults ?? []).map(({ row, header, code }) => `${String(row)} ${header}: ${code}`)).toEqual(expected);
  expect(JSON.stringify(problem)).not.toMatch(/SANTOS|ROSA|4100000005/);
  expect((await historyOf('4100000005')).state).toBe('accepted');
});

test('each decision is told in the audit chain with the hash of its file, and without reason or claim number', async () => {
  const store = await storeOf(stateDirectory);
  const chain = await new Submissions(store).auditChain(outcome.kind === 'received' ? outcome.submissionId : '');
  await store.destroy();
  const entries = chain.filter(({ action }) => action === 'adjudicated');
  expect(entries).toHaveLength(3);
  expect(entries[0]?.detail).toMatch(/"payments":"[0-9a-f]{64}"/);
  expect(JSON.stringify(entries)).not.toMatch(/PL-|CO-|agreed rate|SANTOS/);
});
