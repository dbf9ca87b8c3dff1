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
import { codesInOrder } from '../service-identity.ts';
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

const nothingMissing: readonly ColumnKey[] = [];

/** What is remembered of a column: its cells by their texts, and its element as a set. */
interface ColumnMemory<Verdict> extends ElementSet {
  readonly column: Column;
  readonly cells: Map<string, Cell<Verdict>>;
}

/**
 * Reads lines for a plan. Lines of a list are mostly like the line above, so a line is read as what differs from it,
 * and every text of a column once. What was read stands in the reader until the next line.
 */
export class LineReader<Verdict> implements LineReading {
  readonly #facts: PlanFacts;
  readonly #judge: Judge<Verdict>;
  readonly #memories = columns.map((column): ColumnMemory<Verdict> => ({
    column,
    ...elementSet([column.element.key as ElementKey]),
    cells: new Map(),
  }));
  readonly #knownCodes = new Map<string, ServiceCodes>();
  readonly #texts: string[];
  text = blankLine;
  readonly cells: Cell<Verdict>[];
  codes: ServiceCodes;
  diagnoses: readonly CodeCell[] = [];
  missing = nothingMissing;
  partiesStamp = 0;
  /** Elements in which the line differs from the one that was read before it. */
  readonly changed = { low: 0, high: 0 };
  /** What is wrong with cells by themselves. */
  wrong: readonly Verdict[] = [];

  /** @param judge says what is wrong with a cell that is not blank by itself, or null */
  constructor(facts: PlanFacts, judge: Judge<Verdict>) {
    this.#facts = facts;
    this.#judge = judge;
    this.cells = columns.map((column) => readCell(column, '', judge));
    this.#texts = this.cells.map((cell) => cell.text);
    this.codes = readCodes(this.cells, facts);
    this.#findTroubled();
  }

  /** Reads a line. */
  read(text: LineText): void {
    this.text = text;
    this.changed.low = 0;
    this.changed.high = 0;
    let troubled = false;
    // Almost every line has its cells in the columns' order, and then this is the quickest way to all of them.
    const texts = this.#texts;
    let read = 0;
    for (const key in text) {
      if (key !== keys[read]) break;
      const cellText = text[key];
      if (cellText !== texts[read] && this.#change(read, cellText)) troubled = true;
      read += 1;
    }
    for (const [place, key] of read < keys.length ? keys.entries() : []) {
      if (text[key] !== texts[place] && this.#change(place, text[key])) troubled = true;
    }
    if (meet(this.changed, codeElements)) this.codes = this.#codesNow();
    if (meet(this.changed, diagnosisElements)) {
      this.diagnoses = codeCells(this.cells, columnPlaces.diagnosisCode1, diagnosisKeys.length);
    }
    if (meet(this.changed, parties)) this.partiesStamp += 1;
    if (troubled) this.#findTroubled();
  }

  /** Takes a cell's new text in. Returns whether something is or was the matter with the cell. */
  #change(place: number, text: string): boolean {
    const memory = this.#memories[place];
    if (memory === undefined) throw new RangeError('No such column');
    this.#texts[place] = text;
    const wasTroubled = this.cells[place]?.troubled === true;
    const cell = memory.cells.get(text) ?? this.#readCell(memory, text);
    this.cells[place] = cell;
    this.changed.low |= memory.low;
    this.changed.high |= memory.high;
    return wasTroubled || cell.troubled;
  }

  #readCell({ column, cells }: ColumnMemory<Verdict>, text: string): Cell<Verdict> {
    const cell = readCell(column, text, this.#judge);
    if (cells.size >= mostRemembered) cells.clear();
    cells.set(text, cell);
    return cell;
  }

  #findTroubled(): void {
    this.missing = nothingMissing;
    const missing: ColumnKey[] = [];
    const wrong: Verdict[] = [];
    for (let place = 0; place < keys.length; place += 1) {
      const cell = this.cells[place];
      if (cell?.troubled !== true) continue;
      const key = keys[place];
      if (cell.missing && key !== undefined) missing.push(key);
      if (cell.verdict !== null) wrong.push(cell.verdict);
    }
    if (missing.length > 0) this.missing = missing;
    this.wrong = wrong;
  }

  #codesNow(): ServiceCodes {
    const { text } = this;
    const key = `${text.procedureCode}\t${text.procedureCodeModifier1}\t${text.procedureCodeModifier2}\t${text.procedureCodeModifier3}\t${text.procedureCodeModifier4}`;
    const known = this.#knownCodes.get(key);
    if (known !== undefined) return known;
    if (this.#knownCodes.size >= mostRemembered) this.#knownCodes.clear();
    const codes = readCodes(this.cells, this.#facts);
    this.#knownCodes.set(key, codes);
    return codes;
  }
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
    inOrder: codesInOrder(procedure.text, codes),
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
  // A list that grew has room for more, and this one is kept as long as its line.
  return codes.slice();
}
