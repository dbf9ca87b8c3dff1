import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds without a submission after which it is quiet: senders that wait for each other's receipts leave gaps. */
const moment = 20;

/**
 * Receiving goes before what can wait. A receipt is what a sender waits for, and the plan's clock runs from it; a check
 * is made from what is on the disk. So checks wait until it is quiet, but never for longer than they are told to.
 */
export class Precedence {
  #receiving = 0;
  #last = Number.NEGATIVE_INFINITY;

  /** Does what goes before. */
  async first<T>(receive: () => Promise<T>): Promise<T> {
    this.#receiving += 1;
    try {
      return await receive();
    } finally {
      this.#receiving -= 1;
      this.#last = performance.now();
    }
  }

  /**
   * Resolves when it is quiet, and at the latest after some milliseconds.
   *
   * @param isOver whether there is nothing left to wait for
   */
  async giveWay(longest: number, isOver: () => boolean): Promise<void> {
    const end = performance.now() + longest;
    while (!isOver()) {
      const now = performance.now();
      if (now >= end || (this.#receiving === 0 && now >= this.#last + moment)) return;
      await pause(Math.min(moment, end - now), undefined, { ref: false });
    }
  }
}
