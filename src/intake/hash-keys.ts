import { randomBytes } from 'node:crypto';
import { lookUpKeyOf, timeToTakeUp, type EndpointKeys } from './keys.ts';
import { StateError } from './state-directory.ts';

/** A key of the hashes by which what was sent is found again. */
export interface HashKey {
  /** Stands before its hashes; empty for the first key of a state directory. */
  readonly id: string;
  readonly key: Buffer;
}

/** The keys of hashes: the first one hashes, a hash under any of them is found. */
export function hashKeysOf(
  keys: Pick<EndpointKeys, 'keyEncryptionKeys' | 'lookUpKey' | 'hashKeys'>,
): readonly [HashKey, ...HashKey[]] {
  const [first, ...others] = (keys.hashKeys ?? []).map(({ id, key }) => ({ id, key: Buffer.from(key, 'base64url') }));
  return first === undefined ? [{ id: '', key: lookUpKeyOf(keys) }] : [first, ...others];
}

/** Keys with a fresh one that hashes from now on. */
export function withNewHashKey(keys: EndpointKeys, now: Date): EndpointKeys {
  const made = {
    ...{ id: randomBytes(8).toString('hex'), key: randomBytes(32).toString('base64url'), madeAt: now.toISOString() },
  };
  const present = keys.hashKeys ?? [{ id: '', key: lookUpKeyOf(keys).toString('base64url') }];
  // Both are written down: neither is derived from a key that may go.
  return { ...keys, lookUpKey: lookUpKeyOf(keys).toString('base64url'), hashKeys: [made, ...present] };
}

/**
 * Keys without those that hash no more.
 *
 * @throws StateError where there are none, or an endpoint may not have taken up the present one
 */
export function withoutOldHashKeys(keys: EndpointKeys, now: Date): EndpointKeys {
  const [present, ...others] = keys.hashKeys ?? [];
  if (present === undefined || others.length === 0) throw new StateError('there is no older key of hashes to retire');
  if (now.getTime() - Date.parse(present.madeAt ?? '') < timeToTakeUp) {
    throw new StateError(
      'the new key of hashes is younger than an hour: retire the older ones later, when every endpoint has it',
    );
  }
  return { ...keys, hashKeys: [present] };
}

/** The id of the key under which a hash is. */
export function hashKeyId(hash: string): string {
  const end = hash.indexOf('.');
  return end < 0 ? '' : hash.slice(0, end);
}

/** A digest as the hash that is stored. */
export function hashUnder(id: string, digest: string): string {
  return id === '' ? digest : `${id}.${digest}`;
}
