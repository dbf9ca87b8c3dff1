import { parseCivilDate, type CivilDate } from './civil-date.ts';
import { serviceRows, type Program, type ServiceRow, type Telehealth, type UnitBasis } from './service-table.ts';

export type { Program, Telehealth, UnitBasis } from './service-table.ts';

/** A service that ECM and Community Supports providers invoice. */
export interface Service {
  /** Procedure code and modifiers, for example `G9012-U2-GQ`: stable, and what plan profiles refer to. */
  readonly id: string;
  readonly program: Program;
  /** For example `Day Habilitation Programs`. */
  readonly category: string;
  /** Element 36, Service Name. */
  readonly name: string;
  /** Names of earlier guidance, still understood on the way in. */
  readonly formerNames: readonly string[];
  /** HCPCS Level II code, element 32. */
  readonly procedureCode: string;
  /** The modifiers that, with the code, make the service: one or two, the U modifier first. */
  readonly modifiers: readonly string[];
  readonly unitBasis: UnitBasis;
  /** Whether contracts differ in what a unit is, so that no unit rule holds for every plan. */
  readonly unitsConfigurable: boolean;
  readonly telehealth: Telehealth;
  /** Whether the provider reports what it really paid, so that no rate can be set and the charge is not zero. */
  readonly actualBilledAmount: boolean;
  /** First and last day of service; null where not known. */
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
  /** Places of service where it is plainly given; null where nothing can be said. */
  readonly usualPlaces: readonly string[] | null;
  /** Whether a plan offers it unless it says otherwise. */
  readonly enabledByDefault: boolean;
}

/** A service as a plan offers it. */
export interface OfferedService extends Service {
  /** Rate per unit in integer cents; null where the provider bills its actual cost. */
  readonly unitRateCents: number | null;
  /** Whether one line of it may span several days. */
  readonly spansDays: boolean;
}

function serviceOf(row: ServiceRow): Service {
  const [procedureCode = '', ...modifiers] = row.id.split('-');
  return {
    id: row.id,
    program: row.program,
    category: row.category,
    name: row.detail === undefined ? row.category : `${row.category} - ${row.detail}`,
    formerNames: row.formerNames ?? [],
    procedureCode,
    modifiers,
    unitBasis: row.unitBasis,
    unitsConfigurable: row.unitsConfigurable ?? false,
    telehealth: row.telehealth ?? 'never',
    actualBilledAmount: row.actualBilledAmount ?? false,
    validFrom: row.validFrom === undefined ? null : parseCivilDate(row.validFrom),
    validTo: null,
    usualPlaces: row.usualPlaces ?? null,
    enabledByDefault: row.enabledByDefault ?? true,
  };
}

/** All services of the guidance's coding table, in its order. */
export const services: readonly Service[] = serviceRows.map(serviceOf);

const byId = new Map(services.map((service) => [service.id, service]));

/** The service of an id such as `G9012-U2`, or null. */
export function serviceById(id: string): Service | null {
  return byId.get(id) ?? null;
}

/** The modifier of a service given by telephone or video, whatever Medi-Cal uses elsewhere (93, 95). */
export const telehealthModifier = 'GQ';

/** The service's entry in lists: `G9012 U2 · Enhanced Care Management - In-Person, non-clinical staff`. */
export function serviceLabel(service: Service): string {
  return `${codeAndModifiers(service)} · ${service.name}`;
}

function codeAndModifiers(service: Service): string {
  return [service.procedureCode, ...service.modifiers].join(' ');
}

/**
 * The offered service that an entry of element 32 names: the list's label, code and modifiers without the name, or
 * the bare code where only one offered service has it. Otherwise null: nothing is guessed.
 */
export function parseServiceEntry<S extends Service>(text: string, offered: readonly S[]): S | null {
  const [head = ''] = text.split('·', 1);
  const [procedureCode = '', ...modifiers] = head.trim().toUpperCase().split(/\s+/);
  const sameCode = offered.filter((service) => service.procedureCode === procedureCode);
  const named =
    modifiers.length === 0 ? sameCode : sameCode.filter((service) => isSameSet(service.modifiers, modifiers));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** What code and modifiers of a line come to among the services that a plan offers. */
export type ServiceMatch =
  | { readonly kind: 'service'; readonly service: OfferedService }
  /** No offered service has the code. */
  | { readonly kind: 'codeNotOffered' }
  /** The code is offered, but with other modifiers: `stray` is one that does not belong, null where one is missing. */
  | { readonly kind: 'modifiersDoNotFit'; readonly stray: string | null };

/**
 * The offered service of a code and its modifiers as a set, in any order: a plan that matched by position lost valid
 * claims. Extra modifiers that the plan allows are left aside, and so is GQ where the service may be given by
 * telehealth. Where several services fit, the one with more defining modifiers is meant (`U2 GQ` before `U2`); where
 * that does not decide either, none is.
 *
 * @param modifiers well-formed modifiers of the line, without blanks
 */
export function matchService(
  procedureCode: string,
  modifiers: readonly string[],
  offered: readonly OfferedService[],
  extraModifiers: readonly string[],
): ServiceMatch {
  const sameCode = offered.filter((service) => service.procedureCode === procedureCode);
  if (sameCode.length === 0) return { kind: 'codeNotOffered' };
  const belongs = (service: Service, modifier: string) =>
    service.modifiers.includes(modifier) ||
    extraModifiers.includes(modifier) ||
    (modifier === telehealthModifier && service.telehealth === 'allowed');
  const fitting = sameCode.filter(
    (service) =>
      service.modifiers.every((modifier) => modifiers.includes(modifier)) &&
      modifiers.every((modifier) => belongs(service, modifier)),
  );
  const most = Math.max(...fitting.map((service) => service.modifiers.length));
  const [service, ...others] = fitting.filter((each) => each.modifiers.length === most);
  if (service !== undefined && others.length === 0) return { kind: 'service', service };
  const stray = modifiers.find((modifier) => !sameCode.some((each) => belongs(each, modifier)));
  return { kind: 'modifiersDoNotFit', stray: stray ?? null };
}

function isSameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((each) => right.includes(each));
}
