import * as z from 'zod';
import { diagnosisListIdentitySchema } from '../plan/diagnosis-lists.ts';
import { columns, type ColumnKey, type LineText } from '../guidance/columns.ts';

/**
 * The wire contract's version. A reader refuses another one; a field that older readers do not need is added without
 * a new version, since answers are read leniently and only requests strictly.
 */
export const contractVersion = 1;

/** Most service lines in one submission: the largest Invoice sheet. */
export const maximumLines = 5000;

/** Largest request body in bytes: 5,000 full lines are about 11 MB. */
export const maximumBodyBytes = 16 * 1024 * 1024;

/**
 * Longest cell in UTF-16 code units. Far above every element's own length, which a rule checks, so that an over-long
 * cell comes back as a finding on its cell and not as a refusal of the whole submission.
 */
export const maximumCellLength = 300;

/** JSON's text must survive UTF-8: a lone surrogate would not, and two such texts could hash alike. */
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^\P{Surrogate}*$/u);

const columnKeys = columns.map((column) => column.key) as [ColumnKey, ...ColumnKey[]];

/** Key of one of the 58 columns. */
export const columnKeySchema = z.enum(columnKeys);

/** The ten digits of an invoice number (footnote 30). */
export const invoiceNumberSchema = z.string().regex(/^\d{10}$/);

/** Version and hash of the rules that ran, so that both sides can prove that they ran the same. */
export const rulePackSchema = z.strictObject({
  version: z.string().min(1).max(40),
  hash: z.string().regex(/^[A-Za-z0-9_:=+/-]{1,128}$/),
});

/** Digests of the rules by code, and of tables by place: by them the plan says in what the two sides' rules differ. */
export const rulePackPartsSchema = z
  .record(z.string().regex(/^[A-Za-z0-9_/-]{1,80}$/), z.string().regex(/^[0-9a-f]{12}$/))
  .refine((parts) => Object.keys(parts).length <= 1000, 'has too many parts');

/** Hidden identity of a line in the biller's file. */
export const rowKeySchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

const lineValues = z.strictObject(
  Object.fromEntries(columnKeys.map((key) => [key, text(maximumCellLength)])) as Record<
    ColumnKey,
    ReturnType<typeof text>
  >,
) satisfies z.ZodType<LineText>;

/** One service line of an envelope. */
export const envelopeLineSchema = z.strictObject({
  rowKey: rowKeySchema,
  /** What the biller's file says, every column present. */
  values: lineValues,
  /** Derived elements where the file says other than the sheet derives; `values` holds what the file says. */
  differences: z.array(columnKeySchema).max(columnKeys.length),
  /** 1-based row in the biller's own file, where the line comes from one. It is no part of the content. */
  sourceRow: z.int().min(1).max(1_048_576).optional(),
});

const invoiceNumbers = z.array(invoiceNumberSchema).min(1).max(maximumLines);

/** What the invoices of a submission are to the plan. */
export const purposeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new') }),
  z.strictObject({ kind: z.literal('replacement'), replaces: invoiceNumbers }),
  z.strictObject({ kind: z.literal('void'), voids: invoiceNumbers }),
]);

/** Kind of a purpose alone, as receipts and histories say it. */
export const purposeKindSchema = z.enum(['new', 'replacement', 'void']) satisfies z.ZodType<
  z.infer<typeof purposeSchema>['kind']
>;

/** What a biller sends: one workbook's invoices for one plan. */
export const envelopeSchema = z.strictObject({
  contract: z.literal(contractVersion),
  /** The plan, by the id of its profile. */
  planId: z.string().regex(/^[a-z0-9-]{1,40}$/),
  profileVersion: z.int().positive(),
  layoutVersion: z.int().positive(),
  /** The rules that the sender ran. */
  rulePack: rulePackSchema,
  /** Left out by a sender that cannot say; the plan then says only whether the rules differ. */
  rulePackParts: rulePackPartsSchema.optional(),
  /** The lists of ICD-10-CM that the sender checked with; none where left out. */
  diagnosisLists: z.array(diagnosisListIdentitySchema).max(100).optional(),
  purpose: purposeSchema,
  /** 1 for the first try; rises only after a checked result came back (decision 9). */
  attempt: z.int().min(1).max(100_000),
  /** Element 1 as on Setup: who is paid, and whose submission it is. A line that says another is a finding. */
  billingProviderNpi: z.string().regex(/^\d{10}$/),
  /** Guidance section 2(1), footnote 6: whether the provider has said that it cannot produce 837 claims, and when. */
  attestation: z.strictObject({ cannotProduce837: z.boolean(), on: z.iso.date() }),
  /** Version of the product that sends, for support. */
  productVersion: z.string().regex(/^[0-9A-Za-z.+-]{1,40}$/),
  lines: z
    .array(envelopeLineSchema)
    .min(1)
    .max(maximumLines)
    .refine((lines) => new Set(lines.map((each) => each.rowKey)).size === lines.length, 'row keys repeat'),
});

/** What a biller sends, see {@link envelopeSchema}. */
export type Envelope = z.infer<typeof envelopeSchema>;

/** One service line of an envelope. */
export type EnvelopeLine = Envelope['lines'][number];

/** What the invoices of a submission are to the plan. */
export type SubmissionPurpose = z.infer<typeof purposeSchema>;

/** Version and hash of a rule pack. */
export type RulePackIdentity = z.infer<typeof rulePackSchema>;
