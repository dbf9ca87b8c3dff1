import type { Area } from '../model/area.ts';
import { areaAddress, parseArea } from '../model/address.ts';
import type { Book } from '../model/book.ts';
import type { BookEvent } from '../model/events.ts';
import { RangeTarget } from './range-target.ts';

const eventPrefix = 'event:';

/** Reference id that goes with an event: it says itself which cells it means and is not kept. */
export function eventReference(sheetId: string, area: Area): string {
  return `${eventPrefix}${sheetId}!${areaAddress(area)}`;
}

/**
 * Ranges that one add-in keeps beyond a request (`_KeepReference` … `Workbook._RemoveReference`), and those of the
 * request that runs. Both follow inserted and deleted rows and columns.
 */
export class References {
  readonly #book: Book;
  readonly #kept = new Map<string, RangeTarget>();
  readonly #ids = new Map<RangeTarget, string>();
  readonly #ofRequest = new Set<RangeTarget>();
  #last = 0;

  constructor(book: Book) {
    this.#book = book;
  }

  /** References that the add-in has not given back. */
  get size(): number {
    return this.#kept.size;
  }

  track(range: RangeTarget): void {
    this.#ofRequest.add(range);
  }

  endRequest(): void {
    this.#ofRequest.clear();
  }

  keep(range: RangeTarget): string {
    const known = this.#ids.get(range);
    if (known !== undefined) return known;
    this.#last += 1;
    const id = `range:${String(this.#last)}`;
    this.#kept.set(id, range);
    this.#ids.set(range, id);
    return id;
  }

  keptAs(range: RangeTarget): string | undefined {
    return this.#ids.get(range);
  }

  release(id: string): void {
    const range = this.#kept.get(id);
    if (range === undefined) return;
    this.#kept.delete(id);
    this.#ids.delete(range);
  }

  releaseAll(): void {
    this.#kept.clear();
    this.#ids.clear();
  }

  find(id: string): RangeTarget | undefined {
    if (!id.startsWith(eventPrefix)) return this.#kept.get(id);
    const [sheetId = '', address = ''] = id.slice(eventPrefix.length).split('!');
    const sheet = this.#book.sheet(sheetId);
    const area = parseArea(address);
    return sheet === undefined || area === undefined ? undefined : new RangeTarget(sheet, area);
  }

  /** Lets the ranges follow what happened to the workbook. */
  follow(event: BookEvent): void {
    if (event.type !== 'sheetDeleted' && event.type !== 'changed') return;
    if (event.type === 'changed' && event.changeType === 'RangeEdited') return;
    for (const range of new Set([...this.#kept.values(), ...this.#ofRequest])) {
      if (range.sheet.id !== event.sheetId) continue;
      if (event.type === 'sheetDeleted') range.lose();
      else if (event.changeType !== 'RangeEdited') range.follow(event.changeType, event.area);
    }
  }
}
