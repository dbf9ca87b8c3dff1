import { planFacts } from '../plan/facts.ts';
import type { PlanProfile } from '../plan/profile.ts';
import { usualSheetNames } from '../workbook/defined-names.ts';
import type { WorkbookLayout } from '../workbook/layout.ts';
import { templateState } from '../workbook/template-state.ts';
import { workbookLayout } from '../workbook/workbook-layout.ts';
import { filledLayout, type TemplateContents } from './filled-layout.ts';
import { layoutFile } from './layout-file.ts';
import type { TaskPane } from './write/workbook-file.ts';
import { writeWorkbook } from './write/write-workbook.ts';

/** The add-in that opens with the template: its id and version as its manifest has them. */
export type AddIn = Pick<TaskPane, 'addInId' | 'version'>;

/** Width of the pane in points; Excel's own is 350 pixels. */
const paneWidth = 350;

/**
 * Where Office looks for the add-in: what an administrator deployed, then what was sideloaded (Office add-in
 * documentation, "Automatically open a task pane with a document").
 */
const catalogs = [
  { store: 'EXCatalog', storeType: 'EXCatalog' },
  { store: 'developer', storeType: 'Registry' },
] as const;

/** The layout of a plan's template in a workbook of its own. @param rows prepared lines, by default the profile's */
export async function templateLayout(profile: PlanProfile, rows = profile.rows): Promise<WorkbookLayout> {
  return workbookLayout({
    profile,
    offered: planFacts(profile).services,
    names: usualSheetNames,
    rows,
    state: await templateState(profile, rows, 1),
  });
}

/**
 * The template of a plan as an XLSX file, which opens the add-in's pane together with itself.
 *
 * @param addIn null where nobody knows which one: the biller opens the pane then
 * @param rows prepared lines, by default the profile's
 */
export async function templateFile(
  profile: PlanProfile,
  addIn: AddIn | null,
  rows = profile.rows,
): Promise<Uint8Array> {
  const layout = await templateLayout(profile, rows);
  const taskPane = addIn === null ? null : taskPaneOf(addIn);
  return writeWorkbook(layoutFile(layout, { profile, isBlank: true, taskPane }));
}

/**
 * The template of a plan with everything that a biller enters, as an XLSX file. Its formulas carry no results: whoever
 * opens it calculates.
 *
 * @throws RangeError where there are more sites, members or lines than the template has room for
 */
export async function filledTemplateFile(
  profile: PlanProfile,
  addIn: AddIn,
  contents: TemplateContents,
  rows = profile.rows,
): Promise<Uint8Array> {
  const layout = filledLayout(await templateLayout(profile, rows), contents, rows);
  return writeWorkbook(layoutFile(layout, { profile, isBlank: false, taskPane: taskPaneOf(addIn) }));
}

/** The pane of an add-in, as a file names it. */
export function taskPaneOf({ addInId, version }: AddIn): TaskPane {
  return { addInId, version, catalogs, width: paneWidth };
}
