import { readTask, type ReadingOf, type ReadTask } from '../file-worker/read-task.ts';
import type { EffectContext } from './ports.ts';
import { unlessStopped } from './task.ts';

/** Reads what a person opened beside the pane, which answers meanwhile; in the pane itself where that cannot be. */
export async function readOpened<Task extends ReadTask>(
  { ports, store }: EffectContext,
  task: Task,
  signal: AbortSignal,
): Promise<ReadingOf<Task>> {
  store.dispatch({ type: 'progressed', progress: { done: 0, total: null } });
  const reading = (await unlessStopped(ports.readInWorker(task, signal), signal)) ?? (await readTask(task));
  store.dispatch({ type: 'progressed', progress: null });
  return reading;
}
