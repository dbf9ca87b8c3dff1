import { packMark } from '../../workbook/mark.ts';
import { acceptedArea, receiptCharacters, receiptParts, receiptsArea } from '../../workbook/geometry.ts';
import { headerRows, invoiceColumn } from '../../workbook/invoice-columns.ts';
import { markFlags } from '../../workbook/invoice-formulas.ts';
import {
  plainRegion,
  type CellConstant,
  type Region,
  type SheetLayout,
  type WorkbookLayout,
} from '../../workbook/layout.ts';
import type { KnownResults } from '../layout-rows.ts';
import { filledLayout } from '../filled-layout.ts';
import { invoicesIn, momentOf, type ErrorReport } from './error-report.ts';
import type { FaultMarks } from './fault-marks.ts';
import type { PlacedFault } from './placed-faults.ts';
import { resultsOf, type ReturnedContents } from './returned-contents.ts';

/**
 * The template with what comes back: the lines with their row keys and marks, accepted numbers and the receipt where
 * the pane looks for them, and the colours of the marked cells.
 */
export function returnedLayout(
  template: WorkbookLayout,
  report: ErrorReport,
  contents: ReturnedContents,
  faults: readonly PlacedFault[],
  marks: FaultMarks,
): WorkbookLayout {
  const { setup, members, lines, rows } = contents;
  const filled = filledLayout(template, { setup, members, entries: lines.map(({ entry }) => entry) }, rows);
  return {
    ...filled,
    sheets: filled.sheets.map((sheet): SheetLayout => {
      switch (sheet.role) {
        case 'invoice':
          return withMarks(sheet, report, contents, faults, marks);
        case 'members':
        case 'setup':
          return {
            ...sheet,
            conditionalFormats: [...sheet.conditionalFormats, ...marks.conditionalFormats[sheet.role]],
          };
        case 'receipts':
          return withRegion(sheet, receiptRegion(report));
        case 'state':
          return withRegion(sheet, acceptedRegion(report));
        default:
          return sheet;
      }
    }),
  };
}

function withRegion(sheet: SheetLayout, region: Region | null): SheetLayout {
  return region === null ? sheet : { ...sheet, regions: [...sheet.regions, region] };
}

function values(row: number, column: number, cells: readonly (readonly CellConstant[])[]): Region {
  return {
    ...plainRegion,
    area: { row, column, rows: cells.length, columns: cells[0]?.length ?? 0 },
    contents: { kind: 'values', values: cells },
  };
}

/** Row keys, marks and their colours; a hidden column in which something was found is shown. */
function withMarks(
  sheet: SheetLayout,
  report: ErrorReport,
  { lines }: ReturnedContents,
  faults: readonly PlacedFault[],
  marks: FaultMarks,
): SheetLayout {
  const faulty = new Set(faults.map(({ column }) => invoiceColumn(column).index));
  const cells = lines.map((line) => [markOf(line.source.findings, report), line.source.rowKey]);
  return {
    ...sheet,
    columns: sheet.columns.map((column, index) => (faulty.has(index) ? { ...column, hidden: false } : column)),
    regions: [
      ...sheet.regions,
      ...(lines.length === 0 ? [] : [values(headerRows, invoiceColumn('mark').index, cells)]),
    ],
    conditionalFormats: [...sheet.conditionalFormats, ...marks.conditionalFormats.invoice],
  };
}

function markOf(findings: Parameters<typeof packMark>[0], { origin }: ErrorReport): string {
  return packMark(findings, momentOf(origin.kind === 'submission' ? origin.receivedAt : origin.checkedAt));
}

/** What the lines' formulas come to: a returned workbook is first seen in Protected View, where nobody calculates. */
export function returnedResults(report: ErrorReport, { lines }: ReturnedContents): KnownResults {
  const check = invoiceColumn('check').index;
  return new Map(
    lines.map((line) => {
      const results = new Map(resultsOf(line));
      results.set(check, markOf(line.source.findings, report).slice(markFlags));
      return [line.row, results];
    }),
  );
}

/** Where the pane looks for invoices that the plan already has. */
function acceptedRegion(report: ErrorReport): Region | null {
  if (report.origin.kind !== 'submission') return null;
  const numbers = invoicesIn(report, 'accepted').flatMap(({ invoiceNumber }) => invoiceNumber ?? []);
  const { row, column, rows } = acceptedArea;
  const cells = numbers.slice(0, rows).map((number) => [number]);
  return cells.length === 0 ? null : values(row, column, cells);
}

/** The receipt's row, as the pane writes it. */
function receiptRegion(report: ErrorReport): Region | null {
  const { origin, invoices, lines } = report;
  if (origin.kind !== 'submission') return null;
  const accepted = invoicesIn(report, 'accepted').length;
  const parts = Array.from({ length: receiptParts }, (_, part) =>
    origin.receipt.slice(part * receiptCharacters, (part + 1) * receiptCharacters),
  );
  const total = invoices.reduce((sum, { chargeCents }) => sum + chargeCents, 0);
  const state = `${String(accepted)} accepted, ${String(invoices.length - accepted)} to correct`;
  const row = [origin.submissionId, origin.receivedAt, invoices.length, lines.length, total / 100, state, ...parts];
  return values(receiptsArea.row, receiptsArea.column, [row]);
}

/** Number of the next submission: an attempt rises when a result has come back. */
export function nextAttempt({ origin }: ErrorReport): number {
  return origin.kind === 'submission' ? origin.attempt + 1 : 1;
}
