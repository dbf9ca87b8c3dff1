import { verifyReceipt } from '../../submission/receipt.ts';
import type { KeptReceipt } from '../state/pane-state.ts';
import type { EffectContext } from './ports.ts';
import { runPlanTask } from './task.ts';

/** Reads the Receipts sheet, latest first, and verifies every receipt with the plan's keys; no network is needed. */
export function readReceipts(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'readReceipts', async (plan) => {
    const rows = await context.ports.workbook.receipts();
    const receipts = await Promise.all(
      [...rows].reverse().map(async (row): Promise<KeptReceipt> => {
        const verification = await verifyReceipt(row.receipt, plan, null);
        const genuine = verification.kind === 'verified' && verification.receipt.submissionId === row.submissionId;
        return { row, receipt: genuine ? verification.receipt : null };
      }),
    );
    context.store.dispatch({ type: 'receiptsRead', receipts });
  });
}
