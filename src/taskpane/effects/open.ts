import { setupProblemCount } from '../state/rules.ts';
import { civilDateAt } from '../../guidance/civil-date.ts';
import type { Snapshot, Step } from '../state/pane-state.ts';
import type { Plan } from '../state/plans.ts';
import { loadDiagnosisLists } from './diagnosis-lists.ts';
import { restartLiveCheck } from './live-check.ts';
import type { EffectContext } from './ports.ts';
import { readSnapshot } from './read-snapshot.ts';
import { planOf, runTask, show } from './task.ts';

/** Reads the registry and the workbook, and begins where the biller left off. */
export function open(context: EffectContext): Promise<void> {
  return runTask(context, 'open', async () => {
    const { ports, store } = context;
    store.dispatch({ type: 'plansRead', plans: await ports.readPlans() });
    const snapshot = await readWorkbook(context);
    const plan = planOf(context);
    if (snapshot === null || plan === null) return;
    store.dispatch({ type: 'stepChosen', step: firstStep(snapshot, plan, context) });
    store.dispatch({ type: 'damagesRead', damages: await ports.workbook.damages(plan.profile) });
  });
}

/** Puts the plan's template into the workbook, or the present one in place of an older or altered one. */
export function install(context: EffectContext, planId: string): Promise<void> {
  return runTask(context, 'install', async () => {
    const { ports, store } = context;
    const { plans } = store.getState();
    const plan = plans.kind === 'known' ? plans.plans.find((each) => each.planId === planId) : undefined;
    if (plan === undefined) return;
    const { carriedOver } = await ports.workbook.install(plan.profile);
    await readWorkbook(context);
    store.dispatch({ type: 'damagesRead', damages: [] });
    store.dispatch({ type: 'stepChosen', step: 'setUp' });
    show(context, { kind: 'installed', carriedOver });
  });
}

/** What is open; its contents where the pane knows the plan. */
async function readWorkbook(context: EffectContext): Promise<Snapshot | null> {
  const { ports, store } = context;
  store.dispatch({ type: 'workbookRead', workbook: await ports.workbook.state() });
  const plan = planOf(context);
  if (plan === null) return null;
  // Nothing waits for them here: what the sheet holds is shown first, and looked at again when they are there.
  void loadDiagnosisLists(context, plan);
  // Watched first: an edit between the read and the watch would be seen by neither.
  await restartLiveCheck(context);
  const snapshot = await readSnapshot(context, plan, { what: 'edited' });
  store.dispatch({ type: 'sentRead', sent: await ports.workbook.submissionState() });
  return snapshot;
}

function firstStep({ contents, findings }: Snapshot, plan: Plan, { ports }: EffectContext): Step {
  if (setupProblemCount(contents.setup, plan, civilDateAt(ports.now())) > 0) return 'setUp';
  if (contents.lines.length === 0) return 'fill';
  return findings.some(({ severity }) => severity === 'error') ? 'check' : 'submit';
}
