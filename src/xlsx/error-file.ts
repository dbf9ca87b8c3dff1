import Papa from 'papaparse';
import { columnOf } from '../guidance/columns.ts';
import type { Finding } from '../guidance/finding.ts';
import { wordsFor } from '../guidance/messages/words.ts';
import { isRuleCode, ruleOf } from '../guidance/rules/index.ts';

/** A finding with the place where a person finds it again. */
export interface PlacedFinding extends Finding {
  /** 1-based row of the file or sheet. */
  readonly row: number;
  readonly invoiceNumber: string;
}

const headers = [
  'Submission',
  'Invoice Number',
  'Row',
  'Element',
  'Column',
  'Severity',
  'Code',
  'What is wrong',
  'How to fix it',
  'Source of the rule',
  'Repair offered',
] as const;

/**
 * The error file of a submission as CSV: one row per fault, with the words that the pane and the Check column use
 * (guidance section 6: error files with actionable guidance). It names cells and never says what they hold.
 */
export function printErrorFile(submissionId: string, findings: readonly PlacedFinding[]): string {
  const rows = findings.map((finding) => {
    const { message, fix } = wordsFor(finding, 'en');
    return [
      submissionId,
      finding.invoiceNumber,
      finding.row,
      finding.element,
      columnOf(finding.column).header,
      finding.severity,
      finding.code,
      message,
      fix,
      isRuleCode(finding.code) ? ruleOf(finding.code).citation : '',
      finding.repair ? 'yes' : '',
    ];
  });
  return `${Papa.unparse([[...headers], ...rows], { newline: '\r\n', escapeFormulae: true })}\r\n`;
}
