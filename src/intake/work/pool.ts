import { Worker } from 'node:worker_threads';
import type { ThreadData } from './thread.ts';
import { packDiagnosisLists, type PlanDiagnosisLists } from './diagnosis-lists.ts';
import type { Task, TaskOutcome, TaskResult } from './task.ts';
import { perform } from './task.ts';

/** Thrown where more work waits than memory should hold. */
export class BusyError extends Error {
  constructor() {
    super('Too much work is waiting');
    this.name = 'BusyError';
  }
}

/** Thrown where a task failed in its thread, or the pool was closed over it; the reason is not kept, since it could quote its input. */
export class TaskFailedError extends Error {
  constructor() {
    super('A task failed in its thread');
    this.name = 'TaskFailedError';
  }
}

/** Thrown where a thread was ended over a task: it took too long, or more memory than a thread may have. */
export class TaskStoppedError extends Error {
  constructor() {
    super('A task was ended with its thread');
    this.name = 'TaskStoppedError';
  }
}

interface Job {
  readonly task: Task;
  readonly resolve: (result: TaskResult) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}

/**
 * Below this many bytes a task runs on the spot: a one-line submission takes less time than the way to a thread and
 * back, and does not hold the event loop for a millisecond.
 */
const inlineBytes = 32 * 1024;

/** 5,000 lines take about one second. */
const usualTimeout = 60_000;

const maximumWaiting = 64;

/** How a pool works. */
export interface PoolOptions {
  /** Lists of ICD-10-CM by plan; a thread gets them once, when it starts. */
  readonly lists?: PlanDiagnosisLists;
  /** Milliseconds after which a task is given up and its thread ended. */
  readonly timeout?: number;
  /** Whether its threads let others go first, where the system has priorities of threads. */
  readonly background?: boolean;
}

/** A fixed number of threads for reading or checking submissions, so that the event loop stays free. */
export class ThreadPool {
  readonly #size: number;
  readonly #lists: PlanDiagnosisLists;
  readonly #timeout: number;
  readonly #background: boolean;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Job[] = [];
  #closed = false;

  /** @param size threads, at least one; they are started when first needed. */
  constructor(size: number, options: PoolOptions = {}) {
    this.#size = size;
    this.#lists = options.lists ?? new Map();
    this.#timeout = options.timeout ?? usualTimeout;
    this.#background = options.background ?? false;
  }

  /** Tasks that wait for a thread. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** @throws BusyError, TaskFailedError, TaskStoppedError */
  run<T extends Task>(task: T): Promise<TaskResult<T>> {
    // A workbook takes a tenth of a second to write, however few lines it has, and a small file can be a bomb to read.
    const isShort =
      task.kind === 'read' || task.kind === 'services' || task.kind === 'check' || task.kind === 'lookUps';
    if (isShort && task.body.byteLength < inlineBytes) return perform(task, this.#lists);
    if (this.#closed || this.#waiting.length >= maximumWaiting) return Promise.reject(new BusyError());
    return new Promise<TaskResult>((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject });
      this.#assign();
    }) as Promise<TaskResult<T>>;
  }

  /** Ends the threads. Work that was not finished fails; what was stored stays to be done. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#waiting.splice(0)) job.reject(new TaskFailedError());
    await Promise.all([...this.#threads].map((thread) => thread.worker.terminate()));
  }

  #assign(): void {
    while (this.#waiting.length > 0) {
      const idle = [...this.#threads].find((thread) => thread.job === null) ?? this.#start();
      const job = idle === null ? undefined : this.#waiting.shift();
      if (idle === null || job === undefined) return;
      idle.job = job;
      idle.timer = setTimeout(() => void idle.worker.terminate(), this.#timeout);
      idle.worker.postMessage(job.task);
    }
  }

  #start(): Thread | null {
    if (this.#threads.size >= this.#size) return null;
    const worker = new Worker(new URL('./thread.ts', import.meta.url), {
      // Whatever is thrown in a thread must not be printed: it could quote its input.
      stdout: true,
      stderr: true,
      workerData: { lists: packDiagnosisLists(this.#lists), background: this.#background } satisfies ThreadData,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const thread: Thread = { worker, job: null, timer: null };
    this.#threads.add(thread);
    worker.on('message', (outcome: TaskOutcome) => {
      const job = this.#finish(thread);
      if (outcome.kind === 'failed') job?.reject(new TaskFailedError());
      else job?.resolve(outcome.result);
      this.#assign();
    });
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      this.#threads.delete(thread);
      this.#finish(thread)?.reject(this.#closed ? new TaskFailedError() : new TaskStoppedError());
      if (!this.#closed) this.#assign();
    });
    worker.unref();
    return thread;
  }

  #finish(thread: Thread): Job | null {
    const { job, timer } = thread;
    if (timer !== null) clearTimeout(timer);
    thread.job = null;
    thread.timer = null;
    return job;
  }
}
