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

/** Names of the lists behind dropdowns and look-ups. */
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
} as const;

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
