import * as z from 'zod';
import { diagnosisListIdentitySchema } from '../plan/diagnosis-lists.ts';
import { columnKeySchema, invoiceNumberSchema, rowKeySchema, rulePackSchema } from './contract.ts';

/** Code of a rule: of this version, or of a later one. */
export const ruleCodeSchema = z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/);

/** A finding on a line of a submission: a code and a place, never a value. */
export const submissionFindingSchema = z.object({
  code: ruleCodeSchema,
  severity: z.enum(['error', 'warning']),
  column: columnKeySchema,
  /** Number of the data element, 1 to 46. */
  element: z.int().min(1).max(46),
  /** The line, by the row key that was sent. */
  rowKey: rowKeySchema,
  /** The line, by its 0-based place in the canonical order of the content. */
  position: z.int().nonnegative(),
  /** 1-based row in the biller's own file, where the line came from one. */
  row: z.int().positive().optional(),
  /** Whether a deterministic formatting repair is offered for the cell. */
  repair: z.boolean(),
});

/** What became of one invoice. */
export const invoiceResultSchema = z.object({
  /** Null where the cells hold no ten-digit number. */
  invoiceNumber: invoiceNumberSchema.nullable(),
  /** `rejected` where an error was found on one of its lines: it comes back to be corrected. */
  state: z.enum(['accepted', 'rejected']),
  lines: z.int().positive(),
  chargeCents: z.int().nonnegative(),
  findings: z.array(submissionFindingSchema),
});

/** What the sender ran and what the plan ran. */
const versions = <T extends z.ZodType>(version: T) => z.object({ submitted: version, applied: version });

/** Ways in which the sender's workbook is not the plan's present one. Said, since its check may have differed. */
export const noticeSchema = z.enum(['RULE_PACK_DIFFERS', 'PROFILE_VERSION_DIFFERS', 'DIAGNOSIS_LISTS_DIFFER']);

/** The checked result of a submission. */
export const submissionResultSchema = z.object({
  checkedAt: z.iso.datetime({ offset: true }),
  rulePack: versions(rulePackSchema),
  /**
   * Rules, by code, and tables, by place, that are not the same on both sides; left out where the sender did not say
   * what it ran, or an older endpoint answers.
   */
  rulePackChanges: z.array(z.string()).optional(),
  profileVersion: versions(z.int().positive()),
  /** Lists of ICD-10-CM; left out by an endpoint that did not have any yet. */
  diagnosisLists: versions(z.array(diagnosisListIdentitySchema)).optional(),
  notices: z.array(noticeSchema),
  invoices: z.array(invoiceResultSchema),
});

/** Where a submission stands, with its receipt as it was first given. */
export const submissionStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('received'), submissionId: z.string(), receipt: z.string() }),
  z.object({
    state: z.literal('checked'),
    submissionId: z.string(),
    receipt: z.string(),
    result: submissionResultSchema,
  }),
]);

/** Answer to `GET /v1/submissions/{id}/findings`: every finding of the submission, as far as it has been checked. */
export const submissionFindingsSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('received'), submissionId: z.string() }),
  z.object({
    state: z.literal('checked'),
    submissionId: z.string(),
    findings: z.array(submissionFindingSchema.extend({ invoiceNumber: invoiceNumberSchema.nullable() })),
    /** The statement of 42 CFR 2.32, where a program of Part 2 sent the submission. */
    notice: z.string().optional(),
  }),
]);

/** Answer to `GET /v1/receipts?invoice=…`: receipts that name the invoice, latest first. */
export const receiptListSchema = z.object({
  receipts: z.array(z.object({ submissionId: z.string(), receipt: z.string() })),
});

/** A finding on a line of a submission. */
export type SubmissionFinding = z.infer<typeof submissionFindingSchema>;
/** What became of one invoice. */
export type InvoiceResult = z.infer<typeof invoiceResultSchema>;
/** The checked result of a submission. */
export type SubmissionResult = z.infer<typeof submissionResultSchema>;
/** Where a submission stands. */
export type SubmissionStatus = z.infer<typeof submissionStatusSchema>;
/** The findings of a submission. */
export type SubmissionFindings = z.infer<typeof submissionFindingsSchema>;
/** Receipts that name an invoice. */
export type ReceiptList = z.infer<typeof receiptListSchema>;
/** A way in which the sender's workbook is not the plan's present one. */
export type Notice = z.infer<typeof noticeSchema>;
