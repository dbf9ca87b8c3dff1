import type { Received } from '../../submission/client.ts';
import type { SubmissionResult } from '../../submission/result.ts';
import type { ProviderSetup } from '../../workbook/model.ts';
import { concernsOf } from '../state/concerns.ts';
import type { Plan } from '../state/plans.ts';
import type { Words } from '../words/english.ts';
import type { EffectContext } from './ports.ts';
import { readSnapshot } from './read-snapshot.ts';

/**
 * Writes a verified receipt and its result into the workbook: the receipt first, the attempt last. Until the attempt
 * is raised the same content has the same key, so whatever is interrupted here is made good by submitting again: the
 * plan gives the same receipt, and its row is written over, not added. A result that the workbook had already changes
 * neither attempt nor Setup.
 */
export async function writeResult(
  context: EffectContext,
  plan: Plan,
  setup: ProviderSetup,
  received: Received,
): Promise<void> {
  const { ports, store } = context;
  const { workbook, words } = ports;
  const { receipt, result } = received;
  await workbook.writeReceipt({
    submissionId: received.submissionId,
    receivedAt: receipt.receivedAt,
    invoices: receipt.counts.invoices,
    lines: receipt.counts.lines,
    totalCents: receipt.totalCents,
    state: stateText(result, words),
    receipt: received.jws,
  });
  if (result === null) return;

  const accepted = result.invoices.flatMap(({ state, invoiceNumber }) =>
    state === 'accepted' && invoiceNumber !== null ? [invoiceNumber] : [],
  );
  const before = await workbook.submissionState();
  const isNews = before.attempt <= receipt.attempt;
  if (isNews && setup.purpose !== 'new' && setup.purpose === receipt.purpose) {
    // What was replaced or voided is done: otherwise the next click would do it again under a new attempt.
    const left = concernsOf(setup.concerns).filter((number) => !accepted.includes(number));
    await workbook.writeSetup({ ...setup, concerns: left, purpose: left.length === 0 ? 'new' : setup.purpose });
    await readSnapshot(context, plan);
  }
  const attempt = Math.max(before.attempt, receipt.attempt + 1);
  const sent = { attempt, accepted: [...new Set([...before.accepted, ...accepted])] };
  await workbook.writeSubmissionState(sent);
  store.dispatch({ type: 'sentRead', sent });
}

/** Whether all of {@link writeResult} stands in the workbook: where Excel's answer was lost it may have done it. */
export async function isWritten({ ports, store }: EffectContext, received: Received): Promise<boolean> {
  const rows = await ports.workbook.receipts();
  const sent = await ports.workbook.submissionState();
  store.dispatch({ type: 'sentRead', sent });
  const isKept = rows.some(({ receipt }) => receipt === received.jws);
  return isKept && (received.result === null || sent.attempt > received.receipt.attempt);
}

/** What became of a submission, for the Receipts sheet. */
function stateText(result: SubmissionResult | null, { submit }: Words): string {
  if (result === null) return submit.stateReceived;
  const accepted = result.invoices.filter(({ state }) => state === 'accepted').length;
  const rejected = result.invoices.length - accepted;
  return rejected === 0 ? submit.stateAccepted(accepted) : submit.stateMixed(accepted, rejected);
}
