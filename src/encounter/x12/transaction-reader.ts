import type { Position, X12Problem, X12ProblemCode } from './position.ts';
import { SegmentReader, type Segment } from './segment-reader.ts';

/** One transaction set with what its envelopes say of it. */
export interface Transaction extends Position {
  readonly kind: 'transaction';
  /** ST01, for example `999`. */
  readonly type: string;
  /** The guide, for example `005010X231A1`: ST03, or GS08 where there is no ST03; `''` where neither says. */
  readonly guide: string;
  /** ST02. */
  readonly controlNumber: string;
  /** ST to SE, both included. */
  readonly segments: readonly Segment[];
  /** ISA13. */
  readonly interchange: string;
  /** GS06. */
  readonly group: string;
}

/** An acknowledgement of an interchange: a segment that stands in no transaction set. */
export interface InterchangeAcknowledgement extends Position {
  readonly kind: 'TA1';
  readonly elements: readonly string[];
}

/** What a file holds, in its order. */
export type X12Item = Transaction | InterchangeAcknowledgement | X12Problem;

/** An envelope that is open: its head, and what it holds so far. */
interface Open {
  readonly head: Segment;
  readonly controlNumber: string;
  count: number;
}

/**
 * Reads transaction sets from a file that comes in parts, and holds each envelope's counts and numbers against what is
 * there. One transaction set is kept at a time. What is wrong comes back as a problem, and reading goes on: what can be
 * read of a damaged file is read.
 */
export class TransactionReader {
  readonly #reader = new SegmentReader();
  #interchange: Open | null = null;
  #group: Open | null = null;
  #set: Segment[] | null = null;
  #setNumbers = new Set<string>();
  #last: Position = { offset: 0, segment: 1 };

  /** Takes the next part of the file, and gives what has become whole. */
  *read(part: string): Generator<X12Item> {
    for (const item of this.#reader.read(part)) yield* item.kind === 'segment' ? this.#take(item) : [item];
  }

  /** Gives what was left at the end of the file. */
  *end(): Generator<X12Item> {
    for (const item of this.#reader.end()) yield* item.kind === 'segment' ? this.#take(item) : [item];
    yield* this.#closeSet(this.#last);
    if (this.#interchange !== null || this.#group !== null) yield problem('ENVELOPE_OPEN', this.#last);
  }

  *#take(segment: Segment): Generator<X12Item> {
    this.#last = segment;
    switch (segment.name) {
      case 'ISA':
        yield* this.#closeSet(segment);
        if (this.#interchange !== null || this.#group !== null) yield problem('ENVELOPE_OPEN', segment);
        this.#interchange = open(segment, 12);
        this.#group = null;
        return;
      case 'GS':
        yield* this.#closeSet(segment);
        if (this.#group !== null) yield problem('ENVELOPE_OPEN', segment);
        if (this.#interchange === null) yield problem('ENVELOPE_ORDER', segment);
        else this.#interchange.count += 1;
        this.#group = open(segment, 5);
        this.#setNumbers = new Set();
        return;
      case 'ST':
        yield* this.#closeSet(segment);
        if (this.#group === null) yield problem('ENVELOPE_ORDER', segment);
        else this.#group.count += 1;
        this.#set = [segment];
        return;
      case 'SE':
        yield* this.#endSet(segment);
        return;
      case 'GE':
        yield* this.#closeSet(segment);
        yield* closed(this.#group, segment);
        this.#group = null;
        return;
      case 'IEA':
        yield* this.#closeSet(segment);
        if (this.#group !== null) yield problem('ENVELOPE_OPEN', segment);
        yield* closed(this.#interchange, segment);
        this.#interchange = null;
        this.#group = null;
        return;
      default:
        if (this.#set !== null) this.#set.push(segment);
        else if (segment.name === 'TA1') {
          yield { kind: 'TA1', elements: segment.elements, offset: segment.offset, segment: segment.segment };
        } else yield problem('SEGMENT_OUTSIDE_TRANSACTION', segment);
    }
  }

  /** A transaction set ends with its SE. */
  *#endSet(segment: Segment): Generator<X12Item> {
    const set = this.#set;
    if (set === null) {
      yield problem('ENVELOPE_ORDER', segment);
      return;
    }
    set.push(segment);
    const number = set[0]?.elements[1] ?? '';
    if (Number(segment.elements[0]) !== set.length) yield problem('COUNT_DIFFERS', segment);
    if ((segment.elements[1] ?? '') !== number) yield problem('CONTROL_NUMBER_DIFFERS', segment);
    yield* this.#give(set);
  }

  /** A transaction set without its SE: what is there of it is given, and told. */
  *#closeSet(at: Position): Generator<X12Item> {
    const set = this.#set;
    if (set === null) return;
    yield problem('ENVELOPE_OPEN', at);
    yield* this.#give(set);
  }

  *#give(set: readonly Segment[]): Generator<X12Item> {
    this.#set = null;
    const [head] = set;
    if (head === undefined) return;
    const [type = '', controlNumber = '', guide = ''] = head.elements;
    if (this.#setNumbers.has(controlNumber)) yield problem('CONTROL_NUMBER_REPEATED', head);
    this.#setNumbers.add(controlNumber);
    yield {
      kind: 'transaction',
      type: type.trim(),
      guide: guide.trim() === '' ? (this.#group?.head.elements[7] ?? '').trim() : guide.trim(),
      controlNumber,
      segments: set,
      interchange: this.#interchange?.controlNumber ?? '',
      group: this.#group?.controlNumber ?? '',
      offset: head.offset,
      segment: head.segment,
    };
  }
}

/** Reads the transaction sets of a whole file. */
export function* readTransactions(parts: Iterable<string>): Generator<X12Item> {
  const reader = new TransactionReader();
  for (const part of parts) yield* reader.read(part);
  yield* reader.end();
}

function open(head: Segment, numberPlace: number): Open {
  return { head, controlNumber: (head.elements[numberPlace] ?? '').trim(), count: 0 };
}

/** GE and IEA say how many they held and the number of their head. */
function* closed(envelope: Open | null, foot: Segment): Generator<X12Problem> {
  if (envelope === null) {
    yield problem('ENVELOPE_ORDER', foot);
    return;
  }
  const [count = '', number = ''] = foot.elements;
  if (Number(count) !== envelope.count) yield problem('COUNT_DIFFERS', foot);
  if (number.trim() !== envelope.controlNumber) yield problem('CONTROL_NUMBER_DIFFERS', foot);
}

function problem(code: X12ProblemCode, { offset, segment }: Position): X12Problem {
  return { kind: 'problem', code, offset, segment };
}
