import { RangeOperand } from '../calculation/operand.ts';
import {
  type FormulaPlace,
  type ReferenceChange,
  restructuredArea,
  type StructureChange,
} from '../calculation/reference-adjustment.ts';
import { type Area, areaOf, cellCount } from './area.ts';
import { cellState } from './cell-store.ts';
import { numberFormat } from './number-format.ts';
import { anyHolds, clipped, cutOut, joined } from './rectangles.ts';
import { Refusal } from './refusal.ts';
import type { SheetContext } from './sheet-context.ts';
import { acceptsValue, listValues } from './validation-check.ts';
import { adjustValidation, type CompiledValidation, compileValidation, describeValidation } from './validation-rule.ts';
import type { PlacedValidation, Validation } from './validation.ts';
import type { CellValue } from './value.ts';

/** A validation and where it holds. A cell has at most one, so the areas of different ones never overlap. */
interface Placed {
  readonly validation: CompiledValidation;
  readonly areas: readonly Area[];
}

/** A validation of copied cells, with areas relative to the top left of the copy. */
export interface CopiedValidation {
  readonly validation: CompiledValidation;
  readonly areas: readonly Area[];
}

/** Cells that are asked for their validity at once. */
const maximumChecked = 2_000_000;

/** The data validations of a sheet. */
export class Validations {
  readonly #context: SheetContext;
  #placed: readonly Placed[] = [];

  constructor(context: SheetContext) {
    this.#context = context;
  }

  /** Every validation of the sheet. */
  get all(): readonly PlacedValidation[] {
    return this.#placed.map((placed) => this.#described(placed));
  }

  /**
   * Gives the cells a validation in place of what they had, or none. Formulas are as seen from the first cell.
   * @throws Refusal for texts beyond Excel's limits and formulas that cannot be read.
   */
  set(area: Area, validation: Validation | null): void {
    const { calculator } = this.#context;
    const compiled = validation === null ? null : compileValidation(validation, area.top, area.left, calculator);
    if (compiled?.rule.type === 'Source') this.#checkSource(compiled, area);
    this.#change(() => {
      this.#put(area, compiled);
    });
  }

  /** The validation of a cell, with formulas as seen from it. */
  at(row: number, column: number): Validation | undefined {
    const validation = this.#find(row, column);
    return validation && describeValidation(validation, row, column, this.#context.calculator);
  }

  /** Validations that cells of the area have, with the parts of the area that have them. */
  in(area: Area): readonly PlacedValidation[] {
    return this.#within(area).map((placed) => this.#described(placed));
  }

  /** The validation of every cell of the area; undefined where none has one, null where they differ. */
  common(area: Area): Validation | undefined | null {
    const [first, ...others] = this.#within(area);
    if (first === undefined) return undefined;
    const covered = first.areas.reduce((total, part) => total + cellCount(part), 0);
    if (others.length > 0 || covered < cellCount(area)) return null;
    return describeValidation(first.validation, area.top, area.left, this.#context.calculator);
  }

  /** Whether the cell may hold the value (by default the one that it has); true without a validation. */
  accepts(row: number, column: number, value?: CellValue): boolean {
    const validation = this.#find(row, column);
    if (validation === undefined) return true;
    const { calculator, store } = this.#context;
    const cell = { store, row, column };
    if (value === undefined) return acceptsValue(validation, calculator.read(store, row, column), cell, calculator);
    return this.#supposing(row, column, value, () => acceptsValue(validation, value, cell, calculator));
  }

  /** Entries of a cell's list as they are shown; undefined where it has no list. */
  list(row: number, column: number): readonly string[] | undefined {
    const rule = this.#find(row, column)?.rule;
    if (rule?.type === 'Entries') return rule.entries;
    if (rule?.type !== 'Source') return undefined;
    const { store, calculator, dateSystem } = this.#context;
    const source = rule.shape.evaluate({ store, row, column });
    const values = listValues(source, calculator) ?? [];
    const code = (place: number): string => {
      if (!(source instanceof RangeOperand)) return 'General';
      const [down, across] = source.columns === 1 ? [place, 0] : [0, place];
      return source.store.formatAt(source.top + down, source.left + across).numberFormat;
    };
    const texts = values.map((value, place) => numberFormat(code(place)).show(value, dateSystem).text);
    return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
  }

  /** Cells of the area whose value their validation refuses, in columns of neighbours. */
  invalidCells(area: Area): readonly Area[] {
    const invalid: Area[] = [];
    for (const { validation, areas } of this.#within(area)) {
      for (const part of areas) this.#check(part, validation, invalid);
    }
    return invalid;
  }

  /** For copying: validations of an area, moved to begin at the first cell. */
  copied(area: Area): readonly CopiedValidation[] {
    return this.#within(area).map(({ validation, areas }) => ({
      validation,
      areas: areas.map((part) =>
        areaOf(part.top - area.top, part.left - area.left, part.bottom - area.top, part.right - area.left),
      ),
    }));
  }

  /** For pasting: cells of the target lose what they had and take the copied ones. */
  paste(target: Area, copied: readonly CopiedValidation[]): void {
    if (copied.length === 0 && this.#within(target).length === 0) return;
    this.#change(() => {
      this.#put(target, null);
      for (const { validation, areas } of copied) {
        for (const part of areas) {
          const area = areaOf(
            part.top + target.top,
            part.left + target.left,
            part.bottom + target.top,
            part.right + target.left,
          );
          this.#add(area, validation);
        }
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
      return [{ validation: this.#adjusted(placed.validation, first, now, change), areas }];
    });
  }

  /** References of the rules follow a change elsewhere. */
  adjust(change: ReferenceChange): void {
    this.#placed = this.#placed.map((placed) => {
      const [first] = placed.areas;
      if (first === undefined) return placed;
      const validation = this.#adjusted(placed.validation, first, first, change);
      return validation === placed.validation ? placed : { ...placed, validation };
    });
  }

  /** What is now; the function brings it back. */
  capture(): () => void {
    const placed = this.#placed;
    return () => {
      this.#placed = placed;
    };
  }

  #adjusted(validation: CompiledValidation, from: Area, to: Area, change: ReferenceChange): CompiledValidation {
    const place = (area: Area): FormulaPlace => ({
      sheetId: this.#context.sheetId,
      row: area.top,
      column: area.left,
    });
    return adjustValidation(validation, place(from), place(to), change, this.#context.calculator);
  }

  #find(row: number, column: number): CompiledValidation | undefined {
    return this.#placed.find(({ areas }) => anyHolds(areas, row, column))?.validation;
  }

  #within(area: Area): readonly Placed[] {
    return this.#placed.flatMap((placed) => {
      const areas = clipped(placed.areas, area);
      return areas.length === 0 ? [] : [{ validation: placed.validation, areas }];
    });
  }

  #described({ validation, areas }: Placed): PlacedValidation {
    const first = areas[0] ?? areaOf(0, 0);
    return { validation: describeValidation(validation, first.top, first.left, this.#context.calculator), areas };
  }

  #put(area: Area, validation: CompiledValidation | null): void {
    this.#placed = this.#placed.flatMap((placed) => {
      const areas = cutOut(placed.areas, area);
      if (areas === placed.areas) return [placed];
      return areas.length === 0 ? [] : [{ ...placed, areas }];
    });
    if (validation !== null) this.#add(area, validation);
  }

  #add(area: Area, validation: CompiledValidation): void {
    const place = this.#placed.findIndex((placed) => placed.validation.key === validation.key);
    const existing = this.#placed[place];
    this.#placed =
      existing === undefined
        ? [...this.#placed, { validation, areas: [area] }]
        : this.#placed.with(place, { validation: existing.validation, areas: joined(existing.areas, area) });
  }

  #checkSource(validation: CompiledValidation, area: Area): void {
    if (validation.rule.type !== 'Source') return;
    const { store } = this.#context;
    const source = validation.rule.shape.evaluate({ store, row: area.top, column: area.left });
    if (source instanceof RangeOperand && source.rows !== 1 && source.columns !== 1) {
      throw new Refusal(
        'invalidArgument',
        'The list source must be a delimited list, or a reference to single row or column.',
      );
    }
  }

  #check(area: Area, validation: CompiledValidation, invalid: Area[]): void {
    if (cellCount(area) > maximumChecked)
      throw new Refusal('notModelled', 'The workbench does not check so many cells.');
    const { calculator, store } = this.#context;
    for (let column = area.left; column <= area.right; column += 1) {
      for (let row = area.top; row <= area.bottom; row += 1) {
        const value = calculator.read(store, row, column);
        if (acceptsValue(validation, value, { store, row, column }, calculator)) continue;
        const last = invalid.at(-1);
        if (last?.left === column && last.right === column && last.bottom === row - 1) {
          invalid[invalid.length - 1] = { ...last, bottom: row };
        } else invalid.push(areaOf(row, column));
      }
    }
  }

  /** Asks while the cell holds a value that it does not have; nothing else is recalculated meanwhile. */
  #supposing<Result>(row: number, column: number, value: CellValue, ask: () => Result): Result {
    const { store } = this.#context;
    const stored = store.at(row, column) !== undefined;
    const cell = store.ensure(row, column);
    const columnStore = store.columnAt(column);
    const { formula, state, value: before } = cell;
    const put = (holding: Pick<typeof cell, 'formula' | 'state' | 'value'>): void => {
      Object.assign(cell, holding);
      columnStore.version += 1;
    };
    put({ formula: undefined, state: cellState.clean, value });
    try {
      return ask();
    } finally {
      put({ formula, state, value: before });
      if (!stored) columnStore.cells[row] = undefined;
    }
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
