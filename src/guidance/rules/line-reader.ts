import {
  blankLine,
  columnPlaces,
  columns,
  diagnosisKeys,
  modifierKeys,
  type Column,
  type ColumnKey,
  type LineText,
} from '../columns.ts';
import type { CivilDate } from '../civil-date.ts';
import type { ElementKey } from '../elements.ts';
import type { PlanFacts } from '../plan-facts.ts';
import { matchOn, serviceCandidates } from '../service-match.ts';
import { readCell, type Cell, type CodeCell, type Judge } from './cell.ts';
import { elementSet, meet, type ElementSet } from './element-set.ts';
import { partyElements } from './parties.ts';
import type { LineReading, ServiceCodes } from './prepared-line.ts';

/** A provider's lists repeat names, dates and codes; a pane that stays open for days must not remember all of them. */
const mostRemembered = 20_000;

const codeElements = elementSet(['procedureCode', 'procedureCodeModifier']);
const diagnosisElements = elementSet(['diagnosisCode']);
const parties = elementSet(partyElements);

const keys: readonly ColumnKey[] = columns.map((column) => column.key);
const columnSets = columns.map((column) => elementSet([column.element.key as ElementKey]));
const columnLow = Int32Array.from(columnSets, (set) => set.low);
const columnHigh = Int32Array.from(columnSets, (set) => set.high);

/**
 * Reads lines for a plan. Lines of a list are mostly like the line above, so a line is read as what differs from it,
 * and every text of a column once. What was read stands in the reader until the next line.
 */
export class LineReader<Verdict> implements LineReading {
  readonly #facts: PlanFacts;
  readonly #judge: Judge<Verdict>;
  readonly #remembered = columns.map(() => new Map<string, Cell<Verdict>>());
  readonly #knownCodes = new Map<string, ServiceCodes>();
  readonly #texts: string[];
  #low = 0;
  #high = 0;
  #troubled = false;
  text = blankLine;
  readonly cells: Cell<Verdict>[];
  codes: ServiceCodes;
  diagnoses: readonly CodeCell[] = [];
  missing: readonly ColumnKey[];
  partiesStamp = 0;
  /** Elements in which the line differs from the one that was read before it. */
  changed: ElementSet = elementSet([]);
  /** Places of the cells that something is wrong with by themselves. */
  wrong: readonly number[] = [];

  /** @param judge says what is wrong with a cell that is not blank by itself, or null */
  constructor(facts: PlanFacts, judge: Judge<Verdict>) {
    this.#facts = facts;
    this.#judge = judge;
    this.cells = columns.map((column) => readCell(column, '', judge));
    this.#texts = this.cells.map((cell) => cell.text);
    this.codes = readCodes(this.cells, facts);
    this.missing = missingIn(this.cells);
  }

  /** Reads a line. */
  read(text: LineText): void {
    this.text = text;
    this.#low = 0;
    this.#high = 0;
    this.#troubled = false;
    // Almost every line has its cells in the columns' order, and then this is the quickest way to all of them.
    let place = 0;
    for (const key in text) {
      if (key !== keys[place]) break;
      const cellText = text[key as ColumnKey];
      if (cellText !== this.#texts[place]) this.#change(place, cellText);
      place += 1;
    }
    for (; place < keys.length; place += 1) {
      const cellText = text[keys[place] as ColumnKey];
      if (cellText !== this.#texts[place]) this.#change(place, cellText);
    }
    this.changed = { low: this.#low, high: this.#high };
    if (meet(this.changed, codeElements)) this.codes = this.#codesNow();
    if (meet(this.changed, diagnosisElements)) {
      this.diagnoses = codeCells(this.cells, columnPlaces.diagnosisCode1, diagnosisKeys.length);
    }
    if (meet(this.changed, parties)) this.partiesStamp += 1;
    if (this.#troubled) {
      this.missing = missingIn(this.cells);
      this.wrong = wrongIn(this.cells);
    }
  }

  #change(place: number, text: string): void {
    this.#texts[place] = text;
    const before = this.cells[place] as Cell<Verdict>;
    const cell = this.#remembered[place]?.get(text) ?? this.#readCell(place, text);
    this.cells[place] = cell;
    this.#low |= columnLow[place] as number;
    this.#high |= columnHigh[place] as number;
    if (before.troubled || cell.troubled) this.#troubled = true;
  }

  #readCell(place: number, text: string): Cell<Verdict> {
    const cell = readCell(columns[place] as Column, text, this.#judge);
    const remembered = this.#remembered[place];
    if (remembered !== undefined && remembered.size >= mostRemembered) remembered.clear();
    remembered?.set(text, cell);
    return cell;
  }

  #codesNow(): ServiceCodes {
    const key = this.#texts.slice(columnPlaces.procedureCode, columnPlaces.procedureCodeModifier4 + 1).join('\t');
    const known = this.#knownCodes.get(key);
    if (known !== undefined) return known;
    if (this.#knownCodes.size >= mostRemembered) this.#knownCodes.clear();
    const codes = readCodes(this.cells, this.#facts);
    this.#knownCodes.set(key, codes);
    return codes;
  }
}

function missingIn(cells: readonly Cell[]): readonly ColumnKey[] {
  return placesOf(cells, (cell) => cell.missing).map((place) => keys[place] as ColumnKey);
}

function wrongIn(cells: readonly Cell[]): readonly number[] {
  return placesOf(cells, (cell) => cell.verdict !== null);
}

function placesOf(cells: readonly Cell[], is: (cell: Cell) => boolean): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < cells.length; place += 1) if (is(cells[place] as Cell)) places.push(place);
  return places;
}

function readCodes(cells: readonly Cell[], facts: PlanFacts): ServiceCodes {
  const first = columnPlaces.procedureCodeModifier1;
  const modifiers = codeCells(cells, first, modifierKeys.length);
  const written = cells.slice(first, first + modifierKeys.length).filter((cell) => !cell.blank);
  const procedure = cells[columnPlaces.procedureCode];
  if (procedure?.wellFormed !== true || written.length > modifiers.length) {
    return { modifiers, inOrder: null, matchOn: () => null };
  }
  const codes = modifiers.map((modifier) => modifier.code);
  const candidates = serviceCandidates(procedure.text, codes, facts.services, facts.extraModifiers);
  return {
    modifiers,
    inOrder: [procedure.text, ...codes.toSorted()].join(' '),
    matchOn: byDate((date) => matchOn(candidates, date)),
  };
}

/** A function of the day that works each day out once: a month has about thirty. */
function byDate<T>(of: (date: CivilDate | null) => T): (date: CivilDate | null) => T {
  const known = new Map<CivilDate | null, { readonly value: T }>();
  return (date) => {
    const earlier = known.get(date);
    if (earlier !== undefined) return earlier.value;
    const value = of(date);
    known.set(date, { value });
    return value;
  };
}

/** The well-formed codes among cells that stand side by side. */
function codeCells(cells: readonly Cell[], first: number, count: number): readonly CodeCell[] {
  const codes: CodeCell[] = [];
  for (let place = first; place < first + count; place += 1) {
    const code = cells[place]?.code ?? null;
    if (code !== null) codes.push(code);
  }
  return codes;
}
