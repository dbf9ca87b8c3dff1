import { membersArea } from '../workbook/geometry.ts';
import { cellsFromEntry } from '../workbook/entry-cells.ts';
import { entryColumns, headerRows } from '../workbook/invoice-columns.ts';
import {
  plainRegion,
  type CellConstant,
  type Region,
  type SheetLayout,
  type WorkbookLayout,
} from '../workbook/layout.ts';
import type { LineEntry, Member, ProviderSetup } from '../workbook/model.ts';
import { memberCells, setupBlocks, type CellMatrix } from '../workbook/setup-cells.ts';

/** Files of ours count days from 1900. */
const dates = '1900';

/** What a biller enters. */
export interface TemplateContents {
  readonly setup: ProviderSetup;
  readonly members: readonly Member[];
  readonly entries: readonly LineEntry[];
}

/**
 * A layout with contents entered on Setup, Members and Invoice.
 *
 * @param rows prepared lines of the layout
 * @throws RangeError where there are more sites, members or lines than the template has room for
 */
export function filledLayout(layout: WorkbookLayout, contents: TemplateContents, rows: number): WorkbookLayout {
  if (contents.members.length > rows || contents.entries.length > rows) {
    throw new RangeError('There are more members or lines than the template has rows');
  }
  return { ...layout, sheets: layout.sheets.map((sheet) => filledSheet(sheet, contents, rows)) };
}

function filledSheet(sheet: SheetLayout, { setup, members, entries }: TemplateContents, rows: number): SheetLayout {
  switch (sheet.role) {
    case 'setup':
      return withRegions(
        sheet,
        setupBlocks(setup, dates).map(({ area, cells }) => values(area.row, area.column, cells)),
      );
    case 'members':
      return members.length === 0
        ? sheet
        : withRegions(sheet, [values(membersArea(rows).row, 0, memberCells(members, dates))]);
    case 'invoice':
      return withRegions(sheet, entryRegions(entries));
    default:
      return sheet;
  }
}

function withRegions(sheet: SheetLayout, regions: readonly Region[]): SheetLayout {
  return { ...sheet, regions: [...sheet.regions, ...regions] };
}

/** Format, lock and style are those of the cells that are filled. */
function values(row: number, column: number, cells: CellMatrix): Region {
  const constants = cells.map((line) =>
    line.map((cell): CellConstant => (typeof cell === 'boolean' ? String(cell) : cell)),
  );
  return {
    ...plainRegion,
    area: { row, column, rows: cells.length, columns: cells[0]?.length ?? 0 },
    contents: { kind: 'values', values: constants },
  };
}

/** Column by column, and a column in the runs between which its default formula stays. */
function entryRegions(entries: readonly LineEntry[]): readonly Region[] {
  const lines = entries.map((entry) => cellsFromEntry(entry, dates));
  return entryColumns.flatMap(({ key, index }) => {
    const regions: Region[] = [];
    let run: CellMatrix[number][] = [];
    lines.forEach((line, offset) => {
      const cell = line[key];
      if (cell === null) return;
      run.push([cell]);
      if ((lines[offset + 1]?.[key] ?? null) !== null) return;
      regions.push(values(headerRows + offset + 1 - run.length, index, run));
      run = [];
    });
    return regions;
  });
}
