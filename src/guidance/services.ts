import { parseCivilDate, type CivilDate } from './civil-date.ts';
import { cleaned } from './clean-text.ts';
import type { Cents } from './money.ts';
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

/** What a plan pays for a unit of a service, from a day on. */
export interface UnitRate {
  /** First day of service; null: from the beginning. */
  readonly from: CivilDate | null;
  /** Null where the provider bills its actual cost. */
  readonly cents: Cents | null;
}

/** A service as a plan offers it: under the plan's name, on the plan's days, at the plan's rates. */
export interface OfferedService extends Service {
  /** By first day; the first of them counts from the beginning. */
  readonly rates: readonly [UnitRate, ...UnitRate[]];
  /** Whether one line of it may span several days. */
  readonly spansDays: boolean;
  /** Whether the plan looks for an authorization number on its lines. */
  readonly expectsAuthorization: boolean;
}

/** Procedure code and modifiers of an id, in the order in which they are written: the U modifier first. */
export function codesOfService(id: string): Pick<Service, 'procedureCode' | 'modifiers'> {
  const [procedureCode = '', ...modifiers] = id.split('-');
  return { procedureCode, modifiers };
}

function serviceOf(row: ServiceRow): Service {
  return {
    id: row.id,
    program: row.program,
    category: row.category,
    name: row.detail === undefined ? row.category : `${row.category} - ${row.detail}`,
    formerNames: row.formerNames ?? [],
    ...codesOfService(row.id),
    unitBasis: row.unitBasis,
    unitsConfigurable: row.unitsConfigurable ?? false,
    telehealth: row.telehealth ?? 'never',
    actualBilledAmount: row.actualBilledAmount ?? false,
    validFrom: row.validFrom === undefined ? null : parseCivilDate(row.validFrom),
    validTo: row.validTo === undefined ? null : parseCivilDate(row.validTo),
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

/** Whether the service is in use on a day of service. */
export function isValidOn(service: Service, date: CivilDate): boolean {
  return (
    (service.validFrom === null || date >= service.validFrom) && (service.validTo === null || date <= service.validTo)
  );
}

/** Whether the service goes by a name, in whatever case: its own, or one of earlier times or of the guidance. */
export function isNameOf(service: Service, text: string): boolean {
  if (text === service.name) return true;
  const given = cleaned(text).toUpperCase();
  return [service.name, ...service.formerNames].some((name) => name.toUpperCase() === given);
}

/** The rate of a day of service, or null where it cannot be told: it changes with the day, and there is no day. */
export function unitRateOn(service: OfferedService, date: CivilDate | null): UnitRate | null {
  const [first, ...later] = service.rates;
  if (later.length === 0) return first;
  if (date === null) return null;
  return later.findLast(({ from }) => from !== null && from <= date) ?? first;
}

/** The modifier of a service given by telephone or video, whatever Medi-Cal uses elsewhere (93, 95). */
export const telehealthModifier = 'GQ';

/** The service's entry in lists: `G9012 U2 · Enhanced Care Management - In-Person, non-clinical staff`. */
export function serviceLabel(service: Service): string {
  return `${codeAndModifiers(service)} · ${service.name}`;
}

/** Code and modifiers of a service as a list entry begins: `G9012 U2`. */
export function codeAndModifiers(service: Service): string {
  return [service.procedureCode, ...service.modifiers].join(' ');
}

/**
 * The offered service that an entry of element 32 names: the list's label, code and modifiers without the name (also
 * with a name of earlier times), or the bare code where only one offered service has it. Otherwise null: nothing is
 * guessed.
 */
export function parseServiceEntry<S extends Service>(text: string, offered: readonly S[]): S | null {
  const [head = ''] = text.split('·', 1);
  const [procedureCode = '', ...modifiers] = head.trim().toUpperCase().split(/\s+/);
  const sameCode = offered.filter((service) => service.procedureCode === procedureCode);
  const sameCodes = sameCode.filter((service) => isSameSet(service.modifiers, modifiers));
  const named = modifiers.length === 0 ? sameCode : sameCodes;
  if (named.length === 1) return named[0] ?? null;
  // Code and modifiers that changed their meaning one day: only the name tells the services apart.
  const label = text.trim().toLowerCase();
  return sameCodes.find((service) => serviceLabel(service).toLowerCase() === label) ?? null;
}

/** Whether two services share code and modifiers, in whatever order. */
export function hasSameCodes(left: Service, right: Service): boolean {
  return left.procedureCode === right.procedureCode && isSameSet(left.modifiers, right.modifiers);
}

function isSameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((each) => right.includes(each));
}
