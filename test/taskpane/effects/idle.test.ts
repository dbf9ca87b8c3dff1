import { idleLimit, signOutIdle, watchIdle, type IdleClock } from '../../../src/taskpane/effects/idle.ts';
import { openPane, testNow } from '../support/open-pane.ts';
import { plan } from '../support/plan.ts';

/** A clock that goes on when the test says so, and calls what is due. */
class TestClock implements IdleClock {
  #now = 0;
  readonly #timers = new Map<() => void, number>();
  readonly now = (): number => this.#now;
  readonly after = (milliseconds: number, call: () => void): (() => void) => {
    const timer = (): void => {
      call();
    };
    this.#timers.set(timer, this.#now + milliseconds);
    return () => this.#timers.delete(timer);
  };

  /** Lets time pass; while the computer sleeps no timer is called. */
  pass(milliseconds: number, asleep = false): void {
    this.#now += milliseconds;
    if (asleep) return;
    for (const [timer, due] of [...this.#timers]) {
      if (due > this.#now || !this.#timers.delete(timer)) continue;
      timer();
    }
  }

  get timers(): number {
    return this.#timers.size;
  }
}

function watched(isBusy = () => false) {
  const clock = new TestClock();
  let expired = 0;
  const watch = watchIdle(clock, idleLimit, isBusy, () => {
    expired += 1;
  });
  return { clock, watch, expired: () => expired };
}

const minute = 60_000;

test('the limit is a quarter of an hour', () => {
  expect(idleLimit).toBe(15 * minute);
});

test('after the limit without a sign it expires, not a moment sooner', () => {
  const { clock, expired } = watched();
  clock.pass(15 * minute - 1);
  expect(expired()).toBe(0);
  clock.pass(1);
  expect(expired()).toBe(1);
});

test('each sign of a person begins the time anew', () => {
  const { clock, watch, expired } = watched();
  for (let each = 0; each < 4; each += 1) {
    clock.pass(14 * minute);
    watch.active();
  }
  expect(expired()).toBe(0);
  clock.pass(15 * minute);
  expect(expired()).toBe(1);
});

test('work that is under way is not cut off; its end begins the time anew', () => {
  let busy = true;
  const { clock, expired } = watched(() => busy);
  clock.pass(15 * minute);
  busy = false;
  clock.pass(14 * minute);
  expect(expired()).toBe(0);
  clock.pass(minute);
  expect(expired()).toBe(1);
});

test('after a sleep of the computer the first sign finds the time passed, before it counts as a sign', () => {
  const { clock, watch, expired } = watched();
  clock.pass(8 * 60 * minute, true);
  watch.active();
  expect(expired()).toBe(1);
  expect(clock.timers).toBe(1);
});

test('a watch that is stopped leaves no timer', () => {
  const { clock, watch, expired } = watched();
  watch.stop();
  clock.pass(60 * minute);
  expect([clock.timers, expired()]).toEqual([0, 0]);
});

test('somebody who has gone is signed out and told so; what was entered stays', () => {
  const pane = openPane(plan);
  pane.context.session.begin({ token: 't', usableUntil: testNow.getTime() + 60 * minute });
  pane.store.dispatch({ type: 'signedIn' });
  pane.store.dispatch({ type: 'setupEdited', draft: { ...pane.workbook.setup, invoiceDate: '11/03/2026' } });
  signOutIdle(pane.context);
  expect(pane.context.session.token(testNow)).toBeNull();
  expect(pane.state()).toMatchObject({
    signedIn: false,
    message: { kind: 'signedOutIdle' },
    setUp: { draft: { invoiceDate: '11/03/2026' } },
  });
});

test('where nobody was signed in nothing is said', () => {
  const pane = openPane(plan);
  signOutIdle(pane.context);
  expect(pane.state().message).toBeNull();
});
