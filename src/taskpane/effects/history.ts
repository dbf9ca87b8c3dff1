import { isWellFormed } from '../../guidance/formats.ts';
import { fetchInvoiceHistory } from '../../submission/client.ts';
import { troubleFrom, withPlan } from './plan-call.ts';
import type { EffectContext } from './ports.ts';
import { runPlanTask, show } from './task.ts';

/**
 * Asks the plan for the history of an invoice and opens it.
 *
 * @param invoiceNumber ten digits
 * @param billingProviderNpi whose invoice it is; null for the billing provider on Setup
 */
export function showHistory(
  context: EffectContext,
  invoiceNumber: string,
  billingProviderNpi: string | null,
): Promise<void> {
  return runPlanTask(context, 'readHistory', (plan) =>
    withPlan(context, plan, async (options) => {
      const { ports, store } = context;
      const onSetup = store.getState().snapshot?.contents.setup.billing.billingProviderNpi ?? '';
      const npi = billingProviderNpi ?? (isWellFormed.npi(onSetup) ? onSetup : undefined);
      const answer = await fetchInvoiceHistory(plan, invoiceNumber, options, npi);
      if (answer.kind === 'refused' && answer.problem.code === 'not-found') {
        show(context, { kind: 'invoiceUnknown', invoiceNumber });
        return null;
      }
      if (answer.kind !== 'answered') return troubleFrom(context, answer);
      store.dispatch({ type: 'historyRead', history: { history: answer.body, fetchedAt: ports.now() } });
      return null;
    }),
  );
}
