import fc from 'fast-check';
import { checkLines } from '../../src/guidance/check.ts';
import { cleaned, isBlank } from '../../src/guidance/clean-text.ts';
import {
  columnOf,
  columns,
  diagnosisKeys,
  modifierKeys,
  type ColumnKey,
  type LineText,
} from '../../src/guidance/columns.ts';
import { isWellFormed } from '../../src/guidance/formats.ts';
import { applyRepairs, isRepairOffered, offerRepairs, repairsAt, type Repair } from '../../src/guidance/repairs.ts';
import { rules } from '../../src/guidance/rules/index.ts';
import { anyLine as anyLineOfAll } from './any-lines.ts';
import { allServices, line, today } from './sample-lines.ts';

/** Laws of repairs; what is repaired to what stands in `repairs.test.ts`. */

const samples = [
  '',
  ' u2 ',
  'U2 GQ',
  'U2',
  'G9012-U2',
  'G9012',
  '1/5/2026',
  '$1,200.5',
  '(510) 743-9150',
  '98906828H41234',
  'z5901',
  'Z59.01, F10.20',
  'F1020;I10',
  'F10.20 E11.9 Z59.02',
  "'I10",
  '4',
  'Núñez ',
  '12 · Home',
  '.5',
  'E11 I10',
  '46027',
];
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...samples) },
  fc.string({ maxLength: 16 }),
  fc.string({ unit: 'binary', maxLength: 16 }),
);
const crowdedKeys: readonly ColumnKey[] = ['procedureCode', ...modifierKeys, ...diagnosisKeys];
const anyKey = fc.oneof(
  fc.constantFrom(...columns.map((column): ColumnKey => column.key)),
  fc.constantFrom(...crowdedKeys),
);
const anyLine = fc.oneof(
  fc.dictionary(anyKey, anyText, { maxKeys: 12 }).map((change) => line(change)),
  anyLineOfAll(12),
);

test('law: repairing twice is repairing once', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 3 }), (lines) => {
      expect(offerRepairs(applyRepairs(lines, offerRepairs(lines)))).toEqual([]);
    }),
  );
});

test('law: a repaired value passes the rule of its format, and no finding tells of a repair any more', () => {
  fc.assert(
    fc.property(anyLine, (text) => {
      const repairs = offerRepairs([text]);
      for (const { column, value } of repairs.flatMap(({ changes }) => changes)) {
        expect(isWellFormed[columnOf(column).element.format](value)).toBe(true);
      }
      const told = checkLines(applyRepairs([text], repairs), allServices, today);
      expect(told.filter((finding) => finding.repair)).toEqual([]);
    }),
  );
});

/** Codes of the rules on single cells that a cell breaks. */
function brokenBy(column: ColumnKey, text: string): readonly string[] {
  const { element } = columnOf(column);
  return rules
    .filter((rule) => rule.scope === 'cell' && rule.elements.some((key) => key === element.key))
    .filter((rule) => rule.scope === 'cell' && !isBlank(text) && rule.broken(text, columnOf(column)))
    .map(({ code }) => code);
}

/** The rules that offer a repair: of free text only that on spaces, since nothing else of it can be repaired. */
function offeredBy({ column, line: place }: Repair, lines: readonly LineText[]): readonly string[] {
  const broken = brokenBy(column, lines[place]?.[column] ?? '');
  return columnOf(column).element.format === 'text' ? broken.filter((code) => code === 'TEXT_SPACES') : broken;
}

test('law: a repaired value passes every rule that offered the repair', () => {
  const isPayer = (column: ColumnKey) => column === 'payerIdentifier' || column === 'payerName';
  fc.assert(
    fc.property(anyLine, (text) => {
      for (const repair of offerRepairs([text])) {
        const offered = offeredBy(repair, [text]);
        // The payer's cells are compared with the plan's own: a rule on lines offers theirs.
        if (!isPayer(repair.column)) expect(offered).not.toEqual([]);
        for (const { column, value } of repair.changes) {
          expect(brokenBy(column, value).filter((code) => offered.includes(code))).toEqual([]);
        }
      }
    }),
  );
});

test.each(['$99,999,999,999.99', '12,345,678,901'])('%j is too much for a cost: no repair', (text) => {
  expect(offerRepairs([line({ serviceUnitCost: text })])).toEqual([]);
});

test('law: one by one, in any order, is all together', () => {
  fc.assert(
    fc.property(anyLine, fc.infiniteStream(fc.nat()), (text, numbers) => {
      const repairs = [...offerRepairs([text])];
      const together = applyRepairs([text], repairs);
      let lines: readonly LineText[] = [text];
      while (repairs.length > 0) {
        const [repair] = repairs.splice((numbers.next().value ?? 0) % repairs.length, 1);
        if (repair !== undefined) lines = applyRepairs(lines, [repair]);
      }
      expect(lines).toEqual(together);
    }),
  );
});

test('law: a well-formed cell is not touched, and what is there stays there', () => {
  const bare = (text: string) =>
    cleaned(text)
      .toUpperCase()
      .replace(/[^\dA-Z]/g, '');
  fc.assert(
    fc.property(anyLine, (text) => {
      for (const { code, column, changes } of offerRepairs([text])) {
        for (const change of changes) {
          const { format } = columnOf(change.column).element;
          const touched = text[change.column];
          if (format !== 'text' && !isBlank(touched)) expect(isWellFormed[format](touched)).toBe(false);
        }
        if (!code.endsWith('_APART')) continue;
        // Codes that come apart are the cell's own, in its order; a description goes.
        const parts = changes.map(({ value }) => bare(value));
        const place = parts.reduce((from, part) => bare(text[column]).indexOf(part, from), 0);
        expect(place).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('law: a repair is told of at a cell exactly where one is offered', () => {
  fc.assert(
    fc.property(anyLine, (text) => {
      const offered = new Set(offerRepairs([text]).map(({ column }) => column));
      expect(new Set(columns.map(({ key }) => key).filter((key) => isRepairOffered(text, key)))).toEqual(offered);
      const shown = columns.flatMap(({ key }) => repairsAt(text, 0, key));
      expect(shown.filter(({ code }) => code !== 'DIAGNOSES_MOVED_UP')).toEqual(offerRepairs([text]));
    }),
  );
});

test('law: a finding tells of a repair exactly where one is offered at its cell', () => {
  fc.assert(
    fc.property(anyLine, (text) => {
      const offered = new Set(offerRepairs([text]).map(({ column }) => column));
      for (const { column, repair } of checkLines([text], allServices, today)) expect(repair).toBe(offered.has(column));
    }),
  );
});
