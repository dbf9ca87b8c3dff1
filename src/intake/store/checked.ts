import type { Transaction } from 'kysely';
import type { AuditEvent } from '../audit/chain.ts';
import { canonicalJson } from '../../submission/canonical.ts';
import type { SubmissionPurpose } from '../../submission/contract.ts';
import { invoiceTransition, statesInForce, type InvoiceTransition } from '../invoice-states.ts';
import { insertAuthorizedLines, stillKnown, type KnownPlanFiles, type NewAuthorizedLine } from './authorized-lines.ts';
import { sameNumbers, selectEarlierInvoices, type EarlierInvoices } from './earlier-invoices.ts';
import { changeInvoices, InvoiceChangedError, type InvoiceSteps } from './invoice-changes.ts';
import { inPieces } from './rows.ts';
import type { Tables } from './schema.ts';

/** A check's outcome, to be stored. */
export interface CheckedSubmission {
  readonly submissionId: string;
  readonly purpose: SubmissionPurpose['kind'];
  readonly sealedResult: Uint8Array;
  /** Ordinals of the invoices that the plan accepts. */
  readonly accepted: readonly number[];
  /** Ordinals of the invoices that come back. */
  readonly returned: readonly number[];
  /** What the check knew of the provider's earlier invoices. */
  readonly earlier: EarlierInvoices;
  /** What the check knew of the plan's files. */
  readonly planFiles: KnownPlanFiles;
  /** Lines of the accepted invoices that name an authorization. */
  readonly authorizedLines: readonly NewAuthorizedLine[];
  readonly event: AuditEvent;
}

/**
 * Thrown where the plan has accepted or voided an invoice that bears on this one, or has loaded another file, since the
 * check began.
 */
export class OutdatedCheckError extends Error {
  constructor() {
    super('What the check knew has changed meanwhile');
    this.name = 'OutdatedCheckError';
  }
}

/**
 * Stores a check's outcome inside the transaction that completes its work item: accepted invoices are in force, and
 * those that they replace or void are no longer. Transactions are serializable, so that two checks of one provider do
 * not both accept what only one of them may.
 *
 * @throws OutdatedCheckError where the check has to be made again
 */
export async function storeChecked(transaction: Transaction<Tables>, checked: CheckedSubmission): Promise<void> {
  const { submissionId, purpose, event } = checked;
  const earlier = await selectEarlierInvoices(transaction, submissionId);
  if (!isSame(earlier, checked.earlier)) throw new OutdatedCheckError();
  if (!(await stillKnown(transaction, submissionId, checked.planFiles))) throw new OutdatedCheckError();
  await transaction
    .insertInto('sealed_document')
    .values({ submission_id: submissionId, kind: 'result', content: checked.sealedResult })
    .execute();
  await insertAuthorizedLines(transaction, submissionId, checked.authorizedLines);
  if (purpose !== 'new') await endEarlier(transaction, checked, purpose === 'void' ? 'voided' : 'replaced');
  // An invoice that voids another one asks for no payment.
  const outcome = { from: 'received', to: purpose === 'void' ? 'voided' : 'accepted' } as const;
  await changeInvoices(transaction, {
    submissionId,
    event,
    causedBy: null,
    steps: [
      { ordinals: checked.accepted, step: { of: 'invoice', transition: outcome } },
      { ordinals: checked.returned, step: { of: 'invoice', transition: { from: 'received', to: 'returned' } } },
    ],
  });
  await transaction.updateTable('submission').set({ state: 'checked' }).where('id', '=', submissionId).execute();
}

function isSame(left: EarlierInvoices, right: EarlierInvoices): boolean {
  return canonicalJson({ ...left }) === canonicalJson({ ...right });
}

/** Replaces or voids the invoices in force that have the number of an accepted one. */
async function endEarlier(
  transaction: Transaction<Tables>,
  { submissionId, accepted, event }: CheckedSubmission,
  to: 'replaced' | 'voided',
): Promise<void> {
  for (const piece of inPieces(accepted)) {
    const rows = await sameNumbers(transaction, submissionId)
      .select(['earlier.submission_id', 'earlier.ordinal', 'earlier.state'])
      .where('own.ordinal', 'in', [...piece])
      .where('earlier.state', 'in', statesInForce)
      .execute();
    for (const [earlierId, invoices] of Map.groupBy(rows, (row) => row.submission_id)) {
      await changeInvoices(transaction, {
        submissionId: earlierId,
        event: {
          at: event.at,
          actor: event.actor,
          action: to,
          detail: { by: submissionId, invoices: invoices.map(({ ordinal }) => ordinal) },
        },
        causedBy: submissionId,
        steps: stepsTo(to, invoices),
      });
    }
  }
}

/** One group of steps for each state that the invoices leave. */
function stepsTo(
  to: 'replaced' | 'voided',
  invoices: readonly { readonly ordinal: number; readonly state: InvoiceTransition['from'] }[],
): readonly InvoiceSteps[] {
  return [...Map.groupBy(invoices, ({ state }) => state)].map(([from, group]) => {
    const transition = invoiceTransition(from, to);
    if (transition === null) throw new InvoiceChangedError();
    return { ordinals: group.map(({ ordinal }) => ordinal), step: { of: 'invoice', transition } };
  });
}
