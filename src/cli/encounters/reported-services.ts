import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOrCreateSecret, syncDirectory, writeDurably } from '../../intake/state-directory.ts';

const keyFile = 'key';
const listFile = /^\d{9}$/;
const keyBytes = 32;

/**
 * Which services went out with production files: beside the control numbers, a list for each file. A service stands
 * there as a keyed hash, so that the lists say nothing of members to who has not the key.
 */
export class ReportedServices {
  readonly #folder: string;
  readonly #key: string;
  readonly #known: Set<string>;

  private constructor(folder: string, key: string, known: Set<string>) {
    this.#folder = folder;
    this.#key = key;
    this.#known = known;
  }

  /**
   * Reads the lists of a folder, which is made where it is missing, with a key of its own.
   *
   * @throws StateError where others than the owner may read the key
   */
  static async open(folder: string): Promise<ReportedServices> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const key = await readOrCreateSecret(folder, keyFile, () =>
      Promise.resolve(randomBytes(keyBytes).toString('base64url')),
    );
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
    const path = join(this.#folder, String(controlNumber).padStart(9, '0'));
    await writeDurably(path, hashes.map((hash) => `${hash}\n`).join(''));
    await syncDirectory(this.#folder);
    for (const hash of hashes) this.#known.add(hash);
  }

  #hash(serviceKey: string): string {
    return createHmac('sha256', this.#key).update(serviceKey).digest('base64url');
  }
}
