import { importJWK, SignJWT } from 'jose';
import type { Endpoint } from '../../src/intake/endpoint.ts';
import { loadKeys } from '../../src/intake/keys.ts';
import { everyScope } from '../../src/submission/scopes.ts';

/**
 * An access token as the embedded issuer of an endpoint gives them, without signing in.
 *
 * @param subject id of the account or client
 * @param lifetime as the issuer's own where left out
 */
export async function tokenOf(
  endpoint: Pick<Endpoint, 'facts'>,
  stateDirectory: string,
  subject: string,
  scope: string = everyScope,
  lifetime = '15 minutes',
): Promise<string> {
  const { issuerKey } = await loadKeys(stateDirectory);
  return new SignJWT({ scope })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: issuerKey.kid })
    .setIssuer(endpoint.facts.issuer)
    .setAudience(endpoint.facts.audience)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(lifetime)
    .sign(await importJWK(issuerKey, 'ES256'));
}
