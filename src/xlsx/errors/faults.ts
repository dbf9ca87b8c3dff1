import { printCivilDate } from '../../guidance/civil-date.ts';
import { columnOf, type ColumnKey } from '../../guidance/columns.ts';
import type { Severity } from '../../guidance/finding.ts';
import { wordsFor, type Language } from '../../guidance/messages/words.ts';
import { isRuleCode, ruleOf } from '../../guidance/rules/index.ts';
import { planFacts } from '../../plan/facts.ts';
import { allowedValues } from './allowed-values.ts';
import type { ErrorReport, ReportInvoice, ReportLine } from './error-report.ts';
import { respondBy } from './respond-by.ts';

/** One fault in a biller's words. It says where, what and how to mend it, and never what the cell holds. */
export interface Fault {
  /** Index of the line in the report. */
  readonly line: number;
  readonly source: ReportLine;
  readonly invoice: ReportInvoice;
  readonly column: ColumnKey;
  /** Number of the data element, 1 to 46. */
  readonly element: number;
  /** The guidance's exact words. */
  readonly header: string;
  readonly severity: Severity;
  readonly code: string;
  readonly title: string;
  readonly message: string;
  readonly fix: string;
  /** Footnote, section or code set that the rule comes from; blank for a rule that this version does not know. */
  readonly citation: string;
  /** What the cell may hold, where that is not the member's own; otherwise blank. */
  readonly allowed: string;
  readonly repair: boolean;
  /** `MM/DD/YYYY`, or blank where the plan sets no day, or nothing has to be sent again. */
  readonly respondBy: string;
}

/** Every fault of a report: by line, then by the guidance's sequence; on a line errors and warnings stand together. */
export function faultsOf(report: ErrorReport, language: Language): readonly Fault[] {
  const offered = planFacts(report.profile).services;
  const faults = report.invoices.flatMap((invoice) => {
    const by = respondByOf(report, invoice);
    return invoice.lines.flatMap((line): readonly Fault[] => {
      const source = report.lines[line];
      if (source === undefined) return [];
      return source.findings.map(({ code, severity, column, repair }) => {
        const { element, header } = columnOf(column);
        return {
          ...{ line, source, invoice, column, element: element.number, header, severity, code, repair },
          ...wordsFor({ code, column }, language),
          citation: isRuleCode(code) ? ruleOf(code).citation : '',
          allowed: allowedValues(column, source.text, report.profile, offered),
          respondBy: by,
        };
      });
    });
  });
  return faults.sort((one, other) => one.line - other.line || one.element - other.element);
}

/** The last day for an invoice to come again, `MM/DD/YYYY`; blank where there is none, or it need not come. */
export function respondByOf(report: ErrorReport, invoice: ReportInvoice): string {
  if (invoice.state === 'accepted') return '';
  const texts = invoice.lines.flatMap((line) => report.lines[line]?.text ?? []);
  const day = respondBy(texts, report.profile);
  return day === null ? '' : printCivilDate(day);
}
