import type { CivilDate } from './civil-date.ts';
import { isValidOn, telehealthModifier, type OfferedService, type Service } from './services.ts';

/** What code and modifiers of a line come to on its day among the services that a plan offers. */
export type ServiceMatch =
  | { readonly kind: 'service'; readonly service: OfferedService }
  /** They name a service, but of other days; null where they name several of those. */
  | { readonly kind: 'notValidOnDate'; readonly service: OfferedService | null }
  /** Several services fit equally well, and none is chosen. */
  | { readonly kind: 'ambiguous' }
  | NoCandidates;

/** What code and modifiers come to whatever the day. */
export type ServiceCandidates =
  { readonly kind: 'candidates'; readonly services: readonly OfferedService[] } | NoCandidates;

type NoCandidates =
  /** No offered service has the code. */
  | { readonly kind: 'codeNotOffered' }
  /** The code is offered, but with other modifiers: `stray` is one that does not belong, null where one is missing. */
  | { readonly kind: 'modifiersDoNotFit'; readonly stray: string | null };

/**
 * The offered services that a code and its modifiers fit, as a set, in any order: a plan that matched by position lost
 * valid claims. Extra modifiers that the plan allows are left aside, and so is GQ where the service may be given by
 * telehealth.
 *
 * @param modifiers well-formed modifiers of the line, without blanks
 */
export function serviceCandidates(
  procedureCode: string,
  modifiers: readonly string[],
  offered: readonly OfferedService[],
  extraModifiers: readonly string[],
): ServiceCandidates {
  const sameCode = offered.filter((service) => service.procedureCode === procedureCode);
  if (sameCode.length === 0) return { kind: 'codeNotOffered' };
  const belongs = (service: Service, modifier: string) =>
    service.modifiers.includes(modifier) ||
    extraModifiers.includes(modifier) ||
    (modifier === telehealthModifier && service.telehealth === 'allowed');
  const services = sameCode.filter(
    (service) =>
      service.modifiers.every((modifier) => modifiers.includes(modifier)) &&
      modifiers.every((modifier) => belongs(service, modifier)),
  );
  if (services.length > 0) return { kind: 'candidates', services };
  const stray = modifiers.find((modifier) => !sameCode.some((each) => belongs(each, modifier)));
  return { kind: 'modifiersDoNotFit', stray: stray ?? null };
}

/**
 * The candidate of a day. Among those in use on it, the one with more defining modifiers is meant (`U2 GQ` before
 * `U2`); where that does not decide, none is.
 *
 * @param date first day of the service; null where it cannot be read
 * @returns null where the day would decide and is not known
 */
export function matchOn(candidates: ServiceCandidates, date: CivilDate | null): ServiceMatch | null {
  if (candidates.kind !== 'candidates') return candidates;
  const { services } = candidates;
  const service = mostSpecific(services, date);
  if (service === 'several') return date === null ? null : { kind: 'ambiguous' };
  if (service !== 'none') return { kind: 'service', service };
  const ofOtherDays = mostSpecific(services, null);
  return { kind: 'notValidOnDate', service: typeof ofOtherDays === 'string' ? null : ofOtherDays };
}

function mostSpecific(
  services: readonly OfferedService[],
  date: CivilDate | null,
): OfferedService | 'none' | 'several' {
  let best: OfferedService | null = null;
  let several = false;
  for (const service of services) {
    if (date !== null && !isValidOn(service, date)) continue;
    if (best === null || service.modifiers.length > best.modifiers.length) {
      best = service;
      several = false;
    } else if (service.modifiers.length === best.modifiers.length) several = true;
  }
  return several ? 'several' : (best ?? 'none');
}

/** {@link serviceCandidates} and {@link matchOn} together, for a line alone. */
export function matchService(
  line: { readonly procedureCode: string; readonly modifiers: readonly string[]; readonly date: CivilDate | null },
  offered: readonly OfferedService[],
  extraModifiers: readonly string[],
): ServiceMatch | null {
  return matchOn(serviceCandidates(line.procedureCode, line.modifiers, offered, extraModifiers), line.date);
}
