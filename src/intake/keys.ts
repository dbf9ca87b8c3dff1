import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { makeSigningKey, privateKeySchema } from '../plan/keys.ts';
import { prepareStateDirectory, readOrCreateSecret, readSecret, StateError } from './state-directory.ts';

const keysSchema = z.strictObject({
  version: z.literal(1),
  /** Signs receipts. Its public half stands in the plan registry. */
  receiptKey: privateKeySchema,
  /** Signs the embedded issuer's tokens. */
  issuerKey: privateKeySchema,
  /** Sign the issuer's cookies; the first one signs, all verify. */
  cookieKeys: z.array(z.string().min(32)).min(1),
  /** Wrap the data keys of stored documents; the first one wraps, all unwrap. `id` is 16 hexadecimal digits. */
  keyEncryptionKeys: z.array(z.strictObject({ id: z.string().regex(/^[0-9a-f]{16}$/), key: z.base64url() })).min(1),
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
    keyEncryptionKeys: [{ id: randomBytes(8).toString('hex'), key: randomBytes(32).toString('base64url') }],
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
