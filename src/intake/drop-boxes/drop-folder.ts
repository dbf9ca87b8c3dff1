import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { SubmissionPurpose } from '../../submission/contract.ts';
import { errorCode } from '../errors.ts';
import { syncDirectory, writeDurably } from '../state-directory.ts';

/** Where a file was put says what its sender means by it. */
export interface DroppedFile {
  /** Path to which it was taken. */
  readonly path: string;
  /** As the sender called it; it may say something of a member, and stays in the sender's own box. */
  readonly name: string;
  /** Plan whose folder it lay in; null where it lay in none. */
  readonly planId: string | null;
  /** What its invoices are; null where it lay in no folder for that. */
  readonly purpose: Exclude<SubmissionPurpose['kind'], 'new'> | null;
}

/** Content of a dropped file, or why there is none. */
export type DroppedContent =
  | { readonly kind: 'content'; readonly bytes: Uint8Array }
  | { readonly kind: 'tooLarge' }
  /** A link, a device, or whatever else is no file. */
  | { readonly kind: 'noFile' };

const purposes = ['replacement', 'void'] as const;

/** Names under which programs put what is not complete yet, and hidden ones. */
const unfinished = /^\.|\.(filepart|part|partial|tmp)$/i;

/** Longest name that is kept, in bytes: with what is put before and behind it, a name has to fit a folder (255). */
const longestName = 150;

const separator = '~';

/**
 * The box of one provider: `in`, where files are put, `out`, where answers are found, and `taken`, which is the
 * endpoint's own. A file that was taken stays until its answers are on the disk, so that nothing is lost with a process.
 */
export class DropFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes what is missing. @param planIds plans that have a folder each; of one plan there is no need */
  async prepare(planIds: readonly string[]): Promise<void> {
    for (const place of placesIn(planIds)) await mkdir(this.#in(place), { recursive: true });
    await mkdir(this.#out, { recursive: true });
    await mkdir(this.#taken, { recursive: true, mode: 0o700 });
  }

  /**
   * Takes what is complete out of `in`, by a new name: what is put there later is another file. After a crash it has
   * the one name or the other, and is taken again or found.
   *
   * @param rest milliseconds for which a file has to have been at rest
   * @param most files at once
   */
  async take(planIds: readonly string[], { now, rest, most }: TakeOptions): Promise<void> {
    let left = most;
    for (const place of placesIn(planIds)) {
      const folder = this.#in(place);
      for (const entry of await readdir(folder, { withFileTypes: true, encoding: 'buffer' })) {
        if (left === 0) return;
        const name = entry.name.toString('utf8');
        if (entry.isDirectory() || unfinished.test(name)) continue;
        const path = Buffer.concat([Buffer.from(`${folder}/`), entry.name]);
        const { ctimeMs } = await lstat(path);
        // By the time of its last change, which its sender cannot set.
        if (now.getTime() - ctimeMs < rest) continue;
        await rename(path, join(this.#taken, takenName(place, name)));
        left -= 1;
      }
    }
  }

  /** What was taken and is not answered yet, that of an earlier process too; the oldest first. */
  async taken(): Promise<readonly DroppedFile[]> {
    const names = await readdir(this.#taken);
    return names.sort().flatMap((taken) => {
      const [, planId, purpose, ...name] = taken.split(separator);
      const known = purposes.find((each) => each === purpose) ?? null;
      if (planId === undefined || name.length === 0) return [];
      return [
        {
          path: join(this.#taken, taken),
          name: name.join(separator),
          planId: planId === '' ? null : planId,
          purpose: known,
        },
      ];
    });
  }

  /** @param most bytes */
  async read({ path }: DroppedFile, most: number): Promise<DroppedContent> {
    let file;
    try {
      // A link would lead to what is not the sender's; a pipe would be waited for.
      file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    } catch (error) {
      if (errorCode(error) === 'ELOOP' || errorCode(error) === 'ENXIO') return { kind: 'noFile' };
      throw error;
    }
    try {
      const stats = await file.stat();
      if (!stats.isFile()) return { kind: 'noFile' };
      if (stats.size > most) return { kind: 'tooLarge' };
      return { kind: 'content', bytes: await file.readFile() };
    } finally {
      await file.close();
    }
  }

  /** Takes away what is there of an earlier file of the same name: answers are of the latest. */
  async clear(name: string): Promise<void> {
    for (const suffix of answerSuffixes) await rm(join(this.#out, name + suffix), { force: true });
  }

  /** Puts an answer beside the others: whole, on the disk, or not at all. */
  async answer(name: string, suffix: AnswerSuffix, content: Uint8Array | string): Promise<void> {
    // Its name begins with a dot, so that nobody takes it for an answer; a link of that name cannot be there.
    const temporary = join(this.#out, `.${randomBytes(9).toString('hex')}`);
    await writeDurably(temporary, content, 0o660);
    await rename(temporary, join(this.#out, name + suffix));
    await syncDirectory(this.#out);
  }

  /** The file was answered, and goes. */
  async done({ path }: DroppedFile): Promise<void> {
    await unlink(path);
    await syncDirectory(this.#taken);
  }

  /** Takes answers away that nobody needs any more. @param before instant of their making, or later */
  async sweep(before: Date): Promise<void> {
    for (const name of await readdir(this.#out)) {
      const path = join(this.#out, name);
      if ((await lstat(path)).ctimeMs < before.getTime()) await rm(path, { force: true, recursive: true });
    }
  }

  #in({ planId, purpose }: Place): string {
    return join(this.#folder, 'in', planId ?? '', purpose ?? '');
  }

  get #out(): string {
    return join(this.#folder, 'out');
  }

  get #taken(): string {
    return join(this.#folder, 'taken');
  }
}

/** How files are taken. */
export interface TakeOptions {
  readonly now: Date;
  readonly rest: number;
  readonly most: number;
}

/** What may be put beside the name of a file. */
export type AnswerSuffix = (typeof answerSuffixes)[number];

const answerSuffixes = [
  '.receipt.txt',
  '.receipt.jws',
  '.result.txt',
  '.errors.xlsx',
  '.errors.csv',
  '.refused.txt',
] as const;

type Place = Pick<DroppedFile, 'planId' | 'purpose'>;

/** Every folder into which files are put, those that hold others before what they hold. */
function placesIn(planIds: readonly string[]): readonly Place[] {
  const plans = planIds.length > 1 ? [null, ...planIds] : [null];
  return plans.flatMap((planId) => [null, ...purposes].map((purpose) => ({ planId, purpose })));
}

/** In the order of their taking, and with what the place said. */
function takenName({ planId, purpose }: Place, name: string): string {
  const order = `${String(Date.now()).padStart(14, '0')}-${randomBytes(4).toString('hex')}`;
  let kept = name.replaceAll(/[\p{C}\u{FFFD}]/gu, '_');
  // The end is kept: it says what kind of file it is.
  while (Buffer.byteLength(kept) > longestName) kept = Array.from(kept).slice(1).join('');
  return [order, planId ?? '', purpose ?? '', kept].join(separator);
}
