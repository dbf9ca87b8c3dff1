import { Decrypter, Encrypter } from 'age-encryption';
import type { CivilDate } from '../guidance/civil-date.ts';
import { isoDate } from './iso-date.ts';
import { canonicalContent } from './content.ts';
import { envelopeSchema, maximumBodyBytes, type Envelope } from './contract.ts';
import { idempotencyKey } from './idempotency-key.ts';

/**
 * A submission as a file that only its plan can open: the envelope as it would be sent, in the age format
 * (age-encryption.org/v1). It goes to the plan by SFTP or secure e-mail where the plan prefers that.
 */
export interface SealedPackage {
  /** Plan, billing NPI, day and the first digits of the submission's key: no member data. */
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** First line of every age file. */
const ageHeader = 'age-encryption.org/v1\n';

/** What age adds to a file: its header, and sixteen bytes to each 64 KiB. */
const ageOverhead = 64 * 1024;

/**
 * Seals an envelope for its plan.
 *
 * @param recipient public key of the plan, from its profile
 * @param day on which it is sealed, for the file's name
 */
export async function sealPackage(envelope: Envelope, recipient: string, day: CivilDate): Promise<SealedPackage> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const bytes = await encrypter.encrypt(JSON.stringify(envelope));
  const key = await idempotencyKey(envelope, (await canonicalContent(envelope)).hash);
  const { planId, billingProviderNpi } = envelope;
  const fileName = [planId, billingProviderNpi, isoDate(day), key.slice(0, 8)].join('_');
  return { fileName: `${fileName}.calaim.age`, bytes: new Uint8Array(bytes) };
}

/** Whether a file says of itself that it is in the age format. */
export function isSealedPackage(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, ageHeader.length)) === ageHeader;
}

/** Private keys in the text of an identity file, one a line; blank lines and comments are passed over, as age does. */
export function identitiesIn(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line.startsWith('AGE-SECRET-KEY-1'));
}

/** Whether a text is a private key that opens packages. */
export function isIdentity(text: string): boolean {
  try {
    new Decrypter().addIdentity(text);
    return true;
  } catch {
    return false;
  }
}

/** Outcome of {@link openPackage}. */
export type OpenedPackage =
  | { readonly kind: 'opened'; readonly envelope: Envelope }
  | {
      readonly kind: 'refused';
      /** Not an age file; sealed for another key; altered or cut short on the way; sealed, but no submission. */
      readonly reason: 'notAPackage' | 'otherKey' | 'damaged' | 'notASubmission';
    };

/**
 * Opens a sealed package.
 *
 * @param identities private keys of the plan (`AGE-SECRET-KEY-1…`), of which one has to fit
 * @throws Error where an identity is none
 */
export async function openPackage(bytes: Uint8Array, identities: readonly string[]): Promise<OpenedPackage> {
  const refused = (reason: Extract<OpenedPackage, { kind: 'refused' }>['reason']): OpenedPackage => ({
    kind: 'refused',
    reason,
  });
  if (!isSealedPackage(bytes)) return refused('notAPackage');
  if (bytes.length > maximumBodyBytes + ageOverhead) return refused('notASubmission');
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  let text: string;
  try {
    text = await decrypter.decrypt(bytes, 'text');
  } catch (error) {
    // The library tells the two apart by its words alone.
    return refused(error instanceof Error && error.message.includes('no identity matched') ? 'otherKey' : 'damaged');
  }
  const envelope = parseEnvelope(text);
  return envelope === null ? refused('notASubmission') : { kind: 'opened', envelope };
}

function parseEnvelope(text: string): Envelope | null {
  try {
    const envelope = envelopeSchema.safeParse(JSON.parse(text));
    return envelope.success ? envelope.data : null;
  } catch {
    return null;
  }
}
