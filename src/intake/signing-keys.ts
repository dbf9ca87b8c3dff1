import { randomBytes } from 'node:crypto';
import { makeSigningKey, publicKeyOf, type PrivateKey, type PublicKey } from '../plan/keys.ts';
import { timeToTakeUp, type EndpointKeys } from './keys.ts';
import { StateError } from './state-directory.ts';

/** Keys with which receipts are verified: the one that signs, the next one, and all that signed before. */
export function publishedReceiptKeys(keys: EndpointKeys): PublicKey[] {
  const next = keys.nextReceiptKey === undefined ? [] : [keys.nextReceiptKey.key];
  return [...[keys.receiptKey, ...next].map(publicKeyOf), ...(keys.earlierReceiptKeys ?? [])];
}

/** Keys of the embedded issuer: the first one signs, all verify. */
export function issuerKeysOf(keys: EndpointKeys): [PrivateKey, ...PrivateKey[]] {
  return [keys.issuerKey, ...(keys.earlierIssuerKeys ?? [])];
}

/**
 * Keys with a receipt key that signs next. A pane verifies with what its registry has, so the key is handed out first.
 *
 * @throws StateError where there is one already
 */
export async function withNextReceiptKey(keys: EndpointKeys, now: Date): Promise<EndpointKeys> {
  if (keys.nextReceiptKey !== undefined) {
    throw new StateError('there is a next receipt key already: hand out the registry with it, then switch');
  }
  return { ...keys, nextReceiptKey: { key: await makeSigningKey(), madeAt: now.toISOString() } };
}

/**
 * Keys whose next receipt key signs. The private half of the one before is forgotten, its public half stays.
 *
 * @throws StateError where there is none, or it is so new that no registry can have been handed out
 */
export function withReceiptKeySwitched(keys: EndpointKeys, now: Date): EndpointKeys {
  const { nextReceiptKey, receiptKey, earlierReceiptKeys = [], ...others } = keys;
  if (nextReceiptKey === undefined)
    throw new StateError('there is no next receipt key: make one with "keys rotate receipts"');
  if (now.getTime() - Date.parse(nextReceiptKey.madeAt) < timeToTakeUp) {
    throw new StateError('the next receipt key is younger than an hour: hand out the registry with it first');
  }
  return {
    ...others,
    receiptKey: nextReceiptKey.key,
    earlierReceiptKeys: [publicKeyOf(receiptKey), ...earlierReceiptKeys],
  };
}

/** Keys with other ones for the sign-in, which sign from now on; what the older ones signed is good until it ends. */
export async function withNewSignInKeys(keys: EndpointKeys, now: Date): Promise<EndpointKeys> {
  return {
    ...keys,
    issuerKey: await makeSigningKey(),
    earlierIssuerKeys: issuerKeysOf(keys),
    cookieKeys: [randomBytes(32).toString('base64url'), ...keys.cookieKeys],
    signInKeysMadeAt: now.toISOString(),
  };
}

/**
 * Keys without the older ones of the sign-in: whatever those signed ended within the hour.
 *
 * @throws StateError where there are none, or the present ones are too new
 */
export function withoutOldSignInKeys(keys: EndpointKeys, now: Date): EndpointKeys {
  const { earlierIssuerKeys = [], signInKeysMadeAt, cookieKeys, ...others } = keys;
  const [cookieKey = ''] = cookieKeys;
  if (earlierIssuerKeys.length === 0 || signInKeysMadeAt === undefined) {
    throw new StateError('there are no older keys of the sign-in to retire');
  }
  if (now.getTime() - Date.parse(signInKeysMadeAt) < timeToTakeUp) {
    throw new StateError('the new keys of the sign-in are younger than an hour: retire the older ones later');
  }
  return { ...others, cookieKeys: [cookieKey] };
}
