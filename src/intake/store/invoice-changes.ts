import type { Transaction } from 'kysely';
import type { AuditEvent } from '../audit/chain.ts';
import type { EncounterTransition, InvoiceTransition } from '../invoice-states.ts';
import type { EncounterState, InvoiceState } from '../../submission/invoice-states.ts';
import { appendAudit } from './audit-entries.ts';
import { inPieces } from './rows.ts';
import type { Tables } from './schema.ts';

/** Invoices of one submission that take the same step. */
export interface InvoiceSteps {
  /** Places of the invoices in their submission. */
  readonly ordinals: readonly number[];
  readonly step: InvoiceStep;
}

/** A step of an invoice, or of its encounter. */
export type InvoiceStep =
  | { readonly of: 'invoice'; readonly transition: InvoiceTransition }
  | { readonly of: 'encounter'; readonly transition: EncounterTransition };

/** Changes of one submission's invoices that one event makes. */
export interface InvoiceChanges {
  readonly submissionId: string;
  readonly event: AuditEvent;
  readonly steps: readonly InvoiceSteps[];
  /** The later submission that makes them; null where none does. */
  readonly causedBy: string | null;
}

/** Thrown where an invoice is no longer in the state that a change begins from; the transaction is rolled back. */
export class InvoiceChangedError extends Error {
  constructor() {
    super('An invoice was changed meanwhile');
    this.name = 'InvoiceChangedError';
  }
}

/**
 * Moves invoices of a submission to other states, with their history and one audit entry, inside a transaction. There
 * is no other way to change a state, and the history refers to its audit entry: none can be without the other.
 *
 * @returns the sequence of the audit entry
 * @throws InvoiceChangedError
 */
export async function changeInvoices(transaction: Transaction<Tables>, changes: InvoiceChanges): Promise<number> {
  const { submissionId, event, causedBy } = changes;
  const sequence = await appendAudit(transaction, submissionId, event);
  for (const { ordinals, step } of changes.steps) {
    for (const piece of inPieces(ordinals)) {
      const moved = await move(transaction, submissionId, piece, step);
      if (moved !== BigInt(piece.length)) throw new InvoiceChangedError();
      const { of: aspect, transition } = step;
      await recordChanges(transaction, submissionId, piece, {
        ...{ aspect, state: transition.to, at: event.at, sequence, causedBy },
      });
    }
  }
  return sequence;
}

/**
 * Begins the history of the invoices of submissions, inside the transaction that stores them: each refers to the first
 * entry of its submission's audit chain.
 */
export async function recordReceived(
  transaction: Transaction<Tables>,
  submissionIds: readonly string[],
): Promise<void> {
  for (const piece of inPieces(submissionIds)) {
    await transaction
      .insertInto('invoice_change')
      .columns(['submission_id', 'ordinal', 'audit_sequence', 'at', 'aspect', 'state', 'caused_by'])
      .expression((query) =>
        query
          .selectFrom('audit_entry')
          .innerJoin('invoice', 'invoice.submission_id', 'audit_entry.submission_id')
          .select((select) => [
            'invoice.submission_id',
            'invoice.ordinal',
            'audit_entry.sequence',
            'audit_entry.at',
            select.val<'invoice' | 'encounter'>('invoice').as('aspect'),
            'invoice.state',
            select.lit(null).as('caused_by'),
          ])
          .where('audit_entry.submission_id', 'in', [...piece])
          .where('audit_entry.sequence', '=', 1),
      )
      .execute();
  }
}

async function move(
  transaction: Transaction<Tables>,
  submissionId: string,
  ordinals: readonly number[],
  step: InvoiceStep,
): Promise<bigint> {
  const update = transaction
    .updateTable('invoice')
    .where('submission_id', '=', submissionId)
    .where('ordinal', 'in', [...ordinals]);
  const moved =
    step.of === 'invoice'
      ? update.set({ state: step.transition.to }).where('state', '=', step.transition.from)
      : update.set({ encounter_state: step.transition.to }).where('encounter_state', '=', step.transition.from);
  return (await moved.executeTakeFirst()).numUpdatedRows;
}

interface RecordedChange {
  readonly aspect: 'invoice' | 'encounter';
  readonly state: InvoiceState | EncounterState;
  readonly at: string;
  readonly sequence: number;
  readonly causedBy: string | null;
}

/** One statement for many rows: they differ in nothing but the invoice. */
async function recordChanges(
  transaction: Transaction<Tables>,
  submissionId: string,
  ordinals: readonly number[],
  change: RecordedChange,
): Promise<void> {
  await transaction
    .insertInto('invoice_change')
    .columns(['submission_id', 'ordinal', 'audit_sequence', 'at', 'aspect', 'state', 'caused_by'])
    .expression((query) =>
      query
        .selectFrom('invoice')
        .select((select) => [
          'submission_id',
          'ordinal',
          // A parameter of a selection is text to some engines.
          select.cast<number>(select.val(change.sequence), 'integer').as('audit_sequence'),
          select.val(change.at).as('at'),
          select.val(change.aspect).as('aspect'),
          select.val(change.state).as('state'),
          select.val(change.causedBy).as('caused_by'),
        ])
        .where('submission_id', '=', submissionId)
        .where('ordinal', 'in', [...ordinals]),
    )
    .execute();
}
