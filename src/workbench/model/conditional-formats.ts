import {
  adjustParts,
  type FormulaPlace,
  type ReferenceChange,
  restructuredArea,
  type StructureChange,
} from '../calculation/reference-adjustment.ts';
import { toBoolean } from '../calculation/values.ts';
import { type Area, areaOf } from './area.ts';
import type { FormulaShape } from './cell-store.ts';
import type { ConditionalFormat, ConditionalFormatDraft, ConditionalStyle } from './conditional-format.ts';
import { anyHolds, clipped, cutOut, joined } from './rectangles.ts';
import { Refusal } from './refusal.ts';
import type { SheetContext } from './sheet-context.ts';

interface Placed {
  readonly id: string;
  readonly areas: readonly Area[];
  readonly shape: FormulaShape;
  readonly style: ConditionalStyle;
  readonly stopIfTrue: boolean;
}

/** A conditional format of copied cells, with areas relative to the top left of the copy. */
export interface CopiedConditionalFormat {
  readonly from: Placed;
  readonly areas: readonly Area[];
}

/** The conditional formats of a sheet, first of them first in priority. Conditions are evaluated when a cell is shown. */
export class ConditionalFormats {
  readonly #context: SheetContext;
  #placed: readonly Placed[] = [];
  #count = 0;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  get all(): readonly ConditionalFormat[] {
    return this.#placed.map((placed) => this.#described(placed));
  }

  /** Formats that touch the area; each with all of its own areas. */
  in(area: Area): readonly ConditionalFormat[] {
    return this.#placed.filter(({ areas }) => clipped(areas, area).length > 0).map((placed) => this.#described(placed));
  }

  get(id: string): ConditionalFormat | undefined {
    const placed = this.#placed.find((one) => one.id === id);
    return placed && this.#described(placed);
  }

  /**
   * Adds a format; Excel puts a new one before all others.
   * @throws Refusal where the formula cannot be read or has array constants, which Excel refuses here.
   */
  add(draft: ConditionalFormatDraft, place: 'first' | 'last' = 'first'): ConditionalFormat {
    this.#count += 1;
    const { areas, style, stopIfTrue } = draft;
    const id = `{${String(this.#count).padStart(8, '0')}-0002-0000-0000-000000000000}`;
    const placed = { id, areas, shape: this.#read(draft.formula, areas), style, stopIfTrue };
    this.#change(() => {
      this.#placed = place === 'first' ? [placed, ...this.#placed] : [...this.#placed, placed];
    });
    return this.#described(placed);
  }

  change(id: string, patch: Partial<ConditionalFormatDraft>): void {
    const at = this.#placed.findIndex((one) => one.id === id);
    const before = this.#placed[at];
    if (before === undefined) throw new Refusal('invalidArgument', 'There is no such conditional format.');
    const areas = patch.areas ?? before.areas;
    const shape = patch.formula === undefined ? before.shape : this.#read(patch.formula, areas);
    const { style = before.style, stopIfTrue = before.stopIfTrue } = patch;
    this.#change(() => {
      this.#placed = this.#placed.with(at, { id, areas, shape, style, stopIfTrue });
    });
  }

  /** Moves a format to another place in the order, counted from 0. */
  move(id: string, place: number): void {
    const placed = this.#placed.find((one) => one.id === id);
    if (placed === undefined) throw new Refusal('invalidArgument', 'There is no such conditional format.');
    this.#change(() => {
      this.#placed = this.#placed.filter((one) => one !== placed).toSpliced(place, 0, placed);
    });
  }

  delete(id: string): void {
    if (!this.#placed.some((one) => one.id === id)) return;
    this.#change(() => {
      this.#placed = this.#placed.filter((one) => one.id !== id);
    });
  }

  /** Takes the formats from the area, or all of the sheet. */
  clear(area?: Area): void {
    if (area !== undefined && !this.#placed.some(({ areas }) => clipped(areas, area).length > 0)) return;
    this.#change(() => {
      this.#placed = area === undefined ? [] : this.#without(area);
    });
  }

  /** What the conditions that hold lay over a cell: the first to say something about a property wins. */
  styleAt(row: number, column: number): ConditionalStyle {
    let style: ConditionalStyle = {};
    for (const placed of this.#placed) {
      if (!anyHolds(placed.areas, row, column) || !this.#holds(placed.shape, row, column)) continue;
      style = { ...placed.style, ...style };
      if (placed.stopIfTrue) break;
    }
    return style;
  }

  /** For copying: formats of an area, moved to begin at the first cell. */
  copied(area: Area): readonly CopiedConditionalFormat[] {
    return this.#placed.flatMap((from) => {
      const areas = clipped(from.areas, area).map((part) =>
        areaOf(part.top - area.top, part.left - area.left, part.bottom - area.top, part.right - area.left),
      );
      return areas.length === 0 ? [] : [{ from, areas }];
    });
  }

  /** For pasting: cells of the target lose what they had and take the copied ones. */
  paste(target: Area, copied: readonly CopiedConditionalFormat[]): void {
    if (copied.length === 0 && this.in(target).length === 0) return;
    this.#change(() => {
      this.#placed = this.#without(target);
      for (const { from, areas } of copied) {
        for (const part of areas)
          this.#spread(
            from,
            areaOf(part.top + target.top, part.left + target.left, part.bottom + target.top, part.right + target.left),
          );
      }
    });
  }

  /** Rows or columns came or went on this sheet. */
  restructure(change: StructureChange): void {
    this.#placed = this.#placed.flatMap((placed): readonly Placed[] => {
      const areas = placed.areas.flatMap((area) => restructuredArea(area, change) ?? []);
      const [first] = placed.areas;
      const [now] = areas;
      if (first === undefined || now === undefined) return [];
      return [{ ...placed, areas, shape: this.#adjusted(placed.shape, first, now, change) }];
    });
  }

  /** References of the conditions follow a change elsewhere. */
  adjust(change: ReferenceChange): void {
    this.#placed = this.#placed.map((placed) => {
      const [first] = placed.areas;
      return first === undefined ? placed : { ...placed, shape: this.#adjusted(placed.shape, first, first, change) };
    });
  }

  /** What is now; the function brings it back. */
  capture(): () => void {
    const placed = this.#placed;
    return () => {
      this.#placed = placed;
    };
  }

  #holds(shape: FormulaShape, row: number, column: number): boolean {
    return toBoolean(shape.evaluate({ store: this.#context.store, row, column })) === true;
  }

  #read(formula: string, areas: readonly Area[]): FormulaShape {
    const [first] = areas;
    if (first === undefined) throw new Refusal('invalidArgument', 'A conditional format needs cells.');
    if (/\{[^"]*\}/.test(formula.replace(/"(?:[^"]|"")*"/g, '""'))) {
      throw new Refusal(
        'invalidFormula',
        'You may not use unions, intersections or array constants for Conditional Formatting criteria.',
      );
    }
    const text = formula.startsWith('=') ? formula : `=${formula}`;
    return this.#context.calculator.library.read(text, first.top, first.left);
  }

  #adjusted(shape: FormulaShape, from: Area, to: Area, change: ReferenceChange): FormulaShape {
    const { sheetId, calculator } = this.#context;
    const place = (area: Area): FormulaPlace => ({ sheetId, row: area.top, column: area.left });
    const parts = adjustParts(shape.parts, place(from), place(to), change);
    return parts === shape.parts ? shape : calculator.library.fromParts(parts, to.top, to.left);
  }

  #described({ id, areas, shape, style, stopIfTrue }: Placed): ConditionalFormat {
    const first = areas[0] ?? areaOf(0, 0);
    const formula = this.#context.calculator.library.write(shape, first.top, first.left);
    return { id, areas, formula, style, stopIfTrue };
  }

  #without(area: Area): readonly Placed[] {
    return this.#placed.flatMap((placed) => {
      const areas = cutOut(placed.areas, area);
      if (areas === placed.areas) return [placed];
      return areas.length === 0 ? [] : [{ ...placed, areas }];
    });
  }

  /** Widens the format that was copied, or adds it where it came from another sheet or is gone. */
  #spread(from: Placed, area: Area): void {
    const at = this.#placed.findIndex(
      ({ id, shape, style }) => id === from.id && shape === from.shape && style === from.style,
    );
    const existing = this.#placed[at];
    if (existing !== undefined) {
      this.#placed = this.#placed.with(at, { ...existing, areas: joined(existing.areas, area) });
      return;
    }
    this.#count += 1;
    const id = `{${String(this.#count).padStart(8, '0')}-0002-0000-0000-000000000000}`;
    this.#placed = [...this.#placed, { ...from, id, areas: [area] }];
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
