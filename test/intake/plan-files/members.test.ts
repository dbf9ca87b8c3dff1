import { FixedDirectory } from '../../../src/intake/identity/directory-file.ts';
import { encountersMadeSchema } from '../../../src/submission/encounters.ts';
import { submissionStatusSchema } from '../../../src/submission/result.ts';
import { sampleProfile } from '../../submission/connections.ts';
import { envelope, line, sampleNpi } from '../../submission/envelopes.ts';
import { emptyFolder, get, postEnvelope, running } from '../running.ts';
import { tokenOf } from '../tokens.ts';

const plans = [sampleProfile.id];
const provider = { kind: 'provider', plans, part2Program: false } as const;
const otherNpi = '1558598797';
const ids = ['staff', 'delegate', 'own', 'ofDelegate'];
const directory = new FixedDirectory({
  organisations: [
    { kind: 'plan', id: 'staff', name: 'The plan', plans },
    { kind: 'delegate', id: 'delegate', name: 'A delegate', plans },
    { ...provider, id: 'own', name: 'Harbor Care', delegate: null, billingProviderNpis: [sampleNpi] },
    { ...provider, id: 'ofDelegate', name: 'Bay Care', delegate: 'delegate', billingProviderNpis: [otherNpi] },
  ],
  accounts: [],
  machines: ids.map((organisation) => ({ clientId: `${organisation}-system`, organisation, secretHash: '' })),
});
/** A second passes at each look: what comes later has a later id. */
let now = Date.parse('2026-11-24T20:00:00Z');
const stateDirectory = await emptyFolder();
const endpoint = await running({
  ...{ stateDirectory, identity: { kind: 'embedded', directory } },
  clock: () => new Date((now += 1000)),
});
const tokenBy = (id: string) => tokenOf(endpoint, stateDirectory, `${id}-system`);

async function post(by: string, path: string, body: string, type: string): Promise<Response> {
  const headers = { 'content-type': type, authorization: `Bearer ${await tokenBy(by)}` };
  return fetch(`${endpoint.url}/v1${path}`, { method: 'POST', body, headers });
}

async function load(by: string, ...rows: readonly string[]) {
  const list = ['CIN,Sex,City,State,ZIP', ...rows].join('\n');
  expect((await post(by, '/plan-files/eligibility', list, 'text/csv')).status).toBe(200);
}

async function send(by: string, billingProviderNpi: string, invoiceNumber: string, memberCin: string) {
  const values = { billingProviderNpi, invoiceNumber, memberCin };
  const sent = envelope([line('a', values)], { billingProviderNpi });
  const answer = await postEnvelope(endpoint, await tokenBy(by), sent, { prefer: 'wait=60' });
  const status = submissionStatusSchema.parse(await answer.json());
  expect(status.state === 'checked' && status.result.invoices.map(({ state }) => state)).toEqual(['accepted']);
}

/** The side report's notes on sex by invoice, and sexes as the 837 has them, in its order. */
async function written() {
  const made = encountersMadeSchema.parse(
    await (await post('staff', '/encounters?usage=T', '{}', 'application/json')).json(),
  );
  const path = `/v1/encounters/${made.files[0]?.id ?? ''}`;
  const token = await tokenBy('staff');
  const text = await (await get(endpoint, token, path)).text();
  const report = await (await get(endpoint, token, `${path}/report.csv`)).text();
  return {
    sexes: [...text.matchAll(/DMG\*D8\*\d{8}\*([FMU])/g)].map(([, sex]) => sex),
    assumed: [...report.matchAll(/(\d{10}),MEMBER_SEX_ASSUMED/g)].map(([, number]) => number),
  };
}

test('what the invoice does not say of a member comes from the eligibility list, the rest is flagged', async () => {
  await send('own', sampleNpi, '4100000001', '90000001S');
  await send('own', sampleNpi, '4100000002', '90000002S');
  await send('ofDelegate', otherNpi, '4100000003', '90000003S');
  const numbers = ['4100000001', '4100000002', '4100000003'];
  expect(await written()).toEqual({ sexes: ['U', 'U', 'U'], assumed: numbers });
  await load('staff', '90000001S,F,,,');
  await load('delegate', '90000003S,M,,,', '90000001S,M,,,', '90000002S,M,,,');
  expect(await written()).toEqual({ sexes: ['F', 'U', 'M'], assumed: ['4100000002'] });
});
