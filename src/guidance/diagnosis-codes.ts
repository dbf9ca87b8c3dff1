import { partsOf, type CivilDate } from './civil-date.ts';

/** An ICD-10-CM code with its dot and its text. */
export interface DiagnosisCode {
  readonly code: string;
  readonly description: string;
}

/** The 25 priority codes of social needs of DHCS (APL 21-009), as printed there. */
// prettier-ignore
export const priorityDiagnosisCodes: readonly DiagnosisCode[] = [
  { code: 'Z55.0', description: 'Illiteracy and low-level literacy' },
  { code: 'Z58.6', description: 'Inadequate drinking-water supply' },
  { code: 'Z59.00', description: 'Homelessness unspecified' },
  { code: 'Z59.01', description: 'Sheltered homelessness' },
  { code: 'Z59.02', description: 'Unsheltered homelessness' },
  { code: 'Z59.1', description: 'Inadequate housing (lack of heating/space, unsatisfactory surroundings)' },
  { code: 'Z59.3', description: 'Problems related to living in residential institution' },
  { code: 'Z59.41', description: 'Food insecurity' },
  { code: 'Z59.48', description: 'Other specified lack of adequate food' },
  { code: 'Z59.7', description: 'Insufficient social insurance and welfare support' },
  { code: 'Z59.811', description: 'Housing instability, housed, with risk of homelessness' },
  { code: 'Z59.812', description: 'Housing instability, housed, homelessness in past 12 months' },
  { code: 'Z59.819', description: 'Housing instability, housed unspecified' },
  { code: 'Z59.89', description: 'Other problems related to housing and economic circumstances' },
  { code: 'Z60.2', description: 'Problems related to living alone' },
  { code: 'Z60.4', description: 'Social exclusion and rejection (physical appearance, illness or behavior)' },
  { code: 'Z62.819', description: 'Personal history of unspecified abuse in childhood' },
  { code: 'Z63.0', description: 'Problems in relationship with spouse or partner' },
  { code: 'Z63.4', description: 'Disappearance and death of family member (assumed death, bereavement)' },
  { code: 'Z63.5', description: 'Disruption of family by separation and divorce (marital estrangement)' },
  { code: 'Z63.6', description: 'Dependent relative needing care at home' },
  { code: 'Z63.72', description: 'Alcoholism and drug addiction in family' },
  { code: 'Z65.1', description: 'Imprisonment and other incarceration' },
  { code: 'Z65.2', description: 'Problems related to release from prison' },
  { code: 'Z65.8', description: 'Other specified problems related to psychosocial circumstances (religious or spiritual problem)' },
];

/** Further codes of social needs: among them those that took the place of priority codes. */
// prettier-ignore
export const furtherDiagnosisCodes: readonly DiagnosisCode[] = [
  { code: 'Z55.5', description: 'Less than a high school diploma' },
  { code: 'Z55.6', description: 'Problems related to health literacy' },
  { code: 'Z56.0', description: 'Unemployment, unspecified' },
  { code: 'Z58.81', description: 'Basic services unavailable in physical environment' },
  { code: 'Z58.89', description: 'Other problems related to physical environment' },
  { code: 'Z59.10', description: 'Inadequate housing, unspecified' },
  { code: 'Z59.11', description: 'Inadequate housing environmental temperature' },
  { code: 'Z59.12', description: 'Inadequate housing utilities' },
  { code: 'Z59.19', description: 'Other inadequate housing' },
  { code: 'Z59.5', description: 'Extreme poverty' },
  { code: 'Z59.6', description: 'Low income' },
  { code: 'Z59.71', description: 'Insufficient health insurance coverage' },
  { code: 'Z59.72', description: 'Insufficient welfare support' },
  { code: 'Z59.82', description: 'Transportation insecurity' },
  { code: 'Z59.861', description: 'Financial insecurity, difficulty paying for utilities' },
  { code: 'Z59.868', description: 'Other specified financial insecurity' },
  { code: 'Z59.869', description: 'Financial insecurity, unspecified' },
  { code: 'Z59.87', description: 'Material hardship due to limited financial resources, not elsewhere classified' },
  { code: 'Z60.3', description: 'Acculturation difficulty' },
  { code: 'Z62.810', description: 'Personal history of physical and sexual abuse in childhood' },
  { code: 'Z63.8', description: 'Other specified problems related to primary support group' },
  { code: 'Z65.3', description: 'Problems related to other legal circumstances' },
];

/** A code that cannot be reported any more, or never could, because longer codes stand below it. */
export interface HeaderCode {
  readonly code: string;
  /** Last federal fiscal year in which it could be reported; null where it never could since the programme began. */
  readonly lastReportableFiscalYear: number | null;
  /** Codes to choose from instead. */
  readonly replacements: readonly string[];
}

/**
 * Header codes among the codes of social needs (CMS order files to fiscal year 2027). The whole list of ICD-10-CM is
 * a plan's to load; these are the ones that billers are known to send, two of them still printed in DHCS' list.
 */
// prettier-ignore
export const headerCodes: readonly HeaderCode[] = [
  { code: 'Z59.1', lastReportableFiscalYear: 2023, replacements: ['Z59.10', 'Z59.11', 'Z59.12', 'Z59.19'] },
  { code: 'Z59.7', lastReportableFiscalYear: 2024, replacements: ['Z59.71', 'Z59.72'] },
  { code: 'Z59.86', lastReportableFiscalYear: 2025, replacements: ['Z59.861', 'Z59.868', 'Z59.869'] },
  // Split on 10/01/2021, before the first day of service.
  { code: 'Z59.0', lastReportableFiscalYear: null, replacements: ['Z59.00', 'Z59.01', 'Z59.02'] },
  { code: 'Z59.4', lastReportableFiscalYear: null, replacements: ['Z59.41', 'Z59.48'] },
  { code: 'Z59.8', lastReportableFiscalYear: null, replacements: ['Z59.811', 'Z59.812', 'Z59.819', 'Z59.82', 'Z59.87', 'Z59.89'] },
  { code: 'Z59.81', lastReportableFiscalYear: null, replacements: ['Z59.811', 'Z59.812', 'Z59.819'] },
  { code: 'Z58.8', lastReportableFiscalYear: null, replacements: ['Z58.81', 'Z58.89'] },
  { code: 'Z62.81', lastReportableFiscalYear: null, replacements: ['Z62.810', 'Z62.819'] },
  { code: 'Z63.7', lastReportableFiscalYear: null, replacements: ['Z63.72'] },
  ...['Z55', 'Z56', 'Z57', 'Z58', 'Z59', 'Z60', 'Z62', 'Z63', 'Z64', 'Z65'].map(
    (code): HeaderCode => ({ code, lastReportableFiscalYear: null, replacements: [] }),
  ),
];

/** Upper case, with or without the dot: footnote 25 wants codes entered without delimiters. */
const shape = /^[A-Z][0-9][0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/;

/**
 * Whether a text has the shape of an ICD-10-CM code, with or without its dot. Every entry of the CMS order file has
 * it; whether the code exists is another question.
 */
export function isDiagnosisShape(text: string): boolean {
  return shape.test(text);
}

/** The code without its dot: one form for comparing, and the form of the 837. */
export function undotted(code: string): string {
  return code.replace('.', '');
}

/** The code with its dot after the third character: the form for people. */
export function dotted(code: string): string {
  const bare = undotted(code);
  return bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
}

const descriptions = new Map(
  [...priorityDiagnosisCodes, ...furtherDiagnosisCodes].map(({ code, description }) => [undotted(code), description]),
);
const headers = new Map(headerCodes.map((header) => [undotted(header.code), header]));

/** The text of a code that we hold one for, or null. */
export function diagnosisDescription(code: string): string | null {
  return descriptions.get(undotted(code)) ?? null;
}

/** The code's entry in lists: `Z59.02 · Unsheltered homelessness`; the dotted code alone where we hold no text. */
export function diagnosisLabel(code: string): string {
  const description = diagnosisDescription(code);
  return description === null ? dotted(code) : `${dotted(code)} · ${description}`;
}

/** The code of an entry of element 39, the list's label or a code as typed, without its description. */
export function parseDiagnosisEntry(text: string): string {
  const [head = ''] = text.split('·', 1);
  return head.trim();
}

/** The federal fiscal year of a day: ICD-10-CM changes on October 1. */
export function fiscalYearOf(date: CivilDate): number {
  const { year, month } = partsOf(date);
  return month >= 10 ? year + 1 : year;
}

/** The header that a code was on a day of service, or null where it could be reported or is not known to us. */
export function headerOn(code: string, dateOfService: CivilDate): HeaderCode | null {
  const header = headers.get(undotted(code));
  if (header === undefined) return null;
  const last = header.lastReportableFiscalYear;
  return last === null || fiscalYearOf(dateOfService) > last ? header : null;
}

/**
 * The priority codes that can be reported on a day, for lists: a code that has become a header by then gives way to
 * those below it.
 */
export function priorityCodesOn(day: CivilDate): readonly DiagnosisCode[] {
  return priorityDiagnosisCodes.flatMap((each) => {
    const header = headerOn(each.code, day);
    if (header === null) return [each];
    return header.replacements.map((code) => ({ code, description: diagnosisDescription(code) ?? '' }));
  });
}

/** Whether a code says that the person is homeless: Z59.00, Z59.01 or Z59.02. */
export function isHomelessnessDiagnosis(code: string): boolean {
  return /^Z590[0-2]$/.test(undotted(code));
}
