import { type Area, areaOf, columnCount, intersection, rowCount } from '../model/area.ts';
import { copyCells, filledArea, moveCells, type SheetArea } from '../model/copy.ts';
import { defaultFormat } from '../model/cell-format.ts';
import { Refusal } from '../model/refusal.ts';
import type { Sheet } from '../model/sheet.ts';
import { lockedRefusal, permissionRefusal, refusalOutcome, step } from './guarded.ts';
import { type Outcome, refused, unavailable } from './outcome.ts';
import { type EntryAnswer, validatedStep } from './typing.ts';

/** Cells that were copied or cut. */
export interface Clipboard extends SheetArea {
  readonly cut: boolean;
}

/** What of the copied cells is pasted: everything, or what Paste Special offers. */
export type PastedParts = 'all' | 'values' | 'formulas' | 'formats';

/**
 * Pastes copied or cut cells at the selection. An ordinary paste goes past data validation and brings number format,
 * lock, style, validation and conditional formats of the source along; values alone are validated like an entry. One
 * locked cell in the target of a protected sheet refuses all of it.
 */
export function pasteCells(
  clipboard: Clipboard,
  sheet: Sheet,
  selected: Area,
  parts: PastedParts,
  answer?: EntryAnswer,
): Outcome {
  if (clipboard.sheet.position < 0) return unavailable('The copied cells are gone.');
  if (clipboard.cut && parts !== 'all') return unavailable('Paste Special is not available for cut cells.');
  const runs = visibleRuns(clipboard);
  const rows = runs.reduce((total, run) => total + rowCount(run), 0);
  let target: Area;
  try {
    target = clipboard.cut
      ? areaOf(selected.top, selected.left, selected.top + rows - 1, selected.left + columnCount(clipboard.area) - 1)
      : filledArea(selected, rows, columnCount(clipboard.area));
  } catch (reason) {
    if (reason instanceof Refusal) return refusalOutcome(reason);
    throw reason;
  }
  if (clipboard.cut && !isOneCell(selected) && !sameSize(selected, target)) return refused(wrongSize);
  const refusal =
    lockedRefusal(sheet, target) ??
    (clipboard.cut ? lockedRefusal(clipboard.sheet, clipboard.area) : undefined) ??
    (parts === 'formats' ? permissionRefusal(sheet, 'allowFormatCells', 'Pasting formats') : undefined);
  if (refusal !== undefined) return refusal;
  const paste = (): void => {
    if (clipboard.cut) moveCells(clipboard, { sheet, area: target });
    else if (runs.length === 1) copyCells(clipboard, { sheet, area: target }, parts);
    else pasteRuns(clipboard.sheet, runs, { sheet, area: target }, parts);
  };
  return parts === 'values' ? validatedStep(sheet, target, 'Paste', answer, paste) : step(sheet, 'Paste', paste);
}

const wrongSize =
  "You can't paste this here because the Copy area and paste area aren't the same size.\n\nSelect just one cell in the " +
  "paste area or an area that's the same size, and try pasting again.";

/** Of a filtered range only the rows that are shown are copied, and pasted without gaps. */
function visibleRuns({ sheet, area }: SheetArea): readonly Area[] {
  if (sheet.filter.criteria.size === 0) return [area];
  const runs: Area[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    if (sheet.filter.isRowFiltered(row)) continue;
    const last = runs.at(-1);
    if (last?.bottom === row - 1) runs[runs.length - 1] = { ...last, bottom: row };
    else runs.push({ ...area, top: row, bottom: row });
  }
  return runs.length === 0 ? [area] : runs;
}

function pasteRuns(from: Sheet, runs: readonly Area[], { sheet, area }: SheetArea, parts: PastedParts): void {
  let { top } = area;
  for (const run of runs) {
    const part = areaOf(top, area.left, top + rowCount(run) - 1, area.left + columnCount(run) - 1);
    copyCells({ sheet: from, area: run }, { sheet, area: part }, parts);
    top += rowCount(run);
  }
}

/**
 * Pastes a block from outside Excel at the first selected cell. Text is entered cell by cell as typing would enter it,
 * past validation, and leaves formats alone; a table (`html`) brings plain formats along, locks included, and its
 * cells are read as General.
 */
export function pasteBlock(
  rows: readonly (readonly string[])[],
  sheet: Sheet,
  selected: Area,
  origin: 'text' | 'html',
): Outcome {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return unavailable('There is nothing to paste.');
  const target = areaOf(selected.top, selected.left, selected.top + rows.length - 1, selected.left + width - 1);
  const locked = lockedRefusal(sheet, target);
  if (locked !== undefined) return locked;
  return step(sheet, 'Paste', () => {
    if (origin === 'html') sheet.cells.setFormat(target, defaultFormat);
    sheet.cells.write(
      target,
      rows.map((row) => Array.from({ length: width }, (_cell, across) => row[across] ?? '')),
    );
  });
}

/** Rows and cells of text as spreadsheets put it onto the clipboard: tabs between, quotes around cells with breaks. */
export function splitClipboardText(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (match === null) break;
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\t' && cell.lastIndex === text.length) rows.at(-1)?.push('');
    if (end !== '\t' && end !== '' && cell.lastIndex < text.length) rows.push([]);
  }
  return text === '' ? [] : rows;
}

/** What Excel puts onto the clipboard as text: shown texts, tabs between, quotes where a cell has breaks or tabs. */
export function clipboardText({ sheet, area }: SheetArea): string {
  const used = sheet.usedArea();
  const shown = (used && intersection(area, used)) ?? areaOf(area.top, area.left);
  const quoted = (text: string): string => (/[\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines: string[] = [];
  for (let row = area.top; row <= shown.bottom; row += 1) {
    if (sheet.filter.isRowFiltered(row)) continue;
    const cells: string[] = [];
    for (let column = area.left; column <= Math.min(area.right, Math.max(shown.right, area.left)); column += 1) {
      cells.push(quoted(sheet.cells.text(row, column)));
    }
    lines.push(cells.join('\t'));
  }
  return lines.map((line) => `${line}\r\n`).join('');
}

function isOneCell(area: Area): boolean {
  return area.top === area.bottom && area.left === area.right;
}

function sameSize(one: Area, other: Area): boolean {
  return rowCount(one) === rowCount(other) && columnCount(one) === columnCount(other);
}
