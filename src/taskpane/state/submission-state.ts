import type { PlanProfile } from '../../plan/profile.ts';
import type { Receipt } from '../../submission/receipt.ts';
import type { SubmissionResult } from '../../submission/result.ts';
import type { PlanTrouble } from './message.ts';

/** What a submission is doing. */
export type SubmissionPhase = 'checking' | 'signingIn' | 'sending' | 'waiting' | 'writing' | 'sealing';

/** Why nothing was sent. */
export type SubmissionStop =
  | 'planUnknown'
  | 'altered'
  | 'older'
  | 'newer'
  | 'damaged'
  | 'notAttested'
  | 'billingNpi'
  | 'concerns'
  | 'nothingToSend'
  | 'tooManyLines'
  | 'unsendableText'
  /** The plan takes no sealed files any more. */
  | 'noSealedFiles';

/** How the last submission ended. */
export type SubmissionOutcome =
  | { readonly kind: 'stopped'; readonly reason: SubmissionStop }
  | PlanTrouble
  | ({
      /** Saved as a file that the biller sends. */
      readonly kind: 'sealed';
      readonly fileName: string;
      readonly invoices: number;
      readonly lines: number;
    } & Pick<NonNullable<PlanProfile['sealedPackages']>, 'sendBy' | 'sendTo'>)
  /** An answer without a receipt that the plan signed for what was sent. */
  | { readonly kind: 'receiptNotVerified' }
  /** Received; `result` is null while the plan is still checking, `written` false where Excel did not take it. */
  | {
      readonly kind: 'received';
      readonly receipt: Receipt;
      readonly result: SubmissionResult | null;
      readonly written: boolean;
    };

/** The step Submit. */
export interface SubmissionView {
  readonly phase: SubmissionPhase | null;
  readonly outcome: SubmissionOutcome | null;
}

export const initialSubmission: SubmissionView = { phase: null, outcome: null };

/** What happens on the step Submit. */
export type SubmissionEvent =
  | { readonly type: 'submissionMoved'; readonly phase: SubmissionPhase }
  | { readonly type: 'submissionEnded'; readonly outcome: SubmissionOutcome }
  /** It ended without an outcome of its own: a message says why. */
  | { readonly type: 'submissionBroken' };

/** The step after an event. */
export function reduceSubmission(state: SubmissionView, event: SubmissionEvent): SubmissionView {
  switch (event.type) {
    case 'submissionMoved':
      return { phase: event.phase, outcome: null };
    case 'submissionEnded':
      return { phase: null, outcome: event.outcome };
    case 'submissionBroken':
      return { ...state, phase: null };
  }
}
