import fc from 'fast-check';
import {
  doubledColumns,
  mappingByHeaders,
  withTarget,
  type ColumnMapping,
} from '../../../src/workbook/import/column-mapping.ts';
import { importTargets } from '../../../src/workbook/import/import-target.ts';
import {
  keptFor,
  keptMapping,
  parseMapping,
  printMapping,
  withKeptTargets,
  withMapping,
} from '../../../src/workbook/import/kept-mappings.ts';
import '../../support/proofs.ts';
import { listOf, ownList } from './lists.ts';

const list = listOf(ownList);
const byHand = withTarget(mappingByHeaders(list, 'all'), 11, 'controlNumber');

const anyMapping = fc
  .array(
    fc.tuple(
      fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('DOB', 'Inv #')),
      fc.option(fc.constantFrom(...importTargets)),
    ),
    {
      maxLength: 30,
    },
  )
  .map((edits) =>
    edits.reduce<ColumnMapping>((mapping, [, target], place) => withTarget(mapping, place, target), {
      columns: edits.map(([header]) => ({ header, target: null })),
    }),
  );

test('law: what is printed reads back the same, with headers as they are kept', () => {
  fc.assert(
    fc.property(anyMapping, (mapping) => {
      expect(parseMapping(printMapping(mapping))).toEqual(keptMapping(mapping));
      expect(keptMapping(keptMapping(mapping))).toEqual(keptMapping(mapping));
    }),
  );
});

test('it is compact and holds headers only', () => {
  expect(printMapping({ columns: byHand.columns.slice(0, 2) })).toBe(
    '[1,[["clientname","memberName"],["medicalid","memberCin"]]]',
  );
});

test.each([
  '',
  'null',
  '[2,[]]',
  '[1,[["dob","memberBirthday"]]]',
  '[1,[["a","memberCin"],["b","memberCin"]]]',
  '[1,[["a","memberName"],["b","memberLastName"]]]',
  '[1,[["dob"]]]',
  '[1',
])('%j is no mapping', (text) => {
  expect(parseMapping(text)).toBeNull();
});

test('next month’s list with the same headers is mapped at once', () => {
  const kept = withMapping([], byHand);
  const next = listOf(ownList.replace('Client Name', 'CLIENT NAME').replaceAll('10/14', '11/14'));
  expect(keptFor(next, kept)?.columns.map(({ target }) => target)).toEqual(byHand.columns.map(({ target }) => target));
  expect(keptFor(listOf('CIN,Units\nA,1\n'), kept)).toBeNull();
});

test('of a list with other headers the columns that were placed by hand are known again', () => {
  const kept = withMapping([], byHand);
  const next = listOf('CIN,Worker notes,New column\nA,x,y\n');
  expect(withKeptTargets(mappingByHeaders(next, 'all'), kept).columns.map(({ target }) => target)).toEqual([
    'memberCin',
    'controlNumber',
    null,
  ]);
});

test('an element that the headers fill is not filled again from memory', () => {
  const kept = withMapping([], byHand);
  const next = listOf('Control Number,Worker notes\n1,2\n');
  const mapping = withKeptTargets(mappingByHeaders(next, 'all'), kept);
  expect(doubledColumns(mapping)).toEqual([]);
  expect(mapping.columns[1]?.target).toBeNull();
});

test('the last five lists are kept, the latest first, each once', () => {
  const of = (header: string): ColumnMapping => ({
    columns: [
      { header: 'CIN', target: 'memberCin' },
      { header, target: 'ignored' },
    ],
  });
  const headers = ['a', 'b', 'c', 'd', 'e', 'f', 'd'];
  const kept = headers.reduce<readonly ColumnMapping[]>((before, header) => withMapping(before, of(header)), []);
  expect(kept.map(({ columns }) => columns[1]?.header)).toEqual(['d', 'f', 'e', 'c', 'b']);
});

test('a header that looks like data is not kept, and nothing is of a list without a header that is known', () => {
  const withData: ColumnMapping = {
    columns: [
      { header: 'CIN', target: 'memberCin' },
      { header: '91234567A', target: 'ignored' },
    ],
  };
  expect(printMapping(withData)).not.toContain('91234567');
  expect(withMapping([], withData)).toHaveLength(1);
  const names: ColumnMapping = { columns: ['Ana', 'Cruz', 'Oakland'].map((header) => ({ header, target: null })) };
  expect(withMapping([], names)).toEqual([]);
});

test('what no cell holds is not kept', () => {
  const long: ColumnMapping = {
    columns: [
      { header: 'CIN', target: 'memberCin' },
      { header: 'x'.repeat(33_000), target: null },
    ],
  };
  expect(withMapping([], long)).toEqual([]);
});
