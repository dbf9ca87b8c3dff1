import type { Language } from '../guidance/messages/words.ts';
import { cellAddress } from '../workbook/area.ts';
import { usualSheetNames } from '../workbook/defined-names.ts';
import { invoiceColumn } from '../workbook/invoice-columns.ts';
import { printTable } from './delimited-table.ts';
import { dayOf, isOfPart2Program, type ErrorReport } from './errors/error-report.ts';
import { faultsOf } from './errors/faults.ts';
import { redisclosureNotice } from './errors/redisclosure.ts';
import { resubmissionOf } from './errors/resubmission.ts';
import { returnedContents } from './errors/returned-contents.ts';

const headers = [
  'Submission',
  'Date received',
  'Invoice Number',
  'Invoice state',
  'Row in your file',
  'Sheet of the error workbook',
  'Cell of the error workbook',
  'Element',
  'Column',
  'Severity',
  'Code',
  'What is wrong',
  'How to fix it',
  'Allowed values',
  'Source of the rule',
  'Repair offered',
  'Send again as',
  'Respond by',
  'Contact',
  'Notice',
] as const;

/**
 * The error file of a submission as CSV: one row per fault, with the words that the pane, the Check column and the
 * error workbook use (guidance section 6: error files with actionable guidance). It names cells and never says what
 * they hold; an invoice number stands in it where it is one. Machines read it too: headers, severity, state and kind
 * of resubmission are the same in every language. The notice is that of 42 CFR 2.32, where it has to stand.
 */
export function printErrorFile(report: ErrorReport, language: Language = 'en'): string {
  const { origin, profile } = report;
  const { support } = profile;
  const notice = isOfPart2Program(report) ? redisclosureNotice(language) : '';
  const contact = `${support.name}, ${support.phone}, ${support.email}`;
  const [submission, received] =
    origin.kind === 'submission' ? [origin.submissionId, dayOf(origin.receivedAt)] : ['', ''];
  const returned = new Map(returnedContents(report).lines.map((line) => [line.source, line]));
  const rows = faultsOf(report, language).map((fault) => {
    const line = returned.get(fault.source);
    return [
      submission,
      received,
      fault.invoice.invoiceNumber ?? '',
      fault.invoice.state,
      fault.source.sourceRow === null ? '' : String(fault.source.sourceRow),
      line === undefined ? '' : usualSheetNames.invoice,
      line === undefined ? '' : cellAddress(line.row, invoiceColumn(fault.column).index),
      String(fault.element),
      fault.header,
      fault.severity,
      fault.code,
      fault.message,
      fault.fix,
      fault.allowed,
      fault.citation,
      fault.repair ? 'yes' : '',
      resubmissionOf(report, fault.invoice) ?? '',
      fault.respondBy,
      contact,
      notice,
    ];
  });
  return printTable([headers, ...rows]);
}
