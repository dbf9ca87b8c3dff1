import { chmod, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endpointFacts } from '../../src/intake/endpoint.ts';
import { keysFile, loadKeys } from '../../src/intake/keys.ts';
import { defaultStateDirectory, StateError } from '../../src/intake/state-directory.ts';
import { openStore } from '../../src/intake/store/store.ts';
import { emptyFolder } from './running.ts';

test('keys are made once, for their owner only, and nothing else is left behind', async () => {
  const folder = join(await emptyFolder(), 'deep', 'state');
  const made = await loadKeys(folder);
  expect(await loadKeys(folder)).toEqual(made);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, keysFile))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual([keysFile]);
});

test('processes that start at once end with the same keys', async () => {
  const folder = await emptyFolder();
  const [first, ...others] = await Promise.all(Array.from({ length: 8 }, () => loadKeys(folder)));
  for (const other of others) expect(other).toEqual(first);
});

test('keys that others may read are refused', async () => {
  const folder = await emptyFolder();
  await loadKeys(folder);
  await chmod(join(folder, keysFile), 0o644);
  await expect(loadKeys(folder)).rejects.toThrow(StateError);
});

test('a file that is none of ours is refused without being quoted', async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, keysFile), '{"secret":', { mode: 0o600 });
  await expect(loadKeys(folder)).rejects.toThrow('keys.json in the state directory is not a key file of this product.');
});

test('the facts of an endpoint hold public keys only', async () => {
  const folder = await emptyFolder();
  const facts = await endpointFacts(folder, 'https://invoices.plan.example/');
  const { receiptKey } = await loadKeys(folder);
  expect(facts).toMatchObject({
    endpoint: 'https://invoices.plan.example',
    issuer: 'https://invoices.plan.example/oidc',
  });
  expect(facts.receiptKeys[0]?.kid).toBe(receiptKey.kid);
  expect(JSON.stringify(facts)).not.toContain(receiptKey.d);
});

test('the database is for its owner only, in whatever folder', async () => {
  const folder = await emptyFolder();
  await chmod(folder, 0o755);
  const store = await openStore(folder);
  const modes = await Promise.all(
    (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).mode & 0o777),
  );
  await store.destroy();
  expect(modes.length).toBeGreaterThan(1);
  expect(new Set(modes)).toEqual(new Set([0o600]));
});

test('the state directory is where it is said to be, and else where the platform keeps state', () => {
  expect(defaultStateDirectory({ CALAIM_INVOICE_STATE: '/srv/state' })).toBe('/srv/state');
  expect(defaultStateDirectory({ XDG_STATE_HOME: '/home/x/.state', LOCALAPPDATA: '/home/x/.state' })).toContain(
    'calaim-invoice',
  );
});
