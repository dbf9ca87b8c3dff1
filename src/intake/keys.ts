import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { makeSigningKey, privateKeySchema, publicKeySchema } from '../plan/keys.ts';
import { prepareStateDirectory, readOrCreateSecret, readSecret, replaceSecret, StateError } from './state-directory.ts';

const keysSchema = z.strictObject({
  version: z.literal(1),
  /** Signs receipts. Its public half stands in the plan registry. */
  receiptKey: privateKeySchema,
  /** Signs them next: its public half is handed out before. */
  nextReceiptKey: z.strictObject({ key: privateKeySchema, madeAt: z.iso.datetime() }).optional(),
  /** Public halves of those that signed before: what they signed is verified for ever. The latest first. */
  earlierReceiptKeys: z.array(publicKeySchema).optional(),
  /** Signs the embedded issuer's tokens. */
  issuerKey: privateKeySchema,
  /** Signed them before: tokens of theirs are good until they end. */
  earlierIssuerKeys: z.array(privateKeySchema).optional(),
  /** When the keys of the sign-in were rotated last. */
  signInKeysMadeAt: z.iso.datetime().optional(),
  /** Sign the issuer's cookies; the first one signs, all verify. */
  cookieKeys: z.array(z.string().min(32)).min(1),
  /** Wrap the data keys of stored documents; the first one wraps, all unwrap. `id` is 16 hexadecimal digits. */
  keyEncryptionKeys: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[0-9a-f]{16}$/),
        key: z.base64url(),
        /** When it was made; not said of the first one of a state directory. */
        madeAt: z.iso.datetime().optional(),
      }),
    )
    .min(1),
  /**
   * Key of the hashes by which sign-ins and invitations are found: of random texts that nobody can guess, so that it
   * stays. Where it is not said it is derived from the oldest key-encryption key. It opens nothing.
   */
  lookUpKey: z.base64url().optional(),
  /**
   * Keys of the hashes by which what was sent is found again: services, decisions, answers. The first one hashes, a
   * hash under any of them is found. Where none is said, it is the one above, whose id is empty.
   */
  hashKeys: z
    .array(
      z.strictObject({
        id: z.string().regex(/^([0-9a-f]{16})?$/),
        key: z.base64url(),
        madeAt: z.iso.datetime().optional(),
      }),
    )
    .min(1)
    .optional(),
});

/** The endpoint's secrets. */
export type EndpointKeys = z.infer<typeof keysSchema>;

/** Name of the file in the state directory. */
export const keysFile = 'keys.json';

/** What to say where the keys of a state directory do not open its database. */
export const otherKeys = (stateDirectory: string): string =>
  `the database was made with other keys than ${join(stateDirectory, keysFile)}: put the keys in place that belong to it`;

/**
 * The endpoint's keys from its state directory, made there at the first start.
 *
 * @throws StateError where the file is readable by others or is not one of ours.
 */
export async function loadKeys(stateDirectory: string): Promise<EndpointKeys> {
  await prepareStateDirectory(stateDirectory);
  const content = await readOrCreateSecret(stateDirectory, keysFile, async () =>
    JSON.stringify(await makeKeys(), null, 2),
  );
  return parseKeys(content);
}

/**
 * The endpoint's keys from its state directory, or null where there are none yet.
 *
 * @throws StateError where the file is readable by others or is not one of ours.
 */
export async function keysOf(stateDirectory: string): Promise<EndpointKeys | null> {
  const content = await readSecret(join(stateDirectory, keysFile));
  return content === null ? null : parseKeys(content);
}

/** The same at once, for whoever cannot wait; null also where the file cannot be used just now. */
export function presentKeys(stateDirectory: string): EndpointKeys | null {
  try {
    return parseKeys(readFileSync(join(stateDirectory, keysFile), 'utf8'));
  } catch {
    return null;
  }
}

function parseKeys(content: string): EndpointKeys {
  const parsed = keysSchema.safeParse(parseJson(content));
  // The reason stays out of the message: it would hold pieces of the keys.
  if (!parsed.success) throw new StateError(`${keysFile} in the state directory is not a key file of this product.`);
  return parsed.data;
}

async function makeKeys(): Promise<EndpointKeys> {
  return {
    version: 1,
    receiptKey: await makeSigningKey(),
    issuerKey: await makeSigningKey(),
    cookieKeys: [randomBytes(32).toString('base64url')],
    keyEncryptionKeys: [makeKeyEncryptionKey()],
  };
}

function makeKeyEncryptionKey(): EndpointKeys['keyEncryptionKeys'][number] {
  return { id: randomBytes(8).toString('hex'), key: randomBytes(32).toString('base64url') };
}

/** Key of look-up hashes of keys that do not name one. */
export function lookUpKeyOf(keys: Pick<EndpointKeys, 'keyEncryptionKeys' | 'lookUpKey'>): Buffer {
  if (keys.lookUpKey !== undefined) return Buffer.from(keys.lookUpKey, 'base64url');
  // The oldest key is their ground: they must not change when a newer key begins to wrap.
  const oldest = Buffer.from(keys.keyEncryptionKeys.at(-1)?.key ?? '', 'base64url');
  return createHmac('sha256', oldest).update('calaim-invoice look-up').digest();
}

/** How long a new key is known before the older ones may go, milliseconds: endpoints read the keys again by then. */
export const timeToTakeUp = 60 * 60_000;

/** Keys with a fresh key-encryption key, which wraps from now on. */
export function withNewKey(keys: EndpointKeys, now: Date): EndpointKeys {
  const made = { ...makeKeyEncryptionKey(), madeAt: now.toISOString() };
  return {
    ...keys,
    keyEncryptionKeys: [made, ...keys.keyEncryptionKeys],
    lookUpKey: lookUpKeyOf(keys).toString('base64url'),
  };
}

/**
 * Keys without the key-encryption keys that wrap no more.
 *
 * @throws StateError where the present key is so new that an endpoint may not have taken it up
 */
export function withoutOldKeys(keys: EndpointKeys, now: Date): EndpointKeys {
  const [present, ...others] = keys.keyEncryptionKeys;
  if (present === undefined || others.length === 0) throw new StateError('there is no older key to retire');
  const since = present.madeAt === undefined ? 0 : Date.parse(present.madeAt);
  if (now.getTime() - since < timeToTakeUp) {
    throw new StateError(
      'the new key is younger than an hour: retire the older ones later, when every endpoint has it',
    );
  }
  return { ...keys, keyEncryptionKeys: [present], lookUpKey: lookUpKeyOf(keys).toString('base64url') };
}

/** Puts other keys in the place of those of a state directory. */
export async function replaceKeys(stateDirectory: string, keys: EndpointKeys): Promise<void> {
  await replaceSecret(stateDirectory, keysFile, JSON.stringify(keysSchema.parse(keys), null, 2));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
