import { civilDate } from '../../../../src/guidance/civil-date.ts';
import { allServices, day } from '../../sample-lines.ts';
import {
  units,
  g9008,
  nutritionClass,
  perDay,
  perMonth,
  perQuarterHour,
  deposit,
  outreach,
  withService,
  type RuleCase,
} from './rule-case.ts';

/** May be given by telehealth. */
const housing = {
  procedureCode: 'H2016',
  procedureCodeModifier1: 'U6',
  serviceName: '',
  ...units('1', '80.00'),
} as const;

/** Cases of `src/guidance/rules`. */
export const serviceCases: readonly RuleCase[] = [
  {
    code: 'PROCEDURE_CODE_FORMAT',
    broken: [
      [{ procedureCode: 'g9012' }, '0 procedureCode'],
      [{ procedureCode: 'T42041' }, '0 procedureCode'],
    ],
    kept: [{}],
  },
  { code: 'MODIFIER_FORMAT', broken: [[{ procedureCodeModifier1: 'u2' }, '0 procedureCodeModifier1']], kept: [{}] },
  {
    code: 'MODIFIER_REPEATED',
    broken: [[{ procedureCodeModifier3: 'U2' }, '0 procedureCodeModifier3']],
    kept: [{ procedureCodeModifier1: '', procedureCodeModifier4: 'U2' }],
  },
  {
    code: 'SERVICE_NOT_OFFERED',
    broken: [[{ procedureCode: 'A0001' }, '0 procedureCode']],
    kept: [{}],
  },
  {
    code: 'SERVICE_MODIFIERS',
    broken: [
      [{ procedureCodeModifier1: '' }, '0 procedureCodeModifier1'],
      [{ procedureCodeModifier1: 'U6' }, '0 procedureCodeModifier1'],
      [{ procedureCodeModifier2: '95' }, '0 procedureCodeModifier2'],
      // GQ never stands without the service's own modifier, nor with a service that is not given by telehealth.
      [{ procedureCodeModifier1: 'GQ', serviceName: '' }, '0 procedureCodeModifier1'],
      [{ ...perDay, procedureCodeModifier2: 'GQ', ...units('1', '80.00') }, '0 procedureCodeModifier2'],
    ],
    kept: [{ procedureCodeModifier1: 'GQ', procedureCodeModifier2: 'U2', serviceName: '', placeOfService: '10' }],
  },
  {
    code: 'SERVICE_AMBIGUOUS',
    facts: { extraModifiers: ['U5', 'U6'] },
    broken: [[{ ...nutritionClass, procedureCodeModifier3: 'U6', ...units('1', '80.00') }, '0 procedureCode']],
    kept: [
      { ...nutritionClass, ...units('1', '80.00') },
      { ...nutritionClass, procedureCodeModifier3: 'U6', ...units('1', '80.00'), serviceStartDate: '10/2026' },
    ],
  },
  {
    code: 'SERVICE_NOT_VALID_ON_DATE',
    facts: { services: withService('T2033-U6', { validTo: day(2026, 10, 14) }) },
    broken: [
      [{ ...outreach, serviceStartDate: '12/31/2025', serviceEndDate: '12/31/2025' }, '0 serviceStartDate'],
      [
        { ...perDay, ...units('1', '80.00'), serviceStartDate: '10/15/2026', serviceEndDate: '10/15/2026' },
        '0 serviceStartDate',
      ],
    ],
    kept: [
      { ...outreach, serviceStartDate: '01/01/2026', serviceEndDate: '01/01/2026' },
      { ...perDay, ...units('1', '80.00') },
      { ...outreach, serviceStartDate: '' },
    ],
  },
  {
    code: 'SERVICE_TABLE_NOT_CONFIRMED',
    facts: { servicesConfirmedThrough: civilDate(2026, 10, 13) ?? allServices.servicesConfirmedThrough },
    broken: [[{}, '0 serviceStartDate']],
    kept: [{ serviceStartDate: '10/13/2026', serviceEndDate: '10/13/2026' }],
  },
  {
    code: 'SERVICE_NAME',
    broken: [[{ serviceName: 'Sobering Centers' }, '0 serviceName']],
    kept: [
      { serviceName: '' },
      { serviceName: 'ENHANCED CARE MANAGEMENT - in-person, non-clinical staff' },
      {
        procedureCode: 'T2038',
        procedureCodeModifier1: 'U4',
        serviceName: 'Nursing Facility Transition/Diversion to Assisted Living Facilities',
        ...units('1', '80.00'),
      },
    ],
  },
  {
    code: 'UNIT_COUNT_FORMAT',
    broken: [[{ serviceUnitCount: 'two' }, '0 serviceUnitCount']],
    kept: [{ serviceUnitCount: '2.0' }],
  },
  {
    code: 'UNIT_COUNT_POSITIVE',
    broken: ['0', '0.0', '-1'].map((count) => [{ serviceUnitCount: count }, '0 serviceUnitCount']),
    kept: [{}],
  },
  {
    code: 'UNIT_COUNT_WHOLE',
    broken: [[units('1.5', '120.00'), '0 serviceUnitCount']],
    kept: [{}],
  },
  {
    code: 'UNITS_MORE_THAN_DAYS',
    broken: [[perDay, '0 serviceUnitCount']],
    kept: [{ ...perDay, ...units('1', '80.00') }],
  },
  {
    code: 'UNITS_MORE_THAN_QUARTER_HOURS',
    broken: [[{ ...perQuarterHour, ...units('97', '7760.00') }, '0 serviceUnitCount']],
    kept: [{ ...perQuarterHour, ...units('96', '7680.00') }],
  },
  {
    code: 'UNITS_MORE_THAN_MONTHS',
    broken: [[{ ...perMonth, serviceEndDate: '10/31/2026' }, '0 serviceUnitCount']],
    kept: [{ ...perMonth, serviceEndDate: '11/01/2026' }],
  },
  {
    code: 'UNITS_MORE_THAN_ONE',
    broken: [[deposit, '0 serviceUnitCount']],
    kept: [{ ...deposit, ...units('1', '80.00') }, g9008],
  },
  {
    code: 'PLACE_OF_SERVICE_UNKNOWN',
    broken: [[{ placeOfService: '4' }, '0 placeOfService']],
    kept: [{ placeOfService: '04' }],
  },
  {
    code: 'PLACE_OF_SERVICE_UNUSUAL',
    broken: [
      [{ placeOfService: '81' }, '0 placeOfService'],
      [
        { procedureCode: 'S5165', procedureCodeModifier1: 'U6', serviceName: '', ...units('1', '80.00') },
        '0 placeOfService',
      ],
    ],
    kept: [{ placeOfService: '12' }],
  },
  {
    code: 'TELEHEALTH_PLACE',
    broken: [
      [{ procedureCodeModifier2: 'GQ', serviceName: '' }, '0 placeOfService'], // a service of its own
      [{ ...housing, procedureCodeModifier3: 'GQ' }, '0 placeOfService'], // added to one
    ],
    kept: [
      { procedureCodeModifier2: 'GQ', serviceName: '', placeOfService: '02' },
      { ...housing, procedureCodeModifier3: 'GQ', placeOfService: '10' },
      housing,
    ],
  },
  {
    code: 'TELEHEALTH_MODIFIER',
    facts: { extraModifiers: ['93', '95'] },
    broken: [
      [{ placeOfService: '10' }, '0 placeOfService'],
      [{ ...housing, placeOfService: '02' }, '0 placeOfService'],
      [{ ...perDay, placeOfService: '02', ...units('1', '80.00') }, '0 placeOfService'], // never by telehealth
      [{ placeOfService: '10', procedureCodeModifier3: '95' }, '0 placeOfService'], // 93 and 95 do not take its place
    ],
    kept: [{}, { procedureCodeModifier2: 'GQ', procedureCodeModifier3: '95', serviceName: '', placeOfService: '10' }],
  },
];
