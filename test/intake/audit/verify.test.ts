import { sql } from 'kysely';
import { verifyAudit, type BrokenChain } from '../../../src/intake/audit/verify.ts';
import { auditCommand } from '../../../src/cli/audit.ts';
import { People } from '../../../src/intake/identity/people.ts';
import { loadKeys } from '../../../src/intake/keys.ts';
import { Keyring } from '../../../src/intake/store/seal.ts';
import { submit } from '../../../src/submission/client.ts';
import { envelope, line } from '../../submission/envelopes.ts';
import { printedBy } from '../../support/printed-by.ts';
import { databaseOf, storeOf } from '../database.ts';
import { afterTests, emptyFolder, running, signedIn } from '../running.ts';

const stateDirectory = await emptyFolder();
const endpoint = await running({ stateDirectory });
const store = await storeOf(stateDirectory);
afterTests(() => store.destroy());
const { connection, token } = await signedIn(endpoint);
const ids: string[] = [];
for (const invoiceNumber of ['4100000001', '4100000002', '4100000003']) {
  const outcome = await submit(envelope([line('a', { invoiceNumber })]), connection, { token, wait: 60 });
  if (outcome.kind !== 'received') throw new Error(outcome.kind);
  ids.push(outcome.submissionId);
}
const [first = '', second = '', third = ''] = ids;

async function broken(): Promise<BrokenChain[]> {
  const found: BrokenChain[] = [];
  expect(await verifyAudit(store, (each) => found.push(each))).toEqual({ submissions: 3, organisations: 0, plans: 0 });
  return found;
}

async function command() {
  const address = (await databaseOf(stateDirectory))?.secret();
  return printedBy(() =>
    auditCommand(['verify', ...(address === undefined ? ['--state', stateDirectory] : ['--database', address])]),
  );
}

test('an audit that nobody touched holds', async () => {
  expect(await broken()).toEqual([]);
  expect(await command()).toEqual({ status: 0, stdout: '3 submissions, the audit of all holds\n', stderr: '' });
});

test.each<[string, string, string, string, number]>([
  [
    'who',
    `update audit_entry set actor = 'other' where sequence = 2 and submission_id =`,
    second,
    `update audit_entry set actor = 'endpoint' where sequence = 2 and submission_id =`,
    2,
  ],
  [
    'when',
    `update audit_entry set at = '2' || substr(at, 2) || ' ' where sequence = 1 and submission_id =`,
    first,
    `update audit_entry set at = trim(at) where sequence = 1 and submission_id =`,
    1,
  ],
  [
    'what was received',
    `update submission set content_hash = content_hash || '0' where id =`,
    first,
    `update submission set content_hash = substr(content_hash, 1, length(content_hash) - 1) where id =`,
    1,
  ],
])('a change of %s is found', async (_, change, id, back, sequence) => {
  await sql.raw(`${change} '${id}'`).execute(store);
  expect(await broken()).toEqual([{ id, sequence }]);
  await sql.raw(`${back} '${id}'`).execute(store);
  expect(await broken()).toEqual([]);
});

test('a last entry that was taken out is found, and the command names the submission by its id', async () => {
  // What the entry told of the invoices goes with it, as who hides something would have it.
  await store.deleteFrom('invoice_change').where('submission_id', 'in', [second, third]).execute();
  await store.deleteFrom('audit_entry').where('submission_id', '=', second).where('sequence', '=', 2).execute();
  expect(await broken()).toEqual([{ id: second, sequence: 2 }]);
  await store.deleteFrom('audit_entry').where('submission_id', '=', third).execute();
  expect(await command()).toEqual({
    status: 1,
    stdout: `${second}: the audit does not hold at entry 2\n${third}: the audit does not hold at entry 1\n3 submissions, 2 broken\n`,
    stderr: '',
  });
});

test('a last entry of an organization that was cut off is found', async () => {
  const keyring = new Keyring(await loadKeys(stateDirectory));
  const people = new People({ store, keyring, clock: () => new Date() });
  const manager = { subject: 'test', manages: () => true };
  const organisation = { kind: 'plan' as const, id: 'plan-staff', name: 'The plan', plans: ['sample-health-plan'] };
  await people.createOrganisation(manager, organisation);
  const ofOrganisation = async () => {
    const found: BrokenChain[] = [];
    await verifyAudit(store, (each) => found.push(each));
    return found.filter(({ id }) => id === 'plan-staff');
  };
  await people.changeOrganisation(manager, { ...organisation, name: 'Its new name' });
  expect(await ofOrganisation()).toEqual([]);
  await store.deleteFrom('organisation_audit_entry').where('sequence', '=', 2).execute();
  expect(await ofOrganisation()).toEqual([{ id: 'plan-staff', sequence: 2 }]);
});

test.each<[string, string[], string]>([
  ['no order', [], 'say "audit verify"'],
  ['another order', ['mend'], 'say "audit verify"'],
  ['an unknown option', ['verify', '--all'], '--all'],
  ['a database that is none', ['verify', '--database', 'mysql://a:Qyx-secret@b/c'], 'postgres://USER@HOST/NAME'],
  ['a folder without a database', ['verify', '--state', '/nowhere'], 'there is no database in /nowhere'],
])('%s ends with 2 and one line', async (_, commandLine, words) => {
  const { status, stdout, stderr } = await printedBy(() => auditCommand(commandLine));
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain(words);
  expect(stderr).not.toContain('Qyx-secret');
});

test('help names every option', async () => {
  expect((await printedBy(() => auditCommand(['--help']))).stdout).toContain('--database');
});
