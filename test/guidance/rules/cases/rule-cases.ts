import type { LineText } from '../../../../src/guidance/columns.ts';
import { line } from '../../sample-lines.ts';
import { diagnosisAndAmountCases } from './diagnosis-and-amount-cases.ts';
import { identifierCases } from './identifier-cases.ts';
import { invoiceCases } from './invoice-cases.ts';
import type { Change, RuleCase } from './rule-case.ts';
import { serviceCases } from './service-cases.ts';
import { textAndDateCases } from './text-and-date-cases.ts';

/** Both sides of every rule that the check runs; a rule may have several, each for another plan. */
export const ruleCases: readonly RuleCase[] = [
  ...identifierCases,
  ...textAndDateCases,
  ...serviceCases,
  ...diagnosisAndAmountCases,
  ...invoiceCases,
];

/** The lines of a case. */
export function linesOf(change: Change): readonly LineText[] {
  return [change].flat().map((each) => line(each));
}
