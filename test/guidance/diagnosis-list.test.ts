import fc from 'fast-check';
import {
  DiagnosisList,
  parseDiagnosisList,
  printDiagnosisList,
  type DiagnosisEntry,
} from '../../src/guidance/diagnosis-list.ts';
import { day } from './sample-lines.ts';
import '../support/proofs.ts';

const entries: readonly DiagnosisEntry[] = [
  { code: 'Z59.01', reportable: true },
  { code: 'Z59', reportable: false },
  { code: 'Z59.0', reportable: false },
  { code: 'Z59.00', reportable: true },
  { code: 'Z59.02', reportable: true },
  { code: 'Z59.1', reportable: true },
  { code: 'Z5A', reportable: true },
  { code: 'I10', reportable: true },
  { code: 'S72.001A', reportable: true },
];
const list = DiagnosisList.of(2027, entries);

test.each([
  ['Z59.01', 'reportable'],
  ['Z5901', 'reportable'],
  ['Z59.0', 'header'],
  ['Z59', 'header'],
  ['I10', 'reportable'],
  ['S72001A', 'reportable'],
  ['S72001B', 'unknown'],
  ['S72001AA', 'unknown'],
  ['Z59.03', 'unknown'],
  ['A00', 'unknown'],
  ['ZZZ', 'unknown'],
  ['z59.01', 'unknown'],
  ['Z59 1', 'unknown'],
  ['', 'unknown'],
])('%j is %s', (code, kind) => {
  expect(list.kindOf(code)).toBe(kind);
});

test('its counts', () => {
  expect([list.fiscalYear, list.size, list.reportableCount]).toEqual([2027, 9, 7]);
  expect(DiagnosisList.of(2027, []).kindOf('I10')).toBe('unknown');
});

test('the children of a header are the codes below it that can be reported', () => {
  expect(list.reportableBelow('Z59', 10)).toEqual(['Z59.00', 'Z59.01', 'Z59.02', 'Z59.1']);
  expect(list.reportableBelow('Z590', 2)).toEqual(['Z59.00', 'Z59.01']);
  expect(list.reportableBelow('Z59.1', 10)).toEqual([]);
  expect(list.reportableBelow('B00', 10)).toEqual([]);
});

test('it is current in its fiscal year, which begins on October 1', () => {
  expect(
    [day(2026, 9, 30), day(2026, 10, 1), day(2027, 9, 30), day(2027, 10, 1)].map((date) => list.isCurrentOn(date)),
  ).toEqual([false, true, true, false]);
});

test('what is no code, or stands twice, makes no list', () => {
  expect(() => DiagnosisList.of(2027, [{ code: 'z59', reportable: true }])).toThrow(RangeError);
  expect(() => DiagnosisList.of(2027, [...entries, { code: 'Z5901', reportable: false }])).toThrow(RangeError);
});

test('its text', () => {
  const text = 'ICD-10-CM 2027 9\nI10\nS72001A\nZ59-\nZ590-\nZ5900\nZ5901\nZ5902\nZ591\nZ5A\n';
  expect(printDiagnosisList(list)).toBe(text);
  expect(parseDiagnosisList(text.replaceAll('\n', '\r\n'))?.kindOf('Z59')).toBe('header');
});

test.each([
  ['nothing', ''],
  ['another file', 'code\nA00\n'],
  ['a text that was cut off', 'ICD-10-CM 2027 2\nA00-\n'],
  ['a text that was cut off within a line', 'ICD-10-CM 2027 2\nA00-\nA00'],
  ['codes in another order', 'ICD-10-CM 2027 2\nA01\nA00\n'],
  ['a code twice', 'ICD-10-CM 2027 2\nA00-\nA00\n'],
  ['no code', 'ICD-10-CM 2027 1\nA0\n'],
  ['dots', 'ICD-10-CM 2027 1\nA00.0\n'],
])('%s is no list', (_, text) => {
  expect(parseDiagnosisList(text)).toBeNull();
});

describe('laws', () => {
  const code = fc.stringMatching(/^[A-Z][0-9][0-9A-Z][0-9A-Z]{0,4}$/);
  const someEntries = fc
    .uniqueArray(fc.record({ code, reportable: fc.boolean() }), { selector: (entry) => entry.code, maxLength: 60 })
    .map((some): readonly DiagnosisEntry[] => some);
  const year = fc.integer({ min: 2016, max: 2100 });

  test('parse after print gives the same list, and print after parse the same text', () => {
    fc.assert(
      fc.property(year, someEntries, (fiscalYear, some) => {
        const text = printDiagnosisList(DiagnosisList.of(fiscalYear, some));
        const parsed = parseDiagnosisList(text);
        expect(parsed?.fiscalYear).toBe(fiscalYear);
        expect([...(parsed?.entries() ?? [])]).toEqual(
          [...some].sort((left, right) => (left.code < right.code ? -1 : 1)),
        );
        expect(parsed === null ? null : printDiagnosisList(parsed)).toBe(text);
      }),
    );
  });

  test('a look-up finds what was put in, and nothing else', () => {
    fc.assert(
      fc.property(someEntries, code, (some, other) => {
        const made = DiagnosisList.of(2027, some);
        for (const { code: known, reportable } of some) {
          expect(made.kindOf(known)).toBe(reportable ? 'reportable' : 'header');
        }
        if (!some.some((entry) => entry.code === other)) expect(made.kindOf(other)).toBe('unknown');
        expect(made.reportableBelow(other, 100).map((below) => below.replace('.', ''))).toEqual(
          some
            .filter((entry) => entry.reportable && entry.code.startsWith(other) && entry.code !== other)
            .map((entry) => entry.code)
            .sort(),
        );
      }),
    );
  });
});
