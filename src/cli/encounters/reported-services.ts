import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../intake/errors.ts';

const keyFile = 'key';
const listFile = /^\d{9}$/;
const keyBytes = 32;

/**
 * Which services went out with production files: beside the control numbers, a list for each file. A service stands
 * there as a keyed hash, so that the lists say nothing of members to who has not the key.
 */
export class ReportedServices {
  readonly #folder: string;
  readonly #key: Buffer;
  readonly #known: Set<string>;

  private constructor(folder: string, key: Buffer, known: Set<string>) {
    this.#folder = folder;
    this.#key = key;
    this.#known = known;
  }

  /** Reads the lists of a folder, which is made where it is missing, with a key of its own. */
  static async open(folder: string): Promise<ReportedServices> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const key = await readOrMakeKey(join(folder, keyFile));
    const known = new Set<string>();
    for (const name of await readdir(folder)) {
      if (!listFile.test(name)) continue;
      for (const hash of (await readFile(join(folder, name), 'utf8')).split('\n')) known.add(hash);
    }
    known.delete('');
    return new ReportedServices(folder, key, known);
  }

  /** Whether a service went out with an earlier file. */
  has(serviceKey: string): boolean {
    return this.#known.has(this.#hash(serviceKey));
  }

  /** Adds the services of a file: they are on the disk before this returns. */
  async add(controlNumber: number, serviceKeys: readonly string[]): Promise<void> {
    const hashes = serviceKeys.map((key) => this.#hash(key));
    const file = await open(join(this.#folder, String(controlNumber).padStart(9, '0')), 'wx', 0o600);
    try {
      await file.writeFile(hashes.map((hash) => `${hash}\n`).join(''));
      await file.sync();
    } finally {
      await file.close();
    }
    for (const hash of hashes) this.#known.add(hash);
  }

  #hash(serviceKey: string): string {
    return createHmac('sha256', this.#key).update(serviceKey).digest('base64url');
  }
}

async function readOrMakeKey(path: string): Promise<Buffer> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(randomBytes(keyBytes));
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  return readFile(path);
}
