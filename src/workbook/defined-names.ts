import type { ColumnKey } from '../guidance/columns.ts';
import { billingKeys, memberKeys, siteKeys } from './geometry.ts';
import type { SheetRole } from './layout.ts';

/**
 * Workbook-wide names. A sheet is found again by the name that points at its first cell, whatever a person calls it;
 * lists are named so that validations and formulas survive a renamed sheet.
 */
export const sheetAnchors = {
  instructions: 'CalAIM_Instructions',
  setup: 'CalAIM_Setup',
  members: 'CalAIM_Members',
  invoice: 'CalAIM_Invoice',
  receipts: 'CalAIM_Receipts',
  lists: 'CalAIM_Lists',
  state: 'CalAIM_State',
} as const satisfies Record<SheetRole, string>;

/** Names of the lists behind dropdowns and look-ups, and of what the plan says of itself. */
export const listNames = {
  services: 'CalAIM_Services',
  serviceCodes: 'CalAIM_ServiceCodes',
  placesOfService: 'CalAIM_PlacesOfService',
  placeCodes: 'CalAIM_PlaceCodes',
  states: 'CalAIM_States',
  diagnoses: 'CalAIM_Diagnoses',
  yesNo: 'CalAIM_YesNo',
  purposes: 'CalAIM_Purposes',
  sites: 'CalAIM_Sites',
  members: 'CalAIM_MemberNumbers',
  modifiers1: 'CalAIM_Modifiers1',
  modifiers2: 'CalAIM_Modifiers2',
  serviceNames: 'CalAIM_ServiceNames',
  rateKeys: 'CalAIM_RateKeys',
  unitRates: 'CalAIM_UnitRates',
  payerIdentifier: 'CalAIM_PayerIdentifier',
  payerName: 'CalAIM_PayerName',
} as const;

/**
 * Name of what a person enters once for an element: the billing provider's cell, the column of the sites or of the
 * members, the date for new lines. Formulas that go through names alone may be shared by a whole column in a file,
 * where Excel forbids references to other sheets ([MS-XLSB] 2.5.98.98); a template is a tenth as large for it.
 */
export function enteredName(key: ColumnKey): string {
  switch (key) {
    case 'renderingProviderName':
      return listNames.sites;
    case 'memberCin':
      return listNames.members;
    default:
      return `CalAIM_${key.charAt(0).toUpperCase()}${key.slice(1)}`;
  }
}

/** All names of a template. */
export const templateNames: ReadonlySet<string> = new Set([
  ...Object.values(sheetAnchors),
  ...Object.values(listNames),
  ...[...billingKeys, ...siteKeys, ...memberKeys, 'invoiceDate' as const].map(enteredName),
]);

/** The sheets, in tab order. */
export const sheetRoles = [
  'instructions',
  'setup',
  'members',
  'invoice',
  'receipts',
  'lists',
  'state',
] as const satisfies readonly SheetRole[];

/** What the sheets are called where the biller's workbook has no sheet of that name. */
export const usualSheetNames = {
  instructions: 'Instructions',
  setup: 'Setup',
  members: 'Members',
  invoice: 'Invoice',
  receipts: 'Receipts',
  lists: 'CalAIM lists',
  state: 'CalAIM state',
} as const satisfies Record<SheetRole, string>;

/**
 * Names for our sheets beside the sheets of a workbook: the usual ones, numbered where somebody's own sheet has them
 * (`Members (2)`), compared as Excel does, without case.
 */
export function freeSheetNames(taken: readonly string[]): Record<SheetRole, string> {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const free = (name: string): string => {
    let candidate = name;
    for (let number = 2; used.has(candidate.toLowerCase()); number += 1) candidate = `${name} (${String(number)})`;
    used.add(candidate.toLowerCase());
    return candidate;
  };
  return Object.fromEntries(sheetRoles.map((role) => [role, free(usualSheetNames[role])])) as Record<SheetRole, string>;
}
