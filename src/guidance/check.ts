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

const lineRules = rules.filter((rule): rule is Coded<LineRule> => rule.scope === 'line');
const invoiceRules = rules.filter((rule): rule is Coded<GroupRule> => rule.scope === 'invoice');
const batchRules = rules.filter((rule): rule is Coded<GroupRule> => rule.scope === 'batch');

const cellRules = rules.filter((rule): rule is Coded<CellRule> => rule.scope === 'cell');
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

  const prepared = lines.map(linePreparer(facts));
  checkCells(prepared, report);
  for (const rule of lineRules) {
    for (const line of prepared) {
      rule.check(line, context, (column) => {
        report(rule, column, line);
      });
    }
  }
  const invoices = groupByInvoice(prepared);
  for (const rule of invoiceRules) {
    for (const invoice of invoices) {
      rule.check(invoice, context, (line, column) => {
        report(rule, column, line);
      });
    }
  }
  for (const rule of batchRules) {
    rule.check(prepared, context, (line, column) => {
      report(rule, column, line);
    });
  }
  return findings.sort(byLineThenElement);
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

/** Equal cells are judged once: names, numbers and codes repeat from line to line. */
function checkCells(
  lines: readonly PreparedLine[],
  report: (rule: Coded<CellRule>, column: ColumnKey, line: PreparedLine) => void,
): void {
  for (const column of columns) {
    const applying = cellRules.filter((rule) => rule.elements.some((key) => key === column.element.key));
    const verdicts = new Map<string, readonly Coded<CellRule>[]>();
    for (const line of lines) {
      const text = line.text[column.key];
      if (text === '') continue;
      let broken = verdicts.get(text);
      if (broken === undefined) {
        broken = brokenRules(applying, text, column);
        verdicts.set(text, broken);
      }
      for (const rule of broken) report(rule, column.key, line);
    }
  }
}

function brokenRules(applying: readonly Coded<CellRule>[], text: string, column: Column): readonly Coded<CellRule>[] {
  return isBlank(text) ? [] : applying.filter((rule) => rule.broken(text, column));
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
