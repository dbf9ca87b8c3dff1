import { auditCommand } from '../../src/cli/audit.ts';
import { retentionCommand } from '../../src/cli/retention.ts';
import { verifyChain } from '../../src/intake/audit/chain.ts';
import { openTime } from '../../src/intake/emergency-access.ts';
import { demoDirectory } from '../../src/intake/identity/demo-directory.ts';
import { FixedDirectory } from '../../src/intake/identity/directory-file.ts';
import { Submissions } from '../../src/intake/store/submissions.ts';
import { submit } from '../../src/submission/client.ts';
import {
  emergencyAccessListSchema,
  emergencyAccessSchema,
  openedSubmissionSchema,
} from '../../src/submission/emergency-access.ts';
import { problemSchema } from '../../src/submission/problem.ts';
import { sampleProfile } from '../submission/connections.ts';
import { envelope, line } from '../submission/envelopes.ts';
import { printedBy } from '../support/printed-by.ts';
import { databaseOf, storeOf } from './database.ts';
import { afterTests, emptyFolder, get, running, signedIn } from './running.ts';
import { tokenOf } from './tokens.ts';

let now = Date.parse('2026-11-24T20:00:00Z');
const [machine] = demoDirectory.machines;
const [account] = demoDirectory.accounts;
if (machine === undefined || account === undefined) throw new Error('The demo directory is empty');
const person = (id: string, role: 'auditor' | 'planStaff' | 'planAdmin') =>
  ({ ...account, id, email: `${id}@plan.example`, organisation: 'plan-staff', role }) as const;
const directory = new FixedDirectory({
  organisations: [
    ...demoDirectory.organisations.map((each) => ({ ...each, part2Program: true })),
    { kind: 'plan', id: 'plan-staff', name: 'The plan', plans: [sampleProfile.id] },
  ],
  accounts: [
    person('auditor', 'auditor'),
    person('colleague', 'auditor'),
    person('boss', 'planAdmin'),
    person('clerk', 'planStaff'),
  ],
  machines: [machine],
});
const stateDirectory = await emptyFolder();
const endpoint = await running({
  ...{ stateDirectory, clock: () => new Date(now) },
  identity: { kind: 'embedded', directory },
});
const { connection, token } = await signedIn(endpoint);
const store = await storeOf(stateDirectory);
afterTests(() => store.destroy());
const tokens = new Map<string, string>();
for (const id of ['auditor', 'colleague', 'boss', 'clerk']) {
  tokens.set(id, await tokenOf(endpoint, stateDirectory, id));
}
const by = (id: string): string => tokens.get(id) ?? '';

const sent = envelope([line('a', { memberLastName: 'Qyxname' })]);
const outcome = await submit(sent, connection, { token, wait: 60 });
if (outcome.kind !== 'received') throw new Error(outcome.kind);
const id = outcome.submissionId;

const words = 'Member Qyxname complains of\na denial';

function open(who: string, body: unknown = { reason: 'complaint', words }): Promise<Response> {
  return fetch(`${endpoint.url}/v1/submissions/${id}/emergency-access`, {
    ...{ method: 'POST', body: JSON.stringify(body) },
    headers: { 'content-type': 'application/json', authorization: `Bearer ${by(who)}` },
  });
}

const read = (who: string): Promise<Response> => get(endpoint, by(who), `/v1/submissions/${id}/envelope`);

async function list(who: string) {
  const response = await get(endpoint, by(who), '/v1/emergency-accesses');
  return emergencyAccessListSchema.parse(await response.json()).accesses;
}

async function command(): Promise<string> {
  const address = (await databaseOf(stateDirectory))?.secret();
  const database = address === undefined ? [] : ['--database', address];
  return (await printedBy(() => auditCommand(['emergency', '--state', stateDirectory, ...database]))).stdout;
}

async function problemOf(response: Response): Promise<unknown> {
  return [response.status, problemSchema.parse(await response.json()).code];
}

test('nobody reads what was sent without opening it', async () => {
  for (const who of ['auditor', 'boss']) expect(await problemOf(await read(who))).toEqual([403, 'emergency-not-open']);
  expect(await problemOf(await read('clerk'))).toEqual([403, 'role-missing']);
  expect(await problemOf(await open('clerk'))).toEqual([403, 'role-missing']);
  expect(await command()).toBe('');
});

test.each<[string, unknown, string]>([
  ['no reason', {}, '/reason /words'],
  ['no words', { reason: 'complaint' }, '/words'],
  ['words that say nothing', { reason: 'complaint', words: '   test    ' }, '/words'],
  ['more than a reason', { reason: 'complaint', words: 'x'.repeat(501) }, '/words'],
  ['a code that is none', { reason: 'Qyxname', words }, '/reason'],
])('%s: refused, and nothing is open', async (_, body, pointers) => {
  const response = await open('auditor', body);
  const text = await response.text();
  expect(problemSchema.parse(JSON.parse(text))).toMatchObject({
    code: 'malformed-request',
    pointers: pointers.split(' '),
  });
  expect(text).not.toContain('Qyxname');
  expect(await problemOf(await read('auditor'))).toEqual([403, 'emergency-not-open']);
});

test('opened for a reason, it can be read for an hour, by who opened it and nobody else', async () => {
  const response = await open('auditor');
  expect(response.status).toBe(201);
  const text = await response.text();
  expect(text).not.toContain('Qyxname');
  const access = emergencyAccessSchema.parse(JSON.parse(text));
  expect(Date.parse(access.until)).toBe(now + openTime);
  const opened = openedSubmissionSchema.parse(await (await read('auditor')).json());
  expect(opened).toMatchObject({ submissionId: id, envelope: sent });
  // The sender is a program of 42 CFR Part 2.
  expect(opened.notice).toContain('42 CFR part 2');
  expect(await problemOf(await read('colleague'))).toEqual([403, 'emergency-not-open']);
  now += openTime - 1;
  expect((await read('auditor')).status).toBe(200);
  now += 1;
  expect(await problemOf(await read('auditor'))).toEqual([403, 'emergency-not-open']);
});

test('who opened it and why, and each reading, is told to auditors and administrators, and at the command line', async () => {
  for (const who of ['colleague', 'boss']) {
    expect(await list(who)).toMatchObject([
      {
        submissionId: id,
        openedBy: 'auditor',
        role: 'auditor',
        organisation: 'plan-staff',
        reason: 'complaint',
        words,
        reads: 2,
      },
    ]);
  }
  expect(await command()).toContain(
    `${id}\tauditor\tauditor\tplan-staff\tcomplaint\t2\tMember Qyxname complains of a denial\n`,
  );
  const chain = await new Submissions(store).auditChain(id);
  expect(verifyChain(id, chain)).toEqual({ kind: 'whole' });
  const told = chain.map(({ action, actor, detail }) => ({ action, actor, detail: JSON.parse(detail) as object }));
  const access = (await list('boss'))[0]?.id;
  expect(told).toContainEqual({
    ...{ action: 'emergencyOpened', actor: 'auditor' },
    detail: expect.objectContaining({ access, reason: 'complaint', role: 'auditor' }) as unknown,
  });
  expect(told.filter(({ detail }) => 'what' in detail && detail.what === 'envelope')).toHaveLength(2);
  expect(JSON.stringify(chain)).not.toContain('Qyxname');
});

test('once purged, it cannot be opened; that it was, and the code of the reason, stays', async () => {
  const address = (await databaseOf(stateDirectory))?.secret();
  const place = address === undefined ? ['--state', stateDirectory] : ['--database', address];
  const retention = (...order: string[]) => printedBy(() => retentionCommand([...order, ...place], new Date(now)));
  await retention('policy', '--plan', sampleProfile.id, '--years', '10');
  now = Date.parse('2037-01-01T00:00:00Z');
  expect((await retention('purge')).stdout).toBe('purged: 1\n');
  const boss = await tokenOf(endpoint, stateDirectory, 'boss');
  expect(await problemOf(await open('auditor'))).toEqual([404, 'not-found']);
  expect(await list('boss')).toMatchObject([{ submissionId: id, reason: 'complaint', words: null, reads: 2 }]);
  expect(await command()).toContain('(purged)');
  // What its audit says outlives it.
  const audit = (await (await get(endpoint, boss, `/v1/submissions/${id}/audit`)).json()) as {
    readonly holds: boolean;
    readonly entries: readonly { readonly action: string }[];
  };
  expect(audit.holds).toBe(true);
  expect(audit.entries.at(-1)?.action).toBe('purged');
});
