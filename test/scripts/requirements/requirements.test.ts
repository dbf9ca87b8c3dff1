import fc from 'fast-check';
import { checkLines } from '../../../src/guidance/check.ts';
import { elementOf, elements } from '../../../src/guidance/elements.ts';
import { isWellFormed } from '../../../src/guidance/formats.ts';
import { isRuleCode, ruleOf, rules } from '../../../src/guidance/rules/index.ts';
import { allServices, goodLine, line, today } from '../../guidance/sample-lines.ts';
import { ruleCases } from '../../guidance/rules/cases/rule-cases.ts';
import { designRules, heldCodes } from '../../../scripts/requirements/design-rules.ts';
import { formDifferences, proposedForms, proposedLengths } from '../../../scripts/requirements/form-comparison.ts';
import { elementRequirements, requirements } from '../../../scripts/requirements/requirements.ts';

/** How many things the reference has to test of each element, 1 to 46. */
const testsOfElement = [
  [3, 3, 2, 1, 1, 3, 3, 2, 1, 2, 3, 4, 2, 1, 1, 3, 3, 2, 1, 2],
  [3, 2, 2, 2, 3, 3, 2, 2, 4],
  [1, 1, 2, 4, 4, 4, 1, 3, 1, 5, 3, 1, 2],
  [3, 3, 2, 3],
].flat();

function numbered(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, place) => `${prefix}${String(place + 1)}`);
}

test('everything that the sources ask for is there once, in their order', () => {
  expect(testsOfElement).toHaveLength(elements.length);
  expect(requirements.map(({ key }) => key)).toEqual([
    ...testsOfElement.flatMap((count, place) => numbered(`E${String(place + 1)}.`, count)),
    ...numbered('SVC-', 8),
    ...numbered('R', 14),
  ]);
});

test('each says what it asks for and what became of it, in sentences', () => {
  for (const requirement of requirements) {
    const { text, note } = requirement;
    for (const sentence of [text, ...(note === undefined ? [] : [note])]) expect(sentence).toMatch(/^[A-Z\d].{10,}\.$/);
    if ('noRule' in requirement) expect(requirement.noRule).toMatch(/^[A-Z].{20,}\.$/);
  }
});

const held = requirements.flatMap((requirement) =>
  'codes' in requirement ? [[requirement.key, requirement.codes] as const] : [],
);

test.each(held)('%s is held by rules that there are', (key, codes) => {
  expect(new Set(codes).size).toBe(codes.length);
  const number = Number(/^E(\d+)\./.exec(key)?.[1] ?? NaN);
  for (const code of codes) {
    expect(isRuleCode(code)).toBe(true);
    // Of an element's requirement, the rules read that element.
    if (!Number.isNaN(number)) expect(ruleOf(code).elements).toContain(elementOf(number).key);
    // A rule without a case on each side holds nothing that anyone saw.
    const cases = ruleCases.filter((each) => each.code === code);
    expect(cases.flatMap(({ broken }) => broken).length).toBeGreaterThan(0);
    expect(cases.flatMap(({ kept }) => kept).length).toBeGreaterThan(0);
  }
});

test.each(requirements.flatMap((each) => ('allows' in each ? [[each.key, each.allows ?? {}] as const] : [])))(
  '%s: what is allowed returns no invoice',
  (_, cells) => {
    const findings = checkLines([line(cells)], allServices, today);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);

test('what is worth a look only warns', () => {
  for (const requirement of elementRequirements.filter(({ text }) => /^[^;,]*worth a look/.test(text))) {
    if (!('codes' in requirement) || requirement.key === 'E35.4') continue;
    for (const code of requirement.codes) expect(`${code} ${ruleOf(code).severity}`).toBe(`${code} warning`);
  }
});

test('every rule holds a requirement, or is a design with its reason', () => {
  expect(heldCodes.size + designRules.length).toBe(rules.length);
  for (const { code, reason } of designRules) expect(`${code}: ${reason ?? ''}`).toMatch(/: [A-Z].{20,}\.$/);
});

describe('forms', () => {
  const different = new Set(formDifferences.flatMap(({ elements: numbers }) => numbers));

  /** Texts of the proposed form, of ours as the good line has it, and others that are near. */
  function anyText(number: number, proposed: string): fc.Arbitrary<string> {
    const own = Object.entries(goodLine).find(([key]) => key.startsWith(elementOf(number).key))?.[1] ?? '';
    const form = fc.stringMatching(new RegExp(proposed));
    const near = fc
      .tuple(fc.oneof(form, fc.constant(own)), fc.nat(12), fc.constantFrom('', ' ', '0', '9', 'A', 'a', '-', '.', '/'))
      .map(([text, place, more]) => `${text.slice(0, place)}${more}${text.slice(place + 1)}`);
    return fc.oneof(form, near, fc.string({ maxLength: 12 })).filter((text) => text !== '');
  }

  test.each(Object.entries(proposedForms).filter(([number]) => !different.has(Number(number))))(
    'element %s: as proposed',
    (number, proposed) => {
      const takes = isWellFormed[elementOf(Number(number)).format];
      fc.assert(
        fc.property(anyText(Number(number), proposed), (text) => {
          expect([text, takes(text)]).toEqual([text, new RegExp(proposed).test(text)]);
        }),
      );
    },
  );

  // Narrower than proposed: what ours takes has the proposed form.
  test.each([9, 19, 29, 34, 35, 38, 43])('element %s: a part of what was proposed', (number) => {
    const proposed = proposedForms[number] ?? '';
    const takes = isWellFormed[elementOf(number).format];
    let taken = 0;
    fc.assert(
      fc.property(anyText(number, proposed), (text) => {
        if (takes(text)) taken += 1;
        return !takes(text) || new RegExp(proposed).test(text);
      }),
    );
    expect(taken).toBeGreaterThan(0);
  });

  // Wider: whatever was proposed is taken, and no rule returns it for its form.
  test.each([37, 40, 41, 42])('element %s: more than was proposed', (number) => {
    const { key, format } = elementOf(number);
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(proposedForms[number] ?? '')), (text) => {
        expect(isWellFormed[format](text)).toBe(true);
        const codes = checkLines([line({ [key]: text })], allServices, today).map(({ code }) => code);
        expect(codes.filter((code) => /FORMAT|POSITIVE|WHOLE|TOO_LARGE/.test(code))).toEqual([]);
      }),
    );
  });

  test('lengths are those proposed, but for the service name', () => {
    const others = elements.filter(({ number, maximumLength }) => maximumLength !== proposedLengths[number - 1]);
    expect(others.map(({ number }) => number)).toEqual([36]);
    expect(different.has(36)).toBe(true);
  });

  test('every difference is of an element with a proposal, and says why', () => {
    for (const { elements: numbers, reason } of formDifferences) {
      for (const number of numbers) expect(number === 36 || proposedForms[number] !== undefined).toBe(true);
      expect(reason).toMatch(/\.$/);
    }
  });
});
