import type { Language } from '../../guidance/messages/words.ts';
import { absoluteReference, cell, cellAddress, sheetReference } from '../../workbook/area.ts';
import { linesArea } from '../../workbook/geometry.ts';
import { invoiceColumn } from '../../workbook/invoice-columns.ts';
import { markFlags } from '../../workbook/invoice-formulas.ts';
import {
  plainRegion,
  type CellConstant,
  type CellStyle,
  type Region,
  type SheetLayout,
  type SheetNames,
} from '../../workbook/layout.ts';
import { sheetProtection, templateStyle, titleHeight, wrappedHeight } from '../../workbook/sheets/style.ts';
import { copierDown } from '../write/formula-rows.ts';
import type { CellLink } from '../write/workbook-file.ts';
import { dayOf, invoicesIn, isOfPart2Program, momentOf, type ErrorReport, type ReportInvoice } from './error-report.ts';
import type { ErrorWords } from './error-words.ts';
import { faultColors, linesReference, type FaultMarks } from './fault-marks.ts';
import { fixWords } from './fault-notes.ts';
import { respondByOf } from './faults.ts';
import { redisclosureNotice } from './redisclosure.ts';
import { placeName, type PlacedFault } from './placed-faults.ts';
import type { ReturnedContents } from './returned-contents.ts';

/** What the sheet is made from. */
export interface SummaryOrder {
  readonly report: ErrorReport;
  readonly contents: ReturnedContents;
  readonly faults: readonly PlacedFault[];
  readonly marks: FaultMarks;
  readonly language: Language;
  readonly words: ErrorWords;
  readonly names: SheetNames;
}

/** The sheet and its links. */
export interface SummarySheet {
  readonly sheet: Omit<SheetLayout, 'role'>;
  readonly links: readonly CellLink[];
}

/** Columns, from A. The last three are hidden: they say to the standing's formula which cell to look at. */
const columns = {
  ...{ standing: 0, correctAt: 1, invoiceNumber: 2, row: 3, element: 4, name: 5, severity: 6, message: 7, fix: 8 },
  ...{ source: 9, code: 10, markedCell: 11, sourceRow: 12, rowKey: 13, sheetColumn: 14, value: 15 },
} as const;

const widths = [13, 18, 16, 7, 9, 32, 11, 44, 50, 34, 40, 12, 10, 8, 8, 8];

const linkColor = '#0b57a4';
const wrapped: CellStyle = { wrap: true, vertical: 'center' };
const grid = '#d4d4d4';

/** Rows that grow downwards, with what belongs to them. */
class SheetRows {
  readonly regions: Region[] = [];
  readonly rowHeights: { row: number; rows: number; height: number }[] = [];
  readonly links: CellLink[] = [];
  next = 0;

  /** Texts beside each other from a column on. */
  add(texts: readonly CellConstant[], style: CellStyle | null = null, column = 0, height?: number): number {
    const row = this.next;
    this.next += 1;
    this.put(row, column, [texts], style);
    if (height !== undefined) this.rowHeights.push({ row, rows: 1, height });
    return row;
  }

  put(row: number, column: number, values: readonly (readonly CellConstant[])[], style: CellStyle | null): void {
    this.regions.push({
      ...plainRegion,
      area: { row, column, rows: values.length, columns: values[0]?.length ?? 0 },
      contents: { kind: 'values', values },
      style,
    });
  }

  formula(row: number, column: number, rows: number, formula: string, result: CellConstant, style: CellStyle | null) {
    this.regions.push({
      ...plainRegion,
      area: { row, column, rows, columns: 1 },
      contents: { kind: 'formulas', firstRow: [formula], results: [result] },
      style,
    });
  }

  gap(): void {
    this.next += 1;
  }
}

/** The first sheet: what came back, what to do, and one row per fault with a link to its cell. */
export function summarySheet(order: SummaryOrder): SummarySheet {
  const { report, faults, words } = order;
  const style = templateStyle(report.profile);
  const rows = new SheetRows();
  const errors = faults.filter(({ severity }) => severity === 'error');
  const open = errors.filter(({ showsOther }) => !showsOther);
  const filledAnew = errors.filter(({ showsOther }) => showsOther);
  const warnings = faults.filter(({ severity }) => severity === 'warning');
  const wasSent = report.origin.kind === 'submission';
  rows.add([wasSent ? words.title : words.checkedTitle], style.title, 0, titleHeight);
  rows.add([outcomeWords(order, errors.length)], { bold: true, size: 12 }, 0, 20);
  if (isOfPart2Program(report)) rows.add([redisclosureNotice(order.language)], { bold: true });
  rows.gap();
  const sendAs = `${words.facts.sendAs}: ${words.resubmission[report.setup.purpose]}.`;
  const steps = words.steps({ setup: order.names.setup, members: order.names.members, sendAs });
  rows.add([words.whatToDo], { bold: true, size: 12, color: report.profile.brand.color }, 0, 20);
  for (const step of steps) rows.add([step]);
  rows.gap();
  const left = addFacts(rows, order);
  const counted = addFaults(rows, order, words.lists.errors, open);
  addFaults(rows, order, words.lists.filledAnew, filledAnew);
  addFaults(rows, order, words.lists.warnings, warnings);
  addInvoices(rows, order);
  rows.formula(
    left,
    columns.invoiceNumber,
    1,
    counted === null ? '=0' : `=COUNTIF(${counted},"${words.standing.toCorrect}")`,
    open.length,
    { bold: true, size: 14, align: 'left', color: faultColors.error.color },
  );
  return { sheet: sheetOf(order, rows), links: rows.links };
}

function outcomeWords({ report, words }: SummaryOrder, errors: number): string {
  return words.outcome({
    invoices: report.invoices.length,
    returned: invoicesIn(report, 'returned').length,
    accepted: invoicesIn(report, 'accepted').length,
    errors,
    wasSent: report.origin.kind === 'submission',
  });
}

/** Submission, dates and help. @returns the row in which the number of faults that are left goes */
function addFacts(rows: SheetRows, { report, words }: SummaryOrder): number {
  const { origin, profile } = report;
  const { support } = profile;
  const days = invoicesIn(report, 'returned')
    .map((invoice) => respondByOf(report, invoice))
    .filter((day) => day !== '')
    .sort((one, other) => sortable(one).localeCompare(sortable(other)));
  const left = rows.add([words.facts.left], { bold: true, vertical: 'center' }, 0, 22);
  const facts: readonly (readonly [string, string])[] = [
    origin.kind === 'submission'
      ? [words.facts.submission, origin.submissionId]
      : [words.facts.submission, words.notSent],
    origin.kind === 'submission'
      ? [words.facts.received, momentOf(origin.receivedAt)]
      : [words.facts.checked, dayOf(origin.checkedAt)],
    [words.facts.respondBy, days[0] ?? words.noDay],
    [words.facts.sendAs, words.resubmission[report.setup.purpose]],
    [words.facts.help, `${support.name}: ${support.phone}, ${support.email}. ${support.hours}.`],
  ];
  for (const [label, value] of facts) {
    const row = rows.add([label], { bold: true });
    rows.put(row, columns.invoiceNumber, [[value]], null);
  }
  rows.gap();
  return left;
}

function sortable(day: string): string {
  return `${day.slice(6)}${day.slice(0, 5)}`;
}

/** One row per fault. @returns reference to the column of their standing, null where there is none */
function addFaults(
  rows: SheetRows,
  order: SummaryOrder,
  heading: string,
  faults: readonly PlacedFault[],
): string | null {
  const severity = faults[0]?.severity;
  if (severity === undefined) return null;
  const { words, names, marks } = order;
  addHeading(rows, order, heading, [
    ...[words.columns.standing, words.columns.correctAt, words.columns.invoiceNumber, words.columns.row],
    ...[words.columns.element, words.columns.name, words.columns.severity, words.columns.message, words.columns.fix],
    ...[words.columns.source, words.columns.code, words.columns.markedCell, words.columns.sourceRow],
  ]);
  const first = rows.next;
  const table = faults.map((fault): readonly CellConstant[] => [
    placeName(fault.place, names),
    numberOf(fault.invoice, words),
    fault.returned.row + 1,
    fault.element,
    fault.header,
    words.severity[severity],
    fault.message,
    fixInList(fault, order),
    fault.citation,
    fault.code,
    cellAddress(fault.returned.row, invoiceColumn(fault.column).index),
    fault.source.sourceRow ?? '',
    fault.source.rowKey,
    invoiceColumn(fault.column).index + 1,
    fault.showsOther ? 0 : marks.indexOf(fault),
  ]);
  rows.put(first, columns.correctAt, table, { ...wrapped, border: grid });
  const column = (index: number, style: CellStyle): void => {
    rows.regions.push({ ...plainRegion, area: { row: first, column: index, rows: faults.length, columns: 1 }, style });
  };
  column(columns.correctAt, { color: linkColor });
  column(columns.markedCell, { color: linkColor });
  column(columns.severity, faultColors[severity]);
  for (const index of [columns.row, columns.element, columns.sourceRow]) column(index, { align: 'center' });
  rows.next += faults.length;
  faults.forEach((fault, index) => {
    const row = first + index;
    const texts: readonly (readonly [string, number])[] = [
      [fault.header, columns.name],
      [fault.message, columns.message],
      [fixInList(fault, order), columns.fix],
      [fault.citation, columns.source],
    ];
    const height = Math.max(...texts.map(([text, place]) => wrappedHeight(text, widths[place] ?? 1)));
    rows.rowHeights.push({ row, rows: 1, height });
    rows.links.push(
      link(row, columns.correctAt, names[fault.place.sheet], fault.place.area, words.linkTip),
      link(row, columns.markedCell, names.invoice, cellOf(fault), words.linkTip),
    );
  });
  addStanding(rows, order, first, faults, severity);
  return absoluteReference({ row: first, column: columns.standing, rows: faults.length, columns: 1 });
}

function cellOf({ returned, column }: PlacedFault) {
  return cell(returned.row, invoiceColumn(column).index);
}

/** The list's heading says of cells that were filled anew what the cell's note says. */
function fixInList(fault: PlacedFault, { words, names }: SummaryOrder): string {
  return fault.showsOther ? fault.fix : fixWords(fault, words, names);
}

/** Whether the cell still shows what came back; by row key, so that a line may be moved. */
function addStanding(
  rows: SheetRows,
  { words: { standing }, names, contents, marks }: SummaryOrder,
  first: number,
  faults: readonly PlacedFault[],
  severity: PlacedFault['severity'],
): void {
  const open = severity === 'error' ? standing.toCorrect : standing.toLookAt;
  const own = (column: number) => `$${cellAddress(first, column)}`;
  const sheet = sheetReference(names.invoice);
  const line = `MATCH(${own(columns.rowKey)},${sheet}!${linesReference('rowKey', contents.rows)},0)`;
  const lines = absoluteReference(linesArea(contents.rows, 0, markFlags));
  const now = `INDEX(${sheet}!${lines},${line},${own(columns.sheetColumn)})&""`;
  const then = `${marks.valueAt(own(columns.value))}&""`;
  const formula = `=IF(${own(columns.value)}=0,"${standing.compare}",IFERROR(IF(EXACT(${now},${then}),"${open}","${standing.changed}"),"${standing.removed}"))`;
  const style: CellStyle = { bold: true, vertical: 'center', border: grid };
  // Runs of rows with the same result share it: a result is what is seen where nobody calculates.
  let start = 0;
  faults.forEach(({ showsOther }, index) => {
    if (faults[index + 1]?.showsOther === showsOther) return;
    const result = showsOther ? standing.compare : open;
    rows.formula(first + start, columns.standing, index + 1 - start, copierDown(formula)(start), result, style);
    start = index + 1;
  });
}

function addInvoices(rows: SheetRows, order: SummaryOrder): void {
  const { report, words, names, contents, faults } = order;
  const returned = invoicesIn(report, 'returned');
  if (returned.length === 0) return;
  const { columns: heads } = words;
  addHeading(rows, order, words.lists.invoices, [
    ...['', names.invoice, heads.invoiceNumber, heads.lines, heads.errors, heads.amount, '', heads.reason],
    words.facts.respondBy,
  ]);
  const byInvoice = Map.groupBy(faults, ({ invoice }) => invoice);
  const lineOf = new Map(contents.lines.toReversed().map((line) => [line.invoice, line]));
  const first = rows.next;
  const table = returned.map((invoice): readonly CellConstant[] => {
    const errors = (byInvoice.get(invoice) ?? []).filter(({ severity }) => severity === 'error');
    const row = lineOf.get(invoice)?.row ?? 0;
    return [
      ...[cellAddress(row, 0), numberOf(invoice, words), invoice.lines.length, errors.length],
      ...[invoice.chargeCents / 100, '', reasonOf(errors), respondByOf(report, invoice)],
    ];
  });
  rows.put(first, columns.correctAt, table, { ...wrapped, border: grid });
  rows.regions.push({
    ...plainRegion,
    area: { row: first, column: columns.name, rows: table.length, columns: 1 },
    numberFormat: '#,##0.00',
    style: { align: 'left' },
  });
  for (const [column, style] of [
    [columns.correctAt, { color: linkColor }],
    [columns.row, { align: 'center' }],
    [columns.element, { align: 'center' }],
  ] as const) {
    rows.regions.push({ ...plainRegion, area: { row: first, column, rows: table.length, columns: 1 }, style });
  }
  rows.next += table.length;
  returned.forEach((invoice, index) => {
    const line = lineOf.get(invoice);
    const reason = String(table[index]?.[6] ?? '');
    rows.rowHeights.push({ row: first + index, rows: 1, height: wrappedHeight(reason, widths[columns.message] ?? 1) });
    if (line === undefined) return;
    const target = cell(line.row, invoiceColumn('memberCin').index);
    rows.links.push(link(first + index, columns.correctAt, names.invoice, target, words.linkTip));
  });
}

/** Why an invoice came back: what its errors are about, each once. */
function reasonOf(errors: readonly PlacedFault[]): string {
  return [...new Set(errors.map(({ title }) => title))].join('; ');
}

function numberOf({ invoiceNumber }: ReportInvoice, words: ErrorWords): string {
  return invoiceNumber ?? words.unknownNumber;
}

function addHeading(rows: SheetRows, { report }: SummaryOrder, heading: string, headers: readonly string[]): void {
  const style = templateStyle(report.profile);
  rows.gap();
  rows.add([heading], { bold: true, size: 12, color: report.profile.brand.color }, 0, 20);
  rows.add(headers, { ...style.header, vertical: 'center' }, 0, 32);
}

function link(row: number, column: number, sheet: string, target: CellLink['target'], tooltip: string): CellLink {
  return { area: cell(row, column), sheet, target, tooltip };
}

function sheetOf({ report, words }: SummaryOrder, rows: SheetRows): SummarySheet['sheet'] {
  const knowsRows = report.lines.some(({ sourceRow }) => sourceRow !== null);
  return {
    name: words.sheets.summary,
    visibility: 'visible',
    tabColor: faultColors.error.color,
    gridlines: false,
    columns: widths.map((width, index) => ({
      width,
      hidden: index >= columns.rowKey || (index === columns.sourceRow && !knowsRows),
    })),
    rowHeights: rows.rowHeights,
    regions: rows.regions,
    conditionalFormats: [
      {
        area: { row: 0, column: columns.standing, rows: rows.next, columns: 1 },
        formula: `=$A1="${words.standing.changed}"`,
        fill: '#d9f2dd',
        color: '#0f5a22',
      },
    ],
    freeze: null,
    protection: sheetProtection,
    autoFilter: null,
    image: null,
  };
}
