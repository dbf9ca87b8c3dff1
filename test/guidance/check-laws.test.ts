import fc from 'fast-check';
import { checkLines, lineChecker } from '../../src/guidance/check.ts';
import { columns, type ColumnKey, type LineText } from '../../src/guidance/columns.ts';
import { languages, wordsFor } from '../../src/guidance/messages/words.ts';
import { offerRepairs } from '../../src/guidance/repairs.ts';
import { ruleOf, rules } from '../../src/guidance/rules/index.ts';
import { proofCount } from '../support/proofs.ts';
import { anyChange, anyLine, anyPlan, plansForLaws } from './any-lines.ts';
import { acceptedNumber, found, line, today } from './sample-lines.ts';

/** Laws of the check as a whole; those of single rules stand in `rules/`. */

const acceptedBefore = new Set([acceptedNumber]);

type Step =
  | { readonly kind: 'edit'; readonly at: number; readonly changes: readonly (readonly [ColumnKey, string])[] }
  /** Typed over with what was there: another object of the same text. */
  | { readonly kind: 'retype'; readonly at: number }
  | { readonly kind: 'insert'; readonly at: number; readonly text: LineText }
  | { readonly kind: 'delete'; readonly at: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  /** The same object a second time, as a list that was copied down has it. */
  | { readonly kind: 'repeat'; readonly at: number; readonly to: number }
  /** The value of the line above, as filled down. */
  | { readonly kind: 'fillDown'; readonly at: number; readonly key: ColumnKey }
  | { readonly kind: 'sort'; readonly key: ColumnKey };

const anyPlace = fc.nat(12);
const anyKey = anyChange.map(([key]) => key);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), at: anyPlace, changes: fc.array(anyChange, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('retype' as const), at: anyPlace }),
  fc.record({ kind: fc.constant('insert' as const), at: anyPlace, text: anyLine(6) }),
  fc.record({ kind: fc.constant('delete' as const), at: anyPlace }),
  fc.record({ kind: fc.constant('move' as const), at: anyPlace, to: anyPlace }),
  fc.record({ kind: fc.constant('repeat' as const), at: anyPlace, to: anyPlace }),
  fc.record({ kind: fc.constant('fillDown' as const), at: anyPlace, key: anyKey }),
  fc.record({ kind: fc.constant('sort' as const), key: anyKey }),
);

function after(lines: readonly LineText[], step: Step): readonly LineText[] {
  if (step.kind === 'sort') return lines.toSorted((left, right) => (left[step.key] < right[step.key] ? -1 : 1));
  if (step.kind === 'insert') return lines.toSpliced(step.at % (lines.length + 1), 0, step.text);
  if (lines.length === 0) return lines;
  const at = step.at % lines.length;
  const text = lines[at] ?? line();
  switch (step.kind) {
    case 'edit':
      return lines.with(at, { ...text, ...Object.fromEntries(step.changes) });
    case 'retype':
      return lines.with(at, { ...text });
    case 'delete':
      return lines.toSpliced(at, 1);
    case 'move':
      return lines.toSpliced(at, 1).toSpliced(step.to % lines.length, 0, text);
    case 'repeat':
      return lines.toSpliced(step.to % lines.length, 0, text);
    case 'fillDown':
      return lines.with(at, { ...text, [step.key]: (lines[at - 1] ?? text)[step.key] });
  }
}

test('law: after any edits the check finds what it finds afresh, and leaves earlier findings as they were', () => {
  const anyLines = fc.array(anyLine(6), { maxLength: 6 });
  const anySteps = fc.array(fc.array(anyStep, { minLength: 1, maxLength: 3 }), { maxLength: 10 });
  fc.assert(
    fc.property(anyLines, anySteps, anyPlan, (start, rounds, plan) => {
      const check = lineChecker(plan, today, acceptedBefore);
      let lines: readonly LineText[] = start;
      for (const round of [[], ...rounds]) {
        lines = round.reduce<readonly LineText[]>(after, lines);
        const fresh = checkLines(lines, plan, today, acceptedBefore);
        const findings = check(lines);
        expect(findings).toEqual(fresh);
        // Handed out to be kept: an edit of later is none of theirs.
        check(lines.toReversed());
        expect(findings).toEqual(fresh);
      }
    }),
    { numRuns: proofCount(120, 3000) },
  );
});

test('a line is not taken for the line above it: what one cannot be asked, the next may', () => {
  const unreadable = line({ procedureCode: 'A0001', procedureCodeModifier1: 'u2' });
  const readable = line({ procedureCode: 'A0001', invoiceNumber: '4100001002' });
  expect(found([unreadable, readable])).toContain('SERVICE_NOT_OFFERED @ 1 procedureCode');
});

test('law: the order of lines does not matter', () => {
  fc.assert(
    fc.property(
      fc
        .array(anyLine(6), { maxLength: 8 })
        .chain((lines) =>
          fc.tuple(fc.constant(lines), fc.shuffledSubarray([...lines.keys()], { minLength: lines.length })),
        ),
      anyPlan,
      ([lines, order], plan) => {
        const shuffled = checkLines(
          order.map((place) => lines[place] ?? line()),
          plan,
          today,
          acceptedBefore,
        );
        const back = shuffled.map((finding) => ({ ...finding, line: order[finding.line] }));
        const texts = (findings: readonly object[]) => findings.map((each) => JSON.stringify(each)).sort();
        expect(texts(back)).toEqual(texts(checkLines(lines, plan, today, acceptedBefore)));
      },
    ),
  );
});

test('law: the order of cells in a line does not matter', () => {
  // As in the guidance up to somewhere, which the reader makes use of, and then in any order.
  const anyOrder = fc
    .tuple(fc.nat(columns.length), fc.shuffledSubarray([...columns], { minLength: columns.length }))
    .map(([count, shuffled]) => [...new Set([...columns.slice(0, count), ...shuffled])]);
  const anyOrders = fc.array(fc.tuple(anyLine(8), anyOrder), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(anyOrders, anyPlan, (lines, plan) => {
      const shuffled = lines.map(
        ([text, order]) => Object.fromEntries(order.map(({ key }) => [key, text[key]])) as LineText,
      );
      const straight = lines.map(([text]) => text);
      expect(checkLines(shuffled, plan, today, acceptedBefore)).toEqual(
        checkLines(straight, plan, today, acceptedBefore),
      );
    }),
  );
});

describe('no value of a cell leaves the check', () => {
  /** In every word and number of every cell, in the forms that formats, repairs and rules take apart. */
  const letters = 'QZXJ';
  const digits = '8371946';
  const forms: readonly string[] = [
    letters,
    ` ${letters.toLowerCase()}\u00a0`,
    `${letters}é*`,
    `PO Box ${letters}`,
    digits,
    `$${digits}.00`,
    `${digits}2.5`,
    `-${digits}`,
    `1${digits}50`,
    `8${digits}X`,
    `${digits}8H41234`,
    `10/14/${digits}`,
    `G${digits.slice(0, 4)}`,
    `G9012-${letters}`,
    `${letters.slice(0, 2)} ${letters.slice(2)}`,
    `Z59.01, F${digits.slice(0, 2)}.${digits.slice(2, 4)}`,
    `Z${digits.slice(0, 2)}.${digits.slice(2, 6)}`,
  ];
  const secrets = [letters, letters.toLowerCase(), digits, digits.slice(0, 4)];
  const anyCell = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...forms) }, fc.constantFrom('', '1', '10/14/2026'));
  const anyMarked = fc.tuple(...columns.map(() => anyCell)).chain((cells) =>
    // Few cells, so that rules that need all others well-formed speak; or all of them.
    fc
      .tuple(fc.integer({ min: 1, max: columns.length }), fc.shuffledSubarray([...columns.keys()], { minLength: 1 }))
      .map(([most, places]) => {
        const marked: Partial<Record<ColumnKey, string>> = {};
        columns.forEach(({ key }, place) => {
          if (places.slice(0, most).includes(place)) marked[key] = cells[place] ?? '';
        });
        return line(marked);
      }),
  );

  function holds(text: string): boolean {
    return secrets.some((secret) => text.includes(secret));
  }

  test('law: neither a finding nor its words hold it', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(anyMarked, { minLength: 1, maxLength: 3 }), anyPlan, (lines, plan) => {
        const findings = checkLines(lines, plan, today, acceptedBefore);
        expect(holds(JSON.stringify(findings))).toBe(false);
        for (const finding of findings) {
          seen.add(finding.code);
          expect(Object.keys(finding).sort()).toEqual(['code', 'column', 'element', 'line', 'repair', 'severity']);
          for (const language of languages) expect(holds(JSON.stringify(wordsFor(finding, language)))).toBe(false);
        }
      }),
    );
    // The law speaks of something: most rules were heard.
    expect(seen.size).toBeGreaterThan(35);
  });

  test('a finding is made of what the product knows: its code, its place, and two answers', () => {
    const codes = new Set<string>(rules.map(({ code }) => code));
    const keys = new Map<string, number>(columns.map(({ key, element }) => [key, element.number]));
    fc.assert(
      fc.property(fc.array(anyLine(20), { maxLength: 3 }), anyPlan, (lines, plan) => {
        for (const { code, severity, column, element, line: place, repair } of checkLines(
          lines,
          plan,
          today,
          acceptedBefore,
        )) {
          expect(codes.has(code)).toBe(true);
          expect(ruleOf(code as (typeof rules)[number]['code']).severity).toBe(severity);
          expect(keys.get(column)).toBe(element);
          expect(lines[place]).toBeDefined();
          expect(typeof repair).toBe('boolean');
        }
      }),
    );
  });
});

test('law: checking changes nothing in the lines', () => {
  fc.assert(
    fc.property(fc.array(anyLine(), { maxLength: 3 }), anyPlan, (lines, plan) => {
      const frozen = lines.map((text) => Object.freeze({ ...text }));
      checkLines(frozen, plan, today, acceptedBefore);
      offerRepairs(frozen);
      expect(frozen).toEqual(lines);
    }),
  );
});

test('the plans of the laws make use of everything that a plan may set', () => {
  const [plain, ...others] = plansForLaws;
  for (const name of Object.keys(plain ?? {}) as (keyof (typeof plansForLaws)[number])[]) {
    if (name === 'payerIdentifier' || name === 'payerName') continue;
    expect(others.some((plan) => plan[name] !== plain?.[name])).toBe(true);
  }
});
