/** Lets the held answer go. */
export type Release = () => void;

/** How the host treats the next request. */
export type AnswerFault = 'none' | { readonly come: () => void; readonly hold: Promise<void> | 'notCarriedOut' };

/**
 * What goes wrong in the wild, for tests to switch on. Nothing is on by itself.
 * - `context.sync()` that never returns: office-js issue 6678.
 * - `unprotect()` answered with AccessDenied: office-js issue 6784.
 * - events that do not come: office-js issues 1110 and 3888.
 */
export class Faults {
  /** Events are not sent while this is set. */
  dropEvents = false;
  /** `unprotect` fails with AccessDenied while this is set, whatever the password. */
  failUnprotect = false;
  #next: AnswerFault[] = [];

  /**
   * The next request is neither carried out nor answered.
   *
   * @param after requests before it, which are answered as usual
   * @returns resolves when it has come
   */
  ignoreNextRequest(after = 0): Promise<void> {
    return this.#fail('notCarriedOut', after);
  }

  /** The next request is carried out, and its answer is held back until the returned function is called. */
  holdNextAnswer(): Release {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    void this.#fail(promise, 0);
    return () => {
      resolve(undefined);
    };
  }

  /** Like {@link ignoreNextRequest}, but the request is carried out: only its answer never comes. */
  loseNextAnswer(after = 0): Promise<void> {
    return this.#fail(new Promise(() => undefined), after);
  }

  #fail(hold: Promise<void> | 'notCarriedOut', after: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#next.push(...Array.from({ length: after }, () => 'none' as const));
    this.#next.push({
      hold,
      come: () => {
        resolve(undefined);
      },
    });
    return promise;
  }

  /** Takes back what has not happened yet. */
  clear(): void {
    this.#next = [];
  }

  /** For the host: the fault of the request that came in. */
  take(): AnswerFault | undefined {
    return this.#next.shift();
  }
}
