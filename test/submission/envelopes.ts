import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { blankLine, columns, type ColumnKey, type LineText } from '../../src/guidance/columns.ts';
import type { Envelope, EnvelopeLine } from '../../src/submission/contract.ts';

/** The provider of the sample month. */
export const sampleNpi = '1291417776';

/** A valid line of the sample plan; synthetic. */
export const validLine: LineText = {
  ...blankLine,
  billingProviderNpi: sampleNpi,
  billingProviderTin: '946317066',
  billingProviderName: 'Harbor Care Collective',
  billingProviderPhone: '5107439150',
  billingProviderAddress: '400 Harbor Way',
  billingProviderCity: 'Oakland',
  billingProviderState: 'CA',
  billingProviderZip: '946011200',
  renderingProviderNpi: '1241586837',
  renderingProviderTin: '946317066',
  renderingProviderName: 'Harbor Care Collective Tenancy Office',
  renderingProviderPhone: '5105559626',
  renderingProviderAddress: '913 Broadway',
  renderingProviderCity: 'San Francisco',
  renderingProviderState: 'CA',
  renderingProviderZip: '94103',
  memberCin: '99073662S',
  memberFirstName: 'Ofelia',
  memberLastName: 'St. John',
  memberAddress: 'PO Box 411',
  memberCity: 'Sacramento',
  memberZip: '95814',
  memberDateOfBirth: '10/04/1945',
  payerIdentifier: 'SHP01',
  payerName: 'Sample Health Plan',
  procedureCode: 'H2038',
  procedureCodeModifier1: 'U6',
  serviceStartDate: '10/16/2026',
  serviceEndDate: '10/16/2026',
  serviceName: 'Day Habilitation Programs',
  serviceUnitCount: '1',
  placeOfService: '99',
  diagnosisCode1: 'N18.6',
  serviceUnitCost: '45.00',
  serviceChargeAmount: '45.00',
  invoiceAmount: '45.00',
  invoiceDate: '11/02/2026',
  invoiceNumber: '4100001001',
};

/** A line of an envelope. */
export function line(rowKey: string, values: Partial<LineText> = {}, differences: ColumnKey[] = []): EnvelopeLine {
  return { rowKey, values: { ...validLine, ...values }, differences };
}

/** An envelope of the sample plan. */
export function envelope(lines: EnvelopeLine[] = [line('row-1')], more: Partial<Envelope> = {}): Envelope {
  return {
    contract: 1,
    planId: 'sample-health-plan',
    profileVersion: 1,
    layoutVersion: 1,
    rulePack: { version: '0', hash: 'none' },
    purpose: { kind: 'new' },
    attempt: 1,
    billingProviderNpi: sampleNpi,
    attestation: { cannotProduce837: true, on: '2026-11-01' },
    productVersion: '0.1.0',
    lines,
    ...more,
  };
}

/** An envelope of `count` invoices with one line each, numbered from `first`. */
export function manyInvoices(count: number, first: number, more: Partial<Envelope> = {}): Envelope {
  const lines = Array.from({ length: count }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0');
    return line(`row-${String(index)}`, {
      invoiceNumber: String(first + index),
      // Another member each, so that no two lines are the same service.
      memberCin: `9${String(first + index).slice(-7)}S`,
      serviceStartDate: `10/${day}/2026`,
      serviceEndDate: `10/${day}/2026`,
    });
  });
  return envelope(lines, more);
}

/** Lines of a CSV with the guidance's headers, as an import reads them; the row key is the file's row (header = 1). */
export function readSample(name: string): EnvelopeLine[] {
  const text = readFileSync(new URL(`../../plans/sample/${name}`, import.meta.url), 'utf8');
  const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  return rows.map((row, index) => ({
    rowKey: `row-${String(index + 2)}`,
    values: Object.fromEntries(columns.map((column) => [column.key, row[column.header] ?? ''])) as LineText,
    differences: [],
  }));
}
