import { invoiceColumns } from '../workbook/invoice-columns.ts';
import type { Region, SheetLayout, WorkbookLayout } from '../workbook/layout.ts';
import { rangeOf } from './cells.ts';
import type { Damage } from './invoice-workbook.ts';
import { sheetOf } from './locate.ts';

/** The sheets whose locks, lists and formats are looked after. */
export const guardedRoles = ['setup', 'members', 'invoice'] as const;

/** Damage with the place to mend. */
export interface LocatedDamage extends Damage {
  readonly sheet: SheetLayout;
  readonly region: Region | null;
}

interface Probe {
  readonly sheet: SheetLayout;
  readonly region: Region;
  readonly range: Excel.Range;
}

/** Rows of formulas that one request reads back: about 2.3 KB a row, 5 MB at most. */
const formulaRows = 1_500;

/**
 * Compares locks, lists and formats of the guarded sheets with the layout: what an ordinary paste wipes. One request.
 * Formulas are compared apart ({@link formulaDamages}), because they are large.
 */
export async function formatDamages(
  context: Excel.RequestContext,
  layout: WorkbookLayout,
): Promise<readonly LocatedDamage[]> {
  const sheets = layout.sheets.filter((sheet) => (guardedRoles as readonly string[]).includes(sheet.role));
  const states = sheets.map((sheet) => {
    const worksheet = sheetOf(context, sheet.role);
    worksheet.protection.load({ protected: true });
    const formats = worksheet.getRange().conditionalFormats.getCount();
    return { sheet, worksheet, formats };
  });
  const probes = states.flatMap(({ sheet, worksheet }) =>
    sheet.regions.map((region): Probe => ({ sheet, region, range: loadProbe(worksheet, region) })),
  );
  await context.sync();
  return [
    ...states.flatMap(({ sheet, worksheet, formats }): readonly LocatedDamage[] => [
      ...(worksheet.protection.protected
        ? []
        : [{ kind: 'unprotected', column: sheet.name, sheet, region: null } as const]),
      ...(formats.value >= sheet.conditionalFormats.length
        ? []
        : [{ kind: 'marksLost', column: sheet.name, sheet, region: null } as const]),
    ]),
    ...probes.flatMap(damagesOf),
  ];
}

function loadProbe(worksheet: Excel.Worksheet, region: Region): Excel.Range {
  const range = rangeOf(worksheet, region.area);
  range.format.protection.load({ locked: true });
  if (region.validation !== null) range.dataValidation.load({ type: true, rule: true });
  if (region.numberFormat !== null) range.load({ numberFormat: true });
  return range;
}

function damagesOf({ sheet, region, range }: Probe): readonly LocatedDamage[] {
  const found: Damage['kind'][] = [];
  if (range.format.protection.locked !== region.locked) found.push(region.locked ? 'unlocked' : 'locked');
  if (!hasValidation(range, region)) found.push('listMissing');
  if (!hasFormat(range, region)) found.push('formatLost');
  const column = columnTitle(sheet, region);
  return found.map((kind) => ({ kind, column, sheet, region }));
}

function hasValidation(range: Excel.Range, region: Region): boolean {
  if (region.validation === null || region.validation.rule.kind === 'any') return true;
  const { rule } = region.validation;
  if (rule.kind === 'custom') return range.dataValidation.type === Excel.DataValidationType.custom;
  return (
    range.dataValidation.type === Excel.DataValidationType.list &&
    range.dataValidation.rule.list?.source === rule.source
  );
}

function hasFormat(range: Excel.Range, region: Region): boolean {
  const { numberFormat } = region;
  return numberFormat === null || range.numberFormat.every((row) => row.every((format) => format === numberFormat));
}

/** Finds formulas that are no longer as installed: possible only where somebody took the protection off. */
export async function formulaDamages(
  context: Excel.RequestContext,
  layout: WorkbookLayout,
  formulaAt: (column: number, row: number) => string | null,
): Promise<readonly LocatedDamage[]> {
  const sheet = layout.sheets.find(({ role }) => role === 'invoice');
  if (sheet === undefined) return [];
  const regions = sheet.regions.filter(({ contents, locked }) => contents.kind === 'formulas' && locked);
  const rows = regions[0]?.area.rows ?? 0;
  const damaged = new Set<Region>();
  for (let offset = 0; offset < rows; offset += formulaRows) {
    const count = Math.min(formulaRows, rows - offset);
    const worksheet = sheetOf(context, 'invoice');
    const parts = regions.map((region) => {
      const row = region.area.row + offset;
      const range = rangeOf(worksheet, { ...region.area, row, rows: count });
      range.load({ formulas: true });
      return { region, range, row };
    });
    // Each part is as large as one answer of Excel on the web may be, so each needs its own request.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    for (const { region, range, row } of parts) {
      const intact = range.formulas.every((line, index) =>
        line.every((formula, place) => formula === formulaAt(region.area.column + place, row + index + 1)),
      );
      if (!intact) damaged.add(region);
    }
  }
  return [...damaged].map((region) => ({ kind: 'formulaLost', column: columnTitle(sheet, region), sheet, region }));
}

/** What a person calls the place: the column's header, or the sheet's name where a region has many columns. */
function columnTitle(sheet: SheetLayout, region: Region): string {
  if (sheet.role === 'invoice' && region.area.columns === 1) {
    return invoiceColumns[region.area.column]?.header ?? sheet.name;
  }
  const header = sheet.regions.find(
    ({ area, contents }) =>
      contents.kind === 'values' && area.rows === 1 && area.columns > 1 && area.row < region.area.row,
  );
  if (sheet.role === 'members' && header?.contents.kind === 'values') {
    return String(header.contents.values[0]?.[region.area.column] ?? sheet.name);
  }
  return sheet.name;
}
