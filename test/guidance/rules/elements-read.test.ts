import fc from 'fast-check';
import { checkLines } from '../../../src/guidance/check.ts';
import { columns, type LineText } from '../../../src/guidance/columns.ts';
import type { PlanFacts } from '../../../src/guidance/plan-facts.ts';
import { rules, type RuleCode } from '../../../src/guidance/rules/index.ts';
import type { Rule } from '../../../src/guidance/rules/rule.ts';
import { proofCount } from '../../support/proofs.ts';
import { anyLine, anyPlan } from '../any-lines.ts';
import { acceptedNumber, today } from '../sample-lines.ts';
import { linesOf, ruleCases } from './cases/rule-cases.ts';

/**
 * What a rule says that it reads is all that it reads. The check leans on it: a rule that found nothing in a line is
 * not asked of the next one while what it reads is the same.
 */

/** The cells of a line that a rule reads, and of another line all others. */
function elsewhereAs(other: LineText, text: LineText, rule: Rule): LineText {
  const reads = new Set<string>(rule.elements);
  return Object.fromEntries(
    columns.map(({ key, element }) => [key, (reads.has(element.key) ? text : other)[key]]),
  ) as LineText;
}

const acceptedBefore = new Set([acceptedNumber]);

/** Cells that a rule reports, by line; the offer of a repair depends on other cells, and is none of the rule's. */
function reported(code: RuleCode, lines: readonly LineText[], plan: PlanFacts): readonly string[] {
  return checkLines(lines, plan, today, acceptedBefore)
    .filter((finding) => finding.code === code)
    .map(({ line, column }) => `${String(line)} ${column}`);
}

/** Lines of a plan that a rule may look at: those of its own cases, where it finds something, and any. */
function anyListFor(rule: Rule): fc.Arbitrary<readonly [readonly LineText[], PlanFacts]> {
  // A group is of two lines, since one line has no other to differ from.
  const size = rule.scope === 'cell' || rule.scope === 'line' ? 1 : 2;
  const broken = ruleCases
    .filter(({ code }) => code === rule.code)
    .flatMap(({ broken, facts }) => broken.map(([change]) => ({ lines: linesOf(change), facts: facts ?? {} })));
  return fc.oneof(
    fc.tuple(fc.array(anyLine(14), { minLength: size, maxLength: size }), anyPlan),
    fc
      .tuple(fc.constantFrom(...broken), anyPlan)
      .map(([{ lines, facts }, plan]) => [lines, { ...plan, ...facts }] as const),
  );
}

const tried = rules.filter((rule) => rule.scope !== 'comparison');
const runs = { numRuns: proofCount(200, 10_000) };

test.each(tried.map((rule) => [rule.code, rule] as const))('%s reads its elements only', (code, rule) => {
  const anyOthers = fc.array(anyLine(14), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(anyListFor(rule), anyOthers, ([lines, plan], others) => {
      const changed = lines.map((text, place) => elsewhereAs(others[place] ?? text, text, rule));
      expect(reported(code, changed, plan)).toEqual(reported(code, lines, plan));
    }),
    runs,
  );
});
