import { PaymentDecisions, type PaidLine } from '../../encounter/acknowledgement/payment-decisions.ts';
import { paymentReason } from '../../encounter/acknowledgement/payment-words.ts';
import type { X12Problem } from '../../encounter/x12/position.ts';
import { problemSentence } from '../../encounter/x12/problem-words.ts';
import type { CivilDate } from '../../guidance/civil-date.ts';
import { decisionFaults, type DecisionFault, type NotTaken } from '../../submission/adjudications.ts';
import { readAnswerItems, segmentFault } from '../encounters/read-answer.ts';
import type { DecidedPart } from './decision.ts';
import { together, type DecisionRow, type ListedDecision } from './read-decisions.ts';

/** An 835 that was read, or what is wrong with its form. */
export type PaymentFile =
  | {
      readonly kind: 'decisions';
      readonly decisions: readonly ListedDecision[];
      /** What decides nothing of a line of an invoice. */
      readonly notTaken: readonly NotTaken[];
    }
  | { readonly kind: 'faults'; readonly faults: readonly DecisionFault[] };

/**
 * Reads the plan's decisions from an 835, by the lines that its REF*6R name. What is malformed or does not add up makes
 * all of it unusable; what is in order and of no line of ours is named and passed over.
 *
 * @param today the plan's day, after which nothing was paid yet
 */
export async function readPayments(text: string, today: CivilDate): Promise<PaymentFile> {
  const decisions = new PaymentDecisions();
  const faults: DecisionFault[] = [];
  const passedOver: X12Problem[] = [];
  let claims = 0;
  for await (const item of readAnswerItems(text)) {
    if (item.kind === 'problem') faults.push(segmentFault(item));
    else if (item.kind === 'claimPayment') {
      claims += 1;
      passedOver.push(...decisions.take(item));
    }
  }
  if (faults.length > 0) return { kind: 'faults', faults };
  if (claims === 0) {
    return {
      kind: 'faults',
      faults: [{ row: 1, header: '', code: 'NO_DECISIONS', message: decisionFaults.NO_DECISIONS }],
    };
  }
  const lines = [...decisions.decisions];
  const early = lines.filter(({ date }) => date > today);
  const invoices = Map.groupBy(
    lines.filter(({ date }) => date <= today),
    ({ billingNpi, invoiceNumber }) => `${billingNpi ?? ''} ${invoiceNumber}`,
  );
  return {
    kind: 'decisions',
    decisions: [...invoices.values()].map((ofInvoice) => together(ofInvoice.map(rowOf))),
    notTaken: [
      ...[...passedOver, ...decisions.undecided].map(notTakenProblem),
      ...early.map(({ segment, invoiceNumber }) => ({
        ...{ segment, invoiceNumber, code: 'DATE_IN_FUTURE', message: decisionFaults.DATE_IN_FUTURE },
      })),
    ],
  };
}

function notTakenProblem(problem: X12Problem): NotTaken {
  const { segment, code } = problem;
  return { segment, invoiceNumber: null, code, message: problemSentence(problem) };
}

function rowOf(line: PaidLine): DecisionRow {
  return {
    row: line.segment,
    invoiceNumber: line.invoiceNumber,
    billingProviderNpi: line.billingNpi,
    decidedOn: line.date,
    planClaimNumber: line.planClaimNumber === '' ? null : line.planClaimNumber,
    decided: {
      ...partOf(line),
      line: line.line,
      adjustments: line.adjustments.filter(({ cents }) => cents !== 0),
      paidUnits: line.paidUnits,
    },
  };
}

/** An 835 gives its reasons as codes; a history has them in words. */
function partOf(line: PaidLine): DecidedPart {
  const { status, paidCents } = line;
  const reason = paymentReason(line, 'en');
  if (status === 'paid') return { status, paidCents, reason };
  if (status === 'contested') return { status, paidCents, reason: reason ?? withoutReason };
  return { status, paidCents: 0, reason: reason ?? withoutReason };
}

const withoutReason = 'The 835 gives no reason.';
