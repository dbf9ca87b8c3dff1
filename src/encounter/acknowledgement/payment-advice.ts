import type { CivilDate } from '../../guidance/civil-date.ts';
import { parseUnitCount, printUnitCount } from '../../guidance/unit-count.ts';
import { adjustmentGroups, type Adjustment } from '../adjudication.ts';
import { parseAmount } from '../x12/amounts.ts';
import { parseShortDate } from '../x12/dates.ts';
import { componentsOf, elementOf } from '../x12/elements.ts';
import { problemAt, type Position, type X12Problem } from '../x12/position.ts';
import type { Segment } from '../x12/segment-reader.ts';
import type { LinePayment, PaymentItem, Read } from './items.ts';
import { mostSegmentsOfClaim } from './limits.ts';

interface OpenLine extends Position {
  reference: string;
  readonly procedureCode: string;
  readonly modifiers: readonly string[];
  serviceDate: CivilDate | null;
  readonly chargeCents: number;
  readonly paidCents: number;
  readonly paidUnits: string | null;
  readonly adjustments: Adjustment[];
  readonly remarks: string[];
}

interface OpenClaim extends Position {
  readonly claimNumber: string;
  readonly status: string;
  readonly chargeCents: number;
  readonly paidCents: number;
  readonly receiverNumber: string;
  readonly adjustments: Adjustment[];
  readonly remarks: string[];
  readonly lines: OpenLine[];
  segments: number;
}

/** Reads the segments of one 835 (005010X221A1), between its ST and SE, and holds its amounts against each other. */
export class PaymentAdviceReader {
  #payment: (Position & { readonly cents: number; readonly date: CivilDate | null }) | null = null;
  #claim: OpenClaim | null = null;
  /** What claims and provider adjustments come to so far. */
  #cents = 0;
  #billingNpi: string | null = null;
  /** An amount that cannot be read makes every sum above it meaningless: the claim's, and the payment's. */
  #isClaimReadable = true;
  #isPaymentReadable = true;

  /** Takes the next segment, and gives what has become whole. */
  *take(segment: Segment): Generator<Read<PaymentItem>> {
    if (this.#claim !== null) {
      this.#claim.segments += 1;
      if (this.#claim.segments > mostSegmentsOfClaim) {
        if (this.#claim.segments === mostSegmentsOfClaim + 1) yield problemAt('CLAIM_TOO_LONG', segment);
        if (segment.name !== 'CLP' && segment.name !== 'PLB' && segment.name !== 'LX') return;
      }
    }
    switch (segment.name) {
      case 'BPR':
        yield* this.#readPayment(segment);
        return;
      case 'N1':
        // PE is who is paid; XX says that the number is an NPI.
        if (elementOf(segment, 1) === 'PE' && elementOf(segment, 3) === 'XX') {
          this.#billingNpi = elementOf(segment, 4) || null;
        }
        return;
      case 'LX':
        yield* this.#endClaim();
        return;
      case 'CLP':
        yield* this.#endClaim();
        yield* this.#openClaim(segment);
        return;
      case 'SVC':
        yield* this.#openLine(segment);
        return;
      case 'CAS':
        yield* this.#readAdjustments(segment);
        return;
      case 'DTM':
        yield* this.#readDate(segment);
        return;
      case 'REF':
        if (elementOf(segment, 1) === '6R') this.#setReference(elementOf(segment, 2));
        return;
      case 'LQ':
        if (elementOf(segment, 1) === 'HE') this.#claim?.lines.at(-1)?.remarks.push(...given(segment, [2]));
        return;
      case 'MOA':
        this.#claim?.remarks.push(...given(segment, [3, 4, 5, 6, 7]));
        return;
      case 'MIA':
        this.#claim?.remarks.push(...given(segment, [5, 20, 21, 22, 23]));
        return;
      case 'PLB':
        yield* this.#endClaim();
        yield* this.#readProviderAdjustments(segment);
        return;
      default:
      // Names, contacts and sums, which say nothing of what was decided.
    }
  }

  /** Gives what was left at the end of the transaction set. */
  *end(): Generator<Read<PaymentItem>> {
    yield* this.#endClaim();
    const payment = this.#payment;
    this.#payment = null;
    if (payment === null) return;
    if (this.#isPaymentReadable && payment.cents !== this.#cents) yield problemAt('OUT_OF_BALANCE', payment, 'BPR02');
  }

  *#readPayment(segment: Segment): Generator<Read<PaymentItem>> {
    const cents = yield* this.#amount(segment, 2, 'BPR02');
    const date = yield* dateOf(segment, 16, 'BPR16');
    const { offset, segment: place } = segment;
    // BPR03: a debit takes back what was paid.
    const signed = elementOf(segment, 3) === 'D' ? -cents : cents;
    this.#payment = { cents: signed, date, offset, segment: place };
    yield { kind: 'payment', date, cents: signed, offset, segment: place };
  }

  *#openClaim(segment: Segment): Generator<Read<PaymentItem>> {
    const claimNumber = elementOf(segment, 1);
    const status = elementOf(segment, 2);
    if (this.#payment === null) yield problemAt('SEGMENT_UNEXPECTED', segment);
    if (claimNumber === '') yield problemAt('ELEMENT_MISSING', segment, 'CLP01');
    if (status === '') yield problemAt('ELEMENT_MISSING', segment, 'CLP02');
    this.#isClaimReadable = true;
    const chargeCents = yield* this.#amount(segment, 3, 'CLP03');
    const paidCents = yield* this.#amount(segment, 4, 'CLP04');
    this.#cents += paidCents;
    this.#claim = {
      claimNumber,
      status,
      chargeCents,
      paidCents,
      receiverNumber: elementOf(segment, 7),
      adjustments: [],
      remarks: [],
      lines: [],
      segments: 0,
      offset: segment.offset,
      segment: segment.segment,
    };
  }

  *#openLine(segment: Segment): Generator<X12Problem> {
    if (this.#claim === null) {
      yield problemAt('SEGMENT_UNEXPECTED', segment);
      return;
    }
    // SVC06 is what was billed, where it is not what was paid for.
    const billed = componentsOf(segment, elementOf(segment, 6) === '' ? 1 : 6);
    const units = parseUnitCount(elementOf(segment, 5));
    this.#claim.lines.push({
      reference: '',
      procedureCode: billed[1] ?? '',
      modifiers: billed.slice(2, 6).filter((modifier) => modifier !== ''),
      serviceDate: null,
      chargeCents: yield* this.#amount(segment, 2, 'SVC02'),
      paidCents: yield* this.#amount(segment, 3, 'SVC03'),
      paidUnits: units === null ? null : printUnitCount(units),
      adjustments: [],
      remarks: [],
      offset: segment.offset,
      segment: segment.segment,
    });
  }

  *#readAdjustments(segment: Segment): Generator<X12Problem> {
    const claim = this.#claim;
    if (claim === null) {
      yield problemAt('SEGMENT_UNEXPECTED', segment);
      return;
    }
    const group = adjustmentGroups.find((each) => each === elementOf(segment, 1));
    if (group === undefined) yield problemAt('CODE_UNKNOWN', segment, 'CAS01');
    const { adjustments } = claim.lines.at(-1) ?? claim;
    for (let place = 2; place <= 17; place += 3) {
      const reason = elementOf(segment, place);
      if (reason === '') continue;
      const cents = yield* this.#amount(segment, place + 1, `CAS${String(place + 1).padStart(2, '0')}`);
      if (group !== undefined) adjustments.push({ group, reason, cents });
    }
  }

  *#readDate(segment: Segment): Generator<X12Problem> {
    const line = this.#claim?.lines.at(-1);
    const qualifier = elementOf(segment, 1);
    // 472 is the day of service, 150 the first of several.
    if (line === undefined || (qualifier !== '472' && qualifier !== '150')) return;
    line.serviceDate = yield* dateOf(segment, 2, 'DTM02');
  }

  #setReference(reference: string): void {
    const line = this.#claim?.lines.at(-1);
    if (line !== undefined) line.reference = reference;
  }

  *#readProviderAdjustments(segment: Segment): Generator<Read<PaymentItem>> {
    for (let place = 3; place <= 13; place += 2) {
      const [reason = ''] = componentsOf(segment, place);
      if (reason === '') continue;
      const cents = yield* this.#amount(segment, place + 1, `PLB${String(place + 1).padStart(2, '0')}`);
      // What PLB says is taken off the payment.
      this.#cents -= cents;
      yield { kind: 'providerAdjustment', reason, cents, offset: segment.offset, segment: segment.segment };
    }
  }

  *#endClaim(): Generator<Read<PaymentItem>> {
    const claim = this.#claim;
    this.#claim = null;
    if (claim === null) return;
    const { segments, ...rest } = claim;
    if (this.#isClaimReadable && segments <= mostSegmentsOfClaim) yield* unbalanced(claim);
    yield { kind: 'claimPayment', billingNpi: this.#billingNpi, date: this.#payment?.date ?? null, ...rest };
  }

  *#amount(segment: Segment, place: number, element: string): Generator<X12Problem, number> {
    const cents = parseAmount(elementOf(segment, place));
    if (cents !== null) return cents;
    this.#isClaimReadable = false;
    this.#isPaymentReadable = false;
    yield problemAt('AMOUNT_FORMAT', segment, element);
    return 0;
  }
}

/** Charges less adjustments are what was paid: of each line, and of the claim with its lines. */
function* unbalanced(claim: OpenClaim): Generator<X12Problem> {
  let rest = claim.chargeCents - sum(claim.adjustments);
  for (const line of claim.lines) {
    const adjusted = sum(line.adjustments);
    rest -= adjusted;
    if (line.chargeCents - adjusted !== line.paidCents) yield problemAt('OUT_OF_BALANCE', line, 'SVC03');
  }
  if (rest !== claim.paidCents) yield problemAt('OUT_OF_BALANCE', claim, 'CLP04');
}

function sum(adjustments: LinePayment['adjustments']): number {
  return adjustments.reduce((total, { cents }) => total + cents, 0);
}

function* dateOf(segment: Segment, place: number, element: string): Generator<X12Problem, CivilDate | null> {
  const date = parseShortDate(elementOf(segment, place));
  if (date === null) yield problemAt('DATE_FORMAT', segment, element);
  return date;
}

function given(segment: Segment, places: readonly number[]): readonly string[] {
  return places.map((place) => elementOf(segment, place)).filter((code) => code !== '');
}
