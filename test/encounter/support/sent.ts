import { addDays, printCivilDate } from '../../../src/guidance/civil-date.ts';
import { AcknowledgementReader } from '../../../src/encounter/acknowledgement/acknowledgement-reader.ts';
import { reasonText } from '../../../src/encounter/acknowledgement/returned-finding.ts';
import { SentFileReader, type SentTransaction } from '../../../src/encounter/acknowledgement/sent-file.ts';
import { Standings, type InvoiceStanding } from '../../../src/encounter/acknowledgement/standings.ts';
import { originalInvoices } from '../../../src/encounter/invoice.ts';
import { day, line } from '../../guidance/sample-lines.ts';
import { write } from './files.ts';

const second = { memberCin: '98765432B', memberFirstName: 'Luz', memberLastName: 'Mora' };

/** Two invoices of a member, one of another, one of more lines than a claim has, and one of another provider. */
export const sentLines = [
  line({ invoiceAmount: '320.00' }),
  line({
    invoiceAmount: '320.00',
    procedureCode: 'H0044',
    serviceStartDate: '10/15/2026',
    serviceEndDate: '10/15/2026',
  }),
  line({ invoiceNumber: '4100001002', serviceStartDate: '10/16/2026', serviceEndDate: '10/16/2026' }),
  line({ ...second, invoiceNumber: '4100001003' }),
  ...Array.from({ length: 51 }, (_, place) => {
    const date = printCivilDate(addDays(day(2025, 1, 1), place));
    return line({ ...second, invoiceNumber: '4100001004', serviceStartDate: date, serviceEndDate: date });
  }),
  line({ billingProviderNpi: '1835337407' }),
];

/** The file of them: control number 31, transaction set 0001. */
export const sent = write(originalInvoices(sentLines), { controlNumber: 31 });

/** The 1-based place of a segment in its transaction set, by its beginning; of several, the n-th. */
export function placeOf(start: string, nth = 1): number {
  const places = sent.segments.flatMap((segment, index) => (segment.startsWith(start) ? [index - 1] : []));
  const place = places[nth - 1];
  if (place === undefined) throw new Error(`No segment ${String(nth)} begins with ${start}`);
  return place;
}

/** Reads the transaction sets of files that were sent. */
export function readSent(...texts: readonly string[]): readonly SentTransaction[] {
  return texts.flatMap((text) => {
    const reader = new SentFileReader();
    return [...reader.read(text), ...reader.end()].flatMap((item) => ('claims' in item ? [item] : []));
  });
}

/** Puts answers together with files that were sent. */
export function standingsOf(answers: readonly string[], files: readonly string[] = [sent.text]): Standings {
  const standings = new Standings(readSent(...files));
  for (const text of answers) {
    const reader = new AcknowledgementReader();
    for (const item of [...reader.read(text), ...reader.end()]) if (item.kind !== 'problem') standings.take(item);
  }
  return standings;
}

/** An invoice and what was found in it, a line each. */
export function shownStanding({ invoiceNumber, state, paidCents, findings }: InvoiceStanding): readonly string[] {
  return [
    `${invoiceNumber} ${state}${paidCents === null ? '' : ` ${String(paidCents)}`}`,
    ...findings.map(
      ({ severity, line: number, column, rule, reason, fix }) =>
        `  ${severity} line=${String(number)} ${String(column)} ${rule ?? '-'} ${reasonText(reason)} ${fix}`,
    ),
  ];
}
