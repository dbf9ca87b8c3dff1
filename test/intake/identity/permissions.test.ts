import Fastify from 'fastify';
import { requirePermissions } from '../../../src/intake/http/guard.ts';
import { FixedDirectory, type DirectoryData } from '../../../src/intake/identity/directory-file.ts';
import { hashPassword } from '../../../src/intake/identity/passwords.ts';
import { openRoutes, permissionOf, permissions } from '../../../src/intake/identity/permissions.ts';
import { everyPersonRole, isPersonRoleOf, roles, type Role } from '../../../src/intake/identity/roles.ts';
import { problemSchema } from '../../../src/submission/problem.ts';
import { submissionStatusSchema } from '../../../src/submission/result.ts';
import { everyScope } from '../../../src/submission/scopes.ts';
import { sampleProfile } from '../../submission/connections.ts';
import { envelope, line } from '../../submission/envelopes.ts';
import { emptyFolder, get, postEnvelope, running } from '../running.ts';
import { tokenOf } from '../tokens.ts';

const plan = sampleProfile.id;
const otherPlan = 'other-health-plan';

/** Those who send, each with an invoice that was accepted and one that came back. */
const senders = {
  own: { npi: '1291417776', plan, delegate: null, sees: 'a provider of the plan' },
  otherProvider: { npi: '1558598797', plan, delegate: null, sees: 'another one' },
  ofDelegate: { npi: '1234567893', plan, delegate: 'delegate', sees: 'one that a delegate looks after' },
  ofOtherDelegate: { npi: '1245319599', plan, delegate: 'otherDelegate', sees: 'one of another delegate' },
  ofOtherPlan: { npi: '1003000126', plan: otherPlan, delegate: null, sees: 'one of another plan' },
} as const;
type Sender = keyof typeof senders;
const everySender = Object.keys(senders) as Sender[];

/** What people of an organisation see: written down here, and not asked of the code. */
const sees: Readonly<Record<string, readonly Sender[]>> = {
  own: ['own'],
  ofDelegate: ['ofDelegate'],
  plan: ['own', 'otherProvider', 'ofDelegate', 'ofOtherDelegate'],
  delegate: ['ofDelegate'],
  otherDelegate: ['ofOtherDelegate'],
  otherPlan: ['ofOtherPlan'],
};

const organisations: DirectoryData['organisations'] = [
  ...everySender.map((id) => ({
    ...{ kind: 'provider' as const, id, name: `Provider ${id}`, plans: [senders[id].plan] },
    ...{ delegate: senders[id].delegate, billingProviderNpis: [senders[id].npi] },
  })),
  { kind: 'plan', id: 'plan', name: 'The plan', plans: [plan] },
  { kind: 'plan', id: 'otherPlan', name: 'Another plan', plans: [otherPlan] },
  { kind: 'delegate', id: 'delegate', name: 'A delegate', plans: [plan] },
  { kind: 'delegate', id: 'otherDelegate', name: 'Another delegate', plans: [plan] },
];

/** Everybody: each role of each organisation, by id. */
const passwordHash = await hashPassword('a password that nobody uses');
interface Caller {
  readonly id: string;
  readonly organisation: string;
  readonly role: Role;
}

const callers = organisations.flatMap(({ id: organisation, kind }): Caller[] => [
  ...everyPersonRole
    .filter((role) => isPersonRoleOf(kind, role))
    .map((role): Caller => ({ id: `${role}.${organisation}`, organisation, role })),
  {
    ...{ id: `system.${organisation}`, organisation },
    role: kind === 'provider' ? 'providerSystem' : 'planSystem',
  },
]);
const directory = new FixedDirectory({
  organisations,
  accounts: callers.flatMap(({ id, organisation, role }) => {
    const personRole = everyPersonRole.find((each) => each === role);
    if (personRole === undefined) return [];
    return [{ id, email: `${id}@example.org`, name: id, organisation, role: personRole, passwordHash }];
  }),
  machines: callers
    .filter(({ id }) => id.startsWith('system.'))
    .map(({ id, organisation }) => ({ clientId: id, organisation, secretHash: passwordHash })),
});

const stateDirectory = await emptyFolder();
const endpoint = await running({
  stateDirectory,
  plans: [sampleProfile, { ...sampleProfile, id: otherPlan }],
  identity: { kind: 'embedded', directory },
  requestsPerMinute: 1_000_000,
  clock: () => new Date('2026-11-24T20:00:00Z'),
});
const tokens = new Map<string, string>();
for (const { id } of callers) tokens.set(id, await tokenOf(endpoint, stateDirectory, id));
const tokenBy = (id: string): string => tokens.get(id) ?? '';

const numbersOf = (sender: Sender): readonly [string, string] => {
  const first = 4_100_000_000 + 10 * everySender.indexOf(sender);
  return [String(first), String(first + 1)];
};

function envelopeOf(sender: Sender) {
  const { npi: billingProviderNpi, plan: planId } = senders[sender];
  const [accepted, returned] = numbersOf(sender);
  const lines = [
    line('a', { invoiceNumber: accepted, billingProviderNpi, memberCin: `9${accepted.slice(-7)}S` }),
    line('b', { invoiceNumber: returned, billingProviderNpi, memberCin: 'nonsense' }),
  ];
  return envelope(lines, { planId, billingProviderNpi });
}

const ids = new Map<Sender, string>();

beforeAll(async () => {
  for (const sender of everySender) {
    const answer = await postEnvelope(endpoint, tokenBy(`biller.${sender}`), envelopeOf(sender), { prefer: 'wait=30' });
    const status = submissionStatusSchema.parse(await answer.json());
    if (status.state !== 'checked') throw new Error(status.state);
    expect(status.result.invoices.map(({ state }) => state)).toEqual(['accepted', 'rejected']);
    ids.set(sender, status.submissionId);
  }
});

/** Whether a request showed what is of a sender, did as if that were not there, or refused the role. */
type Outcome = 'seen' | 'unseen' | 'refused' | `${string} ${string}`;

async function refusal(response: Response, unseen: readonly string[]): Promise<Outcome> {
  const { code } = problemSchema.parse(await response.json());
  if (code === 'role-missing') return 'refused';
  const answer = `${String(response.status)} ${code}` as const;
  return unseen.includes(answer) ? 'unseen' : answer;
}

async function byStatus(response: Response, unseen: readonly string[] = ['404 not-found']): Promise<Outcome> {
  if (!response.ok) return refusal(response, unseen);
  await response.arrayBuffer();
  return 'seen';
}

async function byContent(response: Response, content: string): Promise<Outcome> {
  if (!response.ok) return refusal(response, []);
  return (await response.text()).includes(content) ? 'seen' : 'unseen';
}

const ofSubmission =
  (rest = '') =>
  async (token: string, of: Sender) =>
    byStatus(await get(endpoint, token, `/v1/submissions/${ids.get(of) ?? ''}${rest}`));

/** One request to each route, for what is of a sender. */
const probes: Readonly<Record<keyof typeof permissions, (token: string, of: Sender) => Promise<Outcome>>> = {
  // Numbers of providers and names of plans are public: that they are not one's own may be said.
  'POST /v1/submissions': async (token, of) =>
    byStatus(await postEnvelope(endpoint, token, envelopeOf(of)), ['403 provider-not-yours', '403 plan-not-yours']),
  'GET /v1/submissions/:id': ofSubmission(),
  'GET /v1/submissions/:id/findings': ofSubmission('/findings'),
  'GET /v1/submissions/:id/errors.xlsx': ofSubmission('/errors.xlsx'),
  'GET /v1/submissions/:id/errors.csv': ofSubmission('/errors.csv'),
  'GET /v1/receipts': async (token, of) =>
    byContent(await get(endpoint, token, `/v1/receipts?invoice=${numbersOf(of)[0]}`), ids.get(of) ?? ''),
  'GET /v1/invoices': async (token, of) => byContent(await get(endpoint, token, '/v1/invoices'), numbersOf(of)[0]),
  'GET /v1/invoices/:number': async (token, of) =>
    byStatus(await get(endpoint, token, `/v1/invoices/${numbersOf(of)[0]}`)),
  'POST /v1/adjudications': async (token, of) => {
    const body = `Invoice Number,Status,Decision Date,Paid Amount\r\n${numbersOf(of)[0]},paid,11/24/2026,45.00`;
    const response = await fetch(`${endpoint.url}/v1/adjudications?plan=${senders[of].plan}`, {
      ...{ method: 'POST', body },
      headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}` },
    });
    return byStatus(response, ['403 plan-not-yours', '422 decisions-refused']);
  },
};

type Route = keyof typeof permissions;
const routes = Object.keys(permissions) as Route[];

test('every role is in the table', () => {
  const named = new Set(Object.values(permissions).flatMap((row): readonly Role[] => row.roles));
  expect(roles.filter((role) => !named.has(role) && role !== 'auditor')).toEqual([]);
});

test.each(routes)('%s: who may, and of whom', async (route) => {
  const probe = probes[route];
  const may: readonly Role[] = permissions[route].roles;
  const expected: string[] = [];
  const found: string[] = [];
  for (const { id, organisation, role } of callers) {
    for (const of of everySender) {
      const visible = (sees[organisation] ?? [organisation]).includes(of) ? 'seen' : 'unseen';
      expected.push(`${id}, ${of}: ${may.includes(role) ? visible : 'refused'}`);
      found.push(`${id}, ${of}: ${await probe(tokenBy(id), of)}`);
    }
  }
  expect(found).toEqual(expected);
  expect(found.some((outcome) => outcome.endsWith(': seen'))).toBe(true);
});

test.each(routes)('%s asks for its scope, and for a token', async (route) => {
  const { scope, roles: may } = permissions[route];
  const others = everyScope
    .split(' ')
    .filter((each) => each !== scope)
    .join(' ');
  const caller = callers.find(({ role }) => (may as readonly Role[]).includes(role));
  const token = await tokenOf(endpoint, stateDirectory, caller?.id ?? '', others);
  expect(await probes[route](token, 'own')).toBe('403 scope-missing');
  expect(await probes[route]('nothing', 'own')).toBe('401 not-signed-in');
});

test('a route without a row is not registered', () => {
  const app = Fastify();
  requirePermissions(app);
  expect(() => app.get('/v1/unlisted', () => 'anything')).toThrow('GET /v1/unlisted has no row');
  expect(() => app.post('/v1/invoices', () => 'anything')).toThrow('POST /v1/invoices has no row');
  expect(permissionOf({ method: 'HEAD', url: '/v1/invoices' })).toBe(permissions['GET /v1/invoices']);
  expect(openRoutes.filter((url) => url.startsWith('/v1'))).toEqual([]);
});

test('a token of nobody lets nobody in', async () => {
  const token = await tokenOf(endpoint, stateDirectory, 'nobody');
  expect((await get(endpoint, token, '/v1/invoices')).status).toBe(401);
});
