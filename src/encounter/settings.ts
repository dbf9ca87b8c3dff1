import * as z from 'zod';
import { isNpi, isWellFormed } from '../guidance/formats.ts';
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

/** An identifier as NM109, SVD01, GS02 and GS03 carry it: at least two characters; blank until the plan knows it. */
const identifier = (longest: number) =>
  text(longest).refine((value) => value.length !== 1, 'has one character, and an 837 carries at least two');

/** A code of two letters or digits, from a list of the guide. */
const code = z.string().regex(/^[0-9A-Z]{2}$/, 'is no code of two letters or digits');

const npi = z.string().refine(isNpi, 'is no NPI');
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

/** Types of bill (NUBC) that are inpatient: their 837I needs an admission that no invoice knows. */
const inpatientTypes = new Set(['11', '18', '21', '28', '41', '65', '66', '86']);

const blankOr = (form: RegExp, what: string) =>
  z
    .string()
    .refine((value) => value === '' || form.test(value), what)
    .default('');

const revenueCode = (value: string) => /^\d{4}$/.test(value);

/** What an 837I says and no invoice does. Nothing of it has a default: blank is what the plan has yet to say. */
const institutionalSchema = z.strictObject({
  /** CLM05-1: the first two digits of the type of bill, facility and classification; the third is the frequency. */
  typeOfBill: blankOr(/^[1-9]\d$/, 'is not the first two digits of a type of bill').refine(
    (value) => !inpatientTypes.has(value),
    'is an inpatient type of bill, whose admission no invoice says',
  ),
  /** CL101. */
  admissionType: blankOr(/^\d$/, 'is no admission type of one digit'),
  /** CL102. */
  admissionSource: blankOr(/^[0-9A-Z]$/, 'is no point of origin of one digit or letter'),
  /** CL103. */
  patientStatus: blankOr(/^\d{2}$/, 'is no patient status of two digits'),
  /** 2310A: a person with an NPI. */
  attending: z
    .strictObject({
      npi: z
        .string()
        .refine((value) => value === '' || isNpi(value), 'is no NPI')
        .default(''),
      last: text(60),
      first: text(35),
    })
    .prefault({}),
  /** SV201 of services that `revenueCodes` does not name; blank: none. */
  revenueCode: blankOr(/^\d{4}$/, 'is no revenue code of four digits'),
  /** SV201 by service, as procedure code and modifiers or procedure code alone: `G9012-U2`, `H0043`. */
  revenueCodes: z
    .record(z.string().regex(/^[A-V]\d{4}(-[A-Z0-9]{2}){0,4}$/), z.string().refine(revenueCode, 'is no revenue code'))
    .default({}),
});

/** What the plan knows of a billing provider that the invoice does not say. */
const providerSchema = z
  .strictObject({
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
    /** The provider is an institution: its invoices become 837I, and need all of this. */
    institutional: institutionalSchema.optional(),
  })
  .refine(
    ({ taxNumber, institutional }) => taxNumber === 'employer' || institutional === undefined,
    'is an institution with a social security number',
  );

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
      senderQualifier: code.default('ZZ'),
      sender: identifier(15),
      receiverQualifier: code.default('ZZ'),
      receiver: identifier(15),
    })
    .prefault({}),
  /** 1000A: who sends. A blank name is the plan's. */
  submitter: z
    .strictObject({
      name: text(60),
      identifier: identifier(80),
      contact: text(60),
      phone: z
        .string()
        .regex(/^(\d{10})?$/)
        .default(''),
      email: text(256),
    })
    .prefault({}),
  /** 1000B: who receives. In the claim form it is the plan. */
  receiver: z.strictObject({ name: text(60).default('DHCS'), identifier: identifier(80) }).prefault({}),
  /** 2010BB of the encounter form. In the claim form it is the plan. */
  payer: z.strictObject({ name: text(60).default('DHCS'), identifier: identifier(80) }).prefault({}),
  /** 2330B NM109 and 2430 SVD01: the plan among the payers. Blank: the payer identifier of its profile. */
  planIdentifier: identifier(80),
  /** 2000B SBR01 of the encounter form: the plan has paid first. */
  payerResponsibility: z.enum(['S', 'T', 'P']).default('S'),
  /** 2000B SBR09: Medicaid. */
  claimFiling: code.default('MC'),
  /** 2320 SBR09: HMO. */
  planClaimFiling: code.default('HM'),
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

/** What an 837I of a provider's invoices says that no invoice does. */
export type InstitutionalSettings = Readonly<z.infer<typeof institutionalSchema>>;
