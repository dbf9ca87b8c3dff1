import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod';

const coordinate = z.base64url().length(43);

/** A public ES256 key as a JWK with its id. Strict, so that a private part cannot slip into what is published. */
export const publicKeySchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
  kid: z.string().min(1).max(100),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});

/** A private ES256 key as a JWK with its id. */
export const privateKeySchema = publicKeySchema.extend({ d: coordinate });

/** A public ES256 key. */
export type PublicKey = z.infer<typeof publicKeySchema>;

/** A private ES256 key; where it is kept is not decided here. */
export type PrivateKey = z.infer<typeof privateKeySchema>;

/** A new ES256 key, named by its thumbprint (RFC 7638). */
export async function makeSigningKey(): Promise<PrivateKey> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return privateKeySchema.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' });
}

/** The half of a key that may be published. */
export function publicKeyOf(key: PrivateKey): PublicKey {
  return publicKeySchema.parse(Object.fromEntries(Object.entries(key).filter(([name]) => name !== 'd')));
}
