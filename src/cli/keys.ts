import { withNewHashKey, withoutOldHashKeys } from '../intake/hash-keys.ts';
import { keysFile, keysOf, replaceKeys, withNewKey, withoutOldKeys, type EndpointKeys } from '../intake/keys.ts';
import { forgetOldHashes, rehash } from '../intake/rehash.ts';
import {
  withNewSignInKeys,
  withNextReceiptKey,
  withoutOldSignInKeys,
  withReceiptKeySwitched,
} from '../intake/signing-keys.ts';
import { alone, defaultStateDirectory, StateError } from '../intake/state-directory.ts';
import { DatabaseAddressError, type DatabaseAddress } from '../intake/store/database-address.ts';
import { reseal } from '../intake/store/reseal.ts';
import { Keyring, SealError } from '../intake/store/seal.ts';
import { StoreError } from '../intake/store/store-error.ts';
import { openStore, type Store } from '../intake/store/store.ts';
import { databaseAddress } from './database-option.ts';
import { parseOrder, tellFailure, UsageError } from './orders.ts';

const help = `Usage: calaim-invoice keys rotate [--state FOLDER] [--database URL]
       calaim-invoice keys retire [--state FOLDER] [--database URL]
       calaim-invoice keys rotate hashes | retire hashes [--state FOLDER] [--database URL]
       calaim-invoice keys rotate receipts | switch receipts | rotate sign-in | retire sign-in [--state FOLDER]

Rotates the key under which the keys of stored documents are encrypted. Endpoints go on meanwhile.

  rotate           makes a new key, and encrypts under it what is under older ones
  retire           an hour later or more: does the same with what came meanwhile, then removes the older keys from
                   ${keysFile}

Rotates the key of the hashes by which services, decisions and answers that were sent before are found.

  rotate hashes    makes a new key, and hashes under it what is stored; until the older one goes, either finds it
  retire hashes    an hour later or more: does the same with what came meanwhile, then removes the older keys and hashes

Rotates the keys that sign. An endpoint takes those up when it is started again; keys of receipts in a registry are read
by "calaim-invoice registry facts".

  rotate receipts  makes the key that signs receipts next. Hand out a registry with it to every pane, then
  switch receipts  an hour later or more: it signs. Public keys stay, so that older receipts can be verified
  rotate sign-in   other keys of the built-in sign-in; who is signed in stays so
  retire sign-in   an hour later or more: removes the older ones

  --state FOLDER   where ${keysFile} and the database are (CALAIM_INVOICE_STATE, or the usual folder for state)
  --database URL   the PostgreSQL database instead (CALAIM_INVOICE_DATABASE)
  --help

Endpoints read ${keysFile} again every few minutes. Where several on different computers share a database, copy the
new ${keysFile} to all of them after each order, and before an hour has gone. A backup of the database opens with the
keys of its time: keep those with it. Back up the new ${keysFile} before anything else.
Exit codes: 0 done, 2 wrong usage, or it could not be done.
`;

const options = {
  state: { type: 'string' },
  database: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/**
 * `calaim-invoice keys`: rotation of the keys at rest.
 *
 * @param commandLine what stands after `keys`
 * @param now present instant; replaced by tests
 * @returns the exit code
 */
export async function keysCommand(commandLine: readonly string[], now = new Date()): Promise<number> {
  try {
    const { values, positionals } = parseOrder(commandLine, options);
    if (values.help) {
      process.stdout.write(help);
      return 0;
    }
    const stateDirectory = values.state ?? defaultStateDirectory();
    const order = positionals.join(' ');
    const signing = Object.hasOwn(signingOrders, order) ? signingOrders[order] : undefined;
    if (signing !== undefined) {
      return await inTurn(stateDirectory, async (keys) => {
        const { changed, told } = await signing(keys, now);
        await replaceKeys(stateDirectory, changed);
        return told;
      });
    }
    const database = databaseAddress(values.database);
    switch (order) {
      case 'rotate':
        return await inTurn(stateDirectory, (keys) => rotate(stateDirectory, database, keys, now));
      case 'rotate hashes':
        return await inTurn(stateDirectory, (keys) => rotateHashes(stateDirectory, database, keys, now));
      case 'retire hashes':
        return await inTurn(stateDirectory, (keys) => retireHashes(stateDirectory, database, keys, now));
      case 'retire':
        return await inTurn(stateDirectory, (keys) => retire(stateDirectory, database, keys, now));
      default:
        throw new UsageError('say "keys rotate" or "keys retire", alone or of what (see --help)');
    }
  } catch (error) {
    return tellFailure('keys', error, [StateError, DatabaseAddressError, StoreError, SealError]);
  }
}

/** Orders that change the keys that sign, and nothing else. */
const signingOrders: Readonly<
  Record<string, (keys: EndpointKeys, now: Date) => Promise<{ readonly changed: EndpointKeys; readonly told: string }>>
> = {
  'rotate receipts': async (keys, now) => {
    const changed = await withNextReceiptKey(keys, now);
    return { changed, told: `next receipt key ${changed.nextReceiptKey?.key.kid ?? ''}: hand out a registry with it` };
  },
  'switch receipts': (keys, now) => {
    const changed = withReceiptKeySwitched(keys, now);
    return Promise.resolve({
      changed,
      told: `receipts are signed by ${changed.receiptKey.kid}: start the endpoint again`,
    });
  },
  'rotate sign-in': async (keys, now) => {
    return { changed: await withNewSignInKeys(keys, now), told: 'new keys of the sign-in: start the endpoint again' };
  },
  'retire sign-in': (keys, now) => {
    return Promise.resolve({ changed: withoutOldSignInKeys(keys, now), told: 'retired the older keys of the sign-in' });
  },
};

/** Two runs at once would each write a key file without the other's key. */
async function inTurn(stateDirectory: string, work: (keys: EndpointKeys) => Promise<string>): Promise<number> {
  if ((await keysOf(stateDirectory)) === null) throw new UsageError(`there is no ${keysFile} in ${stateDirectory}`);
  const told = await alone(stateDirectory, `${keysFile}.lock`, async () => {
    const keys = await keysOf(stateDirectory);
    if (keys === null) throw new UsageError(`there is no ${keysFile} in ${stateDirectory}`);
    return work(keys);
  });
  process.stdout.write(`${told}\n`);
  return 0;
}

/** The key is in its file before anything is sealed under it. */
async function rotate(
  stateDirectory: string,
  database: DatabaseAddress | undefined,
  keys: EndpointKeys,
  now: Date,
): Promise<string> {
  const rotated = withNewKey(keys, now);
  await replaceKeys(stateDirectory, rotated);
  const count = await resealWith(stateDirectory, database, rotated);
  return `new key ${rotated.keyEncryptionKeys[0]?.id ?? ''}; encrypted anew under it: ${String(count)}`;
}

/** Nothing is under an older key when that goes. */
async function retire(
  stateDirectory: string,
  database: DatabaseAddress | undefined,
  keys: EndpointKeys,
  now: Date,
): Promise<string> {
  const left = withoutOldKeys(keys, now);
  const count = await resealWith(stateDirectory, database, keys);
  await replaceKeys(stateDirectory, left);
  const retired = keys.keyEncryptionKeys.length - left.keyEncryptionKeys.length;
  return `encrypted anew: ${String(count)}; retired ${String(retired)} older ${retired === 1 ? 'key' : 'keys'}`;
}

function resealWith(
  stateDirectory: string,
  database: DatabaseAddress | undefined,
  keys: EndpointKeys,
): Promise<number> {
  return inStore(stateDirectory, database, (store) => reseal(store, new Keyring(keys)));
}

/** The key is in its file before anything is hashed under it. */
async function rotateHashes(
  stateDirectory: string,
  database: DatabaseAddress | undefined,
  keys: EndpointKeys,
  now: Date,
): Promise<string> {
  const rotated = withNewHashKey(keys, now);
  await replaceKeys(stateDirectory, rotated);
  const count = await inStore(stateDirectory, database, (store) => rehash(store, new Keyring(rotated)));
  return `new key of hashes ${rotated.hashKeys?.[0]?.id ?? ''}; hashed anew under it: ${String(count)}`;
}

/** Everything is under the present key when the older ones go, and only then their hashes do. */
async function retireHashes(
  stateDirectory: string,
  database: DatabaseAddress | undefined,
  keys: EndpointKeys,
  now: Date,
): Promise<string> {
  const left = withoutOldHashKeys(keys, now);
  return inStore(stateDirectory, database, async (store) => {
    const count = await rehash(store, new Keyring(keys));
    await replaceKeys(stateDirectory, left);
    const forgotten = await forgetOldHashes(store, new Keyring(left));
    return `hashed anew: ${String(count)}; retired older keys, and ${String(forgotten)} hashes of services under them`;
  });
}

async function inStore<T>(
  stateDirectory: string,
  database: DatabaseAddress | undefined,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore(stateDirectory, database);
  try {
    return await work(store);
  } finally {
    await store.destroy();
  }
}
