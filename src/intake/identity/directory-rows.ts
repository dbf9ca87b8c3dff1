import type { Selectable, Transaction } from 'kysely';
import type { Tables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Account, Organisation } from './directory.ts';

/** An organisation as it is kept. */
export function organisationOf(row: Selectable<Tables['organisation']>): Organisation {
  const { id, name, kind } = row;
  const plans = JSON.parse(row.plans) as string[];
  if (kind !== 'provider') return { id, name, kind, plans };
  const billingProviderNpis = JSON.parse(row.billing_provider_npis) as string[];
  return {
    id,
    name,
    kind,
    plans,
    billingProviderNpis,
    delegate: row.delegate_id,
    part2Program: row.part2_program === 1,
  };
}

/** The row of an organisation, without the head of its audit chain, which is not the organisation's to say. */
export function organisationRow(organisation: Organisation): Omit<Selectable<Tables['organisation']>, 'audit_hash'> {
  const { id, name, kind, plans } = organisation;
  const isProvider = organisation.kind === 'provider';
  return {
    ...{ id, name, kind, plans: JSON.stringify(plans) },
    delegate_id: isProvider ? organisation.delegate : null,
    billing_provider_npis: JSON.stringify(isProvider ? organisation.billingProviderNpis : []),
    part2_program: isProvider && organisation.part2Program ? 1 : 0,
  };
}

/** An organisation, or null where there is none. */
export async function findOrganisation(
  store: Store | Transaction<Tables>,
  organisationId: string,
): Promise<Organisation | null> {
  const row = await store.selectFrom('organisation').selectAll().where('id', '=', organisationId).executeTakeFirst();
  return row === undefined ? null : organisationOf(row);
}

/** A person with the organisation; null where the account is not set up, is disabled, or there is none. */
export async function findAccount(store: Store | Transaction<Tables>, accountId: string): Promise<Account | null> {
  const row = await store
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .selectAll('organisation')
    .select(['person.id as person_id', 'person.email', 'person.name as person_name', 'person.role'])
    .where('person.id', '=', accountId)
    .where('person.disabled_at', 'is', null)
    .where('person.password_hash', 'is not', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { person_id: id, email, person_name: name, role } = row;
  return { id, email, name, role, organisation: organisationOf(row) };
}
