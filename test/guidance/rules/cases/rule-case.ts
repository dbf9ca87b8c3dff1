import type { LineText } from '../../../../src/guidance/columns.ts';
import type { PlanFacts } from '../../../../src/guidance/plan-facts.ts';
import type { OfferedService } from '../../../../src/guidance/services.ts';
import type { RuleCode } from '../../../../src/guidance/rules/index.ts';
import { allServices } from '../../sample-lines.ts';

/** Cells of one line, or of several, that differ from the good line. */
export type Change = Partial<LineText> | readonly Partial<LineText>[];

/** Both sides of a rule. */
export interface RuleCase {
  readonly code: RuleCode;
  /** Lines that break it, with the cells where that is told: `0 memberCin`. */
  readonly broken: readonly (readonly [change: Change, cells: string | readonly string[]])[];
  /** Lines near them that keep it. */
  readonly kept: readonly Change[];
  readonly facts?: Partial<PlanFacts>;
}

/** Every service, one of them offered otherwise. */
export function withService(id: string, change: Partial<OfferedService>): readonly OfferedService[] {
  return allServices.services.map((service) => (service.id === id ? { ...service, ...change } : service));
}

export const g9008 = { procedureCode: 'G9008', procedureCodeModifier1: 'U1', serviceName: '' } as const;
export const perDay = { procedureCode: 'T2033', procedureCodeModifier1: 'U6', serviceName: '' } as const;
export const perMonth = { procedureCode: 'H0044', procedureCodeModifier1: 'U3', serviceName: '' } as const;
export const perQuarterHour = { procedureCode: 'T2040', procedureCodeModifier1: 'U6', serviceName: '' } as const;
export const deposit = { procedureCode: 'H0044', procedureCodeModifier1: 'U2', serviceName: '' } as const;
export const nutritionClass = { procedureCode: 'S9452', procedureCodeModifier1: 'U5', serviceName: '' } as const;
export const outreach = { procedureCode: 'T1016', procedureCodeModifier1: 'U8', serviceName: '' } as const;
export const units = (count: string, charge: string): Partial<LineText> => ({
  serviceUnitCount: count,
  serviceChargeAmount: charge,
  invoiceAmount: charge,
});
export const free = { serviceUnitCost: '0.00', serviceChargeAmount: '0.00', invoiceAmount: '0.00' } as const;
export const homeless = { memberHomelessnessIndicator: '1' } as const;

/** Lines of one invoice of two services, so that nothing else is found. */
export const pair = (first: Partial<LineText>, second: Partial<LineText>): Change => [
  { invoiceAmount: '320.00', ...first },
  { invoiceAmount: '320.00', ...g9008, ...second },
];
export const both = ['0', '1'];
export const inBoth = (column: string) => both.map((index) => `${index} ${column}`);
