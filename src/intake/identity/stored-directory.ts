import type { Transaction } from 'kysely';
import type { Clock } from '../options.ts';
import { appendOrganisationAudit } from '../store/audit-entries.ts';
import type { Tables } from '../store/schema.ts';
import type { Keyring, SealContext } from '../store/seal.ts';
import type { Store } from '../store/store.ts';
import { transact } from '../store/transact.ts';
import type { Account, Credentials, Directory, Machine, Organisation } from './directory.ts';
import { findAccount, findOrganisation, organisationOf } from './directory-rows.ts';
import { stepOfCode } from './one-time-codes.ts';
import { verifyPassword } from './passwords.ts';

/** What a directory in the database works with. */
export interface StoredDirectoryParts {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly clock: Clock;
}

/** Wrong tries in a row after which an account is locked, and for how long, milliseconds. */
const triesBeforeLock = 5;
const lockTime = 15 * 60_000;

/** Place of the secret of a person's authenticator app. */
export const codeSecretContext = (personId: string): SealContext => ({
  ...{ tenant: 'identity', submission: personId, kind: 'code' },
});

/** People, organisations and systems in the endpoint's database. */
export class StoredDirectory implements Directory {
  readonly asksForCode = true;
  readonly #parts: StoredDirectoryParts;

  constructor(parts: StoredDirectoryParts) {
    this.#parts = parts;
  }

  organisation(organisationId: string): Promise<Organisation | null> {
    return findOrganisation(this.#parts.store, organisationId);
  }

  account(accountId: string): Promise<Account | null> {
    return findAccount(this.#parts.store, accountId);
  }

  async machine(clientId: string): Promise<Machine | null> {
    const row = await this.#parts.store
      .selectFrom('machine_client')
      .innerJoin('organisation', 'organisation.id', 'machine_client.organisation_id')
      .selectAll('organisation')
      .select('machine_client.secret_hash')
      .where('machine_client.id', '=', clientId)
      .where('machine_client.disabled_at', 'is', null)
      .executeTakeFirst();
    return row === undefined ? null : { clientId, organisation: organisationOf(row), secretHash: row.secret_hash };
  }

  /**
   * Each code counts once, and after some wrong tries in a row none does for a while. The answer is the same for an
   * account that is not there, is locked, or got a wrong password or code.
   */
  async signIn({ email, password, code }: Credentials): Promise<Account | null> {
    const person = await this.#parts.store
      .selectFrom('person')
      .select(['id', 'password_hash', 'code_secret'])
      .where('email', '=', email.trim().toLowerCase())
      .executeTakeFirst();
    const isPassword = await verifyPassword(password, person?.password_hash ?? null);
    if (person === undefined) return null;
    const now = this.#parts.clock();
    const secret =
      person.code_secret === null
        ? null
        : this.#parts.keyring.open(person.code_secret, codeSecretContext(person.id)).toString('utf8');
    const step = secret === null ? null : stepOfCode(secret, code, now);
    return transact(this.#parts.store, (transaction) => tryOnce(transaction, person.id, isPassword ? step : null, now));
  }
}

/** @param step time step of the code; null where password or code are wrong */
async function tryOnce(
  transaction: Transaction<Tables>,
  personId: string,
  step: number | null,
  now: Date,
): Promise<Account | null> {
  const account = await findAccount(transaction, personId);
  if (account === null) return null;
  const tries = await transaction
    .selectFrom('person')
    .select(['code_step', 'wrong_tries', 'locked_until'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  if (tries.locked_until > now.getTime()) return null;
  const isRight = step !== null && step > tries.code_step;
  const locks = !isRight && tries.wrong_tries + 1 >= triesBeforeLock;
  await transaction
    .updateTable('person')
    .set(
      isRight
        ? { code_step: step, wrong_tries: 0 }
        : {
            wrong_tries: locks ? 0 : tries.wrong_tries + 1,
            ...(locks ? { locked_until: now.getTime() + lockTime } : {}),
          },
    )
    .where('id', '=', personId)
    .execute();
  if (isRight || locks) {
    await appendOrganisationAudit(transaction, account.organisation.id, {
      ...{ at: now.toISOString(), actor: personId, action: isRight ? 'signedIn' : 'locked', detail: {} },
    });
  }
  return isRight ? account : null;
}
