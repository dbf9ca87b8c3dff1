import * as z from 'zod';
import { invoiceNumberSchema } from './contract.ts';
import { encounterFindingSchema, invoiceCursorSchema } from './invoice-history.ts';

/** An 837 that a plan made. */
export const encounterFileSchema = z.object({
  id: z.uuid(),
  planId: z.string(),
  /** 837P or 837I. */
  guide: z.enum(['professional', 'institutional']),
  /** `T` a test file, which changes nothing; `P` production. */
  usage: z.enum(['T', 'P']),
  /** ISA13 and GS06. */
  controlNumber: z.int().positive(),
  /** RFC 3339 with the offset of the plan's time zone. */
  madeAt: z.iso.datetime({ offset: true }),
  /** Subject of who made it. */
  madeBy: z.string(),
  claims: z.int().positive(),
  invoices: z.int().positive(),
});

/** An invoice that waits, and why: a code, and the same in words for the plan's staff. */
export const heldInvoiceSchema = z.object({
  invoiceNumber: invoiceNumberSchema,
  code: z.string(),
  message: z.string(),
});

/** Most invoices that wait which an answer names. */
export const mostHeldNamed = 1000;

/** Answer to `POST /v1/encounters`. */
export const encountersMadeSchema = z.object({
  /** None, one, or one for each guide. */
  files: z.array(encounterFileSchema).max(2),
  /** Invoices that are in no file, {@link mostHeldNamed} at most. */
  held: z.array(heldInvoiceSchema).max(mostHeldNamed),
  /** `after` of the request that goes on; null where every invoice was looked at. */
  next: invoiceCursorSchema.nullable(),
});

/** Answer to `GET /v1/encounters`: the latest files, the latest first. */
export const encounterFileListSchema = z.object({ files: z.array(encounterFileSchema) });

/** Answer to `POST /v1/acknowledgements`: what came back, and what it came to. */
export const acknowledgementReceiptSchema = z.object({
  files: z.array(
    z.object({
      id: z.uuid(),
      controlNumber: z.int().positive(),
      usage: z.enum(['T', 'P']),
      /** Whether this very answer was loaded before: then it changed nothing. */
      known: z.boolean(),
    }),
  ),
  /** Invoices whose encounter is accepted, or rejected, from now on. */
  accepted: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  /** Every invoice of these files that came back, and why. Those of a test file stay as they are. */
  returned: z.array(
    z.object({
      invoiceNumber: invoiceNumberSchema,
      billingProviderNpi: z.string(),
      findings: z.array(encounterFindingSchema),
    }),
  ),
  /** What is said of nothing that the plan made: kind, and its number where that is one of ours. */
  unmatched: z.array(z.object({ kind: z.string(), reference: z.string() })),
  /** What is wrong with the form of the answer, each at its segment. */
  problems: z.array(z.object({ segment: z.int().positive(), code: z.string(), message: z.string() })),
});

/** An 837 that a plan made. */
export type EncounterFileDescription = z.infer<typeof encounterFileSchema>;
/** An invoice that waits, and why. */
export type HeldInvoice = z.infer<typeof heldInvoiceSchema>;
/** What came of a request to make files. */
export type EncountersMade = z.infer<typeof encountersMadeSchema>;
/** The files of a plan. */
export type EncounterFileList = z.infer<typeof encounterFileListSchema>;
/** What an answer to encounters came to. */
export type AcknowledgementReceipt = z.infer<typeof acknowledgementReceiptSchema>;
