import type { X12ProblemCode } from './position.ts';

/** What is wrong with the form of a file, in a sentence for staff. */
export const problemWords: Readonly<Record<X12ProblemCode, string>> = {
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
};
