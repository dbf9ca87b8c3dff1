/** Where something stands in an X12 file, for people who look for it. */
export interface Position {
  /** 0-based character in the file, byte order mark included. */
  readonly offset: number;
  /** 1-based segment in the file. */
  readonly segment: number;
}

/**
 * What is wrong with the form of a file. Codes are stable; `problem-words.ts` has their words. None holds a value of the
 * file.
 */
export type X12ProblemCode =
  /** Not one ISA: the file is no X12. */
  | 'NO_INTERCHANGE'
  /** Characters that belong to no segment, before an ISA or between interchanges. */
  | 'TEXT_OUTSIDE_INTERCHANGE'
  /** The ISA ends before its sixteen elements, or is longer or shorter than 106 characters. */
  | 'ISA_BROKEN'
  | 'ISA_LENGTH'
  /** Two of its marks are the same character, or one is a letter or digit. */
  | 'ISA_DELIMITERS'
  /** The file ends inside a segment. */
  | 'SEGMENT_CUT_OFF'
  /** No letters and digits, two or three, at its start. */
  | 'SEGMENT_NAME'
  /** A segment longer than any that X12 has. */
  | 'SEGMENT_TOO_LONG'
  /** An envelope segment where another one is due. */
  | 'ENVELOPE_ORDER'
  /** An envelope that is not closed. */
  | 'ENVELOPE_OPEN'
  /** IEA01, GE01 or SE01 is not what was counted. */
  | 'COUNT_DIFFERS'
  /** IEA02, GE02 or SE02 is not the number of its head. */
  | 'CONTROL_NUMBER_DIFFERS'
  /** Two transaction sets of a group with one number. */
  | 'CONTROL_NUMBER_REPEATED'
  /** A segment between ISA and GS or between GE and IEA that is none of theirs. */
  | 'SEGMENT_OUTSIDE_TRANSACTION'
  /** A transaction set that is no answer: none of 999, 277 and 835. */
  | 'TRANSACTION_UNEXPECTED'
  /** A segment without the one that it belongs to: IK4 without IK3, a service line without its claim. */
  | 'SEGMENT_UNEXPECTED'
  /** An answer that does not say of what, or not what came of it. */
  | 'ELEMENT_MISSING'
  | 'OUTCOME_MISSING'
  /** An element that is no number, amount or day where it has to be one. */
  | 'NUMBER_FORMAT'
  | 'AMOUNT_FORMAT'
  | 'DATE_FORMAT'
  /** A code by which the answer cannot be understood. */
  | 'CODE_UNKNOWN'
  /** More segments for a claim than one can have: the rest of it is passed over. */
  | 'CLAIM_TOO_LONG'
  /** An 835 whose amounts do not add up: of a line, a claim or the payment. */
  | 'OUT_OF_BALANCE'
  /** An 835 that does not say by REF*6R which lines of which invoice were decided. */
  | 'LINE_UNKNOWN'
  /** An 835 that adjusts a claim as a whole, so that no line's decision is known. */
  | 'CLAIM_ADJUSTED'
  /** An 835 that is in order and decides nothing of a claim: forwarded to another payer, or a forecast. */
  | 'CLAIM_UNDECIDED'
  /** An 835 that takes back what was decided of a line, and does not decide it anew. */
  | 'LINE_REVERSED';

/** One problem, and where it is. */
export interface X12Problem extends Position {
  readonly kind: 'problem';
  readonly code: X12ProblemCode;
  /** The element, as the guides call it (`CLP03`), where the problem is in one. */
  readonly element?: string;
}

/** A problem at the place of something else. */
export function problemAt(code: X12ProblemCode, { offset, segment }: Position, element?: string): X12Problem {
  return { kind: 'problem', code, offset, segment, ...(element === undefined ? {} : { element }) };
}
