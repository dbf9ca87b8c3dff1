import type { X12Problem, X12ProblemCode } from './position.ts';

/** What is wrong with the form of a file, in a sentence for staff. */
const problemWords: Readonly<Record<X12ProblemCode, string>> = {
  NO_INTERCHANGE: 'This is no X12 file: it has no ISA segment.',
  TEXT_OUTSIDE_INTERCHANGE: 'Text that belongs to no segment.',
  ISA_BROKEN: 'The ISA segment is not whole.',
  ISA_LENGTH: 'The ISA segment does not have 106 characters.',
  ISA_DELIMITERS: 'The ISA segment names the same mark twice, or a letter, digit or space as a mark.',
  SEGMENT_CUT_OFF: 'The file ends inside a segment.',
  SEGMENT_NAME: 'A segment does not begin with its name.',
  SEGMENT_TOO_LONG: 'A segment is longer than any can be: its end is missing.',
  ENVELOPE_ORDER: 'An envelope segment where another one is due.',
  ENVELOPE_OPEN: 'An interchange, group or transaction set is not closed.',
  COUNT_DIFFERS: 'The count at the end is not what is there.',
  CONTROL_NUMBER_DIFFERS: 'The control number at the end is not that at the head.',
  CONTROL_NUMBER_REPEATED: 'Two transaction sets of one group have the same number.',
  SEGMENT_OUTSIDE_TRANSACTION: 'A segment outside of any transaction set.',
  TRANSACTION_UNEXPECTED: 'This transaction set is no answer to encounters: those are 999, 277CA and 835.',
  SEGMENT_UNEXPECTED: 'A segment stands without the one that it belongs to.',
  ELEMENT_MISSING: 'An element that says what is answered is missing.',
  OUTCOME_MISSING: 'It is not said whether this was accepted.',
  NUMBER_FORMAT: 'An element is no number where it has to be one.',
  AMOUNT_FORMAT: 'An element is no amount of dollars and cents where it has to be one.',
  DATE_FORMAT: 'An element is no day where it has to be one.',
  CODE_UNKNOWN: 'A code says what came of this, and it is none that the guide has.',
  CLAIM_TOO_LONG: 'A claim has more segments than any can have: the rest of it is passed over.',
  OUT_OF_BALANCE: 'The amounts do not add up: charges less adjustments have to be what was paid.',
  LINE_UNKNOWN: 'It is not said which line of an invoice was decided (REF*6R): nothing is taken over.',
  CLAIM_ADJUSTED: 'The claim was adjusted as a whole, and not by line: nothing is taken over.',
  CLAIM_UNDECIDED: 'Nothing was decided of the claim: it was forwarded to another payer, or is a forecast.',
  LINE_REVERSED: 'What was decided of the line was taken back, and nothing was decided anew: nothing is taken over.',
};

/** A problem in one sentence, with its place. */
export function problemSentence({ code, element, segment, offset }: X12Problem): string {
  const inElement = element === undefined ? '' : `element ${element}, `;
  return `${problemWords[code]} (${inElement}segment ${String(segment)}, character ${String(offset + 1)})`;
}
