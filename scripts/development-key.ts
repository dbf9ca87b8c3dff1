import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import * as z from 'zod';
import { defaultStateDirectory, prepareStateDirectory, readOrCreateSecret } from '../src/intake/state-directory.ts';

const privateKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});

/** Both halves of a key that signs a plan registry. */
export interface RegistryKey {
  readonly privateKey: JWK;
  readonly publicKey: JWK;
}

async function makeKey(): Promise<string> {
  const pair = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(pair.privateKey);
  return JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' });
}

/**
 * The key that signs the plan registry on this machine, for `npm start`, `npm test` and `npm run excel`: made at the
 * first use, in the state directory and so outside the tree. A pane that trusts it is for this machine only.
 */
export async function developmentRegistryKey(directory: string = defaultStateDirectory()): Promise<RegistryKey> {
  await prepareStateDirectory(directory);
  const text = await readOrCreateSecret(directory, 'development-registry-key.json', makeKey);
  const key = privateKey.parse(JSON.parse(text));
  const { kty, crv, x, y, kid, alg, use } = key;
  return { privateKey: key, publicKey: { kty, crv, x, y, kid, alg, use } };
}
