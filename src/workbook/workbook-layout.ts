import type { OfferedService } from '../guidance/services.ts';
import type { PlanProfile } from '../plan/profile.ts';
import { enteredName, listNames, sheetAnchors, sheetRoles } from './defined-names.ts';
import { billingKeys, memberKeys, membersArea, setupCells, siteKeys } from './geometry.ts';
import type { DefinedName, SheetLayout, SheetNames, WorkbookLayout } from './layout.ts';
import { listAreas, type ListAreas } from './lists.ts';
import { instructionsSheet } from './sheets/instructions-sheet.ts';
import { invoiceSheet } from './sheets/invoice-sheet.ts';
import { listContents, listCounts, listsSheet } from './sheets/lists-sheet.ts';
import { membersSheet } from './sheets/members-sheet.ts';
import { receiptsSheet } from './sheets/receipts-sheet.ts';
import { setupSheet } from './sheets/setup-sheet.ts';
import { stateSheet, type TemplateState } from './sheets/state-sheet.ts';

/** What a template is made from. */
export interface TemplateOrder {
  readonly profile: PlanProfile;
  readonly offered: readonly OfferedService[];
  readonly names: SheetNames;
  readonly rows: number;
  readonly state: TemplateState;
}

/** The whole template, neutrally described. The same order gives the same layout. */
export function workbookLayout(order: TemplateOrder): WorkbookLayout {
  const { profile, names, rows } = order;
  const contents = listContents(profile, order.offered);
  const lists = listAreas(listCounts(contents));
  const sheets: Record<(typeof sheetRoles)[number], SheetLayout> = {
    instructions: instructionsSheet(profile, names),
    setup: setupSheet(profile, names),
    members: membersSheet(profile, names, rows),
    invoice: invoiceSheet(profile, names.invoice, rows),
    receipts: receiptsSheet(profile, names),
    lists: listsSheet(names, contents),
    state: stateSheet(names, order.state),
  };
  return { sheets: sheetRoles.map((role) => sheets[role]), names: definedNames(lists, rows) };
}

function definedNames(lists: ListAreas, rows: number): readonly DefinedName[] {
  const list = (name: string, column: keyof ListAreas): DefinedName => ({ name, role: 'lists', area: lists[column] });
  return [
    ...sheetRoles.map((role): DefinedName => ({
      name: sheetAnchors[role],
      role,
      area: { row: 0, column: 0, rows: 1, columns: 1 },
    })),
    list(listNames.services, 'serviceLabel'),
    list(listNames.serviceCodes, 'serviceCode'),
    list(listNames.placesOfService, 'placeOfService'),
    list(listNames.placeCodes, 'placeCode'),
    list(listNames.states, 'state'),
    list(listNames.diagnoses, 'diagnosis'),
    list(listNames.yesNo, 'yesNo'),
    list(listNames.purposes, 'purpose'),
    list(listNames.modifiers1, 'modifier1'),
    list(listNames.modifiers2, 'modifier2'),
    list(listNames.serviceNames, 'serviceName'),
    list(listNames.rateKeys, 'rateKey'),
    list(listNames.unitRates, 'unitRate'),
    list(listNames.payerIdentifier, 'payerIdentifier'),
    list(listNames.payerName, 'payerName'),
    ...enteredNames(rows),
  ];
}

function enteredNames(rows: number): readonly DefinedName[] {
  const { billing, sites, invoiceDate } = setupCells;
  const members = membersArea(rows);
  return [
    ...billingKeys.map((key, offset): DefinedName => ({
      name: enteredName(key),
      role: 'setup',
      area: { ...billing, row: billing.row + offset, rows: 1 },
    })),
    { name: enteredName('invoiceDate'), role: 'setup', area: invoiceDate },
    ...siteKeys.map((key, offset): DefinedName => ({
      name: enteredName(key),
      role: 'setup',
      area: { ...sites, column: sites.column + offset, columns: 1 },
    })),
    ...memberKeys.map((key, offset): DefinedName => ({
      name: enteredName(key),
      role: 'members',
      area: { ...members, column: members.column + offset, columns: 1 },
    })),
  ];
}
