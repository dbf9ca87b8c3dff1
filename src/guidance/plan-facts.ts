import type { CivilDate } from './civil-date.ts';
import type { DiagnosisList } from './diagnosis-list.ts';
import type { OfferedService } from './services.ts';

/** What rules need to know of the plan that receives the invoices. `plan/facts.ts` makes it from a plan's profile. */
export interface PlanFacts {
  /** Element 30, as given by the plan (footnote 22). */
  readonly payerIdentifier: string;
  /** Element 31. */
  readonly payerName: string;
  readonly services: readonly OfferedService[];
  /** Whether any line may span days and an invoice may hold several service days, whatever the services say. */
  readonly spansDays: boolean;
  /** Whether unit counts may have a fraction. */
  readonly fractionalUnits: boolean;
  /** Modifiers that may stand beside a service's own. */
  readonly extraModifiers: readonly string[];
  /** Last day of service for which the plan has confirmed its table of services. */
  readonly servicesConfirmedThrough: CivilDate;
  /** Lists of ICD-10-CM that the plan has loaded, at most one of each fiscal year; mostly none or two. */
  readonly diagnosisLists: readonly DiagnosisList[];
  /** Calendar days from the last day of a service within which the plan takes its invoice; null where it sets none. */
  readonly filingLimitDays: number | null;
  /** Whether plan and providers have agreed on control numbers (footnote 31). */
  readonly expectsControlNumber: boolean;
  /** Whether a unit cost other than the plan's rate is warned of. */
  readonly expectsPlanRates: boolean;
}
