import { CheckedLine } from './checked-line.ts';
import type { CivilDate } from './civil-date.ts';
import { isBlank } from './clean-text.ts';
import { columnOf, columns, type Column, type ColumnKey, type LineText } from './columns.ts';
import type { Finding } from './finding.ts';
import { LineGroups, type CodedGroupRule } from './line-groups.ts';
import type { PlanFacts } from './plan-facts.ts';
import { comesApart, hasRepair, isRepairOffered } from './repairs.ts';
import { ruleOf, rules, type RuleCode } from './rules/index.ts';
import { elementSet, type ElementSet } from './rules/element-set.ts';
import { LineReader } from './rules/line-reader.ts';
import type { CellRule, CheckContext, GroupScope, LineRule, Rule } from './rules/rule.ts';

type Coded<R extends Rule> = R & { readonly code: RuleCode };

const cellRules = rules.filter((rule): rule is Coded<CellRule> => rule.scope === 'cell');
const lineRules = rules.filter((rule): rule is Coded<LineRule> => rule.scope === 'line');

function groupRules(scope: GroupScope): readonly CodedGroupRule[] {
  return rules.filter((rule): rule is CodedGroupRule => rule.scope === scope);
}

const cellRulesOf = new Map(
  columns.map((column) => [
    column,
    cellRules.filter((rule) => rule.elements.some((key) => key === column.element.key)),
  ]),
);

/** What is wrong with a cell by itself: the rules that it breaks. */
interface BrokenCell {
  readonly column: ColumnKey;
  readonly rules: readonly Coded<CellRule>[];
  readonly repair: boolean;
}

function judgeCell(column: Column, text: string): BrokenCell | null {
  const broken = (cellRulesOf.get(column) ?? []).filter((rule) => rule.broken(text, column));
  return broken.length === 0 ? null : { column: column.key, rules: broken, repair: hasRepair(column.key, text) };
}

/** What each of them reads: bits as in `element-set.ts`, apart, since they are asked of half a million times a list. */
const lineRuleSets = lineRules.map((rule) => elementSet(rule.elements));
const lineRuleLow = Int32Array.from(lineRuleSets, (set) => set.low);
const lineRuleHigh = Int32Array.from(lineRuleSets, (set) => set.high);

/**
 * Makes a function that checks service lines against every rule of the guidance, and checks them again after edits: it
 * remembers the lines of its last call, and looks only at those that are other objects now and at what belongs with
 * them.
 *
 * @param today the day of the check, on which a date begins to be in the future
 * @param acceptedBefore numbers of invoices that the plan accepted before, as far as the caller knows
 * @returns the function; see {@link checkLines} for what it takes and gives
 */
export function lineChecker(
  facts: PlanFacts,
  today: CivilDate,
  acceptedBefore: CheckContext['acceptedBefore'] = new Set(),
): (lines: readonly LineText[]) => readonly Finding[] {
  const context: CheckContext = { facts, today, acceptedBefore };
  const reader = new LineReader(facts, judgeCell);
  const groups = [
    new LineGroups('invoice', context, groupRules('invoice'), ({ text }) =>
      isBlank(text.invoiceNumber) ? null : text.invoiceNumber,
    ),
    new LineGroups('member', context, groupRules('member'), ({ text }) =>
      isBlank(text.memberCin) ? null : text.memberCin,
    ),
  ];
  const lineJudge = new LineJudge(context);
  let known: readonly CheckedLine[] = [];

  function enter(text: LineText, place: number): CheckedLine {
    reader.read(text);
    const line = new CheckedLine(reader, place);
    for (const broken of reader.wrong) {
      const repair = broken.repair || comesApart(text, broken.column);
      for (const rule of broken.rules) line.report(rule, broken.column, repair);
    }
    lineJudge.check(line, reader.changed);
    for (const each of groups) each.enter(line);
    return line;
  }

  return (lines) => {
    const { kept, gone } = matchLines(known, lines);
    for (const line of gone) for (const each of groups) each.leave(line);
    known = lines.map((text, place) => kept[place] ?? enter(text, place));
    for (const each of groups) each.checkChanged();
    const findings: Finding[] = [];
    known.forEach((line, place) => {
      if (line.hasFindings) findings.push(...line.findings(place));
    });
    return findings;
  };
}

/**
 * Asks the rules on lines, one line after the other. A rule that found nothing in the line before is not asked again
 * while what it reads is the same.
 */
class LineJudge {
  readonly #context: CheckContext;
  readonly #quiet: boolean[] = lineRules.map(() => false);
  #line: CheckedLine | null = null;
  #rule: Coded<LineRule> | null = null;
  #found = false;

  constructor(context: CheckContext) {
    this.#context = context;
  }

  check(line: CheckedLine, changed: ElementSet): void {
    this.#line = line;
    lineRules.forEach((rule, place) => {
      const reads = ((lineRuleLow[place] ?? 0) & changed.low) | ((lineRuleHigh[place] ?? 0) & changed.high);
      if (reads === 0 && this.#quiet[place] === true) return;
      this.#rule = rule;
      this.#found = false;
      rule.check(line, this.#context, this.#report);
      this.#quiet[place] = !this.#found;
    });
  }

  /** One for all lines and rules: a function for each of them would be made half a million times. */
  readonly #report = (column: ColumnKey): void => {
    this.#found = true;
    if (this.#rule !== null) this.#line?.report(this.#rule, column);
  };
}

/** Which of the lines are those of the last check, moved or not, and which of those are no longer there. */
function matchLines(
  known: readonly CheckedLine[],
  lines: readonly LineText[],
): { readonly kept: readonly (CheckedLine | undefined)[]; readonly gone: Iterable<CheckedLine> } {
  const kept: (CheckedLine | undefined)[] = new Array<CheckedLine | undefined>(lines.length);
  const elsewhere = new Map<LineText, CheckedLine[]>();
  known.forEach((line, place) => {
    if (line.text === lines[place]) {
      kept[place] = line;
      return;
    }
    const same = elsewhere.get(line.text);
    if (same === undefined) elsewhere.set(line.text, [line]);
    else same.push(line);
  });
  if (elsewhere.size > 0) {
    lines.forEach((text, place) => {
      kept[place] ??= elsewhere.get(text)?.pop();
    });
  }
  return { kept, gone: [...elsewhere.values()].flat() };
}

/**
 * Checks service lines against every rule of the guidance.
 *
 * @param lines the lines of one provider's batch; lines that share an invoice number are one invoice
 * @param today the day of the check, on which a date begins to be in the future
 * @param acceptedBefore numbers of invoices that the plan accepted before, as far as the caller knows
 * @returns what was found, by line, then by element; empty where all is well. It never holds a cell's value.
 */
export function checkLines(
  lines: readonly LineText[],
  facts: PlanFacts,
  today: CivilDate,
  acceptedBefore?: CheckContext['acceptedBefore'],
): readonly Finding[] {
  return lineChecker(facts, today, acceptedBefore)(lines);
}

/**
 * A finding by its rule's code: what {@link checkLines} reports, and what whoever compares the lines with something
 * else reports itself (rules of the scope `comparison`).
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
    repair: isRepairOffered(text, column),
  };
}
