import { type Area, areaOf } from '../model/area.ts';
import { areaAddress, quotedSheetName } from '../model/address.ts';
import type { ChangeType } from '../model/events.ts';
import type { Sheet } from '../model/sheet.ts';
import { ApiError } from './api-error.ts';

/** The cells that a `Range` stands for. They follow inserted and deleted rows and columns, as Excel's ranges do. */
export class RangeTarget {
  readonly sheet: Sheet;
  #area: Area | null;

  constructor(sheet: Sheet, area: Area) {
    this.sheet = sheet;
    this.#area = area;
  }

  /** The cells now; InvalidReference where all of them were deleted. */
  get area(): Area {
    if (this.#area === null) throw new ApiError('InvalidReference', 'Range');
    return this.#area;
  }

  /** `Sheet1!A1:B2`, the sheet quoted where Excel quotes it. */
  get address(): string {
    return `${quotedSheetName(this.sheet.name)}!${areaAddress(this.area)}`;
  }

  /** The range is gone with its cells or its sheet. */
  lose(): void {
    this.#area = null;
  }

  /** Follows a change of the sheet's structure that happened in `changed`. */
  follow(change: Exclude<ChangeType, 'RangeEdited'>, changed: Area): void {
    if (this.#area === null) return;
    const { top, left, bottom, right } = this.#area;
    const rows = change === 'RowInserted' || change === 'RowDeleted';
    const span = rows ? ([top, bottom] as const) : ([left, right] as const);
    const edit = rows ? ([changed.top, changed.bottom] as const) : ([changed.left, changed.right] as const);
    const moved = change === 'RowInserted' || change === 'ColumnInserted' ? opened(span, edit) : closed(span, edit);
    if (moved === null) this.lose();
    else this.#area = rows ? areaOf(moved[0], left, moved[1], right) : areaOf(top, moved[0], bottom, moved[1]);
  }
}

type Span = readonly [first: number, last: number];

function opened([first, last]: Span, [from, to]: Span): Span {
  const count = to - from + 1;
  if (first >= from) return [first + count, last + count];
  return last >= from ? [first, last + count] : [first, last];
}

function closed([first, last]: Span, [from, to]: Span): Span | null {
  const count = to - from + 1;
  const newFirst = first > to ? first - count : Math.min(first, from);
  const newLast = last > to ? last - count : Math.min(last, from - 1);
  return newLast < newFirst ? null : [newFirst, newLast];
}
