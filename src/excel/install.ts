import type { OfferedService } from '../guidance/services.ts';
import type { PlanProfile } from '../plan/profile.ts';
import { planFacts } from '../plan/facts.ts';
import { freeSheetNames, sheetAnchors, sheetRoles, templateNames } from '../workbook/defined-names.ts';
import type { SheetNames, SheetRole, WorkbookLayout } from '../workbook/layout.ts';
import { rowsWithRoom } from '../workbook/room.ts';
import type { TemplateState } from '../workbook/sheets/state-sheet.ts';
import { templateState } from '../workbook/template-state.ts';
import { linesArea, membersArea, mostRows } from '../workbook/geometry.ts';
import { invoiceColumn } from '../workbook/invoice-columns.ts';
import { workbookLayout } from '../workbook/workbook-layout.ts';
import { readCarriedContents, writeCarriedContents, type CarriedContents } from './carry-over.ts';
import { rangeOf } from './cells.ts';
import { ExcelError } from './invoice-workbook.ts';
import { loadState, rowsOf, sheetOf, stateOf } from './locate.ts';
import { readState } from './state.ts';
import { closeSheet, writeName, writeSheet } from './write-layout.ts';

/** What stands in the workbook before an install. */
interface Ground {
  readonly sheetNames: readonly string[];
  readonly state: TemplateState | null;
  /** Roles whose anchor is there: all of a template, or the rest of an install that was broken off. */
  readonly anchored: readonly SheetRole[];
}

/** What an install came to. */
export interface Installed {
  /** Lines carried over from an older template. */
  readonly carriedOver: number;
  /** Prepared rows of the template that stands now. */
  readonly rows: number;
}

/**
 * Puts the plan's template into the open workbook. Own sheets are untouched; a second time does nothing; an older
 * template, another profile version or another number of rows is rebuilt beside the old one, which goes only after
 * the new one holds everything; what an install that was broken off left behind is cleared away first.
 *
 * @param rows prepared rows; null takes the profile's, or the present ones where they were made more
 */
export async function install(
  context: Excel.RequestContext,
  profile: PlanProfile,
  rows: number | null,
): Promise<Installed> {
  const ground = await readGround(context);
  if (ground.state === null) {
    const prepared = rows ?? profile.rows;
    await installFresh(context, profile, prepared, ground);
    return { carriedOver: 0, rows: prepared };
  }
  if (ground.state.planId !== profile.id) throw new ExcelError('otherPlan');
  const present = await readState(context);
  const untouched = present.kind === 'template' && present.untouched;
  const prepared = rows ?? Math.max(profile.rows, untouched ? rowsOf(ground.state) : 0);
  const wanted = await templateState(profile, prepared, 0);
  if (untouched && ground.state.seal === wanted.seal) return { carriedOver: 0, rows: prepared };
  return rebuildOn(context, profile, prepared, ground, ground.state);
}

/**
 * Builds the template anew beside the present one, carries everything over, verifies it, and only then lets the old
 * sheets go: the way of an upgrade, of more rows, and of a Repair where Excel does not take the protection off.
 *
 * @param atLeast prepared rows; there are more where what is carried over needs them
 */
export async function rebuild(
  context: Excel.RequestContext,
  profile: PlanProfile,
  atLeast: number,
): Promise<Installed> {
  const ground = await readGround(context);
  if (ground.state === null) throw new ExcelError('unexpected');
  return rebuildOn(context, profile, atLeast, ground, ground.state);
}

async function rebuildOn(
  context: Excel.RequestContext,
  profile: PlanProfile,
  atLeast: number,
  ground: Ground,
  state: TemplateState,
): Promise<Installed> {
  const carried = await readCarriedContents(context, rowsOf(state));
  const rows = rowsWithRoom(atLeast, carried.rowsNeeded);
  if (rows === null) throw new ExcelError('full');
  const oldSheets = sheetRoles.map((role) => sheetOf(context, role));
  for (const sheet of oldSheets) sheet.load({ name: true });
  await context.sync();
  const oldNames = Object.fromEntries(
    sheetRoles.map((role, index) => [role, oldSheets[index]?.name ?? '']),
  ) as SheetNames;
  const names = freeSheetNames(ground.sheetNames);
  const order = {
    profile,
    offered: offeredBy(profile),
    names,
    rows,
    state: await templateState(profile, rows, carried.attempt),
  };
  const layout = workbookLayout(order);
  const sheets = buildSheets(context, layout);
  await context.sync();
  writeCarriedContents(sheets, carried, rows);
  await context.sync();
  await verify(context, sheets, carried);
  const present = context.workbook.names;
  present.load({ name: true });
  await context.sync();
  for (const item of present.items) if (templateNames.has(item.name)) item.delete();
  swap(context, layout, sheets, oldSheets, oldNames);
  await context.sync();
  return { carriedOver: carried.rows.length, rows };
}

function offeredBy(profile: PlanProfile): readonly OfferedService[] {
  return planFacts(profile).services;
}

async function readGround(context: Excel.RequestContext): Promise<Ground> {
  const { worksheets, names } = context.workbook;
  worksheets.load({ name: true });
  // A name whose sheet somebody deleted is still there, but leads nowhere.
  const anchors = sheetRoles.map((role) => {
    const range = names.getItemOrNullObject(sheetAnchors[role]).getRangeOrNullObject();
    return [role, range.load({ address: true })] as const;
  });
  const state = loadState(context);
  await context.sync();
  return {
    sheetNames: worksheets.items.map((sheet) => sheet.name),
    state: stateOf(state),
    anchored: anchors.flatMap(([role, anchor]) => (anchor.isNullObject ? [] : [role])),
  };
}

async function installFresh(
  context: Excel.RequestContext,
  profile: PlanProfile,
  rows: number,
  ground: Ground,
): Promise<void> {
  const taken = await clearUnfinished(context, ground);
  const layout = workbookLayout({
    profile,
    offered: offeredBy(profile),
    names: freeSheetNames(taken),
    rows,
    state: await templateState(profile, rows, 1),
  });
  quietly(context);
  const sheets = addSheets(context, layout);
  // The State sheet's anchor comes last: a template without it counts as unfinished.
  addNames(context, layout, sheets, (name) => name !== sheetAnchors.state);
  fillSheets(layout, sheets);
  addNames(context, layout, sheets, (name) => name === sheetAnchors.state);
  finish(layout, sheets);
  await context.sync();
}

/**
 * Clears away what an install that was broken off left behind, and says which sheet names are still taken. Sheets on
 * which somebody has entered something are never removed: they only stop being ours, and stay for the biller to copy
 * from (somebody deleted the State sheet, say).
 */
async function clearUnfinished(context: Excel.RequestContext, ground: Ground): Promise<readonly string[]> {
  if (ground.anchored.length === 0) return ground.sheetNames;
  const { worksheets, names } = context.workbook;
  const unfinished = ground.anchored.map((role) => sheetOf(context, role));
  const entered = enteredColumns(context, ground.anchored);
  for (const sheet of unfinished) sheet.load({ name: true });
  for (const range of entered) range.load({ values: true });
  names.load({ name: true });
  await context.sync();
  const isEmpty = entered.every((range) => range.values.every((row) => row.every((value) => value === '')));
  for (const sheet of isEmpty ? unfinished : []) {
    sheet.visibility = Excel.SheetVisibility.visible;
    sheet.delete();
  }
  for (const item of names.items) if (templateNames.has(item.name)) item.delete();
  worksheets.load({ name: true });
  await context.sync();
  return worksheets.items.map((sheet) => sheet.name);
}

/** The columns that show whether a person has entered anything: members' CINs, and what makes a line one in use. */
function enteredColumns(context: Excel.RequestContext, roles: readonly SheetRole[]): readonly Excel.Range[] {
  const members = roles.includes('members')
    ? [rangeOf(sheetOf(context, 'members'), { ...membersArea(mostRows), columns: 1 })]
    : [];
  const lines = roles.includes('invoice')
    ? (['memberCin', 'procedureCode', 'serviceStartDate', 'invoiceNumber'] as const).map((key) =>
        rangeOf(sheetOf(context, 'invoice'), linesArea(mostRows, invoiceColumn(key).index)),
      )
    : [];
  return [...members, ...lines];
}

type Sheets = ReadonlyMap<SheetRole, Excel.Worksheet>;

function addSheets(context: Excel.RequestContext, layout: WorkbookLayout): Sheets {
  return new Map(layout.sheets.map((sheet) => [sheet.role, context.workbook.worksheets.add(sheet.name)]));
}

function addNames(
  context: Excel.RequestContext,
  layout: WorkbookLayout,
  sheets: Sheets,
  wanted: (name: string) => boolean,
): void {
  for (const name of layout.names) {
    const sheet = sheets.get(name.role);
    if (sheet !== undefined && wanted(name.name)) writeName(context.workbook, sheet, name);
  }
}

function fillSheets(layout: WorkbookLayout, sheets: Sheets): void {
  for (const sheetLayout of layout.sheets) {
    const sheet = sheets.get(sheetLayout.role);
    if (sheet !== undefined) writeSheet(sheet, sheetLayout);
  }
}

/** For a rebuild: the list names still point at the old sheets, and do so until the swap. */
function buildSheets(context: Excel.RequestContext, layout: WorkbookLayout): Sheets {
  quietly(context);
  const sheets = addSheets(context, layout);
  fillSheets(layout, sheets);
  return sheets;
}

function finish(layout: WorkbookLayout, sheets: Sheets): void {
  for (const sheetLayout of layout.sheets) {
    const sheet = sheets.get(sheetLayout.role);
    if (sheet !== undefined) closeSheet(sheet, sheetLayout);
  }
  sheets.get('setup')?.activate();
}

/** The carried lines must stand on the new sheet, key by key, before the old one may go. */
async function verify(context: Excel.RequestContext, sheets: Sheets, carried: CarriedContents): Promise<void> {
  const invoice = sheets.get('invoice');
  if (invoice === undefined || carried.rows.length === 0) return;
  const written = carried.rowsRange(invoice);
  written.load({ values: true });
  await context.sync();
  if (!carried.standsIn(written.values as readonly (readonly unknown[])[])) throw new ExcelError('unexpected');
}

function swap(
  context: Excel.RequestContext,
  layout: WorkbookLayout,
  sheets: Sheets,
  oldSheets: readonly Excel.Worksheet[],
  oldNames: SheetNames,
): void {
  addNames(context, layout, sheets, () => true);
  for (const sheet of oldSheets) {
    sheet.visibility = Excel.SheetVisibility.visible;
    sheet.delete();
  }
  for (const [role, sheet] of sheets) sheet.name = oldNames[role];
  finish(layout, sheets);
}

function quietly(context: Excel.RequestContext): void {
  context.workbook.application.suspendApiCalculationUntilNextSync();
  context.workbook.application.suspendScreenUpdatingUntilNextSync();
}
