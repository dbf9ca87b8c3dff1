import { compactVerify, errors, importJWK, type JWK } from 'jose';
import * as z from 'zod';
import { contractVersion, invoiceNumberSchema, purposeKindSchema, rulePackSchema, type Envelope } from './contract.ts';
import { canonicalContent } from './content.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { groupInvoices } from './invoices.ts';

/** `typ` of a receipt's header: no other token signed by the plan can pass for a receipt. */
export const receiptType = 'calaim-receipt+jws';

/** How a submission comes in: as the contract's JSON, as a workbook or list, or as a file sealed for the plan. */
export const channelSchema = z.enum(['api', 'file', 'sealedPackage']);

/** How a submission comes in. */
export type Channel = z.infer<typeof channelSchema>;

/**
 * What the plan says that it has received. The legal clock starts at `receivedAt`. No member data: invoices are named
 * by number only.
 */
export const receiptSchema = z.object({
  contract: z.literal(contractVersion),
  submissionId: z.string().min(1).max(64),
  planId: z.string(),
  /** Instant of receipt, RFC 3339 with the offset of the plan's time zone. */
  receivedAt: z.iso.datetime({ offset: true }),
  /** IANA name of the plan's time zone, in which the due dates are days. */
  timeZone: z.string(),
  /** How it came in. */
  channel: channelSchema,
  /** The file that was read or opened, so that a biller can tell which one; left out where none was sent. */
  file: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().positive() }).optional(),
  idempotencyKey: z.string(),
  /** Hash of the canonical content. */
  contentHash: z.string(),
  submitter: z.object({ account: z.string(), organisation: z.string() }),
  billingProviderNpi: z.string(),
  purpose: purposeKindSchema,
  attempt: z.int().positive(),
  profileVersion: z.int().positive(),
  layoutVersion: z.int().positive(),
  /** The rules that the plan will check with. */
  rulePack: rulePackSchema,
  counts: z.object({ invoices: z.int().positive(), lines: z.int().positive() }),
  /** Sum of all service charges that could be read, in cents. */
  totalCents: z.int().nonnegative(),
  /** In order of first appearance; null where the cells hold no ten-digit number. */
  invoices: z.array(
    z.object({
      invoiceNumber: invoiceNumberSchema.nullable(),
      lines: z.int().positive(),
      state: z.literal('received'),
    }),
  ),
  /** Civil dates (`YYYY-MM-DD`) by which the plan acknowledges, and pays, contests or denies. */
  due: z.object({ acknowledge: z.iso.date(), payOrContest: z.iso.date() }),
  /** Who helps, guidance section 7. */
  support: z.object({ name: z.string(), phone: z.string(), email: z.string(), hours: z.string() }),
});

/** What the plan says that it has received. */
export type Receipt = z.infer<typeof receiptSchema>;

/** What a receipt must agree with. */
export interface SentSubmission {
  readonly planId: string;
  readonly idempotencyKey: string;
  readonly contentHash: string;
  readonly lines: number;
  readonly invoices: number;
  readonly totalCents: number;
}

/** What an envelope amounts to, for {@link verifyReceipt}. */
export async function describeSent(envelope: Envelope): Promise<SentSubmission> {
  const { hash } = await canonicalContent(envelope);
  const invoices = groupInvoices(envelope.lines.map((line) => line.values));
  return {
    planId: envelope.planId,
    idempotencyKey: await idempotencyKey(envelope, hash),
    contentHash: hash,
    lines: envelope.lines.length,
    invoices: invoices.length,
    totalCents: invoices.reduce((sum, invoice) => sum + invoice.chargeCents, 0),
  };
}

/** Outcome of a receipt's verification. */
export type ReceiptVerification =
  | { readonly kind: 'verified'; readonly receipt: Receipt }
  /** Not signed by a key of this plan, altered, or not a receipt. */
  | { readonly kind: 'forged'; readonly reason: 'unknownKey' | 'badSignature' | 'notAReceipt' }
  /** Genuine, but not for what was sent. */
  | { readonly kind: 'otherSubmission'; readonly differs: keyof SentSubmission };

/**
 * Verifies a receipt (compact JWS, ES256) with the plan's public keys, which come from the verified registry and from
 * nowhere else, and compares it with what was sent.
 *
 * @param sent null for a receipt that was fetched again later: then only signature, form and plan are verified.
 */
export async function verifyReceipt(
  jws: string,
  plan: { readonly planId: string; readonly receiptKeys: readonly JWK[] },
  sent: SentSubmission | null,
): Promise<ReceiptVerification> {
  const verified = await verifySignature(jws, plan.receiptKeys);
  if (typeof verified === 'string') return { kind: 'forged', reason: verified };
  const receipt = readReceipt(verified);
  if (receipt === null) return { kind: 'forged', reason: 'notAReceipt' };
  const differs = sent === null ? (receipt.planId === plan.planId ? null : 'planId') : firstDifference(receipt, sent);
  return differs === null ? { kind: 'verified', receipt } : { kind: 'otherSubmission', differs };
}

async function verifySignature(
  jws: string,
  keys: readonly JWK[],
): Promise<Uint8Array | 'unknownKey' | 'badSignature' | 'notAReceipt'> {
  try {
    const { payload, protectedHeader } = await compactVerify(
      jws,
      async (header) => {
        const key = keys.find((each) => each.kid === header.kid);
        if (key === undefined) throw new errors.JWKSNoMatchingKey();
        return importJWK(key, 'ES256');
      },
      { algorithms: ['ES256'] },
    );
    return protectedHeader.typ === receiptType ? payload : 'notAReceipt';
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return 'unknownKey';
    return error instanceof errors.JWSSignatureVerificationFailed ? 'badSignature' : 'notAReceipt';
  }
}

function readReceipt(payload: Uint8Array): Receipt | null {
  try {
    return receiptSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
  } catch {
    return null;
  }
}

function firstDifference(receipt: Receipt, sent: SentSubmission): keyof SentSubmission | null {
  const received: SentSubmission = {
    planId: receipt.planId,
    idempotencyKey: receipt.idempotencyKey,
    contentHash: receipt.contentHash,
    lines: receipt.counts.lines,
    invoices: receipt.counts.invoices,
    totalCents: receipt.totalCents,
  };
  const keys = Object.keys(received) as (keyof SentSubmission)[];
  return keys.find((key) => received[key] !== sent[key]) ?? null;
}
