/**
 * Work that stops now and then, so that whoever runs it may let the screen answer in between. It yields where it can
 * wait, and gives its result in the end.
 */
export type SlicedWork<T> = Generator<undefined, T, undefined>;

/** Milliseconds of work between two pauses: together with what a screen does besides, well below 50 (long tasks). */
const slice = 12;

// Taken before a test can replace it: work must go on where a clock stands still.
const { setTimeout: startTimer } = globalThis;

/** Lets everything that waits have its turn, and what follows begin a task of its own. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    startTimer(resolve, 0);
  });
}

/**
 * Runs work in slices. Work that is done within one slice takes no pause.
 *
 * @param paused called after each pause; what it throws ends the work
 */
export async function inSlices<T>(work: SlicedWork<T>, paused: () => void = () => undefined): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - begun < slice) continue;
    await pause();
    begun = performance.now();
    paused();
    // What the callback changed on the screen is drawn first, and its time is a part of this slice.
    await Promise.resolve();
  }
}

/** Runs work in one go. */
export function atOnce<T>(work: SlicedWork<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
