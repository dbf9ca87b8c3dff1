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
import type { ElementKey } from '../elements.ts';
import type { PlanFacts } from '../plan-facts.ts';
import { matchService } from '../services.ts';
import { readCell, type Cell, type CodeCell, type Judge } from './cell.ts';
import { elementSet, meet, type ElementSet } from './element-set.ts';
import { partyElements } from './parties.ts';
import type { LineReading, ServiceCodes } from './prepared-line.ts';

/** A provider's lists repeat names, dates and codes; a pane that stays open for days must not remember all of them. */
const mostRemembered = 20_000;

const codeElements = elementSet(['procedureCode', 'procedureCodeModifier']);
const diagnosisElements = elementSet(['diagnosisCode']);
const parties = elementSet(partyElements);

interface ColumnMemory<Verdict> {
  readonly column: Column;
  readonly set: ElementSet;
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
    set: elementSet([column.element.key as ElementKey]),
    cells: new Map(),
  }));
  readonly #knownCodes = new Map<string, ServiceCodes>();
  readonly #texts: string[];
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
    this.cells = this.#memories.map((memory) => remembered(memory, '', judge));
    this.#texts = this.cells.map((cell) => cell.text);
    this.codes = readCodes(this.cells, facts);
    this.missing = missingIn(this.cells);
  }

  /** Reads a line. */
  read(text: LineText): void {
    this.text = text;
    const texts = this.#texts;
    let low = 0;
    let high = 0;
    let troubled = false;
    const values = valuesOf(text);
    for (let place = 0; place < texts.length; place += 1) {
      const cellText = values[place] as string;
      if (cellText === texts[place]) continue;
      texts[place] = cellText;
      const memory = this.#memories[place] as ColumnMemory<Verdict>;
      const before = this.cells[place] as Cell<Verdict>;
      const cell = memory.cells.get(cellText) ?? remembered(memory, cellText, this.#judge);
      this.cells[place] = cell;
      low |= memory.set.low;
      high |= memory.set.high;
      troubled ||= before.troubled || cell.troubled;
    }
    this.changed = { low, high };
    if (meet(this.changed, codeElements)) this.codes = this.#codesNow();
    if (meet(this.changed, diagnosisElements)) {
      this.diagnoses = codeCells(this.cells, columnPlaces.diagnosisCode1, diagnosisKeys.length);
    }
    if (meet(this.changed, parties)) this.partiesStamp += 1;
    if (troubled) {
      this.missing = missingIn(this.cells);
      this.wrong = wrongIn(this.cells);
    }
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

function remembered<Verdict>(
  { column, cells }: ColumnMemory<Verdict>,
  text: string,
  judge: Judge<Verdict>,
): Cell<Verdict> {
  if (cells.size >= mostRemembered) cells.clear();
  const cell = readCell(column, text, judge);
  cells.set(text, cell);
  return cell;
}

function missingIn(cells: readonly Cell[]): readonly ColumnKey[] {
  return columns.flatMap(({ key }, place) => (cells[place]?.missing === true ? [key] : []));
}

function wrongIn(cells: readonly Cell[]): readonly number[] {
  return cells.flatMap(({ verdict }, place) => (verdict === null ? [] : [place]));
}

function readCodes(cells: readonly Cell[], facts: PlanFacts): ServiceCodes {
  const first = columnPlaces.procedureCodeModifier1;
  const modifiers = codeCells(cells, first, modifierKeys.length);
  const written = cells.slice(first, first + modifierKeys.length).filter((cell) => !cell.blank);
  const procedure = cells[columnPlaces.procedureCode];
  if (procedure?.wellFormed !== true || written.length > modifiers.length) {
    return { modifiers, inOrder: null, match: null };
  }
  const codes = modifiers.map((modifier) => modifier.code);
  return {
    modifiers,
    inOrder: [procedure.text, ...codes.toSorted()].join(' '),
    match: matchService(procedure.text, codes, facts.services, facts.extraModifiers),
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

const valuesOf = Object.values as (text: LineText) => readonly string[];
