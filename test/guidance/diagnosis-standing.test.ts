import { DiagnosisList } from '../../src/guidance/diagnosis-list.ts';
import {
  alternativesTo,
  canStand,
  diagnosesBeginning,
  diagnosisStanding,
} from '../../src/guidance/diagnosis-standing.ts';
import { checkLines } from '../../src/guidance/check.ts';
import { allServices, day, line, today } from './sample-lines.ts';

const list = (fiscalYear: number, ...codes: readonly string[]) =>
  DiagnosisList.of(
    fiscalYear,
    codes.map((code) => ({ code: code.replace('-', ''), reportable: !code.endsWith('-') })),
  );

const of2025 = list(2025, 'A00-', 'A00.0', 'B20', 'Z59.1-', 'Z59.10');
const of2027 = list(2027, 'A00-', 'A00.0', 'A00.9', 'B21', 'Z59.1');
const in2025 = day(2025, 1, 15);
const in2026 = day(2026, 9, 30);
const in2027 = day(2026, 10, 1);

test.each([
  // Without a list: what is built in.
  ['A00', in2027, [], 'accepted', []],
  ['Z59.1', in2027, [], 'header', ['Z59.10', 'Z59.11', 'Z59.12', 'Z59.19']],
  ['Z59.1', day(2023, 9, 30), [], 'accepted', []],
  // The list of the day decides alone, for the built-in codes too.
  ['A00', in2027, [of2025, of2027], 'header', ['A00.0', 'A00.9']],
  ['A00.9', in2027, [of2025, of2027], 'accepted', []],
  ['B20', in2027, [of2025, of2027], 'unknown', []],
  ['B20', in2025, [of2025, of2027], 'accepted', []],
  ['Z59.1', in2027, [of2025, of2027], 'accepted', []],
  ['Z59.02', in2027, [of2025, of2027], 'unknown', []],
  ['Z591', in2025, [of2027, of2025], 'header', ['Z59.10']],
  // Without it a list of another year says what it doubts, and never more.
  ['A00', in2026, [of2025], 'notInOldList', ['A00.0']],
  ['B21', in2026, [of2025], 'notInOldList', []],
  ['B20', in2026, [of2025], 'accepted', []],
  ['Z59.02', in2026, [of2025], 'accepted', []],
  ['Z59.7', in2026, [of2025], 'header', ['Z59.71', 'Z59.72']],
  ['Z59.7', day(2024, 9, 30), [list(2027, 'Z59.7-', 'Z59.71')], 'accepted', []],
  // Of two that are equally near, the later one.
  ['B20', in2026, [of2025, of2027], 'notInOldList', []],
  ['B21', in2026, [of2027, of2025], 'accepted', []],
] as const)('%s on day %s', (code, on, lists, standing, alternatives) => {
  expect(diagnosisStanding(code, on, lists)).toBe(standing);
  expect(canStand(standing, on, lists)).toBe(true);
  expect(alternativesTo(code, on, lists, 8)).toEqual(alternatives);
});

test('what no code can be on a day', () => {
  const possible = (lists: readonly DiagnosisList[]) =>
    (['header', 'unknown', 'notInOldList'] as const).filter((standing) => canStand(standing, in2027, lists));
  expect(possible([])).toEqual(['header']);
  expect(possible([of2025])).toEqual(['header', 'notInOldList']);
  expect(possible([of2025, of2027])).toEqual(['header', 'unknown']);
});

test.each([
  ['a00', in2027, [of2025, of2027], ['A00.0', 'A00.9']],
  ['A00.9', in2027, [of2025, of2027], ['A00.9']],
  ['Z59', in2025, [of2025, of2027], ['Z59.10']],
  // Without a list of the year, that of the nearest.
  ['B2', in2026, [of2025], []],
  ['B20', in2026, [of2025], ['B20']],
  ['A00', in2027, [], []],
  ['food', in2027, [of2027], []],
  ['', in2027, [of2027], []],
  ['A', in2027, [of2027], []],
] as const)('the codes that begin with "%s" on day %s', (text, on, lists, codes) => {
  expect(diagnosesBeginning(text, on, lists, 8)).toEqual(codes);
});

test('no more alternatives than are asked for', () => {
  expect(alternativesTo('A00', in2027, [of2027], 1)).toEqual(['A00.0']);
  expect(alternativesTo('Z59.1', in2027, [], 2)).toEqual(['Z59.10', 'Z59.11']);
});

test('a list of another year never returns an invoice', () => {
  const findings = checkLines(
    [line({ diagnosisCode1: 'B99', diagnosisCode2: 'A00' })],
    { ...allServices, diagnosisLists: [of2025] },
    today,
  );
  expect(findings.map(({ code, severity, column }) => `${code} ${severity} ${column}`)).toEqual([
    'DIAGNOSIS_NOT_IN_OLD_LIST warning diagnosisCode1',
    'DIAGNOSIS_NOT_IN_OLD_LIST warning diagnosisCode2',
  ]);
});
