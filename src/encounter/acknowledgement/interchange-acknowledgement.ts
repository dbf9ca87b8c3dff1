import { elementOf } from '../x12/elements.ts';
import type { InterchangeSegment } from '../x12/envelope-reader.ts';
import { problemAt } from '../x12/position.ts';
import type { InterchangeOutcome, Outcome, Read } from './items.ts';

/** TA104. */
const outcomes: Readonly<Record<string, Outcome>> = { A: 'accepted', E: 'acceptedWithErrors', R: 'rejected' };

/** Reads a TA1 (005010X231A1). */
export function* readInterchangeAcknowledgement(segment: InterchangeSegment): Generator<Read<InterchangeOutcome>> {
  const interchange = elementOf(segment, 1);
  const outcome = outcomes[elementOf(segment, 4)];
  if (interchange === '') yield problemAt('ELEMENT_MISSING', segment, 'TA101');
  if (outcome === undefined) yield problemAt('CODE_UNKNOWN', segment, 'TA104');
  const { offset, segment: place } = segment;
  const note = elementOf(segment, 5);
  yield { kind: 'interchange', interchange, outcome: outcome ?? 'unknown', note, offset, segment: place };
}
