import type { CivilDate } from './civil-date.ts';
import { isBlank } from './clean-text.ts';
import { columnOf, columns, type Column, type ColumnKey, type LineText } from './columns.ts';
import type { Finding } from './finding.ts';
import type { PlanFacts } from './plan-facts.ts';
import { hasRepair } from './repairs.ts';
import { ruleOf, rules, type RuleCode } from './rules/index.ts';
import { linePreparer, type PreparedLine } from './rules/prepared-line.ts';
import type { CellRule, CheckContext, GroupRule, LineRule, Rule } from './rules/rule.ts';

type Coded<R extends Rule> = R & { readonly code: RuleCode };

const cellRules = rules.filter((rule): rule is Coded<CellRule> => rule.scope === 'cell');
const lineRules = rules.filter((rule): rule is Coded<LineRule> => rule.scope === 'line');
const invoiceRules = rules.filter((rule): rule is Coded<GroupRule> => rule.scope === 'invoice');
const batchRules = rules.filter((rule): rule is Coded<GroupRule> => rule.scope === 'batch');

const columnPlaces = new Map(columns.map((column, place) => [column.key, place]));

/**
 * Checks service lines against every rule of the guidance.
 *
 * @param lines the lines of one provider's batch; lines that share an invoice number are one invoice
 * @param today the day of the check, on which a date begins to be in the future
 * @returns what was found, by line, then by element; empty where all is well. It never holds a cell's value.
 */
export function checkLines(lines: readonly LineText[], facts: PlanFacts, today: CivilDate): readonly Finding[] {
  const context: CheckContext = { facts, today };
  const findings: Finding[] = [];
  const report = (rule: Coded<Rule>, column: ColumnKey, line: PreparedLine) => {
    findings.push(findingOf(rule.code, column, line.index, line.text));
  };

  const judges = columns.map((column) => new CellJudge(column));
  const prepare = linePreparer(facts);
  // Line by line, not rule by rule: a line's cells are near each other in memory, the same cell of all lines is not.
  const prepared = lines.map((text, index) => {
    const line = prepare(text, index);
    for (const judge of judges) for (const rule of judge.broken(text)) report(rule, judge.column.key, line);
    for (const rule of lineRules) {
      rule.check(line, context, (column) => {
        report(rule, column, line);
      });
    }
    return line;
  });
  for (const invoice of groupByInvoice(prepared)) checkGroup(invoiceRules, invoice, context, report);
  checkGroup(batchRules, prepared, context, report);
  return findings.sort(byLineThenElement);
}

function checkGroup(
  groupRules: readonly Coded<GroupRule>[],
  lines: readonly PreparedLine[],
  context: CheckContext,
  report: (rule: Coded<Rule>, column: ColumnKey, line: PreparedLine) => void,
): void {
  for (const rule of groupRules) {
    rule.check(lines, context, (line, column) => {
      report(rule, column, line);
    });
  }
}

/**
 * A finding by its rule's code: what {@link checkLines} reports, and what whoever compares a file with the sheet
 * reports itself (`DERIVED_DIFFERENCE`).
 *
 * @param line 0-based place of the line whose text is given
 */
export function findingOf(code: RuleCode, column: ColumnKey, line: number, text: LineText): Finding {
  return {
    code,
    severity: ruleOf(code).severity,
    column,
    element: columnOf(column).element.number,
    line,
    repair: hasRepair(column, text[column]),
  };
}

const unbroken: readonly Coded<CellRule>[] = [];

/** Judges the cells of one column; equal cells once, since names, numbers and codes repeat from line to line. */
class CellJudge {
  readonly column: Column;
  readonly #rules: readonly Coded<CellRule>[];
  readonly #verdicts = new Map<string, readonly Coded<CellRule>[]>();
  #lastText = '';
  #lastVerdict = unbroken;

  constructor(column: Column) {
    this.column = column;
    this.#rules = cellRules.filter((rule) => rule.elements.some((key) => key === column.element.key));
  }

  /** The rules that the line's cell breaks; none where it is blank. */
  broken(line: LineText): readonly Coded<CellRule>[] {
    const text = line[this.column.key];
    if (text === '') return unbroken;
    if (text !== this.#lastText) {
      this.#lastText = text;
      this.#lastVerdict = this.#verdictOn(text);
    }
    return this.#lastVerdict;
  }

  #verdictOn(text: string): readonly Coded<CellRule>[] {
    const known = this.#verdicts.get(text);
    if (known !== undefined) return known;
    const verdict = isBlank(text) ? unbroken : this.#rules.filter((rule) => rule.broken(text, this.column));
    this.#verdicts.set(text, verdict);
    return verdict;
  }
}

/** Lines that share an invoice number; a line without a number is alone. */
function groupByInvoice(lines: readonly PreparedLine[]): readonly (readonly PreparedLine[])[] {
  const alone: PreparedLine[][] = [];
  const groups = new Map<string, PreparedLine[]>();
  for (const line of lines) {
    const number = line.text.invoiceNumber;
    const group = groups.get(number);
    if (isBlank(number)) alone.push([line]);
    else if (group === undefined) groups.set(number, [line]);
    else group.push(line);
  }
  return [...groups.values(), ...alone];
}

function byLineThenElement(left: Finding, right: Finding): number {
  return left.line - right.line || placeOf(left) - placeOf(right) || (left.code < right.code ? -1 : 1);
}

function placeOf(finding: Finding): number {
  return columnPlaces.get(finding.column) ?? 0;
}
