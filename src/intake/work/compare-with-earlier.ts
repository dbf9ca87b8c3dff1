import { findingOf } from '../../guidance/check.ts';
import type { ColumnKey } from '../../guidance/columns.ts';
import type { Finding } from '../../guidance/finding.ts';
import type { RuleCode } from '../../guidance/rules/index.ts';
import type { Envelope } from '../../submission/contract.ts';
import { groupInvoices } from '../../submission/invoices.ts';
import type { EarlierInvoices } from '../store/earlier-invoices.ts';

/**
 * What is found between the invoices that a submission replaces or voids, those that it holds, and those that the plan
 * has. A submission of new invoices names none.
 */
export function concernFindings(envelope: Envelope, earlier: EarlierInvoices): readonly Finding[] {
  if (envelope.purpose.kind === 'new') return [];
  const named = namedInvoices(envelope.purpose);
  const inForce = new Set(earlier.inForce);
  const held = new Set<string>();
  const found = groupInvoices(envelope.lines.map(({ values }) => values)).flatMap(({ invoiceNumber, lines }) => {
    // Another rule has spoken of a number that is none.
    if (invoiceNumber === null) return [];
    held.add(invoiceNumber);
    if (!named.has(invoiceNumber)) return findings(envelope, 'INVOICE_NOT_NAMED', 'invoiceNumber', lines);
    if (inForce.has(invoiceNumber)) return [];
    return findings(envelope, 'INVOICE_NEVER_ACCEPTED', 'invoiceNumber', lines);
  });
  const withoutLines = [...named].some((number) => !held.has(number));
  return withoutLines ? [...found, ...findings(envelope, 'INVOICE_NAMED_WITHOUT_LINES', 'invoiceNumber', [0])] : found;
}

/**
 * Lines whose service the plan has on another invoice in force. Services of an invoice that this submission replaces
 * are free, as long as its replacement is accepted itself: one that comes back leaves the earlier invoice as it is, and
 * then another invoice may not have its services either.
 *
 * @param found what else was found: an invoice with an error comes back
 */
export function repeatedServices(
  envelope: Envelope,
  earlier: EarlierInvoices,
  found: readonly Finding[],
): readonly Finding[] {
  // What is voided asks for no payment.
  if (envelope.purpose.kind === 'void' || earlier.services.length === 0) return [];
  const named = namedInvoices(envelope.purpose);
  const faulty = new Set(found.flatMap(({ severity, line }) => (severity === 'error' ? [line] : [])));
  const repeated = new Set<number>();
  const invoices = groupInvoices(envelope.lines.map(({ values }) => values));
  for (let before = -1; before < repeated.size;) {
    before = repeated.size;
    const replaced = new Set(
      invoices.flatMap(({ invoiceNumber, lines }) => {
        const comesBack = lines.some((line) => faulty.has(line));
        return invoiceNumber !== null && named.has(invoiceNumber) && !comesBack ? [invoiceNumber] : [];
      }),
    );
    for (const { line, invoiceNumber } of earlier.services) {
      // Of the invoice's own number another rule speaks.
      const isOwn = envelope.lines[line]?.values.invoiceNumber === invoiceNumber;
      if (isOwn || replaced.has(invoiceNumber)) continue;
      repeated.add(line);
      faulty.add(line);
    }
  }
  return findings(envelope, 'SERVICE_ACCEPTED_BEFORE', 'procedureCode', [...repeated]);
}

/** The invoices that a submission says that it is about. */
export function namedInvoices(purpose: Envelope['purpose']): ReadonlySet<string> {
  switch (purpose.kind) {
    case 'new':
      return new Set();
    case 'replacement':
      return new Set(purpose.replaces);
    case 'void':
      return new Set(purpose.voids);
  }
}

function findings(envelope: Envelope, code: RuleCode, column: ColumnKey, lines: readonly number[]): readonly Finding[] {
  return lines.flatMap((line) => {
    const values = envelope.lines[line]?.values;
    return values === undefined ? [] : [findingOf(code, column, line, values)];
  });
}
