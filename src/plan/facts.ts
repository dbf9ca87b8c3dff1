import { civilDate, parseCivilDate, type CivilDate } from '../guidance/civil-date.ts';
import type { DiagnosisList } from '../guidance/diagnosis-list.ts';
import type { PlanFacts } from '../guidance/plan-facts.ts';
import { serviceById, type OfferedService } from '../guidance/services.ts';
import type { PlanProfile } from './profile.ts';

/** The end of CalAIM's present term: codes may change with the next. */
const endOfTerm = civilDate(2026, 12, 31);

/**
 * What rules need to know of a plan.
 *
 * @param diagnosisLists lists of ICD-10-CM of the plan, where any are loaded
 */
export function planFacts(profile: PlanProfile, diagnosisLists: readonly DiagnosisList[] = []): PlanFacts {
  return {
    payerIdentifier: profile.payerIdentifier,
    payerName: profile.name,
    services: offeredServices(profile),
    spansDays: profile.spansDays,
    fractionalUnits: profile.fractionalUnits,
    extraModifiers: profile.extraModifiers,
    servicesConfirmedThrough: confirmedThrough(profile),
    diagnosisLists,
  };
}

/** The services that a plan offers, in its order, with its rates. */
export function offeredServices(profile: PlanProfile): readonly OfferedService[] {
  return profile.services.map(({ id, unitRateCents, spansDays }) => {
    const service = serviceById(id);
    // The profile's schema has refused unknown ids.
    if (service === null) throw new RangeError('The plan profile names a service that the guidance does not have');
    return { ...service, unitRateCents, spansDays };
  });
}

function confirmedThrough(profile: PlanProfile): CivilDate {
  const date =
    profile.servicesConfirmedThrough === undefined ? endOfTerm : parseCivilDate(profile.servicesConfirmedThrough);
  if (date === null) throw new RangeError('The plan profile confirms its services through no date');
  return date;
}
