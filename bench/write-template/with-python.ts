import { spawnSync } from 'node:child_process';
import { absoluteReference, areaAddress, sheetReference } from '../../src/workbook/area.ts';
import type { Validation } from '../../src/workbook/layout.ts';
import type { WorkbookFile } from '../../src/xlsx/write/workbook-file.ts';

/** Debian's Python, whose packages the peers are. */
export const python = '/usr/bin/python3';

/** The libraries that are there. */
export function pythonLibraries(): readonly string[] {
  return ['xlsxwriter', 'openpyxl'].filter((name) => spawnSync(python, ['-c', `import ${name}`]).status === 0);
}

/** The template as `with_python.py` reads it. */
export function pythonDescription(workbook: WorkbookFile): string {
  return JSON.stringify({
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      image: null,
      rows: [...sheet.rows],
      autoFilterAddress: sheet.autoFilter === null ? null : areaAddress(sheet.autoFilter),
      conditionalFormats: sheet.conditionalFormats.map((format) => ({ ...format, address: areaAddress(format.area) })),
      validations: sheet.validations.map(({ area, validation }) => ({
        address: areaAddress(area),
        xlsxwriter: forXlsxWriter(validation),
        openpyxl: forOpenpyxl(validation),
      })),
    })),
    names: workbook.names.map(({ name, sheet, area }) => ({
      name,
      reference: `${sheetReference(sheet)}!${absoluteReference(area)}`,
    })),
  });
}

function formulaOf({ rule }: Validation): string {
  return rule.kind === 'any' ? '' : rule.kind === 'list' ? rule.source : rule.formula;
}

function forXlsxWriter(validation: Validation): object {
  const { rule, strength, prompt, error } = validation;
  return {
    validate: rule.kind,
    ...(rule.kind === 'any' ? {} : { [rule.kind === 'list' ? 'source' : 'value']: formulaOf(validation) }),
    ignore_blank: rule.kind !== 'list',
    input_title: prompt.title,
    input_message: prompt.message,
    error_title: error.title,
    error_message: error.message,
    error_type: strength === 'warning' ? 'warning' : 'stop',
    show_error: strength !== 'silent',
  };
}

function forOpenpyxl(validation: Validation): object {
  const { rule, strength, prompt, error } = validation;
  return {
    ...(rule.kind === 'any' ? {} : { type: rule.kind, formula1: formulaOf(validation).slice(1) }),
    allow_blank: rule.kind !== 'list',
    showInputMessage: true,
    showErrorMessage: strength !== 'silent',
    errorStyle: strength === 'warning' ? 'warning' : 'stop',
    promptTitle: prompt.title,
    prompt: prompt.message,
    errorTitle: error.title,
    error: error.message,
  };
}
