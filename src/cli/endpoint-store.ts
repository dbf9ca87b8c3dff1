import { keysFile, keysOf } from '../intake/keys.ts';
import { defaultStateDirectory } from '../intake/state-directory.ts';
import { Keyring } from '../intake/store/seal.ts';
import { openStore, type Store } from '../intake/store/store.ts';
import { databaseAddress } from './database-option.ts';
import { UsageError } from './orders.ts';

/** Where a command finds the endpoint's database and keys, as its options say it. */
export interface EndpointPlace {
  readonly state?: string | undefined;
  readonly database?: string | undefined;
}

/** What an order works with that changes what the endpoint has. */
export interface OpenEndpoint {
  readonly stateDirectory: string;
  readonly store: Store;
  readonly keyring: Keyring;
}

/**
 * Opens the endpoint's database under its keys, for an order and no longer.
 *
 * @throws UsageError where there are no keys yet; StateError, DatabaseAddressError, StoreError
 */
export async function withEndpointStore<T>(
  { state, database }: EndpointPlace,
  work: (endpoint: OpenEndpoint) => Promise<T>,
): Promise<T> {
  const stateDirectory = state ?? defaultStateDirectory();
  const keys = await keysOf(stateDirectory);
  // Made by the endpoint, once: keys that are made here by mistake would be others than those of the database.
  if (keys === null)
    throw new UsageError(`${stateDirectory} has no ${keysFile}: start the endpoint once, or name its folder`);
  const store = await openStore(stateDirectory, databaseAddress(database));
  try {
    return await work({ stateDirectory, store, keyring: new Keyring(keys) });
  } finally {
    await store.destroy();
  }
}
