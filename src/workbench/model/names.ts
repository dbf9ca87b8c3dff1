import type { Calculator } from '../calculation/calculator.ts';
import { singleValue } from '../calculation/functions/values-of.ts';
import { type Operand, RangeOperand, type RangeShape } from '../calculation/operand.ts';
import { adjustParts, type ReferenceChange } from '../calculation/reference-adjustment.ts';
import { absoluteAddress, parseArea, quotedSheetName } from './address.ts';
import type { Area } from './area.ts';
import type { CellStore } from './cell-store.ts';
import type { Recorder } from './recorder.ts';
import { Refusal } from './refusal.ts';
import type { CellValue } from './value.ts';

/** A sheet as names and copies speak of it. */
export interface NamedSheet {
  readonly id: string;
  readonly name: string;
  readonly store: CellStore;
}

/** A defined name of the workbook. A snapshot: ask again after a change. */
export interface DefinedName<Sheet extends NamedSheet = NamedSheet> {
  readonly name: string;
  /** `=Lists!$A$1:$A$9`, `=0.5`, `=#REF!`. */
  readonly refersTo: string;
  readonly visible: boolean;
  readonly comment: string;
  /** Cells that it stands for; undefined for constants and lost references. */
  readonly range?: { readonly sheet: Sheet; readonly area: Area };
  /** Its value, of a range the first cell's; null where that is blank. */
  readonly value: CellValue;
}

interface Entry {
  readonly name: string;
  readonly shape: RangeShape;
  readonly visible: boolean;
  readonly comment: string;
}

/** Names that cells refer to. They mean fixed cells or constants; formulas with relative references are not modelled. */
export class Names<Sheet extends NamedSheet = NamedSheet> {
  readonly #calculator: Calculator;
  readonly #recorder: Recorder;
  readonly #sheets: () => readonly Sheet[];
  #entries: ReadonlyMap<string, Entry> = new Map();

  constructor(calculator: Calculator, recorder: Recorder, sheets: () => readonly Sheet[]) {
    this.#calculator = calculator;
    this.#recorder = recorder;
    this.#sheets = sheets;
  }

  /** By alphabet, hidden ones included. */
  get all(): readonly DefinedName<Sheet>[] {
    return [...this.#entries.values()]
      .sort((one, other) => (one.name.toUpperCase() < other.name.toUpperCase() ? -1 : 1))
      .map((entry) => this.#described(entry));
  }

  get(name: string): DefinedName<Sheet> | undefined {
    const entry = this.#entries.get(name.toUpperCase());
    return entry && this.#described(entry);
  }

  /** @throws Refusal `nameTaken`, `invalidName`, or where the formula cannot be read or is relative. */
  add(
    name: string,
    refersTo: string | { readonly sheet: NamedSheet; readonly area: Area },
    options: { readonly visible?: boolean; readonly comment?: string } = {},
  ): DefinedName<Sheet> {
    checkName(name);
    if (this.#entries.has(name.toUpperCase())) throw new Refusal('nameTaken', 'The name exists already.');
    const { visible = true, comment = '' } = options;
    const entry = { name, shape: this.#read(refersTo), visible, comment };
    this.#put(name.toUpperCase(), entry);
    return this.#described(entry);
  }

  change(
    name: string,
    patch: {
      readonly refersTo?: string | { readonly sheet: NamedSheet; readonly area: Area };
      readonly visible?: boolean;
      readonly comment?: string;
    },
  ): void {
    const before = this.#entries.get(name.toUpperCase());
    if (before === undefined) throw new Refusal('invalidArgument', 'There is no such name.');
    const shape = patch.refersTo === undefined ? before.shape : this.#read(patch.refersTo);
    const { visible = before.visible, comment = before.comment } = patch;
    this.#put(name.toUpperCase(), { name: before.name, shape, visible, comment });
  }

  delete(name: string): void {
    if (this.#entries.has(name.toUpperCase())) this.#put(name.toUpperCase(), undefined);
  }

  /** What formulas see behind a name in upper case. */
  operand(name: string): Operand | undefined {
    const entry = this.#entries.get(name);
    const [first] = this.#sheets();
    if (entry === undefined || first === undefined) return undefined;
    return entry.shape.evaluate({ store: first.store, row: 0, column: 0 });
  }

  /** References of the names follow a change; the names that then mean other cells are told to the calculation. */
  adjust(change: ReferenceChange): void {
    const place = { sheetId: '', row: 0, column: 0 };
    const changed: string[] = [];
    this.#entries = new Map(
      [...this.#entries].map(([key, entry]): [string, Entry] => {
        const parts = adjustParts(entry.shape.parts, place, place, change);
        if (parts === entry.shape.parts) return [key, entry];
        changed.push(key);
        return [key, { ...entry, shape: this.#calculator.library.rangeFromParts(parts, 0, 0) }];
      }),
    );
    for (const key of changed) this.#calculator.nameChanged(key);
  }

  /** What is now; the function brings it back. */
  capture(): () => void {
    const entries = this.#entries;
    return () => {
      const changed = new Set([...this.#entries.keys(), ...entries.keys()]);
      const before = this.#entries;
      this.#entries = entries;
      for (const key of changed) if (before.get(key) !== entries.get(key)) this.#calculator.nameChanged(key);
    };
  }

  #put(key: string, entry: Entry | undefined): void {
    this.#recorder.run(() => {
      this.#recorder.recordState(() => this.capture());
      const entries = new Map(this.#entries);
      if (entry === undefined) entries.delete(key);
      else entries.set(key, entry);
      this.#entries = entries;
      this.#calculator.nameChanged(key);
      this.#recorder.announce({ type: 'namesChanged' });
    });
  }

  #read(refersTo: string | { readonly sheet: NamedSheet; readonly area: Area }): RangeShape {
    const text =
      typeof refersTo === 'string'
        ? refersTo
        : `=${quotedSheetName(refersTo.sheet.name)}!${absoluteAddress(refersTo.area)}`;
    const shape = this.#calculator.library.readRange(text.startsWith('=') ? text : `=${text}`, 0, 0);
    if (shape.names.length > 0) throw new Refusal('notModelled', 'The workbench does not model names of names.');
    for (const { sheetId, topFixed, bottomFixed, leftFixed, rightFixed } of shape.references) {
      if (sheetId === undefined)
        throw new Refusal('notModelled', 'The workbench wants the sheet in what a name refers to.');
      if (!(topFixed && bottomFixed && leftFixed && rightFixed)) {
        throw new Refusal('notModelled', 'The workbench does not model names with relative references.');
      }
    }
    return shape;
  }

  #described({ name, shape, visible, comment }: Entry): DefinedName<Sheet> {
    const refersTo = this.#calculator.library.write(shape, 0, 0);
    const operand = this.operand(name.toUpperCase()) ?? null;
    const base = { name, refersTo, visible, comment };
    if (!(operand instanceof RangeOperand)) {
      return { ...base, value: singleValue(operand, this.#calculator) ?? null };
    }
    const sheet = this.#sheets().find((one) => one.store === operand.store);
    const value = this.#calculator.read(operand.store, operand.top, operand.left);
    if (sheet === undefined) return { ...base, value };
    const { top, left, bottom, right } = operand;
    return { ...base, value, range: { sheet, area: { top, left, bottom, right } } };
  }
}

/** Letters, digits, `_`, `.` and `\`, no cell's address, at most 255 characters. */
function checkName(name: string): void {
  const wellFormed = /^[A-Za-z_\\\u0080-\uffff][A-Za-z0-9_.\\?\u0080-\uffff]*$/.test(name);
  const isAddress = parseArea(name) !== undefined || /^(?:[Rr]\d*(?:[Cc]\d*)?|[Cc]\d*)$/.test(name);
  if (!wellFormed || isAddress || name.length > 255) {
    throw new Refusal('invalidName', 'The name that you entered is not valid.');
  }
}
