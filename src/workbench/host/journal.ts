import { type Area, areaOf, bounding, cellCount, columnCount, intersection, rowCount } from '../model/area.ts';
import { areaAddress } from '../model/address.ts';
import { isUnbounded } from './cell-values.ts';
import type { Place } from './object-model.ts';

/** One access to cells or to another part of the workbook. It never holds a value. */
export interface Access {
  /** Name of the sheet at that time; null for the workbook as a whole. */
  readonly sheet: string | null;
  /** Cells, `A1:B2`; null for what has none. */
  readonly address: string | null;
  /** Type and members: `Range.values`, `Range.values,text`, `WorksheetProtection.unprotect`. */
  readonly member: string;
  /** Number of cells. */
  readonly cells: number;
}

/** A write; blocks that the client library cut from one assignment count as one. */
export interface WriteAccess extends Access {
  /** Cells whose format is locked: written while their sheet was not protected, or the write was refused. */
  readonly lockedCells: number;
}

/**
 * - `sync`: what the add-in asked for.
 * - `cleanup`: the client library gives references back after `Excel.run`.
 * - `service`: calls of the client library to Office itself.
 */
export type RequestPurpose = 'sync' | 'cleanup' | 'service';

/** One request of an add-in. */
export interface RequestEntry {
  readonly number: number;
  readonly purpose: RequestPurpose;
  /** Size of the request's and the response's body in UTF-8 bytes. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly reads: readonly Access[];
  readonly writes: readonly WriteAccess[];
  readonly protectionCalls: readonly Access[];
  /** Code of the error that the request ended with, for example `AccessDenied`. */
  readonly error: string | null;
}

/** Requests since a mark, and their sums. */
export interface JournalPart {
  readonly requests: readonly RequestEntry[];
  /** Requests that the add-in itself made. */
  readonly syncs: number;
  readonly reads: readonly Access[];
  readonly writes: readonly WriteAccess[];
  readonly protectionCalls: readonly Access[];
  /** Writes that touched at least one locked cell. */
  readonly lockedWrites: readonly WriteAccess[];
  readonly largestRequest: number;
  readonly largestResponse: number;
}

/** A place in the journal. */
export type JournalMark = number & { readonly journalMark: unique symbol };

/** What add-ins asked of this host, in order: the proof of how little a task reads and writes. */
export class Journal {
  readonly #entries: RequestEntry[] = [];

  get entries(): readonly RequestEntry[] {
    return this.#entries;
  }

  mark(): JournalMark {
    return this.#entries.length as JournalMark;
  }

  since(mark: JournalMark): JournalPart {
    const requests = this.#entries.slice(mark);
    const writes = requests.flatMap((request) => request.writes);
    return {
      requests,
      syncs: requests.filter((request) => request.purpose === 'sync').length,
      reads: requests.flatMap((request) => request.reads),
      writes,
      protectionCalls: requests.flatMap((request) => request.protectionCalls),
      lockedWrites: writes.filter((write) => write.lockedCells > 0),
      largestRequest: Math.max(0, ...requests.map((request) => request.bytesIn)),
      largestResponse: Math.max(0, ...requests.map((request) => request.bytesOut)),
    };
  }

  add(entry: Omit<RequestEntry, 'number'>): void {
    this.#entries.push({ ...entry, number: this.#entries.length + 1 });
  }
}

interface OpenWrite {
  readonly place: Place | null;
  readonly member: string;
  area: Area | null;
  lockedCells: number;
}

/** Collects the accesses of the request that runs. */
export class RequestRecord {
  readonly reads: Access[] = [];
  readonly protectionCalls: Access[] = [];
  readonly #writes: OpenWrite[] = [];

  read(place: Place | null, member: string): void {
    this.reads.push(access(place, place?.area ?? null, member));
  }

  protectionCall(place: Place | null, member: string): void {
    this.protectionCalls.push(access(place, null, member));
  }

  /** To be called before the write happens, so that locks are counted as they were. */
  write(place: Place | null, member: string): void {
    const area = place?.area ?? null;
    const lockedCells = place === null || area === null ? 0 : countLocked(place, area);
    const last = this.#writes.at(-1);
    if (last?.member === member && last.place?.sheet === place?.sheet && area !== null && follows(last.area, area)) {
      last.area = last.area === null ? area : bounding(last.area, area);
      last.lockedCells += lockedCells;
      return;
    }
    this.#writes.push({ place, member, area, lockedCells });
  }

  get writes(): readonly WriteAccess[] {
    return this.#writes.map(({ place, area, member, lockedCells }) => ({
      ...access(place, area, member),
      lockedCells,
    }));
  }
}

function access(place: Place | null, area: Area | null, member: string): Access {
  return {
    sheet: place?.sheet.name ?? null,
    address: area === null ? null : areaAddress(area),
    member,
    cells: area === null ? 0 : cellCount(area),
  };
}

/** True for the next block of one assignment: the same columns, right below. */
function follows(before: Area | null, area: Area): boolean {
  return before !== null && before.left === area.left && before.right === area.right && before.bottom + 1 === area.top;
}

/** Locked cells of an area; whole rows and columns are counted as far as the sheet is used. */
function countLocked({ sheet }: Place, area: Area): number {
  const isLocked = (part: Area): boolean | null => sheet.cells.common(part, (format) => format.locked);
  const all = isLocked(area);
  if (all !== null) return all ? cellCount(area) : 0;
  const used = sheet.usedArea();
  const counted = isUnbounded(area) ? used && intersection(area, used) : area;
  if (counted === undefined) return 0;
  let count = 0;
  for (let column = counted.left; column <= counted.right; column += 1) {
    const part = areaOf(counted.top, column, counted.bottom, column);
    const locked = isLocked(part);
    if (locked !== null) count += locked ? rowCount(part) * columnCount(part) : 0;
    else {
      for (let row = part.top; row <= part.bottom; row += 1) if (sheet.cells.format(row, column).locked) count += 1;
    }
  }
  return count;
}
