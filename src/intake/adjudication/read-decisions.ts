import { readAdjustments } from '../../encounter/adjudication-table.ts';
import { parseCivilDate, type CivilDate } from '../../guidance/civil-date.ts';
import { isNpi, isWellFormed } from '../../guidance/formats.ts';
import { parseCents } from '../../guidance/money.ts';
import {
  decisionFaults,
  decisionHeaders,
  type DecisionColumn,
  type DecisionFault,
  type DecisionFaultCode,
} from '../../submission/adjudications.ts';
import { listRows } from '../../workbook/import/list-rows.ts';
import type { Table } from '../../workbook/import/source-list.ts';
import { decisionOf, type DecidedLine, type DecidedPart, type InvoiceDecision } from './decision.ts';

/** A decision on an invoice, and where it is said first. */
export interface ListedDecision extends InvoiceDecision {
  /** 1-based row of the list, or segment of the 835. */
  readonly row: number;
}

/** A list of decisions that was read, or what is wrong with it, one fault a row. */
export type DecisionList =
  | { readonly kind: 'decisions'; readonly decisions: readonly ListedDecision[] }
  | { readonly kind: 'faults'; readonly faults: readonly DecisionFault[] };

/** Columns that a list may leave out. */
const optional: ReadonlySet<DecisionColumn> = new Set([
  'billingProviderNpi',
  'line',
  'adjustments',
  'reason',
  'planClaimNumber',
]);

const mostRows = 20_000;
const longestReason = 500;

/** A fault at a place. */
export function faultAt(row: number, column: DecisionColumn, code: DecisionFaultCode): DecisionFault {
  return { row, header: decisionHeaders[column], code, message: decisionFaults[code] };
}

/** Thrown inside the reading of a row: a row has one fault, its first. */
class RowFault extends Error {
  readonly column: DecisionColumn;
  readonly code: DecisionFaultCode;

  constructor(column: DecisionColumn, code: DecisionFaultCode) {
    super(code);
    this.column = column;
    this.code = code;
  }
}

/** What is said of one part of an invoice. */
export interface DecisionRow {
  readonly row: number;
  readonly invoiceNumber: string;
  readonly billingProviderNpi: string | null;
  readonly decidedOn: CivilDate;
  readonly planClaimNumber: string | null;
  readonly decided: DecidedLine;
}

/**
 * Reads the plan's decisions from a list: a row for each line of an invoice, or one without a line for the whole of it.
 * Status is `paid`, `contested`, `denied` or `pending`, dates are MM/DD/YYYY, amounts dollars. A `pending` row is no
 * decision yet. An invoice that the list does not name keeps its state.
 *
 * @param table the list; null for text that is no CSV
 * @param today the plan's day, after which nothing was decided yet
 */
export function readDecisions(table: Table | null, today: CivilDate): DecisionList {
  if (table === null) return { kind: 'faults', faults: [faultAt(1, 'invoiceNumber', 'NOT_A_LIST')] };
  const list = listRows(table, decisionHeaders, optional);
  if (list.kind === 'columnsMissing') {
    return { kind: 'faults', faults: list.columns.map((column) => faultAt(1, column, 'HEADER_MISSING')) };
  }
  if (list.rows.length === 0) return { kind: 'faults', faults: [faultAt(2, 'invoiceNumber', 'NO_ROWS')] };
  if (list.rows.length > mostRows) {
    return { kind: 'faults', faults: [faultAt(mostRows + 2, 'invoiceNumber', 'TOO_MANY_ROWS')] };
  }
  const faults: DecisionFault[] = [];
  const invoices = new Map<string, DecisionRow[]>();
  for (const { row, cell } of list.rows) {
    try {
      const read = readRow(cell, row, today);
      if (read === null) continue;
      const key = `${read.billingProviderNpi ?? ''} ${read.invoiceNumber}`;
      const others = invoices.get(key);
      if (others === undefined) invoices.set(key, [read]);
      else {
        refuseRepeated(read, others);
        others.push(read);
      }
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      faults.push(faultAt(row, error.column, error.code));
    }
  }
  if (faults.length > 0) return { kind: 'faults', faults };
  return { kind: 'decisions', decisions: [...invoices.values()].map(together) };
}

/** @returns null for a row that is no decision yet. @throws RowFault */
function readRow(cell: (column: DecisionColumn) => string, row: number, today: CivilDate): DecisionRow | null {
  const invoiceNumber = cell('invoiceNumber');
  if (!isWellFormed.invoiceNumber(invoiceNumber)) throw new RowFault('invoiceNumber', 'INVOICE_NUMBER_FORM');
  const npi = cell('billingProviderNpi');
  if (npi !== '' && !isNpi(npi)) throw new RowFault('billingProviderNpi', 'NPI_FORM');
  const line = cell('line');
  if (line !== '' && !/^0*[1-9]\d{0,3}$/.test(line)) throw new RowFault('line', 'LINE_FORM');
  const status = cell('status').toLowerCase();
  if (status === 'pending') return null;
  if (status !== 'paid' && status !== 'contested' && status !== 'denied') {
    throw new RowFault('status', 'STATUS_UNKNOWN');
  }
  const decidedOn = parseCivilDate(cell('decidedOn'));
  if (decidedOn === null) throw new RowFault('decidedOn', 'DATE_FORM');
  if (decidedOn > today) throw new RowFault('decidedOn', 'DATE_IN_FUTURE');
  const part = readPart(status, cell('paid'), cell('reason'));
  const adjustments = readAdjustments(cell('adjustments'));
  if (adjustments === null) throw new RowFault('adjustments', 'ADJUSTMENTS_FORM');
  if (adjustments.length > 0 && line === '') throw new RowFault('adjustments', 'ADJUSTED_AS_A_WHOLE');
  const claimNumber = cell('planClaimNumber');
  if (!/^[ -~]{0,50}$/.test(claimNumber)) throw new RowFault('planClaimNumber', 'CLAIM_NUMBER_FORM');
  return {
    row,
    invoiceNumber,
    billingProviderNpi: npi === '' ? null : npi,
    decidedOn,
    planClaimNumber: claimNumber === '' ? null : claimNumber,
    decided: { ...part, line: line === '' ? null : Number(line), adjustments, paidUnits: null },
  };
}

/** @throws RowFault */
function readPart(status: DecidedPart['status'], amount: string, reason: string): DecidedPart {
  // What was not paid may be left blank where nothing was.
  const paidCents = amount === '' && status !== 'paid' ? 0 : parseCents(amount);
  if (paidCents === null) throw new RowFault('paid', 'AMOUNT_FORM');
  if (reason.length > longestReason) throw new RowFault('reason', 'REASON_LONG');
  if (status === 'paid') return { status, paidCents, reason: reason === '' ? null : reason };
  if (reason === '') throw new RowFault('reason', 'REASON_MISSING');
  if (status === 'contested') return { status, paidCents, reason };
  if (paidCents !== 0) throw new RowFault('paid', 'DENIED_BUT_PAID');
  return { status, paidCents, reason };
}

/** @throws RowFault where the line, or the invoice as a whole, is decided by another row. */
function refuseRepeated({ decided }: DecisionRow, others: readonly DecisionRow[]): void {
  const isRepeated = others.some(
    (other) => other.decided.line === decided.line || other.decided.line === null || decided.line === null,
  );
  if (isRepeated) throw new RowFault('line', 'LINE_REPEATED');
}

/** What is said of the parts of an invoice, as one decision. */
export function together(rows: readonly DecisionRow[]): ListedDecision {
  const lines = rows.map(({ decided }) => decided).sort((left, right) => (left.line ?? 0) - (right.line ?? 0));
  const [first] = rows;
  if (first === undefined) throw new RangeError('A decision without a row');
  return {
    row: first.row,
    invoiceNumber: first.invoiceNumber,
    billingProviderNpi: first.billingProviderNpi,
    decision: decisionOf(lines),
    decidedOn: rows.reduce((latest, { decidedOn }) => (decidedOn > latest ? decidedOn : latest), first.decidedOn),
    paidCents: lines.reduce((sum, { paidCents }) => sum + paidCents, 0),
    planClaimNumber: rows.find(({ planClaimNumber }) => planClaimNumber !== null)?.planClaimNumber ?? null,
    lines,
  };
}
