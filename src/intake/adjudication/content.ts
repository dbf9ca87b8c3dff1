import * as z from 'zod';
import { canonicalJson } from '../../submission/canonical.ts';
import { adjustmentGroups } from '../../encounter/adjudication.ts';
import { decidedLineSchema } from '../../submission/invoice-history.ts';
import { decrypt, encrypt, type Keyring } from '../store/seal.ts';
import type { InvoiceDecision } from './decision.ts';

/** What of a decision is sealed: a reason is free text, and a claim number is a number of the member's claim. */
const contentSchema = z.object({
  planClaimNumber: z.string().nullable(),
  lines: z.array(
    decidedLineSchema.extend({
      /** What was stored before adjustments were taken has none. */
      adjustments: z
        .array(z.object({ group: z.enum(adjustmentGroups), reason: z.string(), cents: z.int() }).readonly())
        .readonly()
        .default([]),
      paidUnits: z.string().nullable().default(null),
    }),
  ),
});

/** What of a decision is sealed. */
export type DecisionContent = z.infer<typeof contentSchema>;

/** The invoice that a decision is on, as far as sealing needs to know it. */
export interface SealedPlace {
  readonly planId: string;
  readonly submissionId: string;
  readonly ordinal: number;
  /** The submission's data key, wrapped. */
  readonly wrappedKey: Uint8Array;
}

/** Seals a decision's content under the data key of its submission. */
export function sealContent(keyring: Keyring, place: SealedPlace, content: DecisionContent): Uint8Array {
  return encrypt(dataKeyOf(keyring, place), Buffer.from(JSON.stringify(content)), contextOf(place));
}

/** @throws SealError where it was altered, moved, or its key is missing. */
export function openContent(keyring: Keyring, place: SealedPlace, sealed: Uint8Array): DecisionContent {
  const plain = decrypt(dataKeyOf(keyring, place), sealed, contextOf(place));
  return contentSchema.parse(JSON.parse(plain.toString('utf8')));
}

/** What of a decision is hashed. */
type HashedDecision = Pick<InvoiceDecision, 'decision' | 'decidedOn' | 'paidCents' | 'planClaimNumber'> & {
  readonly lines: readonly DecisionContent['lines'][number][];
};

const purpose = 'adjudication';

/** Keyed hash of everything that a decision says, by which the same one is known again. */
export function contentHash(keyring: Keyring, decision: HashedDecision): string {
  return keyring.contentHash(purpose, hashedText(decision));
}

/** Whether a decision is the one of a stored hash, under whichever key. */
export function isContentHash(keyring: Keyring, hash: string, decision: HashedDecision): boolean {
  return keyring.isContentHash(hash, purpose, hashedText(decision));
}

function hashedText(decision: HashedDecision): string {
  const { decision: state, decidedOn, paidCents, planClaimNumber } = decision;
  const lines = decision.lines.map(({ line, status, paidCents: cents, reason, adjustments, paidUnits }) => ({
    ...{ line, status, cents, reason },
    // Without any, the hash is that of lists from before adjustments and units were taken.
    ...(adjustments.length === 0 ? {} : { adjustments: adjustments.map((each) => ({ ...each })) }),
    ...(paidUnits === null ? {} : { paidUnits }),
  }));
  return canonicalJson({ state, decidedOn, paidCents, planClaimNumber, lines });
}

function dataKeyOf(keyring: Keyring, { planId, submissionId, wrappedKey }: SealedPlace): Buffer {
  return keyring.unwrap(wrappedKey, { tenant: planId, submission: submissionId, kind: 'key' });
}

function contextOf({ planId, submissionId, ordinal }: SealedPlace) {
  return { tenant: planId, submission: submissionId, kind: `adjudication ${String(ordinal)}` };
}
