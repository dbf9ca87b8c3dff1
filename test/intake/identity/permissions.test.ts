import Fastify from 'fastify';
import { verifyChain } from '../../../src/intake/audit/chain.ts';
import { organisationAudit } from '../../../src/intake/store/audit-entries.ts';
import { requirePermissions } from '../../../src/intake/http/guard.ts';
import type { Organisation } from '../../../src/intake/identity/directory.ts';
import { People } from '../../../src/intake/identity/people.ts';
import { openRoutes, permissionOf, permissions, type Permission } from '../../../src/intake/identity/permissions.ts';
import {
  everyPersonRole,
  isPersonRoleOf,
  roles,
  type PersonRole,
  type Role,
} from '../../../src/intake/identity/roles.ts';
import { loadKeys } from '../../../src/intake/keys.ts';
import { Keyring } from '../../../src/intake/store/seal.ts';
import { problemSchema } from '../../../src/submission/problem.ts';
import { encountersMadeSchema } from '../../../src/submission/encounters.ts';
import { planFileListSchema, planFileSchema, type PlanFileDescription } from '../../../src/submission/plan-files.ts';
import { submissionStatusSchema } from '../../../src/submission/result.ts';
import { everyScope } from '../../../src/submission/scopes.ts';
import { acknowledgementFile } from '../../encounter/support/acknowledgements.ts';
import { sampleProfile } from '../../submission/connections.ts';
import { envelope, line } from '../../submission/envelopes.ts';
import { storeOf } from '../database.ts';
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

const organisations: readonly Organisation[] = [
  { kind: 'plan', id: 'plan', name: 'The plan', plans: [plan] },
  { kind: 'plan', id: 'otherPlan', name: 'Another plan', plans: [otherPlan] },
  { kind: 'delegate', id: 'delegate', name: 'A delegate', plans: [plan] },
  { kind: 'delegate', id: 'otherDelegate', name: 'Another delegate', plans: [plan] },
  ...everySender.map(providerOf),
];

function providerOf(id: Sender): Organisation {
  const { npi, plan: planId, delegate } = senders[id];
  return {
    kind: 'provider',
    id,
    name: `Provider ${id}`,
    plans: [planId],
    delegate,
    billingProviderNpis: [npi],
    part2Program: false,
  };
}

const stateDirectory = await emptyFolder();
const clock = () => new Date('2026-11-24T20:00:00Z');
const endpoint = await running({
  stateDirectory,
  plans: [sampleProfile, { ...sampleProfile, id: otherPlan }],
  identity: { kind: 'embedded', directory: 'stored' },
  requestsPerMinute: 1_000_000,
  clock,
});

interface Caller {
  /** For the reader of a failure. */
  readonly name: string;
  /** Subject of its tokens. */
  readonly id: string;
  readonly organisation: string;
  readonly role: Role;
}

/** Everybody: each role of each organisation. */
const callers: Caller[] = [];
/** Somebody of each sender who calls nothing, to be managed, and a system of the same kind. */
const managed = new Map<string, { readonly person: string; readonly system: string }>();

const store = await storeOf(stateDirectory);
const people = new People({ store, keyring: new Keyring(await loadKeys(stateDirectory)), clock });
const everybody = { subject: 'test', manages: () => true };
for (const organisation of organisations) {
  const { id, kind } = organisation;
  await people.createOrganisation(everybody, organisation);
  const invite = async (role: PersonRole, name: string) =>
    (await people.invite(everybody, id, { role, name, email: `${name}@example.org` })).personId;
  for (const role of everyPersonRole.filter((each) => isPersonRoleOf(kind, each))) {
    const name = `${role}.${id}`;
    callers.push({ name, id: await invite(role, name), organisation: id, role });
  }
  const role = kind === 'provider' ? 'providerSystem' : 'planSystem';
  await people.createClient(everybody, id, `system.${id}`);
  callers.push({ name: `system.${id}`, id: `system.${id}`, organisation: id, role });
  const person = await invite(kind === 'provider' ? 'biller' : 'auditor', `spare.${id}`);
  managed.set(id, { person, system: `spare-system.${id}` });
  await people.createClient(everybody, id, `spare-system.${id}`);
}
// As if every invitation had been used: what a password is, is not asked here.
await store.updateTable('person').set({ password_hash: 'none' }).execute();
await store.destroy();

const tokens = new Map<string, string>();
for (const { name, id } of callers) tokens.set(name, await tokenOf(endpoint, stateDirectory, id));
const tokenBy = (name: string): string => tokens.get(name) ?? '';

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
/** An encounter file of each plan. */
const files = new Map<string, string>();

beforeAll(async () => {
  for (const sender of everySender) {
    const answer = await postEnvelope(endpoint, tokenBy(`biller.${sender}`), envelopeOf(sender), { prefer: 'wait=30' });
    const status = submissionStatusSchema.parse(await answer.json());
    if (status.state !== 'checked') throw new Error(status.state);
    expect(status.result.invoices.map(({ state }) => state)).toEqual(['accepted', 'rejected']);
    ids.set(sender, status.submissionId);
  }
  for (const name of ['plan', 'otherPlan']) {
    const answer = await send(tokenBy(`planStaff.${name}`), '/encounters?usage=T', {});
    const [file] = encountersMadeSchema.parse(await answer.json()).files;
    files.set(file?.planId ?? '', file?.id ?? '');
  }
});

/** Those of the matrix: every role, and each kind of organization from inside and from outside. */
const asking = callers.filter(({ organisation }) =>
  ['own', 'ofDelegate', 'plan', 'delegate', 'otherPlan'].includes(organisation),
);

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

let count = 0;
/** An id that nobody has yet. */
const fresh = (): string => `fresh-${String((count += 1))}`;

function send(token: string, path: string, body: object): Promise<Response> {
  return fetch(`${endpoint.url}/v1${path}`, {
    ...{ method: 'POST', body: JSON.stringify(body) },
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  });
}

const open = (token: string, of: Sender): Promise<Response> => {
  const reason = { reason: 'investigation', words: 'Case 12-3456 of compliance' };
  return send(token, `/submissions/${ids.get(of) ?? ''}/emergency-access`, reason);
};

/** The plan that a sender's submissions are of, as an organization. */
const ownerOf = (of: Sender): string => (senders[of].plan === plan ? 'plan' : 'otherPlan');

/** Loads a roster as somebody's. */
function loadRoster(token: string, planId: string): Promise<Response> {
  return fetch(`${endpoint.url}/v1/plan-files/roster?plan=${planId}`, {
    ...{ method: 'POST', body: 'NPI\r\n1234567893\r\n' },
    headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}` },
  });
}

/** Who has a roster of its own. */
const rosterOwners = [
  { by: 'plan', planId: plan, delegate: null },
  { by: 'delegate', planId: plan, delegate: 'delegate' },
  { by: 'otherDelegate', planId: plan, delegate: 'otherDelegate' },
  { by: 'otherPlan', planId: otherPlan, delegate: null },
] as const;

/** The rosters that are loaded: a plan sees its own and those of its delegates. */
async function rosters(): Promise<readonly PlanFileDescription[]> {
  const found: PlanFileDescription[] = [];
  for (const by of ['plan', 'otherPlan']) {
    const response = await get(endpoint, tokenBy(`planStaff.${by}`), '/v1/plan-files');
    found.push(...planFileListSchema.parse(await response.json()).files);
  }
  return found;
}

/** Has every owner load its roster, where it has none now. */
async function loadRosters(): Promise<void> {
  const present = await rosters();
  for (const { by, planId, delegate } of rosterOwners) {
    if (present.some((file) => file.planId === planId && file.delegate === delegate)) continue;
    expect((await loadRoster(tokenBy(`planStaff.${by}`), planId)).status).toBe(200);
  }
}

/** Whether a list bears on what a sender sends: one of its plan, or of its own delegate. */
function bearsOn({ planId, delegate }: Pick<PlanFileDescription, 'planId' | 'delegate'>, of: Sender): boolean {
  return planId === senders[of].plan && (delegate === null || delegate === senders[of].delegate);
}

/** Routes that tell of a plan, and nothing of anybody who sends. */
const planRoutes = ['GET /v1/plan', 'GET /v1/template.xlsx'] as const;
type Route = Exclude<keyof typeof permissions, (typeof planRoutes)[number]>;

/** One request to each route, for what is of a sender. */
const probes: Readonly<Record<Route, (token: string, of: Sender) => Promise<Outcome>>> = {
  // Numbers of providers and names of plans are public: that they are not one's own may be said.
  'POST /v1/submissions': async (token, of) =>
    byStatus(await postEnvelope(endpoint, token, envelopeOf(of)), ['403 provider-not-yours', '403 plan-not-yours']),
  'GET /v1/submissions/:id': ofSubmission(),
  'GET /v1/submissions/:id/findings': ofSubmission('/findings'),
  'GET /v1/submissions/:id/errors.xlsx': ofSubmission('/errors.xlsx'),
  'GET /v1/submissions/:id/errors.csv': ofSubmission('/errors.csv'),
  'GET /v1/submissions/:id/audit': ofSubmission('/audit'),
  'POST /v1/submissions/:id/emergency-access': async (token, of) => byStatus(await open(token, of)),
  // Opened first, where the role may.
  'GET /v1/submissions/:id/envelope': async (token, of) => {
    await open(token, of);
    return ofSubmission('/envelope')(token, of);
  },
  'GET /v1/emergency-accesses': async (token, of) => {
    await open(tokenBy(`auditor.${ownerOf(of)}`), of);
    return byContent(await get(endpoint, token, '/v1/emergency-accesses'), ids.get(of) ?? 'none');
  },
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
  'POST /v1/encounters': async (token, of) =>
    byStatus(await send(token, `/encounters?plan=${senders[of].plan}&usage=T`, {}), ['403 plan-not-yours']),
  'GET /v1/encounters': async (token, of) =>
    byStatus(await get(endpoint, token, `/v1/encounters?plan=${senders[of].plan}`), ['403 plan-not-yours']),
  'GET /v1/encounters/:id': async (token, of) =>
    byStatus(await get(endpoint, token, `/v1/encounters/${files.get(senders[of].plan) ?? ''}`)),
  'GET /v1/encounters/:id/report.csv': async (token, of) =>
    byStatus(await get(endpoint, token, `/v1/encounters/${files.get(senders[of].plan) ?? ''}/report.csv`)),
  'POST /v1/acknowledgements': async (token, of) => {
    const body = acknowledgementFile([], ['TA1*000000009*261124*1200*A*000']);
    const response = await fetch(`${endpoint.url}/v1/acknowledgements?plan=${senders[of].plan}`, {
      ...{ method: 'POST', body },
      headers: { 'content-type': 'application/edi-x12', authorization: `Bearer ${token}` },
    });
    return byStatus(response, ['403 plan-not-yours']);
  },
  'GET /v1/plan-files': async (token, of) => {
    await loadRosters();
    const response = await get(endpoint, token, `/v1/plan-files?plan=${senders[of].plan}`);
    if (!response.ok) return refusal(response, ['403 plan-not-yours']);
    const { files: seen } = planFileListSchema.parse(await response.json());
    return seen.some(({ delegate }) => delegate === senders[of].delegate) ? 'seen' : 'unseen';
  },
  'POST /v1/plan-files/:kind': async (token, of) => {
    const response = await loadRoster(token, senders[of].plan);
    if (!response.ok) return refusal(response, ['403 plan-not-yours']);
    return bearsOn(planFileSchema.parse(await response.json()), of) ? 'seen' : 'unseen';
  },
  'POST /v1/plan-files/:kind/removed': async (token, of) => {
    await loadRosters();
    const response = await send(token, `/plan-files/roster/removed?plan=${senders[of].plan}`, {});
    if (!response.ok) return refusal(response, ['403 plan-not-yours']);
    const after = await rosters();
    const removed = rosterOwners.filter(({ planId, delegate }) =>
      after.every((file) => file.planId !== planId || file.delegate !== delegate),
    );
    expect(removed).toHaveLength(1);
    return removed.some((file) => bearsOn(file, of)) ? 'seen' : 'unseen';
  },
  'GET /v1/organisations': async (token, of) =>
    byContent(await get(endpoint, token, '/v1/organisations'), `"id":"${of}"`),
  // Plans are public too.
  'POST /v1/organisations': async (token, of) =>
    byStatus(await send(token, '/organisations', { ...providerOf(of), id: fresh() }), ['403 plan-not-yours']),
  'POST /v1/organisations/:id': async (token, of) => {
    const { id, ...content } = providerOf(of);
    return byStatus(await send(token, `/organisations/${id}`, content));
  },
  'GET /v1/organisations/:id/people': async (token, of) =>
    byStatus(await get(endpoint, token, `/v1/organisations/${of}/people`)),
  'POST /v1/organisations/:id/people': async (token, of) => {
    const person = { email: `${fresh()}@example.org`, name: 'Somebody', role: 'biller' };
    return byStatus(await send(token, `/organisations/${of}/people`, person));
  },
  'GET /v1/organisations/:id/systems': async (token, of) =>
    byStatus(await get(endpoint, token, `/v1/organisations/${of}/systems`)),
  'POST /v1/organisations/:id/systems': async (token, of) =>
    byStatus(await send(token, `/organisations/${of}/systems`, { clientId: fresh() })),
  'POST /v1/people/:id/invitation': async (token, of) =>
    byStatus(await send(token, `/people/${managed.get(of)?.person ?? ''}/invitation`, {})),
  'POST /v1/people/:id/disabled': async (token, of) =>
    byStatus(await send(token, `/people/${managed.get(of)?.person ?? ''}/disabled`, { disabled: true })),
  'POST /v1/systems/:id/disabled': async (token, of) =>
    byStatus(await send(token, `/systems/${managed.get(of)?.system ?? ''}/disabled`, {})),
};

const routes = (Object.keys(permissions) as (keyof typeof permissions)[]).filter((route): route is Route =>
  planRoutes.every((each) => each !== route),
);

test('every role is in the table, and asks', () => {
  expect(new Set(asking.map(({ role }) => role))).toEqual(new Set(roles));
  const named = new Set(Object.values(permissions).flatMap((row): readonly Role[] => row.roles));
  expect(roles.filter((role) => !named.has(role))).toEqual([]);
});

test.each(routes)('%s: who may, and of whom', async (route) => {
  const probe = probes[route];
  const row: Permission = permissions[route];
  const expected: string[] = [];
  const found: string[] = [];
  for (const { name, organisation, role } of asking) {
    const kind = organisations.find(({ id }) => id === organisation)?.kind ?? 'provider';
    const may = row.roles.includes(role) && (row.of ?? [kind]).includes(kind);
    for (const of of everySender) {
      const visible = (sees[organisation] ?? [organisation]).includes(of) ? 'seen' : 'unseen';
      expected.push(`${name}, ${of}: ${may ? visible : 'refused'}`);
      found.push(`${name}, ${of}: ${await probe(tokenBy(name), of)}`);
    }
  }
  expect(found).toEqual(expected);
  expect(found.some((outcome) => outcome.endsWith(': seen'))).toBe(true);
});

test.each(planRoutes)('%s: everybody who may, of the plans of their organization', async (route) => {
  const path = route.replace('GET ', '');
  const may: readonly Role[] = permissions[route].roles;
  for (const { name, organisation, role } of asking) {
    const own = organisations.find((each) => each.id === organisation)?.plans ?? [];
    for (const asked of [plan, otherPlan]) {
      const expected = !may.includes(role) ? 'refused' : own.includes(asked) ? 'seen' : 'unseen';
      const response = await get(endpoint, tokenBy(name), `${path}?plan=${asked}`);
      expect([name, asked, await byStatus(response, ['403 plan-not-yours'])]).toEqual([name, asked, expected]);
    }
  }
  expect(await byStatus(await get(endpoint, 'nothing', path))).toBe('401 not-signed-in');
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

test.each([
  [
    'a plan takes another plan',
    'planAdmin.plan',
    '/organisations/plan',
    { kind: 'plan', name: 'x', plans: [plan, otherPlan] },
    400,
  ],
  [
    'a delegate takes another plan',
    'planAdmin.delegate',
    '/organisations/delegate',
    { kind: 'delegate', name: 'x', plans: [plan, otherPlan] },
    403,
  ],
  [
    'a delegate lets a provider go',
    'planAdmin.delegate',
    '/organisations/ofDelegate',
    { ...providerOf('ofDelegate'), id: undefined, delegate: null },
    403,
  ],
  [
    'a plan names a delegate that is none',
    'planAdmin.plan',
    '/organisations/own',
    { ...providerOf('own'), id: undefined, delegate: 'otherProvider' },
    400,
  ],
  [
    'an administrator of a provider makes staff',
    'providerAdmin.own',
    '/organisations/own/people',
    { email: 'a@example.org', name: 'A', role: 'planStaff' },
    400,
  ],
  [
    'an email address that is taken',
    'providerAdmin.own',
    '/organisations/own/people',
    { email: 'Biller.OWN@example.org', name: 'A', role: 'biller' },
    409,
  ],
])('refused: %s', async (_, by, path, body, status) => {
  expect((await send(tokenBy(by), path, body)).status).toBe(status);
});

test('what was refused changed nothing, and each change is told', async () => {
  const opened = await storeOf(stateDirectory);
  const chain = await organisationAudit(opened, 'delegate');
  const found = await new People({
    store: opened,
    keyring: new Keyring(await loadKeys(stateDirectory)),
    clock,
  }).organisations(everybody);
  await opened.destroy();
  expect(found).toEqual(expect.arrayContaining([...organisations]));
  expect(chain.map(({ action }) => action)).toContain('organisationCreated');
  expect(verifyChain('delegate', chain)).toEqual({ kind: 'whole' });
});

test('a token of nobody lets nobody in', async () => {
  const token = await tokenOf(endpoint, stateDirectory, 'nobody');
  expect((await get(endpoint, token, '/v1/invoices')).status).toBe(401);
});
