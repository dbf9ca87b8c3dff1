import { verifyChain } from '../../../src/intake/audit/chain.ts';
import { demoDirectory } from '../../../src/intake/identity/demo-directory.ts';
import { FixedDirectory } from '../../../src/intake/identity/directory-file.ts';
import { hashPassword } from '../../../src/intake/identity/passwords.ts';
import { Submissions } from '../../../src/intake/store/submissions.ts';
import { scopes } from '../../../src/submission/scopes.ts';
import { submit } from '../../../src/submission/client.ts';
import { sampleProfile } from '../../submission/connections.ts';
import { envelope, line } from '../../submission/envelopes.ts';
import { storeOf } from '../database.ts';
import { tokenOf as tokenFor } from '../tokens.ts';
import { afterTests, emptyFolder, get, running, signedIn } from '../running.ts';

const secretHash = await hashPassword('a secret of the plan');
const directory = new FixedDirectory({
  organisations: [
    ...demoDirectory.organisations,
    { kind: 'plan', id: 'plan-staff', name: 'The plan', plans: [sampleProfile.id] },
    { kind: 'plan', id: 'others', name: 'Another plan', plans: ['other-health-plan'] },
  ],
  accounts: [
    {
      ...{ id: 'auditor', email: 'auditor@plan.example', name: 'Auditor', organisation: 'plan-staff' },
      ...{ role: 'auditor', passwordHash: secretHash },
    },
  ],
  machines: [
    ...demoDirectory.machines,
    { clientId: 'plan-system', organisation: 'plan-staff', secretHash },
    { clientId: 'other-system', organisation: 'others', secretHash },
  ],
});
const stateDirectory = await emptyFolder();
const endpoint = await running({ stateDirectory, identity: { kind: 'embedded', directory } });
const { connection, token } = await signedIn(endpoint);
const tokenOf = async (clientId: string) =>
  (await signedIn(endpoint, { clientId, clientSecret: 'a secret of the plan' })).token;
const [staff, stranger] = [await tokenOf('plan-system'), await tokenOf('other-system')];
const store = await storeOf(stateDirectory);
afterTests(() => store.destroy());

const outcome = await submit(envelope([line('a', { memberCin: 'nonsense' })]), connection, { token, wait: 60 });
if (outcome.kind !== 'received') throw new Error(outcome.kind);
const id = outcome.submissionId;

async function reads(): Promise<{ actor: string; detail: Record<string, unknown> }[]> {
  const chain = await new Submissions(store).auditChain(id);
  expect(verifyChain(id, chain)).toEqual({ kind: 'whole' });
  return chain
    .filter(({ action }) => action === 'read')
    .map(({ actor, detail }) => ({ actor, detail: JSON.parse(detail) as Record<string, unknown> }));
}

test.each([
  ['result', `/v1/submissions/${id}`],
  ['findings', `/v1/submissions/${id}/findings`],
  ['errorFile', `/v1/submissions/${id}/errors.csv`],
  ['errorFile', `/v1/submissions/${id}/errors.xlsx`],
  ['history', '/v1/invoices/4100001001'],
])('who reads the %s is told (%s); who may not leaves no trace', async (what, path) => {
  const before = await reads();
  expect((await get(endpoint, stranger, path)).status).toBe(404);
  expect(await reads()).toEqual(before);
  expect((await get(endpoint, staff, path)).status).toBe(200);
  expect((await reads()).slice(before.length)).toEqual([
    { actor: 'plan-system', detail: { what, role: 'planSystem', organisation: 'plan-staff', from: '127.0.0.1' } },
  ]);
});

test('an auditor reads who read what, and that it holds', async () => {
  const auditor = await tokenFor(endpoint, stateDirectory, 'auditor', scopes.audit);
  const response = await get(endpoint, auditor, `/v1/submissions/${id}/audit`);
  const { holds, entries } = (await response.json()) as {
    holds: boolean;
    entries: { action: string; actor: string; detail: { what?: string } }[];
  };
  expect(holds).toBe(true);
  expect(entries.slice(0, 2).map(({ action }) => action)).toEqual(['received', 'checked']);
  expect(entries).toContainEqual(
    expect.objectContaining({
      action: 'read',
      actor: 'plan-system',
      detail: expect.objectContaining({ what: 'history' }) as unknown,
    }),
  );
  expect(JSON.stringify(entries)).not.toContain('nonsense');
  expect((await get(endpoint, auditor, `/v1/submissions/${id}`)).status).toBe(403);
});

test.each([['/v1/invoices'], ['/v1/receipts?invoice=4100001001']])('%s says nothing of members', async (path) => {
  const before = await reads();
  const response = await get(endpoint, staff, path);
  expect(await response.text()).not.toMatch(/nonsense|MEMBER_CIN/);
  expect(await reads()).toEqual(before);
});
