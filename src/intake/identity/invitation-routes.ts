import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptInvitation, findInvited, openSecret, sealNewSecret } from './accept-invitation.ts';
import { invitationPage, type InvitationFault } from './invitation-page.ts';
import { secretAddress } from './one-time-codes.ts';
import { messagePage } from './page.ts';
import { pageLanguage, pageWords } from './page-words.ts';
import type { StoredDirectoryParts } from './stored-directory.ts';

/** What the routes need. */
export interface InvitationParts extends StoredDirectoryParts {
  readonly planName: string;
}

/** Where an invitation is used. */
export const invitationAddress = (origin: string, token: string): string => `${origin}/oidc/invitation/${token}`;

/** Forms that one address may send in five minutes: each costs the work of a password hash. */
const formLimit = { max: 20, timeWindow: 5 * 60_000 };

interface InvitationRequest {
  Params: { token: string };
  Body: URLSearchParams | undefined;
}

/** `/oidc/invitation/{token}`: an invited person chooses a password and adds the account to an authenticator app. */
export function registerInvitations(scope: FastifyInstance, parts: () => InvitationParts): void {
  scope.get<InvitationRequest>('/oidc/invitation/:token', async (request, reply) => {
    const person = await findInvited(parts(), request.params.token);
    return person === null ? over(request, reply) : form(parts(), request, reply, person, null);
  });
  scope.post<InvitationRequest>(
    '/oidc/invitation/:token',
    { config: { rateLimit: formLimit } },
    async (request, reply) => {
      const { token } = request.params;
      const person = await findInvited(parts(), token);
      const fields = request.body ?? new URLSearchParams();
      const fault = await acceptInvitation(parts(), token, {
        password: fields.get('password') ?? '',
        repeated: fields.get('repeated') ?? '',
        code: fields.get('code') ?? '',
        sealedSecret: fields.get('secret') ?? '',
      });
      if (fault === 'over' || person === null) return over(request, reply);
      if (fault !== null) return form(parts(), request, reply, person, fault);
      const language = languageOf(request);
      const words = pageWords(language);
      return html(reply, 200, messagePage(language, words.ready, words.readyMore));
    },
  );
}

/** The form, with the secret that it showed before where that comes back with it. */
function form(
  parts: InvitationParts,
  request: FastifyRequest<InvitationRequest>,
  reply: FastifyReply,
  person: { readonly id: string; readonly email: string },
  error: InvitationFault | null,
): FastifyReply {
  const shown = request.body?.get('secret') ?? '';
  const known = openSecret(parts, person, shown);
  const { secret, sealed } = known === null ? sealNewSecret(parts, person) : { secret: known, sealed: shown };
  return html(
    reply,
    error === null ? 200 : 422,
    invitationPage({
      ...{ language: languageOf(request), planName: parts.planName, email: person.email, error },
      ...{ secret, sealedSecret: sealed, secretAddress: secretAddress(secret, parts.planName, person.email) },
    }),
  );
}

function over(request: FastifyRequest<InvitationRequest>, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  const words = pageWords(language);
  return html(reply, 404, messagePage(language, words.invitationOver, words.invitationOverMore, 'alert'));
}

const languageOf = (request: FastifyRequest<InvitationRequest>) => pageLanguage(request.headers['accept-language']);

function html(reply: FastifyReply, status: number, body: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(body);
}
