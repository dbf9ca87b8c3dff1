import { readPlan } from '../../src/cli/read-plan.ts';
import { makeSigningKey, publicKeyOf, type PrivateKey, type PublicKey } from '../../src/plan/keys.ts';
import type { PlanProfile } from '../../src/plan/profile.ts';
import { signRegistry, type RegisteredPlan } from '../../src/plan/registry.ts';
import { PlanConnection } from '../../src/submission/connection.ts';

/** The sample plan's profile. */
export const sampleProfile = await readPlan(new URL('../../plans/sample', import.meta.url).pathname);

/** The sample plan, or another one, as a registry lists it. */
export function registered(
  more: Omit<RegisteredPlan, 'profile'> & Partial<Pick<RegisteredPlan, 'profile'>>,
): RegisteredPlan {
  return { profile: sampleProfile, ...more };
}

/** Signs a registry of one plan. */
export async function registryOf(plan: RegisteredPlan, key: PrivateKey): Promise<string> {
  const registry = { issuedAt: '2026-01-01T00:00:00Z', expiresAt: '2099-01-01T00:00:00Z', plans: [plan] };
  return signRegistry(registry, key);
}

/** A connection to an endpoint, from a registry that was just signed. */
export async function connect(facts: Parameters<typeof registered>[0]): Promise<PlanConnection> {
  const key = await makeSigningKey();
  const registry = await registryOf(registered(facts), key);
  const outcome = await PlanConnection.open(
    registry,
    publicKeyOf(key),
    sampleProfile.id,
    new Date('2026-11-24T12:00:00Z'),
  );
  if (outcome.kind !== 'connected') throw new Error(outcome.reason);
  return outcome.connection;
}

/** A connection to an address of a plan at which nothing needs to listen. */
export function connectTo(
  endpoint: string,
  receiptKeys: PublicKey[],
  profile: PlanProfile = sampleProfile,
): Promise<PlanConnection> {
  const audience = `${endpoint}/v1`;
  return connect({ endpoint, issuer: `${endpoint}/oidc`, clientId: 'pane', audience, receiptKeys, profile });
}
