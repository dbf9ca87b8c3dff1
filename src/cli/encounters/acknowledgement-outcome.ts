import type { SyntaxFault } from '../../encounter/acknowledgement/items.ts';
import type { InvoiceStanding, Unmatched } from '../../encounter/acknowledgement/standings.ts';
import type { X12Problem } from '../../encounter/x12/position.ts';

/** What is wrong with a file. */
export interface FileProblem {
  readonly file: string;
  readonly problem: X12Problem;
}

/** A fault of a 999, and the file that tells of it. */
export interface FileFault {
  readonly file: string;
  readonly fault: SyntaxFault;
}

/** What came of it all. */
export interface AcknowledgementOutcome {
  readonly problems: readonly FileProblem[];
  readonly faults: readonly FileFault[];
  readonly unmatched: readonly Unmatched[];
  readonly invoices: readonly InvoiceStanding[];
}
