import { EnvelopeReader, type X12Item } from '../x12/envelope-reader.ts';
import { problemAt } from '../x12/position.ts';
import type { Segment } from '../x12/segment-reader.ts';
import { ClaimAcknowledgementReader } from './claim-acknowledgement.ts';
import { ImplementationAcknowledgementReader } from './implementation-acknowledgement.ts';
import { readInterchangeAcknowledgement } from './interchange-acknowledgement.ts';
import type { AcknowledgementItem, Read } from './items.ts';
import { PaymentAdviceReader } from './payment-advice.ts';

/** Reads the segments of one transaction set. */
interface TransactionSetReader {
  readonly take: (segment: Segment) => Iterable<Read<AcknowledgementItem>>;
  readonly end: () => Iterable<Read<AcknowledgementItem>>;
}

/** By ST01. */
const readers: Readonly<Record<string, () => TransactionSetReader>> = {
  '999': () => new ImplementationAcknowledgementReader(),
  '277': () => new ClaimAcknowledgementReader(),
  '835': () => new PaymentAdviceReader(),
};

/**
 * Reads TA1, 999, 277CA and 835 from a file that comes in parts; which of them it holds is told by the file. Each thing
 * that is said comes as soon as it is whole, and none is kept. What is malformed comes as a problem with its place, and
 * reading goes on.
 */
export class AcknowledgementReader {
  readonly #reader = new EnvelopeReader();
  #transaction: TransactionSetReader | null = null;
  #saysSomething = false;

  /** Takes the next part of the file, and gives what has become whole. */
  *read(part: string): Generator<Read<AcknowledgementItem>> {
    for (const item of this.#reader.read(part)) yield* this.#take(item);
  }

  /** Gives what was left at the end of the file. */
  *end(): Generator<Read<AcknowledgementItem>> {
    for (const item of this.#reader.end()) yield* this.#take(item);
    if (!this.#saysSomething) yield problemAt('OUTCOME_MISSING', { offset: 0, segment: 1 });
  }

  *#take(item: X12Item): Generator<Read<AcknowledgementItem>> {
    for (const read of this.#readItem(item)) {
      this.#saysSomething = true;
      yield read;
    }
  }

  *#readItem(item: X12Item): Generator<Read<AcknowledgementItem>> {
    switch (item.kind) {
      case 'problem':
        yield item;
        return;
      case 'TA1':
        yield* readInterchangeAcknowledgement(item);
        return;
      case 'head':
        this.#transaction = readers[item.type]?.() ?? null;
        if (this.#transaction === null) yield problemAt('TRANSACTION_UNEXPECTED', item, 'ST01');
        return;
      case 'segment':
        if (this.#transaction !== null) yield* this.#transaction.take(item);
        return;
      case 'foot':
        if (this.#transaction !== null) yield* this.#transaction.end();
        this.#transaction = null;
    }
  }
}

/** Reads a whole file. */
export function* readAcknowledgements(parts: Iterable<string>): Generator<Read<AcknowledgementItem>> {
  const reader = new AcknowledgementReader();
  for (const part of parts) yield* reader.read(part);
  yield* reader.end();
}
