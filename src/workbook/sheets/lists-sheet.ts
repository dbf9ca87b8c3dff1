import { partsOf, type CivilDate } from '../../guidance/civil-date.ts';
import { serviceLabel, type OfferedService } from '../../guidance/services.ts';
import { diagnosisLabel, priorityCodesOn } from '../../guidance/diagnosis-codes.ts';
import { placeLabel, placesOfService, type PlaceOfService } from '../../guidance/places-of-service.ts';
import { states } from '../../guidance/states.ts';
import { planFacts } from '../../plan/facts.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import {
  dateProbe,
  listAreas,
  listColumns,
  purposeLabels,
  rateKeyStep,
  yesNo,
  type ListAreas,
  type ListColumn,
  type ListCounts,
} from '../lists.ts';
import { plainRegion, type CellConstant, type Region, type SheetLayout, type SheetNames } from '../layout.ts';

/** The entries of every list, by column of the lists sheet. */
export type ListContents = Readonly<Record<ListColumn, readonly CellConstant[]>>;

/** The lists of a plan: its services with rates, the guidance's places and states, its diagnoses first. */
export function listContents(profile: PlanProfile, offered: readonly OfferedService[]): ListContents {
  const usualFirst = byUse(placesOfService);
  const priority = priorityCodesOn(planFacts(profile).servicesConfirmedThrough);
  const diagnoses = [...new Set([...profile.offeredDiagnoses, ...priority.map(({ code }) => code)])];
  const rates = offered.flatMap((service, place) => ratesByKey(service, (place + 1) * rateKeyStep));
  return {
    serviceLabel: offered.map(serviceLabel),
    serviceCode: offered.map((service) => bareCode(service, offered)),
    modifier1: offered.map((service) => service.modifiers[0] ?? ''),
    modifier2: offered.map((service) => service.modifiers[1] ?? ''),
    serviceName: offered.map((service) => service.name),
    rateKey: rates.map(({ key }) => key),
    unitRate: rates.map(({ cents }) => (cents === null ? '' : cents / 100)),
    placeOfService: usualFirst.map(placeLabel),
    placeCode: usualFirst.map((place) => place.code),
    state: states.map((state) => state.code),
    diagnosis: diagnoses.map(diagnosisLabel),
    yesNo,
    purpose: Object.values(purposeLabels),
    payerIdentifier: [profile.payerIdentifier],
    payerName: [profile.name],
  };
}

/**
 * The rates of a service under the keys of its days, rising. Where the rate changes with the day there is none as long
 * as no day is entered.
 */
function ratesByKey({ rates }: OfferedService, key: number): readonly { key: number; cents: number | null }[] {
  const [first, ...later] = rates;
  if (later.length === 0) return [{ key, cents: first.cents }];
  return [
    { key, cents: null },
    ...rates.map(({ from, cents }) => ({ key: key + (from === null ? 1 : dayDigits(from)), cents })),
  ];
}

function dayDigits(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  return year * 10_000 + month * 100 + day;
}

/** The bare code where it names one offered service; where it names several, nothing is guessed. */
function bareCode(service: OfferedService, offered: readonly OfferedService[]): string {
  const sameCode = offered.filter((other) => other.procedureCode === service.procedureCode);
  return sameCode.length === 1 ? service.procedureCode : '';
}

function byUse(places: readonly PlaceOfService[]): readonly PlaceOfService[] {
  return [...places.filter((place) => place.common), ...places.filter((place) => !place.common)];
}

/** How long the lists are. */
export function listCounts(contents: ListContents): ListCounts {
  return {
    services: contents.serviceLabel.length,
    rates: contents.rateKey.length,
    placesOfService: contents.placeOfService.length,
    states: contents.state.length,
    diagnoses: contents.diagnosis.length,
  };
}

/** The hidden sheet behind the dropdowns: inline lists stop at 255 characters. */
export function listsSheet(names: SheetNames, contents: ListContents): SheetLayout {
  const areas: ListAreas = listAreas(listCounts(contents));
  return {
    role: 'lists',
    name: names.lists,
    visibility: 'hidden',
    tabColor: null,
    gridlines: true,
    columns: listColumns.map(() => ({ width: 24, hidden: false })),
    rowHeights: [],
    regions: [
      ...listColumns.flatMap((column) => listRegions(column, areas, contents)),
      {
        ...plainRegion,
        area: dateProbe.area,
        numberFormat: '0',
        contents: { kind: 'formulas', firstRow: [dateProbe.formula], results: [dateProbe.serialIn1900] },
      },
    ],
    conditionalFormats: [],
    freeze: null,
    protection: { allowFormatColumns: false, allowAutoFilter: false },
    autoFilter: null,
    image: null,
  };
}

const numberFormats: Partial<Record<ListColumn, string>> = { rateKey: '0', unitRate: '#,##0.00' };

function listRegions(column: ListColumn, areas: ListAreas, contents: ListContents): readonly Region[] {
  return [
    {
      ...plainRegion,
      area: { ...areas[column], row: 0, rows: 1 },
      numberFormat: '@',
      contents: { kind: 'values', values: [[column]] },
    },
    {
      ...plainRegion,
      area: areas[column],
      numberFormat: numberFormats[column] ?? '@',
      contents: { kind: 'values', values: contents[column].map((entry) => [entry]) },
    },
  ];
}
