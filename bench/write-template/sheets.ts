import { readPlan } from '../../src/cli/read-plan.ts';
import { layoutFile } from '../../src/xlsx/layout-file.ts';
import { templateLayout } from '../../src/xlsx/template-file.ts';
import { copierDown } from '../../src/xlsx/write/formula-rows.ts';
import type { CellContents, RowBlock, WorkbookFile } from '../../src/xlsx/write/workbook-file.ts';

/** Prepared rows of the measured template: the most that a plan may have. */
export const rows = 5_000;

/** The template that every contender writes: one description, made before the clock runs. */
export async function templateWorkbook(): Promise<WorkbookFile> {
  const profile = await readPlan(new URL('../../plans/sample/', import.meta.url).pathname);
  const workbook = layoutFile(await templateLayout(profile, rows), { profile, isBlank: true, taskPane: null });
  return { ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, rows: [...sheet.rows] })) };
}

/** What a cell of a block holds on a row of it. */
export function contentsOn(contents: CellContents, offset: number): CellContents {
  return contents.kind === 'formula' ? { ...contents, formula: copierDown(contents.formula)(offset) } : contents;
}

/** The rows of a sheet, 0-based, with the block that each belongs to. */
export function* rowsOf(blocks: Iterable<RowBlock>): Generator<{ block: RowBlock; row: number; offset: number }> {
  for (const block of blocks) {
    for (let offset = 0; offset < block.rows; offset += 1) yield { block, row: block.row + offset, offset };
  }
}
