import { cellRepair } from '../../guidance/cell-repairs.ts';
import { isBlank } from '../../guidance/clean-text.ts';
import { columnOf, columns, type ColumnKey } from '../../guidance/columns.ts';
import { isWellFormed } from '../../guidance/formats.ts';
import { columnsOf, splitName, type ImportTarget } from './import-target.ts';
import { recognizedHeader, type HeaderKnowledge } from './recognized-header.ts';
import type { SourceList } from './source-list.ts';

/** A column of a list and where it goes; null where nobody has said so yet, and its cells are not taken. */
export interface MappedColumn {
  readonly header: string;
  readonly target: ImportTarget | null;
}

/** Where the columns of a list go, in the list's order. Plain data: it can be edited, kept and sent. */
export interface ColumnMapping {
  readonly columns: readonly MappedColumn[];
}

/** The guidance's columns that are filled more than once; a mapping is valid where there is none. */
export function doubledColumns(mapping: ColumnMapping): readonly ColumnKey[] {
  const filled = mapping.columns.flatMap(({ target }) => columnsOf(target));
  return columns.map(({ key }) => key).filter((key) => filled.indexOf(key) !== filled.lastIndexOf(key));
}

/** The guidance's columns that a mapping fills. */
export function filledColumns(mapping: ColumnMapping): ReadonlySet<ColumnKey> {
  return new Set(mapping.columns.flatMap(({ target }) => columnsOf(target)));
}

/** The mapping with another target for one column. A column that filled the same before is undecided again. */
export function withTarget(mapping: ColumnMapping, place: number, target: ImportTarget | null): ColumnMapping {
  const taken = new Set(columnsOf(target));
  return {
    columns: mapping.columns.map((column, index) => {
      if (index === place) return { ...column, target };
      return columnsOf(column.target).some((key) => taken.has(key)) ? { ...column, target: null } : column;
    }),
  };
}

/** Cells of a column that are looked at to prove what it is. */
const looked = 200;

/**
 * The mapping that the headers tell: the guidance's own words first, then words that mean the same. Two columns that
 * fit the same element are both left for a person to say, and so is a name that does not come apart. A block without
 * headers that is as wide as the guidance's table is taken in its order, where the members' numbers stand in place.
 */
export function mappingByHeaders(list: SourceList, knowledge: HeaderKnowledge): ColumnMapping {
  if (list.headers.every((header) => header === '')) return mappingByPlace(list);
  const claims = list.headers.map((header, place) => {
    const recognized = recognizedHeader(header);
    if (recognized === null) return null;
    if (recognized.by === 'exact') return { ...recognized, exact: true };
    return knowledge === 'all' && isProved(list, place, recognized) ? { ...recognized, exact: false } : null;
  });
  const exact = new Set(claims.flatMap((claim) => (claim?.exact === true ? columnsOf(claim.target) : [])));
  const standing = claims.map((claim) =>
    claim !== null && !claim.exact && columnsOf(claim.target).some((key) => exact.has(key)) ? null : claim,
  );
  const claimed = new Map<ColumnKey, number>();
  for (const key of standing.flatMap((claim) => columnsOf(claim?.target ?? null))) {
    claimed.set(key, (claimed.get(key) ?? 0) + 1);
  }
  return {
    columns: list.headers.map((header, place) => {
      const target = standing[place]?.target ?? null;
      const alone = columnsOf(target).every((key) => claimed.get(key) === 1);
      return { header, target: alone ? (target ?? targetOfNothing(list, place)) : null };
    }),
  };
}

/** A column without a header and without a cell is nobody's question. */
function targetOfNothing(list: SourceList, place: number): ImportTarget | null {
  const isNothing = list.headers[place] === '' && list.rows.every(({ cells }) => isBlank(cells[place] ?? ''));
  return isNothing ? 'ignored' : null;
}

function isProved(list: SourceList, place: number, { target, by }: { target: ImportTarget; by: string }): boolean {
  if (target === 'memberName') return nameComesApart(list, place);
  if (by !== 'unsure' || target === 'ignored') return true;
  const cells = cellsIn(list, place);
  const { format } = columnOf(target).element;
  const fitting = cells.filter((cell) => isWellFormed[format](cell) || cellRepair(target, cell, '1900') !== null);
  // A slip here and there is a finding; the column is still what it is.
  return cells.length > 0 && fitting.length >= cells.length * 0.8;
}

function cellsIn(list: SourceList, place: number): readonly string[] {
  return list.rows
    .slice(0, looked)
    .map(({ cells }) => cells[place] ?? '')
    .filter((cell) => !isBlank(cell));
}

/** Whether every name of a column is `Last, First`: the only form that tells which part is which. */
export function nameComesApart(list: SourceList, place: number): boolean {
  const cells = cellsIn(list, place);
  return cells.length > 0 && cells.every((cell) => splitName(cell) !== null);
}

function mappingByPlace(list: SourceList): ColumnMapping {
  const cinPlace = columns.findIndex(({ key }) => key === 'memberCin');
  const asTheGuidance =
    list.headers.length >= columns.length && isProved(list, cinPlace, { target: 'memberCin', by: 'unsure' });
  return {
    columns: list.headers.map((header, place) => ({
      header,
      target: asTheGuidance ? (columns[place]?.key ?? 'ignored') : targetOfNothing(list, place),
    })),
  };
}
