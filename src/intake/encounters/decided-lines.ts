import type { Adjudication, LineAdjudication } from '../../encounter/adjudication.ts';
import { readIsoDate } from '../receipt/payment-clock.ts';
import { openContent } from '../adjudication/content.ts';
import type { SealedDecision } from '../store/encounter-candidates.ts';
import type { Keyring } from '../store/seal.ts';

/** What the plan decided of the lines of an invoice; `wholeOnly` where it says nothing of lines. */
export type DecidedLines =
  | { readonly kind: 'lines'; readonly adjudication: Adjudication }
  | { readonly kind: 'undecided' }
  | { readonly kind: 'wholeOnly' };

/**
 * Reads the decision on an invoice as its encounter says it, by line. Nothing is spread over lines by a guess: a decision
 * on the whole invoice is one on its line where it has a single one.
 *
 * @param lineCount lines of the invoice
 */
export function decidedLines(
  keyring: Keyring,
  planId: string,
  decision: SealedDecision | null,
  lineCount: number,
): DecidedLines {
  // A part that is contested is still open.
  if (decision === null || decision.decision === 'contested') return { kind: 'undecided' };
  const { planClaimNumber, lines } = openContent(keyring, { planId, ...decision }, decision.content);
  const date = readIsoDate(decision.decidedOn);
  if (date === null) throw new TypeError('A decision has no day');
  const adjudication = new Map<number, LineAdjudication>();
  for (const { line, status, paidCents, adjustments, paidUnits } of lines) {
    if (line === null && lineCount > 1) return { kind: 'wholeOnly' };
    if (status === 'contested') return { kind: 'undecided' };
    adjudication.set(line ?? 1, {
      ...{ status, date, paidCents, paidUnits, adjustments },
      planClaimNumber: planClaimNumber ?? '',
    });
  }
  return { kind: 'lines', adjudication };
}
