import type { EffectContext } from './ports.ts';
import { show } from './task.ts';

/** Milliseconds without a sign of a person after which a sign-in ends. */
export const idleLimit = 15 * 60 * 1000;

/** A clock with timers; tests put one of their own here. */
export interface IdleClock {
  /** Milliseconds since any fixed instant; the time that a computer sleeps counts. */
  readonly now: () => number;
  /** Calls back after some milliseconds; returns the way to stop. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
}

/** A watch over whether somebody still sits there. */
export interface IdleWatch {
  /** A person did something in the pane. */
  readonly active: () => void;
  readonly stop: () => void;
}

/**
 * Calls `expire` each time nobody has done anything for as long as the limit. Work that is under way counts as
 * somebody. Timers may come late, after a computer's sleep by hours: the first sign of a person then finds the limit
 * passed.
 *
 * @param limit milliseconds
 */
export function watchIdle(clock: IdleClock, limit: number, isBusy: () => boolean, expire: () => void): IdleWatch {
  let last = clock.now();
  let cancel = clock.after(limit, look);
  function look(): void {
    const passed = clock.now() - last >= limit;
    if (passed) {
      last = clock.now();
      if (!isBusy()) expire();
    }
    cancel = clock.after(last + limit - clock.now(), look);
  }
  return {
    active: () => {
      if (clock.now() - last >= limit) {
        cancel();
        look();
      }
      last = clock.now();
    },
    stop: () => {
      cancel();
    },
  };
}

/** Signs out somebody who has gone: the token is forgotten, what was entered stays as it is. */
export function signOutIdle(context: EffectContext): void {
  const { ports, session, store } = context;
  if (session.token(ports.now()) === null && !store.getState().signedIn) return;
  session.end();
  store.dispatch({ type: 'signedOut' });
  show(context, { kind: 'signedOutIdle' });
}
