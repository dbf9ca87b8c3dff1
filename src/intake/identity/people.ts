import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { OrganisationEvent } from '../audit/chain.ts';
import { uuidV7 } from '../identifiers.ts';
import type { Clock } from '../options.ts';
import { appendOrganisationAudit } from '../store/audit-entries.ts';
import type { Tables } from '../store/schema.ts';
import type { Keyring } from '../store/seal.ts';
import type { Store } from '../store/store.ts';
import { transact } from '../store/transact.ts';
import type { Organisation } from './directory.ts';
import { findOrganisation, organisationOf, organisationRow } from './directory-rows.ts';
import { hashPassword } from './passwords.ts';
import { isPersonRoleOf, type PersonRole } from './roles.ts';

/** Why something cannot be done with people and organisations. */
export type PeopleFault = 'notThere' | 'taken' | 'roleImpossible' | 'delegateImpossible' | 'outOfReach';

const messages: Readonly<Record<PeopleFault, string>> = {
  notThere: 'there is no such organization, person or system',
  taken: 'the id or the email address is taken already',
  roleImpossible: 'an organization of this kind does not have that role',
  delegateImpossible: 'the delegate is none, or not of the same plans',
  outOfReach: 'an organization can only be given plans that are yours',
};

/** Thrown where something cannot be done; nothing was changed. */
export class PeopleError extends Error {
  readonly fault: PeopleFault;

  constructor(fault: PeopleFault) {
    super(messages[fault]);
    this.name = 'PeopleError';
    this.fault = fault;
  }
}

/** Who manages people, and of which organisations. */
export interface Manager {
  /** For the audit. */
  readonly subject: string;
  readonly manages: (organisation: Organisation) => boolean;
}

/** A person as those who manage people see one. */
export interface ListedPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: PersonRole;
  readonly state: 'invited' | 'active' | 'disabled';
}

/** An invitation that was just made: the only time that its secret is there. */
export interface Invitation {
  readonly personId: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/** What managing works with. */
export interface PeopleParts {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly clock: Clock;
}

/** Milliseconds for which an invitation can be used: a week. */
const invitationTime = 7 * 24 * 60 * 60_000;

/** Keyed hash by which an invitation is found. */
export const invitationHash = (keyring: Keyring, token: string): string => keyring.lookUpHash('invitation', token);

/** Organisations, their people and their systems, as they are managed: each change with its audit entry, or none. */
export class People {
  readonly #parts: PeopleParts;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  /** The organisations that a manager manages, by id. */
  async organisations(manager: Manager): Promise<readonly Organisation[]> {
    const rows = await this.#parts.store.selectFrom('organisation').selectAll().orderBy('id').execute();
    return rows.map(organisationOf).filter(manager.manages);
  }

  /** @throws PeopleError */
  createOrganisation(manager: Manager, organisation: Organisation): Promise<void> {
    return this.#change(async (transaction) => {
      if (!manager.manages(organisation)) throw new PeopleError('outOfReach');
      if ((await findOrganisation(transaction, organisation.id)) !== null) throw new PeopleError('taken');
      await requireDelegate(transaction, organisation);
      await transaction.insertInto('organisation').values(organisationRow(organisation)).execute();
      await this.#tell(transaction, organisation.id, manager, 'organisationCreated', { ...organisation });
    });
  }

  /** Gives an organisation another name, other plans, numbers or another delegate. @throws PeopleError */
  changeOrganisation(manager: Manager, organisation: Organisation): Promise<void> {
    return this.#change(async (transaction) => {
      const present = await managed(transaction, manager, organisation.id);
      if (present.kind !== organisation.kind) throw new PeopleError('notThere');
      if (!manager.manages(organisation)) throw new PeopleError('outOfReach');
      await requireDelegate(transaction, organisation);
      const { id, ...row } = organisationRow(organisation);
      await transaction.updateTable('organisation').set(row).where('id', '=', id).execute();
      await this.#tell(transaction, id, manager, 'organisationChanged', { ...organisation });
    });
  }

  /** The people of an organisation, by email address. @throws PeopleError */
  async list(manager: Manager, organisationId: string): Promise<readonly ListedPerson[]> {
    await managed(this.#parts.store, manager, organisationId);
    const rows = await this.#parts.store
      .selectFrom('person')
      .select(['id', 'email', 'name', 'role', 'disabled_at', 'password_hash'])
      .where('organisation_id', '=', organisationId)
      .orderBy('email')
      .execute();
    return rows.map(({ disabled_at: disabledAt, password_hash: hash, ...person }) => ({
      ...person,
      state: disabledAt !== null ? 'disabled' : hash === null ? 'invited' : 'active',
    }));
  }

  /** The id of the person of an email address, or null. */
  async personOf(email: string): Promise<string | null> {
    const address = email.trim().toLowerCase();
    const row = await this.#parts.store
      .selectFrom('person')
      .select('id')
      .where('email', '=', address)
      .executeTakeFirst();
    return row?.id ?? null;
  }

  /** Takes a person in, who becomes active with the invitation. @throws PeopleError */
  invite(
    manager: Manager,
    organisationId: string,
    person: { readonly email: string; readonly name: string; readonly role: PersonRole },
  ): Promise<Invitation> {
    const email = person.email.trim().toLowerCase();
    return this.#change(async (transaction) => {
      const organisation = await managed(transaction, manager, organisationId);
      if (!isPersonRoleOf(organisation.kind, person.role)) throw new PeopleError('roleImpossible');
      const twin = await transaction.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst();
      if (twin !== undefined) throw new PeopleError('taken');
      const id = uuidV7(this.#parts.clock());
      await transaction
        .insertInto('person')
        .values({
          ...{ id, organisation_id: organisationId, email, name: person.name, role: person.role },
          ...{ disabled_at: null, password_hash: null, code_secret: null },
        })
        .execute();
      await this.#tell(transaction, organisationId, manager, 'invited', { person: id, role: person.role });
      return this.#newInvitation(transaction, id);
    });
  }

  /**
   * Invites a person again, who lost the password or the phone: until the new invitation is used, nobody signs in to
   * the account, and sessions of it have ended.
   *
   * @throws PeopleError
   */
  inviteAgain(manager: Manager, personId: string): Promise<Invitation> {
    return this.#change(async (transaction) => {
      const organisationId = await organisationOfPerson(transaction, manager, personId);
      await transaction
        .updateTable('person')
        .set({ password_hash: null, code_secret: null, wrong_tries: 0, locked_until: 0 })
        .where('id', '=', personId)
        .execute();
      await this.#tell(transaction, organisationId, manager, 'invitedAgain', { person: personId });
      return this.#newInvitation(transaction, personId);
    });
  }

  /** Disables a person, whose tokens and sessions end with it, or lets the person in again. @throws PeopleError */
  setDisabled(manager: Manager, personId: string, disabled: boolean): Promise<void> {
    return this.#change(async (transaction) => {
      const organisationId = await organisationOfPerson(transaction, manager, personId);
      await transaction
        .updateTable('person')
        .set({ disabled_at: disabled ? this.#parts.clock().getTime() : null })
        .where('id', '=', personId)
        .execute();
      if (disabled) await transaction.deleteFrom('invitation').where('person_id', '=', personId).execute();
      await this.#tell(transaction, organisationId, manager, disabled ? 'disabled' : 'enabled', { person: personId });
    });
  }

  /** Ids of the systems of an organisation. @throws PeopleError */
  async clients(manager: Manager, organisationId: string): Promise<readonly { id: string; disabled: boolean }[]> {
    await managed(this.#parts.store, manager, organisationId);
    const rows = await this.#parts.store
      .selectFrom('machine_client')
      .select(['id', 'disabled_at'])
      .where('organisation_id', '=', organisationId)
      .orderBy('id')
      .execute();
    return rows.map(({ id, disabled_at: disabledAt }) => ({ id, disabled: disabledAt !== null }));
  }

  /** Makes client credentials for a system. @returns its secret, which is kept as a hash only @throws PeopleError */
  async createClient(manager: Manager, organisationId: string, clientId: string): Promise<string> {
    // Before the work of a hash: whoever manages nobody costs none.
    await managed(this.#parts.store, manager, organisationId);
    const secret = randomBytes(32).toString('base64url');
    const secretHash = await hashPassword(secret);
    return this.#change(async (transaction) => {
      await managed(transaction, manager, organisationId);
      const twins = await Promise.all([
        transaction.selectFrom('machine_client').select('id').where('id', '=', clientId).executeTakeFirst(),
        transaction.selectFrom('person').select('id').where('id', '=', clientId).executeTakeFirst(),
      ]);
      if (twins.some((twin) => twin !== undefined)) throw new PeopleError('taken');
      await transaction
        .insertInto('machine_client')
        .values({ id: clientId, organisation_id: organisationId, secret_hash: secretHash, disabled_at: null })
        .execute();
      await this.#tell(transaction, organisationId, manager, 'clientCreated', { client: clientId });
      return secret;
    });
  }

  /** Ends the credentials of a system, and its tokens with them. @throws PeopleError */
  disableClient(manager: Manager, clientId: string): Promise<void> {
    return this.#change(async (transaction) => {
      const row = await transaction
        .selectFrom('machine_client')
        .select('organisation_id')
        .where('id', '=', clientId)
        .executeTakeFirst();
      if (row === undefined) throw new PeopleError('notThere');
      await managed(transaction, manager, row.organisation_id);
      await transaction
        .updateTable('machine_client')
        .set({ disabled_at: this.#parts.clock().getTime() })
        .where('id', '=', clientId)
        .execute();
      await this.#tell(transaction, row.organisation_id, manager, 'clientDisabled', { client: clientId });
    });
  }

  #change<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
    return transact(this.#parts.store, work);
  }

  async #tell(
    transaction: Transaction<Tables>,
    organisationId: string,
    manager: Manager,
    action: OrganisationEvent['action'],
    detail: OrganisationEvent['detail'],
  ): Promise<void> {
    const at = this.#parts.clock().toISOString();
    await appendOrganisationAudit(transaction, organisationId, { at, actor: manager.subject, action, detail });
  }

  async #newInvitation(transaction: Transaction<Tables>, personId: string): Promise<Invitation> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.#parts.clock().getTime() + invitationTime);
    const values = { token_hash: invitationHash(this.#parts.keyring, token), expires_at: expiresAt.getTime() };
    await transaction
      .insertInto('invitation')
      .values({ person_id: personId, ...values })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
      .execute();
    return { personId, token, expiresAt };
  }
}

/** The organisation, where the manager manages it. @throws PeopleError: what is not one's own is not there */
async function managed(
  store: Store | Transaction<Tables>,
  manager: Manager,
  organisationId: string,
): Promise<Organisation> {
  const organisation = await findOrganisation(store, organisationId);
  if (organisation === null || !manager.manages(organisation)) throw new PeopleError('notThere');
  return organisation;
}

async function organisationOfPerson(
  transaction: Transaction<Tables>,
  manager: Manager,
  personId: string,
): Promise<string> {
  const row = await transaction
    .selectFrom('person')
    .select('organisation_id')
    .where('id', '=', personId)
    .executeTakeFirst();
  if (row === undefined) throw new PeopleError('notThere');
  return (await managed(transaction, manager, row.organisation_id)).id;
}

/** A provider's delegate has to be one, and for all of the provider's plans. */
async function requireDelegate(transaction: Transaction<Tables>, organisation: Organisation): Promise<void> {
  if (organisation.kind !== 'provider' || organisation.delegate === null) return;
  const delegate = await findOrganisation(transaction, organisation.delegate);
  const isOne = delegate?.kind === 'delegate' && organisation.plans.every((plan) => delegate.plans.includes(plan));
  if (!isOne) throw new PeopleError('delegateImpossible');
}
