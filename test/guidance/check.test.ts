import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { checkLines, findingOf } from '../../src/guidance/check.ts';
import { columns, type LineText } from '../../src/guidance/columns.ts';
import type { Finding } from '../../src/guidance/finding.ts';
import { applyRepairs, isRepairOffered, offerRepairs } from '../../src/guidance/repairs.ts';
import { planFacts } from '../../src/plan/facts.ts';
import { parseCsv } from '../../src/xlsx/csv.ts';
import { samplePlan } from '../support/sample-plan.ts';
import { sampleMonth } from '../support/samples.ts';
import { anyLine } from './any-lines.ts';
import { allServices, day, found, goodLine, line, shown, today } from './sample-lines.ts';

function linesOf(name: Parameters<typeof sampleMonth>[0]): readonly LineText[] {
  const csv = parseCsv(sampleMonth(name));
  if (csv.kind !== 'lines') throw new Error('The sample cannot be read');
  return csv.lines;
}

const plan = planFacts(await samplePlan());
const clean = linesOf('harbor-care-2026-10');
const dirty = linesOf('harbor-care-2026-10-dirty');

function accepted(lines: readonly LineText[]): number {
  const numbers = new Set(lines.map((each) => each.invoiceNumber));
  for (const { severity, line: index } of checkLines(lines, plan, today)) {
    if (severity === 'error') numbers.delete(lines[index]?.invoiceNumber ?? '');
  }
  return numbers.size;
}

function warningsByCode(findings: readonly Finding[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { code, severity } of findings) if (severity === 'warning') counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** Counts by code, frozen: another count is another reading of the guidance. */
const cleanWarnings: Readonly<Record<string, number>> = {
  HOMELESSNESS_DIAGNOSIS_WITHOUT_INDICATOR: 59,
  HOMELESSNESS_DIAGNOSES_SEVERAL: 20,
  INVOICE_MIXED_PROGRAMS: 18,
  PLACE_OF_SERVICE_UNUSUAL: 16,
  TEXT_TRANSLITERATED: 42,
  UNIT_COST_ZERO: 1,
};

describe('the clean month', () => {
  const findings = checkLines(clean, plan, today);

  test('172 lines, 97 invoices, no error', () => {
    expect(clean).toHaveLength(172);
    expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
    expect(accepted(clean)).toBe(97);
  });

  test('its warnings, by code', () => {
    expect(warningsByCode(findings)).toEqual(cleanWarnings);
  });

  test('nothing to repair', () => {
    expect(offerRepairs(clean)).toEqual([]);
  });
});

describe('the dirty month', () => {
  interface Fault {
    readonly row: number;
    readonly element: number;
    readonly column: string;
    readonly expect: string;
  }
  const file = new URL('../../plans/sample/harbor-care-2026-10-dirty.expected.json', import.meta.url);
  const faults = JSON.parse(readFileSync(file, 'utf8')) as readonly Fault[];
  const errors = checkLines(dirty, plan, today).filter((finding) => finding.severity === 'error');
  const place = (row: number, element: number) => `row ${String(row)} element ${String(element)}`;
  const numberAt = (row: number) => dirty[row - 2]?.invoiceNumber ?? '';
  const faulty = new Set(faults.map(({ row }) => numberAt(row)));

  /** Errors that follow from a fault, by the row and element where they are told: none, for one mistake is told once. */
  const further: readonly string[] = [];

  test('each of the twenty faults is found at its row and element', () => {
    const found = new Set(errors.map(({ line: index, element }) => place(index + 2, element)));
    expect(faults).toHaveLength(20);
    expect(faults.filter(({ row, element }) => !found.has(place(row, element)))).toEqual([]);
  });

  test('every other error is listed, and belongs to an invoice with a fault', () => {
    const expected = new Set(faults.map(({ row, element }) => place(row, element)));
    const others = errors.filter(({ line: index, element }) => !expected.has(place(index + 2, element)));
    expect(others.map(({ line: index, element }) => place(index + 2, element))).toEqual(further);
    expect(errors.filter(({ line: index }) => !faulty.has(numberAt(index + 2)))).toEqual([]);
  });

  test('the invoices that come back are those with a fault', () => {
    const numbers = new Set(dirty.map((each) => each.invoiceNumber));
    const returned = new Set(errors.map(({ line: index }) => numberAt(index + 2)));
    expect(returned).toEqual(faulty);
    expect(numbers.size - returned.size).toBe(79);
  });

  test('the warnings are those of the clean month, but for what faults hide', () => {
    expect(warningsByCode(checkLines(dirty, plan, today))).toEqual({
      ...cleanWarnings,
      HOMELESSNESS_DIAGNOSES_SEVERAL: 19,
    });
  });

  test('with the repairs that are offered, the faults that are left are those that only a person can mend', () => {
    const repaired = checkLines(applyRepairs(dirty, offerRepairs(dirty)), plan, today);
    expect(
      repaired
        .filter(({ severity }) => severity === 'error')
        .map(({ line: index, element }) => place(index + 2, element)),
    ).toEqual(
      faults.filter((fault) => !fault.expect.startsWith('repair')).map(({ row, element }) => place(row, element)),
    );
  });

  test.each(faults.map((fault) => [`row ${String(fault.row)}, ${fault.column}`, fault] as const))('%s', (_, fault) => {
    const finding = errors.find((each) => each.line === fault.row - 2 && each.element === fault.element);
    expect(columns.find((column) => column.key === finding?.column)?.header).toBe(fault.column);
    expect(finding?.repair).toBe(fault.expect.startsWith('repair'));
  });

  test('the words of the faults', () => {
    expect(errors.map((finding) => finding.code)).toEqual([
      'NPI_CHECK_DIGIT',
      'PHONE_FORMAT',
      'MEMBER_CIN_FORMAT',
      'MEMBER_CIN_FORMAT',
      'DATE_TWO_DIGIT_YEAR',
      'REQUIRED',
      'PROCEDURE_CODE_FORMAT',
      'SERVICE_MODIFIERS',
      'DATE_FORMAT',
      'PLACE_OF_SERVICE_UNKNOWN',
      'DIAGNOSIS_FIRST_BLANK',
      'DIAGNOSIS_FORMAT',
      'DIAGNOSIS_HEADER',
      'UNIT_COUNT_POSITIVE',
      'CHARGE_AMOUNT',
      'INVOICE_AMOUNT',
      'INVOICE_NUMBER_FORMAT',
      'HOMELESSNESS_INDICATOR',
      'SERVICE_END_BEFORE_START',
      'PAYER_NAME',
    ]);
  });

  test('79 invoices are accepted as they are, 84 with the repairs that are offered', () => {
    expect(accepted(dirty)).toBe(79);
    expect(accepted(applyRepairs(dirty, offerRepairs(dirty)))).toBe(84);
  });

  test('a repaired cell is as it was before the fault', () => {
    const repaired = applyRepairs(dirty, offerRepairs(dirty));
    const moved = offerRepairs(dirty).map(({ line: index, column }) => [
      repaired[index]?.[column],
      clean[index]?.[column],
    ]);
    // But for the two rows that were given another code, written badly.
    expect(moved.filter(([now, before]) => now !== before)).toEqual([
      ['04', '27'],
      ['Z59.01', 'E11.9'],
    ]);
  });
});

describe('what a plan allows', () => {
  test('fractions of units', () => {
    const fraction = line({ serviceUnitCount: '1.5', serviceChargeAmount: '120.00', invoiceAmount: '120.00' });
    expect(found([fraction])).toEqual(['UNIT_COUNT_WHOLE @ 0 serviceUnitCount']);
    expect(found([fraction], { fractionalUnits: true })).toEqual([]);
  });

  test('half a cent is rounded up', () => {
    const half = { serviceUnitCount: '0.5', serviceUnitCost: '80.01' };
    const facts = { fractionalUnits: true };
    expect(found([line({ ...half, serviceChargeAmount: '40.01', invoiceAmount: '40.01' })], facts)).toEqual([]);
    expect(found([line({ ...half, serviceChargeAmount: '40.00', invoiceAmount: '40.00' })], facts)).toEqual([
      'CHARGE_AMOUNT @ 0 serviceChargeAmount',
    ]);
  });

  test('spans, for every line', () => {
    const two = [
      line({ serviceEndDate: '10/15/2026', invoiceAmount: '320.00' }),
      line({ serviceStartDate: '10/16/2026', serviceEndDate: '10/17/2026', invoiceAmount: '320.00' }),
    ];
    expect(found(two)).toEqual([
      'INVOICE_SERVICE_DAY @ 0 serviceStartDate',
      'SERVICE_SPAN @ 0 serviceEndDate',
      'INVOICE_SERVICE_DAY @ 1 serviceStartDate',
      'SERVICE_SPAN @ 1 serviceEndDate',
    ]);
    // A service of encounters over two days stays worth a look.
    expect(found(two, { spansDays: true })).toEqual([
      'SERVICE_SPAN_UNUSUAL @ 0 serviceEndDate',
      'SERVICE_SPAN_UNUSUAL @ 1 serviceEndDate',
    ]);
  });

  test('further modifiers', () => {
    const video = line({ procedureCodeModifier3: '95' });
    expect(found([video])).toEqual(['SERVICE_MODIFIERS @ 0 procedureCodeModifier3']);
    expect(found([video], { extraModifiers: ['95'] })).toEqual([]);
  });

  test('only what it offers', () => {
    expect(found([goodLine], { services: [] })).toEqual(['SERVICE_NOT_OFFERED @ 0 procedureCode']);
  });
});

test('lines without an invoice number are not one invoice', () => {
  const without = [line({ invoiceNumber: '' }), line({ invoiceNumber: '', memberCin: '91234568B' })];
  expect(found(without)).toEqual(['REQUIRED @ 0 invoiceNumber', 'REQUIRED @ 1 invoiceNumber']);
});

test('today decides what is in the future', () => {
  expect(found([goodLine], {}, day(2026, 11, 1))).toEqual(['INVOICE_DATE_IN_FUTURE @ 0 invoiceDate']);
});

test('findings are ordered by line, then by element and cell', () => {
  const lines = [line({ diagnosisCode10: 'x', diagnosisCode2: 'x', memberCin: '' }), line({ memberCin: '' })];
  expect(found(lines).filter((each) => !each.startsWith('DUPLICATE'))).toEqual([
    'REQUIRED @ 0 memberCin',
    'DIAGNOSIS_FORMAT @ 0 diagnosisCode2',
    'DIAGNOSIS_FORMAT @ 0 diagnosisCode10',
    'INVOICE_AMOUNT @ 0 invoiceAmount',
    'REQUIRED @ 1 memberCin',
    'INVOICE_AMOUNT @ 1 invoiceAmount',
  ]);
});

test('a difference to the sheet is reported as any other finding', () => {
  expect(findingOf('DERIVED_DIFFERENCE', 'payerName', 3, line({ payerName: ' Sample Health Plan' }))).toEqual({
    code: 'DERIVED_DIFFERENCE',
    severity: 'warning',
    column: 'payerName',
    element: 31,
    line: 3,
    repair: true,
  });
});

test('a cell with a repair has a finding that says so', () => {
  fc.assert(
    fc.property(fc.array(anyLine(6), { maxLength: 6 }), (lines) => {
      const findings = checkLines(lines, allServices, today);
      for (const { line: index, column } of offerRepairs(lines)) {
        const onCell = findings.filter((finding) => finding.line === index && finding.column === column);
        expect(onCell.length).toBeGreaterThan(0);
        expect(onCell.every((finding) => finding.repair)).toBe(true);
      }
      for (const finding of findings) {
        expect(finding.repair).toBe(isRepairOffered(lines[finding.line] ?? goodLine, finding.column));
      }
    }),
  );
});

test('10,000 lines are checked in well under a second', () => {
  const lines = Array.from({ length: 10_000 }, (_, index): LineText => {
    const from = clean[index % clean.length] ?? goodLine;
    const month = Math.floor(index / clean.length);
    return { ...from, invoiceNumber: String(Number(from.invoiceNumber) + month * 1000) };
  });
  const start = performance.now();
  const findings = checkLines(lines, plan, today);
  // About 0.15 s on one core; the bound leaves room for a machine that does other things.
  expect(performance.now() - start).toBeLessThan(3000);
  expect(findings.map(shown)).toContain('DUPLICATE_LINE @ 9999 procedureCode');
});
