import { printCents } from '../../guidance/money.ts';
import type { Language } from '../../guidance/messages/words.ts';
import type { PaidLine } from './payment-decisions.ts';
import { reasonText, reductionFinding, remarkFinding } from './returned-finding.ts';
import { returnedWords } from './returned-words.ts';

/**
 * Why a line was not paid as it was billed, in a biller's words: of each adjustment its code, the dollars that it takes
 * off and what it means; of each remark its code and the same; then what to do.
 *
 * @returns null where nothing was adjusted or remarked
 */
export function paymentReason(
  { line, status, adjustments, remarks }: Pick<PaidLine, 'line' | 'status' | 'adjustments' | 'remarks'>,
  language: Language,
): string | null {
  const severity = status === 'paid' ? 'warning' : 'error';
  const reasons = [
    ...adjustments
      .filter(({ cents }) => cents !== 0)
      .map((each) => ({ finding: reductionFinding(each, line), amount: ` ${signedDollars(each.cents)}` })),
    ...remarks.map((code) => ({ finding: remarkFinding(code, severity, line), amount: '' })),
  ];
  if (reasons.length === 0) return null;
  const meanings = reasons.map(
    ({ finding, amount }) => `${reasonText(finding.reason)}${amount}: ${returnedWords(finding, language).message}`,
  );
  // Several reasons often ask for the same.
  const toDo = new Set(
    reasons.flatMap(({ finding }) => (finding.fix === 'nothing' ? [] : [returnedWords(finding, language).fix])),
  );
  return [...meanings, ...toDo].join(' ');
}

function signedDollars(cents: number): string {
  return `${cents < 0 ? '-' : ''}${printCents(Math.abs(cents))}`;
}
