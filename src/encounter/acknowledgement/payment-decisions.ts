import type { AdjudicatedLine } from '../adjudication.ts';
import { carriedText } from '../x12/carried-text.ts';
import { problemAt, type Position, type X12Problem } from '../x12/position.ts';
import { asksForDocuments, isDenial } from './codes/adjustment-codes.ts';
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

/** What an 835 decides of a service line, and where it says so. */
export interface PaidLine extends Omit<AdjudicatedLine, 'status'>, Position {
  /** Contested where all that is refused is refused until documents come: that is still open. */
  readonly status: AdjudicatedLine['status'] | 'contested';
  /** Remark codes of the line and of its claim. */
  readonly remarks: readonly string[];
}

/** What 835s decide of service lines, put together: what is reversed is undecided until it is decided anew. */
export class PaymentDecisions {
  readonly #decisions = new Map<string, PaidLine>();
  readonly #reversed = new Map<string, X12Problem>();
  readonly #undecided: X12Problem[] = [];

  /** Every decision that stands. */
  get decisions(): Iterable<PaidLine> {
    return this.#decisions.values();
  }

  /** What is in order and decides nothing: claims that were forwarded or forecast, lines that were only reversed. */
  get undecided(): readonly X12Problem[] {
    return [...this.#undecided, ...this.#reversed.values()];
  }

  /** Takes what was decided of a claim, and says of what in it no decision can be made. */
  *take(payment: ClaimPayment): Generator<X12Problem> {
    if (undecided.has(payment.status)) {
      this.#undecided.push(problemAt('CLAIM_UNDECIDED', payment, 'CLP02'));
      return;
    }
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
      this.#reversed.set(key, problemAt('LINE_REVERSED', line));
      return;
    }
    if (line.paidCents < 0) yield problemAt('AMOUNT_FORMAT', line, 'SVC03');
    if (!line.adjustments.every(({ reason }) => carriedReason.test(reason)))
      yield problemAt('CODE_UNKNOWN', line, 'CAS02');
    else if (date !== null && line.paidCents >= 0) {
      this.#reversed.delete(key);
      const { offset, segment } = line;
      this.#decisions.set(key, {
        ...own,
        ...{ offset, segment },
        billingNpi,
        status: statusOf(payment, line),
        date,
        paidCents: line.paidCents,
        paidUnits: line.paidUnits,
        adjustments: line.adjustments,
        remarks: [...new Set([...line.remarks, ...payment.remarks])],
        planClaimNumber: claimNumber(payment.receiverNumber),
      });
    }
  }
}

/**
 * Nothing paid is a denial where the claim or the line was refused: not where it is paid otherwise, as by capitation.
 * What is refused for want of documents alone is contested (Health and Safety Code 1371): it is decided once they are there.
 */
function statusOf({ status }: ClaimPayment, { paidCents, adjustments }: LinePayment): PaidLine['status'] {
  if (paidCents > 0) return 'paid';
  const refusals = adjustments.filter(({ reason, cents }) => cents > 0 && isDenial(reason));
  if (refusals.length > 0 && refusals.every(({ reason }) => asksForDocuments(reason))) return 'contested';
  return status === denied || refusals.length > 0 ? 'denied' : 'paid';
}

function claimNumber(text: string): string {
  const carried = carriedText(text)?.text ?? '';
  return carried.length > longestClaimNumber ? '' : carried;
}
