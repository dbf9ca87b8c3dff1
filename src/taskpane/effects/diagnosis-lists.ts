import type { DiagnosisList } from '../../guidance/diagnosis-list.ts';
import { verifyDiagnosisList, type DiagnosisListReference } from '../../plan/diagnosis-lists.ts';
import type { Plan } from '../state/plans.ts';
import { findInLines } from './find-in-lines.ts';
import type { EffectContext } from './ports.ts';
import { planOf, presentPlan } from './task.ts';

/** Milliseconds that a list of 0.8 MB may take. A check waits for it, and goes on without it afterwards. */
const deadline = 20_000;

/**
 * Reads a list from the pane's own origin. The registry's signature covers its fingerprint, so what came instead of it
 * is not used; its path holds the fingerprint too, so the browser may keep it.
 */
export async function readDiagnosisList(
  reference: DiagnosisListReference,
  source: { readonly address: string; readonly fetch: typeof globalThis.fetch },
): Promise<DiagnosisList | null> {
  try {
    const response = await source.fetch(source.address, {
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(deadline),
    });
    return response.ok ? await verifyDiagnosisList(new Uint8Array(await response.arrayBuffer()), reference) : null;
  } catch {
    return null;
  }
}

/**
 * Loads the plan's lists where they are not there yet, once at a time, and looks at the lines that were read again.
 * What cannot be loaded is said in a notice and tried again at the next call. Never rejects.
 */
export function loadDiagnosisLists(context: EffectContext, plan: Plan): Promise<void> {
  const { lists, store } = context;
  const { planId } = plan;
  if (lists.loading?.planId === planId) return lists.loading.done;
  const references = presentPlan(context, plan).missingDiagnosisLists;
  if (references.length === 0) return Promise.resolve();
  const load = async (): Promise<void> => {
    const read = await Promise.all(references.map((reference) => context.ports.readDiagnosisList(reference)));
    store.dispatch({
      type: 'diagnosisListsRead',
      planId,
      lists: read.filter((list) => list !== null),
      missing: references.flatMap(({ fiscalYear }, place) => (read[place] === null ? [fiscalYear] : [])),
    });
    await lookAgain(context);
  };
  const loading = { planId, done: load() };
  lists.loading = loading;
  return loading.done.finally(() => {
    if (lists.loading === loading) lists.loading = null;
  });
}

/** Checks what was read last once more; Excel is not asked. A read that came meanwhile was checked with the lists. */
async function lookAgain(context: EffectContext): Promise<void> {
  const { store } = context;
  const { snapshot } = store.getState();
  const plan = planOf(context);
  if (snapshot === null || plan === null) return;
  const findings = await findInLines(context, snapshot.contents, plan);
  if (store.getState().snapshot !== snapshot) return;
  store.dispatch({ type: 'snapshotRead', snapshot: { ...snapshot, findings }, edited: false });
}
