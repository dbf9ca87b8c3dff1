import type {
  CellStyle,
  ConditionalFormat,
  DefinedName,
  Region,
  SheetImage,
  SheetLayout,
  SheetProtection,
  Validation,
} from '../workbook/layout.ts';
import { asConstant, rangeOf, setNumberFormat } from './cells.ts';

/** Points of a column that is `characters` wide in Excel's default font (7 pixels a digit, 5 of padding, 96 dpi). */
function columnPoints(characters: number): number {
  return Math.trunc(characters * 7 + 5) * 0.75;
}

/** Queues a whole sheet of the layout, everything but protection and visibility, onto an empty worksheet. */
export function writeSheet(sheet: Excel.Worksheet, layout: SheetLayout): void {
  if (layout.tabColor !== null) sheet.tabColor = layout.tabColor;
  sheet.showGridlines = layout.gridlines;
  writeColumns(sheet, layout);
  for (const { row, rows, height } of layout.rowHeights) {
    sheet.getRangeByIndexes(row, 0, rows, 1).getEntireRow().format.rowHeight = height;
  }
  for (const region of layout.regions) writeRegion(sheet, region);
  for (const format of layout.conditionalFormats) writeConditionalFormat(sheet, format);
  if (layout.freeze !== null) writeFreeze(sheet, layout.freeze);
  if (layout.autoFilter !== null) sheet.autoFilter.apply(rangeOf(sheet, layout.autoFilter));
  if (layout.image !== null) writeImage(sheet, layout.image);
}

function writeFreeze(sheet: Excel.Worksheet, { rows, columns }: NonNullable<SheetLayout['freeze']>): void {
  if (columns === 0) sheet.freezePanes.freezeRows(rows);
  else sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
}

/** Queues the end of a sheet: protection, then visibility. */
export function closeSheet(sheet: Excel.Worksheet, layout: SheetLayout): void {
  if (layout.protection !== null) sheet.protection.protect(protectionOptions(layout.protection));
  if (layout.visibility === 'hidden') sheet.visibility = Excel.SheetVisibility.hidden;
  if (layout.visibility === 'veryHidden') sheet.visibility = Excel.SheetVisibility.veryHidden;
}

/** Options for `protect`, always these: options that were read back are no valid input (office-js 1931). */
export function protectionOptions(protection: SheetProtection): Excel.WorksheetProtectionOptions {
  return { allowFormatColumns: protection.allowFormatColumns, allowAutoFilter: protection.allowAutoFilter };
}

/** Queues a workbook-wide name for an area of a sheet. */
export function writeName(workbook: Excel.Workbook, sheet: Excel.Worksheet, name: DefinedName): void {
  workbook.names.add(name.name, rangeOf(sheet, name.area));
}

/** Queues one region: format before contents, so that text stays text; lock and validation after. */
export function writeRegion(sheet: Excel.Worksheet, region: Region): void {
  const range = rangeOf(sheet, region.area);
  writeRegionFormat(range, region);
  writeContents(sheet, region);
}

/** Queues what a region looks like and accepts, and leaves its contents alone: what Repair puts back. */
export function writeRegionFormat(range: Excel.Range, region: Region): void {
  if (region.numberFormat !== null) setNumberFormat(range, region.numberFormat);
  if (!region.locked) range.format.protection.locked = false;
  if (region.style !== null) writeStyle(range, region.style);
  if (region.validation !== null) writeValidation(range, region.validation);
}

function writeContents(sheet: Excel.Worksheet, region: Region): void {
  const { area, contents } = region;
  switch (contents.kind) {
    case 'blank':
      return;
    case 'values':
      rangeOf(sheet, area).values = contents.values.map((row) =>
        row.map((value) => asConstant(value, region.numberFormat === '@')),
      );
      return;
    case 'formulas':
      writeFormulas(sheet, region, contents.firstRow);
  }
}

/** One row of formulas, copied down by Excel itself: the request stays small however many rows there are. */
function writeFormulas(sheet: Excel.Worksheet, region: Region, firstRow: readonly string[]): void {
  const { area } = region;
  const first = rangeOf(sheet, { ...area, rows: 1 });
  first.formulas = [[...firstRow]];
  if (area.rows === 1) return;
  rangeOf(sheet, { ...area, row: area.row + 1, rows: area.rows - 1 }).copyFrom(first, Excel.RangeCopyType.formulas);
}

const alignments = { left: 'Left', center: 'Center', right: 'Right' } as const;

function writeStyle(range: Excel.Range, style: CellStyle): void {
  const { format } = range;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.color !== undefined) format.font.color = style.color;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.size !== undefined) format.font.size = style.size;
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.vertical !== undefined) format.verticalAlignment = Excel.VerticalAlignment.center;
  if (style.border !== undefined) writeBorders(range, style.border);
  if (style.align !== undefined) {
    format.horizontalAlignment = alignments[style.align];
  }
}

const edges = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

function writeBorders(range: Excel.Range, color: string): void {
  for (const edge of edges) {
    const border = range.format.borders.getItem(edge);
    border.style = Excel.BorderLineStyle.continuous;
    border.color = color;
  }
}

function writeValidation(range: Excel.Range, validation: Validation): void {
  const target = range.dataValidation;
  switch (validation.rule.kind) {
    case 'list':
      target.rule = { list: { inCellDropDown: true, source: validation.rule.source } };
      break;
    case 'custom':
      target.rule = { custom: { formula: validation.rule.formula } };
      break;
    case 'any':
      break;
  }
  // A list with blank cells in its source lets everything through where blanks are ignored.
  target.ignoreBlanks = validation.rule.kind !== 'list';
  target.prompt = { showPrompt: true, ...validation.prompt };
  target.errorAlert = {
    showAlert: validation.strength !== 'silent',
    style:
      validation.strength === 'stop' ? Excel.DataValidationAlertStyle.stop : Excel.DataValidationAlertStyle.warning,
    ...validation.error,
  };
}

/** Queues a conditional format. Excel puts an added one on top, so of two that hold the later one is seen. */
export function writeConditionalFormat(sheet: Excel.Worksheet, format: ConditionalFormat): void {
  const added = rangeOf(sheet, format.area).conditionalFormats.add(Excel.ConditionalFormatType.custom);
  added.custom.rule.formula = format.formula;
  added.custom.format.fill.color = format.fill;
  added.custom.format.font.color = format.color;
}

function writeColumns(sheet: Excel.Worksheet, layout: SheetLayout): void {
  let first = 0;
  layout.columns.forEach(({ width, hidden }, index) => {
    const next = layout.columns[index + 1];
    if (next?.width === width && next.hidden === hidden) return;
    const run = sheet.getRangeByIndexes(0, first, 1, index - first + 1).getEntireColumn();
    run.format.columnWidth = columnPoints(width);
    if (hidden) run.columnHidden = true;
    first = index + 1;
  });
}

function writeImage(sheet: Excel.Worksheet, image: SheetImage): void {
  const shape = sheet.shapes.addImage(image.png);
  shape.name = image.name;
  shape.altTextDescription = image.alternativeText;
  shape.left = 6;
  shape.top = 4;
  shape.height = image.height;
}
