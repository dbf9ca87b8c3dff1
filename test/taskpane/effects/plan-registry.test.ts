import { makeSigningKey, publicKeyOf } from '../../../src/plan/keys.ts';
import { readPlans, type RegistrySource } from '../../../src/taskpane/effects/plan-registry.ts';
import { registered, registryOf } from '../../submission/connections.ts';

const key = await makeSigningKey();
const plan = registered({
  endpoint: 'https://plan.example',
  issuer: 'https://plan.example/oidc',
  clientId: 'pane',
  audience: 'https://plan.example/v1',
  receiptKeys: [publicKeyOf(await makeSigningKey())],
});
const jws = await registryOf(plan, key);

const source = (change: Partial<RegistrySource> = {}): RegistrySource => ({
  address: 'https://pane.example/plan-registry.jws',
  key: JSON.stringify(publicKeyOf(key)),
  fetch: () => Promise.resolve(new Response(`${jws}\n`)),
  now: () => new Date('2026-11-24T12:00:00Z'),
  ...change,
});

test('a registry signed by the key that is built in gives its plans', async () => {
  const plans = await readPlans(source());
  if (plans.kind !== 'known') throw new Error(plans.kind);
  expect(plans.plans.map(({ planId, endpoint }) => [planId, endpoint])).toEqual([
    ['sample-health-plan', 'https://plan.example'],
  ]);
});

const [head = '', , signature = ''] = jws.split('.');
const otherBody = btoa('{"plans":[]}');

test.each<[string, Partial<RegistrySource>]>([
  ['no key built in', { key: '' }],
  ['a key that is none', { key: '{"kty":"EC"}' }],
  ['another key', { key: JSON.stringify(publicKeyOf(await makeSigningKey())) }],
  ['an altered body', { fetch: () => Promise.resolve(new Response(`${head}.${otherBody}.${signature}`)) }],
  ['an expired registry', { now: () => new Date('2099-06-01T00:00:00Z') }],
])('%s: nothing is trusted', async (_, change) => {
  expect(await readPlans(source(change))).toEqual({ kind: 'unavailable', reason: 'notTrusted' });
});

test.each<[string, RegistrySource['fetch']]>([
  ['no network', () => Promise.reject(new TypeError('lost'))],
  ['an error of the server', () => Promise.resolve(new Response('', { status: 503 }))],
])('%s: the registry cannot be reached', async (_, fetch) => {
  expect(await readPlans(source({ fetch }))).toEqual({ kind: 'unavailable', reason: 'unreachable' });
});

test('a registry from elsewhere is not asked for: no redirect is followed, no cookie goes', async () => {
  const asked: (RequestInit | undefined)[] = [];
  await readPlans(
    source({
      fetch: (_, init) => {
        asked.push(init);
        return Promise.resolve(new Response(jws));
      },
    }),
  );
  expect(asked).toMatchObject([{ redirect: 'error', credentials: 'omit', cache: 'no-store' }]);
});
