import { encounterSettingsSchema } from '../../../src/encounter/settings.ts';
import { demoDirectory } from '../../../src/intake/identity/demo-directory.ts';
import { FixedDirectory } from '../../../src/intake/identity/directory-file.ts';
import { hashPassword } from '../../../src/intake/identity/passwords.ts';
import { fetchInvoiceHistory, submit } from '../../../src/submission/client.ts';
import type { Envelope } from '../../../src/submission/contract.ts';
import { acknowledgementReceiptSchema, encountersMadeSchema } from '../../../src/submission/encounters.ts';
import { everyScope } from '../../../src/submission/scopes.ts';
import { statusFile } from '../../encounter/support/acknowledgements.ts';
import { sampleProfile } from '../../submission/connections.ts';
import { manyInvoices } from '../../submission/envelopes.ts';
import { get, running, signedIn } from '../running.ts';

/** A second passes at each look: what comes later has a later id. */
let now = Date.parse('2026-12-10T20:00:00Z');
const clock = () => new Date((now += 1000));
const staff = { clientId: 'plan-claims-system', clientSecret: 'a secret of the plan' };
const directory = new FixedDirectory({
  organisations: [
    ...demoDirectory.organisations,
    { kind: 'plan', id: 'plan-staff', name: 'Sample Health Plan', plans: [sampleProfile.id] },
  ],
  accounts: [],
  machines: [
    ...demoDirectory.machines,
    { clientId: staff.clientId, organisation: 'plan-staff', secretHash: await hashPassword(staff.clientSecret) },
  ],
});
const settings = encounterSettingsSchema.parse({
  interchange: { sender: 'SAMPLEPLAN', receiver: 'DHCSTEST' },
  submitter: { identifier: 'SHP001', contact: 'EDI desk', phone: '9165550142' },
  receiver: { identifier: 'DHCSTEST' },
  payer: { identifier: 'DHCSTEST' },
});
const endpoint = await running({
  clock,
  encounterSettings: new Map([[sampleProfile.id, settings]]),
  identity: { kind: 'embedded', directory },
});
const { connection, token } = await signedIn(endpoint);
const { token: staffToken } = await signedIn(endpoint, staff, everyScope);

async function send(sent: Envelope) {
  const outcome = await submit(sent, connection, { token, wait: 60 });
  if (outcome.kind !== 'received' || outcome.result === null) throw new Error(outcome.kind);
  expect(outcome.result.invoices.flatMap(({ findings }) => findings)).toEqual([]);
  return outcome.submissionId;
}

function staffPost(path: string, type = 'application/json', body = '{}') {
  const headers = { 'content-type': type, authorization: `Bearer ${staffToken}` };
  return fetch(`${endpoint.url}/v1${path}`, { method: 'POST', body, headers });
}

const columns = 'Invoice Number,Line,Status,Decision Date,Paid Amount,Adjustments,Reason,Plan Claim Number';

async function decide(...rows: readonly string[]) {
  const response = await staffPost('/adjudications?plan=sample-health-plan', 'text/csv', [columns, ...rows].join('\n'));
  expect([response.status, await response.json()]).toEqual([200, { changed: rows.length, unchanged: 0, notTaken: [] }]);
}

async function make(usage: 'T' | 'P', more = '') {
  const response = await staffPost(`/encounters?plan=sample-health-plan&usage=${usage}${more}`);
  const made = encountersMadeSchema.parse(await response.json());
  return {
    status: response.status,
    ...made,
    why: made.held.map(({ invoiceNumber, code }) => `${invoiceNumber} ${code}`),
  };
}

async function acknowledge(text: string) {
  const response = await staffPost('/acknowledgements?plan=sample-health-plan', 'application/edi-x12', text);
  expect(response.status).toBe(200);
  return acknowledgementReceiptSchema.parse(await response.json());
}

async function download(id: string): Promise<string> {
  const response = await get(endpoint, staffToken, `/v1/encounters/${id}`);
  expect(response.status).toBe(200);
  return response.text();
}

async function historyOf(invoiceNumber: string) {
  const answer = await fetchInvoiceHistory(connection, invoiceNumber, { token });
  if (answer.kind !== 'answered') throw new Error(answer.kind);
  return answer.body;
}

/** A 277CA of a batch: each claim with its status, and the receiver's number of it. */
function statuses(controlNumber: number, claims: readonly (readonly [string, string, string])[]): string {
  const batch = `B${String(controlNumber).padStart(9, '0')}0001`;
  return statusFile(
    'BHT*0085*08*1*20261210*1200*TH',
    'HL*1**20*1',
    'NM1*PR*2*DHCS*****PI*DHCSTEST',
    'TRN*1*1',
    'DTP*050*D8*20261210',
    'DTP*009*D8*20261210',
    'HL*2*1*21*1',
    'NM1*41*2*PLAN*****46*SHP001',
    `TRN*2*${batch}`,
    'STC*A1:19:PR*20261210*WQ*90',
    'HL*3*2*19*1',
    'NM1*85*2*HARBOR*****XX*1291417776',
    ...claims.flatMap(([claim, status, number], place) => [
      `HL*${String(place + 4)}*3*PT`,
      'NM1*QC*1*A*B****MI*9',
      `TRN*2*${claim}`,
      `STC*${status}*20261210*${status.startsWith('A2') ? 'WQ' : 'U'}*45`,
      ...(number === '' ? [] : [`REF*1K*${number}`]),
      'DTP*472*D8*20261016',
    ]),
  );
}

const [accepted = '', ...others] = Array.from({ length: 6 }, (_, place) => String(4_100_000_000 + place));
await send(manyInvoices(6, 4_100_000_000));

test('what a receiver accepted it may reject with a later answer: state and finding on the line', async () => {
  await decide(`${accepted},1,paid,12/10/2026,45.00,,,`);
  const { controlNumber = 0 } = (await make('P')).files[0] ?? {};
  const acceptance = statuses(controlNumber, [[accepted, 'A2:20', 'DHCS-8']]);
  expect(await acknowledge(acceptance)).toMatchObject({ accepted: 1, rejected: 0 });
  const later = statuses(controlNumber, [[accepted, 'A7:249', '']]);
  expect(await acknowledge(later)).toMatchObject({ accepted: 0, rejected: 1 });
  const { encounter, submissions } = await historyOf(accepted);
  expect(encounter).toBe('rejected');
  const steps = submissions[0]?.steps.filter(({ of }) => of === 'encounter') ?? [];
  expect(steps.map(({ state }) => state)).toEqual(['written', 'accepted', 'rejected']);
  expect(steps.at(-1)).toMatchObject({
    findings: [{ reason: 'A7:249', rule: null, column: 'placeOfService' }],
  });
  // Either answer again changes nothing.
  for (const answer of [later, acceptance]) {
    expect(await acknowledge(answer)).toMatchObject({ accepted: 0, rejected: 0 });
  }
  expect((await historyOf(accepted)).encounter).toBe('rejected');
});

test('more invoices than a request takes: each request goes on where the one before ended, past what waits', async () => {
  // The first two wait: their amounts do not come to the charge.
  await decide(...others.map((number, place) => `${number},1,paid,12/10/2026,${place < 2 ? '1.00' : '45.00'},,,`));
  for (const usage of ['T', 'P'] as const) {
    const written: string[] = [];
    const why: string[] = [];
    let requests = 0;
    for (let more: string | null = ''; more !== null; requests += 1) {
      expect(requests).toBeLessThan(9);
      const made = await make(usage, `&most=2${more}`);
      why.push(...made.why);
      for (const { id } of made.files) {
        written.push(
          ...(await download(id))
            .split('~CLM*')
            .slice(1)
            .map((claim) => claim.slice(0, 10)),
        );
      }
      more = made.next === null ? null : `&after=${made.next}`;
    }
    expect(requests).toBe(3);
    expect(written).toEqual(others.slice(2));
    expect(why).toEqual(others.slice(0, 2).map((number) => `${number} ADJUDICATION_UNBALANCED`));
  }
});
