/** The two programmes of the guidance: Enhanced Care Management, and Community Supports. */
export type Program = 'ecm' | 'communitySupports';

/** What one unit of a service can be. */
export const unitBases = [
  'encounter',
  'outreachAttempt',
  'fifteenMinutes',
  'day',
  'month',
  'service',
  'visit',
  'session',
  'meal',
  'delivery',
] as const;

/** What one unit of a service is. */
export type UnitBasis = (typeof unitBases)[number];

/** Whether a service is given by telehealth: modifier GQ never, added where it was, or always (a service of its own). */
export type Telehealth = 'never' | 'allowed' | 'always';

/** A row of the table as it is written down; the id holds the procedure code and the defining modifiers. */
export interface ServiceRow {
  readonly id: string;
  readonly program: Program;
  readonly category: string;
  readonly detail?: string;
  readonly unitBasis: UnitBasis;
  readonly unitsConfigurable?: true;
  readonly telehealth?: Exclude<Telehealth, 'never'>;
  readonly actualBilledAmount?: true;
  /** `MM/DD/YYYY`; left out where the first day is not known. */
  readonly validFrom?: string;
  /** `MM/DD/YYYY`; left out where the last day is not known. */
  readonly validTo?: string;
  readonly usualPlaces?: readonly string[];
  readonly formerNames?: readonly string[];
  readonly enabledByDefault?: false;
}

/**
 * HCPCS codes and modifiers of ECM and Community Supports, as of November 2026 (DHCS HCPCS coding guidance v1.3,
 * January 2026, seen through one plan's classification tables and the HCPCS 2025 list). `usualPlaces` is a judgement
 * from the service's own definition, for warnings only. Rows that are not enabled rest on a single plan's table
 * and are to be verified before a plan offers them.
 */
// prettier-ignore
export const serviceRows: readonly ServiceRow[] = [
  { id: 'G9008-U1', program: 'ecm', category: 'Enhanced Care Management', detail: 'In-Person, clinical staff', unitBasis: 'encounter', unitsConfigurable: true },
  { id: 'G9012-U2', program: 'ecm', category: 'Enhanced Care Management', detail: 'In-Person, non-clinical staff', unitBasis: 'encounter', unitsConfigurable: true },
  { id: 'G9008-U8', program: 'ecm', category: 'ECM Outreach', detail: 'In-Person, clinical staff', unitBasis: 'outreachAttempt', unitsConfigurable: true },
  { id: 'G9012-U8', program: 'ecm', category: 'ECM Outreach', detail: 'In-Person, non-clinical staff', unitBasis: 'outreachAttempt', unitsConfigurable: true },
  { id: 'G9008-U1-GQ', program: 'ecm', category: 'Enhanced Care Management', detail: 'Phone/Telehealth, clinical staff', unitBasis: 'encounter', unitsConfigurable: true, telehealth: 'always' },
  { id: 'G9012-U2-GQ', program: 'ecm', category: 'Enhanced Care Management', detail: 'Phone/Telehealth, non-clinical staff', unitBasis: 'encounter', unitsConfigurable: true, telehealth: 'always' },
  { id: 'G9008-U8-GQ', program: 'ecm', category: 'ECM Outreach', detail: 'Telephonic/Electronic, clinical staff', unitBasis: 'outreachAttempt', unitsConfigurable: true, telehealth: 'always' },
  { id: 'G9012-U8-GQ', program: 'ecm', category: 'ECM Outreach', detail: 'Telephonic/Electronic, non-clinical staff', unitBasis: 'outreachAttempt', unitsConfigurable: true, telehealth: 'always' },
  { id: 'H0043-U6', program: 'communitySupports', category: 'Housing Transition Navigation Services', unitBasis: 'day', telehealth: 'allowed' },
  { id: 'H2016-U6', program: 'communitySupports', category: 'Housing Transition Navigation Services', unitBasis: 'day', telehealth: 'allowed' },
  { id: 'H0044-U2', program: 'communitySupports', category: 'Housing Deposits', unitBasis: 'service', actualBilledAmount: true },
  { id: 'T2040-U6', program: 'communitySupports', category: 'Housing Tenancy and Sustaining Services', unitBasis: 'fifteenMinutes', telehealth: 'allowed' },
  { id: 'T2041-U6', program: 'communitySupports', category: 'Housing Tenancy and Sustaining Services', unitBasis: 'fifteenMinutes', telehealth: 'allowed' },
  { id: 'T2050-U6', program: 'communitySupports', category: 'Housing Tenancy and Sustaining Services', unitBasis: 'day', telehealth: 'allowed' },
  { id: 'T2051-U6', program: 'communitySupports', category: 'Housing Tenancy and Sustaining Services', unitBasis: 'day', telehealth: 'allowed' },
  { id: 'T1016-U8', program: 'communitySupports', category: 'Housing Outreach - Initiation', detail: 'In-Person', unitBasis: 'outreachAttempt', unitsConfigurable: true, validFrom: '01/01/2026' },
  { id: 'T1016-U8-GQ', program: 'communitySupports', category: 'Housing Outreach - Initiation', detail: 'Telephonic/Electronic', unitBasis: 'outreachAttempt', unitsConfigurable: true, telehealth: 'always', validFrom: '01/01/2026' },
  { id: 'H0043-U3', program: 'communitySupports', category: 'Short-Term Post-Hospitalization Housing', unitBasis: 'day' },
  { id: 'H0044-U3', program: 'communitySupports', category: 'Short-Term Post-Hospitalization Housing', unitBasis: 'month' },
  { id: 'T2033-U6', program: 'communitySupports', category: 'Recuperative Care (Medical Respite)', unitBasis: 'day' },
  { id: 'H0045-U6', program: 'communitySupports', category: 'Respite Services', unitBasis: 'day' },
  { id: 'S5151-U6', program: 'communitySupports', category: 'Respite Services', unitBasis: 'day' },
  { id: 'S9125-U6', program: 'communitySupports', category: 'Respite Services', unitBasis: 'day', usualPlaces: ['12'] },
  { id: 'T2012-U6', program: 'communitySupports', category: 'Day Habilitation Programs', unitBasis: 'day', telehealth: 'allowed' },
  { id: 'T2014-U6', program: 'communitySupports', category: 'Day Habilitation Programs', unitBasis: 'day', telehealth: 'allowed' },
  { id: 'T2018-U6', program: 'communitySupports', category: 'Day Habilitation Programs', unitBasis: 'day', telehealth: 'allowed' },
  { id: 'T2020-U6', program: 'communitySupports', category: 'Day Habilitation Programs', unitBasis: 'day', telehealth: 'allowed' },
  { id: 'H2014-U6', program: 'communitySupports', category: 'Day Habilitation Programs', unitBasis: 'fifteenMinutes', telehealth: 'allowed' },
  { id: 'H2024-U6', program: 'communitySupports', category: 'Day Habilitation Programs', unitBasis: 'day', telehealth: 'allowed' },
  { id: 'H2026-U6', program: 'communitySupports', category: 'Day Habilitation Programs', unitBasis: 'day', telehealth: 'allowed' },
  { id: 'H2038-U6', program: 'communitySupports', category: 'Day Habilitation Programs', unitBasis: 'day', telehealth: 'allowed' },
  { id: 'T2038-U4', program: 'communitySupports', category: 'Assisted Living Facility (ALF) Transitions', unitBasis: 'service', telehealth: 'allowed', formerNames: ['Nursing Facility Transition/Diversion to Assisted Living Facilities'] },
  { id: 'H2022-U5', program: 'communitySupports', category: 'Assisted Living Facility (ALF) Transitions', unitBasis: 'day', usualPlaces: ['13', '14', '33'], formerNames: ['Nursing Facility Transition/Diversion to Assisted Living Facilities'] },
  { id: 'T2038-U5', program: 'communitySupports', category: 'Community or Home Transition Services', unitBasis: 'service', telehealth: 'allowed', actualBilledAmount: true, formerNames: ['Community Transition Services/Nursing Facility Transition to a Home'] },
  { id: 'H0044-U5', program: 'communitySupports', category: 'Community or Home Transition Services', detail: 'Non-Recurring Set-Up Expenses', unitBasis: 'service', actualBilledAmount: true, validFrom: '01/01/2026' },
  { id: 'S5130-U6', program: 'communitySupports', category: 'Personal Care and Homemaker Services', unitBasis: 'fifteenMinutes', usualPlaces: ['12', '13', '14', '16'] },
  { id: 'T1019-U6', program: 'communitySupports', category: 'Personal Care and Homemaker Services', unitBasis: 'fifteenMinutes', usualPlaces: ['12', '13', '14', '16'] },
  { id: 'S5165-U6', program: 'communitySupports', category: 'Environmental Accessibility Adaptations (Home Modifications)', unitBasis: 'service', actualBilledAmount: true, usualPlaces: ['12', '13', '14'] },
  { id: 'S5170-U6', program: 'communitySupports', category: 'Medically Tailored Meals/Medically-Supportive Food', unitBasis: 'meal' },
  { id: 'S9470-U6', program: 'communitySupports', category: 'Medically Tailored Meals/Medically-Supportive Food', unitBasis: 'visit', telehealth: 'allowed' },
  { id: 'S9977-U6', program: 'communitySupports', category: 'Medically Tailored Meals/Medically-Supportive Food', unitBasis: 'day' },
  { id: 'S9452-U5', program: 'communitySupports', category: 'Medically Tailored Meals/Medically-Supportive Food', detail: 'Nutrition Education, individual session', unitBasis: 'session', telehealth: 'allowed' },
  { id: 'S9452-U6', program: 'communitySupports', category: 'Medically Tailored Meals/Medically-Supportive Food', detail: 'Nutrition Education, group session', unitBasis: 'session', telehealth: 'allowed' },
  { id: 'S9977-U4', program: 'communitySupports', category: 'Medically Tailored Meals/Medically-Supportive Food', detail: 'Produce Prescription, box', unitBasis: 'delivery', unitsConfigurable: true },
  { id: 'S9977-U5', program: 'communitySupports', category: 'Medically Tailored Meals/Medically-Supportive Food', detail: 'Produce Prescription, retail', unitBasis: 'delivery', unitsConfigurable: true },
  { id: 'S9977-U7', program: 'communitySupports', category: 'Medically Tailored Meals/Medically-Supportive Food', detail: 'Medically Supportive Groceries', unitBasis: 'delivery', unitsConfigurable: true },
  { id: 'S9977-U8', program: 'communitySupports', category: 'Medically Tailored Meals/Medically-Supportive Food', detail: 'Food Pharmacy', unitBasis: 'delivery', unitsConfigurable: true },
  { id: 'S9977-U9', program: 'communitySupports', category: 'Medically Tailored Meals/Medically-Supportive Food', detail: 'Healthy Food Vouchers', unitBasis: 'delivery', unitsConfigurable: true },
  { id: 'H0014-U6', program: 'communitySupports', category: 'Sobering Centers', unitBasis: 'visit' },
  { id: 'S5165-U5', program: 'communitySupports', category: 'Asthma Remediation', unitBasis: 'service', actualBilledAmount: true, usualPlaces: ['12', '13', '14'] },
  { id: 'H0043-U2', program: 'communitySupports', category: 'Transitional Rent', unitBasis: 'day', validFrom: '07/01/2025', enabledByDefault: false },
  { id: 'H0044-U6', program: 'communitySupports', category: 'Transitional Rent', unitBasis: 'month', actualBilledAmount: true, validFrom: '07/01/2025', enabledByDefault: false },
  { id: 'H0040-U2', program: 'communitySupports', category: 'Transitional Rent', unitBasis: 'month', unitsConfigurable: true, validFrom: '01/01/2026', enabledByDefault: false },
  { id: 'H0040-U1', program: 'communitySupports', category: 'Transitional Rent', unitBasis: 'service', unitsConfigurable: true, validFrom: '01/01/2026', enabledByDefault: false },
];
