import type { Plan } from '../state/plans.ts';
import type { EffectContext } from './ports.ts';

/**
 * Reads the registry once more: a pane may stand open for days, and meanwhile a plan has new rates, another key or
 * another address. Where it cannot be read, what was verified before stays.
 */
export async function refreshPlans({ ports, store }: EffectContext): Promise<void> {
  const read = await ports.readPlans();
  const known = store.getState().plans;
  if (read.kind !== 'known' || known.kind !== 'known') return;
  const plans = read.plans.map((plan) =>
    withListsOf(
      plan,
      known.plans.find(({ planId }) => planId === plan.planId),
    ),
  );
  store.dispatch({ type: 'plansRead', plans: { kind: 'known', plans } });
}

/** A plan with the lists of ICD-10-CM that were loaded before and that it still names: they are large. */
function withListsOf(plan: Plan, known: Plan | undefined): Plan {
  if (known === undefined) return plan;
  const loaded = new Set(known.checkedDiagnosisLists.map(({ sha256 }) => sha256));
  const years = new Set(
    plan.missingDiagnosisLists.filter(({ sha256 }) => loaded.has(sha256)).map(({ fiscalYear }) => fiscalYear),
  );
  return plan.withDiagnosisLists(known.diagnosisLists.filter(({ fiscalYear }) => years.has(fiscalYear)));
}
