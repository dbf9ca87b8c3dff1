import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Organisation } from '../identity/directory.ts';
import { invitationAddress } from '../identity/invitation-routes.ts';
import { managerOf } from '../identity/management.ts';
import { emailSchema, memberIdSchema, memberNameSchema, npisSchema, plansSchema } from '../identity/member-forms.ts';
import { PeopleError, type Invitation, type Manager, type People, type PeopleFault } from '../identity/people.ts';
import { everyPersonRole } from '../identity/roles.ts';
import { callerOf } from './guard.ts';
import { jsonBody } from './json-body.ts';
import { ProblemError } from './problem.ts';

/** What the routes work with. */
export interface PeopleRouteParts {
  /** Null where organisations are listed in a file. */
  readonly people: People | null;
  /** Origin of invitations; null where another issuer signs people in. */
  readonly invitationOrigin: () => string | null;
}

const rest = { name: memberNameSchema, plans: plansSchema };
const providerRest = {
  ...rest,
  billingProviderNpis: npisSchema,
  delegate: memberIdSchema.nullable(),
  part2Program: z.boolean().default(false),
};

/** A provider or a delegate: plans are made by whoever runs the endpoint. */
export const newOrganisationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('provider'), id: memberIdSchema, ...providerRest }),
  z.strictObject({ kind: z.literal('delegate'), id: memberIdSchema, ...rest }),
]);
/** What may be changed of one. */
export const changedOrganisationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('provider'), ...providerRest }),
  z.strictObject({ kind: z.literal('delegate'), ...rest }),
]);
/** A person who is invited. */
export const newPersonSchema = z.strictObject({
  email: emailSchema,
  name: memberNameSchema,
  role: z.enum(everyPersonRole),
});
/** A system that is given a secret. */
export const newSystemSchema = z.strictObject({ clientId: memberIdSchema });
/** Whether a person may no longer sign in. */
export const disabledSchema = z.strictObject({ disabled: z.boolean() });

/** Bytes of a request: what an administrator fills in. */
const small = { bodyLimit: 64 * 1024 };

interface ById {
  Params: { id: string };
}

/**
 * `/v1/organisations`, `/v1/people` and `/v1/systems`: administrators take in and disable people and systems of their
 * own organisation, those of a plan or a delegate organisations too. What they do not manage is not there.
 */
export function registerPeople(app: FastifyInstance, parts: PeopleRouteParts): void {
  const invitationOf = ({ personId, token, expiresAt }: Invitation) => ({
    personId,
    invitation: { address: invitationAddress(originOf(parts), token), expiresAt: expiresAt.toISOString() },
  });

  app.get('/organisations', (request) =>
    managing(parts, request, async (people, manager) => ({ organisations: await people.organisations(manager) })),
  );
  app.post('/organisations', small, async (request, reply) => {
    const organisation: Organisation = jsonBody(request, newOrganisationSchema);
    await managing(parts, request, (people, manager) => people.createOrganisation(manager, organisation));
    return reply.code(201).send(organisation);
  });
  app.post<ById>('/organisations/:id', small, async (request): Promise<Organisation> => {
    const organisation: Organisation = { id: request.params.id, ...jsonBody(request, changedOrganisationSchema) };
    await managing(parts, request, (people, manager) => people.changeOrganisation(manager, organisation));
    return organisation;
  });

  app.get<ById>('/organisations/:id/people', (request) =>
    managing(parts, request, async (people, manager) => ({ people: await people.list(manager, request.params.id) })),
  );
  app.post<ById>('/organisations/:id/people', small, async (request, reply) => {
    const person = jsonBody(request, newPersonSchema);
    originOf(parts);
    const made = await managing(parts, request, (people, manager) => people.invite(manager, request.params.id, person));
    return reply.code(201).send(invitationOf(made));
  });
  app.post<ById>('/people/:id/invitation', small, async (request, reply) => {
    originOf(parts);
    const made = await managing(parts, request, (people, manager) => people.inviteAgain(manager, request.params.id));
    return reply.code(201).send(invitationOf(made));
  });
  app.post<ById>('/people/:id/disabled', small, async (request, reply) => {
    const { disabled } = jsonBody(request, disabledSchema);
    await managing(parts, request, (people, manager) => people.setDisabled(manager, request.params.id, disabled));
    return reply.code(204).send();
  });

  app.get<ById>('/organisations/:id/systems', (request) =>
    managing(parts, request, async (people, manager) => ({
      systems: await people.clients(manager, request.params.id),
    })),
  );
  app.post<ById>('/organisations/:id/systems', small, async (request, reply) => {
    const { clientId } = jsonBody(request, newSystemSchema);
    const clientSecret = await managing(parts, request, (people, manager) =>
      people.createClient(manager, request.params.id, clientId),
    );
    return reply.code(201).send({ clientId, clientSecret });
  });
  app.post<ById>('/systems/:id/disabled', small, async (request, reply) => {
    await managing(parts, request, (people, manager) => people.disableClient(manager, request.params.id));
    return reply.code(204).send();
  });
}

const problemsOf: Readonly<Record<PeopleFault, () => ProblemError>> = {
  notThere: () => new ProblemError('not-found'),
  taken: () => new ProblemError('already-there'),
  roleImpossible: () => new ProblemError('malformed-request', { pointers: ['/role'] }),
  delegateImpossible: () => new ProblemError('malformed-request', { pointers: ['/delegate'] }),
  outOfReach: () => new ProblemError('plan-not-yours'),
};

async function managing<T>(
  { people }: PeopleRouteParts,
  request: FastifyRequest,
  work: (people: People, manager: Manager) => Promise<T>,
): Promise<T> {
  if (people === null) throw new ProblemError('people-elsewhere');
  try {
    return await work(people, managerOf(callerOf(request)));
  } catch (error) {
    throw error instanceof PeopleError ? problemsOf[error.fault]() : error;
  }
}

/** @throws ProblemError where another issuer signs people in */
function originOf({ invitationOrigin }: PeopleRouteParts): string {
  const origin = invitationOrigin();
  if (origin === null) throw new ProblemError('people-elsewhere');
  return origin;
}
