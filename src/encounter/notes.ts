import type { ColumnKey } from '../guidance/columns.ts';

/**
 * What is written otherwise than the invoice says, or beyond what it says. Codes are stable; `note-words.ts` says them
 * for people.
 */
export type NoteCode =
  /** DMG03 is the plan's default. */
  | 'MEMBER_SEX_ASSUMED'
  /** N402 is CA, as Medi-Cal members live there: and whether the ZIP code agrees. */
  | 'MEMBER_STATE_ASSUMED'
  | 'MEMBER_STATE_DOUBTFUL'
  /** City and ZIP code of a homeless member, from the eligibility file, or from where the provider is. */
  | 'MEMBER_PLACE_FROM_ELIGIBILITY'
  | 'MEMBER_PLACE_FROM_PROVIDER'
  /** A provider's ZIP code of five digits, with the plan's four behind it. */
  | 'PROVIDER_ZIP_EXTENDED'
  /** 2010AA says a post office box, since no street is known. */
  | 'BILLING_STREET_UNKNOWN'
  /** Fewer than ten digits: 2010AA PER is left out. */
  | 'BILLING_PHONE_LEFT_OUT'
  /** No NPI: the billing provider stands for it, or its name goes alone. */
  | 'RENDERING_PROVIDER_LEFT_OUT'
  | 'RENDERING_PROVIDER_BY_NAME'
  | 'TEXT_TRANSLITERATED'
  /** In an 837I: who gave the service is no person, or has no NPI. */
  | 'RENDERING_PROVIDER_NOT_A_PERSON'
  /** A test file: the settings lack what the 837I of an institution needs. */
  | 'INSTITUTION_AS_PROFESSIONAL'
  /** More lines than a claim holds, or in an 837I several authorizations: several claims. */
  | 'CLAIM_SPLIT'
  /** Another invoice of the file has the number too: a letter behind it tells them apart. */
  | 'CLAIM_NUMBER_TAKEN'
  /** A test file before the decision: no payer's amounts in it. */
  | 'NOT_ADJUDICATED';

/** Why an invoice is not in the file. */
export type HeldCode =
  /** Production, and the plan has not decided yet on every line. */
  | 'ADJUDICATION_MISSING'
  /** The decision is on the invoice as a whole, and it has several lines: what is of which is not known. */
  | 'ADJUDICATION_NOT_BY_LINE'
  /** Paid and adjusted amounts do not come to the charges, or the decision is on lines that are not there. */
  | 'ADJUDICATION_UNBALANCED'
  /** An institution's service without a revenue code in the settings. */
  | 'REVENUE_CODE_MISSING'
  /** A replacement or void without the receiver's control number of what it is about. */
  | 'ORIGINAL_REFERENCE_MISSING'
  /** DHCS judges duplicates by service line, and one denies the whole encounter. */
  | 'DUPLICATE_SERVICE'
  /** A service of it went to the receiver with an earlier file. */
  | 'REPORTED_BEFORE'
  /** A cell that no rule accepts: the invoice was not checked, or by other rules. */
  | 'NOT_ACCEPTABLE';

/** One note on an invoice. It holds no value of a cell. */
export interface Note {
  readonly kind: 'note';
  readonly invoiceNumber: string;
  readonly code: NoteCode;
  /** The cell that it is about, where there is one. */
  readonly column: ColumnKey | null;
}

/** An invoice that was not written. */
export interface Held {
  readonly kind: 'held';
  readonly invoiceNumber: string;
  readonly code: HeldCode;
  readonly column: ColumnKey | null;
}

/** A claim that was written: by its number acknowledgements find the invoice. */
export interface WrittenClaim {
  readonly kind: 'claim';
  readonly invoiceNumber: string;
  /** CLM01. */
  readonly claimNumber: string;
  /** ST02. */
  readonly transaction: string;
  /** 1-based lines of the invoice that the claim holds, first and last. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** One entry of the side report of a file. */
export type ReportEntry = Note | Held | WrittenClaim;
