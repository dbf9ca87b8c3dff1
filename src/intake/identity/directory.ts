import type { OrganisationKind, PersonRole } from './roles.ts';

interface OrganisationOfAnyKind {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** Ids of the plans that it sends to, or whose staff it is. */
  readonly plans: readonly string[];
}

/** An organisation that sends. */
export interface ProviderOrganisation extends OrganisationOfAnyKind {
  readonly kind: 'provider';
  /** Element 1 of what it may send. */
  readonly billingProviderNpis: readonly string[];
  /** The delegate that looks after it for its plans; null where they do themselves. */
  readonly delegate: string | null;
  /** Whether it is a program of 42 CFR Part 2: a notice goes with what comes back to it. */
  readonly part2Program: boolean;
}

/** An organisation whose people are staff of plans, or of a delegate of plans: a tenant within the plan. */
export interface StaffOrganisation extends OrganisationOfAnyKind {
  readonly kind: 'plan' | 'delegate';
}

/** An organisation of those who call. */
export type Organisation = ProviderOrganisation | StaffOrganisation;

/** A person who signs in. */
export interface Account {
  /** Subject of the person's tokens. */
  readonly id: string;
  /** What the person signs in with. */
  readonly email: string;
  readonly name: string;
  readonly organisation: Organisation;
  readonly role: PersonRole;
}

/** A system that signs in with client credentials. */
export interface Machine {
  readonly clientId: string;
  readonly organisation: Organisation;
  readonly secretHash: string;
}

/** What a person signs in with. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Code of the authenticator app; not looked at where the directory asks for none. */
  readonly code: string;
}

/** Who may call, looked up at each request: who is no longer there has no rights any more, whatever token they hold. */
export interface Directory {
  organisation(organisationId: string): Promise<Organisation | null>;
  account(accountId: string): Promise<Account | null>;
  machine(clientId: string): Promise<Machine | null>;
  /** Whether a person needs a code of an authenticator app beside the password. */
  readonly asksForCode: boolean;
  /** The account of what a person signs in with, or null, after the same time in either case. */
  signIn(credentials: Credentials): Promise<Account | null>;
}
