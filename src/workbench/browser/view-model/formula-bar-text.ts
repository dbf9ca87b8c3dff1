import type { Position } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';

/** What the formula bar shows of a cell; nothing where a formula is hidden while the sheet is protected. */
export function formulaBarText(sheet: Sheet, { row, column }: Position): string {
  const isHidden = sheet.protection.isOn && sheet.cells.format(row, column).formulaHidden;
  return isHidden ? '' : sheet.cells.input(row, column);
}
