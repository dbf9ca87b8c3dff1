import { parseCivilDate } from '../guidance/civil-date.ts';
import { isNpi, isWellFormed } from '../guidance/formats.ts';
import { parseCents } from '../guidance/money.ts';
import { parseUnitCount, printUnitCount } from '../guidance/unit-count.ts';
import { listRows } from '../workbook/import/list-rows.ts';
import type { Table } from '../workbook/import/source-list.ts';
import { adjustmentGroups, type AdjudicatedLine, type Adjustment } from './adjudication.ts';
import { carriedText } from './x12/carried-text.ts';

/** Headers of a list of decisions, in any order; others are passed over. */
export const adjudicationHeaders = {
  invoiceNumber: 'Invoice Number',
  billingNpi: 'Billing Provider NPI',
  line: 'Line',
  status: 'Status',
  date: 'Decision Date',
  paid: 'Paid Amount',
  paidUnits: 'Paid Units',
  adjustments: 'Adjustments',
  planClaimNumber: 'Plan Claim Number',
} as const;

type Column = keyof typeof adjudicationHeaders;

/** Columns that a list may leave out. */
const optional: ReadonlySet<Column> = new Set(['billingNpi', 'paidUnits', 'adjustments', 'planClaimNumber']);

/** What is wrong with a list of decisions. Codes are stable; `adjudication-words.ts` says them for people. */
export type AdjudicationProblemCode =
  | 'HEADER_MISSING'
  | 'INVOICE_NUMBER_FORM'
  | 'NPI_FORM'
  | 'LINE_FORM'
  | 'STATUS_UNKNOWN'
  | 'DATE_FORM'
  | 'AMOUNT_FORM'
  /** A denied line on which something was paid. */
  | 'DENIED_BUT_PAID'
  | 'UNITS_FORM'
  | 'ADJUSTMENTS_FORM'
  | 'CLAIM_NUMBER_FORM'
  /** The line has a decision further up. */
  | 'LINE_REPEATED';

/** One problem of a list, and where it is. It holds no value of the list. */
export interface AdjudicationProblem {
  /** 1-based row of the list, its headers being the first. */
  readonly row: number;
  readonly header: string;
  readonly code: AdjudicationProblemCode;
}

/** A list of decisions that was read, or everything that is wrong with it. */
export type AdjudicationTable =
  | { readonly kind: 'decisions'; readonly decisions: readonly AdjudicatedLine[] }
  | { readonly kind: 'problems'; readonly problems: readonly [AdjudicationProblem, ...AdjudicationProblem[]] };

/** An adjustment: group, reason, amount in dollars, for example `CO-45 12.50`. */
const adjustmentForm = /^([A-Z]{2})-([A-Z]?\d{1,3}) (-?)(\d+(?:\.\d{1,2})?)$/;

/** A REF02 of the plan is no longer. */
const longestClaimNumber = 50;

/**
 * Reads the plan's decisions from a list, a row per service line: Status is `paid`, `denied` or `pending`, dates are
 * MM/DD/YYYY, amounts dollars without marks, Adjustments none or several of `CO-45 12.50` with semicolons between. A
 * `pending` row is no decision yet and needs no more than its line. A line that the list does not name is undecided.
 */
export function readAdjudications(table: Table): AdjudicationTable {
  const list = listRows(table, adjudicationHeaders, optional);
  const problems: AdjudicationProblem[] = [];
  const decisions: AdjudicatedLine[] = [];
  const seen = new Set<string>();
  if (list.kind === 'columnsMissing') {
    problems.push(
      ...list.columns.map((column) => ({
        row: 1,
        header: adjudicationHeaders[column],
        code: 'HEADER_MISSING' as const,
      })),
    );
  }
  for (const { row, cell } of list.kind === 'rows' ? list.rows : []) {
    const refuse = (column: Column, code: AdjudicationProblemCode) => {
      problems.push({ row, header: adjudicationHeaders[column], code });
    };
    const decision = readRow(cell, refuse);
    const key = `${cell('billingNpi')} ${cell('invoiceNumber')} ${String(Number(cell('line')))}`;
    if (seen.has(key)) refuse('line', 'LINE_REPEATED');
    seen.add(key);
    if (decision !== null) decisions.push(decision);
  }
  const [first, ...others] = problems;
  return first === undefined ? { kind: 'decisions', decisions } : { kind: 'problems', problems: [first, ...others] };
}

/** @returns null for a row without a decision, and for one that is refused */
function readRow(
  cell: (column: Column) => string,
  refuse: (column: Column, code: AdjudicationProblemCode) => void,
): AdjudicatedLine | null {
  const invoiceNumber = cell('invoiceNumber');
  if (!isWellFormed.invoiceNumber(invoiceNumber)) refuse('invoiceNumber', 'INVOICE_NUMBER_FORM');
  const billingNpi = cell('billingNpi');
  if (billingNpi !== '' && !isNpi(billingNpi)) refuse('billingNpi', 'NPI_FORM');
  const line = cell('line');
  if (!/^0*[1-9]\d{0,3}$/.test(line)) refuse('line', 'LINE_FORM');
  const status = cell('status').toLowerCase();
  if (status === 'pending') return null;
  const isDecided = status === 'paid' || status === 'denied';
  if (!isDecided) refuse('status', 'STATUS_UNKNOWN');
  const date = parseCivilDate(cell('date'));
  if (date === null) refuse('date', 'DATE_FORM');
  const paidCents = parseCents(cell('paid'));
  if (paidCents === null) refuse('paid', 'AMOUNT_FORM');
  else if (status === 'denied' && paidCents > 0) refuse('paid', 'DENIED_BUT_PAID');
  const units = cell('paidUnits') === '' ? null : parseUnitCount(cell('paidUnits'));
  if (units === null && cell('paidUnits') !== '') refuse('paidUnits', 'UNITS_FORM');
  const adjustments = readAdjustments(cell('adjustments'));
  if (adjustments === null) refuse('adjustments', 'ADJUSTMENTS_FORM');
  const planClaimNumber = carriedText(cell('planClaimNumber'))?.text ?? null;
  if (planClaimNumber === null || planClaimNumber.length > longestClaimNumber) {
    refuse('planClaimNumber', 'CLAIM_NUMBER_FORM');
  }
  if (!isDecided || date === null || paidCents === null || adjustments === null || planClaimNumber === null)
    return null;
  return {
    invoiceNumber,
    billingNpi: billingNpi === '' ? null : billingNpi,
    line: Number(line),
    status,
    date,
    paidCents,
    paidUnits: units === null ? null : printUnitCount(units),
    adjustments,
    planClaimNumber,
  };
}

/**
 * Reads the adjustments of a line: none, or several of `CO-45 12.50` with semicolons between.
 *
 * @returns null where one is none
 */
export function readAdjustments(text: string): readonly Adjustment[] | null {
  const adjustments: Adjustment[] = [];
  for (const each of text.split(';')) {
    if (each.trim() === '') continue;
    const match = adjustmentForm.exec(each.trim());
    const group = adjustmentGroups.find((known) => known === match?.[1]);
    const cents = parseCents(match?.[4] ?? '');
    if (match === null || group === undefined || cents === null) return null;
    adjustments.push({ group, reason: match[2] ?? '', cents: match[3] === '-' ? -cents : cents });
  }
  return adjustments;
}
