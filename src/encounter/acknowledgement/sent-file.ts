import { qualified, type SegmentKind } from '../cells.ts';
import { LoopFollower } from '../loops.ts';
import { componentsOf, elementOf } from '../x12/elements.ts';
import { EnvelopeReader, type TransactionHead, type X12Item } from '../x12/envelope-reader.ts';
import { problemAt, type X12Problem } from '../x12/position.ts';
import type { Segment } from '../x12/segment-reader.ts';
import { ownLine } from './line-reference.ts';

/** A service line of a claim that was sent. */
export interface SentLine {
  /** 1-based place of the line in the invoice. */
  readonly number: number;
  readonly procedureCode: string;
  /** Place of its LX in the transaction set, ST being 1. */
  readonly place: number;
}

/** A claim that was sent: an invoice, or a part of one at the line limit. */
export interface SentClaim {
  /** CLM01. */
  readonly claimNumber: string;
  readonly invoiceNumber: string;
  readonly billingNpi: string;
  readonly lines: readonly SentLine[];
  /** Places of the HL of its provider, the HL of its subscriber, its CLM and its last segment. */
  readonly provider: number;
  readonly subscriber: number;
  readonly place: number;
  readonly end: number;
}

/** An 837 transaction set that was sent, as far as answers to it need it. */
export interface SentTransaction {
  /** ISA13, GS06, ST02 and BHT03. */
  readonly interchange: string;
  readonly group: string;
  readonly transaction: string;
  readonly batch: string;
  /** In the order of the file. */
  readonly claims: readonly SentClaim[];
  /** What each segment is, ST being the first; kinds are shared. */
  readonly kinds: readonly SegmentKind[];
}

/** What a place in a transaction set is a part of. */
export interface SentPlace {
  /** Claims that a fault there is of: one, or all below a provider or subscriber, or all of the set. */
  readonly claims: readonly SentClaim[];
  /** The service line, where the place is in one. */
  readonly line: SentLine | null;
  readonly kind: SegmentKind | null;
}

/** Reads 837s that were sent, in parts of any size: what claims they hold, and where. Nothing of a member is kept. */
export class SentFileReader {
  readonly #reader = new EnvelopeReader();
  readonly #kinds = new Map<string, SegmentKind>();
  #open: OpenTransaction | null = null;

  /** Takes the next part of the file, and gives what has become whole. */
  read(part: string): readonly (SentTransaction | X12Problem)[] {
    return this.#takeAll(this.#reader.read(part));
  }

  /** Gives what was left at the end of the file. */
  end(): readonly (SentTransaction | X12Problem)[] {
    return this.#takeAll(this.#reader.end());
  }

  #takeAll(items: readonly X12Item[]): readonly (SentTransaction | X12Problem)[] {
    const found: (SentTransaction | X12Problem)[] = [];
    for (const item of items) {
      switch (item.kind) {
        case 'segment':
          this.#open?.take(item);
          break;
        case 'problem':
          found.push(item);
          break;
        case 'head':
          this.#open = item.type === '837' ? new OpenTransaction(item, this.#kinds) : null;
          if (this.#open === null) found.push(problemAt('TRANSACTION_UNEXPECTED', item, 'ST01'));
          break;
        case 'foot':
          if (this.#open !== null) found.push(this.#open.end());
          this.#open = null;
          break;
        case 'TA1':
        // Says nothing of what was sent.
      }
    }
    return found;
  }
}

/** Where in a transaction set a 1-based place is. */
export function sentPlace({ claims, kinds }: SentTransaction, place: number): SentPlace {
  const kind = kinds[place - 1] ?? null;
  // The first claim behind the place; the one before it may hold the place.
  let low = 0;
  let high = claims.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((claims[middle]?.place ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const before = claims[low - 1];
  const next = claims[low];
  if (before !== undefined && place <= before.end) {
    return { claims: [before], line: before.lines.findLast((line) => line.place <= place) ?? null, kind };
  }
  if (next !== undefined && place >= next.subscriber) {
    return { claims: claims.filter(({ subscriber }) => subscriber === next.subscriber), line: null, kind };
  }
  if (next !== undefined && place >= next.provider) {
    return { claims: claims.filter(({ provider }) => provider === next.provider), line: null, kind };
  }
  return { claims, line: null, kind };
}

interface OpenLine {
  number: number;
  procedureCode: string;
  readonly place: number;
}

interface OpenClaim {
  readonly claimNumber: string;
  invoiceNumber: string;
  readonly billingNpi: string;
  readonly lines: OpenLine[];
  readonly provider: number;
  readonly subscriber: number;
  readonly place: number;
  end: number;
}

class OpenTransaction {
  readonly #head: TransactionHead;
  readonly #sharedKinds: Map<string, SegmentKind>;
  readonly #follower: LoopFollower;
  readonly #claims: OpenClaim[] = [];
  readonly #kinds: SegmentKind[];
  #batch = '';
  #billingNpi = '';
  #provider = 0;
  #subscriber = 0;
  #inClaim = false;

  constructor(head: TransactionHead, kinds: Map<string, SegmentKind>) {
    this.#head = head;
    this.#sharedKinds = kinds;
    this.#follower = new LoopFollower(head.type, head.guide);
    this.#kinds = [this.#kind('', 'ST', '', false)];
  }

  take(segment: Segment): void {
    const { id } = this.#follower.follow(segment);
    const { name } = segment;
    const qualifier = qualified.has(name) ? (componentsOf(segment, 1)[0] ?? '') : '';
    this.#kinds.push(this.#kind(id, name, qualifier, name === 'NM1' && elementOf(segment, 2) === '1'));
    const place = this.#kinds.length;
    if (name === 'HL') this.#openLevel(segment, place);
    else if (name === 'CLM') this.#openClaim(segment, place);
    else if (name === 'BHT') this.#batch = elementOf(segment, 3);
    else if (name === 'NM1' && id === '2010AA') this.#billingNpi = elementOf(segment, 9);
    const claim = this.#inClaim ? this.#claims.at(-1) : undefined;
    if (claim !== undefined) takeIntoClaim(claim, segment, place);
  }

  end(): SentTransaction {
    const { interchange, group, controlNumber: transaction } = this.#head;
    return { interchange, group, transaction, batch: this.#batch, claims: this.#claims, kinds: this.#kinds };
  }

  #openLevel(segment: Segment, place: number): void {
    this.#inClaim = false;
    if (elementOf(segment, 3) === '20') {
      this.#provider = place;
      this.#billingNpi = '';
    }
    this.#subscriber = place;
  }

  #openClaim(segment: Segment, place: number): void {
    this.#inClaim = true;
    const claimNumber = elementOf(segment, 1);
    this.#claims.push({
      claimNumber,
      // What stands behind the number tells claims of one number apart.
      invoiceNumber: /^\d{10}/.exec(claimNumber)?.[0] ?? claimNumber,
      billingNpi: this.#billingNpi,
      lines: [],
      provider: this.#provider,
      subscriber: this.#subscriber,
      place,
      end: place,
    });
  }

  #kind(loop: string, name: string, qualifier: string, isPerson: boolean): SegmentKind {
    const key = `${loop} ${name} ${qualifier} ${String(isPerson)}`;
    const known = this.#sharedKinds.get(key);
    if (known !== undefined) return known;
    const kind = { loop, name, qualifier, isPerson };
    this.#sharedKinds.set(key, kind);
    return kind;
  }
}

function takeIntoClaim(claim: OpenClaim, segment: Segment, place: number): void {
  claim.end = place;
  if (segment.name === 'LX') {
    claim.lines.push({ number: claim.lines.length + 1, procedureCode: '', place });
    return;
  }
  const line = claim.lines.at(-1);
  if (line === undefined) return;
  if (segment.name === 'SV1') line.procedureCode = componentsOf(segment, 1)[1] ?? '';
  if (segment.name === 'SV2') line.procedureCode = componentsOf(segment, 2)[1] ?? '';
  if (segment.name !== 'REF' || elementOf(segment, 1) !== '6R') return;
  const own = ownLine(elementOf(segment, 2));
  if (own === null) return;
  claim.invoiceNumber = own.invoiceNumber;
  line.number = own.line;
}
