import type { ProviderSetup } from '../../workbook/model.ts';
import type { Plan } from '../state/plans.ts';
import type { EffectContext } from './ports.ts';
import { readSnapshot } from './read-snapshot.ts';
import { runPlanTask, show } from './task.ts';

/**
 * Puts on Setup what the workbook sends from now on: replacements or voids of some invoices. The next submission sends
 * these and no others; once the plan has accepted them Setup goes back to new invoices by itself.
 */
export function startCorrection(
  context: EffectContext,
  purpose: 'replacement' | 'void',
  invoiceNumbers: readonly string[],
): Promise<void> {
  return runPlanTask(context, 'correct', async (plan) => {
    if (invoiceNumbers.length === 0) return;
    await putPurpose(context, plan, { purpose, concerns: invoiceNumbers });
    context.store.dispatch({ type: 'stepChosen', step: purpose === 'void' ? 'submit' : 'check' });
    show(context, { kind: 'correctionStarted', purpose, invoices: invoiceNumbers.length });
  });
}

/** Setup says new invoices again; nothing is sent. */
export function endCorrection(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'correct', async (plan) => {
    await putPurpose(context, plan, { purpose: 'new', concerns: [] });
    show(context, { kind: 'correctionEnded' });
  });
}

/** Writes the purpose to Setup, and reads what came of it. */
async function putPurpose(
  context: EffectContext,
  plan: Plan,
  purpose: Pick<ProviderSetup, 'purpose' | 'concerns'>,
): Promise<void> {
  const { ports, store } = context;
  const { setup } = (await readSnapshot(context, plan)).contents;
  await ports.workbook.writeSetup({ ...setup, ...purpose });
  // A form with edits of its own would write the old purpose back.
  store.dispatch({ type: 'setupPurposeChanged', ...purpose });
  await readSnapshot(context, plan);
}
