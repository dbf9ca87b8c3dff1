import { restructuredArea, type StructureChange } from '../calculation/reference-adjustment.ts';
import { type Area, maximumColumns, maximumRows, wholeColumns, wholeRows } from './area.ts';
import { LineSizes } from './line-sizes.ts';
import { defaultPageLayout, type PageLayout } from './page-layout.ts';
import { Refusal } from './refusal.ts';
import type { SheetContext } from './sheet-context.ts';

/** Points: what Excel gives a column of 8.43 characters and a row of Calibri 11. */
const standardWidth = 48;
const standardHeight = 15;

/** Largest that Excel takes: 255 characters, 409 points. */
const maximumWidth = 1790;
const maximumHeight = 409.5;

/** Widths, heights, what is hidden, frozen panes and the printed page of a sheet. */
export class Layout {
  readonly #context: SheetContext;
  readonly #hiddenByFilter: (row: number) => boolean;
  #widths = new LineSizes(standardWidth);
  #heights = new LineSizes(standardHeight);
  #hiddenColumns: ReadonlySet<number> = new Set();
  #hiddenRows: ReadonlySet<number> = new Set();
  #freeze: { readonly rows: number; readonly columns: number } = { rows: 0, columns: 0 };
  #page: PageLayout = defaultPageLayout;
  #showGridlines = true;

  constructor(context: SheetContext, hiddenByFilter: (row: number) => boolean) {
    this.#context = context;
    this.#hiddenByFilter = hiddenByFilter;
  }

  get standardWidth(): number {
    return this.#widths.standard;
  }

  get standardHeight(): number {
    return this.#heights.standard;
  }

  /** Points, as it is when shown. */
  columnWidth(column: number): number {
    return this.#widths.at(column);
  }

  /** @throws Refusal `invalidArgument` below 0 and beyond 255 characters. */
  setColumnWidth(left: number, right: number, points: number): void {
    if (!(points >= 0 && points <= maximumWidth))
      throw new Refusal('invalidArgument', 'A column has 0 to 255 characters.');
    this.#change(() => {
      this.#widths = this.#widths.with(left, right, points, maximumColumns);
    });
  }

  rowHeight(row: number): number {
    return this.#heights.at(row);
  }

  /** @throws Refusal `invalidArgument` below 0 and beyond 409 points. */
  setRowHeight(top: number, bottom: number, points: number): void {
    if (!(points >= 0 && points <= maximumHeight)) throw new Refusal('invalidArgument', 'A row has 0 to 409 points.');
    this.#change(() => {
      this.#heights = this.#heights.with(top, bottom, points, maximumRows);
    });
  }

  isColumnHidden(column: number): boolean {
    return this.#hiddenColumns.has(column);
  }

  setColumnsHidden(left: number, right: number, hidden: boolean): void {
    const { recorder, sheetId } = this.#context;
    this.#change(() => {
      this.#hiddenColumns = toggled(this.#hiddenColumns, left, right, hidden);
      recorder.announce({ type: 'columnsHiddenChanged', sheetId, area: wholeColumns(left, right) });
    });
  }

  /** Hidden by hand or by the filter. */
  isRowHidden(row: number): boolean {
    return this.#hiddenRows.has(row) || this.#hiddenByFilter(row);
  }

  setRowsHidden(top: number, bottom: number, hidden: boolean): void {
    if (bottom - top > 100_000 && hidden) throw new Refusal('notModelled', 'The workbench does not hide so many rows.');
    const { recorder, sheetId } = this.#context;
    this.#change(() => {
      this.#hiddenRows = toggled(this.#hiddenRows, top, bottom, hidden);
      recorder.announce({ type: 'rowsHiddenChanged', sheetId, area: wholeRows(top, bottom) });
    });
  }

  /** Rows at the top and columns at the left that stay while scrolling. */
  get freeze(): { readonly rows: number; readonly columns: number } {
    return this.#freeze;
  }

  /** 0 and 0 unfreeze. */
  setFreeze(rows: number, columns: number): void {
    if (rows < 0 || columns < 0 || rows >= maximumRows || columns >= maximumColumns) {
      throw new Refusal('invalidArgument', 'Panes are frozen within the sheet.');
    }
    this.#change(() => {
      this.#freeze = { rows, columns };
    });
  }

  get page(): PageLayout {
    return this.#page;
  }

  setPage(patch: Partial<PageLayout>): void {
    this.#change(() => {
      this.#page = { ...this.#page, ...patch };
    });
  }

  get showGridlines(): boolean {
    return this.#showGridlines;
  }

  setShowGridlines(shown: boolean): void {
    this.#change(() => {
      this.#showGridlines = shown;
    });
  }

  /** Rows or columns came or went on this sheet. */
  restructure(change: StructureChange): void {
    const { type, axis, at, count } = change;
    const delta = type === 'insert' ? count : -count;
    if (axis === 'row') {
      this.#heights = this.#heights.restructured(at, delta);
      this.#hiddenRows = restructuredSet(this.#hiddenRows, at, delta);
    } else {
      this.#widths = this.#widths.restructured(at, delta);
      this.#hiddenColumns = restructuredSet(this.#hiddenColumns, at, delta);
    }
    const kept = (area: Area | null): Area | null => (area === null ? null : (restructuredArea(area, change) ?? null));
    this.#page = {
      ...this.#page,
      printAreas: this.#page.printAreas.flatMap((area) => restructuredArea(area, change) ?? []),
      titleRows: axis === 'row' ? kept(this.#page.titleRows) : this.#page.titleRows,
      titleColumns: axis === 'column' ? kept(this.#page.titleColumns) : this.#page.titleColumns,
    };
  }

  /** What is now; the function brings it back. */
  capture(): () => void {
    const widths = this.#widths;
    const heights = this.#heights;
    const hiddenColumns = this.#hiddenColumns;
    const hiddenRows = this.#hiddenRows;
    const freeze = this.#freeze;
    const page = this.#page;
    const showGridlines = this.#showGridlines;
    return () => {
      this.#widths = widths;
      this.#heights = heights;
      this.#hiddenColumns = hiddenColumns;
      this.#hiddenRows = hiddenRows;
      this.#freeze = freeze;
      this.#page = page;
      this.#showGridlines = showGridlines;
    };
  }

  #change(action: () => void): void {
    const { recorder, sheetId } = this.#context;
    recorder.run(() => {
      recorder.recordState(() => this.capture());
      action();
      recorder.announce({ type: 'layoutChanged', sheetId });
    });
  }
}

function toggled(set: ReadonlySet<number>, first: number, last: number, present: boolean): ReadonlySet<number> {
  const result = new Set(set);
  if (present) for (let at = first; at <= last; at += 1) result.add(at);
  else for (const at of set) if (at >= first && at <= last) result.delete(at);
  return result;
}

function restructuredSet(set: ReadonlySet<number>, at: number, delta: number): ReadonlySet<number> {
  const result = new Set<number>();
  for (const line of set) {
    if (line < at) result.add(line);
    else if (delta > 0 || line >= at - delta) result.add(line + delta);
  }
  return result;
}
