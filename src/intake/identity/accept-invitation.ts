import { appendOrganisationAudit } from '../store/audit-entries.ts';
import { transact } from '../store/transact.ts';
import type { InvitationFault } from './invitation-page.ts';
import { newCodeSecret, stepOfCode } from './one-time-codes.ts';
import { hashPassword, shortestPassword } from './passwords.ts';
import { invitationHash } from './people.ts';
import { codeSecretContext, type StoredDirectoryParts } from './stored-directory.ts';

/** A person who is invited. */
export interface InvitedPerson {
  readonly id: string;
  readonly email: string;
}

/** What an invited person sends. */
export interface InvitationForm {
  readonly password: string;
  readonly repeated: string;
  readonly code: string;
  /** The secret that the page showed, as {@link sealNewSecret} sealed it. */
  readonly sealedSecret: string;
}

/** Whom an invitation is for, or null where it was used, is too old, or is none. */
export async function findInvited(parts: StoredDirectoryParts, token: string): Promise<InvitedPerson | null> {
  const row = await parts.store
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.person_id')
    .select(['person.id', 'person.email'])
    .where('invitation.token_hash', '=', invitationHash(parts.keyring, token))
    .where('invitation.expires_at', '>', parts.clock().getTime())
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** A fresh secret of an authenticator app, for a page and sealed: nothing is stored before the form comes back. */
export function sealNewSecret(parts: StoredDirectoryParts, person: InvitedPerson): { secret: string; sealed: string } {
  const secret = newCodeSecret();
  return { secret, sealed: parts.keyring.seal(Buffer.from(secret), pageContext(person)).toString('base64url') };
}

/** The secret that a page showed to a person, or null where the text is none. */
export function openSecret(parts: StoredDirectoryParts, person: InvitedPerson, sealed: string): string | null {
  try {
    return parts.keyring.open(Buffer.from(sealed, 'base64url'), pageContext(person)).toString('utf8');
  } catch {
    return null;
  }
}

/**
 * Sets an account up, once: password and authenticator app, and the invitation is used.
 *
 * @returns what was wrong with the form, `over` where the invitation cannot be used, null where the account is ready
 */
export async function acceptInvitation(
  parts: StoredDirectoryParts,
  token: string,
  form: InvitationForm,
): Promise<InvitationFault | 'over' | null> {
  const person = await findInvited(parts, token);
  if (person === null) return 'over';
  if (form.password.length < shortestPassword) return 'passwordShort';
  if (form.password !== form.repeated) return 'passwordsDiffer';
  const now = parts.clock();
  const secret = openSecret(parts, person, form.sealedSecret);
  const step = secret === null ? null : stepOfCode(secret, form.code, now);
  if (secret === null || step === null) return 'wrongCode';
  const passwordHash = await hashPassword(form.password);
  return transact(parts.store, async (transaction) => {
    const used = await transaction
      .deleteFrom('invitation')
      .where('person_id', '=', person.id)
      .where('token_hash', '=', invitationHash(parts.keyring, token))
      .executeTakeFirst();
    if (used.numDeletedRows !== 1n) return 'over';
    const { organisation_id: organisationId } = await transaction
      .updateTable('person')
      .set({
        password_hash: passwordHash,
        code_secret: parts.keyring.seal(Buffer.from(secret), codeSecretContext(person.id)),
        code_step: step,
      })
      .where('id', '=', person.id)
      .returning('organisation_id')
      .executeTakeFirstOrThrow();
    await appendOrganisationAudit(transaction, organisationId, {
      ...{ at: now.toISOString(), actor: person.id, action: 'accountSetUp', detail: {} },
    });
    return null;
  });
}

const pageContext = ({ id }: InvitedPerson) => ({ tenant: 'identity', submission: id, kind: 'new code' });
