import type { BillingKey, MemberKey, RenderingKey } from './model.ts';
import { headerRows } from './invoice-columns.ts';
import type { Area } from './area.ts';

/** Elements 1 to 10 in sequence. */
export const billingKeys = [
  'billingProviderNpi',
  'billingProviderTin',
  'billingProviderName',
  'billingProviderFirstName',
  'billingProviderLastName',
  'billingProviderPhone',
  'billingProviderAddress',
  'billingProviderCity',
  'billingProviderState',
  'billingProviderZip',
] as const satisfies readonly BillingKey[];

/** Elements 11 to 20 as the site table on Setup has them: the name first, since sites are chosen by it. */
export const siteKeys = [
  'renderingProviderName',
  'renderingProviderNpi',
  'renderingProviderTin',
  'renderingProviderFirstName',
  'renderingProviderLastName',
  'renderingProviderPhone',
  'renderingProviderAddress',
  'renderingProviderCity',
  'renderingProviderState',
  'renderingProviderZip',
] as const satisfies readonly RenderingKey[];

/** Elements 21 to 29 in sequence. */
export const memberKeys = [
  'memberCin',
  'medicalRecordNumber',
  'memberFirstName',
  'memberLastName',
  'memberHomelessnessIndicator',
  'memberAddress',
  'memberCity',
  'memberZip',
  'memberDateOfBirth',
] as const satisfies readonly MemberKey[];

/** Most prepared lines of an Invoice sheet. */
export const mostRows = 5_000;

/** Sites that Setup has room for. */
export const siteCapacity = 50;

/** Setup: labels in A, answers in B. Rows are 0-based. */
export const setupCells = {
  billing: { row: 4, column: 1, rows: billingKeys.length, columns: 1 },
  attestation: { row: 16, column: 1, rows: 1, columns: 1 },
  invoiceDate: { row: 17, column: 1, rows: 1, columns: 1 },
  purpose: { row: 18, column: 1, rows: 1, columns: 1 },
  concerns: { row: 19, column: 1, rows: 1, columns: 1 },
  sites: { row: 23, column: 0, rows: siteCapacity, columns: siteKeys.length },
} as const satisfies Record<string, Area>;

/** Everything on Setup that a person fills, in one rectangle: what one read takes. */
export const setupArea: Area = { row: 4, column: 0, rows: 19 + siteCapacity, columns: siteKeys.length };

/** Members: one row per member under two header rows; as many as there are prepared lines. */
export function membersArea(rows: number): Area {
  return { row: headerRows, column: 0, rows, columns: memberKeys.length };
}

/** Prepared lines of the Invoice sheet, all columns from `first` on. */
export function linesArea(rows: number, first = 0, count = 1): Area {
  return { row: headerRows, column: first, rows, columns: count };
}

/** Columns of the Receipts sheet. */
export const receiptColumns = [
  { header: 'Submission', width: 40 },
  { header: 'Received', width: 28 },
  { header: 'Invoices', width: 10 },
  { header: 'Lines', width: 10 },
  { header: 'Total', width: 14 },
  { header: 'State', width: 34 },
  { header: 'Signed receipt', width: 20 },
] as const;

/** Cells to the right that a long signed receipt goes on in: 5,000 invoices need about 500,000 characters. */
export const receiptParts = 20;

/** Submissions that Receipts has room for: one a week for more than three years. */
export const receiptCapacity = 200;

/** Rows of receipts, under a title, a sentence and a header row. */
export const receiptsArea: Area = {
  row: 3,
  column: 0,
  rows: receiptCapacity,
  columns: receiptColumns.length - 1 + receiptParts,
};

/** Characters of a signed receipt per cell; Excel holds 32,767. */
export const receiptCharacters = 32_000;

/** Keys of the State sheet, one per row: what the template is, and what stands between two submissions. */
export const stateKeys = ['planId', 'profileVersion', 'layoutVersion', 'rows', 'seal', 'attempt'] as const;

/** A key of the State sheet. */
export type StateKey = (typeof stateKeys)[number];

/** Values of the State sheet: keys in A, values in B. */
export const stateArea: Area = { row: 1, column: 0, rows: stateKeys.length, columns: 2 };

/** Accepted invoice numbers, downwards in column D of the State sheet. */
export const acceptedArea: Area = { row: 1, column: 3, rows: 20_000, columns: 1 };

/** Where the columns of the last imported lists went, one list per cell of column F of the State sheet. */
export const mappingsArea: Area = { row: 1, column: 5, rows: 5, columns: 1 };
