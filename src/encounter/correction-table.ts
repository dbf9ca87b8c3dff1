import { isNpi, isWellFormed } from '../guidance/formats.ts';
import { listRows } from '../workbook/import/list-rows.ts';
import type { Table } from '../workbook/import/source-list.ts';
import type { Invoice, Submission } from './invoice.ts';
import { carriedText } from './x12/carried-text.ts';

/** Headers of a list of corrections, in any order; others are passed over. */
export const correctionHeaders = {
  invoiceNumber: 'Invoice Number',
  billingNpi: 'Billing Provider NPI',
  kind: 'Kind',
  reference: 'Receiver Claim Number',
} as const;

type Column = keyof typeof correctionHeaders;

/** What is wrong with a list of corrections, in a sentence for the plan's staff. */
export const correctionWords = {
  HEADER_MISSING: 'The first row has no such header.',
  INVOICE_NUMBER_FORM: 'Not an invoice number: ten digits are due.',
  NPI_FORM: 'Not an NPI. Leave the cell blank where the invoice number alone says which invoice it is.',
  KIND_UNKNOWN: 'Not a kind: replacement or void, the same on each row of an invoice.',
  REFERENCE_FORM: "The receiver's number of the claim before: 1 to 50 characters that an 837 carries.",
} as const;

/** One problem of a list, and where it is. */
export interface CorrectionProblem {
  /** 1-based row of the list, its headers being the first. */
  readonly row: number;
  readonly header: string;
  readonly code: keyof typeof correctionWords;
}

/** What is corrected: what an invoice is to those before it. */
export interface CorrectionSource {
  readonly find: (billingNpi: string, invoiceNumber: string) => Submission;
}

/** Nothing is: every invoice is new, or came back before it was accepted. */
export const noCorrections: CorrectionSource = { find: () => ({ kind: 'original' }) };

/** A list of corrections that was read, or everything that is wrong with it. */
export type CorrectionTable =
  | { readonly kind: 'corrections'; readonly source: CorrectionSource }
  | { readonly kind: 'problems'; readonly problems: readonly [CorrectionProblem, ...CorrectionProblem[]] };

/**
 * Reads which invoices replace or void what the receiver has accepted (frequency 7 and 8), a row for each claim before,
 * in the claims' order: an invoice that was several claims has several rows.
 */
export function readCorrections(table: Table): CorrectionTable {
  const list = listRows(table, correctionHeaders, new Set<Column>(['billingNpi']));
  const problems: CorrectionProblem[] = [];
  const found = new Map<string, { readonly kind: 'replacement' | 'void'; readonly originalReferences: string[] }>();
  if (list.kind === 'columnsMissing') {
    problems.push(
      ...list.columns.map((column) => ({ row: 1, header: correctionHeaders[column], code: 'HEADER_MISSING' as const })),
    );
  }
  for (const { row, cell } of list.kind === 'rows' ? list.rows : []) {
    const refuse = (column: Column, code: CorrectionProblem['code']) => {
      problems.push({ row, header: correctionHeaders[column], code });
    };
    const [invoiceNumber, npi, kind] = [cell('invoiceNumber'), cell('billingNpi'), cell('kind').toLowerCase()];
    if (!isWellFormed.invoiceNumber(invoiceNumber)) refuse('invoiceNumber', 'INVOICE_NUMBER_FORM');
    if (npi !== '' && !isNpi(npi)) refuse('billingNpi', 'NPI_FORM');
    const reference = carriedText(cell('reference'))?.text ?? '';
    if (reference === '' || reference.length > 50) refuse('reference', 'REFERENCE_FORM');
    const before = found.get(`${npi} ${invoiceNumber}`);
    if ((kind !== 'replacement' && kind !== 'void') || (before !== undefined && before.kind !== kind)) {
      refuse('kind', 'KIND_UNKNOWN');
    } else if (before === undefined) {
      found.set(`${npi} ${invoiceNumber}`, { kind, originalReferences: [reference] });
    } else before.originalReferences.push(reference);
  }
  const [first, ...others] = problems;
  if (first !== undefined) return { kind: 'problems', problems: [first, ...others] };
  const source: CorrectionSource = {
    find: (npi, number) => found.get(`${npi} ${number}`) ?? found.get(` ${number}`) ?? { kind: 'original' },
  };
  return { kind: 'corrections', source };
}

/** The invoice as what it is to those before it. */
export function asCorrection(invoice: Invoice, source: CorrectionSource): Invoice {
  const [first] = invoice.lines;
  return { ...invoice, submission: source.find(first.billingProviderNpi, first.invoiceNumber) };
}
