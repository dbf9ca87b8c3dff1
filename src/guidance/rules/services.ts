import { isBlank } from '../clean-text.ts';
import { daySpan, monthSpan } from '../civil-date.ts';
import { isWellFormed } from '../formats.ts';
import { isNameOf, telehealthModifier, type UnitBasis } from '../services.ts';
import { isMoreThan, isWhole } from '../unit-count.ts';
import type { PreparedLine } from './prepared-line.ts';
import type { LineRule, Rule } from './rule.ts';

const coding = 'DHCS guidance v1.1, footnotes 23 and 24; DHCS HCPCS coding guidance for ECM and Community Supports';

const quarterHoursOfDay = 96;

/** The most units that a unit basis allows from one day to another; null where nothing can be said. */
function mostUnits(basis: UnitBasis, line: PreparedLine): number | null {
  if (line.startDate === null || line.endDate === null || line.endDate < line.startDate) return null;
  switch (basis) {
    case 'day':
      return daySpan(line.startDate, line.endDate);
    case 'fifteenMinutes':
      return quarterHoursOfDay * daySpan(line.startDate, line.endDate);
    case 'month':
      return monthSpan(line.startDate, line.endDate);
    default:
      return null;
  }
}

/** A check that the units of services with a unit basis are not more than their days allow. */
function unitsWithin(basis: UnitBasis): LineRule['check'] {
  return (line, _context, report) => {
    const { service, units } = line;
    if (service === null || units === null || service.unitsConfigurable || service.unitBasis !== basis) return;
    const most = mostUnits(basis, line);
    if (most !== null && isMoreThan(units, most)) report('serviceUnitCount');
  };
}

const unitElements = [
  'procedureCode',
  'procedureCodeModifier',
  'serviceStartDate',
  'serviceEndDate',
  'serviceUnitCount',
] as const;

function isOneTime(basis: UnitBasis): boolean {
  return basis === 'service' || basis === 'visit' || basis === 'session';
}

function hasTelehealthModifier(line: PreparedLine): boolean {
  return line.modifiers.some((modifier) => modifier.code === telehealthModifier);
}

/** SERVICE_MODIFIERS has spoken: GQ alone, or with a service that is never given by telehealth. */
function hasStrayModifiers(line: PreparedLine): boolean {
  return line.match?.kind === 'modifiersDoNotFit';
}

/** Rules on services: code and modifiers, units, place. */
export const serviceRules = [
  {
    code: 'PROCEDURE_CODE_FORMAT',
    severity: 'error',
    scope: 'cell',
    elements: ['procedureCode'],
    citation: 'DHCS guidance v1.1, footnote 23; HCPCS Level II: a letter A to V and four digits',
    broken: (text) => !isWellFormed.procedureCode(text),
  },
  {
    code: 'MODIFIER_FORMAT',
    severity: 'error',
    scope: 'cell',
    elements: ['procedureCodeModifier'],
    citation: 'X12 837 SV101-3 to SV101-6: two letters or digits',
    broken: (text) => !isWellFormed.modifier(text),
  },
  {
    code: 'MODIFIER_REPEATED',
    severity: 'error',
    scope: 'line',
    elements: ['procedureCodeModifier'],
    citation: 'X12 837 SV101-3 to SV101-6',
    check({ modifiers }, _context, report) {
      modifiers.forEach(({ column, code }, place) => {
        if (modifiers.findIndex((each) => each.code === code) < place) report(column);
      });
    },
  },
  {
    code: 'SERVICE_NOT_OFFERED',
    severity: 'error',
    scope: 'line',
    // Nothing can be said of a code whose modifiers cannot be read.
    elements: ['procedureCode', 'procedureCodeModifier'],
    citation: coding,
    check({ match }, _context, report) {
      if (match?.kind === 'codeNotOffered') report('procedureCode');
    },
  },
  {
    code: 'SERVICE_MODIFIERS',
    severity: 'error',
    scope: 'line',
    elements: ['procedureCode', 'procedureCodeModifier'],
    citation: coding,
    check({ match, modifiers }, _context, report) {
      if (match?.kind !== 'modifiersDoNotFit') return;
      report(modifiers.find(({ code }) => code === match.stray)?.column ?? 'procedureCodeModifier1');
    },
  },
  {
    code: 'SERVICE_AMBIGUOUS',
    severity: 'error',
    scope: 'line',
    elements: ['procedureCode', 'procedureCodeModifier', 'serviceStartDate'],
    citation: coding,
    // Where a modifier that the plan allows beside any service is part of another service of the same code.
    check({ match }, _context, report) {
      if (match?.kind === 'ambiguous') report('procedureCode');
    },
  },
  {
    code: 'SERVICE_NOT_VALID_ON_DATE',
    severity: 'error',
    scope: 'line',
    elements: ['procedureCode', 'procedureCodeModifier', 'serviceStartDate'],
    citation: coding,
    check({ match }, _context, report) {
      if (match?.kind === 'notValidOnDate') report('serviceStartDate');
    },
  },
  {
    code: 'SERVICE_TABLE_NOT_CONFIRMED',
    severity: 'warning',
    scope: 'line',
    elements: ['serviceStartDate'],
    citation: 'CalAIM demonstration: the present term ends on 12/31/2026, and the codes may change with it',
    check({ startDate }, { facts }, report) {
      if (startDate !== null && startDate > facts.servicesConfirmedThrough) report('serviceStartDate');
    },
  },
  {
    code: 'SERVICE_NAME',
    severity: 'warning',
    scope: 'line',
    elements: ['procedureCode', 'procedureCodeModifier', 'serviceStartDate', 'serviceName'],
    citation: 'DHCS guidance v1.1, table 3: Service Name(s), optional',
    check({ service, text }, _context, report) {
      if (service === null || isBlank(text.serviceName)) return;
      if (!isNameOf(service, text.serviceName)) report('serviceName');
    },
  },
  {
    code: 'UNIT_COUNT_FORMAT',
    severity: 'error',
    scope: 'cell',
    elements: ['serviceUnitCount'],
    citation: 'DHCS guidance v1.1, footnote 24; X12 837 SV104',
    // A minus sign is no slip of form: UNIT_COUNT_POSITIVE speaks of it.
    broken: (text) => !isWellFormed.unitCount(text) && !isWellFormed.unitCount(text.replace(/^-/, '')),
  },
  {
    code: 'UNIT_COUNT_POSITIVE',
    severity: 'error',
    scope: 'cell',
    elements: ['serviceUnitCount'],
    citation: 'DHCS guidance v1.1, footnote 24; X12 837 SV104',
    broken: (text) =>
      isWellFormed.unitCount(text) ? /^[0.]+$/.test(text) : isWellFormed.unitCount(text.replace(/^-/, '')),
  },
  {
    code: 'UNIT_COUNT_WHOLE',
    severity: 'error',
    scope: 'line',
    elements: ['serviceUnitCount'],
    citation: 'DHCS guidance v1.1, footnote 24; the plan may allow fractions',
    check({ units }, { facts }, report) {
      if (!facts.fractionalUnits && units !== null && !isWhole(units)) report('serviceUnitCount');
    },
  },
  {
    code: 'UNITS_MORE_THAN_DAYS',
    severity: 'warning',
    scope: 'line',
    elements: unitElements,
    citation: `${coding}: per diem`,
    check: unitsWithin('day'),
  },
  {
    code: 'UNITS_MORE_THAN_QUARTER_HOURS',
    severity: 'warning',
    scope: 'line',
    elements: unitElements,
    citation: `${coding}: per 15 minutes`,
    check: unitsWithin('fifteenMinutes'),
  },
  {
    code: 'UNITS_MORE_THAN_MONTHS',
    severity: 'warning',
    scope: 'line',
    elements: unitElements,
    citation: `${coding}: per month`,
    check: unitsWithin('month'),
  },
  {
    code: 'UNITS_MORE_THAN_ONE',
    severity: 'warning',
    scope: 'line',
    elements: ['procedureCode', 'procedureCodeModifier', 'serviceStartDate', 'serviceUnitCount'],
    citation: `${coding}: per service, visit or session`,
    check({ service, units }, _context, report) {
      if (service === null || units === null || service.unitsConfigurable || !isOneTime(service.unitBasis)) return;
      if (isMoreThan(units, 1)) report('serviceUnitCount');
    },
  },
  {
    code: 'PLACE_OF_SERVICE_UNKNOWN',
    severity: 'error',
    scope: 'cell',
    elements: ['placeOfService'],
    citation: 'CMS Place of Service codes; X12 837 CLM05-1',
    broken: (text) => !isWellFormed.placeOfService(text),
  },
  {
    code: 'PLACE_OF_SERVICE_UNUSUAL',
    severity: 'warning',
    scope: 'line',
    elements: ['procedureCode', 'procedureCodeModifier', 'serviceStartDate', 'placeOfService'],
    citation: 'Design: where ECM and Community Supports are commonly given',
    check({ place, service }, _context, report) {
      // Telehealth has its own rules.
      if (place === null || place.telehealth) return;
      const unusualForService = service?.usualPlaces?.includes(place.code) === false;
      if (!place.common || unusualForService) report('placeOfService');
    },
  },
  {
    code: 'TELEHEALTH_PLACE',
    severity: 'warning',
    scope: 'line',
    elements: ['procedureCode', 'procedureCodeModifier', 'placeOfService'],
    citation: `${coding}: GQ for telephone or video`,
    check(line, _context, report) {
      if (line.place === null || line.place.telehealth || hasStrayModifiers(line)) return;
      if (hasTelehealthModifier(line)) report('placeOfService');
    },
  },
  {
    code: 'TELEHEALTH_MODIFIER',
    severity: 'warning',
    scope: 'line',
    elements: ['procedureCodeModifier', 'placeOfService'],
    citation: `${coding}: GQ for telephone or video`,
    check(line, _context, report) {
      if (line.place?.telehealth === true && !hasTelehealthModifier(line)) report('placeOfService');
    },
  },
] as const satisfies readonly Rule[];
