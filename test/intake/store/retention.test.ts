import { sql } from 'kysely';
import { retentionCommand } from '../../../src/cli/retention.ts';
import { verifyAudit, type BrokenChain } from '../../../src/intake/audit/verify.ts';
import { Submissions } from '../../../src/intake/store/submissions.ts';
import { submit } from '../../../src/submission/client.ts';
import { sampleProfile } from '../../submission/connections.ts';
import { envelope, line } from '../../submission/envelopes.ts';
import { printedBy } from '../../support/printed-by.ts';
import { databaseOf, storeOf } from '../database.ts';
import { afterTests, emptyFolder, get, running, signedIn } from '../running.ts';

const received = new Date('2026-11-24T20:00:00Z');
const stateDirectory = await emptyFolder();
const endpoint = await running({ stateDirectory, clock: () => received });
const { connection, token } = await signedIn(endpoint);
const store = await storeOf(stateDirectory);
afterTests(() => store.destroy());
const submissions = new Submissions(store);

async function send(invoiceNumber: string): Promise<string> {
  const memberCin = `9${invoiceNumber.slice(-7)}S`;
  const sent = envelope([line('a', { invoiceNumber, memberCin })]);
  const outcome = await submit(sent, connection, { token, wait: 60 });
  if (outcome.kind !== 'received') throw new Error(outcome.kind);
  return outcome.submissionId;
}

const first = await send('4100000001');
const second = await send('4100000002');

async function command(commandLine: string[], now = received) {
  const address = (await databaseOf(stateDirectory))?.secret();
  const place = address === undefined ? ['--state', stateDirectory] : ['--database', address];
  return printedBy(() => retentionCommand([...commandLine, ...place], now));
}

const purgeAt = async (instant: string): Promise<string> =>
  (await command(['purge'], new Date(instant))).stdout.trimEnd();
const plan = ['--plan', sampleProfile.id];
const hold = async (...of: string[]) =>
  (await command(['hold', ...plan, ...of, '--reason', 'Case 12-3456'])).stdout.trimEnd();
const isThere = async (id: string): Promise<boolean> => (await submissions.document(id, 'envelope')) !== null;

test('without a policy nothing is purged, however old', async () => {
  expect(await purgeAt('2099-01-01T00:00:00Z')).toBe('purged: 0');
  expect(await isThere(first)).toBe(true);
});

test('a policy purges what is older, to the moment, and of other plans nothing', async () => {
  expect((await command(['policy', '--plan', 'other-plan', '--years', '6'])).status).toBe(0);
  expect(await purgeAt('2040-01-01T00:00:00Z')).toBe('purged: 0');
  expect((await command(['policy', ...plan, '--years', '10'])).status).toBe(0);
  expect(await purgeAt('2036-11-24T20:00:00Z')).toBe('purged: 0');
  expect((await command(['list'])).stdout).toBe(`policy\tother-plan\t6 years\npolicy\t${sampleProfile.id}\t10 years\n`);
});

test.each<[string, () => string[]]>([
  ['the plan', () => []],
  ['the sender', () => ['--organization', 'harbor-care']],
  ['both submissions', () => ['--organization', 'harbor-care', '--submission', first]],
])('a hold on %s keeps what it names, until it is released', async (_, of) => {
  const ids = [await hold(...of())];
  if (of().includes(first)) ids.push(await hold('--submission', second));
  expect(await purgeAt('2036-11-25T20:00:00Z')).toBe('purged: 0');
  for (const id of ids) {
    expect((await command(['list'])).stdout).toContain(`hold\t${id}`);
    expect((await command(['release', '--hold', id])).status).toBe(0);
    expect((await command(['release', '--hold', id])).stderr).toContain('released before');
    expect((await command(['list'])).stdout).toContain(`released\t${id}`);
  }
});

test('what is purged is gone, number and audit stay; what a hold names is not', async () => {
  await hold('--submission', second);
  await hold('--organization', 'somebody-else');
  const sealed = Buffer.from('sealed');
  for (const [place, [id, submissionId]] of [
    ['file of first', first] as const,
    ['of both', second] as const,
  ].entries()) {
    const more = { plan_id: sampleProfile.id, guide: 'professional', usage: 'P', made_at: '', made_by: '' } as const;
    const counts = { control_number: place + 1, claim_count: 1, invoice_count: 1 };
    await store
      .insertInto('encounter_file')
      .values({ id, ...more, ...counts, wrapped_key: sealed, content: sealed, report: sealed })
      .execute();
    const claims = [...new Set([first, submissionId])].map((each, claim) => {
      return { file_id: id, place: claim, submission_id: each, ordinal: 0, claim_number: '1', receiver_number: sealed };
    });
    await store.insertInto('encounter_claim').values(claims).execute();
    await store
      .insertInto('encounter_answer')
      .values({ file_id: id, content_hash: '', id: '', at: '', actor: '', content: sealed })
      .execute();
  }
  expect(await purgeAt('2036-11-25T20:00:00Z')).toBe('purged: 1');
  expect(await purgeAt('2036-11-25T20:00:00Z')).toBe('purged: 0');
  expect([await isThere(first), await isThere(second)]).toEqual([false, true]);
  const { wrapped_key: wrapped } = await store
    .selectFrom('submission')
    .select('wrapped_key')
    .where('id', '=', first)
    .executeTakeFirstOrThrow();
  expect(wrapped).toHaveLength(0);
  expect(await store.selectFrom('service_line').select('line').where('submission_id', '=', first).execute()).toEqual(
    [],
  );
  // An encounter file goes with the last of its submissions.
  const kept = await store.selectFrom('encounter_file').selectAll().orderBy('id').execute();
  expect(kept.map((file) => [file.wrapped_key, file.content, file.report].map((bytes) => bytes.length))).toEqual([
    [0, 0, 0],
    [6, 6, 6],
  ]);
  expect(await store.selectFrom('encounter_answer').select('file_id').execute()).toEqual([{ file_id: 'of both' }]);
  const numbers = await store.selectFrom('encounter_claim').select(['file_id', 'receiver_number']).execute();
  expect(numbers.filter((row) => row.receiver_number !== null).map((row) => row.file_id)).toEqual([
    'of both',
    'of both',
  ]);
  for (const path of [`/v1/submissions/${first}`, `/v1/submissions/${first}/findings`, '/v1/invoices/4100000001']) {
    expect((await get(endpoint, token, path)).status).toBe(404);
  }
  expect((await get(endpoint, token, '/v1/invoices/4100000002')).status).toBe(200);
  const last = (await submissions.auditChain(first)).at(-1);
  expect(last).toMatchObject({ action: 'purged', actor: 'command line', detail: '{"years":10}' });
  // The number stays taken.
  const again = envelope([line('a', { invoiceNumber: '4100000001' })], { attempt: 2 });
  const outcome = await submit(again, connection, { token, wait: 60 });
  expect(outcome).toMatchObject({ result: { invoices: [{ findings: [{ code: 'INVOICE_NUMBER_ACCEPTED' }] }] } });
});

test('a purge that is not told, and one that is told and was not, are found by the audit', async () => {
  const broken = async () => {
    const found: BrokenChain[] = [];
    await verifyAudit(store, (each) => found.push(each));
    return found.map(({ id }) => id);
  };
  expect(await broken()).toEqual([]);
  await sql`update submission set purged_at = '2036' where id = ${second}`.execute(store);
  expect(await broken()).toEqual([second]);
  await sql`update submission set purged_at = null`.execute(store);
  expect(await broken()).toEqual([first]);
});

test.each([
  ['no order', [], 'say what to do'],
  ['too few years', ['policy', ...plan, '--years', '5'], '--years is a number from 6 to 99'],
  ['a hold without a reason', ['hold', ...plan], '--reason is missing'],
  ['a hold that is none', ['release', '--hold', 'x'], 'there is no such hold'],
])('%s ends with 2 and one line', async (_, commandLine, words) => {
  const { status, stdout, stderr } = await command(commandLine);
  expect([status, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
  expect(stderr).toContain(words);
});
