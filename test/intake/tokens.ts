import { importJWK, SignJWT } from 'jose';
import type { Endpoint } from '../../src/intake/endpoint.ts';
import { loadKeys } from '../../src/intake/keys.ts';
import { everyScope } from '../../src/submission/scopes.ts';

/**
 * An access token as the embedded issuer of an endpoint gives them, without signing in.
 *
 * @param subject id of the account or client
 */
export async function tokenOf(
  endpoint: Endpoint,
  stateDirectory: string,
  subject: string,
  scope: string = everyScope,
): Promise<string> {
  const { issuerKey } = await loadKeys(stateDirectory);
  return new SignJWT({ scope })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: issuerKey.kid })
    .setIssuer(endpoint.facts.issuer)
    .setAudience(endpoint.facts.audience)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime('15 minutes')
    .sign(await importJWK(issuerKey, 'ES256'));
}
