import { demoAccount, demoDirectory, demoMachine } from '../../../src/intake/identity/demo-directory.ts';
import { FixedDirectory } from '../../../src/intake/identity/directory-file.ts';
import { hashPassword, isPasswordHash, verifyPassword } from '../../../src/intake/identity/passwords.ts';

test('a password belongs to its own hash and to no other', async () => {
  const hash = await hashPassword('correct horse battery');
  expect(isPasswordHash(hash)).toBe(true);
  expect(hash).not.toContain('correct');
  expect(await verifyPassword('correct horse battery', hash)).toBe(true);
  expect(await verifyPassword('correct horse batterx', hash)).toBe(false);
  expect(await hashPassword('correct horse battery')).not.toBe(hash);
});

test('the same characters on another keyboard are the same password', async () => {
  expect(
    await verifyPassword('caf\u00e9 caf\u00e9 caf\u00e9', await hashPassword('cafe\u0301 cafe\u0301 cafe\u0301')),
  ).toBe(true);
});

test.each([
  ['no hash', null],
  ['an empty hash', ''],
  ['plain text', 'secret'],
])('%s lets nobody in', async (_, hash) => {
  expect(await verifyPassword('secret', hash)).toBe(false);
});

test('the demo accounts open with what their page says', async () => {
  const directory = new FixedDirectory(demoDirectory);
  expect(
    (await directory.signIn({ ...demoAccount, email: ` ${demoAccount.email.toUpperCase()} `, code: '' }))?.id,
  ).toBe('harbor-care-biller');
  expect(await directory.signIn({ ...demoAccount, password: 'other', code: '' })).toBeNull();
  expect(await directory.signIn({ ...demoAccount, email: 'nobody@harborcare.example', code: '' })).toBeNull();
  expect(
    await verifyPassword(demoMachine.clientSecret, (await directory.machine(demoMachine.clientId))?.secretHash ?? null),
  ).toBe(true);
});
