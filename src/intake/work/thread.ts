import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { unpackDiagnosisLists, type PackedDiagnosisLists } from './diagnosis-lists.ts';
import { perform, type Task, type TaskOutcome } from './task.ts';

/** What a thread is given when it starts. */
export interface ThreadData {
  readonly lists: PackedDiagnosisLists;
  /** Whether its work can wait for that of others. */
  readonly background: boolean;
}

/**
 * Niceness of work that can wait: beside one other that never rests it gets a third of the time, so that a check
 * goes on, and ends, on a computer that is busy with something else.
 */
const backgroundNiceness = 3;

const { lists: packed, background } = workerData as ThreadData;
const lists = unpackDiagnosisLists(packed);
if (background) yieldToOthers();

// One task at a time. What was thrown stays here: it could quote a member's data.
parentPort?.on('message', (task: Task) => {
  perform(task, lists).then(
    (result) => {
      post({ kind: 'done', result });
    },
    () => {
      post({ kind: 'failed' });
    },
  );
});

function post(outcome: TaskOutcome): void {
  parentPort?.postMessage(outcome);
}

/** Linux has a priority for each thread, and says which one this is. Elsewhere a thread has that of its process. */
function yieldToOthers(): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), backgroundNiceness);
  } catch {
    // The work is done all the same.
  }
}
