import { ExcelError } from '../../excel/invoice-workbook.ts';
import type { Message } from '../state/message.ts';
import type { Task } from '../state/pane-state.ts';
import type { Plan } from '../state/plans.ts';
import { standingOf } from '../state/standing.ts';
import type { EffectContext } from './ports.ts';

/**
 * Runs the answer to a click. One at a time: while one runs, another click does nothing. What goes wrong is said in
 * one sentence; the error itself goes nowhere, since it might hold what a cell holds.
 */
export async function runTask(context: EffectContext, task: Task, work: () => Promise<void>): Promise<void> {
  const { store } = context;
  if (store.getState().busy !== null) return;
  store.dispatch({ type: 'taskStarted', task });
  try {
    await work();
  } catch (error) {
    show(context, troubleOf(error));
  } finally {
    store.dispatch({ type: 'taskEnded' });
  }
}

/** Thrown where a person stopped what ran. */
export class Stopped extends Error {
  constructor() {
    super('Stopped');
    this.name = 'Stopped';
  }
}

/** What comes of some work, unless it is stopped before. What Excel was asked for it does all the same. */
export function unlessStopped<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(new Stopped());
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop);
    });
  });
}

/** Runs work that a person may stop while it runs. */
export async function stoppable<T>(
  { cancellation }: EffectContext,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  cancellation.current = controller;
  try {
    return await work(controller.signal);
  } finally {
    cancellation.current = null;
  }
}

/** Shows a message. */
export function show({ store }: EffectContext, message: Message): void {
  store.dispatch({ type: 'messageShown', message });
}

/** The message for an error. */
export function troubleOf(error: unknown): Message {
  if (error instanceof Stopped) return { kind: 'stopped' };
  return error instanceof ExcelError ? { kind: 'excel', trouble: error.trouble } : { kind: 'unexpected' };
}

/** The plan of the open workbook, or null where there is none that the pane knows. */
export function planOf({ store }: EffectContext): Plan | null {
  const standing = standingOf(store.getState());
  return standing.kind === 'template' ? standing.plan : null;
}

/** A plan as it is now: its lists of ICD-10-CM may have come since it was taken. */
export function presentPlan({ store }: EffectContext, plan: Plan): Plan {
  const { plans } = store.getState();
  return (plans.kind === 'known' ? plans.plans.find(({ planId }) => planId === plan.planId) : undefined) ?? plan;
}

/** Like {@link runTask}, with the workbook's plan; without one nothing happens. */
export function runPlanTask(context: EffectContext, task: Task, work: (plan: Plan) => Promise<void>): Promise<void> {
  const plan = planOf(context);
  return plan === null ? Promise.resolve() : runTask(context, task, () => work(plan));
}
