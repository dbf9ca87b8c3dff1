import { problemAt, type Position, type X12Problem } from './position.ts';
import { SegmentReader, type Segment } from './segment-reader.ts';

/** The head of a transaction set (ST), with what its envelopes say of it. */
export interface TransactionHead extends Position {
  readonly kind: 'head';
  /** ST01, for example `999`. */
  readonly type: string;
  /** The guide, for example `005010X231A1`: ST03, or GS08 where there is no ST03; `''` where neither says. */
  readonly guide: string;
  /** ST02. */
  readonly controlNumber: string;
  /** ISA13. */
  readonly interchange: string;
  /** GS06. */
  readonly group: string;
}

/** The end of a transaction set: its SE, or where it broke off. */
export interface TransactionFoot extends Position {
  readonly kind: 'foot';
}

/** An acknowledgement of an interchange: a segment that stands in no transaction set. */
export interface InterchangeSegment extends Position {
  readonly kind: 'TA1';
  readonly elements: readonly string[];
}

/** What a file holds, in its order; `segment` for those between ST and SE. */
export type X12Item = TransactionHead | Segment | TransactionFoot | InterchangeSegment | X12Problem;

const envelopeNames: ReadonlySet<string> = new Set(['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA']);

/** An envelope that is open: its head, and what it holds so far. */
interface Open {
  readonly head: Segment;
  readonly controlNumber: string;
  count: number;
}

/**
 * Reads a file that comes in parts, and holds each envelope's counts and numbers against what is there. Segments are
 * handed on as they come, and none is kept. What is wrong comes back as a problem, and reading goes on: what can be
 * read of a damaged file is read. Every head is followed by its foot.
 */
export class EnvelopeReader {
  readonly #reader = new SegmentReader();
  #interchange: Open | null = null;
  #group: Open | null = null;
  #set: Open | null = null;
  #setNumbers = new Set<string>();
  #last: Position = { offset: 0, segment: 1 };

  /** Takes the next part of the file, and gives what has become whole. */
  read(part: string): readonly X12Item[] {
    return this.#takeAll(this.#reader.read(part));
  }

  /** Gives what was left at the end of the file. */
  end(): readonly X12Item[] {
    const found = this.#takeAll(this.#reader.end());
    found.push(...this.#closeSet(this.#last));
    if (this.#interchange !== null || this.#group !== null) found.push(problemAt('ENVELOPE_OPEN', this.#last));
    return found;
  }

  #takeAll(items: readonly (Segment | X12Problem)[]): X12Item[] {
    const found: X12Item[] = [];
    for (const item of items) {
      if (item.kind === 'problem') found.push(item);
      else if (this.#set !== null && !envelopeNames.has(item.name)) {
        // Almost all segments are of a transaction set.
        this.#last = item;
        this.#set.count += 1;
        found.push(item);
      } else found.push(...this.#take(item));
    }
    return found;
  }

  *#take(segment: Segment): Generator<X12Item> {
    this.#last = segment;
    switch (segment.name) {
      case 'ISA':
        yield* this.#closeSet(segment);
        if (this.#interchange !== null || this.#group !== null) yield problemAt('ENVELOPE_OPEN', segment);
        this.#interchange = open(segment, 12);
        this.#group = null;
        return;
      case 'GS':
        yield* this.#closeSet(segment);
        if (this.#group !== null) yield problemAt('ENVELOPE_OPEN', segment);
        if (this.#interchange === null) yield problemAt('ENVELOPE_ORDER', segment);
        else this.#interchange.count += 1;
        this.#group = open(segment, 5);
        this.#setNumbers = new Set();
        return;
      case 'ST':
        yield* this.#closeSet(segment);
        yield* this.#openSet(segment);
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
        if (this.#group !== null) yield problemAt('ENVELOPE_OPEN', segment);
        yield* closed(this.#interchange, segment);
        this.#interchange = null;
        this.#group = null;
        return;
      default:
        if (segment.name === 'TA1') {
          yield { kind: 'TA1', elements: segment.elements, offset: segment.offset, segment: segment.segment };
        } else yield problemAt('SEGMENT_OUTSIDE_TRANSACTION', segment);
    }
  }

  *#openSet(segment: Segment): Generator<X12Item> {
    if (this.#group === null) yield problemAt('ENVELOPE_ORDER', segment);
    else this.#group.count += 1;
    const set = open(segment, 1);
    set.count = 1;
    this.#set = set;
    if (this.#setNumbers.has(set.controlNumber)) yield problemAt('CONTROL_NUMBER_REPEATED', segment);
    this.#setNumbers.add(set.controlNumber);
    const [type = '', , guide = ''] = segment.elements;
    yield {
      kind: 'head',
      type: type.trim(),
      guide: guide.trim() === '' ? (this.#group?.head.elements[7] ?? '').trim() : guide.trim(),
      controlNumber: set.controlNumber,
      interchange: this.#interchange?.controlNumber ?? '',
      group: this.#group?.controlNumber ?? '',
      offset: segment.offset,
      segment: segment.segment,
    };
  }

  /** A transaction set ends with its SE. */
  *#endSet(segment: Segment): Generator<X12Item> {
    const set = this.#set;
    if (set === null) {
      yield problemAt('ENVELOPE_ORDER', segment);
      return;
    }
    this.#set = null;
    set.count += 1;
    yield* closed(set, segment);
    yield { kind: 'foot', offset: segment.offset, segment: segment.segment };
  }

  /** A transaction set without its SE: it ends where something else begins, and that is told. */
  *#closeSet({ offset, segment }: Position): Generator<X12Item> {
    if (this.#set === null) return;
    this.#set = null;
    yield problemAt('ENVELOPE_OPEN', { offset, segment });
    yield { kind: 'foot', offset, segment };
  }
}

/** Reads a whole file. */
export function* readEnvelopes(parts: Iterable<string>): Generator<X12Item> {
  const reader = new EnvelopeReader();
  for (const part of parts) yield* reader.read(part);
  yield* reader.end();
}

function open(head: Segment, numberPlace: number): Open {
  return { head, controlNumber: (head.elements[numberPlace] ?? '').trim(), count: 0 };
}

/** SE, GE and IEA say how many they held and the number of their head. */
function* closed(envelope: Open | null, foot: Segment): Generator<X12Problem> {
  if (envelope === null) {
    yield problemAt('ENVELOPE_ORDER', foot);
    return;
  }
  const [count = '', number = ''] = foot.elements;
  if (Number(count) !== envelope.count) yield problemAt('COUNT_DIFFERS', foot);
  if (number.trim() !== envelope.controlNumber) yield problemAt('CONTROL_NUMBER_DIFFERS', foot);
}
