import type { Region, SheetLayout, WorkbookLayout } from '../workbook/layout.ts';
import { asConstant, rangeOf, type CellValue } from './cells.ts';
import type { LocatedDamage } from './damage.ts';
import { sheetOf } from './locate.ts';
import { protectionOptions, writeConditionalFormat, writeRegion, writeRegionFormat } from './write-layout.ts';

/**
 * Mends damage in place: takes the protection off, puts locks, lists, formats and formulas back, keeps every entry,
 * and puts the protection on again. Undo is lost, as with every protect and unprotect.
 *
 * @throws whatever Excel throws, AccessDenied among it where it does not take the protection off: then the caller
 * rebuilds the template beside the old one
 */
export async function repairInPlace(
  context: Excel.RequestContext,
  layout: WorkbookLayout,
  damages: readonly LocatedDamage[],
): Promise<void> {
  const sheets = layout.sheets.filter((sheet) => damages.some((damage) => damage.sheet === sheet));
  const states = sheets.map((sheet) => {
    const worksheet = sheetOf(context, sheet.role);
    worksheet.protection.load({ protected: true });
    return { sheet, worksheet };
  });
  const texts = textColumns(damages).map(({ sheet, region }) => {
    const range = rangeOf(sheetOf(context, sheet.role), region.area);
    range.load({ values: true });
    return range;
  });
  await context.sync();
  const kept = texts.map((range) => asText(range));
  for (const { sheet, worksheet } of states) {
    if (worksheet.protection.protected) worksheet.protection.unprotect();
    mendSheet(
      worksheet,
      sheet,
      damages.filter((damage) => damage.sheet === sheet),
    );
  }
  texts.forEach((range, index) => {
    const values = kept[index];
    if (values !== undefined) range.values = values;
  });
  for (const { sheet, worksheet } of states) {
    if (sheet.protection !== null) worksheet.protection.protect(protectionOptions(sheet.protection));
  }
  await context.sync();
}

/** Text columns that lost their format: what Excel made numbers of is written back as text. */
function textColumns(
  damages: readonly LocatedDamage[],
): readonly { readonly sheet: SheetLayout; readonly region: Region }[] {
  return damages.flatMap(({ kind, sheet, region }) =>
    kind === 'formatLost' && region?.numberFormat === '@' ? [{ sheet, region }] : [],
  );
}

/** The values as texts. Digits that Excel dropped (leading zeros) are not guessed: the next check says so. */
function asText(range: Excel.Range): CellValue[][] {
  return range.values.map((row) => row.map((value: CellValue) => asConstant(value === '' ? '' : String(value), true)));
}

function mendSheet(worksheet: Excel.Worksheet, sheet: SheetLayout, damages: readonly LocatedDamage[]): void {
  const regions = new Map<Region, Set<LocatedDamage['kind']>>();
  for (const { region, kind } of damages) {
    if (region === null) continue;
    const kinds = regions.get(region) ?? new Set();
    regions.set(region, kinds.add(kind));
  }
  for (const [region, kinds] of regions) {
    const range = rangeOf(worksheet, region.area);
    if (kinds.has('formulaLost')) writeRegion(worksheet, region);
    if (kinds.has('listMissing')) range.dataValidation.clear();
    range.format.protection.locked = region.locked;
    writeRegionFormat(range, region);
  }
  worksheet.getRange().conditionalFormats.clearAll();
  for (const format of sheet.conditionalFormats) writeConditionalFormat(worksheet, format);
}
