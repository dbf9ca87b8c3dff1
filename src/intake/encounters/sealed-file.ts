import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { decrypt, encrypt, type Keyring, type SealContext } from '../store/seal.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Purpose of the hashes by which an answer is known again. */
export const answerPurpose = 'encounter answer';

/** What of an encounter file is sealed. */
export type SealedPart = 'content' | 'report' | `answer ${string}`;

/** An encounter file, as far as sealing needs to know it. */
export interface SealedFile {
  readonly planId: string;
  readonly id: string;
  /** The file's data key, wrapped. */
  readonly wrappedKey: Uint8Array;
}

/** The place of a file's data key. */
export function encounterKeyContext(planId: string, fileId: string): SealContext {
  return { tenant: planId, submission: fileId, kind: 'encounter key' };
}

/** Seals a text of a file under the file's data key. */
export async function sealText(
  keyring: Keyring,
  file: SealedFile,
  part: SealedPart,
  text: string,
): Promise<Uint8Array> {
  const plain = await compress(Buffer.from(text), { level: 1 });
  return encrypt(dataKeyOf(keyring, file), plain, contextOf(file, part));
}

/** @throws SealError where it was altered, moved, or its key is missing */
export async function openText(
  keyring: Keyring,
  file: SealedFile,
  part: SealedPart,
  sealed: Uint8Array,
): Promise<string> {
  const plain = await decompress(decrypt(dataKeyOf(keyring, file), sealed, contextOf(file, part)));
  return plain.toString('utf8');
}

/** Seals the receiver's own number of a claim: a number of the member's claim. */
export function sealReceiverNumber(keyring: Keyring, file: SealedFile, place: number, number: string): Uint8Array {
  return encrypt(dataKeyOf(keyring, file), Buffer.from(number), contextOf(file, `claim ${String(place)}`));
}

/** @throws SealError */
export function openReceiverNumber(keyring: Keyring, file: SealedFile, place: number, sealed: Uint8Array): string {
  return decrypt(dataKeyOf(keyring, file), sealed, contextOf(file, `claim ${String(place)}`)).toString('utf8');
}

function dataKeyOf(keyring: Keyring, { planId, id, wrappedKey }: SealedFile): Buffer {
  return keyring.unwrap(wrappedKey, encounterKeyContext(planId, id));
}

function contextOf({ planId, id }: SealedFile, kind: string): SealContext {
  return { tenant: planId, submission: id, kind: `encounter ${kind}` };
}
