import * as z from 'zod';
import { columnKeySchema, invoiceNumberSchema, purposeKindSchema, rowKeySchema } from './contract.ts';
import { encounterStateSchema, invoiceStateSchema } from './invoice-states.ts';
import { ruleCodeSchema, submissionFindingSchema } from './result.ts';

const instant = z.iso.datetime({ offset: true });
const cents = z.int().nonnegative();

const decisionStatusSchema = z.enum(['paid', 'contested', 'denied']);

/** When the plan has to act on an invoice, by the rules of the day of its receipt. */
export const paymentClockSchema = z.object({
  /** Civil dates (`YYYY-MM-DD`) by which the plan acknowledges, and pays, contests or denies. */
  acknowledge: z.iso.date(),
  payOrContest: z.iso.date(),
  /**
   * What the delay costs, estimated at 15 % a year from the day after `payOrContest`: until today on the charge, or
   * until the day of a late payment on what was paid. Null where the plan is in time, or did not pay.
   */
  lateInterest: z.object({ days: z.int().positive(), cents }).nullable(),
});

/** What the plan decided of a line, or of a whole invoice. */
export const decidedLineSchema = z.object({
  /** 1-based number of the line in the invoice; null for the whole of it. */
  line: z.int().positive().nullable(),
  status: decisionStatusSchema,
  paidCents: cents,
  /** In the plan's words, as its notice has it; null for what was paid without a remark. */
  reason: z.string().nullable(),
});

/** A decision of the plan on an invoice. */
export const decisionSchema = z.object({
  decision: decisionStatusSchema,
  /** When the endpoint was told. */
  at: instant,
  /** Civil date of the decision. */
  decidedOn: z.iso.date(),
  paidCents: cents,
  /** The plan's own number of the claim. */
  planClaimNumber: z.string().nullable(),
  lines: z.array(decidedLineSchema).min(1),
});

/** An invoice as it stands: of the submissions that hold it, what the one says that counts. */
export const invoiceSummarySchema = z.object({
  planId: z.string(),
  billingProviderNpi: z.string(),
  invoiceNumber: invoiceNumberSchema,
  state: invoiceStateSchema,
  encounter: encounterStateSchema,
  /** The submission that counts: the latest one in force; else the one that voided it; else the latest one. */
  submissionId: z.string(),
  /** RFC 3339 with the offset of the plan's time zone, as all instants here. */
  receivedAt: instant,
  /** When it came to where it stands, or its encounter did. */
  changedAt: instant,
  lines: z.int().positive(),
  /** Sum of the service charges that could be read, in cents. */
  chargeCents: cents,
  /** The plan's latest decision, in short; null before there is one. */
  decision: decisionSchema.pick({ decidedOn: true, paidCents: true }).nullable(),
  /** Null where nothing is asked of the plan: the invoice came back or was voided. */
  clock: paymentClockSchema.nullable(),
});

/** Why an encounter was rejected: codes and a place, never a value. */
export const encounterFindingSchema = z.object({
  /** Our rule, where it says the same as the receiver; null where the receiver's own code says it alone. */
  rule: ruleCodeSchema.nullable(),
  /** The receiver's code as it prints it: `A7:562:85`, `CO-197`. */
  reason: z.string().regex(/^[A-Za-z0-9]{1,10}([:-][A-Za-z0-9]{1,10}){0,3}$/),
  /** The cell to mend; null where none is known, or where the fault is not the biller's. */
  column: columnKeySchema.nullable(),
  /** The line, by the row key that was sent; null for the invoice as a whole. */
  rowKey: rowKeySchema.nullable(),
});

/** A step of an invoice's life, or of its encounter's. */
export const invoiceStepSchema = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('invoice'),
    at: instant,
    state: invoiceStateSchema,
    /** The later submission that replaced or voided the invoice; null for any other step. */
    causedBy: z.string().nullable(),
  }),
  z.object({
    of: z.literal('encounter'),
    at: instant,
    state: encounterStateSchema,
    /** Why it was rejected; left out for any other step, and by an endpoint that did not keep them yet. */
    findings: z.array(encounterFindingSchema).optional(),
  }),
]);

/** An invoice as it came in one submission. */
export const invoiceSubmissionSchema = z.object({
  submissionId: z.string(),
  receivedAt: instant,
  purpose: purposeKindSchema,
  attempt: z.int().positive(),
  state: invoiceStateSchema,
  encounter: encounterStateSchema,
  lines: z.int().positive(),
  chargeCents: cents,
  /** In order of time, the first one being that it was received. */
  steps: z.array(invoiceStepSchema).min(1),
  /** In order of time; the last one stands. */
  decisions: z.array(decisionSchema),
  /** What the check found; empty before it. */
  findings: z.array(submissionFindingSchema),
});

/** Answer to `GET /v1/invoices/{number}`: an invoice and the submissions that held it, the latest first. */
export const invoiceHistorySchema = invoiceSummarySchema.extend({
  submissions: z.array(invoiceSubmissionSchema).min(1),
});

/** Place in the list of invoices, to go on from. */
export const invoiceCursorSchema = z.string().regex(/^[0-9a-f-]{36}\.\d{1,4}$/);

/** Answer to `GET /v1/invoices`: a page of the sender's invoices, the latest first, each number once. */
export const invoiceListSchema = z.object({
  invoices: z.array(invoiceSummarySchema),
  /** `before` of the next page; null on the last one. */
  next: invoiceCursorSchema.nullable(),
});

/** When the plan has to act on an invoice. */
export type PaymentClock = z.infer<typeof paymentClockSchema>;
/** An invoice as it stands. */
export type InvoiceSummary = z.infer<typeof invoiceSummarySchema>;
/** Why an encounter was rejected. */
export type EncounterFinding = z.infer<typeof encounterFindingSchema>;
/** A step of an invoice's life. */
export type InvoiceStep = z.infer<typeof invoiceStepSchema>;
/** An invoice as it came in one submission. */
export type InvoiceSubmission = z.infer<typeof invoiceSubmissionSchema>;
/** A decision of the plan on an invoice. */
export type InvoiceDecision = z.infer<typeof decisionSchema>;
/** An invoice and its history. */
export type InvoiceHistory = z.infer<typeof invoiceHistorySchema>;
/** A page of invoices. */
export type InvoiceList = z.infer<typeof invoiceListSchema>;
