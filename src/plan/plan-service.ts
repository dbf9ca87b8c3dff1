import * as z from 'zod';
import { parseCivilDate, type CivilDate } from '../guidance/civil-date.ts';
import { elements } from '../guidance/elements.ts';
import { isWellFormed } from '../guidance/formats.ts';
import { placeOfServiceOf } from '../guidance/places-of-service.ts';
import { unitBases } from '../guidance/service-table.ts';
import {
  codesOfService,
  hasSameCodes,
  serviceById,
  telehealthModifier,
  type OfferedService,
  type Service,
} from '../guidance/services.ts';
import { cleaned } from '../guidance/clean-text.ts';
import { isCarried } from '../guidance/x12-characters.ts';

/** A date of a profile: `MM/DD/YYYY`. */
export const dateText = z.string().refine((text) => parseCivilDate(text) !== null, 'is no MM/DD/YYYY date');

const cents = z.int().nonnegative();

const longestName = elements.find(({ key }) => key === 'serviceName')?.maximumLength ?? 0;

/** A name that lists show and lines carry as element 36, so that no rule finds anything in it. */
const serviceName = z
  .string()
  .min(1)
  .max(longestName)
  .refine((text) => isCarried(text) && cleaned(text) === text, 'has characters or spaces that an 837 does not carry');

/** Code and one or two modifiers: the sheet has two cells for them, and element 33 is required. */
function isServiceId(id: string): boolean {
  const { procedureCode, modifiers } = codesOfService(id);
  const [first, second] = modifiers;
  return (
    isWellFormed.procedureCode(procedureCode) &&
    (modifiers.length === 1 || modifiers.length === 2) &&
    modifiers.every(isWellFormed.modifier) &&
    first !== second &&
    // GQ never stands without the modifier that makes the service, and comes after it.
    first !== telehealthModifier
  );
}

/** What the guidance's table says of its services, said by the plan of one that it adds. */
const ownService = z.strictObject({
  program: z.enum(['ecm', 'communitySupports']),
  /** The Community Support that it belongs to; left out: its name. */
  category: serviceName.optional(),
  /** `always` exactly where GQ is one of its modifiers. */
  telehealth: z.enum(['never', 'allowed', 'always']).default('never'),
  /** Whether the provider bills what it really paid. */
  actualBilledAmount: z.boolean().default(false),
  /** Codes of places of service where it is plainly given: others are warned of. */
  usualPlaces: z
    .array(z.string().refine((code) => placeOfServiceOf(code) !== null, 'is no place of service'))
    .min(1)
    .optional(),
});

/**
 * One service that the plan offers: of the guidance's table by its id, or of its own (`own`). What is not listed is
 * not offered.
 */
const planServiceSchema = z
  .strictObject({
    /** Procedure code and modifiers, for example `G9012-U2`. */
    id: z.string().refine(isServiceId, 'is no procedure code with one or two modifiers, such as G9012-U2'),
    /** The plan's name for it, in place of the guidance's, which is still understood. */
    name: serviceName.optional(),
    /** What a unit is, where the guidance leaves it to the contract. */
    unitBasis: z.enum(unitBases).optional(),
    /** Rate per unit in integer cents; `null` where the provider bills its actual cost. */
    unitRateCents: cents.nullable(),
    /** Other rates from a first day of service on, `MM/DD/YYYY`, rising. */
    rateChanges: z.array(z.strictObject({ from: dateText, unitRateCents: cents })).default([]),
    /** Whether a line of this service may span more than one day. */
    spansDays: z.boolean().default(false),
    /** Whether a blank authorization number is warned of. */
    expectsAuthorization: z.boolean().default(false),
    /** First and last day of service on which the plan offers it, within the guidance's own days. */
    validFrom: dateText.optional(),
    validTo: dateText.optional(),
    /** A service that the guidance's table does not have, or that takes the place of one of its own on these days. */
    own: ownService.optional(),
  })
  .superRefine((entry, context) => {
    const refuse = (path: keyof typeof entry, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (entry.own !== undefined) {
      if (entry.name === undefined) refuse('name', 'is needed where the plan adds the service');
      if (entry.unitBasis === undefined) refuse('unitBasis', 'is needed where the plan adds the service');
      const always = codesOfService(entry.id).modifiers.includes(telehealthModifier);
      if ((entry.own.telehealth === 'always') !== always)
        refuse('own', 'has to say telehealth "always" exactly where GQ is one of the modifiers');
    }
    const changes = entry.rateChanges.map(({ from }) => parseCivilDate(from) ?? 0);
    if (changes.some((from, place) => from <= (changes[place - 1] ?? -Infinity)))
      refuse('rateChanges', 'do not rise by their dates');
    const table = entry.own === undefined ? serviceById(entry.id) : null;
    if (table === null && entry.own === undefined) refuse('id', 'names no service of the guidance');
    if (table !== null && !table.unitsConfigurable && entry.unitBasis !== undefined)
      refuse('unitBasis', 'is set by the guidance for this service');
    const service = offeredService(entry);
    if (service === null) return;
    if (service.actualBilledAmount && service.rates.some((rate) => rate.cents !== null))
      refuse('unitRateCents', 'has to be null: this service is billed at its actual cost');
    if (!areDaysInCommon(service, service)) refuse('validTo', 'leaves no day on which the service is offered');
  });

/** The services of a plan, in its order. */
export const planServicesSchema = z
  .array(planServiceSchema)
  .min(1)
  .superRefine((entries, context) => {
    const offered = entries.map(offeredService);
    offered.forEach((service, place) => {
      const earlier = offered.slice(0, place).filter((other) => sameCodes(service, other));
      if (earlier.some((other) => service !== null && other !== null && areDaysInCommon(service, other)))
        context.addIssue({ code: 'custom', path: [place, 'id'], message: 'names a service twice for the same days' });
      // A biller chooses by the name, and a sheet looks up by it.
      else if (earlier.some((other) => service?.name.toLowerCase() === other?.name.toLowerCase()))
        context.addIssue({
          code: 'custom',
          path: [place, 'name'],
          message: 'is that of another entry of this code: on other days it needs another name',
        });
    });
  });

/** One service of a plan's profile, read and checked. */
export type PlanService = Readonly<z.infer<typeof planServiceSchema>>;

/** The service as the plan offers it; null where the entry is none that {@link planServicesSchema} accepts. */
export function offeredService(entry: PlanService): OfferedService | null {
  const service = entry.own === undefined ? serviceById(entry.id) : serviceOfPlan(entry, entry.own);
  if (service === null) return null;
  const name = entry.name ?? service.name;
  return {
    ...service,
    name,
    formerNames: name === service.name ? service.formerNames : [service.name, ...service.formerNames],
    unitBasis: entry.unitBasis ?? service.unitBasis,
    unitsConfigurable: service.unitsConfigurable && entry.unitBasis === undefined,
    validFrom: latest(service.validFrom, dateOf(entry.validFrom)),
    validTo: earliest(service.validTo, dateOf(entry.validTo)),
    rates: [
      { from: null, cents: entry.unitRateCents },
      ...entry.rateChanges.map((change) => ({ from: dateOf(change.from), cents: change.unitRateCents })),
    ],
    spansDays: entry.spansDays,
    expectsAuthorization: entry.expectsAuthorization,
  };
}

function serviceOfPlan(entry: PlanService, own: NonNullable<PlanService['own']>): Service | null {
  const { id, name, unitBasis } = entry;
  if (name === undefined || unitBasis === undefined) return null;
  return {
    id,
    ...codesOfService(id),
    program: own.program,
    category: own.category ?? name,
    name,
    formerNames: [],
    unitBasis,
    unitsConfigurable: false,
    telehealth: own.telehealth,
    actualBilledAmount: own.actualBilledAmount,
    validFrom: null,
    validTo: null,
    usualPlaces: own.usualPlaces ?? null,
    enabledByDefault: false,
  };
}

function sameCodes(left: Service | null, right: Service | null): boolean {
  return left !== null && right !== null && hasSameCodes(left, right);
}

function areDaysInCommon(left: Service, right: Service): boolean {
  const from = latest(left.validFrom, right.validFrom);
  const to = earliest(left.validTo, right.validTo);
  return from === null || to === null || from <= to;
}

function dateOf(text: string | undefined): CivilDate | null {
  return text === undefined ? null : parseCivilDate(text);
}

function latest(left: CivilDate | null, right: CivilDate | null): CivilDate | null {
  if (left === null || right === null) return left ?? right;
  return left > right ? left : right;
}

function earliest(left: CivilDate | null, right: CivilDate | null): CivilDate | null {
  if (left === null || right === null) return left ?? right;
  return left < right ? left : right;
}
