import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoDirectory } from '../../../src/intake/identity/demo-directory.ts';
import {
  DirectoryError,
  directorySchema,
  readDirectory,
  type DirectoryData,
} from '../../../src/intake/identity/directory-file.ts';
import { emptyFolder } from '../running.ts';

const [organisation] = demoDirectory.organisations;
const [account] = demoDirectory.accounts;
const [machine] = demoDirectory.machines;
if (organisation?.kind !== 'provider' || account === undefined || machine === undefined)
  throw new Error('The demo is empty');

test.each<[string, Partial<DirectoryData>]>([
  ['an account of no organisation', { accounts: [{ ...account, organisation: 'nobody' }] }],
  ['a machine of no organisation', { machines: [{ ...machine, organisation: 'nobody' }] }],
  [
    'two accounts of one address',
    { accounts: [account, { ...account, id: 'other', email: account.email.toUpperCase() }] },
  ],
  ['an account and a machine of one id', { machines: [{ ...machine, clientId: account.id }] }],
  ['a role of another kind of organization', { accounts: [{ ...account, role: 'planStaff' }] }],
  ['a delegate that is none', { organisations: [{ ...organisation, delegate: organisation.id }] }],
  ['a plain password', { accounts: [{ ...account, passwordHash: 'harbor care demo' }] }],
  ['an NPI that is none', { organisations: [{ ...organisation, billingProviderNpis: ['12'] }] }],
])('refuses %s', (_, change) => {
  expect(directorySchema.safeParse({ ...demoDirectory, ...change }).success).toBe(false);
});

test('reads a file, and names the place of a fault but not what stands there', async () => {
  const file = join(await emptyFolder(), 'directory.json');
  await writeFile(file, JSON.stringify(demoDirectory));
  expect((await (await readDirectory(file)).organisation('harbor-care'))?.name).toBe('Harbor Care Collective');
  await writeFile(file, JSON.stringify({ ...demoDirectory, accounts: [{ ...account, passwordHash: 'my password' }] }));
  const refusal = await readDirectory(file).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(DirectoryError);
  expect((refusal as Error).message).toContain('/accounts/0/passwordHash');
  expect((refusal as Error).message).not.toContain('my password');
});
