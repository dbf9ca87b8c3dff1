import { makeSigningKey, publicKeyOf } from '../../src/plan/keys.ts';
import { PlanConnection } from '../../src/submission/connection.ts';
import { registered, registryOf, sampleProfile } from './connections.ts';

const now = new Date('2026-11-24T12:00:00Z');
const key = await makeSigningKey();
const receiptKeys = [publicKeyOf(await makeSigningKey())];
const plan = registered({
  endpoint: 'https://plan.example',
  issuer: 'https://plan.example/oidc',
  clientId: 'pane',
  audience: 'https://plan.example/v1',
  receiptKeys,
});
const registry = await registryOf(plan, key);

test('a verified registry connects to the plan that it lists', async () => {
  const outcome = await PlanConnection.open(registry, publicKeyOf(key), sampleProfile.id, now);
  expect(outcome.kind === 'connected' && outcome.connection.resource('v1/submissions')).toBe(
    'https://plan.example/v1/submissions',
  );
});

test('an unknown plan has no connection', async () => {
  const outcome = await PlanConnection.open(registry, publicKeyOf(key), 'another', now);
  expect(outcome).toEqual({ kind: 'refused', reason: 'unknownPlan' });
});

test('a registry that somebody else signed connects to nothing', async () => {
  const forged = await registryOf({ ...plan, endpoint: 'https://thief.example' }, await makeSigningKey());
  const outcome = await PlanConnection.open(forged, publicKeyOf(key), sampleProfile.id, now);
  expect(outcome).toEqual({ kind: 'refused', reason: 'signature' });
});

/** Everything that a connection shows, without being one. */
type Lookalike = { [Member in keyof PlanConnection]: PlanConnection[Member] };

test('nothing else makes a connection', () => {
  // The compiler decides: these lines are of type `false` only while the class is nominal and its constructor private.
  const lookalikeIsConnection: Lookalike extends PlanConnection ? true : false = false;
  const constructorIsPublic: typeof PlanConnection extends new (...given: never[]) => unknown ? true : false = false;
  expect([lookalikeIsConnection, constructorIsPublic]).toEqual([false, false]);
});
