import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isPlanFileRule } from '../../../src/guidance/rules/plan-files.ts';
import { planFilesCommand } from '../../../src/cli/plan-files.ts';
import { verifyChain } from '../../../src/intake/audit/chain.ts';
import { verifyAudit, type BrokenChain } from '../../../src/intake/audit/verify.ts';
import { FixedDirectory } from '../../../src/intake/identity/directory-file.ts';
import { loadKeys, presentKeys, replaceKeys, withNewKey } from '../../../src/intake/keys.ts';
import { backUp, restore } from '../../../src/intake/store/backup.ts';
import { planAudit } from '../../../src/intake/store/plan-audit.ts';
import { sweepPlanFiles } from '../../../src/intake/store/plan-files.ts';
import { reseal } from '../../../src/intake/store/reseal.ts';
import { purge, setRetentionPolicy } from '../../../src/intake/store/retention.ts';
import { Keyring } from '../../../src/intake/store/seal.ts';
import type { Envelope } from '../../../src/submission/contract.ts';
import { planFileListSchema, planFileSchema } from '../../../src/submission/plan-files.ts';
import { problemSchema } from '../../../src/submission/problem.ts';
import { submissionStatusSchema } from '../../../src/submission/result.ts';
import { sampleProfile } from '../../submission/connections.ts';
import type { validLine } from '../../submission/envelopes.ts';
import { envelope, line } from '../../submission/envelopes.ts';
import { printedBy } from '../../support/printed-by.ts';
import { serverFolder } from '../../support/postgres/server-folder.ts';
import { databaseOf, onPostgres, storeOf } from '../database.ts';
import { emptyFolder, get, postEnvelope, running } from '../running.ts';
import { tokenOf } from '../tokens.ts';

const plan = sampleProfile.id;
/** Where authorizations return invoices. */
const strictPlan = 'strict-health-plan';
const strictProfile = {
  ...sampleProfile,
  id: strictPlan,
  raisedToError: ['AUTHORIZATION_UNITS_EXCEEDED' as const, 'AUTHORIZATION_UNKNOWN' as const],
};

const npis = { own: '1291417776', ofDelegate: '1558598797' } as const;
const provider = { kind: 'provider', part2Program: false } as const;
const directory = new FixedDirectory({
  organisations: [
    { kind: 'plan', id: 'staff', name: 'The plans', plans: [plan, strictPlan] },
    { kind: 'delegate', id: 'delegate', name: 'A delegate', plans: [plan] },
    {
      ...provider,
      id: 'own',
      name: 'Harbor Care',
      plans: [plan, strictPlan],
      delegate: null,
      billingProviderNpis: [npis.own],
    },
    {
      ...provider,
      id: 'ofDelegate',
      name: 'Bay Care',
      plans: [plan],
      delegate: 'delegate',
      billingProviderNpis: [npis.ofDelegate],
    },
  ],
  accounts: [],
  machines: ['staff', 'delegate', 'own', 'ofDelegate'].map((organisation) => ({
    ...{ clientId: `${organisation}-system`, organisation, secretHash: '' },
  })),
});

const stateDirectory = await emptyFolder();
const endpoint = await running({
  ...{ stateDirectory, plans: [sampleProfile, strictProfile], identity: { kind: 'embedded', directory } },
  clock: () => new Date('2026-11-24T20:00:00Z'),
});
const tokens = Object.fromEntries(
  await Promise.all(
    ['staff', 'delegate', 'own', 'ofDelegate'].map(
      async (id) => [id, await tokenOf(endpoint, stateDirectory, `${id}-system`)] as const,
    ),
  ),
);
const tokenBy = (name: string): string => tokens[name] ?? '';

/** A member that nothing else says. */
const canary = { cin: '91234567Q', number: 'QYXCANARY-1', street: '77 Qyxcanary Way', city: 'Qyxcanary' };

function post(by: string, path: string, body: string | Uint8Array<ArrayBuffer>, type = 'text/csv'): Promise<Response> {
  return fetch(`${endpoint.url}/v1/plan-files${path}`, {
    ...{ method: 'POST', body },
    headers: { 'content-type': type, authorization: `Bearer ${tokenBy(by)}` },
  });
}

async function load(by: string, kind: string, lines: readonly string[], planId = plan) {
  const response = await post(by, `/${kind}?plan=${planId}`, lines.join('\r\n'));
  expect(response.status).toBe(200);
  return planFileSchema.parse(await response.json());
}

async function listed(by: string, planId = plan): Promise<readonly string[]> {
  const response = await get(endpoint, tokenBy(by), `/v1/plan-files?plan=${planId}`);
  const { files } = planFileListSchema.parse(await response.json());
  return files.map(({ kind, delegate, rows, loadedBy }) => [kind, delegate ?? '-', String(rows), loadedBy].join(' '));
}

let numbers = 4_100_000_000;
/** A number that no invoice has yet. */
const fresh = (): string => String((numbers += 1));

/** Sends invoices as somebody. @returns states, and codes of errors and of findings beside the plan's files */
async function send(by: keyof typeof npis, sent: Partial<Envelope> & Pick<Envelope, 'lines'>) {
  const billingProviderNpi = npis[by];
  const lines = sent.lines.map((each) => ({ ...each, values: { ...each.values, billingProviderNpi } }));
  const whole = envelope(lines, { ...sent, lines, billingProviderNpi });
  const response = await postEnvelope(endpoint, tokenBy(by), whole, { prefer: 'wait=60' });
  const status = submissionStatusSchema.parse(await response.json());
  if (status.state !== 'checked') throw new Error(status.state);
  const { invoices } = status.result;
  return {
    states: invoices.map(({ state }) => state),
    codes: invoices.flatMap(({ findings }) =>
      findings
        .filter(({ code, severity }) => severity === 'error' || isPlanFileRule(code))
        .map(({ code, severity }) => `${severity} ${code}`),
    ),
  };
}

/** One line of one invoice of a member of its own. */
let members = 90_000_000;
const member = (): string => `${String((members += 1))}S`;
const single = (values: Partial<typeof validLine> = {}) =>
  line('row-1', { invoiceNumber: fresh(), memberCin: member(), ...values });

const authorizationHeader = 'Authorization Number,CIN,Units';

afterEach(async () => {
  for (const [by, planId] of [
    ['staff', plan],
    ['staff', strictPlan],
    ['delegate', plan],
  ] as const) {
    for (const kind of ['roster', 'eligibility', 'authorizations']) {
      await post(by, `/${kind}/removed?plan=${planId}`, '{}', 'application/json');
    }
  }
});

test('where nothing is loaded nothing is compared', async () => {
  expect(await listed('staff')).toEqual([]);
  const sent = single({ authorizationNumber: 'nobody knows', billingProviderTin: '941111111' });
  expect(await send('own', { lines: [sent] })).toEqual({ states: ['accepted'], codes: [] });
});

test('what the plan knows is a warning, and the invoice is accepted', async () => {
  await load('staff', 'roster', ['NPI,TIN', '1291417776,941111111', '1241586837,']);
  await load('staff', 'eligibility', ['CIN,Eligible Through', `${canary.cin},10/15/2026`]);
  await load('staff', 'authorizations', [authorizationHeader, `A-1,${canary.cin},10`]);
  const sent = { memberCin: canary.cin, authorizationNumber: 'A-2' };
  expect(await send('own', { lines: [single(sent)] })).toEqual({
    states: ['accepted'],
    codes: ['warning BILLING_TIN_NOT_ON_ROSTER', 'warning MEMBER_NOT_ELIGIBLE_ON_DAY', 'warning AUTHORIZATION_UNKNOWN'],
  });
});

test('where the plan says so it returns the invoice, and never for a number that is not there', async () => {
  await load('staff', 'authorizations', [authorizationHeader, `A-1,${canary.cin},10`], strictPlan);
  const to = (values: Partial<typeof validLine>) => send('own', { planId: strictPlan, lines: [single(values)] });
  expect(await to({ authorizationNumber: 'A-2' })).toEqual({
    states: ['rejected'],
    codes: ['error AUTHORIZATION_UNKNOWN'],
  });
  expect(await to({ authorizationNumber: '' })).toEqual({ states: ['accepted'], codes: [] });
});

test('units count over submissions; a void and a replacement give them back', async () => {
  const cin = member();
  await load('staff', 'authorizations', [authorizationHeader, `U-1,${cin},10`], strictPlan);
  const [first, second] = [fresh(), fresh()];
  let day = 10;
  const units = (invoiceNumber: string, count: string, on = String((day += 1))) =>
    line(`row-${invoiceNumber}`, {
      ...{ memberCin: cin, authorizationNumber: 'u-1', invoiceNumber, serviceUnitCount: count },
      ...{ serviceStartDate: `10/${on}/2026`, serviceEndDate: `10/${on}/2026` },
      ...{ serviceChargeAmount: `${String(45 * Number(count))}.00`, invoiceAmount: `${String(45 * Number(count))}.00` },
    });
  const to = (lines: Envelope['lines'], purpose: Envelope['purpose'] = { kind: 'new' }) =>
    send('own', { planId: strictPlan, lines, purpose });
  const exceeded = { states: ['rejected'], codes: ['error AUTHORIZATION_UNITS_EXCEEDED'] };
  const accepted = { states: ['accepted'], codes: [] };
  expect(await to([units(first, '6')])).toEqual(accepted);
  expect(await to([units(second, '5')])).toEqual(exceeded);
  expect(await to([units(second, '4')])).toEqual(accepted);
  expect(await to([units(first, '7')], { kind: 'replacement', replaces: [first] })).toEqual(exceeded);
  expect(await to([units(first, '3')], { kind: 'replacement', replaces: [first] })).toEqual(accepted);
  expect(await to([units(fresh(), '4')])).toEqual(exceeded);
  expect(await to([units(second, '4')], { kind: 'void', voids: [second] })).toEqual(accepted);
  expect(await to([units(fresh(), '7')])).toEqual(accepted);
});

test('of two submissions at once that together go beyond, one comes back', async () => {
  const cin = member();
  await load('staff', 'authorizations', [authorizationHeader, `T-1,${cin},1`], strictPlan);
  const outcomes = await Promise.all(
    ['21', '22'].map((on) =>
      send('own', {
        planId: strictPlan,
        lines: [
          single({
            ...{ memberCin: cin, authorizationNumber: 'T-1' },
            ...{ serviceStartDate: `10/${on}/2026`, serviceEndDate: `10/${on}/2026` },
          }),
        ],
      }),
    ),
  );
  expect(outcomes.flatMap(({ states }) => states).toSorted()).toEqual(['accepted', 'rejected']);
});

test('a delegate’s list is for the providers that it looks after, and for nobody else', async () => {
  await load('staff', 'eligibility', ['CIN', member()]);
  const wrong = ['warning MEMBER_NOT_IN_ELIGIBILITY_FILE'];
  const [cin, other] = [member(), member()];
  expect((await send('ofDelegate', { lines: [single({ memberCin: cin })] })).codes).toEqual(wrong);
  await load('delegate', 'eligibility', ['CIN', cin, other]);
  expect(await listed('delegate')).toEqual(['eligibility delegate 2 delegate-system']);
  expect(await listed('staff')).toEqual(['eligibility - 1 staff-system', 'eligibility delegate 2 delegate-system']);
  expect((await send('ofDelegate', { lines: [single({ memberCin: other })] })).codes).toEqual([]);
  expect((await send('own', { lines: [single({ memberCin: other })] })).codes).toEqual(wrong);
});

test('a list with a fault is told where, and the one before it stays', async () => {
  const cin = member();
  await load('staff', 'eligibility', ['CIN', cin]);
  const hostile: readonly (string | Uint8Array<ArrayBuffer>)[] = [
    '',
    'CIN\nnonsense',
    `CIN\n${cin}\n${canary.city}`,
    `CIN\n"${cin}`,
    Buffer.alloc(100_000),
    Buffer.from(',\n'.repeat(1_000_000)),
  ];
  for (const body of hostile) {
    const response = await post('staff', `/eligibility?plan=${plan}`, body);
    const text = await response.text();
    const problem = problemSchema.parse(JSON.parse(text));
    expect([response.status, problem.code, problem.faults?.length]).toEqual([422, 'plan-file-refused', 1]);
    expect(text).not.toContain(canary.city);
  }
  expect(await listed('staff')).toEqual(['eligibility - 1 staff-system']);
  expect((await send('own', { lines: [single({ memberCin: cin })] })).codes).toEqual([]);
});

test('a list takes the place of the one before it, whole', async () => {
  const [before, after] = [member(), member()];
  await load('staff', 'eligibility', ['CIN', before]);
  await load('staff', 'eligibility', ['CIN', after]);
  expect((await send('own', { lines: [single({ memberCin: after })] })).codes).toEqual([]);
  expect((await send('own', { lines: [single({ memberCin: before })] })).codes).toEqual([
    'warning MEMBER_NOT_IN_ELIGIBILITY_FILE',
  ]);
  const store = await storeOf(stateDirectory);
  await sweepPlanFiles(store, new Date('2026-11-24T20:00:00Z'));
  const left = await store.selectFrom('plan_file_entry').select('file_id').execute();
  await store.destroy();
  expect(left).toHaveLength(1);
});

test.each([
  ['another kind', 'staff', `/members?plan=${plan}`, 'text/csv', 404],
  ['another plan', 'delegate', `/roster?plan=${strictPlan}`, 'text/csv', 403],
  ['no plan, of several', 'staff', '/roster', 'text/csv', 400],
  ['a provider', 'own', `/roster?plan=${plan}`, 'text/csv', 403],
  ['another type', 'staff', `/roster?plan=${plan}`, 'application/json', 415],
  ['a removal of nothing', 'staff', `/roster/removed?plan=${plan}`, 'application/json', 404],
])('%s is refused', async (_, by, path, type, status) => {
  expect((await post(by, path, 'NPI\n1234567893', type)).status).toBe(status);
});

/** Every byte that the endpoint and its database have written. */
async function everyByte(): Promise<string> {
  const found: string[] = [];
  for (const folder of [stateDirectory, ...(onPostgres ? [serverFolder()] : [])]) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile()) found.push((await readFile(path).catch(() => Buffer.alloc(0))).toString('latin1'));
    }
  }
  return found.join('\n').toLowerCase();
}

test('what stands in the lists stands in no byte of the store, and rotation and backup keep it', async () => {
  await load('staff', 'roster', ['NPI,Address,ZIP', `1291417776,${canary.street},94601`]);
  await load('staff', 'eligibility', ['CIN,Sex,City,State,ZIP', `${canary.cin},F,${canary.city},CA,94601`]);
  await load('staff', 'authorizations', [authorizationHeader, `${canary.number},${canary.cin},10`]);
  const sent = { memberCin: canary.cin, authorizationNumber: canary.number, renderingProviderNpi: '' };
  const first = await send('own', { lines: [single(sent)] });
  expect(first.codes).toEqual(['warning RENDERING_SITE_NOT_ON_ROSTER']);
  const bytes = await everyByte();
  for (const value of [canary.cin, canary.number, 'qyxcanary']) expect(bytes).not.toContain(value.toLowerCase());

  const store = await storeOf(stateDirectory);
  const keys = await loadKeys(stateDirectory);
  const rotated = withNewKey(keys, new Date());
  await replaceKeys(stateDirectory, rotated);
  const keyring = new Keyring(rotated, () => presentKeys(stateDirectory));
  expect(await reseal(store, keyring)).toBeGreaterThanOrEqual(3);
  const wrapped = await store.selectFrom('plan_file').select('wrapped_key').execute();
  await store.destroy();
  expect(wrapped.every(({ wrapped_key: key }) => keyring.isCurrent(key))).toBe(true);
  const again = { ...sent, serviceStartDate: '10/17/2026', serviceEndDate: '10/17/2026', serviceUnitCount: '10' };
  const money = { serviceChargeAmount: '450.00', invoiceAmount: '450.00' };
  expect((await send('own', { lines: [single({ ...again, ...money })] })).codes).toEqual([
    'warning RENDERING_SITE_NOT_ON_ROSTER',
    'warning AUTHORIZATION_UNITS_EXCEEDED',
  ]);

  if (onPostgres) return;
  const [backup, elsewhere] = [join(await emptyFolder(), 'backup.db'), await emptyFolder()];
  await backUp(stateDirectory, backup);
  expect((await readFile(backup)).toString('latin1').toLowerCase()).not.toContain('qyxcanary');
  await replaceKeys(elsewhere, rotated);
  await restore(backup, elsewhere, () => undefined);
  const restored = await storeOf(elsewhere);
  const entries = await restored
    .selectFrom('plan_file_entry')
    .innerJoin('plan_file', 'plan_file.id', 'plan_file_entry.file_id')
    .select('look_up')
    .where('state', '=', 'present')
    .execute();
  await restored.destroy();
  expect(entries).toHaveLength(3);
});

test('loads and removals are told in the audit chain of the plan', async () => {
  await load('staff', 'roster', ['NPI', '1234567893']);
  const store = await storeOf(stateDirectory);
  const chain = await planAudit(store, plan);
  const broken: BrokenChain[] = [];
  expect((await verifyAudit(store, (each) => broken.push(each))).plans).toBe(2);
  expect(broken).toEqual([]);
  await store.deleteFrom('plan_audit_entry').where('plan_id', '=', plan).where('sequence', '=', chain.length).execute();
  await verifyAudit(store, (each) => broken.push(each));
  await store
    .insertInto('plan_audit_entry')
    .values(
      chain.slice(-1).map(({ submissionId, previousHash, ...entry }) => ({
        ...entry,
        plan_id: submissionId,
        previous_hash: previousHash,
      })),
    )
    .execute();
  await store.destroy();
  expect(broken).toEqual([{ id: plan, sequence: chain.length }]);
  expect(verifyChain(plan, chain)).toEqual({ kind: 'whole' });
  const last = chain.at(-1);
  expect([last?.action, last?.actor]).toEqual(['planFileLoaded', 'staff-system']);
  expect(JSON.parse(last?.detail ?? '{}')).toMatchObject({
    kind: 'roster',
    rows: 1,
    organisation: 'staff',
    delegate: null,
  });
});

test('what a plan no longer keeps goes, unless a hold is on it', async () => {
  await load('staff', 'roster', ['NPI', '1234567893'], strictPlan);
  const store = await storeOf(stateDirectory);
  await setRetentionPolicy(store, strictPlan, 6);
  await purge(store, 'test', new Date('2031-01-01T00:00:00Z'));
  expect(await listed('staff', strictPlan)).toHaveLength(1);
  await purge(store, 'test', new Date('2033-01-01T00:00:00Z'));
  await setRetentionPolicy(store, strictPlan, null);
  const chain = await planAudit(store, strictPlan);
  await store.destroy();
  expect(await listed('staff', strictPlan)).toEqual([]);
  expect(chain.at(-1)?.action).toBe('planFilePurged');
});

/** What the command prints, and its exit code. */
async function command(...commandLine: readonly string[]) {
  const database = await databaseOf(stateDirectory);
  const address = database === undefined ? [] : ['--database', database.secret()];
  return printedBy(() => planFilesCommand([...commandLine, '--state', stateDirectory, ...address]));
}

test('the command line loads, lists and removes the same lists', async () => {
  const path = join(await emptyFolder(), 'members.csv');
  const cin = member();
  await writeFile(path, `CIN\n${cin}\n`);
  const at = ['--kind', 'eligibility', '--plan', plan];
  expect(await command('load', path, ...at)).toMatchObject({ status: 0, stdout: 'eligibility: 1 row loaded\n' });
  expect((await command('list', '--plan', plan)).stdout).toMatch(/^eligibility\t\t1 rows\t\S+\tcommand line\n$/);
  expect((await send('own', { lines: [single({ memberCin: cin })] })).codes).toEqual([]);
  await writeFile(path, `CIN\n${canary.city}\n`);
  expect(await command('load', path, ...at)).toEqual({
    status: 1,
    stdout: '',
    stderr: 'calaim-invoice plan-files: nothing was taken\nrow 2, CIN: Not a CIN: eight digits and a letter.\n',
  });
  expect((await command('remove', ...at)).status).toBe(0);
  expect((await command('remove', ...at)).status).toBe(2);
  expect((await command('load', path, '--plan', plan)).stderr).toContain('--kind is one of');
  expect((await command('load', '/nowhere', ...at)).stderr).toContain('cannot be read');
});
