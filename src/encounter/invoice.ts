import type { LineText } from '../guidance/columns.ts';
import { groupInvoices } from '../submission/invoices.ts';
import type { Adjudication, AdjudicationSource } from './adjudication.ts';

/** What an encounter is to those before it (CLM05-3). */
export type Submission =
  /** Frequency 1, also for an invoice that came back and was never accepted. */
  | { readonly kind: 'original' }
  /**
   * Frequency 7 and 8, with the receiver's control number of what is replaced or voided (REF*F8): one for each claim,
   * since an invoice of more than 50 lines is several.
   */
  | { readonly kind: 'replacement' | 'void'; readonly originalReferences: readonly string[] };

/** An accepted invoice, to be handed on. */
export interface Invoice {
  /** Its lines, in the biller's order: the same billing provider, rendering provider, member and date on each. */
  readonly lines: readonly [LineText, ...LineText[]];
  readonly submission: Submission;
  /** Null until the plan has decided, on every line: then no production encounter is written. */
  readonly adjudication: Adjudication | null;
}

/**
 * Invoices of checked lines, in the order in which providers and members first come: so that those of one provider and
 * one member stand together in the file, as its loops want it. The same number of two providers is two invoices.
 */
export function originalInvoices(lines: readonly LineText[]): readonly Invoice[] {
  const byProvider = Map.groupBy(lines, (line) => line.billingProviderNpi);
  return [...byProvider.values()].flatMap((ofProvider) => {
    const invoices = groupInvoices(ofProvider).flatMap((group): readonly Invoice[] => {
      const [first, ...rest] = group.lines.flatMap((place) => ofProvider[place] ?? []);
      if (first === undefined) return [];
      return [{ lines: [first, ...rest], submission: { kind: 'original' }, adjudication: null }];
    });
    return [...Map.groupBy(invoices, ({ lines: [first] }) => first.memberCin).values()].flat();
  });
}

/** The invoice with what the plan has decided of it, if anything. */
export function withAdjudication(invoice: Invoice, source: AdjudicationSource): Invoice {
  const [first] = invoice.lines;
  return { ...invoice, adjudication: source.find(first.billingProviderNpi, first.invoiceNumber) };
}
