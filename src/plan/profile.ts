import * as z from 'zod';
import { isDiagnosisShape } from '../guidance/diagnosis-codes.ts';
import { planFileRuleCodes } from '../guidance/rules/plan-files.ts';
import { isCarried, transliterated } from '../guidance/x12-characters.ts';
import { isAgeRecipient } from './age-recipient.ts';
import { dateText, planServicesSchema } from './plan-service.ts';

const hexColor = z.string().regex(/^#[0-9a-f]{6}$/);

/** What a plan says of itself and of its invoices. It holds no secret and no member data. */
export const planProfileSchema = z.strictObject({
  /** Stable id, which workbooks carry: lower case, digits, hyphens. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** Rises with each change of the profile. */
  version: z.int().positive(),
  /** Element 31, Payer Name. Encounters carry it in the letters of ASCII (2330B NM103). */
  name: z
    .string()
    .min(1)
    .max(60)
    .refine(isCarriedName, 'holds a character that an 837 has no letter for, or comes to over 60 letters there'),
  /**
   * Element 30, Primary Payer Identifier, as given by the plan (footnote 22). Encounters name the plan by it (2330B NM109,
   * which takes 2 to 80 characters), and every invoice repeats it, so that it is held here once for all.
   */
  payerIdentifier: z
    .string()
    .min(2)
    .max(80)
    .refine(
      (value) => isCarried(value) && value.trim() === value,
      'has characters or spaces that an 837 does not carry',
    ),
  brand: z.strictObject({
    /** Headers and buttons. Text on it is white: contrast of at least 4.5 to 1, which the schema does not see. */
    color: hexColor,
    /** Light ground of locked cells. */
    tint: hexColor,
    /** Logo as a PNG data URI of at most 64 kB; it appears on Instructions and in the pane. */
    logo: z
      .string()
      .max(65_536)
      .regex(/^data:image\/png;base64,[A-Za-z0-9+/]+={0,2}$/),
  }),
  /** Guidance section 7: staff who give timely technical support. */
  support: z.strictObject({ name: z.string(), phone: z.string(), email: z.email(), hours: z.string() }),
  /** Prepared rows of the Invoice sheet. */
  rows: z.int().min(100).max(5000).default(1000),
  /** Hide the derived provider block (elements 1 to 12 and 14 to 20). */
  hideProviderBlock: z.boolean().default(true),
  fractionalUnits: z.boolean().default(false),
  /** Whether any line may span more than one day, whatever its service says. */
  spansDays: z.boolean().default(false),
  /** Modifiers that may be added to the service's own, in modifier cells 3 and 4. */
  extraModifiers: z.array(z.string().regex(/^[A-Z0-9]{2}$/)).default([]),
  services: planServicesSchema,
  /**
   * Last day of service, `MM/DD/YYYY`, for which the plan has confirmed this table of services; later days are warned
   * of. Left out: 12/31/2026, when CalAIM's present term ends.
   */
  servicesConfirmedThrough: dateText.optional(),
  /** Calendar days from the last day of a service within which its invoice is to come; later ones are warned of. */
  filingLimitDays: z.int().positive().max(3650).optional(),
  /** Whether a blank control number (element 45) is warned of: plan and providers have agreed on one. */
  expectsControlNumber: z.boolean().default(false),
  /** Whether a unit cost other than the plan's rate of the day is warned of. */
  expectsPlanRates: z.boolean().default(false),
  /**
   * Codes of findings beside the plan's own files (roster, eligibility, authorizations) that return an invoice: each is
   * a warning unless it stands here.
   */
  raisedToError: z
    .array(z.enum(planFileRuleCodes))
    .default([])
    .refine((codes) => new Set(codes).size === codes.length, 'names a code twice'),
  /** How a submission comes as a file that only the plan can open, where the plan takes such; left out where not. */
  sealedPackages: z
    .strictObject({
      /** Public key of the plan's packages, in the age format. `calaim-invoice package key` makes it. */
      recipient: z.string().refine(isAgeRecipient, 'is no public key of age (age1…)'),
      /** The way to the plan. */
      sendBy: z.enum(['sftp', 'secureEmail']),
      /** Server and folder, or address, as a person is told: `sftp.plan.example.org, folder inbox`. */
      sendTo: z.string().min(1).max(120),
    })
    .optional(),
  /** Diagnosis codes that the list offers first, dotted. */
  offeredDiagnoses: z.array(z.string().refine(isDiagnosisShape, 'is no ICD-10-CM code')).default([]),
});

/** Whether the 837 has letters for the name, at most the 60 of NM103. */
function isCarriedName(name: string): boolean {
  const letters = transliterated(name) ?? '';
  return letters !== '' && letters.length <= 60;
}

/** A plan's profile, read and checked. */
export type PlanProfile = Readonly<z.infer<typeof planProfileSchema>>;
