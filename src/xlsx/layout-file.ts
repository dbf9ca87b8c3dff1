import type { PlanProfile } from '../plan/profile.ts';
import type { SheetLayout, WorkbookLayout } from '../workbook/layout.ts';
import { layoutRows, type KnownResults } from './layout-rows.ts';
import { printSetup } from './print-setup.ts';
import type { PrintSetup, SheetFile, TaskPane, WorkbookFile } from './write/workbook-file.ts';

/** How a layout becomes a file. */
export interface LayoutFileOptions {
  readonly profile: Pick<PlanProfile, 'name'>;
  /** Whether nothing is entered yet: only then do formulas carry results. */
  readonly isBlank: boolean;
  readonly taskPane: TaskPane | null;
}

/** The template as a file has it; what it looks like and does is what the layout says. */
export function layoutFile(layout: WorkbookLayout, options: LayoutFileOptions): WorkbookFile {
  const names = new Map(layout.sheets.map(({ role, name }) => [role, name]));
  return {
    sheets: layout.sheets.map((sheet) =>
      sheetFile(sheet, { print: printSetup(sheet, options.profile.name), isBlank: options.isBlank }),
    ),
    names: layout.names.map(({ name, role, area }) => ({ name, area, sheet: names.get(role) ?? '' })),
    activeSheet: 0,
    properties: { title: `Invoices to ${options.profile.name}`, creator: options.profile.name },
    taskPane: options.taskPane,
  };
}

/**
 * A sheet of the layout as a file has it, with what only files have: print set-up, links, notes.
 *
 * @param isBlank whether formulas carry the results of a blank template
 * @param known results of formulas on rows where something is entered
 */
export function sheetFile(
  sheet: Omit<SheetLayout, 'role'>,
  more: { readonly print: PrintSetup | null; readonly isBlank: boolean; readonly known?: KnownResults } & Partial<
    Pick<SheetFile, 'links' | 'notes'>
  >,
): SheetFile {
  const { name, visibility, tabColor, gridlines, columns, freeze, protection, autoFilter, image } = sheet;
  return {
    ...{ name, visibility, tabColor, gridlines, columns, freeze, protection, autoFilter, image },
    rows: layoutRows(sheet, more.isBlank, more.known),
    conditionalFormats: sheet.conditionalFormats,
    validations: sheet.regions.flatMap(({ area, validation }) => (validation === null ? [] : [{ area, validation }])),
    links: more.links ?? [],
    notes: more.notes ?? [],
    print: more.print,
  };
}
