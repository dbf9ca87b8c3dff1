/** A place of service of CMS's set for professional claims. */
export interface PlaceOfService {
  /** Two digits, the leading zero kept. */
  readonly code: string;
  readonly name: string;
  /** Whether ECM or Community Supports are commonly given there: elsewhere is a warning. */
  readonly common: boolean;
  /** Whether it says that the service was given by telehealth. */
  readonly telehealth: boolean;
}

/** CMS Place of Service codes for professional claims (HL7 Terminology's copy of May 2024, 52 codes). */
// prettier-ignore
export const placesOfService: readonly PlaceOfService[] = [
  { code: '01', name: 'Pharmacy', common: false, telehealth: false },
  { code: '02', name: "Telehealth Provided Other than in Patient's Home", common: true, telehealth: true },
  { code: '03', name: 'School', common: false, telehealth: false },
  { code: '04', name: 'Homeless Shelter', common: true, telehealth: false },
  { code: '05', name: 'Indian Health Service Free-standing Facility', common: false, telehealth: false },
  { code: '06', name: 'Indian Health Service Provider-based Facility', common: false, telehealth: false },
  { code: '07', name: 'Tribal 638 Free-standing Facility', common: false, telehealth: false },
  { code: '08', name: 'Tribal 638 Provider-based Facility', common: false, telehealth: false },
  { code: '09', name: 'Prison/Correctional Facility', common: true, telehealth: false },
  { code: '10', name: "Telehealth Provided in Patient's Home", common: true, telehealth: true },
  { code: '11', name: 'Office', common: true, telehealth: false },
  { code: '12', name: 'Home', common: true, telehealth: false },
  { code: '13', name: 'Assisted Living Facility', common: true, telehealth: false },
  { code: '14', name: 'Group Home', common: true, telehealth: false },
  { code: '15', name: 'Mobile Unit', common: true, telehealth: false },
  { code: '16', name: 'Temporary Lodging', common: true, telehealth: false },
  { code: '17', name: 'Walk-in Retail Health Clinic', common: false, telehealth: false },
  { code: '18', name: 'Place of Employment-Worksite', common: false, telehealth: false },
  { code: '19', name: 'Off Campus-Outpatient Hospital', common: false, telehealth: false },
  { code: '20', name: 'Urgent Care Facility', common: false, telehealth: false },
  { code: '21', name: 'Inpatient Hospital', common: true, telehealth: false },
  { code: '22', name: 'On Campus-Outpatient Hospital', common: true, telehealth: false },
  { code: '23', name: 'Emergency Room - Hospital', common: true, telehealth: false },
  { code: '24', name: 'Ambulatory Surgical Center', common: false, telehealth: false },
  { code: '25', name: 'Birthing Center', common: false, telehealth: false },
  { code: '26', name: 'Military Treatment Facility', common: false, telehealth: false },
  { code: '27', name: 'Outreach Site/Street', common: true, telehealth: false },
  { code: '31', name: 'Skilled Nursing Facility', common: true, telehealth: false },
  { code: '32', name: 'Nursing Facility', common: true, telehealth: false },
  { code: '33', name: 'Custodial Care Facility', common: true, telehealth: false },
  { code: '34', name: 'Hospice', common: false, telehealth: false },
  { code: '41', name: 'Ambulance - Land', common: false, telehealth: false },
  { code: '42', name: 'Ambulance - Air or Water', common: false, telehealth: false },
  { code: '49', name: 'Independent Clinic', common: false, telehealth: false },
  { code: '50', name: 'Federally Qualified Health Center', common: true, telehealth: false },
  { code: '51', name: 'Inpatient Psychiatric Facility', common: false, telehealth: false },
  { code: '52', name: 'Psychiatric Facility-Partial Hospitalization', common: false, telehealth: false },
  { code: '53', name: 'Community Mental Health Center', common: true, telehealth: false },
  { code: '54', name: 'Intermediate Care Facility/Individuals with Intellectual Disabilities', common: false, telehealth: false },
  { code: '55', name: 'Residential Substance Abuse Treatment Facility', common: true, telehealth: false },
  { code: '56', name: 'Psychiatric Residential Treatment Center', common: false, telehealth: false },
  { code: '57', name: 'Non-residential Substance Abuse Treatment Facility', common: true, telehealth: false },
  { code: '58', name: 'Non-residential Opioid Treatment Facility', common: false, telehealth: false },
  { code: '60', name: 'Mass Immunization Center', common: false, telehealth: false },
  { code: '61', name: 'Comprehensive Inpatient Rehabilitation Facility', common: false, telehealth: false },
  { code: '62', name: 'Comprehensive Outpatient Rehabilitation Facility', common: false, telehealth: false },
  { code: '65', name: 'End-Stage Renal Disease Treatment Facility', common: false, telehealth: false },
  { code: '66', name: 'Programs of All-Inclusive Care for the Elderly (PACE) Center', common: false, telehealth: false },
  { code: '71', name: 'Public Health Clinic', common: true, telehealth: false },
  { code: '72', name: 'Rural Health Clinic', common: true, telehealth: false },
  { code: '81', name: 'Independent Laboratory', common: false, telehealth: false },
  { code: '99', name: 'Other Place of Service', common: true, telehealth: false },
];

const byCode = new Map(placesOfService.map((place) => [place.code, place]));

/** The place of a two-digit code, or null. */
export function placeOfServiceOf(code: string): PlaceOfService | null {
  return byCode.get(code) ?? null;
}

/** The place's entry in lists: `12 · Home`. */
export function placeLabel(place: PlaceOfService): string {
  return `${place.code} · ${place.name}`;
}

/** The place that an entry of element 38 names: the list's label or the two-digit code; otherwise null. */
export function parsePlaceEntry(text: string): PlaceOfService | null {
  const [head = ''] = text.split('·', 1);
  return placeOfServiceOf(head.trim());
}
