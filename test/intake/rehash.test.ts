import { keysCommand } from '../../src/cli/keys.ts';
import type { Endpoint } from '../../src/intake/endpoint.ts';
import { demoDirectory } from '../../src/intake/identity/demo-directory.ts';
import { FixedDirectory } from '../../src/intake/identity/directory-file.ts';
import { loadKeys } from '../../src/intake/keys.ts';
import { rehash } from '../../src/intake/rehash.ts';
import { Keyring } from '../../src/intake/store/seal.ts';
import { submit } from '../../src/submission/client.ts';
import { acknowledgementReceiptSchema } from '../../src/submission/encounters.ts';
import { statusFile } from '../encounter/support/acknowledgements.ts';
import { sampleProfile } from '../submission/connections.ts';
import { envelope, line } from '../submission/envelopes.ts';
import { printedBy } from '../support/printed-by.ts';
import { databaseOf, storeOf } from './database.ts';
import { deskSettings } from './encounters/encounter-desk.ts';
import { afterTests, emptyFolder, running, signedIn } from './running.ts';
import { tokenOf } from './tokens.ts';

const hour = 60 * 60_000;
const start = new Date('2026-12-10T20:00:00Z');
const [machine] = demoDirectory.machines;
if (machine === undefined) throw new Error('The demo directory is empty');
const directory = new FixedDirectory({
  organisations: [
    ...demoDirectory.organisations,
    { kind: 'plan', id: 'plan-staff', name: 'The plan', plans: [sampleProfile.id] },
  ],
  accounts: [],
  machines: [machine, { ...machine, clientId: 'plan-system', organisation: 'plan-staff' }],
});
const stateDirectory = await emptyFolder();
const begin = () =>
  running({
    ...{ stateDirectory, clock: () => start, identity: { kind: 'embedded', directory } },
    encounterSettings: new Map([[sampleProfile.id, deskSettings]]),
  });
const before = await begin();
const store = await storeOf(stateDirectory);
afterTests(() => store.destroy());

async function order(words: string, now = start) {
  const address = (await databaseOf(stateDirectory))?.secret();
  const database = address === undefined ? [] : ['--database', address];
  return printedBy(() => keysCommand([...words.split(' '), '--state', stateDirectory, ...database], now));
}

/** Sends a service of a day of October under a number. @returns what was found */
async function send(endpoint: Endpoint, invoiceNumber: string, day: number) {
  const date = `10/${String(day).padStart(2, '0')}/2026`;
  const { connection, token } = await signedIn(endpoint);
  const sent = envelope([line('a', { invoiceNumber, serviceStartDate: date, serviceEndDate: date })]);
  const outcome = await submit(sent, connection, { token, wait: 60 });
  if (outcome.kind !== 'received' || outcome.result === null) throw new Error(outcome.kind);
  return outcome.result.invoices.flatMap(({ findings }) => findings.map(({ code }) => code));
}

async function post(endpoint: Endpoint, path: string, type: string, body: string): Promise<unknown> {
  const token = await tokenOf(endpoint, stateDirectory, 'plan-system');
  const headers = { 'content-type': type, authorization: `Bearer ${token}` };
  const response = await fetch(`${endpoint.url}/v1${path}`, { method: 'POST', body, headers });
  expect(response.status).toBeLessThan(300);
  return response.json();
}

const decide = (endpoint: Endpoint) =>
  post(
    ...([endpoint, '/adjudications', 'text/csv'] as const),
    'Invoice Number,Line,Status,Decision Date,Paid Amount\n4100000001,1,paid,12/10/2026,45.00',
  );

/** Answers the production file of 4100000001, which is the first. */
async function answer(endpoint: Endpoint) {
  const text = statusFile(
    ...['BHT*0085*08*1*20261210*1200*TH', 'HL*1**20*1', 'NM1*PR*2*DHCS*****PI*DHCSTEST', 'TRN*1*1'],
    ...['DTP*050*D8*20261210', 'DTP*009*D8*20261210', 'HL*2*1*21*1', 'NM1*41*2*PLAN*****46*SHP001'],
    ...['TRN*2*B0000000010001', 'STC*A1:19:PR*20261210*WQ*45', 'HL*3*2*19*1', 'NM1*85*2*HARBOR*****XX*1291417776'],
    ...['HL*4*3*PT', 'NM1*QC*1*A*B****MI*9', 'TRN*2*4100000001', 'STC*A2:20*20261210*WQ*45', 'REF*1K*DHCS-1'],
    'DTP*472*D8*20261001',
  );
  const received = await post(endpoint, '/acknowledgements', 'application/edi-x12', text);
  return acknowledgementReceiptSchema.parse(received).files.map(({ known }) => known);
}

const hashes = async (): Promise<readonly string[]> =>
  (await store.selectFrom('service_line').select('service_hash').execute()).map((row) => row.service_hash);

const twice = ['SERVICE_ACCEPTED_BEFORE'];

test('a service is found by either key while it is rotated, and by the new one when the older is gone', async () => {
  expect(await send(before, '4100000001', 1)).toEqual([]);
  expect(await decide(before)).toMatchObject({ changed: 1 });
  await post(before, '/encounters?usage=P', 'application/json', '{}');
  expect(await answer(before)).toEqual([false]);

  expect((await order('retire hashes')).stderr).toContain('no older key of hashes');
  const rotated = await order('rotate hashes');
  expect([rotated.status, rotated.stdout]).toEqual([0, expect.stringContaining('hashed anew under it: 3')]);
  const after = await begin();
  // One endpoint does not know of the new key yet, the other one does.
  expect(await send(before, '4100000002', 1)).toEqual(twice);
  expect(await send(before, '4100000003', 3)).toEqual([]);
  expect(await send(after, '4100000004', 3)).toEqual(twice);
  expect(await send(after, '4100000005', 5)).toEqual([]);
  expect(await send(before, '4100000006', 5)).toEqual(twice);
  for (const endpoint of [before, after]) {
    expect(await decide(endpoint)).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await answer(endpoint)).toEqual([true]);
  }

  expect((await order('retire hashes', new Date(start.getTime() + hour - 1))).stderr).toContain('younger than an hour');
  expect((await order('retire hashes', new Date(start.getTime() + hour))).status).toBe(0);
  const ids = ((await loadKeys(stateDirectory)).hashKeys ?? []).map((key) => key.id);
  expect(ids).toHaveLength(1);
  expect((await hashes()).filter((hash) => !hash.startsWith(`${ids.join()}.`))).toEqual([]);
  const last = await begin();
  for (const [number, day] of [
    ['4100000011', 1],
    ['4100000013', 3],
    ['4100000015', 5],
  ] as const) {
    expect(await send(last, number, day)).toEqual(twice);
  }
  expect(await decide(last)).toMatchObject({ changed: 0, unchanged: 1 });
  expect(await answer(last)).toEqual([true]);
}, 600_000);

test('what a killed run has left is done by the next one, and nothing twice', async () => {
  expect((await order('rotate hashes', new Date(start.getTime() + 2 * hour))).status).toBe(0);
  const keys = await loadKeys(stateDirectory);
  const keyring = new Keyring(keys);
  const all = await hashes();
  const [present = ''] = all.filter((hash) => keyring.isPresentHash(hash));
  expect(all.filter((hash) => keyring.isPresentHash(hash))).toHaveLength(all.length / 2);
  expect(await rehash(store, keyring)).toBe(0);
  const lost = await store.deleteFrom('service_line').where('service_hash', '=', present).executeTakeFirst();
  expect(await rehash(store, keyring)).toBe(Number(lost.numDeletedRows));
  expect([...(await hashes())].sort()).toEqual([...all].sort());
}, 600_000);
