import { rewrittenDate } from '../../guidance/date-forms.ts';
import { cleaned } from '../../guidance/clean-text.ts';
import { isWellFormed } from '../../guidance/formats.ts';

/**
 * Whether a cell of a header row is what a line would hold: a date, a long number, an amount, a CIN, a procedure or
 * diagnosis code, an address of a mailbox. Such a cell is never kept, since it might be a member's.
 */
export function looksLikeData(cell: string): boolean {
  const text = cleaned(cell);
  return (
    /\d{4,}|[$@]|\d[-./]\d+[-./]\d|\d\.\d\d/.test(text) ||
    rewrittenDate(text, '1900') !== null ||
    isWellFormed.date(text) ||
    isWellFormed.procedureCode(text.toUpperCase()) ||
    (text.includes('.') && isWellFormed.diagnosisCode(text.toUpperCase()))
  );
}
