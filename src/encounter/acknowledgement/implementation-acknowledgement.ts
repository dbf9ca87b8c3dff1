import { componentsOf, elementOf } from '../x12/elements.ts';
import { problemAt, type Position } from '../x12/position.ts';
import type { Segment } from '../x12/segment-reader.ts';
import type { ImplementationItem, Outcome, Read, SyntaxFault } from './items.ts';

/** IK501 and AK901; M, W and X are about authentication and encryption, and P is of groups alone. */
const outcomes: Readonly<Record<string, Outcome>> = {
  A: 'accepted',
  E: 'acceptedWithErrors',
  P: 'partlyAccepted',
  R: 'rejected',
  M: 'rejected',
  W: 'rejected',
  X: 'rejected',
};

/** IK304: the segment's elements are in error, and each of them has an IK4. */
const elementsInError = '8';

/** Reads the segments of one 999 (005010X231A1), between its ST and SE. */
export class ImplementationAcknowledgementReader {
  #group: string | null = null;
  #guideOfGroup = '';
  #guide = '';
  /** The transaction set that is spoken of, until its IK5. */
  #transaction: string | null = null;
  #segmentError: SyntaxFault | null = null;
  /** Told once it is known whether a claim is named behind it (CTX). */
  #waiting: SyntaxFault | null = null;
  #last: Position = { offset: 0, segment: 1 };

  /** Takes the next segment, and gives what has become whole. */
  *take(segment: Segment): Generator<Read<ImplementationItem>> {
    this.#last = segment;
    switch (segment.name) {
      case 'CTX':
        this.#readContext(segment);
        return;
      case 'IK3':
        yield* this.#flush();
        yield* this.#readSegmentError(segment);
        return;
      case 'IK4':
        yield* this.#readElementError(segment);
        return;
      case 'AK1':
        yield* this.end();
        this.#group = elementOf(segment, 2);
        this.#guideOfGroup = elementOf(segment, 3);
        if (this.#group === '') yield problemAt('ELEMENT_MISSING', segment, 'AK102');
        return;
      case 'AK2':
        yield* this.#closeTransaction();
        if (this.#group === null) yield problemAt('SEGMENT_UNEXPECTED', segment);
        this.#transaction = elementOf(segment, 2);
        this.#guide = elementOf(segment, 3) || this.#guideOfGroup;
        if (this.#transaction === '') yield problemAt('ELEMENT_MISSING', segment, 'AK202');
        return;
      case 'IK5':
        yield* this.#readTransactionOutcome(segment);
        return;
      case 'AK9':
        yield* this.#readGroupOutcome(segment);
        return;
      default:
        yield problemAt('SEGMENT_UNEXPECTED', segment);
    }
  }

  /** Gives what was left at the end of the transaction set. */
  *end(): Generator<Read<ImplementationItem>> {
    yield* this.#closeTransaction();
    if (this.#group !== null) yield problemAt('OUTCOME_MISSING', this.#last);
    this.#group = null;
  }

  *#closeTransaction(): Generator<Read<ImplementationItem>> {
    yield* this.#flush();
    if (this.#transaction !== null) yield problemAt('OUTCOME_MISSING', this.#last);
    this.#transaction = null;
  }

  *#flush(): Generator<SyntaxFault> {
    if (this.#waiting !== null) yield this.#waiting;
    this.#waiting = null;
    this.#segmentError = null;
  }

  *#readSegmentError(segment: Segment): Generator<Read<ImplementationItem>> {
    if (this.#transaction === null) yield problemAt('SEGMENT_UNEXPECTED', segment);
    const place = elementOf(segment, 2);
    if (!/^\d{1,10}$/.test(place)) yield problemAt('NUMBER_FORMAT', segment, 'IK302');
    const code = elementOf(segment, 4);
    if (code === '') yield problemAt('ELEMENT_MISSING', segment, 'IK304');
    this.#segmentError = {
      kind: 'syntax',
      group: this.#group ?? '',
      transaction: this.#transaction ?? '',
      guide: this.#guide,
      segmentName: elementOf(segment, 1),
      place: /^\d{1,10}$/.test(place) ? Number(place) : 0,
      loop: elementOf(segment, 3),
      claimNumber: '',
      element: null,
      component: null,
      code,
      offset: segment.offset,
      segment: segment.segment,
    };
    this.#waiting = this.#segmentError;
  }

  *#readElementError(segment: Segment): Generator<Read<ImplementationItem>> {
    const segmentError = this.#segmentError;
    if (segmentError === null) {
      yield problemAt('SEGMENT_UNEXPECTED', segment);
      return;
    }
    const waiting = this.#waiting;
    // "Elements in error" is said by its elements; any other error of the segment stands beside theirs.
    if (waiting !== null && (waiting !== segmentError || segmentError.code !== elementsInError)) yield waiting;
    const [element = '', component = ''] = componentsOf(segment, 1);
    if (!/^\d{1,2}$/.test(element)) yield problemAt('NUMBER_FORMAT', segment, 'IK401');
    const code = elementOf(segment, 3);
    if (code === '') yield problemAt('ELEMENT_MISSING', segment, 'IK403');
    this.#waiting = {
      ...segmentError,
      element: /^\d{1,2}$/.test(element) ? Number(element) : null,
      component: /^\d{1,2}$/.test(component) ? Number(component) : null,
      code,
      offset: segment.offset,
      segment: segment.segment,
    };
  }

  /** CTX01 names what stands in its way, for example `CLM01:0000000123`. */
  #readContext(segment: Segment): void {
    const [name, value = ''] = componentsOf(segment, 1);
    if (name !== 'CLM01' || this.#segmentError === null || this.#waiting === null) return;
    const isOfSegment = this.#waiting === this.#segmentError;
    this.#waiting = { ...this.#waiting, claimNumber: value };
    if (isOfSegment) this.#segmentError = this.#waiting;
  }

  *#readTransactionOutcome(segment: Segment): Generator<Read<ImplementationItem>> {
    yield* this.#flush();
    if (this.#transaction === null) {
      yield problemAt('SEGMENT_UNEXPECTED', segment);
      return;
    }
    const outcome = outcomes[elementOf(segment, 1)];
    if (outcome === undefined) yield problemAt('CODE_UNKNOWN', segment, 'IK501');
    yield {
      kind: 'transaction',
      group: this.#group ?? '',
      transaction: this.#transaction,
      outcome: outcome ?? 'unknown',
      errors: given([2, 3, 4, 5, 6], segment),
      offset: segment.offset,
      segment: segment.segment,
    };
    this.#transaction = null;
  }

  *#readGroupOutcome(segment: Segment): Generator<Read<ImplementationItem>> {
    yield* this.#closeTransaction();
    if (this.#group === null) {
      yield problemAt('SEGMENT_UNEXPECTED', segment);
      return;
    }
    const outcome = outcomes[elementOf(segment, 1)];
    if (outcome === undefined) yield problemAt('CODE_UNKNOWN', segment, 'AK901');
    yield {
      kind: 'group',
      group: this.#group,
      outcome: outcome ?? 'unknown',
      errors: given([5, 6, 7, 8, 9], segment),
      offset: segment.offset,
      segment: segment.segment,
    };
    this.#group = null;
  }
}

function given(places: readonly number[], segment: Segment): readonly string[] {
  return places.map((place) => elementOf(segment, place)).filter((code) => code !== '');
}
