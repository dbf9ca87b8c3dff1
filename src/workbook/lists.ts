import type { Area } from './area.ts';

/** How long the lists are that a plan decides. */
export interface ListCounts {
  readonly services: number;
  readonly rates: number;
  readonly placesOfService: number;
  readonly states: number;
  readonly diagnoses: number;
}

/** The columns of the hidden lists sheet, in order; row 1 holds their names. */
export const listColumns = [
  'serviceLabel',
  'serviceCode',
  'modifier1',
  'modifier2',
  'serviceName',
  'rateKey',
  'unitRate',
  'placeOfService',
  'placeCode',
  'state',
  'diagnosis',
  'yesNo',
  'purpose',
  'payerIdentifier',
  'payerName',
] as const;

/** A column of the lists sheet. */
export type ListColumn = (typeof listColumns)[number];

/** Where each list stands. */
export type ListAreas = Readonly<Record<ListColumn, Area>>;

/**
 * Rates are found by service and day: a key is the service's place in its list (from 1) times this step, plus the first
 * day of the rate as YYYYMMDD. A day that is not known counts as 0, so that a service's keys begin with the step alone.
 */
export const rateKeyStep = 100_000_000;

/** Answers of the attestation cell. */
export const yesNo = ['Yes', 'No'] as const;

/** Entries of "This workbook sends", with the purpose that each means. */
export const purposeLabels = {
  new: 'New invoices',
  replacement: 'Replacements of the invoices below',
  void: 'Voids of the invoices below',
} as const;

/** The areas of all lists for these lengths. */
export function listAreas(counts: ListCounts): ListAreas {
  const lengths: Record<ListColumn, number> = {
    serviceLabel: counts.services,
    serviceCode: counts.services,
    modifier1: counts.services,
    modifier2: counts.services,
    serviceName: counts.services,
    rateKey: counts.rates,
    unitRate: counts.rates,
    placeOfService: counts.placesOfService,
    placeCode: counts.placesOfService,
    state: counts.states,
    diagnosis: counts.diagnoses,
    yesNo: yesNo.length,
    purpose: Object.keys(purposeLabels).length,
    payerIdentifier: 1,
    payerName: 1,
  };
  return Object.fromEntries(
    listColumns.map((column, index) => [column, { row: 1, column: index, rows: lengths[column], columns: 1 }]),
  ) as Record<ListColumn, Area>;
}

/**
 * A cell of the lists sheet that tells which date system the workbook counts in, since Office.js does not:
 * January 2, 1904 is serial 1 in the 1904 system and 1463 in the 1900 system.
 */
export const dateProbe = {
  area: { row: 1, column: listColumns.length, rows: 1, columns: 1 },
  formula: '=DATE(1904,1,2)',
  serialIn1904: 1,
  serialIn1900: 1463,
} as const;
