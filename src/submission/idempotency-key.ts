import { canonicalJson, sha256 } from './canonical.ts';
import type { Envelope } from './contract.ts';

/** The form of a key: SHA-256 in lower-case hexadecimal. */
export const idempotencyKeyPattern = /^[0-9a-f]{64}$/;

/**
 * The key under which a submission is accepted once (decision 9): SHA-256 of plan, billing NPI, canonical content and
 * attempt. It is derived and never stored, so a crash, a lost answer or a copy of the file cannot make a second one;
 * the attempt makes it possible to send the same content again after a result came back.
 *
 * @param contentHash hash of {@link canonicalContent}.
 */
export function idempotencyKey(envelope: KeySource, contentHash: string): Promise<string> {
  return sha256(idempotencyText(envelope, contentHash));
}

/** What of an envelope its key is made of, beside its content. */
export type KeySource = Pick<Envelope, 'planId' | 'billingProviderNpi' | 'attempt'>;

/** The text whose hash is the key, for those who hash by other means. */
export function idempotencyText({ planId, billingProviderNpi, attempt }: KeySource, contentHash: string): string {
  return canonicalJson({ planId, billingProviderNpi, attempt, contentHash });
}
