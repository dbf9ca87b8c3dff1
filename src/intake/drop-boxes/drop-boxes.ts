import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { maximumBodyBytes } from '../../submission/contract.ts';
import { receiptSchema, type Receipt } from '../../submission/receipt.ts';
import { scopes } from '../../submission/scopes.ts';
import type { AddIn } from '../../xlsx/template-file.ts';
import type { TellRead } from '../audit/reads.ts';
import { readErrorFile, readResult, type CheckingParts } from '../checking.ts';
import type { Log } from '../http/log.ts';
import { ProblemError, problemOf } from '../http/problem.ts';
import { reachOf, type Caller } from '../identity/access.ts';
import type { Directory, ProviderOrganisation } from '../identity/directory.ts';
import type { Metrics } from '../metrics.ts';
import type { DropBoxOptions } from '../options.ts';
import { receive, type ReceptionParts, type Sent } from '../reception.ts';
import type { StoredSubmission } from '../store/stored-submission.ts';
import type { CheckQueue } from '../work/check-queue.ts';
import { receiptText, refusalText, resultText } from './answer-words.ts';
import { DropFolder, type DroppedFile } from './drop-folder.ts';

/** What the boxes work with. */
export interface DropBoxParts extends ReceptionParts, CheckingParts {
  readonly queue: CheckQueue;
  readonly directory: Pick<Directory, 'organisation'>;
  readonly metrics: Metrics;
  readonly tellRead: TellRead;
  readonly addIn: AddIn | null;
  readonly log: Log;
}

/** How often boxes are looked into, milliseconds: a folder that other programs write into does not tell. */
const turnInterval = 1_000;

/** Files that one box may bring in a turn: a full one does not hold the others up. */
const mostInTurn = 20;

/** Milliseconds after which a file is tried again that could not be taken for want of something of ours; then longer. */
const pause = 2_000;
const longestPause = 5 * 60_000;

/** Milliseconds for which answers stay: three months. */
const answerTime = 92 * 24 * 60 * 60_000;

/** How often old answers are looked for, milliseconds. */
const sweepInterval = 24 * 60 * 60_000;

const from = 'drop box';

/** When a file is tried again, by `performance.now()`. */
interface Trial {
  readonly tries: number;
  readonly at: number;
}

// Files have the times of this computer, whatever time it is for the endpoint: both are asked of the same clock.

/**
 * Takes files from the providers' boxes and puts the answers beside them: the receipt once the submission is on the
 * disk, what came of it once it was checked, or why the file is not taken. A file goes through the same reception as
 * one that is sent by HTTP; it is gone from the box only when its answers are there, so whenever this ends it begins
 * again, and the same content is one submission.
 */
export class DropBoxes {
  readonly #options: DropBoxOptions;
  readonly #parts: DropBoxParts;
  readonly #timer: NodeJS.Timeout;
  /** Files whose submissions wait for their check. */
  readonly #received = new Map<string, StoredSubmission['id']>();
  /** Files that are tried again. */
  readonly #later = new Map<string, Trial>();
  #turn: Promise<void> | null = null;
  #swept = 0;
  #closed = false;

  constructor(options: DropBoxOptions, parts: DropBoxParts) {
    this.#options = options;
    this.#parts = parts;
    this.#timer = setInterval(() => {
      this.look();
    }, turnInterval);
    this.#timer.unref();
  }

  /** Looks into the boxes now, unless it is at it. */
  look(): void {
    if (this.#closed || this.#turn !== null) return;
    this.#turn = this.#lookIntoAll().finally(() => {
      this.#turn = null;
    });
  }

  /** Takes nothing more, and waits for what is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#turn;
  }

  async #lookIntoAll(): Promise<void> {
    const { log } = this.#parts;
    try {
      const isSweep = Date.now() - this.#swept > sweepInterval;
      for (const entry of await readdir(this.#options.folder, { withFileTypes: true })) {
        if (this.#closed) return;
        if (!entry.isDirectory()) continue;
        const organisation = await this.#parts.directory.organisation(entry.name);
        if (organisation?.kind !== 'provider') continue;
        await this.#lookInto(new DropFolder(join(this.#options.folder, entry.name)), organisation, isSweep);
      }
      if (isSweep) this.#swept = Date.now();
    } catch (error) {
      log.failure({ during: 'look into drop boxes', error });
    }
  }

  /** What goes wrong with one box does not keep the others waiting. */
  async #lookInto(box: DropFolder, organisation: ProviderOrganisation, isSweep: boolean): Promise<void> {
    const { log } = this.#parts;
    try {
      const { plans } = organisation;
      await box.prepare(plans);
      await box.take(plans, { now: new Date(), rest: this.#options.restSeconds * 1000, most: mostInTurn });
      const names = new Set<string>();
      for (const file of await box.taken()) {
        if (this.#closed) return;
        // A later file of the same name waits: its answers take the place of the earlier one's.
        const isLater = names.has(file.name);
        names.add(file.name);
        if (isLater || (this.#later.get(file.path)?.at ?? 0) > performance.now()) continue;
        await this.#handle(box, file, organisation);
      }
      if (isSweep) await box.sweep(new Date(Date.now() - answerTime));
    } catch (error) {
      log.failure({ during: 'look into a drop box', error });
    }
  }

  async #handle(box: DropFolder, file: DroppedFile, organisation: ProviderOrganisation): Promise<void> {
    const { log } = this.#parts;
    try {
      const submissionId = this.#received.get(file.path);
      const isDone =
        submissionId === undefined
          ? await this.#receive(box, file, organisation)
          : await this.#answer(box, file, submissionId, organisation);
      if (!isDone) return;
      await box.done(file);
      this.#received.delete(file.path);
      this.#later.delete(file.path);
    } catch (error) {
      // It stays where it is and is tried again.
      const tries = (this.#later.get(file.path)?.tries ?? 0) + 1;
      const wait = Math.min(longestPause, pause * 2 ** Math.min(tries, 20));
      this.#later.set(file.path, { tries, at: performance.now() + wait });
      log.failure({ during: 'take a file from a drop box', error });
    }
  }

  /** @returns whether nothing is left to do with the file */
  async #receive(box: DropFolder, file: DroppedFile, organisation: ProviderOrganisation): Promise<boolean> {
    const refuse = async (refusal: Parameters<typeof refusalText>[0]): Promise<true> => {
      await box.clear(file.name);
      await box.answer(file.name, '.refused.txt', refusalText(refusal));
      return true;
    };
    const content = await box.read(file, maximumBodyBytes);
    if (content.kind !== 'content') return refuse(content.kind);
    const { metrics, queue } = this.#parts;
    const sent: Sent = {
      kind: 'file',
      body: content.bytes,
      key: undefined,
      planId: file.planId ?? (organisation.plans.length === 1 ? (organisation.plans[0] ?? null) : null),
      order: file.purpose === null ? {} : { purpose: file.purpose },
      language: 'en',
    };
    let received;
    try {
      received = await receive(this.#parts, sent, callerOf(organisation), from);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'busy' || !(error instanceof ProblemError)) throw error;
      return refuse(problem);
    }
    metrics.received(received.channel, received.replayed ? 'known' : 'stored');
    await box.clear(file.name);
    await box.answer(file.name, '.receipt.jws', received.receipt);
    await box.answer(file.name, '.receipt.txt', receiptText(receiptIn(received.receipt)));
    this.#received.set(file.path, received.submissionId);
    queue.wake();
    return false;
  }

  /** @returns whether the submission was checked and its answers are there */
  async #answer(
    box: DropFolder,
    file: DroppedFile,
    submissionId: string,
    organisation: ProviderOrganisation,
  ): Promise<boolean> {
    const { submissions, tellRead } = this.#parts;
    const submission = await submissions.find(submissionId);
    const result = submission.state === 'checked' ? await readResult(this.#parts, submission) : null;
    if (result === null) return false;
    await tellRead([submission.id], { what: 'errorFile', caller: callerOf(organisation), from });
    if (result.invoices.some(({ state }) => state === 'rejected')) {
      for (const form of ['xlsx', 'csv'] as const) {
        const errors = await readErrorFile(this.#parts, submission, form, 'en');
        if (errors instanceof Uint8Array) await box.answer(file.name, `.errors.${form}`, errors);
      }
    }
    await box.answer(file.name, '.result.txt', resultText(submission.id, result, submission.part2Program));
    return true;
  }
}

/** A box sends as a system of its organisation does. */
function callerOf(organisation: ProviderOrganisation): Caller {
  return {
    subject: `drop-box:${organisation.id}`,
    account: from,
    organisation,
    role: 'providerSystem',
    scopes: new Set([scopes.write]),
    reach: reachOf(organisation),
  };
}

/** What a receipt of our own says. */
function receiptIn(jws: string): Receipt {
  const [, payload = ''] = jws.split('.');
  return receiptSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
}
