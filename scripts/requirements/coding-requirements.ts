import type { Requirement } from './requirement.ts';

/** Rules of the HCPCS coding table of ECM and Community Supports. */
export const codingRequirements: readonly Requirement[] = [
  {
    key: 'SVC-1',
    text: 'Code and U modifier together name the service; neither does alone.',
    codes: ['SERVICE_NOT_OFFERED', 'SERVICE_MODIFIERS', 'SERVICE_AMBIGUOUS'],
  },
  {
    key: 'SVC-2',
    text: 'GQ is added for telehealth and never stands without the U modifier; modifiers are read in any order.',
    codes: ['SERVICE_MODIFIERS'],
    allows: { procedureCodeModifier1: 'GQ', procedureCodeModifier2: 'U2', serviceName: '', placeOfService: '10' },
    note: 'The workbook writes the U modifier first.',
  },
  {
    key: 'SVC-3',
    text: 'GQ is the modifier for telephone and video here; 93 and 95 do not take its place, and a plan may allow them beside it.',
    codes: ['SERVICE_MODIFIERS', 'TELEHEALTH_MODIFIER'],
  },
  {
    key: 'SVC-4',
    text: 'Services that are billed at actual cost have a charge above zero, which is the actual cost.',
    codes: ['ACTUAL_COST_ZERO', 'CHARGE_AMOUNT'],
    note: 'What something really cost only the biller knows.',
  },
  {
    key: 'SVC-5',
    text: 'GQ with a place where people meet, and a telehealth place without GQ, are worth a look.',
    codes: ['TELEHEALTH_PLACE', 'TELEHEALTH_MODIFIER'],
  },
  {
    key: 'SVC-6',
    text: 'Units fit their basis: one a day, 96 quarter-hours a day, one a month, one a service or visit; worth a look.',
    codes: ['UNITS_MORE_THAN_DAYS', 'UNITS_MORE_THAN_QUARTER_HOURS', 'UNITS_MORE_THAN_MONTHS', 'UNITS_MORE_THAN_ONE'],
    note: 'Not asked where contracts differ in what a unit is.',
  },
  {
    key: 'SVC-7',
    text: 'ECM and Community Health Worker services do not run together for a member.',
    noRule:
      'Community Health Worker services are no ECM or Community Supports services: no row of this table has their codes, and no invoice of this kind shows them. The plan sees both.',
  },
  {
    key: 'SVC-8',
    text: 'The table is data with a version and dated rows, and plans add, hide and rename rows.',
    codes: ['SERVICE_NOT_OFFERED', 'SERVICE_NOT_VALID_ON_DATE', 'SERVICE_TABLE_NOT_CONFIRMED'],
    note: 'The rule pack carries the version; the plan profile carries what a plan changes.',
  },
];
