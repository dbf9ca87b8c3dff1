import { isBlank } from '../guidance/clean-text.ts';
import type { LineText } from '../guidance/columns.ts';
import { parseCents } from '../guidance/money.ts';
import { invoiceNumberSchema } from './contract.ts';

/** Lines of one submission that share an invoice number. */
export interface InvoiceLines {
  /** The number, or null where the cell does not hold ten digits: then it may hold anything, and is not repeated. */
  readonly invoiceNumber: string | null;
  /** Indices of its lines, in their order. */
  readonly lines: readonly number[];
  /** Sum of element 41 over the lines whose charge can be read, in cents. */
  readonly chargeCents: number;
}

/**
 * Groups lines by invoice number as the rules do: the same text is the same invoice, a line without a number is alone.
 * In order of first appearance.
 */
export function groupInvoices(
  lines: readonly Pick<LineText, 'invoiceNumber' | 'serviceChargeAmount'>[],
): InvoiceLines[] {
  const groups = new Map<string, { lines: number[]; chargeCents: number }>();
  lines.forEach((line, index) => {
    const key = isBlank(line.invoiceNumber) ? `line ${String(index)}` : `number ${line.invoiceNumber}`;
    const group = groups.get(key) ?? { lines: [], chargeCents: 0 };
    group.lines.push(index);
    group.chargeCents += centsOf(line.serviceChargeAmount);
    groups.set(key, group);
  });
  return [...groups.values()].map((group) => {
    const number = invoiceNumberSchema.safeParse(lines[group.lines[0] ?? -1]?.invoiceNumber);
    return { invoiceNumber: number.success ? number.data : null, ...group };
  });
}

/**
 * Cents of an amount, 0 for text that is none: a rule reports that, a sum cannot. Amounts over ten thousand million
 * dollars count as none, so that the sum of 5,000 lines stays an exact integer.
 */
function centsOf(amount: string): number {
  const cents = parseCents(amount.trim());
  return cents !== null && cents <= 1_000_000_000_000 ? cents : 0;
}
