import type { parseArgs } from 'node:util';
import * as z from 'zod';
import type { Organisation } from '../intake/identity/directory.ts';
import { invitationAddress } from '../intake/identity/invitation-routes.ts';
import { People, PeopleError, type Invitation, type Manager } from '../intake/identity/people.ts';
import { everyPersonRole, personRoles } from '../intake/identity/roles.ts';
import {
  emailSchema,
  memberIdSchema,
  memberNameSchema,
  npisSchema,
  plansSchema,
} from '../intake/identity/member-forms.ts';
import { StateError } from '../intake/state-directory.ts';
import { DatabaseAddressError } from '../intake/store/database-address.ts';
import { StoreError } from '../intake/store/store-error.ts';
import { withEndpointStore } from './endpoint-store.ts';
import { parseOrder, tellFailure, UsageError } from './orders.ts';

const help = `Usage: calaim-invoice people ORDER [options]

Takes in who may use the endpoint. It works on the endpoint's database, while the endpoint runs or not.

  organizations             list them
  add-organization          --organization ID --name TEXT --kind KIND --plan ID… [--npi NUMBER…] [--delegate ID]
                            [--part-2-program]
  change-organization       the same: name, plans, numbers and delegate become what is said
  list                      --organization ID: its people and systems
  invite                    --organization ID --email ADDRESS --name TEXT --role ROLE --public-url URL
  invite-again              --email ADDRESS --public-url URL: for who lost the password or the phone
  disable, enable           --email ADDRESS: its tokens and sessions end at once
  add-system                --organization ID --client ID: prints its secret, once
  disable-system            --client ID

  --kind KIND               provider (that sends), plan, or delegate (that looks after providers for a plan)
  --role ROLE               of a provider: ${personRoles.provider.join(', ')}
                            of a plan or a delegate: ${personRoles.plan.join(', ')}
  --plan ID                 plan to which a provider sends, or whose staff it is; may stand more than once
  --npi NUMBER              billing NPI of a provider; may stand more than once
  --delegate ID             delegate that looks after a provider
  --part-2-program          a provider is a program of 42 CFR Part 2: a notice goes with what comes back to it
  --public-url URL          address under which people reach the endpoint
  --state FOLDER            database and keys (CALAIM_INVOICE_STATE, or the usual folder for state)
  --database URL            its PostgreSQL database instead (CALAIM_INVOICE_DATABASE)
  --help

An invitation is a link that works once and for a week. The endpoint sends no mail: hand the link to the person in a
way that only the person reads. Whoever opens it first sets the password.
Exit codes: 0 done, 2 wrong usage, or it could not be done.
`;

const options = {
  organization: { type: 'string' },
  name: { type: 'string' },
  kind: { type: 'string' },
  plan: { type: 'string', multiple: true, default: [] as string[] },
  npi: { type: 'string', multiple: true, default: [] as string[] },
  delegate: { type: 'string' },
  'part-2-program': { type: 'boolean', default: false },
  email: { type: 'string' },
  role: { type: 'string' },
  client: { type: 'string' },
  'public-url': { type: 'string' },
  state: { type: 'string' },
  database: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** Whoever has the state folder manages everybody. */
const manager: Manager = { subject: 'command line', manages: () => true };

const orders: Readonly<Record<string, (people: People, values: Values) => Promise<readonly string[]>>> = {
  organizations: async (people) =>
    (await people.organisations(manager)).map(({ id, kind, plans, name }) =>
      [id, kind, plans.join(' '), name].join('\t'),
    ),
  'add-organization': async (people, values) => {
    await people.createOrganisation(manager, organisationOf(values));
    return [];
  },
  'change-organization': async (people, values) => {
    await people.changeOrganisation(manager, organisationOf(values));
    return [];
  },
  list: async (people, values) => {
    const organisationId = read(values, 'organization', memberIdSchema);
    const listed = await people.list(manager, organisationId);
    const clients = await people.clients(manager, organisationId);
    return [
      ...listed.map(({ email, role, state, name }) => [email, role, state, name].join('\t')),
      ...clients.map(({ id, disabled }) => [id, 'system', disabled ? 'disabled' : 'active'].join('\t')),
    ];
  },
  invite: async (people, values) => {
    const origin = originOf(values);
    const invitation = await people.invite(manager, read(values, 'organization', memberIdSchema), {
      email: read(values, 'email', emailSchema),
      name: read(values, 'name', memberNameSchema),
      role: read(values, 'role', z.enum(everyPersonRole)),
    });
    return told(invitation, origin);
  },
  'invite-again': async (people, values) => {
    const origin = originOf(values);
    return told(await people.inviteAgain(manager, await personOf(people, values)), origin);
  },
  disable: async (people, values) => {
    await people.setDisabled(manager, await personOf(people, values), true);
    return [];
  },
  enable: async (people, values) => {
    await people.setDisabled(manager, await personOf(people, values), false);
    return [];
  },
  'add-system': async (people, values) => {
    const organisationId = read(values, 'organization', memberIdSchema);
    return [await people.createClient(manager, organisationId, read(values, 'client', memberIdSchema))];
  },
  'disable-system': async (people, values) => {
    await people.disableClient(manager, read(values, 'client', memberIdSchema));
    return [];
  },
};

/**
 * `calaim-invoice people`: who may use the endpoint, from the computer that has its state.
 *
 * @param commandLine what stands after `people`
 * @returns the exit code
 */
export async function peopleCommand(commandLine: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseOrder(commandLine, options);
    if (values.help) {
      process.stdout.write(help);
      return 0;
    }
    const name = positionals.length === 1 ? (positionals[0] ?? '') : '';
    const order = Object.hasOwn(orders, name) ? orders[name] : undefined;
    if (order === undefined) throw new UsageError('say what to do (see --help)');
    const lines = await withPeople(values, (people) => order(people, values));
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    return 0;
  } catch (error) {
    return tellFailure('people', error, [PeopleError, StateError, DatabaseAddressError, StoreError]);
  }
}

function withPeople<T>(values: Values, work: (people: People) => Promise<T>): Promise<T> {
  return withEndpointStore(values, ({ store, keyring }) =>
    work(new People({ store, keyring, clock: () => new Date() })),
  );
}

function read<T>(
  values: Values,
  option: 'organization' | 'name' | 'email' | 'role' | 'client',
  schema: z.ZodType<T>,
): T {
  const value = values[option];
  if (value === undefined) throw new UsageError(`--${option} is missing (see --help)`);
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new UsageError(`--${option} is not of its form (see --help)`);
  return parsed.data;
}

function organisationOf(values: Values): Organisation {
  const plans = plansSchema.safeParse(values.plan);
  if (!plans.success) throw new UsageError('--plan is missing, or is no id of a plan (see --help)');
  const npis = npisSchema.safeParse(values.npi);
  if (!npis.success) throw new UsageError('--npi is a number of ten digits (see --help)');
  const part2Program = values['part-2-program'];
  const common = {
    id: read(values, 'organization', memberIdSchema),
    name: read(values, 'name', memberNameSchema),
    plans: plans.data,
  };
  switch (values.kind) {
    case 'provider':
      return {
        ...common,
        kind: 'provider',
        billingProviderNpis: npis.data,
        delegate: values.delegate ?? null,
        part2Program,
      };
    case 'plan':
    case 'delegate':
      if (npis.data.length > 0 || values.delegate !== undefined || part2Program) {
        throw new UsageError('--npi, --delegate and --part-2-program are of a provider (see --help)');
      }
      return { ...common, kind: values.kind };
    default:
      throw new UsageError('--kind is provider, plan or delegate (see --help)');
  }
}

function originOf(values: Values): string {
  const url = values['public-url'];
  if (url === undefined || !URL.canParse(url)) throw new UsageError('--public-url is missing (see --help)');
  return new URL(url).origin;
}

async function personOf(people: People, values: Values): Promise<string> {
  const found = await people.personOf(read(values, 'email', emailSchema));
  if (found === null) throw new PeopleError('notThere');
  return found;
}

function told({ token, expiresAt }: Invitation, origin: string): readonly string[] {
  return [invitationAddress(origin, token), `works once, until ${expiresAt.toISOString()}`];
}
