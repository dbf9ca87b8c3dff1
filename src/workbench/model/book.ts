import { Calculator } from '../calculation/calculator.ts';
import { adjustParts } from '../calculation/reference-adjustment.ts';
import { type Area, areaOf, holds, isWithinSheet, type Position } from './area.ts';
import { CellStore } from './cell-store.ts';
import type { BookListener } from './events.ts';
import { Names } from './names.ts';
import { type Announcement, Recorder } from './recorder.ts';
import { Refusal } from './refusal.ts';
import { type CivilMoment, type DateSystem, systemClock } from './serial.ts';
import { Sheet } from './sheet.ts';
import { restructureSheet } from './structure.ts';
import type { Ground, Workbook } from './workbook.ts';

export type CalculationMode = 'automatic' | 'manual';

export interface BookOptions {
  /** File name with its ending. */
  readonly name?: string;
  readonly dateSystem?: DateSystem;
  readonly calculationMode?: CalculationMode;
  /** Date and time for TODAY and for dates without a year. */
  readonly clock?: () => CivilMoment;
  /** By default one sheet, `Sheet1`. */
  readonly sheetNames?: readonly string[];
}

/** A cell that is being edited, with what stands in it so far. */
export interface CellEdit {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const maximumSheetName = 31;

/** A workbook, as Excel's side of the workbench. See the README beside this file. */
export class Book implements Workbook<Sheet> {
  readonly name: string;
  readonly dateSystem: DateSystem;
  readonly clock: () => CivilMoment;
  readonly names: Names<Sheet>;
  /** Document settings of the add-in: names and JSON. */
  readonly settings = new Map<string, string>();
  /** Calculation and record of changes, for the parts of the model. */
  readonly ground: Ground;
  #sheets: readonly Sheet[] = [];
  #byId = new Map<string, Sheet>();
  #active: Sheet;
  #sheetCount = 0;
  #mode: CalculationMode;
  #edit: CellEdit | undefined;

  constructor(options: BookOptions = {}) {
    const { name = 'Book1.xlsx', dateSystem = 1900, calculationMode = 'automatic' } = options;
    this.name = name;
    this.dateSystem = dateSystem;
    this.clock = options.clock ?? systemClock;
    this.#mode = calculationMode;
    const recorder = new Recorder(() => this.#settle());
    const calculator = new Calculator({
      dateSystem,
      today: this.clock,
      storeOf: (id) => this.#byId.get(id)?.store,
      stores: () => this.#sheets.map((sheet) => sheet.store),
      sheetIdOf: (sheetName) => this.sheet(sheetName)?.id,
      sheetNameOf: (id) => this.#byId.get(id)?.name,
      nameOperand: (upperName) => this.names.operand(upperName),
      calculatesOnRead: () => this.#mode === 'automatic',
    });
    this.ground = { calculator, recorder };
    this.names = new Names(calculator, recorder, () => this.#sheets);
    const [first = 'Sheet1', ...others] = options.sheetNames ?? [];
    this.#active = this.#make(first);
    for (const other of others) this.#make(other);
  }

  /** In the order of their tabs, hidden ones included. */
  get sheets(): readonly Sheet[] {
    return this.#sheets;
  }

  /** By name (whatever its case) or id. */
  sheet(nameOrId: string): Sheet | undefined {
    const wanted = nameOrId.toLowerCase();
    return this.#byId.get(nameOrId) ?? this.#sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  /** Adds a sheet, by default at the end and with the next free `Sheet…`. It is not activated. */
  addSheet(name?: string, position?: number): Sheet {
    return this.ground.recorder.run(() => {
      const sheet = this.#make(name ?? this.#freeName(), position);
      this.ground.calculator.library.forgetTexts();
      this.ground.recorder.clear();
      this.ground.recorder.announce({ type: 'sheetAdded', sheetId: sheet.id });
      return sheet;
    });
  }

  /** What refers to the sheet becomes `#REF!`. Cannot be undone. @throws Refusal `lastVisibleSheet`. */
  deleteSheet(sheet: Sheet): void {
    const { recorder, calculator } = this.ground;
    const others = this.#sheets.filter((other) => other !== sheet && other.visibility === 'visible');
    const next = others.find((other) => other.position > sheet.position) ?? others.at(-1);
    if (next === undefined) {
      throw new Refusal('lastVisibleSheet', 'A workbook must contain at least one visible worksheet.');
    }
    recorder.run(() => {
      const wasActive = this.#active === sheet;
      if (wasActive) this.activate(next);
      this.#sheets = this.#sheets.filter((other) => other !== sheet);
      this.#loseReferences(sheet);
      calculator.dropStore(sheet.store);
      this.#byId.delete(sheet.id);
      calculator.library.forgetTexts();
      recorder.clear();
      recorder.announce({ type: 'sheetDeleted', sheetId: sheet.id });
    });
  }

  moveSheet(sheet: Sheet, position: number): void {
    const before = sheet.position;
    if (before < 0 || position < 0 || position >= this.#sheets.length) {
      throw new Refusal('invalidArgument', 'There is no such place among the sheets.');
    }
    if (before === position) return;
    const { recorder } = this.ground;
    recorder.run(() => {
      this.#sheets = this.#sheets.filter((other) => other !== sheet).toSpliced(position, 0, sheet);
      recorder.clear();
      recorder.announce({ type: 'sheetMoved', sheetId: sheet.id, before, after: position });
    });
  }

  get activeSheet(): Sheet {
    return this.#active;
  }

  /** Goes to a sheet. @throws Refusal `invalidArgument` for a hidden or deleted one. */
  activate(sheet: Sheet): void {
    if (sheet === this.#active) return;
    if (sheet.visibility !== 'visible' || this.#byId.get(sheet.id) !== sheet) {
      throw new Refusal('invalidArgument', 'A hidden sheet cannot be activated.');
    }
    const { recorder } = this.ground;
    recorder.run(() => {
      recorder.announce({ type: 'sheetDeactivated', sheetId: this.#active.id });
      this.#active = sheet;
      recorder.announce({ type: 'sheetActivated', sheetId: sheet.id });
    });
  }

  /** What is selected on the active sheet. */
  get selection(): { readonly sheet: Sheet; readonly areas: readonly Area[]; readonly cell: Position } {
    return { sheet: this.#active, ...this.#active.selection };
  }

  /** Goes to the sheet and selects; the active cell is by default the first. */
  select(sheet: Sheet, areas: Area | readonly Area[], cell?: Position): void {
    const list = 'top' in areas ? [areas] : areas;
    const [first] = list;
    if (first === undefined || !list.every(isWithinSheet)) {
      throw new Refusal('invalidArgument', 'The selection does not lie within the sheet.');
    }
    const active = cell ?? { row: first.top, column: first.left };
    if (!list.some((area) => holds(area, active.row, active.column))) {
      throw new Refusal('invalidArgument', 'The active cell lies within the selection.');
    }
    this.ground.recorder.run(() => {
      this.activate(sheet);
      sheet.setSelection({ areas: list, cell: active });
    });
  }

  get calculationMode(): CalculationMode {
    return this.#mode;
  }

  /** Going back to automatic works out what is dirty. */
  setCalculationMode(mode: CalculationMode): void {
    const { recorder } = this.ground;
    recorder.run(() => {
      this.#mode = mode;
      recorder.announce({ type: 'stateChanged' });
    });
  }

  /** Works out dirty cells (F9), or all of them, whatever the mode. */
  calculate(kind: 'recalculate' | 'full' = 'recalculate'): void {
    const { recorder, calculator } = this.ground;
    recorder.run(() => {
      if (kind === 'full') calculator.rebuild();
      calculator.calculate();
    });
  }

  /** False while calculation is manual and something is dirty. */
  get isCalculated(): boolean {
    return !this.ground.calculator.hasDirty;
  }

  /** A cell that needs itself; Excel shows 0 there. */
  get circularReference(): { readonly sheet: Sheet; readonly row: number; readonly column: number } | undefined {
    const circle = this.ground.calculator.circular;
    const sheet = circle && this.#byId.get(circle.store.sheetId);
    return sheet === undefined ? undefined : { sheet, row: circle?.row ?? 0, column: circle?.column ?? 0 };
  }

  /** Runs many changes as one: recalculation and events come once, at the end. */
  batch<Result>(action: () => Result): Result {
    return this.ground.recorder.run(action);
  }

  /** Runs changes of the person as one step of the undo list; all are taken back if the action throws. */
  asPerson<Result>(label: string, action: () => Result): Result {
    return this.ground.recorder.asPerson(label, action);
  }

  subscribe(listener: BookListener): () => void {
    return this.ground.recorder.subscribe(listener);
  }

  /** What Undo would take back, latest first. */
  get undoLabels(): readonly string[] {
    return this.ground.recorder.undoLabels;
  }

  get redoLabels(): readonly string[] {
    return this.ground.recorder.redoLabels;
  }

  undo(): boolean {
    return this.ground.recorder.undo();
  }

  redo(): boolean {
    return this.ground.recorder.redo();
  }

  clearUndo(): void {
    this.ground.recorder.run(() => {
      this.ground.recorder.clear();
    });
  }

  /** The cell that is being edited: while one is, add-ins wait. */
  get cellEdit(): CellEdit | undefined {
    return this.#edit;
  }

  setCellEdit(edit: CellEdit | undefined): void {
    const { recorder } = this.ground;
    recorder.asPerson('Edit', () => {
      this.#edit = edit;
      recorder.announce({ type: 'stateChanged' });
    });
  }

  /** @throws Refusal `invalidName`, or `nameTaken` by another sheet than `except`. */
  checkSheetName(name: string, except?: Sheet): void {
    const wellFormed = name !== '' && name.length <= maximumSheetName && !/[\\/?*[\]:]|^'|'$/.test(name);
    if (!wellFormed || name.toLowerCase() === 'history') {
      throw new Refusal('invalidName', 'You typed an invalid name for a sheet or chart.');
    }
    const holder = this.#sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (holder !== undefined && holder !== except) {
      throw new Refusal('nameTaken', 'That name is already taken. Try a different one.');
    }
  }

  /** Everything that moving rows and columns can change; the function brings it back. For the model. */
  capture(): () => void {
    const parts = this.#sheets.map((sheet) => sheet.capture());
    const names = this.names.capture();
    return () => {
      for (const restore of parts) restore();
      names();
      this.ground.calculator.rebuild();
    };
  }

  #make(name: string, position: number = this.#sheets.length): Sheet {
    this.checkSheetName(name);
    this.#sheetCount += 1;
    const sheetId = `{${this.#sheetCount.toString(16).toUpperCase().padStart(8, '0')}-0001-0000-0000-000000000000}`;
    const { calculator, recorder } = this.ground;
    const sheet: Sheet = new Sheet(this, name, {
      sheetId,
      store: new CellStore(sheetId),
      calculator,
      recorder,
      dateSystem: this.dateSystem,
      clock: this.clock,
      isManual: () => this.#mode === 'manual',
      restructure: (change) => {
        restructureSheet(sheet, change);
      },
    });
    this.#byId.set(sheetId, sheet);
    this.#sheets = this.#sheets.toSpliced(position, 0, sheet);
    return sheet;
  }

  #freeName(): string {
    let number = this.#sheets.length + 1;
    while (this.sheet(`Sheet${String(number)}`) !== undefined) number += 1;
    return `Sheet${String(number)}`;
  }

  #loseReferences(lost: Sheet): void {
    const change = { type: 'lose', sheetId: lost.id } as const;
    const { library } = this.ground.calculator;
    this.names.adjust(change);
    for (const { store, id: sheetId, cells, validations, conditionalFormats } of this.#sheets) {
      validations.adjust(change);
      conditionalFormats.adjust(change);
      store.columns.forEach((columnStore, column) => {
        columnStore?.cells.forEach((cell, row) => {
          const shape = cell?.formula?.shape;
          if (shape?.references.some((reference) => reference.sheetId === lost.id) !== true) return;
          const place = { sheetId, row, column };
          const adjusted = library.fromParts(adjustParts(shape.parts, place, place, change), row, column);
          cells.writer.change(areaOf(row, column), () => {
            cells.writer.put(row, column, { shape: adjusted, value: null }, cell?.format);
          });
        });
      });
    }
  }

  #settle(): readonly Announcement[] {
    const { calculator } = this.ground;
    if (this.#mode === 'automatic') calculator.calculate();
    return calculator.takeCalculatedSheets().map((sheetId) => ({ type: 'calculated', sheetId }));
  }
}
