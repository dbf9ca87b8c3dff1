import * as sheetjs from '@e965/xlsx';
import { absoluteReference, cellAddress, areaAddress, sheetReference } from '../../src/workbook/area.ts';
import type { SheetFile, WorkbookFile } from '../../src/xlsx/write/workbook-file.ts';
import { contentsOn, rowsOf } from './sheets.ts';

const hidden = { visible: 0, hidden: 1, veryHidden: 2 } as const;

/** Cells, widths and names of the template by SheetJS, whose free edition writes no looks, locks, lists and marks. */
export function writeWithSheetjs(file: WorkbookFile): Promise<Uint8Array> {
  const workbook: sheetjs.WorkBook = {
    SheetNames: file.sheets.map(({ name }) => name),
    Sheets: Object.fromEntries(file.sheets.map((sheet) => [sheet.name, sheetOf(sheet)])),
    Workbook: {
      Sheets: file.sheets.map(({ name, visibility }) => ({ name, Hidden: hidden[visibility] })),
      Names: file.names.map(({ name, sheet, area }) => ({
        Name: name,
        Ref: `${sheetReference(sheet)}!${absoluteReference(area)}`,
      })),
    },
  };
  const bytes = sheetjs.write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
  return Promise.resolve(bytes);
}

function sheetOf(sheet: SheetFile): sheetjs.WorkSheet {
  const cells: sheetjs.WorkSheet = {};
  let [lastRow, lastColumn] = [0, 0];
  for (const { block, row, offset } of rowsOf(sheet.rows)) {
    for (const { column, contents } of block.cells) {
      const held = contentsOn(contents, offset);
      [lastRow, lastColumn] = [Math.max(lastRow, row), Math.max(lastColumn, column)];
      if (held.kind === 'blank') continue;
      const value = held.kind === 'constant' ? held.value : (held.result ?? '');
      cells[cellAddress(row, column)] = {
        t: typeof value === 'number' ? 'n' : 's',
        v: value,
        ...(held.kind === 'formula' ? { f: held.formula.slice(1) } : {}),
      } satisfies sheetjs.CellObject;
    }
  }
  cells['!ref'] = areaAddress({ row: 0, column: 0, rows: lastRow + 1, columns: lastColumn + 1 });
  cells['!cols'] = sheet.columns.map(({ width, hidden: isHidden }) => ({ wch: width, hidden: isHidden }));
  return cells;
}
