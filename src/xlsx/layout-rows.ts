import type { CellConstant, CellStyle, Region, SheetLayout } from '../workbook/layout.ts';
import { copierDown } from './write/formula-rows.ts';
import type { CellContents, CellLook, FileCell, RowBlock } from './write/workbook-file.ts';

/** Results of formulas by 0-based row and column, where they are known. */
export type KnownResults = ReadonlyMap<number, ReadonlyMap<number, CellConstant>>;

/** Rows through which the same regions run. */
interface Band {
  readonly row: number;
  readonly rows: number;
  readonly height: number | null;
  readonly regions: readonly Region[];
}

/**
 * The rows of a sheet of the layout as a file has them. Of regions that lie over each other a later one adds its
 * format and style, puts its contents in place of earlier ones, and never locks what was unlocked: as writing them one
 * after the other through Office.js does.
 *
 * @param showsResults whether formulas carry the results of a blank template
 * @param known results of rows on which something is entered; their other formulas carry none
 */
export function* layoutRows(
  sheet: Pick<SheetLayout, 'regions' | 'rowHeights'>,
  showsResults: boolean,
  known: KnownResults = new Map(),
): Generator<RowBlock> {
  const looks = new Looks();
  for (const band of bandsOf(sheet)) {
    const { row, rows, height } = band;
    const columns = columnsOf(band, showsResults, looks);
    const isKnown =
      known.size > 0 && Array.from({ length: rows }, (_, offset) => row + offset).some((each) => known.has(each));
    if (!isKnown && columns.every(({ list }) => list === null)) {
      yield {
        row,
        rows,
        height,
        cells: columns.flatMap(({ column, look, contents }) => cellOf(column, look, contents)),
      };
      continue;
    }
    const rowContents = columns.map(({ contents, look, list }) => contentsByRow(contents, list, look));
    for (let offset = 0; offset < rows; offset += 1) {
      const results = known.get(row + offset);
      const cells = columns.flatMap(({ column, look, contents }, index) => {
        const own = rowContents[index]?.(offset) ?? contents;
        return cellOf(column, look, results === undefined ? own : withResult(own, results.get(column) ?? null));
      });
      yield { row: row + offset, rows: 1, height, cells };
    }
  }
}

function bandsOf({ regions, rowHeights }: Pick<SheetLayout, 'regions' | 'rowHeights'>): readonly Band[] {
  const edges = new Set<number>();
  for (const { area } of regions) edges.add(area.row).add(area.row + area.rows);
  for (const { row, rows } of rowHeights) edges.add(row).add(row + rows);
  const heightAt = heightsOf(rowHeights);
  const sorted = [...edges].sort((one, other) => one - other);
  return sorted.slice(0, -1).flatMap((row, index): readonly Band[] => {
    const holdsRow = (area: { readonly row: number; readonly rows: number }) =>
      area.row <= row && row < area.row + area.rows;
    const over = regions.filter(({ area }) => holdsRow(area));
    const height = heightAt(row);
    if (over.length === 0 && height === null) return [];
    return [{ row, rows: (sorted[index + 1] ?? row) - row, height, regions: over }];
  });
}

/** Heights by row, the later of two that hold; a list may give each of thousands of rows its own. */
function heightsOf(rowHeights: SheetLayout['rowHeights']): (row: number) => number | null {
  const heights = new Map<number, number>();
  for (const { row, rows, height } of rowHeights) {
    for (let offset = 0; offset < rows; offset += 1) heights.set(row + offset, height);
  }
  return (row) => heights.get(row) ?? null;
}

/** A column of a band. */
interface BandColumn {
  readonly column: number;
  readonly look: CellLook;
  /** Contents of the first row, which the others have too. */
  readonly contents: CellContents;
  /** Constants that differ from row to row, or null. */
  readonly list: readonly CellConstant[] | null;
}

function columnsOf({ row, rows, regions }: Band, showsResults: boolean, looks: Looks): readonly BandColumn[] {
  const last = Math.max(0, ...regions.map(({ area }) => area.column + area.columns));
  const columns: BandColumn[] = [];
  for (let column = 0; column < last; column += 1) {
    const over = regions.filter(({ area }) => area.column <= column && column < area.column + area.columns);
    if (over.length === 0) continue;
    const look = looks.one(lookOf(over));
    const source = over.findLast(({ contents }) => contents.kind !== 'blank');
    columns.push({ column, look, ...contentsOf(source, row, rows, column, look, showsResults) });
  }
  return columns;
}

function contentsOf(
  region: Region | undefined,
  row: number,
  rows: number,
  column: number,
  look: CellLook,
  showsResults: boolean,
): Pick<BandColumn, 'contents' | 'list'> {
  const blank = { contents: { kind: 'blank' }, list: null } as const;
  if (region === undefined) return blank;
  const { area, contents } = region;
  const offset = column - area.column;
  switch (contents.kind) {
    case 'blank':
      return blank;
    case 'formulas': {
      const formula = copierDown(contents.firstRow[offset] ?? '')(row - area.row);
      const result = showsResults ? (contents.results[offset] ?? null) : null;
      return { contents: { kind: 'formula', formula, result }, list: null };
    }
    case 'values': {
      const list = contents.values.slice(row - area.row, row - area.row + rows).map((values) => values[offset] ?? '');
      const first = list[0] ?? '';
      return { contents: constant(first, look), list: list.every((value) => value === first) ? null : list };
    }
  }
}

/** Looks of a sheet, each once: a list may give each of thousands of rows regions of its own. */
class Looks {
  readonly #known = new Map<string, CellLook>();

  one(look: CellLook): CellLook {
    const key = JSON.stringify([look.style, look.numberFormat, look.locked]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, look);
    return look;
  }
}

function lookOf(regions: readonly Region[]): CellLook {
  const style = regions.reduce<CellStyle>((merged, region) => ({ ...merged, ...region.style }), {});
  return {
    style: Object.keys(style).length === 0 ? null : style,
    numberFormat: regions.findLast(({ numberFormat }) => numberFormat !== null)?.numberFormat ?? null,
    locked: regions.every(({ locked }) => locked),
  };
}

/** A blank text is a blank cell; in a cell with text format a number is text, as in Excel. */
function constant(value: CellConstant, { numberFormat }: CellLook): CellContents {
  if (value === '') return { kind: 'blank' };
  return { kind: 'constant', value: numberFormat === '@' ? String(value) : value };
}

function withResult(contents: CellContents, result: CellConstant | null): CellContents {
  return contents.kind === 'formula' ? { ...contents, result } : contents;
}

/** Contents of a column by row of its band; a formula is taken apart once. */
function contentsByRow(
  contents: CellContents,
  list: readonly CellConstant[] | null,
  look: CellLook,
): (offset: number) => CellContents {
  if (list !== null) return (offset) => constant(list[offset] ?? '', look);
  if (contents.kind !== 'formula') return () => contents;
  const copy = copierDown(contents.formula);
  return (offset) => ({ ...contents, formula: copy(offset) });
}

/** A blank cell without a look of its own is not written. */
function cellOf(column: number, look: CellLook, contents: CellContents): readonly FileCell[] {
  const isPlain = look.style === null && look.numberFormat === null && look.locked;
  return contents.kind === 'blank' && isPlain ? [] : [{ column, look, contents }];
}
