import type { AdjudicationProblemCode } from './adjudication-table.ts';

/** What is wrong with a list of decisions, in a sentence for the plan's staff. */
export const adjudicationWords: Readonly<Record<AdjudicationProblemCode, string>> = {
  HEADER_MISSING: 'The first row has no such header.',
  INVOICE_NUMBER_FORM: 'Not an invoice number: ten digits are due.',
  NPI_FORM: 'Not an NPI. Leave the cell blank where the invoice number alone says which invoice it is.',
  LINE_FORM: "Not the number of a line: 1 is the invoice's first.",
  STATUS_UNKNOWN: 'Not a status: paid, denied or pending.',
  DATE_FORM: 'Not a date: MM/DD/YYYY.',
  AMOUNT_FORM: 'Not an amount: dollars and cents, without a sign or marks. A denied or capitated line has 0.00.',
  DENIED_BUT_PAID: 'The line is denied, and something was paid.',
  UNITS_FORM: 'Not a number of units. Leave the cell blank where all billed units were paid.',
  ADJUSTMENTS_FORM: 'Not adjustments: group, reason and amount, as in CO-45 12.50; CO-24 3.00.',
  CLAIM_NUMBER_FORM: 'A claim number has at most 50 characters that an 837 carries.',
  LINE_REPEATED: 'The line has a decision further up.',
};
