import { columnOf } from '../../guidance/columns.ts';
import type { EncounterFinding, InvoiceDecision, InvoiceSubmission } from '../../submission/invoice-history.ts';
import type { EncounterState, InvoiceState } from '../../submission/invoice-states.ts';
import type { FollowedInvoice } from './follow-up-state.ts';

/** Something that happened to an invoice as it came in one submission. */
export type TimelineEvent = {
  /** RFC 3339. */
  readonly at: string;
} & (
  | {
      readonly kind: 'invoice';
      readonly state: InvoiceState;
      /** The later submission that replaced or voided it. */
      readonly causedBy: string | null;
    }
  | { readonly kind: 'decision'; readonly decision: InvoiceDecision }
  | {
      readonly kind: 'encounter';
      readonly state: EncounterState;
      /** Why it was rejected; empty for any other step. */
      readonly findings: readonly EncounterFinding[];
    }
);

/**
 * What happened to an invoice in one submission, in order of time. Decisions tell more than the steps that they make,
 * and a decision may be changed without a step: so they stand in the place of these.
 */
export function timelineOf({ decisions, steps }: InvoiceSubmission): readonly TimelineEvent[] {
  const decided = new Set(decisions.map(({ at, decision }) => `${at} ${decision}`));
  const events: TimelineEvent[] = steps.flatMap((step): readonly TimelineEvent[] => {
    const { at } = step;
    if (step.of === 'encounter') return [{ kind: 'encounter', at, state: step.state, findings: step.findings ?? [] }];
    return decided.has(`${at} ${step.state}`)
      ? []
      : [{ kind: 'invoice', at, state: step.state, causedBy: step.causedBy }];
  });
  const all = [...events, ...decisions.map((decision) => ({ kind: 'decision' as const, at: decision.at, decision }))];
  return all.sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
}

/** Why the encounter was rejected at last; nothing where it was not, or was written again since. */
export function openRejection({ encounter, steps }: InvoiceSubmission): readonly EncounterFinding[] {
  if (encounter !== 'rejected') return [];
  const last = steps.findLast((step) => step.of === 'encounter');
  return last?.of === 'encounter' ? (last.findings ?? []) : [];
}

/** The findings of a rejection that are those of a rule of ours on a line, in the form in which lines show them. */
export function asFollowed(invoiceNumber: string, findings: readonly EncounterFinding[]): FollowedInvoice {
  return {
    invoiceNumber,
    state: 'rejected',
    findings: findings.flatMap(({ rule, column, rowKey }) =>
      rule === null || column === null || rowKey === null
        ? []
        : [
            {
              ...{ code: rule, severity: 'error' as const, column, element: columnOf(column).element.number },
              ...{ rowKey, repair: false },
            },
          ],
    ),
  };
}
