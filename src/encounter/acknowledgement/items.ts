import type { CivilDate } from '../../guidance/civil-date.ts';
import type { Adjustment } from '../adjudication.ts';
import type { Position, X12Problem } from '../x12/position.ts';

/** What an interchange, group or transaction set came to. `unknown` where its code is none of the guide's. */
export type Outcome = 'accepted' | 'acceptedWithErrors' | 'partlyAccepted' | 'rejected' | 'unknown';

/** TA1: whether an interchange could be read. */
export interface InterchangeOutcome extends Position {
  readonly kind: 'interchange';
  /** ISA13 of what is answered. */
  readonly interchange: string;
  readonly outcome: Outcome;
  /** TA105: `000` for none. */
  readonly note: string;
}

/** 999 AK9: a functional group. */
export interface GroupOutcome extends Position {
  readonly kind: 'group';
  /** GS06 of what is answered. */
  readonly group: string;
  readonly outcome: Outcome;
  /** AK905 to AK909. */
  readonly errors: readonly string[];
}

/** 999 IK5: a transaction set. */
export interface TransactionOutcome extends Position {
  readonly kind: 'transaction';
  readonly group: string;
  /** ST02 of what is answered. */
  readonly transaction: string;
  readonly outcome: Outcome;
  /** IK502 to IK506. */
  readonly errors: readonly string[];
}

/** 999 IK3 and IK4: an error in a segment, or in one of its elements. */
export interface SyntaxFault extends Position {
  readonly kind: 'syntax';
  readonly group: string;
  readonly transaction: string;
  /** AK203, or AK103: the guide of what is answered; `''` where neither says. */
  readonly guide: string;
  /** IK301, for example `NM1`. */
  readonly segmentName: string;
  /** IK302: 1-based place in the transaction set, ST being 1; for a segment that is missing, where it is due. */
  readonly place: number;
  /** IK303, for example `2010BA`; `''` where it is not said. */
  readonly loop: string;
  /** CTX*CLM01: the claim that the segment is in; `''` where it is not said. */
  readonly claimNumber: string;
  /** IK401, 1-based; null for the segment as a whole. */
  readonly element: number | null;
  readonly component: number | null;
  /** IK304 where the error is the segment's, IK403 where it is an element's. */
  readonly code: string;
}

/** STC: one status. */
export interface Status {
  /** STC01-1, for example `A7`. */
  readonly category: string;
  /** STC01-2. */
  readonly code: string;
  /** STC01-3, for example `85`; `''` where it is not said. */
  readonly entity: string;
}

/** One STC: up to three statuses, and what they come to. */
export interface StatusInformation {
  readonly statuses: readonly Status[];
  readonly outcome: 'accepted' | 'rejected' | 'unknown';
}

/** 277CA: what was said of a whole batch (2200B, 2200A), or of all claims of a billing provider in it (2200C). */
export interface BatchStatus extends Position {
  readonly kind: 'batchStatus';
  /** 2200B TRN02, which is BHT03 of what is answered; `''` where it is not said. */
  readonly batch: string;
  /** Null for the batch; the billing provider's NPI, or `''` where it is not said. */
  readonly billingNpi: string | null;
  readonly information: StatusInformation;
}

/** 277CA 2200D: a claim. */
export interface ClaimStatus extends Position {
  readonly kind: 'claimStatus';
  readonly batch: string;
  /** 2200D TRN02, which is CLM01 of what is answered. */
  readonly claimNumber: string;
  /** 2200D REF*1K: the receiver's own number of the claim; `''` where it has none. */
  readonly receiverNumber: string;
  readonly information: readonly StatusInformation[];
  readonly lines: readonly LineStatus[];
}

/** 277CA 2220D: a service line of a claim. */
export interface LineStatus extends Position {
  /** REF*FJ, which is REF*6R of what is answered; `''` where it is not said. */
  readonly reference: string;
  readonly procedureCode: string;
  readonly information: readonly StatusInformation[];
}

/** 835 BPR: one payment. */
export interface Payment extends Position {
  readonly kind: 'payment';
  /** BPR16: the day on which it takes effect. */
  readonly date: CivilDate | null;
  readonly cents: number;
}

/** 835 CLP: what was decided of a claim. */
export interface ClaimPayment extends Position {
  readonly kind: 'claimPayment';
  /** CLP01, which is CLM01 of what is answered. */
  readonly claimNumber: string;
  /** CLP02. */
  readonly status: string;
  readonly chargeCents: number;
  readonly paidCents: number;
  /** CLP07: the payer's own number of the claim; `''` where it has none. */
  readonly receiverNumber: string;
  /** NPI of the one who is paid (1000B N104); null where it is not said. */
  readonly billingNpi: string | null;
  /** The payment's day. */
  readonly date: CivilDate | null;
  /** Those of the claim as a whole. */
  readonly adjustments: readonly Adjustment[];
  /** Remark codes of the claim (MIA, MOA). */
  readonly remarks: readonly string[];
  readonly lines: readonly LinePayment[];
}

/** 835 SVC: what was decided of a service line. */
export interface LinePayment extends Position {
  /** REF*6R; `''` where it is not said. */
  readonly reference: string;
  readonly procedureCode: string;
  readonly modifiers: readonly string[];
  readonly serviceDate: CivilDate | null;
  readonly chargeCents: number;
  readonly paidCents: number;
  /** SVC05 as in element 37; null where it is not said. */
  readonly paidUnits: string | null;
  readonly adjustments: readonly Adjustment[];
  /** Remark codes of the line (LQ*HE). */
  readonly remarks: readonly string[];
}

/** 835 PLB: an amount between payer and provider that belongs to no claim. */
export interface ProviderAdjustment extends Position {
  readonly kind: 'providerAdjustment';
  readonly reason: string;
  readonly cents: number;
}

/** What a 999 says. */
export type ImplementationItem = GroupOutcome | TransactionOutcome | SyntaxFault;

/** What a 277CA says. */
export type StatusItem = BatchStatus | ClaimStatus;

/** What an 835 says. */
export type PaymentItem = Payment | ClaimPayment | ProviderAdjustment;

/** What comes back from whoever got the encounters, whichever kind of file it stands in. */
export type AcknowledgementItem = InterchangeOutcome | ImplementationItem | StatusItem | PaymentItem;

/** An item, or what is wrong with the file. */
export type Read<Item extends AcknowledgementItem> = Item | X12Problem;
