import type { BookEvent, BookListener, ChangeSource } from './events.ts';

/** An event before it is known who caused it. */
export type Announcement = BookEvent extends infer Event
  ? Event extends BookEvent
    ? Omit<Event, 'source'>
    : never
  : never;

interface Reversal {
  readonly undo: () => void;
  readonly redo: () => void;
}

/** One entry of the undo list. */
interface UndoStep {
  readonly label: string;
  readonly reversals: Reversal[];
  readonly announcements: Announcement[];
}

/** Steps that Excel keeps. */
const maximumSteps = 100;

/**
 * Keeps what a change needs beside the change itself: who makes it, how it is undone, whom to tell. Every write runs
 * inside `run`; recalculation and events follow the outermost one.
 */
export class Recorder {
  readonly #listeners = new Set<BookListener>();
  readonly #settle: () => readonly Announcement[];
  #depth = 0;
  #source: ChangeSource = 'api';
  #events: BookEvent[] = [];
  #open: UndoStep | undefined;
  #replaying = false;
  #done: UndoStep[] = [];
  #undone: UndoStep[] = [];

  /** `settle` recalculates after the outermost change and gives what it has to announce. */
  constructor(settle: () => readonly Announcement[]) {
    this.#settle = settle;
  }

  get source(): ChangeSource {
    return this.#source;
  }

  get undoLabels(): readonly string[] {
    return this.#done.map((step) => step.label).reverse();
  }

  get redoLabels(): readonly string[] {
    return this.#undone.map((step) => step.label).reverse();
  }

  subscribe(listener: BookListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Runs a change; recalculation and events come after the outermost. */
  run<Result>(action: () => Result): Result {
    this.#depth += 1;
    try {
      return action();
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) this.#finish();
    }
  }

  /** Runs a change by the person as one step of the undo list; if it throws, all of it is taken back. */
  asPerson<Result>(label: string, action: () => Result): Result {
    if (this.#open !== undefined) return this.run(action);
    const before = this.#source;
    return this.run(() => {
      const step: UndoStep = { label, reversals: [], announcements: [] };
      this.#open = step;
      this.#source = 'person';
      const eventCount = this.#events.length;
      try {
        const result = action();
        this.#open = undefined;
        if (step.reversals.length > 0) this.#keep(step);
        return result;
      } catch (reason) {
        this.#open = undefined;
        this.#replay(step.reversals.toReversed().map((reversal) => reversal.undo));
        this.#events.length = eventCount;
        throw reason;
      } finally {
        this.#source = before;
      }
    });
  }

  /** Notes how a change is taken back and made again. An add-in's change clears the undo list instead. */
  record(undo: () => void, redo: () => void): void {
    if (this.#replaying) return;
    if (this.#open === undefined) this.clear();
    else this.#open.reversals.push({ undo, redo });
  }

  /** Notes the state before a change; `capture` gives a function that brings back what is now. */
  recordState(capture: () => () => void): void {
    if (!this.isRecording) {
      this.record(doNothing, doNothing);
      return;
    }
    const before = capture();
    let after = doNothing;
    this.record(
      () => {
        after = capture();
        before();
      },
      () => {
        after();
      },
    );
  }

  /** True while the caller should note reversals: making them costs time and memory. */
  get isRecording(): boolean {
    return this.#open !== undefined && !this.#replaying;
  }

  announce(announcement: Announcement): void {
    if (this.#replaying) return;
    this.#events.push({ ...announcement, source: this.#source });
    this.#open?.announcements.push(announcement);
  }

  clear(): void {
    if (this.#done.length === 0 && this.#undone.length === 0) return;
    this.#done = [];
    this.#undone = [];
    this.announce({ type: 'stateChanged' });
  }

  /** Takes back the last step; false where there is none. */
  undo(): boolean {
    const step = this.#done.pop();
    if (step === undefined) return false;
    this.#again(
      step.reversals.toReversed().map((reversal) => reversal.undo),
      step.announcements.toReversed().map(inverse),
    );
    this.#undone.push(step);
    return true;
  }

  /** Makes the last undone step again; false where there is none. */
  redo(): boolean {
    const step = this.#undone.pop();
    if (step === undefined) return false;
    this.#again(
      step.reversals.map((reversal) => reversal.redo),
      step.announcements,
    );
    this.#done.push(step);
    return true;
  }

  #again(actions: readonly (() => void)[], announcements: readonly Announcement[]): void {
    const before = this.#source;
    this.run(() => {
      this.#source = 'person';
      this.#replay(actions);
      for (const announcement of announcements) this.announce(withoutDetail(announcement));
      this.announce({ type: 'stateChanged' });
      this.#source = before;
    });
  }

  #keep(step: UndoStep): void {
    this.#done.push(step);
    if (this.#done.length > maximumSteps) this.#done.shift();
    this.#undone = [];
    this.announce({ type: 'stateChanged' });
  }

  #replay(actions: readonly (() => void)[]): void {
    this.#replaying = true;
    try {
      for (const action of actions) action();
    } finally {
      this.#replaying = false;
    }
  }

  #finish(): void {
    const source = this.#events.at(-1)?.source ?? this.#source;
    for (const announcement of this.#settle()) this.#events.push({ ...announcement, source });
    const events = this.#events;
    this.#events = [];
    for (const event of events) for (const listener of this.#listeners) listener(event);
  }
}

/** What undoing announces: rows that had come now go. */
function inverse(announcement: Announcement): Announcement {
  if (announcement.type === 'changed') {
    switch (announcement.changeType) {
      case 'RowInserted':
        return { ...announcement, changeType: 'RowDeleted' };
      case 'RowDeleted':
        return { ...announcement, changeType: 'RowInserted' };
      case 'ColumnInserted':
        return { ...announcement, changeType: 'ColumnDeleted' };
      case 'ColumnDeleted':
        return { ...announcement, changeType: 'ColumnInserted' };
      case 'RangeEdited':
        return announcement;
    }
  }
  return announcement;
}

function withoutDetail(announcement: Announcement): Announcement {
  if (announcement.type !== 'changed' || announcement.detail === undefined) return announcement;
  const { type, sheetId, changeType, area } = announcement;
  return { type, sheetId, changeType, area };
}

function doNothing(): void {
  // For changes that are noted but not kept.
}
