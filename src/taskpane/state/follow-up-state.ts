import type { ReceiptRow } from '../../excel/invoice-workbook.ts';
import type { InvoiceHistory } from '../../submission/invoice-history.ts';
import type { Receipt } from '../../submission/receipt.ts';
import type { InvoiceResult, SubmissionFinding } from '../../submission/result.ts';
import type { CorrectedLine, ErrorWorkbookRefusal } from '../../xlsx/errors/read-error-workbook.ts';

/** A row of the Receipts sheet, and whether the plan's key vouches for it. */
export interface KeptReceipt {
  readonly row: ReceiptRow;
  /** Null where it does not. */
  readonly receipt: Receipt | null;
}

/** What became of one invoice, from the plan's answer or from its error workbook. */
export interface FollowedInvoice extends Pick<InvoiceResult, 'invoiceNumber' | 'state'> {
  readonly findings: readonly Omit<SubmissionFinding, 'position'>[];
}

/** What the plan said of a submission when it was asked last. */
export interface FollowedResult {
  readonly submissionId: string;
  /** Instant of receipt, RFC 3339. */
  readonly receivedAt: string;
  /** Null while the plan is still checking. */
  readonly invoices: readonly FollowedInvoice[] | null;
}

/** An error workbook that was opened in the pane. */
export type ErrorFileView =
  | { readonly kind: 'refused'; readonly reason: ErrorWorkbookRefusal | 'notFromPlan' | 'unreadable' }
  | {
      readonly kind: 'loaded';
      readonly submissionId: string;
      readonly findings: number;
      /** Lines of the file that this workbook does not have. */
      readonly missing: number;
      /** Lines of this workbook that were corrected in the file. */
      readonly corrected: readonly CorrectedLine[];
    };

/** The history of an invoice, as the plan told it at a time. */
export interface OpenHistory {
  readonly history: InvoiceHistory;
  /** When the plan told it. */
  readonly fetchedAt: Date;
}

/** The step Follow up. */
export interface FollowUpState {
  /** Submissions on the Receipts sheet, latest first; null until it has been read. */
  readonly submissions: readonly KeptReceipt[] | null;
  /** Latest first; only of submissions that the plan was asked for since the pane was opened. */
  readonly results: readonly FollowedResult[];
  /** The error workbook that was opened last; null before the first. */
  readonly errorFile: ErrorFileView | null;
  /** The history that is open in place of the submissions. */
  readonly history: OpenHistory | null;
}

export const initialFollowUp: FollowUpState = { submissions: null, results: [], errorFile: null, history: null };

/** What happens on the step Follow up. */
export type FollowUpEvent =
  | { readonly type: 'receiptsRead'; readonly receipts: readonly KeptReceipt[] }
  | { readonly type: 'resultFollowed'; readonly followed: FollowedResult }
  | { readonly type: 'errorFileRead'; readonly errorFile: ErrorFileView }
  | { readonly type: 'historyRead'; readonly history: OpenHistory }
  | { readonly type: 'historyClosed' }
  /** What was corrected in the file is in the workbook now. */
  | { readonly type: 'correctionsTaken' };

/** The step after an event. */
export function reduceFollowUp(state: FollowUpState, event: FollowUpEvent): FollowUpState {
  switch (event.type) {
    case 'receiptsRead':
      return { ...state, submissions: [...event.receipts].sort((left, right) => byTime(left.row, right.row)) };
    case 'resultFollowed': {
      const others = state.results.filter(({ submissionId }) => submissionId !== event.followed.submissionId);
      return { ...state, results: [event.followed, ...others].sort(byTime) };
    }
    case 'errorFileRead':
      return { ...state, errorFile: event.errorFile };
    case 'historyRead':
      return { ...state, history: event.history };
    case 'historyClosed':
      return { ...state, history: null };
    case 'correctionsTaken':
      return state.errorFile?.kind === 'loaded'
        ? { ...state, errorFile: { ...state.errorFile, corrected: [] } }
        : state;
  }
}

/** Latest first; two instants may be written with different offsets. */
function byTime(left: { readonly receivedAt: string }, right: { readonly receivedAt: string }): number {
  return Date.parse(right.receivedAt) - Date.parse(left.receivedAt);
}

/**
 * What became of each invoice at last: a later submission says more than an earlier one. An invoice without a number
 * counts by the first line that something was found on.
 *
 * @param results latest first
 */
export function latestInvoices(results: readonly FollowedResult[]): readonly FollowedInvoice[] {
  const latest = new Map<string, FollowedInvoice>();
  for (const { invoices } of results) {
    for (const invoice of invoices ?? []) {
      const key = invoice.invoiceNumber ?? `line ${invoice.findings[0]?.rowKey ?? ''}`;
      if (!latest.has(key)) latest.set(key, invoice);
    }
  }
  return [...latest.values()];
}

/** Whether nothing is left to ask of a submission: the plan has accepted every invoice that its receipt names. */
export function isSettled({ receipt }: KeptReceipt, accepted: ReadonlySet<string>): boolean {
  return (
    receipt === null ||
    receipt.invoices.every(({ invoiceNumber }) => invoiceNumber !== null && accepted.has(invoiceNumber))
  );
}

/**
 * Invoice numbers of the lines that no genuine receipt names, each once: what the workbook may have lost, or has not
 * sent yet.
 */
export function numbersWithoutReceipt(
  numbers: readonly string[],
  submissions: readonly KeptReceipt[],
): readonly string[] {
  const named = new Set(
    submissions.flatMap(({ receipt }) => receipt?.invoices ?? []).map((each) => each.invoiceNumber),
  );
  return [...new Set(numbers)].filter((number) => /^\d{10}$/.test(number) && !named.has(number));
}
