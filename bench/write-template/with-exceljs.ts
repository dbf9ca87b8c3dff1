import exceljs from 'exceljs';
import { absoluteReference, areaAddress, sheetReference } from '../../src/workbook/area.ts';
import type { CellStyle, Validation } from '../../src/workbook/layout.ts';
import type { CellLook, SheetFile, WorkbookFile } from '../../src/xlsx/write/workbook-file.ts';
import { contentsOn, rowsOf } from './sheets.ts';

/** The template by exceljs. */
export async function writeWithExceljs(file: WorkbookFile): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  for (const sheet of file.sheets) await addSheet(workbook, sheet);
  for (const { name, sheet, area } of file.names) {
    workbook.definedNames.add(`${sheetReference(sheet)}!${absoluteReference(area)}`, name);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const argb = (color: string) => ({ argb: `FF${color.slice(1).toUpperCase()}` });

async function addSheet(workbook: exceljs.Workbook, sheet: SheetFile): Promise<void> {
  const added = workbook.addWorksheet(sheet.name, {
    state: sheet.visibility,
    ...(sheet.tabColor === null ? {} : { properties: { tabColor: argb(sheet.tabColor) } }),
    views: [
      {
        showGridLines: sheet.gridlines,
        ...(sheet.freeze === null
          ? {}
          : { state: 'frozen' as const, xSplit: sheet.freeze.columns, ySplit: sheet.freeze.rows }),
      },
    ],
  });
  sheet.columns.forEach(({ width, hidden }, index) => {
    const column = added.getColumn(index + 1);
    column.width = width;
    column.hidden = hidden;
  });
  for (const { block, row, offset } of rowsOf(sheet.rows)) {
    const line = added.getRow(row + 1);
    if (block.height !== null) line.height = block.height;
    for (const { column, look, contents } of block.cells) {
      const cell = line.getCell(column + 1);
      const { kind, ...held } = contentsOn(contents, offset);
      if (kind === 'constant' && 'value' in held) cell.value = held.value;
      if (kind === 'formula' && 'formula' in held) {
        cell.value = { formula: held.formula.slice(1), result: held.result ?? '' };
      }
      cell.style = styleOf(look);
    }
  }
  // The library takes whole areas; its typings leave the collection out.
  const { dataValidations } = added as unknown as {
    readonly dataValidations: { add(address: string, validation: exceljs.DataValidation): void };
  };
  for (const { area, validation } of sheet.validations)
    dataValidations.add(areaAddress(area), validationOf(validation));
  for (const { area, formula, fill, color } of sheet.conditionalFormats) {
    added.addConditionalFormatting({
      ref: areaAddress(area),
      rules: [
        {
          type: 'expression',
          priority: 1,
          formulae: [formula.slice(1)],
          style: { fill: { type: 'pattern', pattern: 'solid', bgColor: argb(fill) }, font: { color: argb(color) } },
        },
      ],
    });
  }
  if (sheet.autoFilter !== null) added.autoFilter = areaAddress(sheet.autoFilter);
  if (sheet.protection !== null) {
    const { allowAutoFilter, allowFormatColumns } = sheet.protection;
    await added.protect('', { autoFilter: allowAutoFilter, formatColumns: allowFormatColumns, spinCount: 1 });
  }
}

const styles = new Map<CellLook, Partial<exceljs.Style>>();

function styleOf(look: CellLook): Partial<exceljs.Style> {
  const known = styles.get(look);
  if (known !== undefined) return known;
  const made: Partial<exceljs.Style> = {
    ...(look.numberFormat === null ? {} : { numFmt: look.numberFormat }),
    protection: { locked: look.locked },
    ...(look.style === null ? {} : looksOf(look.style)),
  };
  styles.set(look, made);
  return made;
}

function looksOf({ fill, color, bold, size, wrap, align, vertical, border }: CellStyle): Partial<exceljs.Style> {
  const line = border === undefined ? undefined : { style: 'thin' as const, color: argb(border) };
  return {
    font: {
      name: 'Calibri',
      size: size ?? 11,
      ...(bold === undefined ? {} : { bold }),
      ...(color === undefined ? {} : { color: argb(color) }),
    },
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: argb(fill) } }),
    ...(line === undefined ? {} : { border: { top: line, bottom: line, left: line, right: line } }),
    alignment: {
      ...(wrap === undefined ? {} : { wrapText: wrap }),
      ...(align === undefined ? {} : { horizontal: align }),
      ...(vertical === undefined ? {} : { vertical: 'middle' }),
    },
  };
}

function validationOf({ rule, strength, prompt, error }: Validation): exceljs.DataValidation {
  const formula = rule.kind === 'any' ? '' : rule.kind === 'list' ? rule.source : rule.formula;
  return {
    type: rule.kind as exceljs.DataValidation['type'],
    formulae: [formula.slice(1)],
    allowBlank: rule.kind !== 'list',
    showInputMessage: true,
    showErrorMessage: strength !== 'silent',
    errorStyle: strength === 'warning' ? 'warning' : 'stop',
    promptTitle: prompt.title,
    prompt: prompt.message,
    errorTitle: error.title,
    error: error.message,
  };
}
