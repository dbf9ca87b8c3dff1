import { restructuredArea, type StructureChange } from '../calculation/reference-adjustment.ts';
import { readCriterion } from '../calculation/criterion.ts';
import { type Area, columnCount } from './area.ts';
import { Refusal } from './refusal.ts';
import type { SheetContext } from './sheet-context.ts';
import type { CellValue } from './value.ts';

/** What a column of the filter lets through. */
export type FilterCriterion =
  /** Shown texts, whatever their case; `''` stands for blanks. */
  | { readonly on: 'values'; readonly values: readonly string[] }
  /** One or two conditions such as `>5`, `=a*`, `<>`. */
  | {
      readonly on: 'custom';
      readonly first: string;
      readonly join?: 'and' | 'or';
      readonly second?: string;
    };

interface Reading {
  readonly value: (row: number, column: number) => CellValue;
  readonly text: (row: number, column: number) => string;
}

/** The AutoFilter of a sheet: its first row is the header, the rows below are shown or hidden by the criteria. */
export class AutoFilter {
  readonly #context: SheetContext;
  readonly #reading: Reading;
  #area: Area | undefined;
  #criteria: ReadonlyMap<number, FilterCriterion> = new Map();
  #hidden: ReadonlySet<number> = new Set();

  constructor(context: SheetContext, reading: Reading) {
    this.#context = context;
    this.#reading = reading;
  }

  get area(): Area | undefined {
    return this.#area;
  }

  /** By column, counted from 0 at the left of the area. */
  get criteria(): ReadonlyMap<number, FilterCriterion> {
    return this.#criteria;
  }

  isRowFiltered(row: number): boolean {
    return this.#hidden.has(row);
  }

  /** Puts the filter onto an area, without criteria; an older one goes. */
  set(area: Area): void {
    this.#change(() => {
      this.#area = area;
      this.#criteria = new Map();
    });
  }

  /** Takes the filter away; every row that it hid is shown. */
  remove(): void {
    if (this.#area === undefined) return;
    this.#change(() => {
      this.#area = undefined;
      this.#criteria = new Map();
    });
  }

  /** @throws Refusal `invalidArgument` where there is no filter or no such column. */
  apply(offset: number, criterion: FilterCriterion): void {
    const area = this.#area;
    if (area === undefined || offset < 0 || offset >= columnCount(area)) {
      throw new Refusal('invalidArgument', 'The filter has no such column.');
    }
    this.#change(() => {
      this.#criteria = new Map(this.#criteria).set(offset, criterion);
    });
  }

  /** Takes the criterion of a column, or all of them. */
  clear(offset?: number): void {
    this.#change(() => {
      const criteria = new Map(this.#criteria);
      if (offset === undefined) criteria.clear();
      else criteria.delete(offset);
      this.#criteria = criteria;
    });
  }

  /** Rows whose cells have changed are shown or hidden anew; Excel does that only when told. */
  reapply(): void {
    this.#change(() => undefined);
  }

  /** Rows or columns came or went on this sheet. */
  restructure(change: StructureChange): void {
    if (this.#area === undefined) return;
    const { axis, at, count, type } = change;
    const left = this.#area.left;
    this.#area = restructuredArea(this.#area, change);
    if (axis === 'column') {
      const delta = type === 'insert' ? count : -count;
      const kept = [...this.#criteria].filter(([offset]) => type === 'insert' || !isGone(left + offset, at, count));
      const newLeft = this.#area?.left ?? left;
      this.#criteria = new Map(
        kept.map(([offset, criterion]) => [left + offset + (left + offset >= at ? delta : 0) - newLeft, criterion]),
      );
    }
    if (axis === 'row') {
      const rows = [...this.#hidden].filter((row) => type === 'insert' || !isGone(row, at, count));
      const delta = type === 'insert' ? count : -count;
      this.#hidden = new Set(rows.map((row) => (row >= at ? row + delta : row)));
    }
    if (this.#area === undefined) this.#hidden = new Set();
  }

  /** What is now; the function brings it back. */
  capture(): () => void {
    const area = this.#area;
    const criteria = this.#criteria;
    const hidden = this.#hidden;
    return () => {
      this.#area = area;
      this.#criteria = criteria;
      this.#hidden = hidden;
    };
  }

  #change(action: () => void): void {
    const { recorder, sheetId } = this.#context;
    recorder.run(() => {
      recorder.recordState(() => this.capture());
      action();
      this.#hidden = this.#rowsToHide();
      recorder.announce({ type: 'filtered', sheetId });
    });
  }

  #rowsToHide(): ReadonlySet<number> {
    const hidden = new Set<number>();
    const area = this.#area;
    if (area === undefined || this.#criteria.size === 0) return hidden;
    const tests = [...this.#criteria].map(([offset, criterion]) => this.#test(area.left + offset, criterion));
    const bottom = Math.min(area.bottom, this.#context.store.usedArea(true)?.bottom ?? area.top);
    for (let row = area.top + 1; row <= bottom; row += 1) if (!tests.every((test) => test(row))) hidden.add(row);
    return hidden;
  }

  #test(column: number, criterion: FilterCriterion): (row: number) => boolean {
    if (criterion.on === 'values') {
      const wanted = new Set(criterion.values.map((value) => value.toLowerCase()));
      return (row) => wanted.has(this.#reading.text(row, column).toLowerCase());
    }
    const { first, join, second } = criterion;
    const one = readCriterion(first, this.#calendar());
    if (second === undefined) return (row) => one.matches(this.#reading.value(row, column));
    const other = readCriterion(second, this.#calendar());
    return (row) => {
      const value = this.#reading.value(row, column);
      return join === 'or' ? one.matches(value) || other.matches(value) : one.matches(value) && other.matches(value);
    };
  }

  #calendar() {
    return { dateSystem: this.#context.dateSystem, today: this.#context.clock };
  }
}

function isGone(line: number, at: number, count: number): boolean {
  return line >= at && line < at + count;
}
