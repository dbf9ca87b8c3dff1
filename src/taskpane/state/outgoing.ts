import type { Finding } from '../../guidance/finding.ts';
import type { LineText } from '../../guidance/columns.ts';
import { groupInvoices } from '../../submission/invoices.ts';
import type { ProviderSetup } from '../../workbook/model.ts';
import { concernsOf } from './concerns.ts';

/** Why an invoice goes, or stays back. */
export type InvoiceStanding =
  | 'goes'
  /** An error was found on one of its lines. */
  | 'errors'
  /** The plan accepted it before, and this workbook sends new invoices. */
  | 'accepted'
  /** This workbook replaces or voids others. */
  | 'notNamed';

/** An invoice of the workbook. */
export interface OutgoingInvoice {
  /** Null where the cells hold no ten-digit number. */
  readonly invoiceNumber: string | null;
  /** Places of its lines among all lines. */
  readonly lines: readonly number[];
  readonly chargeCents: number;
  readonly standing: InvoiceStanding;
}

/** What would be sent. */
export interface Outgoing {
  readonly invoices: readonly OutgoingInvoice[];
  /** Places of the lines that go, in their order. */
  readonly lines: readonly number[];
  readonly members: number;
  readonly totalCents: number;
}

/** What goes and what stays back. An invoice with an error stays back whole; one that was accepted is not sent again. */
export function outgoing(
  lines: readonly LineText[],
  findings: readonly Finding[],
  setup: Pick<ProviderSetup, 'purpose' | 'concerns'>,
  accepted: readonly string[],
): Outgoing {
  const wrong = new Set(findings.filter(({ severity }) => severity === 'error').map(({ line }) => line));
  const named = new Set(concernsOf(setup.concerns));
  const before = new Set(accepted);
  const standingOf = (invoiceNumber: string | null, places: readonly number[]): InvoiceStanding => {
    if (setup.purpose === 'new' && invoiceNumber !== null && before.has(invoiceNumber)) return 'accepted';
    if (setup.purpose !== 'new' && (invoiceNumber === null || !named.has(invoiceNumber))) return 'notNamed';
    return places.some((place) => wrong.has(place)) ? 'errors' : 'goes';
  };
  const invoices = groupInvoices(lines).map((invoice): OutgoingInvoice => ({
    ...invoice,
    standing: standingOf(invoice.invoiceNumber, invoice.lines),
  }));
  const going = invoices.filter(({ standing }) => standing === 'goes');
  const places = going.flatMap((invoice) => invoice.lines).sort((left, right) => left - right);
  return {
    invoices,
    lines: places,
    members: new Set(places.map((place) => lines[place]?.memberCin)).size,
    totalCents: going.reduce((sum, { chargeCents }) => sum + chargeCents, 0),
  };
}
