/**
 * The 46 data elements of the DHCS Billing and Invoicing guidance, version 1.1, in its sequence and wording
 * (section 2(2), tables 1 to 4). Everything that names an element comes from this table: worksheet columns, lists,
 * prompts, schemas, forms, CSV headers, the error reference. Lengths are those that the 837 encounter can carry; the
 * service name (36) stays with the plan, and DHCS' own names are longer than the 80 characters of SV101-7.
 */

/** The four tables of section 2(2). */
export type ElementTable = 'provider' | 'member' | 'service' | 'administrative';

/** How the cell of an element is written; `formats.ts` says what each accepts. */
export type ElementFormat =
  | 'text'
  | 'npi'
  | 'tin'
  | 'phone'
  | 'state'
  | 'zip'
  | 'cin'
  | 'homelessnessIndicator'
  | 'date'
  | 'procedureCode'
  | 'modifier'
  | 'unitCount'
  | 'placeOfService'
  | 'diagnosisCode'
  | 'money'
  | 'invoiceNumber';

/** One data element of the guidance. */
export interface DataElement {
  /** Place in the guidance's sequence, 1 to 46. */
  readonly number: number;
  /** Name in code and in the wire contract; a repeated element's columns add their occurrence. */
  readonly key: string;
  /** The guidance's exact wording. */
  readonly name: string;
  readonly table: ElementTable;
  /** Whether the value belongs to the invoice or to each service line. */
  readonly level: 'invoice' | 'line';
  /** Required or optional: the same for ECM and Community Supports in all 46 rows of version 1.1. */
  readonly required: boolean;
  readonly format: ElementFormat;
  /** Longest value in characters. */
  readonly maximumLength: number;
  /** Cells on a row: four modifiers, ten diagnoses (footnotes 25 and 26), otherwise one. */
  readonly occurrences: number;
  /** Footnotes of the guidance that speak of the element. */
  readonly footnotes: readonly number[];
  /** What to enter, in a biller's words. */
  readonly help: string;
}

/** The elements in the guidance's sequence: `elements[n - 1]` has number `n`. */
// prettier-ignore
export const elements = [
  { number: 1, key: 'billingProviderNpi', name: "Billing Provider National Provider Identifier (NPI)", table: 'provider', level: 'invoice', required: true, format: 'npi', maximumLength: 10, occurrences: 1, footnotes: [8], help: "The ten-digit National Provider Identifier of the organization that is paid. Use the organization's number where there is one." },
  { number: 2, key: 'billingProviderTin', name: "Billing Provider Tax Identification Number (TIN)", table: 'provider', level: 'invoice', required: true, format: 'tin', maximumLength: 9, occurrences: 1, footnotes: [], help: "The nine-digit federal tax number of the organization that is paid, without the hyphen." },
  { number: 3, key: 'billingProviderName', name: "Billing Provider Name", table: 'provider', level: 'invoice', required: true, format: 'text', maximumLength: 60, occurrences: 1, footnotes: [9], help: "The organization's name as the plan has it on file. A solo practitioner enters the practitioner's name." },
  { number: 4, key: 'billingProviderFirstName', name: "Billing Provider First Name", table: 'provider', level: 'invoice', required: false, format: 'text', maximumLength: 35, occurrences: 1, footnotes: [10], help: "First name, only where the billing provider is a person. May be left blank." },
  { number: 5, key: 'billingProviderLastName', name: "Billing Provider Last Name", table: 'provider', level: 'invoice', required: false, format: 'text', maximumLength: 60, occurrences: 1, footnotes: [11], help: "Last name, only where the billing provider is a person. May be left blank." },
  { number: 6, key: 'billingProviderPhone', name: "Billing Provider Phone Number", table: 'provider', level: 'invoice', required: true, format: 'phone', maximumLength: 10, occurrences: 1, footnotes: [12], help: "Numbers only, no dashes, at most ten digits." },
  { number: 7, key: 'billingProviderAddress', name: "Billing Provider Address", table: 'provider', level: 'invoice', required: true, format: 'text', maximumLength: 55, occurrences: 1, footnotes: [], help: "Street line of the billing address. A post office box is not a street." },
  { number: 8, key: 'billingProviderCity', name: "Billing Provider City", table: 'provider', level: 'invoice', required: true, format: 'text', maximumLength: 30, occurrences: 1, footnotes: [], help: "City of the billing address." },
  { number: 9, key: 'billingProviderState', name: "Billing Provider State", table: 'provider', level: 'invoice', required: true, format: 'state', maximumLength: 2, occurrences: 1, footnotes: [], help: "Two-letter state code of the billing address." },
  { number: 10, key: 'billingProviderZip', name: "Billing Provider Zip", table: 'provider', level: 'invoice', required: true, format: 'zip', maximumLength: 10, occurrences: 1, footnotes: [], help: "ZIP code of the billing address. Nine digits where they are known." },
  { number: 11, key: 'renderingProviderNpi', name: "Rendering Provider National Provider Identifier (NPI)", table: 'provider', level: 'invoice', required: false, format: 'npi', maximumLength: 10, occurrences: 1, footnotes: [13], help: "The ten-digit National Provider Identifier of the site or person that gave the service, where there is one. May be left blank." },
  { number: 12, key: 'renderingProviderTin', name: "Rendering Provider Tax Identification Number (TIN)", table: 'provider', level: 'invoice', required: false, format: 'tin', maximumLength: 9, occurrences: 1, footnotes: [], help: "The nine-digit tax number of the rendering provider. May be left blank." },
  { number: 13, key: 'renderingProviderName', name: "Rendering Provider Name", table: 'provider', level: 'invoice', required: true, format: 'text', maximumLength: 60, occurrences: 1, footnotes: [14], help: "The site or person that gave the service. Choose one of the sites on the Setup sheet." },
  { number: 14, key: 'renderingProviderFirstName', name: "Rendering Provider First Name", table: 'provider', level: 'invoice', required: false, format: 'text', maximumLength: 35, occurrences: 1, footnotes: [15], help: "First name, only where the rendering provider is a person. May be left blank." },
  { number: 15, key: 'renderingProviderLastName', name: "Rendering Provider Last Name", table: 'provider', level: 'invoice', required: false, format: 'text', maximumLength: 60, occurrences: 1, footnotes: [16], help: "Last name, only where the rendering provider is a person. May be left blank." },
  { number: 16, key: 'renderingProviderPhone', name: "Rendering Provider Phone Number", table: 'provider', level: 'invoice', required: true, format: 'phone', maximumLength: 10, occurrences: 1, footnotes: [17], help: "Numbers only, no dashes, at most ten digits." },
  { number: 17, key: 'renderingProviderAddress', name: "Rendering Provider Address", table: 'provider', level: 'invoice', required: true, format: 'text', maximumLength: 55, occurrences: 1, footnotes: [], help: "Street line of the rendering provider's address." },
  { number: 18, key: 'renderingProviderCity', name: "Rendering Provider City", table: 'provider', level: 'invoice', required: true, format: 'text', maximumLength: 30, occurrences: 1, footnotes: [], help: "City of the rendering provider's address." },
  { number: 19, key: 'renderingProviderState', name: "Rendering Provider State", table: 'provider', level: 'invoice', required: true, format: 'state', maximumLength: 2, occurrences: 1, footnotes: [], help: "Two-letter state code of the rendering provider's address." },
  { number: 20, key: 'renderingProviderZip', name: "Rendering Provider Zip", table: 'provider', level: 'invoice', required: true, format: 'zip', maximumLength: 10, occurrences: 1, footnotes: [], help: "ZIP code of the rendering provider's address." },
  { number: 21, key: 'memberCin', name: "Member Client Identification Number (CIN)", table: 'member', level: 'invoice', required: true, format: 'cin', maximumLength: 9, occurrences: 1, footnotes: [], help: "The member's Medi-Cal number: eight digits and a letter. On a fourteen-character card number, the first nine characters." },
  { number: 22, key: 'medicalRecordNumber', name: "Medical Record Number (MRN)", table: 'member', level: 'invoice', required: false, format: 'text', maximumLength: 50, occurrences: 1, footnotes: [], help: "Your own number for the member's record. May be left blank." },
  { number: 23, key: 'memberFirstName', name: "Member First Name", table: 'member', level: 'invoice', required: true, format: 'text', maximumLength: 35, occurrences: 1, footnotes: [], help: "The member's first name as on the Medi-Cal card." },
  { number: 24, key: 'memberLastName', name: "Member Last Name", table: 'member', level: 'invoice', required: true, format: 'text', maximumLength: 60, occurrences: 1, footnotes: [], help: "The member's last name as on the Medi-Cal card." },
  { number: 25, key: 'memberHomelessnessIndicator', name: "Member Homelessness Indicator", table: 'member', level: 'invoice', required: true, format: 'homelessnessIndicator', maximumLength: 1, occurrences: 1, footnotes: [18], help: "Enter 1 where the member is homeless. Leave blank where not, or not known." },
  { number: 26, key: 'memberAddress', name: "Member Residential Address", table: 'member', level: 'invoice', required: true, format: 'text', maximumLength: 55, occurrences: 1, footnotes: [19], help: "Street line of the member's address. HOMELESS may be entered where the indicator is 1." },
  { number: 27, key: 'memberCity', name: "Member Residential City", table: 'member', level: 'invoice', required: true, format: 'text', maximumLength: 30, occurrences: 1, footnotes: [20], help: "City. May be left blank where the homelessness indicator is 1." },
  { number: 28, key: 'memberZip', name: "Member Residential Zip", table: 'member', level: 'invoice', required: true, format: 'zip', maximumLength: 10, occurrences: 1, footnotes: [21], help: "ZIP code, five or nine digits. May be left blank where the homelessness indicator is 1." },
  { number: 29, key: 'memberDateOfBirth', name: "Member Date of Birth (MM/DD/YYYY)", table: 'member', level: 'invoice', required: true, format: 'date', maximumLength: 10, occurrences: 1, footnotes: [], help: "The member's date of birth as MM/DD/YYYY." },
  { number: 30, key: 'payerIdentifier', name: "Primary Payer Identifier", table: 'service', level: 'invoice', required: true, format: 'text', maximumLength: 80, occurrences: 1, footnotes: [22], help: "The plan's payer number. The workbook fills it in." },
  { number: 31, key: 'payerName', name: "Payer Name", table: 'service', level: 'invoice', required: true, format: 'text', maximumLength: 60, occurrences: 1, footnotes: [], help: "The plan's name. The workbook fills it in." },
  { number: 32, key: 'procedureCode', name: "Procedure Code(s)", table: 'service', level: 'line', required: true, format: 'procedureCode', maximumLength: 5, occurrences: 1, footnotes: [23], help: "Choose the service. The list shows the procedure code, its modifier and the service's name." },
  { number: 33, key: 'procedureCodeModifier', name: "Procedure Code Modifier(s)", table: 'service', level: 'line', required: true, format: 'modifier', maximumLength: 2, occurrences: 4, footnotes: [], help: "Filled in from the service. A further modifier only where the plan allows one." },
  { number: 34, key: 'serviceStartDate', name: "Service Start Date", table: 'service', level: 'line', required: true, format: 'date', maximumLength: 10, occurrences: 1, footnotes: [], help: "The day of the service as MM/DD/YYYY." },
  { number: 35, key: 'serviceEndDate', name: "Service End Date", table: 'service', level: 'line', required: true, format: 'date', maximumLength: 10, occurrences: 1, footnotes: [], help: "The last day of the service. The same as the start unless the service may span days." },
  { number: 36, key: 'serviceName', name: "Service Name(s)", table: 'service', level: 'line', required: false, format: 'text', maximumLength: 120, occurrences: 1, footnotes: [], help: "Filled in from the service." },
  { number: 37, key: 'serviceUnitCount', name: "Service Unit Count(s)", table: 'service', level: 'line', required: true, format: 'unitCount', maximumLength: 8, occurrences: 1, footnotes: [24], help: "How many units of the service, as its coding guidance defines the unit." },
  { number: 38, key: 'placeOfService', name: "Place of Service (POS)", table: 'service', level: 'line', required: true, format: 'placeOfService', maximumLength: 2, occurrences: 1, footnotes: [], help: "Where the service was given: a two-digit code from the list." },
  { number: 39, key: 'diagnosisCode', name: "Member Diagnosis Code(s)", table: 'service', level: 'invoice', required: true, format: 'diagnosisCode', maximumLength: 8, occurrences: 10, footnotes: [25, 26], help: "Up to ten ICD-10-CM codes that you observed, one in each cell, the main one first. At least one is needed." },
  { number: 40, key: 'serviceUnitCost', name: "Service Unit Cost(s)", table: 'service', level: 'line', required: true, format: 'money', maximumLength: 12, occurrences: 1, footnotes: [27], help: "Cost of one unit in dollars and cents." },
  { number: 41, key: 'serviceChargeAmount', name: "Service Charge Amount(s)", table: 'service', level: 'line', required: true, format: 'money', maximumLength: 12, occurrences: 1, footnotes: [28], help: "Unit count times unit cost. The workbook works it out." },
  { number: 42, key: 'invoiceAmount', name: "Invoice Amount", table: 'service', level: 'invoice', required: true, format: 'money', maximumLength: 14, occurrences: 1, footnotes: [29], help: "Sum of the charges of all lines with this invoice number. The workbook works it out." },
  { number: 43, key: 'invoiceDate', name: "Invoice Date (MM/DD/YYYY)", table: 'administrative', level: 'invoice', required: true, format: 'date', maximumLength: 10, occurrences: 1, footnotes: [], help: "The date of the invoice as MM/DD/YYYY." },
  { number: 44, key: 'invoiceNumber', name: "Invoice Number", table: 'administrative', level: 'invoice', required: true, format: 'invoiceNumber', maximumLength: 10, occurrences: 1, footnotes: [30], help: "Your own ten-digit number for the invoice. Lines with the same number are one invoice." },
  { number: 45, key: 'controlNumber', name: "Control Number", table: 'administrative', level: 'invoice', required: false, format: 'text', maximumLength: 20, occurrences: 1, footnotes: [31], help: "A sequence number, where you agreed on one with the plan. May be left blank." },
  { number: 46, key: 'authorizationNumber', name: "Authorization Number", table: 'administrative', level: 'invoice', required: false, format: 'text', maximumLength: 50, occurrences: 1, footnotes: [32], help: "The plan's authorization number, where you have one. May be left blank." },
] as const satisfies readonly DataElement[];

/** Name of an element in code. */
export type ElementKey = (typeof elements)[number]['key'];

/** The element of a number from 1 to 46. */
export function elementOf(number: number): DataElement {
  const element = elements[number - 1];
  if (element === undefined) throw new RangeError(`There is no data element ${String(number)}`);
  return element;
}

/** Keys of the elements that fit, in the guidance's sequence. */
export function elementsWhere(fits: (element: DataElement) => boolean): readonly ElementKey[] {
  return elements.filter(fits).map((element) => element.key);
}
