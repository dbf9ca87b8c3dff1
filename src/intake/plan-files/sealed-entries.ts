import { createHmac } from 'node:crypto';
import type { StoredPlanFile } from '../store/plan-files.ts';
import { decrypt, encrypt, type Keyring, type SealContext } from '../store/seal.ts';

/** A file, as far as sealing needs to know it. */
export type SealedPlanFile = Pick<StoredPlanFile, 'planId' | 'id' | 'wrappedKey'>;

/** Place of the data key of a file. */
export function planFileKeyContext({ planId, id }: Pick<SealedPlanFile, 'planId' | 'id'>): SealContext {
  return { tenant: planId, submission: id, kind: 'planFileKey' };
}

/** What opens and finds the entries of one file. */
export class PlanFileKeys {
  readonly #file: SealedPlanFile;
  readonly #dataKey: Buffer;

  /** @throws SealError where the file's key is missing */
  constructor(keyring: Keyring, file: SealedPlanFile) {
    this.#file = file;
    this.#dataKey = keyring.unwrap(file.wrappedKey, planFileKeyContext(file));
  }

  /** Key of the hashes by which entries are found; it opens nothing, and a thread may have it. */
  get lookUpKey(): Buffer {
    return createHmac('sha256', this.#dataKey).update('look-up').digest();
  }

  /** Seals an entry at its place. */
  seal(lookUp: string, content: string): Buffer {
    return encrypt(this.#dataKey, Buffer.from(content), this.#contextOf(lookUp));
  }

  /** @throws SealError where it was altered or moved */
  open(lookUp: string, sealed: Uint8Array): string {
    return decrypt(this.#dataKey, sealed, this.#contextOf(lookUp)).toString('utf8');
  }

  #contextOf(lookUp: string): SealContext {
    return { tenant: this.#file.planId, submission: this.#file.id, kind: `entry ${lookUp}` };
  }
}
