import * as z from 'zod';
import { hasNpiCheckDigit, isWellFormed } from '../guidance/formats.ts';
import { isCarried } from '../guidance/x12-characters.ts';

/** Text that an X12 element carries as it is; blank until the plan knows it. */
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine(
      (value) => isCarried(value) && value.trim() === value,
      'has characters or spaces that an 837 does not carry',
    )
    .transform((value) => value.toUpperCase())
    .default('');

const npi = z.string().refine((value) => isWellFormed.npi(value) && hasNpiCheckDigit(value), 'is no NPI');
const zip = z.string().regex(/^\d{9}$/, 'is no ZIP code of nine digits');
const required = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine(
      (value) => isCarried(value) && value.trim() === value,
      'has characters or spaces that an 837 does not carry',
    )
    .transform((value) => value.toUpperCase());

const street = z.strictObject({
  address: required(55),
  city: required(30),
  state: z.string().refine(isWellFormed.state, 'is no state'),
  zip,
});

/** What the plan knows of a billing provider that the invoice does not say. */
const providerSchema = z.strictObject({
  npi,
  /** Whether element 2 is an employer's number or the social security number of a sole proprietor (REF*EI, REF*SY). */
  taxNumber: z.enum(['employer', 'socialSecurity']).default('employer'),
  /** 2000A PRV03. */
  taxonomy: z
    .string()
    .regex(/^[0-9A-Z]{10}$/)
    .optional(),
  /** The provider's street (2010AA) where its invoices say a post office box, which then goes to 2010AB. */
  street: street.optional(),
});

/**
 * How a plan hands its encounters on: the file `encounters.json` in its folder. It never leaves the plan: it is no part
 * of the profile, which goes into workbooks. DHCS' companion guides give the values; the defaults are those of common
 * practice, and blank is what only the plan can know.
 */
export const encounterSettingsSchema = z.strictObject({
  /** `encounter`: reported to DHCS (BHT06 RP). `claim`: provider to plan (BHT06 CH). */
  form: z.enum(['encounter', 'claim']).default('encounter'),
  /** ISA05 to ISA08, GS02 and GS03. */
  interchange: z
    .strictObject({
      senderQualifier: z.string().length(2).default('ZZ'),
      sender: text(15),
      receiverQualifier: z.string().length(2).default('ZZ'),
      receiver: text(15),
    })
    .prefault({}),
  /** 1000A: who sends. A blank name is the plan's. */
  submitter: z
    .strictObject({
      name: text(60),
      identifier: text(80),
      contact: text(60),
      phone: z
        .string()
        .regex(/^(\d{10})?$/)
        .default(''),
      email: text(256),
    })
    .prefault({}),
  /** 1000B: who receives. In the claim form it is the plan. */
  receiver: z.strictObject({ name: text(60).default('DHCS'), identifier: text(80) }).prefault({}),
  /** 2010BB of the encounter form. In the claim form it is the plan. */
  payer: z.strictObject({ name: text(60).default('DHCS'), identifier: text(80) }).prefault({}),
  /** 2330B NM109 and 2430 SVD01: the plan among the payers. Blank: the payer identifier of its profile. */
  planIdentifier: text(80),
  /** 2000B SBR01 of the encounter form: the plan has paid first. */
  payerResponsibility: z.enum(['S', 'T', 'P']).default('S'),
  /** 2000B SBR09: Medicaid. */
  claimFiling: z.string().length(2).default('MC'),
  /** 2320 SBR09: HMO. */
  planClaimFiling: z.string().length(2).default('HM'),
  /** DMG03 where no eligibility file says it. */
  unknownSex: z.enum(['U', 'F', 'M']).default('U'),
  /** A rendering provider without an NPI: left out, so that the billing provider stands for it, or sent by its name. */
  renderingWithoutNpi: z.enum(['leaveOut', 'sendName']).default('leaveOut'),
  /** The four digits behind a provider's ZIP code of five, which the guide wants in full. */
  zipExtension: z
    .string()
    .regex(/^\d{4}$/)
    .default('9998'),
  /** At most 5,000 claims in a transaction set. */
  claimsPerTransaction: z.int().min(1).max(5000).default(5000),
  providers: z
    .array(providerSchema)
    .default([])
    .refine((list) => new Set(list.map((each) => each.npi)).size === list.length, 'name a provider twice'),
});

/** A plan's settings for its encounters, read and checked. */
export type EncounterSettings = Readonly<z.infer<typeof encounterSettingsSchema>>;

/** What the plan knows of a billing provider. */
export type ProviderSettings = EncounterSettings['providers'][number];

/** Settings where nothing is set. */
export const defaultSettings: EncounterSettings = encounterSettingsSchema.parse({});
