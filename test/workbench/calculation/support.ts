import { parseArea } from '../../../src/workbench/model/address.ts';
import type { Area } from '../../../src/workbench/model/area.ts';
import { Book, type BookOptions } from '../../../src/workbench/model/book.ts';
import type { Entry } from '../../../src/workbench/model/entry.ts';
import type { RefusalKind } from '../../../src/workbench/model/refusal.ts';
import type { Sheet } from '../../../src/workbench/model/sheet.ts';
import { CellError } from '../../../src/workbench/model/value.ts';

/** A fixed day, so that nothing depends on when the test runs. */
export const clock = () => ({ year: 2026, month: 7, day: 4, hour: 9, minute: 30, second: 0 });

export function area(address: string): Area {
  const parsed = parseArea(address);
  if (parsed === undefined) throw new Error(`No area ${address}`);
  return parsed;
}

/** One sheet with ways to put and see cells by their address. */
export class TestSheet {
  readonly sheet: Sheet;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
  }

  put(address: string, entry: Entry): this {
    const { top, left } = area(address);
    this.sheet.cells.enter(top, left, entry);
    return this;
  }

  putAll(cells: Readonly<Record<string, Entry>>): this {
    for (const [address, entry] of Object.entries(cells)) this.put(address, entry);
    return this;
  }

  /** A block whose first cell is at the address; null leaves a cell as it is. */
  putBlock(address: string, rows: readonly (readonly (Entry | null)[])[]): this {
    const { top, left } = area(address);
    const right = left + (rows[0]?.length ?? 1) - 1;
    this.sheet.cells.write({ top, left, bottom: top + rows.length - 1, right }, rows);
    return this;
  }

  format(address: string, code: string): this {
    this.sheet.cells.setFormat(area(address), { numberFormat: code });
    return this;
  }

  /** Calculated value; an error by its code. */
  value(address: string): unknown {
    const { top, left } = area(address);
    const value = this.sheet.cells.value(top, left);
    return value instanceof CellError ? value.code : value;
  }

  values(address: string): unknown[][] {
    return this.sheet.cells
      .values(area(address))
      .map((row) => row.map((value) => (value instanceof CellError ? value.code : value)));
  }

  formula(address: string): string | null {
    const { top, left } = area(address);
    return this.sheet.cells.formula(top, left);
  }

  text(address: string): string {
    const { top, left } = area(address);
    return this.sheet.cells.text(top, left);
  }

  input(address: string): string {
    const { top, left } = area(address);
    return this.sheet.cells.input(top, left);
  }
}

export function openBook(options: BookOptions = {}): { readonly book: Book; readonly sheet: TestSheet } {
  const book = new Book({ clock, ...options });
  return { book, sheet: new TestSheet(book.activeSheet) };
}

export function sheetOf(book: Book, name: string): TestSheet {
  const sheet = book.sheet(name);
  if (sheet === undefined) throw new Error(`No sheet ${name}`);
  return new TestSheet(sheet);
}

/** A refusal of a kind, for `toThrow`; with words of its message where they matter. */
export function refusal(kind: RefusalKind, words = ''): Error {
  const matcher: unknown = expect.objectContaining({
    name: 'Refusal',
    kind,
    message: expect.stringContaining(words) as unknown,
  });
  return matcher as Error;
}
