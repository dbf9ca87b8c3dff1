import * as z from 'zod';

/**
 * Headers of a list of decisions, in any order; others are passed over. They are those of the list that the 837 is
 * written with (`encounter/adjudication-table.ts`), and `Reason`.
 */
export const decisionHeaders = {
  invoiceNumber: 'Invoice Number',
  billingProviderNpi: 'Billing Provider NPI',
  line: 'Line',
  status: 'Status',
  decidedOn: 'Decision Date',
  paid: 'Paid Amount',
  adjustments: 'Adjustments',
  reason: 'Reason',
  planClaimNumber: 'Plan Claim Number',
} as const;

/** A column of a list of decisions. */
export type DecisionColumn = keyof typeof decisionHeaders;

/** What may be wrong with a row of a list of decisions, in a sentence for the plan's staff. Codes are stable. */
export const decisionFaults = {
  NOT_A_LIST: 'This is no CSV: a quotation mark never closes.',
  HEADER_MISSING: 'The first row has no such header.',
  NO_ROWS: 'There is no row below the headers.',
  TOO_MANY_ROWS: 'A list has at most 20,000 rows. Send the rest as another list.',
  INVOICE_NUMBER_FORM: 'Not an invoice number: ten digits are due.',
  NPI_FORM: 'Not an NPI. Leave the cell blank where the invoice number alone says which invoice it is.',
  LINE_FORM: "Not the number of a line: 1 is the invoice's first. Leave the cell blank for the whole invoice.",
  STATUS_UNKNOWN: 'Not a status: paid, contested, denied or pending.',
  DATE_FORM: 'Not a date: MM/DD/YYYY.',
  DATE_IN_FUTURE: 'The date is in the future.',
  AMOUNT_FORM: 'Not an amount: dollars and cents, without a sign or marks.',
  DENIED_BUT_PAID: 'Denied, and something was paid.',
  ADJUSTMENTS_FORM: 'Not adjustments: CO-45 12.50, with a semicolon before the next one.',
  ADJUSTED_AS_A_WHOLE: 'Adjustments are those of a line: give each line a row of its own.',
  REASON_MISSING: 'What is contested or denied needs the reason, as the notice to the provider has it.',
  REASON_LONG: 'A reason has at most 500 characters.',
  CLAIM_NUMBER_FORM: 'A claim number has at most 50 letters, digits and marks.',
  LINE_REPEATED: 'The line, or the whole invoice, has a decision further up.',
  LINES_MISSING: 'The invoice has more lines than the list. Decide all of them, or give one row without a line.',
  LINE_BEYOND: 'The invoice has fewer lines.',
  INVOICE_UNKNOWN: 'No invoice with this number is in force: it was never accepted, or was voided.',
  INVOICE_OF_SEVERAL: 'Several billing providers have an invoice with this number: give the NPI.',
  DECIDED_BEFORE_RECEIPT: 'The date is before the day on which the invoice was received.',
  STEP_IMPOSSIBLE: 'What was paid can be denied, and not contested.',
  NO_DECISIONS: 'This X12 file decides nothing: that would be an 835.',
} as const;

/** What may be wrong with a row of a list of decisions. */
export type DecisionFaultCode = keyof typeof decisionFaults;

/** A fault of a list: one a row, and where it is. It holds no value of the list. */
export const decisionFaultSchema = z.object({
  /** 1-based row of the list, its headers being the first. */
  row: z.int().positive(),
  header: z.string(),
  code: z.string().regex(/^[A-Z][A-Z_]{0,63}$/),
  message: z.string(),
});

/** A part of an 835 of which nothing was taken: where it stands, and why. */
export const notTakenSchema = z.object({
  /** 1-based segment of the file. */
  segment: z.int().positive(),
  /** Null where it names no invoice as we number them. */
  invoiceNumber: z.string().nullable(),
  code: z.string().regex(/^[A-Z][A-Z_]{0,63}$/),
  message: z.string(),
});

/** Answer to `POST /v1/adjudications`: what the list, or the 835, came to. */
export const adjudicationReceiptSchema = z.object({
  /** Invoices whose decision is new or another one than before. */
  changed: z.int().nonnegative(),
  /** Invoices whose decision was known already, the same in every part. */
  unchanged: z.int().nonnegative(),
  /** What of an 835 was not taken, in its order. A list is taken whole, or refused with its faults. */
  notTaken: z.array(notTakenSchema),
});

/** A fault of a list of decisions. */
export type DecisionFault = z.infer<typeof decisionFaultSchema>;
/** A part of an 835 of which nothing was taken. */
export type NotTaken = z.infer<typeof notTakenSchema>;
/** What a list of decisions, or an 835, came to. */
export type AdjudicationReceipt = z.infer<typeof adjudicationReceiptSchema>;
