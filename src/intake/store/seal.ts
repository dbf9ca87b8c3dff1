import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { hashKeyId, hashKeysOf, hashUnder, type HashKey } from '../hash-keys.ts';
import { lookUpKeyOf, type EndpointKeys } from '../keys.ts';

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;
const keyIdLength = 8;

/** What a sealed document belongs to; it is authenticated, so that a blob cannot be moved to another place. */
export interface SealContext {
  readonly tenant: string;
  readonly submission: string;
  readonly kind: string;
}

/** Thrown where a sealed document was altered, moved, or sealed under a key that is not here. */
export class SealError extends Error {
  constructor() {
    super('A stored document cannot be opened: it was altered, or its key is missing');
    this.name = 'SealError';
  }
}

/** Keys as the keyring needs them. */
type SealingKeys = Pick<EndpointKeys, 'keyEncryptionKeys' | 'lookUpKey' | 'hashKeys'>;

/**
 * Encryption at rest: each submission has its own data key, which is kept wrapped by a key-encryption key from the
 * state directory. A rotated key-encryption key then means rewrapping 60 bytes a submission and not its documents.
 */
export class Keyring {
  #keys: ReadonlyMap<string, Buffer> = new Map();
  #current = '';
  readonly #lookUpKey: Buffer;
  #hashKeys: readonly [HashKey, ...HashKey[]];
  /** By id; those that were there before find what is under them still. */
  #knownHashKeys: ReadonlyMap<string, Buffer> = new Map();
  readonly #present: () => SealingKeys | null;

  /**
   * @param present reads the keys again, which may have been rotated meanwhile. It is asked amid opening, which waits
   *   for nothing: a document under a key that is not known yet is opened at once.
   */
  constructor(keys: SealingKeys, present: () => SealingKeys | null = () => null) {
    this.#present = present;
    this.#hashKeys = hashKeysOf(keys);
    this.#take(keys);
    this.#lookUpKey = lookUpKeyOf(keys);
  }

  /** Takes up keys that were rotated: the first one seals from now on. Those that it had open as before. */
  refresh(): void {
    const keys = this.#present();
    if (keys !== null) this.#take(keys);
  }

  #take(keys: SealingKeys): void {
    const { keyEncryptionKeys } = keys;
    this.#hashKeys = hashKeysOf(keys);
    this.#knownHashKeys = new Map([...this.#knownHashKeys, ...this.#hashKeys.map(({ id, key }) => [id, key] as const)]);
    const given = keyEncryptionKeys.map(({ id, key }) => [id, Buffer.from(key, 'base64url')] as const);
    this.#keys = new Map([...this.#keys, ...given]);
    this.#current = keyEncryptionKeys[0]?.id ?? '';
  }

  /** Whether something small was sealed under the key that seals now. */
  isCurrent(sealed: Uint8Array): boolean {
    return Buffer.from(sealed.subarray(0, keyIdLength)).toString('hex') === this.#current;
  }

  /** A fresh data key, and the same wrapped for storage. */
  newDataKey(context: SealContext): { readonly dataKey: Buffer; readonly wrapped: Buffer } {
    const dataKey = randomBytes(32);
    return { dataKey, wrapped: this.seal(dataKey, context) };
  }

  /** @throws SealError */
  unwrap(wrapped: Uint8Array, context: SealContext): Buffer {
    return this.open(wrapped, context);
  }

  /** Seals something small under the key-encryption key itself. */
  seal(plain: Uint8Array, context: SealContext): Buffer {
    return Buffer.concat([Buffer.from(this.#current, 'hex'), encrypt(this.#key(this.#current), plain, context)]);
  }

  /** @throws SealError */
  open(sealed: Uint8Array, context: SealContext): Buffer {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    const id = bytes.subarray(0, keyIdLength).toString('hex');
    return decrypt(this.#key(id), bytes.subarray(keyIdLength), context);
  }

  /** Keyed hash by which a random value can be found again without being stored; hexadecimal. Its key stays. */
  lookUpHash(purpose: string, value: string): string {
    return digestOf(this.#lookUpKey, purpose, value);
  }

  /** Keyed hash, under the present key, by which content can be known again without being stored. */
  contentHash(purpose: string, value: string): string {
    const [{ id, key }] = this.#hashKeys;
    return hashUnder(id, digestOf(key, purpose, value));
  }

  /** Whether a stored hash, under whichever key, is that of a content. */
  isContentHash(hash: string, purpose: string, value: string): boolean {
    const id = hashKeyId(hash);
    // Another endpoint may have taken up a key that this one does not know yet.
    if (!this.#knownHashKeys.has(id)) this.refresh();
    const key = this.#knownHashKeys.get(id);
    return key !== undefined && hash === hashUnder(id, digestOf(key, purpose, value));
  }

  /** Whether a stored hash is under the present key. */
  isPresentHash(hash: string): boolean {
    return hashKeyId(hash) === this.#hashKeys[0].id;
  }

  /**
   * Keys of the hashes by which a plan's services are found again, the present one first. They are derived, so that a
   * thread can hash without holding a key that opens anything. A service is stored under each: it is found by what was
   * stored under either.
   */
  serviceHashKeys(): readonly HashKey[] {
    return this.#hashKeys.map(({ id, key }) => ({ id, key: createHmac('sha256', key).update('service').digest() }));
  }

  #key(id: string): Buffer {
    if (!this.#keys.has(id)) this.refresh();
    const key = this.#keys.get(id);
    if (key === undefined) throw new SealError();
    return key;
  }
}

function digestOf(key: Buffer, purpose: string, value: string): string {
  return createHmac('sha256', key).update(`${purpose}\u0000${value}`).digest('hex');
}

/** Encrypts under a data key: nonce, cipher text, tag. */
export function encrypt(key: Uint8Array, plain: Uint8Array, context: SealContext): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, key, nonce);
  cipher.setAAD(associatedData(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws SealError where the document was altered, moved, or is not of this key. */
export function decrypt(key: Uint8Array, sealed: Uint8Array, context: SealContext): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.length < nonceLength + tagLength) throw new SealError();
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceLength));
  decipher.setAAD(associatedData(context));
  decipher.setAuthTag(bytes.subarray(bytes.length - tagLength));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceLength, -tagLength)), decipher.final()]);
  } catch {
    throw new SealError();
  }
}

/** None of the parts can hold the separator: plan ids, UUIDs and our own words. */
function associatedData(context: SealContext): Buffer {
  return Buffer.from(`${context.tenant}|${context.submission}|${context.kind}`);
}
