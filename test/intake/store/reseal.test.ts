import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keysCommand } from '../../../src/cli/keys.ts';
import { encounterKeyContext } from '../../../src/intake/encounters/sealed-file.ts';
import { hashPassword } from '../../../src/intake/identity/passwords.ts';
import { codeSecretContext } from '../../../src/intake/identity/stored-directory.ts';
import { keysOf, loadKeys } from '../../../src/intake/keys.ts';
import { reseal } from '../../../src/intake/store/reseal.ts';
import { Keyring, SealError } from '../../../src/intake/store/seal.ts';
import { fetchStatus, submit } from '../../../src/submission/client.ts';
import { envelope, line } from '../../submission/envelopes.ts';
import { printedBy } from '../../support/printed-by.ts';
import { databaseOf, storeOf } from '../database.ts';
import { emptyFolder, running, signedIn } from '../running.ts';

const hour = 60 * 60_000;
const stateDirectory = await emptyFolder();

async function keys(order: string, now = new Date()) {
  const address = (await databaseOf(stateDirectory))?.secret();
  const database = address === undefined ? [] : ['--database', address];
  return printedBy(() => keysCommand([...order.split(' '), '--state', stateDirectory, ...database], now));
}

const idsOfKeys = async () => ((await keysOf(stateDirectory))?.keyEncryptionKeys ?? []).map(({ id }) => id);

/** Ids of the keys under which something is. */
async function idsInUse(): Promise<string[]> {
  const store = await storeOf(stateDirectory);
  const sealed = [
    ...(await store.selectFrom('submission').select('wrapped_key as sealed').execute()),
    ...(await store.selectFrom('encounter_file').select('wrapped_key as sealed').execute()),
    ...(await store.selectFrom('identity_record').select('payload as sealed').execute()),
    ...(await store.selectFrom('key_proof').select('proof as sealed').execute()),
    ...(await store.selectFrom('person').select('code_secret as sealed').execute()),
  ];
  await store.destroy();
  return [
    ...new Set(
      sealed.map(({ sealed: bytes }) =>
        Buffer.from(bytes ?? [])
          .subarray(0, 8)
          .toString('hex'),
      ),
    ),
  ];
}

/** Sends an invoice. @returns the submission's id and what was found */
async function send(endpoint: Awaited<ReturnType<typeof running>>, invoiceNumber: string) {
  const { connection, token } = await signedIn(endpoint);
  const outcome = await submit(envelope([line('a', { invoiceNumber })]), connection, { token, wait: 60 });
  if (outcome.kind !== 'received' || outcome.result === null) throw new Error(outcome.kind);
  return { id: outcome.submissionId, codes: outcome.result.invoices[0]?.findings.map(({ code }) => code) };
}

async function stateOf(endpoint: Awaited<ReturnType<typeof running>>, id: string): Promise<string> {
  const { connection, token } = await signedIn(endpoint);
  const status = await fetchStatus(connection, id, { token });
  return status.kind === 'answered' ? status.body.state : status.kind;
}

test('keys are rotated while an endpoint runs; what was stored opens, and is found again, when the old key is gone', async () => {
  const first = await running({ stateDirectory });
  const earlier = await send(first, '4100000001');
  const store = await storeOf(stateDirectory);
  const before = await loadKeys(stateDirectory);
  const oldKeyring = new Keyring(before);
  await store
    .insertInto('organisation')
    .values({
      id: 'care',
      kind: 'provider',
      name: 'Care',
      plans: '[]',
      delegate_id: null,
      billing_provider_npis: '[]',
      part2_program: 0,
    })
    .execute();
  await store
    .insertInto('person')
    .values({
      ...{ id: 'somebody', organisation_id: 'care', email: 'a@care.example', name: 'A', role: 'biller' },
      ...{ disabled_at: null, password_hash: await hashPassword('a sentence to remember') },
      code_secret: oldKeyring.seal(Buffer.from('secret of an app'), codeSecretContext('somebody')),
    })
    .execute();
  await store
    .insertInto('encounter_file')
    .values({
      ...{ id: 'file', plan_id: 'sample-health-plan', guide: 'professional', usage: 'T', control_number: 1 },
      ...{ made_at: '2026-12-10T20:00:00.000Z', made_by: 'staff', claim_count: 1, invoice_count: 1 },
      wrapped_key: oldKeyring.newDataKey(encounterKeyContext('sample-health-plan', 'file')).wrapped,
      ...{ content: new Uint8Array(), report: new Uint8Array() },
    })
    .execute();

  const rotated = await keys('rotate');
  expect(rotated).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringMatching(/^new key [0-9a-f]{16};/) as string,
  });
  const [newest = '', oldest = ''] = await idsOfKeys();
  expect(await idsInUse()).toEqual([newest]);
  expect(oldest).toBe(before.keyEncryptionKeys[0]?.id);
  // It was started with the old key alone.
  expect(await stateOf(first, earlier.id)).toBe('checked');
  // Whoever has the old keys only, opens nothing any more.
  const { wrapped_key: wrapped, plan_id: tenant } = await store
    .selectFrom('submission')
    .select(['wrapped_key', 'plan_id'])
    .where('id', '=', earlier.id)
    .executeTakeFirstOrThrow();
  expect(() => oldKeyring.unwrap(wrapped, { tenant, submission: earlier.id, kind: 'key' })).toThrow(SealError);

  expect(await keys('retire')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('younger than an hour') as string,
  });
  expect(await idsOfKeys()).toEqual([newest, oldest]);
  expect(await keys('retire', new Date(Date.now() + hour))).toMatchObject({ status: 0 });
  expect(await idsOfKeys()).toEqual([newest]);
  expect(await idsInUse()).toEqual([newest]);
  await first.close();

  const second = await running({ stateDirectory });
  expect(await stateOf(second, earlier.id)).toBe('checked');
  // The same service under another number: found by a keyed hash that was made before.
  expect((await send(second, '4100000002')).codes).toEqual(['SERVICE_ACCEPTED_BEFORE']);
  const keyring = new Keyring(await loadKeys(stateDirectory));
  const { code_secret: secret } = await store.selectFrom('person').select('code_secret').executeTakeFirstOrThrow();
  expect(keyring.open(secret ?? Buffer.alloc(0), codeSecretContext('somebody')).toString()).toBe('secret of an app');
  expect(await reseal(store, keyring)).toBe(0);
  await store.destroy();
  await second.close();
});

test('a second rotation leaves look-ups as they are, too', async () => {
  expect((await keys('rotate')).status).toBe(0);
  expect((await keys('retire', new Date(Date.now() + hour))).status).toBe(0);
  const third = await running({ stateDirectory });
  expect((await send(third, '4100000003')).codes).toEqual(['SERVICE_ACCEPTED_BEFORE']);
  await third.close();
});

test.each([
  ['no order', '', 'say "keys rotate"'],
  ['nothing to retire', 'retire', 'no older key'],
])('%s ends with 2 and one line', async (_, order, words) => {
  const { status, stdout, stderr } = await keys(order);
  expect([status, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
  expect(stderr).toContain(words);
});

test('two runs at once do not both write keys', async () => {
  const ids = await idsOfKeys();
  await writeFile(join(stateDirectory, 'keys.json.lock'), '');
  expect(await keys('rotate')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('another run is at it') as string,
  });
  expect(await idsOfKeys()).toEqual(ids);
});
