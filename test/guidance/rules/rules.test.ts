import { isRuleCode, rules } from '../../../src/guidance/rules/index.ts';
import { found, goodLine } from '../sample-lines.ts';
import { linesOf, ruleCases } from './cases/rule-cases.ts';

test('nothing is found in the good line', () => {
  expect(found([goodLine])).toEqual([]);
  expect(found([])).toEqual([]);
});

describe.each(ruleCases.map((each) => [each.code, each] as const))('%s', (code, { broken, kept, facts }) => {
  if (broken.length > 0)
    test.each(broken)('finds %j at %j', (change, cells) => {
      const expected = [cells].flat().map((cell) => (cell.includes('@') ? cell : `${code} @ ${cell}`));
      const findings = found(linesOf(change), facts);
      // Blank derived amounts and the like are told by other rules too; here what this rule says, and all it says.
      expect(findings).toEqual(expect.arrayContaining(expected));
      expect(findings.filter((each) => each.startsWith(`${code} @`))).toEqual(
        expected.filter((each) => each.startsWith(`${code} @`)),
      );
    });

  test.each(kept.map((change) => [change]))('keeps %j', (change) => {
    expect(found(linesOf(change), facts).filter((each) => each.startsWith(`${code} @`))).toEqual([]);
  });
});

// But for these, whose lines break other rules by their nature: a service of tomorrow is not yet invoiced.
test('one mistake is told once', () => {
  const told = ruleCases
    .filter(({ code }) => !['INVOICE_MEMBER', 'SERVICE_IN_FUTURE', 'DUPLICATE_LINE'].includes(code))
    .flatMap(({ code, broken, facts }) =>
      broken.flatMap(([change]) =>
        found(linesOf(change), facts)
          .filter((each) => !each.startsWith(`${code} @`))
          .map((each) => `${code}: ${each}`),
      ),
    );
  expect(told).toEqual([]);
});

test('every rule that the check runs is tried, and every code is stable', () => {
  const run = rules.filter((rule) => rule.scope !== 'comparison').map((rule) => rule.code);
  expect([...new Set(ruleCases.map((each) => each.code))].sort()).toEqual([...run].sort());
  expect(rules.map((rule) => rule.code)).toMatchSnapshot();
});

test('codes are unique and well-formed; every rule reads elements and cites its source', () => {
  expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length);
  for (const rule of rules) {
    expect(rule.code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(isRuleCode(rule.code)).toBe(true);
    expect(rule.elements.length).toBeGreaterThan(0);
    expect(rule.citation).toMatch(
      /^(DHCS|45 CFR|X12|CMS|US Postal Service|Internal Revenue Service|Medi-Cal|ICD-10-CM|CalAIM|Design: )/,
    );
  }
  expect(isRuleCode('toString')).toBe(false);
});
