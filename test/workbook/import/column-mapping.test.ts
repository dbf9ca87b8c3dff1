import fc from 'fast-check';
import { columns, columnOf } from '../../../src/guidance/columns.ts';
import {
  doubledColumns,
  filledColumns,
  mappingByHeaders,
  withTarget,
  type ColumnMapping,
} from '../../../src/workbook/import/column-mapping.ts';
import { importTargets, splitName } from '../../../src/workbook/import/import-target.ts';
import { mappedLines } from '../../../src/workbook/import/mapped-lines.ts';
import { parseCsv } from '../../../src/xlsx/csv.ts';
import { sampleMonth } from '../../support/samples.ts';
import '../../support/proofs.ts';
import { listOf, ownList, targetsOf } from './lists.ts';

test('a biller’s own headers are recognised', () => {
  expect(targetsOf(ownList)).toEqual({
    'Client Name': 'memberName',
    'Medi-Cal ID': 'memberCin',
    DOB: 'memberDateOfBirth',
    'Date of Service': 'serviceStartDate',
    HCPCS: 'procedureCode',
    'Mod 1': 'procedureCodeModifier1',
    Units: 'serviceUnitCount',
    POS: 'placeOfService',
    Dx1: 'diagnosisCode1',
    Rate: 'serviceUnitCost',
    'Inv #': 'invoiceNumber',
    'Worker notes': null,
  });
});

test('the sample month is mapped and read as by its own reader', () => {
  const list = listOf(sampleMonth('harbor-care-2026-10-dirty'));
  expect(parseCsv(sampleMonth('harbor-care-2026-10-dirty'))).toMatchObject({
    lines: mappedLines(list, mappingByHeaders(list, 'all')),
  });
});

test.each([
  ['two columns that fit the same element', 'Units,Qty,CIN\n1,1,x\n', { Units: null, Qty: null, CIN: 'memberCin' }],
  [
    'the guidance’s own words go before others',
    `${columnOf('procedureCode').header},CPT\nG9012,1\n`,
    { [columnOf('procedureCode').header]: 'procedureCode', CPT: null },
  ],
  ['a name that does not come apart', 'Client Name,CIN\nAna Cruz,x\n', { 'Client Name': null, CIN: 'memberCin' }],
  ['a name with two commas', 'Client Name,CIN\n"Cruz, Ana, Jr.",x\n', { 'Client Name': null, CIN: 'memberCin' }],
  [
    'a whole name beside its parts',
    'Client Name,First Name,Last Name\n"Cruz, Ana",Ana,Cruz\n',
    { 'Client Name': null, 'First Name': null, 'Last Name': null },
  ],
  ['a number that is no CIN', 'Member ID,Units\n12345,1\n', { 'Member ID': null, Units: 'serviceUnitCount' }],
  [
    'a number that is one, a slip aside',
    'Member ID,Units\n91234567A,1\n98906828H41234,1\n91234567a,1\n9907 3662S,1\n9123456,1\n',
    { 'Member ID': 'memberCin', Units: 'serviceUnitCount' },
  ],
])('%s', (_, text, targets) => {
  expect(targetsOf(text)).toEqual(targets);
});

test('a column without a header and without a cell is nobody’s question', () => {
  const list = listOf('CIN,,Units,\nA,,1,x\n');
  expect(mappingByHeaders(list, 'all').columns.map(({ target }) => target)).toEqual([
    'memberCin',
    'ignored',
    'serviceUnitCount',
    null,
  ]);
});

test('a block of the guidance’s columns without headers is taken in their order', () => {
  const [, ...body] = sampleMonth('harbor-care-2026-10').split(/\r?\n/);
  const list = listOf(body.join('\n'));
  const mapping = mappingByHeaders(list, 'all');
  expect(mapping.columns.map(({ target }) => target)).toEqual(columns.map(({ key }) => key));
  expect(mappedLines(list, mapping)).toEqual(mappedLines(listOf(sampleMonth('harbor-care-2026-10')), mapping));
});

test('names come apart; what does not stays whole and is seen', () => {
  const list = listOf('Client Name,CIN\n"Cruz, Ana María",A\nMinh Le,B\n');
  const mapping: ColumnMapping = {
    columns: [
      { header: 'Client Name', target: 'memberName' },
      { header: 'CIN', target: 'memberCin' },
    ],
  };
  expect(mappedLines(list, mapping)).toMatchObject([
    { memberFirstName: 'Ana María', memberLastName: 'Cruz', memberCin: 'A' },
    { memberFirstName: '', memberLastName: 'Minh Le', memberCin: 'B' },
  ]);
});

test.each([
  ['Cruz, Ana', { last: 'Cruz', first: 'Ana' }],
  ['De la Cruz,Ana M.', { last: 'De la Cruz', first: 'Ana M.' }],
  ['Ana Cruz', null],
  ['Cruz,', null],
  [', Ana', null],
  ['Cruz, Jr., Ana', null],
])('%j comes apart as %j', (text, parts) => {
  expect(splitName(text)).toEqual(parts);
});

test('law: however it is edited, no element is filled twice', () => {
  const target = fc.option(fc.constantFrom(...importTargets));
  fc.assert(
    fc.property(fc.nat(9), fc.array(fc.tuple(fc.nat(9), target)), (last, edits) => {
      let mapping: ColumnMapping = {
        columns: Array.from({ length: last + 1 }, (_, index) => ({ header: String(index), target: null })),
      };
      for (const [place, chosen] of edits) {
        mapping = withTarget(mapping, place, chosen);
        expect(doubledColumns(mapping)).toEqual([]);
        if (place <= last) expect(mapping.columns[place]?.target).toBe(chosen);
      }
      expect(filledColumns(mapping).size).toBeLessThanOrEqual(2 * mapping.columns.length);
    }),
  );
});

test('a mapping that fills an element twice is told of', () => {
  const doubled: ColumnMapping = {
    columns: [
      { header: 'a', target: 'memberName' },
      { header: 'b', target: 'memberLastName' },
    ],
  };
  expect(doubledColumns(doubled)).toEqual(['memberLastName']);
});
