import { civilDate, type CivilDate } from '../../src/guidance/civil-date.ts';
import { blankLine, type LineText } from '../../src/guidance/columns.ts';
import type { Finding } from '../../src/guidance/finding.ts';
import { checkLines } from '../../src/guidance/check.ts';
import type { PlanFacts } from '../../src/guidance/plan-facts.ts';
import { services } from '../../src/guidance/services.ts';

/** A date that the calendar has. */
export function day(year: number, month: number, dayOfMonth: number): CivilDate {
  const date = civilDate(year, month, dayOfMonth);
  if (date === null) throw new RangeError('No such day');
  return date;
}

/** The day of the checks in tests. */
export const today = day(2026, 11, 24);

/** A line in which no rule finds anything. Synthetic. */
export const goodLine: LineText = {
  ...blankLine,
  billingProviderNpi: '1234567893',
  billingProviderTin: '941234567',
  billingProviderName: 'Harbor Care Collective',
  billingProviderPhone: '5105550100',
  billingProviderAddress: '400 Harbor Way',
  billingProviderCity: 'Oakland',
  billingProviderState: 'CA',
  billingProviderZip: '946011200',
  renderingProviderNpi: '1558598797',
  renderingProviderTin: '941234567',
  renderingProviderName: 'Harbor Care Main Clinic',
  renderingProviderPhone: '5105550101',
  renderingProviderAddress: '971 Broadway',
  renderingProviderCity: 'Oakland',
  renderingProviderState: 'CA',
  renderingProviderZip: '94601',
  memberCin: '91234567A',
  medicalRecordNumber: 'MRN1',
  memberFirstName: 'Rosa',
  memberLastName: 'Doe',
  memberAddress: '22 Olive St',
  memberCity: 'Fresno',
  memberZip: '93701',
  memberDateOfBirth: '03/15/1971',
  payerIdentifier: 'SHP01',
  payerName: 'Sample Health Plan',
  procedureCode: 'G9012',
  procedureCodeModifier1: 'U2',
  serviceStartDate: '10/14/2026',
  serviceEndDate: '10/14/2026',
  serviceName: 'Enhanced Care Management - In-Person, non-clinical staff',
  serviceUnitCount: '2',
  placeOfService: '11',
  diagnosisCode1: 'Z60.2',
  serviceUnitCost: '80.00',
  serviceChargeAmount: '160.00',
  invoiceAmount: '160.00',
  invoiceDate: '11/02/2026',
  invoiceNumber: '4100001001',
};

/** The good line with other cells. */
export function line(change: Partial<LineText> = {}): LineText {
  return { ...goodLine, ...change };
}

/** A plan that offers every service of the table. */
export const allServices: PlanFacts = {
  payerIdentifier: 'SHP01',
  payerName: 'Sample Health Plan',
  services: services.map((service) => ({
    ...service,
    rates: [{ from: null, cents: null }],
    spansDays: service.id === 'H0044-U3',
    expectsAuthorization: false,
  })),
  spansDays: false,
  fractionalUnits: false,
  extraModifiers: [],
  servicesConfirmedThrough: day(2026, 12, 31),
  diagnosisLists: [],
  filingLimitDays: null,
  expectsControlNumber: false,
  expectsPlanRates: false,
};

/** Number of an invoice that the plan accepted before. */
export const acceptedNumber = '4100009999';

/** What the check finds on lines, as `code @ line column`, in its order. */
export function found(
  lines: readonly LineText[],
  facts: Partial<PlanFacts> = {},
  on: CivilDate = today,
): readonly string[] {
  return checkLines(lines, { ...allServices, ...facts }, on, new Set([acceptedNumber])).map(shown);
}

/** A finding as `code @ line column`. */
export function shown(finding: Finding): string {
  return `${finding.code} @ ${String(finding.line)} ${finding.column}`;
}
