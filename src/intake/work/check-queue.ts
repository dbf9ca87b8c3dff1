import type { Clock } from '../options.ts';
import type { Log } from '../http/log.ts';
import { LeaseLostError, type LeasedWork, type Outbox } from '../store/outbox.ts';
import type { Precedence } from './precedence.ts';

/**
 * How long a worker holds a piece of work before another may take it over, milliseconds; it is renewed while the work
 * goes on, so this is how long the work of a process that died stays undone.
 */
const leaseTime = 10_000;

/** How often the outbox is looked at without being told to: for work that was given back or left by a dead process. */
const pollInterval = 1_000;

const longestBackoff = 15 * 60_000;

/**
 * How long checks give way to receiving, as a multiple of the time that the last one took, and at most, milliseconds:
 * where submissions come without a pause, checks still have a ninth of the time.
 */
const givenWay = 8;
const longestWay = 2_000;

/** What the queue works with. */
export interface CheckQueueParts {
  readonly outbox: Outbox;
  /** Checks the submission of a piece of work and completes it. */
  readonly check: (work: LeasedWork) => Promise<void>;
  readonly clock: Clock;
  /** Checks at the same time; 0 leaves the work to other processes. */
  readonly concurrency: number;
  readonly precedence: Precedence;
  readonly log: Log;
}

/** Takes work from the outbox and has it checked. Nothing is ever dropped: what fails is tried again, ever later. */
export class CheckQueue {
  readonly #parts: CheckQueueParts;
  readonly #active = new Set<Promise<void>>();
  readonly #waiting = new Map<string, Set<() => void>>();
  readonly #timer: NodeJS.Timeout;
  /** Milliseconds that the last check took. */
  #taken = 0;
  #pumping = false;
  #again = false;
  #closed = false;

  constructor(parts: CheckQueueParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => {
      this.wake();
    }, pollInterval);
    this.#timer.unref();
  }

  /** Whether nothing is taken or waited for any more. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Says that there may be work. */
  wake(): void {
    if (this.#closed || this.#parts.concurrency === 0) return;
    this.#again = true;
    if (!this.#pumping) void this.#pump();
  }

  /**
   * Resolves when this process has checked the submission, after the milliseconds, or when the queue closes. Ask before {@link wake}, and
   * read the state afterwards: another process may have checked it.
   */
  waitFor(submissionId: string, milliseconds: number): { readonly done: Promise<void>; readonly cancel: () => void } {
    const waiters = this.#waiting.get(submissionId) ?? new Set();
    this.#waiting.set(submissionId, waiters);
    let cancel = (): void => undefined;
    const done = new Promise<void>((resolve) => {
      cancel = () => {
        clearTimeout(timer);
        waiters.delete(cancel);
        if (waiters.size === 0) this.#waiting.delete(submissionId);
        resolve();
      };
      const timer = setTimeout(cancel, this.#closed ? 0 : milliseconds);
      waiters.add(cancel);
    });
    return { done, cancel };
  }

  /** Takes no more work and waits for what is being done. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    for (const waiters of [...this.#waiting.values()]) for (const release of [...waiters]) release();
    await Promise.all(this.#active);
  }

  async #pump(): Promise<void> {
    this.#pumping = true;
    try {
      while (this.#again && this.#active.size < this.#parts.concurrency && !this.closed) {
        if (!(await this.#giveWay())) break;
        this.#again = false;
        const work = await this.#parts.outbox.claim(this.#parts.clock(), leaseTime);
        if (work === null) continue;
        this.#again = true;
        this.#startWork(work);
      }
    } catch (error) {
      this.#parts.log.failure({ during: 'claim work', error });
    } finally {
      this.#pumping = false;
    }
  }

  /** Lets receiving go first. @returns whether the queue is still open then */
  async #giveWay(): Promise<boolean> {
    const longest = Math.min(longestWay, givenWay * this.#taken);
    await this.#parts.precedence.giveWay(longest, () => this.#closed);
    return !this.#closed;
  }

  #startWork(work: LeasedWork): void {
    const running = this.#perform(work).finally(() => {
      this.#active.delete(running);
      this.wake();
    });
    this.#active.add(running);
  }

  async #perform(work: LeasedWork): Promise<void> {
    const renewal = setInterval(() => void this.#renew(work), leaseTime / 3);
    const begun = performance.now();
    try {
      await this.#parts.check(work);
      for (const release of [...(this.#waiting.get(work.submissionId) ?? [])]) release();
    } catch (error) {
      if (error instanceof LeaseLostError || this.#closed) return;
      this.#parts.log.failure({ during: 'check submission', error });
      await this.#giveBack(work);
    } finally {
      clearInterval(renewal);
      this.#taken = performance.now() - begun;
    }
  }

  async #renew(work: LeasedWork): Promise<void> {
    try {
      await this.#parts.outbox.renew(work, this.#parts.clock(), leaseTime);
    } catch (error) {
      this.#parts.log.failure({ during: 'hold work', error });
    }
  }

  async #giveBack(work: LeasedWork): Promise<void> {
    const backoff = Math.min(longestBackoff, 1_000 * 2 ** Math.min(work.attempts, 20));
    try {
      await this.#parts.outbox.release(work, new Date(this.#parts.clock().getTime() + backoff));
    } catch (error) {
      this.#parts.log.failure({ during: 'give work back', error });
    }
  }
}
