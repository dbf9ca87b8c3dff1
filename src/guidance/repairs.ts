import { apartRepairs, comesApart } from './apart-repairs.ts';
import { cellRepair } from './cell-repairs.ts';
import { isBlank } from './clean-text.ts';
import type { ExcelDateSystem } from './civil-date.ts';
import { columns, diagnosisKeys, type ColumnKey, type LineText } from './columns.ts';
import type { CellChange, FormRepair, Repair, RequestedRepair } from './repair.ts';

export { comesApart } from './apart-repairs.ts';
export type { CellChange, FormRepair, Repair, RepairCode, RequestedRepair } from './repair.ts';

const columnPlaces = new Map(columns.map(({ key }, place) => [key, place]));

/**
 * The repairs of form of one line, by the guidance's sequence of the cells at which they are offered: digits, case,
 * spaces, leading zeros, dots, money marks, dates that can mean one day only, several codes in one cell. They never
 * choose between meanings and never touch what is well-formed. No two change the same cell, so that they may be
 * applied one by one, in any order, or all together.
 */
function formRepairs(text: LineText, line: number, dates: ExcelDateSystem): readonly FormRepair[] {
  const repairs = columns.flatMap(({ key }): readonly FormRepair[] => {
    const repair = cellRepair(key, text[key], dates);
    return repair === null
      ? []
      : [{ code: repair.code, line, column: key, changes: [{ column: key, value: repair.value }] }];
  });
  const apart = apartRepairs(text);
  return apart.length === 0
    ? repairs
    : [...repairs, ...apart.map((repair) => ({ ...repair, line }))].sort(
        (left, right) => placeOf(left) - placeOf(right),
      );
}

function placeOf({ column }: Repair): number {
  return columnPlaces.get(column) ?? 0;
}

/**
 * Whether the form of a cell can be repaired by itself, without a look at other cells: equal texts of a column need to
 * be asked once.
 */
export function hasRepair(column: ColumnKey, text: string): boolean {
  return cellRepair(column, text, '1900') !== null;
}

/** Whether a repair of form is offered at a cell of a line, be it of that cell alone or of codes that come apart. */
export function isRepairOffered(text: LineText, column: ColumnKey): boolean {
  return hasRepair(column, text[column]) || comesApart(text, column);
}

/**
 * Every repair of form: what "apply all" applies.
 *
 * @param dates how the workbook counts days that the lines come from; files of text come from the 1900 system
 */
export function offerRepairs(lines: readonly LineText[], dates: ExcelDateSystem = '1900'): readonly FormRepair[] {
  return lines.flatMap((text, line) => formRepairs(text, line, dates));
}

/**
 * What a person may ask for, line by line. Now it is one thing: where the first diagnosis cell is blank while others
 * are filled, the others are moved up. It makes another diagnosis the principal one, so it is never applied with all.
 */
export function offerRequestedRepairs(lines: readonly LineText[]): readonly RequestedRepair[] {
  return lines.flatMap((text, line): readonly RequestedRepair[] => {
    const filled = diagnosisKeys.map((key) => text[key]).filter((code) => !isBlank(code));
    if (filled.length === 0 || !isBlank(text.diagnosisCode1)) return [];
    const changes = diagnosisKeys.flatMap((column, place): readonly CellChange[] => {
      const value = filled[place] ?? '';
      return value === text[column] ? [] : [{ column, value }];
    });
    return [{ code: 'DIAGNOSES_MOVED_UP', line, column: 'diagnosisCode1', changes }];
  });
}

/** The repairs of both kinds that are offered at a cell of a line: what a screen shows beside a finding. */
export function repairsAt(
  text: LineText,
  line: number,
  column: ColumnKey,
  dates: ExcelDateSystem = '1900',
): readonly Repair[] {
  const cell = cellRepair(column, text[column], dates);
  const apart = comesApart(text, column) ? apartRepairs(text).filter((repair) => repair.column === column) : [];
  const requested = column === 'diagnosisCode1' ? offerRequestedRepairs([text]) : [];
  return [
    ...(cell === null ? [] : [{ code: cell.code, line, column, changes: [{ column, value: cell.value }] }]),
    ...[...apart, ...requested].map((repair): Repair => ({ ...repair, line })),
  ];
}

/** The lines with the repairs in place; lines without one are the same objects. */
export function applyRepairs(lines: readonly LineText[], repairs: readonly Repair[]): readonly LineText[] {
  const repaired = [...lines];
  for (const { line, changes } of repairs) {
    const text = repaired[line];
    if (text === undefined) continue;
    repaired[line] = { ...text, ...Object.fromEntries(changes.map(({ column, value }) => [column, value])) };
  }
  return repaired;
}
