import * as z from 'zod';
import type { CivilDate } from '../../guidance/civil-date.ts';
import { parseUnitCount } from '../../guidance/unit-count.ts';

/** A day as it is kept: days since 01/01/1970, which only a parsed date can be. */
const civilDay = z.int().transform((days) => days as CivilDate);
const boundary = civilDay.nullable();

/** What the plan's roster says of one NPI. */
export const rosterEntrySchema = z.object({
  npi: z.string(),
  /** Nine digits each; none where the roster does not say. */
  tins: z.array(z.string()).readonly(),
  /** Street line and ZIP code; none where the roster does not say. */
  sites: z.array(z.object({ address: z.string(), zip: z.string() }).readonly()).readonly(),
});

/** What the plan's eligibility file says of one member. */
export const eligibilityEntrySchema = z.object({
  cin: z.string(),
  /** First and last day of each span, null where it is open. */
  spans: z.array(z.tuple([boundary, boundary]).readonly()).readonly(),
  sex: z.enum(['F', 'M', 'U']).nullable(),
  address: z.object({ city: z.string(), state: z.string(), zip: z.string() }).readonly().nullable(),
});

/** One thing that the plan authorized under a number. */
export const authorizedServiceSchema = z.object({
  cin: z.string(),
  /** Null for any provider. */
  npi: z.string().nullable(),
  /** Null for any service. */
  procedureCode: z.string().nullable(),
  /** Those that a line has to have; others beside them do no harm (GQ). */
  modifiers: z.array(z.string()).readonly(),
  from: boundary,
  through: boundary,
  /** In thousandths; null where units are not limited. */
  units: z.int().nullable(),
});

/** Everything that the plan authorized under one number. */
export const authorizationEntrySchema = z.object({
  number: z.string(),
  services: z.array(authorizedServiceSchema.readonly()).readonly(),
});

/** A line that names an authorization, as it is kept of an accepted invoice. */
export const authorizedLineSchema = z.object({
  number: z.string(),
  cin: z.string(),
  billingNpi: z.string(),
  /** `''` where the invoice names none. */
  renderingNpi: z.string(),
  procedureCode: z.string(),
  modifiers: z.array(z.string()).readonly(),
  start: civilDay,
  end: civilDay,
  /** In thousandths. */
  units: z.int(),
});

/** What the plan's roster says of one NPI. */
export type RosterEntry = Readonly<z.infer<typeof rosterEntrySchema>>;
/** What the plan's eligibility file says of one member. */
export type EligibilityEntry = Readonly<z.infer<typeof eligibilityEntrySchema>>;
/** One thing that the plan authorized under a number. */
export type AuthorizedService = Readonly<z.infer<typeof authorizedServiceSchema>>;
/** Everything that the plan authorized under one number. */
export type AuthorizationEntry = Readonly<z.infer<typeof authorizationEntrySchema>>;
/** A line that names an authorization. */
export type AuthorizedLine = Readonly<z.infer<typeof authorizedLineSchema>>;

/** A line of an earlier invoice in force that names an authorization. */
export interface EarlierAuthorizedLine extends AuthorizedLine {
  /** `''` where the earlier invoice has no number that could be read. */
  readonly invoiceNumber: string;
}

/** Of a plan's files what bears on one submission. A file that is not loaded is null: nothing is compared with it. */
export interface PlanKnowledge {
  readonly roster: readonly RosterEntry[] | null;
  readonly eligibility: readonly EligibilityEntry[] | null;
  readonly authorizations: readonly AuthorizationEntry[] | null;
  /** Lines of invoices in force under the authorization numbers of the submission, whoever sent them. */
  readonly used: readonly EarlierAuthorizedLine[];
}

/** An authorization number as it is compared: billers type it with and without capitals. */
export function authorizationKey(number: string): string {
  return number.toUpperCase();
}

/** Units in thousandths, as many decimals as an 837 has; null for text that is no number of units. */
export function thousandths(text: string): number | null {
  const count = parseUnitCount(text);
  return count === null ? null : count.digits * 10 ** (3 - count.decimals);
}
