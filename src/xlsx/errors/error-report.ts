import type { LineText } from '../../guidance/columns.ts';
import type { Finding } from '../../guidance/finding.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import type { ProviderSetup } from '../../workbook/model.ts';

/** What was found at one cell of a line. */
export type LineFinding = Pick<Finding, 'code' | 'severity' | 'column' | 'repair'>;

/** One line as it was sent. */
export interface ReportLine {
  /** Hidden identity of the line in the biller's file. */
  readonly rowKey: string;
  /** 1-based row of the biller's own file, null where it is not known. */
  readonly sourceRow: number | null;
  /** What the biller's file says, every column. */
  readonly text: LineText;
  readonly findings: readonly LineFinding[];
}

/** Lines that are one invoice, and what became of it. */
export interface ReportInvoice {
  /** Null where the cells hold no ten-digit number: then they may hold anything, and it is not repeated. */
  readonly invoiceNumber: string | null;
  /** `returned` where an error was found on one of its lines. */
  readonly state: 'accepted' | 'returned';
  /** Indices of its lines. */
  readonly lines: readonly number[];
  readonly chargeCents: number;
}

/** What was looked at. */
export type ReportOrigin =
  /** The plan received and checked a submission. */
  | {
      readonly kind: 'submission';
      readonly submissionId: string;
      /** RFC 3339 with the offset of the plan's time zone: the day on it is the day at the plan. */
      readonly receivedAt: string;
      readonly attempt: number;
      /** The receipt as the plan signed it (compact JWS). */
      readonly receipt: string;
      /** Whether a program of 42 CFR Part 2 sent it: a notice goes with what comes back. False where not said. */
      readonly part2Program?: boolean;
    }
  /** A file was checked, and nothing was sent. */
  | {
      readonly kind: 'check';
      /** RFC 3339. */
      readonly checkedAt: string;
    };

/** Everything that goes back to a biller after a check: what error workbook and error file are made from. */
export interface ErrorReport {
  readonly profile: PlanProfile;
  readonly origin: ReportOrigin;
  /** What the submission said of itself. */
  readonly setup: Pick<ProviderSetup, 'attested' | 'purpose' | 'concerns'>;
  /** In the order in which they were sent. */
  readonly lines: readonly ReportLine[];
  /** In order of first appearance. */
  readonly invoices: readonly ReportInvoice[];
}

/** The invoices that come back, and those that do not. */
export function invoicesIn(report: ErrorReport, state: ReportInvoice['state']): readonly ReportInvoice[] {
  return report.invoices.filter((invoice) => invoice.state === state);
}

/** Whether the notice of 42 CFR 2.32 goes with a report. */
export function isOfPart2Program({ origin }: ErrorReport): boolean {
  return origin.kind === 'submission' && origin.part2Program === true;
}

/** The day of an instant, `MM/DD/YYYY`, as its own offset has it. */
export function dayOf(instant: string): string {
  const [year = '', month = '', day = ''] = instant.slice(0, 10).split('-');
  return `${month}/${day}/${year}`;
}

/** Day and time of an instant, `MM/DD/YYYY HH:MM`, as its own offset has them. */
export function momentOf(instant: string): string {
  return `${dayOf(instant)} ${instant.slice(11, 16)}`;
}
