import type { AdjudicatedLine } from '../adjudication.ts';
import { carriedText } from '../x12/carried-text.ts';
import { problemAt, type X12Problem } from '../x12/position.ts';
import { isDenial } from './codes/adjustment-codes.ts';
import type { ClaimPayment, LinePayment } from './items.ts';
import { ownLine } from './line-reference.ts';

/** CLP02 of what decides nothing: not this payer's claim, and a mere forecast. */
const undecided: ReadonlySet<string> = new Set(['23', '25']);
const denied = '4';
const reversal = '22';

/** An adjustment's reason that a CAS of ours can carry. */
const carriedReason = /^[A-Z0-9]{1,5}$/;

/** A REF02 is no longer. */
const longestClaimNumber = 50;

/** What 835s decide of service lines, put together: what is reversed is undecided until it is decided anew. */
export class PaymentDecisions {
  readonly #decisions = new Map<string, AdjudicatedLine>();

  /** Every decision that stands. */
  get decisions(): Iterable<AdjudicatedLine> {
    return this.#decisions.values();
  }

  /** Takes what was decided of a claim, and says of what in it no decision can be made. */
  *take(payment: ClaimPayment): Generator<X12Problem> {
    if (undecided.has(payment.status)) return;
    if (payment.lines.length === 0) yield problemAt('LINE_UNKNOWN', payment, 'CLP01');
    const isAdjusted = payment.adjustments.some(({ cents }) => cents !== 0);
    if (isAdjusted && payment.status !== reversal) {
      yield problemAt('CLAIM_ADJUSTED', payment, 'CAS01');
      return;
    }
    for (const line of payment.lines) yield* this.#takeLine(payment, line);
  }

  *#takeLine(payment: ClaimPayment, line: LinePayment): Generator<X12Problem> {
    const own = ownLine(line.reference);
    if (own === null) {
      yield problemAt('LINE_UNKNOWN', line, 'REF02');
      return;
    }
    const { billingNpi, date } = payment;
    const key = `${billingNpi ?? ''} ${line.reference}`;
    if (payment.status === reversal) {
      this.#decisions.delete(key);
      return;
    }
    if (line.paidCents < 0) yield problemAt('AMOUNT_FORMAT', line, 'SVC03');
    if (!line.adjustments.every(({ reason }) => carriedReason.test(reason)))
      yield problemAt('CODE_UNKNOWN', line, 'CAS02');
    else if (date !== null && line.paidCents >= 0) {
      this.#decisions.set(key, {
        ...own,
        billingNpi,
        status: isDenied(payment, line) ? 'denied' : 'paid',
        date,
        paidCents: line.paidCents,
        paidUnits: line.paidUnits,
        adjustments: line.adjustments,
        planClaimNumber: claimNumber(payment.receiverNumber),
      });
    }
  }
}

/** Nothing was paid, because the claim or the line was refused: not because it is paid otherwise, as by capitation. */
function isDenied({ status }: ClaimPayment, { paidCents, adjustments }: LinePayment): boolean {
  if (paidCents > 0) return false;
  return status === denied || adjustments.some(({ reason, cents }) => cents > 0 && isDenial(reason));
}

function claimNumber(text: string): string {
  const carried = carriedText(text)?.text ?? '';
  return carried.length > longestClaimNumber ? '' : carried;
}
