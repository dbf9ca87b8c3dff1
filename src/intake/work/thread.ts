import { parentPort } from 'node:worker_threads';
import { perform, type Task } from './task.ts';

// One task at a time; null says that it failed. What was thrown stays here: it could quote a member's data.
parentPort?.on('message', (task: Task) => {
  perform(task).then(
    (result) => parentPort?.postMessage(result),
    () => parentPort?.postMessage(null),
  );
});
