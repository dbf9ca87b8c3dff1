import { printCivilDate } from '../../src/guidance/civil-date.ts';
import { services, type Service } from '../../src/guidance/services.ts';

/**
 * The reference's table (HCPCS and modifiers of ECM and Community Supports, November 2026) as it was read: id, name,
 * unit (`?` where plans' contracts differ), telehealth, first day where a source says it, and what is special. Written
 * down a second time on purpose.
 */
// prettier-ignore
const reference: readonly (readonly [string, string, string, string, string, string])[] = [
  ['G9008-U1', 'Enhanced Care Management - In-Person, clinical staff', 'encounter?', 'never', '', ''],
  ['G9012-U2', 'Enhanced Care Management - In-Person, non-clinical staff', 'encounter?', 'never', '', ''],
  ['G9008-U8', 'ECM Outreach - In-Person, clinical staff', 'outreachAttempt?', 'never', '', ''],
  ['G9012-U8', 'ECM Outreach - In-Person, non-clinical staff', 'outreachAttempt?', 'never', '', ''],
  ['G9008-U1-GQ', 'Enhanced Care Management - Phone/Telehealth, clinical staff', 'encounter?', 'always', '', ''],
  ['G9012-U2-GQ', 'Enhanced Care Management - Phone/Telehealth, non-clinical staff', 'encounter?', 'always', '', ''],
  ['G9008-U8-GQ', 'ECM Outreach - Telephonic/Electronic, clinical staff', 'outreachAttempt?', 'always', '', ''],
  ['G9012-U8-GQ', 'ECM Outreach - Telephonic/Electronic, non-clinical staff', 'outreachAttempt?', 'always', '', ''],
  ['H0043-U6', 'Housing Transition Navigation Services', 'day', 'allowed', '', ''],
  ['H2016-U6', 'Housing Transition Navigation Services', 'day', 'allowed', '', ''],
  ['H0044-U2', 'Housing Deposits', 'service', 'never', '', 'actual amount'],
  ['T2040-U6', 'Housing Tenancy and Sustaining Services', 'fifteenMinutes', 'allowed', '', ''],
  ['T2041-U6', 'Housing Tenancy and Sustaining Services', 'fifteenMinutes', 'allowed', '', ''],
  ['T2050-U6', 'Housing Tenancy and Sustaining Services', 'day', 'allowed', '', ''],
  ['T2051-U6', 'Housing Tenancy and Sustaining Services', 'day', 'allowed', '', ''],
  ['T1016-U8', 'Housing Outreach - Initiation - In-Person', 'outreachAttempt?', 'never', '01/01/2026', ''],
  ['T1016-U8-GQ', 'Housing Outreach - Initiation - Telephonic/Electronic', 'outreachAttempt?', 'always', '01/01/2026', ''],
  ['H0043-U3', 'Short-Term Post-Hospitalization Housing', 'day', 'never', '', ''],
  ['H0044-U3', 'Short-Term Post-Hospitalization Housing', 'month', 'never', '', ''],
  ['T2033-U6', 'Recuperative Care (Medical Respite)', 'day', 'never', '', ''],
  ['H0045-U6', 'Respite Services', 'day', 'never', '', ''],
  ['S5151-U6', 'Respite Services', 'day', 'never', '', ''],
  ['S9125-U6', 'Respite Services', 'day', 'never', '', ''],
  ['T2012-U6', 'Day Habilitation Programs', 'day', 'allowed', '', ''],
  ['T2014-U6', 'Day Habilitation Programs', 'day', 'allowed', '', ''],
  ['T2018-U6', 'Day Habilitation Programs', 'day', 'allowed', '', ''],
  ['T2020-U6', 'Day Habilitation Programs', 'day', 'allowed', '', ''],
  ['H2014-U6', 'Day Habilitation Programs', 'fifteenMinutes', 'allowed', '', ''],
  ['H2024-U6', 'Day Habilitation Programs', 'day', 'allowed', '', ''],
  ['H2026-U6', 'Day Habilitation Programs', 'day', 'allowed', '', ''],
  ['H2038-U6', 'Day Habilitation Programs', 'day', 'allowed', '', ''],
  ['T2038-U4', 'Assisted Living Facility (ALF) Transitions', 'service', 'allowed', '', ''],
  ['H2022-U5', 'Assisted Living Facility (ALF) Transitions', 'day', 'never', '', ''],
  ['T2038-U5', 'Community or Home Transition Services', 'service', 'allowed', '', 'actual amount'],
  ['H0044-U5', 'Community or Home Transition Services - Non-Recurring Set-Up Expenses', 'service', 'never', '01/01/2026', 'actual amount'],
  ['S5130-U6', 'Personal Care and Homemaker Services', 'fifteenMinutes', 'never', '', ''],
  ['T1019-U6', 'Personal Care and Homemaker Services', 'fifteenMinutes', 'never', '', ''],
  ['S5165-U6', 'Environmental Accessibility Adaptations (Home Modifications)', 'service', 'never', '', 'actual amount'],
  ['S5170-U6', 'Medically Tailored Meals/Medically-Supportive Food', 'meal', 'never', '', ''],
  ['S9470-U6', 'Medically Tailored Meals/Medically-Supportive Food', 'visit', 'allowed', '', ''],
  ['S9977-U6', 'Medically Tailored Meals/Medically-Supportive Food', 'day', 'never', '', ''],
  ['S9452-U5', 'Medically Tailored Meals/Medically-Supportive Food - Nutrition Education, individual session', 'session', 'allowed', '', ''],
  ['S9452-U6', 'Medically Tailored Meals/Medically-Supportive Food - Nutrition Education, group session', 'session', 'allowed', '', ''],
  ['S9977-U4', 'Medically Tailored Meals/Medically-Supportive Food - Produce Prescription, box', 'delivery?', 'never', '', ''],
  ['S9977-U5', 'Medically Tailored Meals/Medically-Supportive Food - Produce Prescription, retail', 'delivery?', 'never', '', ''],
  ['S9977-U7', 'Medically Tailored Meals/Medically-Supportive Food - Medically Supportive Groceries', 'delivery?', 'never', '', ''],
  ['S9977-U8', 'Medically Tailored Meals/Medically-Supportive Food - Food Pharmacy', 'delivery?', 'never', '', ''],
  ['S9977-U9', 'Medically Tailored Meals/Medically-Supportive Food - Healthy Food Vouchers', 'delivery?', 'never', '', ''],
  ['H0014-U6', 'Sobering Centers', 'visit', 'never', '', ''],
  ['S5165-U5', 'Asthma Remediation', 'service', 'never', '', 'actual amount'],
  ['H0043-U2', 'Transitional Rent', 'day', 'never', '07/01/2025', 'off'],
  ['H0044-U6', 'Transitional Rent', 'month', 'never', '07/01/2025', 'actual amount, off'],
  ['H0040-U2', 'Transitional Rent', 'month?', 'never', '01/01/2026', 'off'],
  ['H0040-U1', 'Transitional Rent', 'service?', 'never', '01/01/2026', 'off'],
];

function asReference(service: Service): (typeof reference)[number] {
  const special = [service.actualBilledAmount ? 'actual amount' : '', service.enabledByDefault ? '' : 'off'];
  return [
    service.id,
    service.name,
    `${service.unitBasis}${service.unitsConfigurable ? '?' : ''}`,
    service.telehealth,
    service.validFrom === null ? '' : printCivilDate(service.validFrom),
    special.filter((each) => each !== '').join(', '),
  ];
}

test('the table is the reference’s, row by row', () => {
  expect(services.map(asReference)).toEqual(reference);
  expect(services.map(({ validTo }) => validTo)).toEqual(services.map(() => null));
});

test('8 services are ECM, 46 Community Supports; Transitional Rent is off until a plan switches it on', () => {
  expect(services.filter((service) => service.program === 'ecm').map(({ procedureCode }) => procedureCode)).toEqual([
    'G9008',
    'G9012',
    'G9008',
    'G9012',
    'G9008',
    'G9012',
    'G9008',
    'G9012',
  ]);
  expect(services.filter((service) => service.program === 'communitySupports')).toHaveLength(46);
  expect(new Set(services.filter((service) => !service.enabledByDefault).map(({ category }) => category))).toEqual(
    new Set(['Transitional Rent']),
  );
});

test('names of earlier guidance are still known', () => {
  const former = services.flatMap(({ id, formerNames }) => formerNames.map((name) => [id, name]));
  expect(former).toEqual([
    ['T2038-U4', 'Nursing Facility Transition/Diversion to Assisted Living Facilities'],
    ['H2022-U5', 'Nursing Facility Transition/Diversion to Assisted Living Facilities'],
    ['T2038-U5', 'Community Transition Services/Nursing Facility Transition to a Home'],
  ]);
});
