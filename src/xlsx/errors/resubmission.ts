import type { RuleCode } from '../../guidance/rules/index.ts';
import type { Purpose } from '../../workbook/model.ts';
import type { ErrorReport, ReportInvoice } from './error-report.ts';

/** What the plan says of an invoice that it has accepted before, and that came again unmarked. */
const acceptedBefore = 'INVOICE_NUMBER_ACCEPTED' satisfies RuleCode;

/**
 * As what a returned invoice is sent again: as it was, since it was never accepted, its number stays free. Only an
 * invoice that the plan has accepted earlier comes again as its replacement. Null where nothing is to be sent.
 */
export function resubmissionOf(report: ErrorReport, invoice: ReportInvoice): Purpose | null {
  if (invoice.state === 'accepted') return null;
  const isKnown = invoice.lines.some(
    (line) => report.lines[line]?.findings.some(({ code }) => code === acceptedBefore) === true,
  );
  return isKnown && report.setup.purpose === 'new' ? 'replacement' : report.setup.purpose;
}
