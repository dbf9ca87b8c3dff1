/** What an organisation is to the endpoint: who bills, a plan, or whom a plan has delegated a part of its providers to. */
export type OrganisationKind = 'provider' | 'plan' | 'delegate';

/** Roles of people by the kind of their organisation, the one with the most rights first. */
export const personRoles = {
  provider: ['providerAdmin', 'biller'],
  plan: ['planAdmin', 'planStaff', 'auditor'],
  delegate: ['planAdmin', 'planStaff', 'auditor'],
} as const satisfies Readonly<Record<OrganisationKind, readonly string[]>>;

/** The role of systems that sign in with client credentials, by the kind of their organisation. */
export const systemRoles = { provider: 'providerSystem', plan: 'planSystem', delegate: 'planSystem' } as const;

/** What a person may be. */
export type PersonRole = (typeof personRoles)[OrganisationKind][number];
/** What whoever calls may be. */
export type Role = PersonRole | (typeof systemRoles)[OrganisationKind];

/** Every role once, those of people first. */
export const roles: readonly Role[] = [
  ...new Set<Role>([...Object.values(personRoles).flat(), ...Object.values(systemRoles)]),
];

/** Every role of people once. */
export const everyPersonRole = [...new Set(Object.values(personRoles).flat())] as [PersonRole, ...PersonRole[]];

/** Whether people of an organisation of that kind may have a role. */
export function isPersonRoleOf(kind: OrganisationKind, role: string): role is PersonRole {
  const possible: readonly string[] = personRoles[kind];
  return possible.includes(role);
}
