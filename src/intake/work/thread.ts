import { parentPort, workerData } from 'node:worker_threads';
import { unpackDiagnosisLists, type PackedDiagnosisLists } from './diagnosis-lists.ts';
import { perform, type Task } from './task.ts';

const lists = unpackDiagnosisLists(workerData as PackedDiagnosisLists);

// One task at a time; null says that it failed. What was thrown stays here: it could quote a member's data.
parentPort?.on('message', (task: Task) => {
  perform(task, lists).then(
    (result) => parentPort?.postMessage(result),
    () => parentPort?.postMessage(null),
  );
});
