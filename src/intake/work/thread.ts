import { parentPort, workerData } from 'node:worker_threads';
import { unpackDiagnosisLists, type PackedDiagnosisLists } from './diagnosis-lists.ts';
import { perform, type Task, type TaskOutcome } from './task.ts';

const lists = unpackDiagnosisLists(workerData as PackedDiagnosisLists);

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
