import { CompactSign, generateKeyPair, importJWK, SignJWT } from 'jose';
import { makeSigningKey, privateKeySchema, publicKeyOf, publicKeySchema } from '../../src/plan/keys.ts';
import {
  planRegistrySchema,
  registeredPlan,
  registryType,
  signRegistry,
  verifyRegistry,
  type PlanRegistry,
  type RegistryRefusal,
} from '../../src/plan/registry.ts';
import { samplePlan } from '../support/sample-plan.ts';

const key = await makeSigningKey();
const receiptKey = publicKeyOf(await makeSigningKey());
const now = new Date('2026-11-24T12:00:00Z');

const registry: PlanRegistry = {
  issuedAt: '2026-11-01T00:00:00Z',
  expiresAt: '2027-02-01T00:00:00Z',
  plans: [
    {
      profile: await samplePlan(),
      endpoint: 'https://invoices.sample-health-plan.example.org',
      issuer: 'https://sign-in.sample-health-plan.example.org/billers',
      clientId: 'pane',
      audience: 'https://invoices.sample-health-plan.example.org',
      receiptKeys: [receiptKey],
    },
  ],
};
const [plan] = registry.plans;
const jws = await signRegistry(registry, key);
const [header = '', payload = '', signature = ''] = jws.split('.');

/** The payload signed by the right key under another header. */
async function signedAs(protectedHeader: { alg: string; typ?: string }, content: string): Promise<string> {
  return new CompactSign(new TextEncoder().encode(content))
    .setProtectedHeader(protectedHeader)
    .sign(await importJWK(key, 'ES256'));
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('a signed registry is trusted and comes back as it was', async () => {
  expect(await verifyRegistry(jws, publicKeyOf(key), now)).toEqual({ kind: 'trusted', registry });
});

test('a plan is found by its id; another is not known', () => {
  expect(registeredPlan(registry, 'sample-health-plan')).toBe(plan);
  expect(registeredPlan(registry, 'another-plan')).toBeNull();
});

test.each<readonly [RegistryRefusal, string, () => string | Promise<string>]>([
  ['signature', 'another key’s', async () => signRegistry(registry, await makeSigningKey())],
  ['signature', 'altered', () => `${header}.${encode({ ...registry, plans: [] })}.${signature}`],
  ['signature', 'without a signature', () => `${header}.${payload}.`],
  ['algorithm', 'unsigned', () => `${encode({ alg: 'none', typ: registryType })}.${payload}.`],
  [
    'algorithm',
    'signed with the public key as a secret',
    async () =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(registry)))
        .setProtectedHeader({ alg: 'HS256', typ: registryType })
        .sign(new TextEncoder().encode(JSON.stringify(publicKeyOf(key)))),
  ],
  [
    'algorithm',
    'of another algorithm',
    async () => {
      const { privateKey } = await generateKeyPair('EdDSA');
      return new CompactSign(new TextEncoder().encode('{}')).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey);
    },
  ],
  [
    'algorithm',
    'with an extension that has to be understood',
    () => `${encode({ alg: 'ES256', crit: ['x'], x: 1 })}.${payload}.${signature}`,
  ],
  [
    'malformed',
    'a token of another type',
    async () => signedAs({ alg: 'ES256', typ: 'JWT' }, JSON.stringify(registry)),
  ],
  ['malformed', 'a token without a type', async () => signedAs({ alg: 'ES256' }, JSON.stringify(registry))],
  ['malformed', 'empty', () => ''],
  ['malformed', 'no token', () => '{"plans":[]}'],
  ['malformed', 'of two parts', () => `${header}.${payload}`],
  ['content', 'no JSON', async () => signedAs({ alg: 'ES256', typ: registryType }, 'plans')],
  [
    'content',
    'a JWT’s claims',
    async () =>
      new SignJWT({}).setProtectedHeader({ alg: 'ES256', typ: registryType }).sign(await importJWK(key, 'ES256')),
  ],
  [
    'content',
    'without plans',
    async () => signedAs({ alg: 'ES256', typ: registryType }, JSON.stringify({ ...registry, plans: [] })),
  ],
  ['expired', 'at its end', async () => signRegistry({ ...registry, expiresAt: now.toISOString() }, key)],
  ['notYetValid', 'of tomorrow', async () => signRegistry({ ...registry, issuedAt: '2026-11-25T12:00:00Z' }, key)],
])('refused for its %s: %s', async (reason, _, make) => {
  expect(await verifyRegistry(await make(), publicKeyOf(key), now)).toEqual({ kind: 'refused', reason });
});

test('a computer whose clock is a little behind still trusts a new registry', async () => {
  const fresh = await signRegistry({ ...registry, issuedAt: '2026-11-24T12:04:00Z' }, key);
  expect((await verifyRegistry(fresh, publicKeyOf(key), now)).kind).toBe('trusted');
});

test.each([
  ['a plain address', { endpoint: 'http://invoices.plan.example' }],
  ['an address that is no origin', { endpoint: 'https://invoices.plan.example/v1' }],
  ['an origin with a slash', { endpoint: 'https://invoices.plan.example/' }],
  ['an origin with a password', { endpoint: 'https://a:b@invoices.plan.example' }],
  ['another scheme', { endpoint: 'ftp://invoices.plan.example' }],
  ['a script', { endpoint: 'javascript:alert(1)' }],
  ['an issuer with a query', { issuer: 'https://sign-in.plan.example/?a=b' }],
  ['no receipt key', { receiptKeys: [] }],
  ['a receipt key twice', { receiptKeys: [receiptKey, receiptKey] }],
  ['a private receipt key', { receiptKeys: [key] }],
  ['a recipient of another kind', { packageRecipient: 'ssh-ed25519 AAAA' }],
])('a plan with %s is refused', (_, change) => {
  expect(planRegistrySchema.safeParse({ ...registry, plans: [{ ...plan, ...change }] }).success).toBe(false);
});

test.each([
  ['the same computer', { endpoint: 'http://127.0.0.1:8443', issuer: 'http://localhost:8443/issuer' }],
  ['a package recipient', { packageRecipient: `age1${'q'.repeat(58)}` }],
])('a plan with %s is accepted', (_, change) => {
  expect(planRegistrySchema.safeParse({ ...registry, plans: [{ ...plan, ...change }] }).success).toBe(true);
});

test('a plan stands in it once', () => {
  expect(planRegistrySchema.safeParse({ ...registry, plans: [plan, plan] }).success).toBe(false);
});

test('a registry that is not one is not signed', async () => {
  await expect(signRegistry({ ...registry, plans: [] }, key)).rejects.toThrow();
});

test('keys are named by their thumbprint, and the public half has nothing private', async () => {
  expect(privateKeySchema.safeParse(key).success).toBe(true);
  expect(publicKeySchema.safeParse(key).success).toBe(false);
  expect(Object.keys(publicKeyOf(key))).not.toContain('d');
  expect((await makeSigningKey()).kid).not.toBe(key.kid);
});
