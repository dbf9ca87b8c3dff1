import type { Selectable, Transaction } from 'kysely';
import * as z from 'zod';
import type { AuditEvent } from '../audit/chain.ts';
import { encounterFindingSchema, type EncounterFinding } from '../../submission/invoice-history.ts';
import type { EncounterState } from '../../submission/invoice-states.ts';
import { encounterTransition, type EncounterTransition } from '../invoice-states.ts';
import { changeInvoices, InvoiceChangedError, type InvoiceSteps } from './invoice-changes.ts';
import { inPieces } from './rows.ts';
import type { Tables } from './schema.ts';

/** An invoice of a submission, by its place. */
export interface InvoicePlace {
  readonly submissionId: string;
  /** 0-based. */
  readonly ordinal: number;
}

/** An invoice whose encounter was answered. */
export interface AnsweredInvoice extends InvoicePlace {
  /** Why it was rejected. */
  readonly findings?: readonly EncounterFinding[];
}

/** What became of encounters, and who says so. */
export interface EncounterNews {
  readonly to: Exclude<EncounterState, 'notWritten'>;
  /** RFC 3339. */
  readonly at: string;
  /** Subject of the token, or `endpoint`. */
  readonly actor: string;
  /** Codes and counts, for instance control numbers or the reason of a rejection. Never member data. */
  readonly detail: AuditEvent['detail'];
}

/**
 * Records that the encounters of invoices were written, accepted or rejected: state, history and audit entries in one
 * transaction, for all of them or for none. Why they were rejected is kept in the audit entry itself: it is codes and
 * places, and nobody can change it later.
 *
 * @throws InvoiceChangedError where one of them cannot take the step: its invoice was never accepted, or its encounter
 *   stands elsewhere; see `encounterTransition`.
 */
export async function recordEncounters(
  transaction: Transaction<Tables>,
  invoices: readonly AnsweredInvoice[],
  { to, at, actor, detail }: EncounterNews,
): Promise<void> {
  const action = to === 'written' ? 'encounterWritten' : 'encounterAnswered';
  for (const [submissionId, places] of Map.groupBy(invoices, (invoice) => invoice.submissionId)) {
    const ordinals = places.map(({ ordinal }) => ordinal);
    const rows: InvoiceRow[] = [];
    for (const piece of inPieces(ordinals)) {
      rows.push(
        ...(await transaction
          .selectFrom('invoice')
          .select(['ordinal', 'state', 'encounter_state'])
          .where('submission_id', '=', submissionId)
          .where('ordinal', 'in', [...piece])
          .execute()),
      );
    }
    if (rows.length !== ordinals.length) throw new InvoiceChangedError();
    await changeInvoices(transaction, {
      submissionId,
      event: { at, actor, action, detail: { ...detail, encounters: to, invoices: ordinals, ...reasons(to, places) } },
      causedBy: null,
      steps: stepsTo(to, rows),
    });
  }
}

/** Findings, each with the place of its invoice; `encounterFindingsIn` reads them. */
function reasons(to: EncounterNews['to'], places: readonly AnsweredInvoice[]): AuditEvent['detail'] {
  if (to !== 'rejected') return {};
  const findings = places.flatMap(({ findings: found = [], ordinal }) =>
    found.map((finding) => ({ ...finding, invoice: ordinal })),
  );
  return { findings };
}

const kept = z.object({ findings: z.array(encounterFindingSchema.extend({ invoice: z.int().nonnegative() })) });

/** Why the encounter of an invoice was rejected, by the audit entry of the step. */
export function encounterFindingsIn(detail: string, ordinal: number): readonly EncounterFinding[] {
  const entry = kept.safeParse(JSON.parse(detail));
  if (!entry.success) return [];
  return entry.data.findings.flatMap(({ invoice, ...finding }) => (invoice === ordinal ? [finding] : []));
}

type InvoiceRow = Pick<Selectable<Tables['invoice']>, 'ordinal' | 'state' | 'encounter_state'>;

/** One group of steps for each state that the encounters leave. */
function stepsTo(to: EncounterState, rows: readonly InvoiceRow[]): readonly InvoiceSteps[] {
  return [...Map.groupBy(rows, (row) => row.encounter_state).values()].map((group) => {
    const transitions = group.map((row) => transitionTo(to, row));
    const [transition] = transitions;
    if (transition === undefined) throw new InvoiceChangedError();
    return { ordinals: group.map(({ ordinal }) => ordinal), step: { of: 'encounter', transition } };
  });
}

/** @throws InvoiceChangedError */
function transitionTo(to: EncounterState, row: InvoiceRow): EncounterTransition {
  const transition = encounterTransition(row.state, row.encounter_state, to);
  if (transition === null) throw new InvoiceChangedError();
  return transition;
}
