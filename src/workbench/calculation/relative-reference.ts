import { columnIndex, columnName, quotedSheetName } from '../model/address.ts';
import { type Area, maximumColumns, maximumRows } from '../model/area.ts';

/**
 * A reference in a formula, apart from where the formula stands: each bound is an index counted from 0 where it is
 * fixed (`$`), else an offset from the formula's own cell. Formulas copied down a column thus have equal references.
 */
export interface RelativeReference {
  /** Id of the sheet that is named; undefined for the formula's own. */
  readonly sheetId: string | undefined;
  readonly kind: 'cell' | 'area' | 'rows' | 'columns';
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly topFixed: boolean;
  readonly leftFixed: boolean;
  readonly bottomFixed: boolean;
  readonly rightFixed: boolean;
}

/** Gives the id of a sheet of that name. */
export type SheetFinder = (name: string) => string | undefined;

const pattern =
  /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(?:(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7}))?|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})|(\$?)(\d{1,7}):(\$?)(\d{1,7}))$/;

/**
 * Reads one reference of a formula that stands at `row`, `column`.
 * @returns undefined where it is not a reference; `unknownSheet` where no sheet has that name.
 */
export function parseReference(
  text: string,
  row: number,
  column: number,
  sheetIdOf: SheetFinder,
): RelativeReference | 'unknownSheet' | undefined {
  const parts = pattern.exec(text);
  if (parts === null) return undefined;
  const [
    ,
    quotedName,
    plainName,
    c1$,
    c1,
    r1$,
    r1,
    c2$,
    c2,
    r2$,
    r2,
    left$,
    left,
    right$,
    right,
    top$,
    top,
    bottom$,
    bottom,
  ] = parts;
  const sheetName = quotedName?.replaceAll("''", "'") ?? plainName;
  const sheetId = sheetName === undefined ? undefined : sheetIdOf(sheetName);
  if (sheetName !== undefined && sheetId === undefined) return 'unknownSheet';
  if (left !== undefined && right !== undefined) {
    return ordered({
      ...columnBounds(columnIndex(left), left$ === '$', columnIndex(right), right$ === '$', column),
      ...fullRows,
      sheetId,
      kind: 'columns',
    });
  }
  if (top !== undefined && bottom !== undefined) {
    return ordered({
      ...rowBounds(Number(top) - 1, top$ === '$', Number(bottom) - 1, bottom$ === '$', row),
      ...fullColumns,
      sheetId,
      kind: 'rows',
    });
  }
  const lastColumn = columnIndex(c2 ?? c1 ?? '');
  const lastRow = Number(r2 ?? r1) - 1;
  return ordered({
    ...columnBounds(columnIndex(c1 ?? ''), c1$ === '$', lastColumn, (c2$ ?? c1$) === '$', column),
    ...rowBounds(Number(r1) - 1, r1$ === '$', lastRow, (r2$ ?? r1$) === '$', row),
    sheetId,
    kind: c2 === undefined ? 'cell' : 'area',
  });
}

const fullRows = { top: 0, bottom: maximumRows - 1, topFixed: true, bottomFixed: true };
const fullColumns = { left: 0, right: maximumColumns - 1, leftFixed: true, rightFixed: true };

function rowBounds(top: number, topFixed: boolean, bottom: number, bottomFixed: boolean, row: number) {
  return { top: topFixed ? top : top - row, topFixed, bottom: bottomFixed ? bottom : bottom - row, bottomFixed };
}

function columnBounds(left: number, leftFixed: boolean, right: number, rightFixed: boolean, column: number) {
  return { left: leftFixed ? left : left - column, leftFixed, right: rightFixed ? right : right - column, rightFixed };
}

/** Puts corners of one kind into order, as Excel does on entry (`B2:A1` becomes `A1:B2`). */
function ordered(reference: RelativeReference): RelativeReference {
  let result = reference;
  if (result.topFixed === result.bottomFixed && result.top > result.bottom) {
    result = { ...result, top: result.bottom, bottom: result.top };
  }
  if (result.leftFixed === result.rightFixed && result.left > result.right) {
    result = { ...result, left: result.right, right: result.left };
  }
  return result;
}

/** Same text for equal references, whatever cell they are seen from. */
export function referenceKey(reference: RelativeReference): string {
  const bound = (value: number, fixed: boolean): string => (fixed ? String(value) : `[${String(value)}]`);
  const sheet = reference.sheetId === undefined ? '' : `${reference.sheetId}!`;
  const first = `R${bound(reference.top, reference.topFixed)}C${bound(reference.left, reference.leftFixed)}`;
  if (reference.kind === 'cell') return sheet + first;
  const second = `R${bound(reference.bottom, reference.bottomFixed)}C${bound(reference.right, reference.rightFixed)}`;
  return `${sheet}${reference.kind}:${first}:${second}`;
}

/** The area as seen from a cell; undefined where it reaches beyond the sheet. */
export function areaFrom(reference: RelativeReference, row: number, column: number): Area | undefined {
  const { topFixed, bottomFixed, leftFixed, rightFixed } = reference;
  const top = topFixed ? reference.top : reference.top + row;
  const bottom = bottomFixed ? reference.bottom : reference.bottom + row;
  const left = leftFixed ? reference.left : reference.left + column;
  const right = rightFixed ? reference.right : reference.right + column;
  // Where one bound is fixed and the other is not, they may have changed places.
  const area = {
    top: top < bottom ? top : bottom,
    left: left < right ? left : right,
    bottom: top < bottom ? bottom : top,
    right: left < right ? right : left,
  };
  return area.top >= 0 && area.left >= 0 && area.bottom < maximumRows && area.right < maximumColumns ? area : undefined;
}

/** True where the reference, seen from a cell, reaches beyond the sheet. */
export function leavesSheet(reference: RelativeReference, row: number, column: number): boolean {
  const { topFixed, bottomFixed, leftFixed, rightFixed } = reference;
  const lost = (bound: number, fixed: boolean, offset: number, limit: number): boolean =>
    !fixed && (bound + offset < 0 || bound + offset >= limit);
  return (
    lost(reference.top, topFixed, row, maximumRows) ||
    lost(reference.bottom, bottomFixed, row, maximumRows) ||
    lost(reference.left, leftFixed, column, maximumColumns) ||
    lost(reference.right, rightFixed, column, maximumColumns)
  );
}

/** The reference whose area, seen from the cell, is `area`; what was fixed stays fixed. */
export function withArea(reference: RelativeReference, area: Area, row: number, column: number): RelativeReference {
  return ordered({
    ...reference,
    top: reference.topFixed ? area.top : area.top - row,
    bottom: reference.bottomFixed ? area.bottom : area.bottom - row,
    left: reference.leftFixed ? area.left : area.left - column,
    right: reference.rightFixed ? area.right : area.right - column,
  });
}

/** `A1` notation as seen from a cell; `#REF!` where the reference reaches beyond the sheet. */
export function writeReference(
  reference: RelativeReference,
  row: number,
  column: number,
  sheetNameOf: (id: string) => string | undefined,
): string {
  const name = reference.sheetId === undefined ? undefined : sheetNameOf(reference.sheetId);
  const top = reference.topFixed ? reference.top : reference.top + row;
  const bottom = reference.bottomFixed ? reference.bottom : reference.bottom + row;
  const left = reference.leftFixed ? reference.left : reference.left + column;
  const right = reference.rightFixed ? reference.right : reference.right + column;
  const isLost = reference.sheetId !== undefined && name === undefined;
  if (isLost || leavesSheet(reference, row, column)) return '#REF!';
  const rowText = (at: number, fixed: boolean): string => (fixed ? '$' : '') + String(at + 1);
  const columnText = (at: number, fixed: boolean): string => (fixed ? '$' : '') + columnName(at);
  const sheet = name === undefined ? '' : `${quotedSheetName(name)}!`;
  if (reference.kind === 'rows') {
    return `${sheet}${rowText(top, reference.topFixed)}:${rowText(bottom, reference.bottomFixed)}`;
  }
  if (reference.kind === 'columns') {
    return `${sheet}${columnText(left, reference.leftFixed)}:${columnText(right, reference.rightFixed)}`;
  }
  const first = columnText(left, reference.leftFixed) + rowText(top, reference.topFixed);
  if (reference.kind === 'cell') return sheet + first;
  return `${sheet}${first}:${columnText(right, reference.rightFixed)}${rowText(bottom, reference.bottomFixed)}`;
}
