import { componentsOf, elementOf } from '../x12/elements.ts';
import { problemAt, type Position, type X12Problem } from '../x12/position.ts';
import type { Segment } from '../x12/segment-reader.ts';
import type { Read, Status, StatusInformation, StatusItem } from './items.ts';
import { mostSegmentsOfClaim } from './limits.ts';

/** Levels by HL03; the patient's is `PT` in a 277CA, and `22` or `23` in other 277s. */
const levels: Readonly<Record<string, Level>> = {
  '20': 'source',
  '21': 'receiver',
  '19': 'provider',
  PT: 'patient',
  '22': 'patient',
  '23': 'patient',
};
type Level = 'source' | 'receiver' | 'provider' | 'patient';

/** STC01-1 of what is refused and of what is taken; STC03 says it again. */
const rejecting = new Set(['A3', 'A6', 'A7', 'A8']);
const accepting = new Set(['A0', 'A1', 'A2']);

interface OpenLine extends Position {
  reference: string;
  readonly procedureCode: string;
  readonly information: StatusInformation[];
}

interface OpenClaim extends Position {
  readonly claimNumber: string;
  receiverNumber: string;
  readonly information: StatusInformation[];
  readonly lines: OpenLine[];
  segments: number;
}

/** Reads the segments of one 277CA (005010X214), between its ST and SE. */
export class ClaimAcknowledgementReader {
  #level: Level | null = null;
  #batch = '';
  #billingNpi = '';
  #claim: OpenClaim | null = null;

  /** Takes the next segment, and gives what has become whole. */
  *take(segment: Segment): Generator<Read<StatusItem>> {
    if (this.#claim !== null) {
      this.#claim.segments += 1;
      if (this.#claim.segments > mostSegmentsOfClaim) {
        if (this.#claim.segments === mostSegmentsOfClaim + 1) yield problemAt('CLAIM_TOO_LONG', segment);
        if (segment.name !== 'HL' && segment.name !== 'TRN') return;
      }
    }
    switch (segment.name) {
      case 'HL':
        yield* this.end();
        yield* this.#openLevel(segment);
        return;
      case 'NM1':
        if (this.#level === 'provider') this.#billingNpi = elementOf(segment, 8) === 'XX' ? elementOf(segment, 9) : '';
        return;
      case 'TRN':
        yield* this.#readTrace(segment);
        return;
      case 'STC':
        yield* this.#readStatus(segment);
        return;
      case 'REF':
        this.#readReference(segment);
        return;
      case 'SVC':
        if (this.#claim === null) yield problemAt('SEGMENT_UNEXPECTED', segment);
        else {
          const { offset, segment: place } = segment;
          const [, procedureCode = ''] = componentsOf(segment, 1);
          this.#claim.lines.push({ reference: '', procedureCode, information: [], offset, segment: place });
        }
        return;
      default:
      // Sums, dates and names, which say nothing of the outcome.
    }
  }

  /** Gives what was left at the end of the transaction set. */
  *end(): Generator<Read<StatusItem>> {
    const claim = this.#claim;
    this.#claim = null;
    if (claim === null) return;
    if (claim.information.length === 0 && claim.lines.length === 0) yield problemAt('OUTCOME_MISSING', claim);
    const { claimNumber, receiverNumber, information, lines, offset, segment } = claim;
    const batch = this.#batch;
    yield { kind: 'claimStatus', batch, claimNumber, receiverNumber, information, lines, offset, segment };
  }

  *#openLevel(segment: Segment): Generator<X12Problem> {
    const level = levels[elementOf(segment, 3)] ?? null;
    if (level === null) yield problemAt('CODE_UNKNOWN', segment, 'HL03');
    this.#level = level;
    if (level === 'source' || level === 'receiver') this.#batch = '';
    if (level !== 'patient') this.#billingNpi = '';
  }

  *#readTrace(segment: Segment): Generator<Read<StatusItem>> {
    const number = elementOf(segment, 2);
    if (this.#level === 'receiver') this.#batch = number;
    if (this.#level !== 'patient') return;
    yield* this.end();
    if (number === '') yield problemAt('ELEMENT_MISSING', segment, 'TRN02');
    this.#claim = {
      claimNumber: number,
      receiverNumber: '',
      information: [],
      lines: [],
      segments: 0,
      offset: segment.offset,
      segment: segment.segment,
    };
  }

  *#readStatus(segment: Segment): Generator<Read<StatusItem>> {
    const information = readStatusInformation(segment);
    if (information.statuses.length === 0) yield problemAt('ELEMENT_MISSING', segment, 'STC01');
    const claim = this.#claim;
    if (claim !== null) {
      (claim.lines.at(-1)?.information ?? claim.information).push(information);
      return;
    }
    if (this.#level === null || this.#level === 'patient') {
      yield problemAt('SEGMENT_UNEXPECTED', segment);
      return;
    }
    yield {
      kind: 'batchStatus',
      batch: this.#batch,
      billingNpi: this.#level === 'provider' ? this.#billingNpi : null,
      information,
      offset: segment.offset,
      segment: segment.segment,
    };
  }

  #readReference(segment: Segment): void {
    const claim = this.#claim;
    if (claim === null) return;
    const qualifier = elementOf(segment, 1);
    const line = claim.lines.at(-1);
    if (qualifier === '1K' && line === undefined) claim.receiverNumber = elementOf(segment, 2);
    if (qualifier === 'FJ' && line !== undefined) line.reference = elementOf(segment, 2);
  }
}

function readStatusInformation(segment: Segment): StatusInformation {
  const statuses = [1, 10, 11].flatMap((place): readonly Status[] => {
    const [category = '', code = '', entity = ''] = componentsOf(segment, place);
    return category === '' && code === '' ? [] : [{ category, code, entity }];
  });
  const action = elementOf(segment, 3);
  const some = (categories: ReadonlySet<string>) => statuses.some(({ category }) => categories.has(category));
  if (action === 'U' || some(rejecting)) return { statuses, outcome: 'rejected' };
  return { statuses, outcome: action === 'WQ' || some(accepting) ? 'accepted' : 'unknown' };
}
