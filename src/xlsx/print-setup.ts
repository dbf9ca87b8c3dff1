import { invoiceColumn, invoiceColumns, headerRows } from '../workbook/invoice-columns.ts';
import type { SheetLayout } from '../workbook/layout.ts';
import { receiptColumns, receiptsArea } from '../workbook/geometry.ts';
import type { PrintSetup } from './write/workbook-file.ts';

/** First elements of the groups that stay together on paper: all columns on one page could not be read. */
const groupsBegin = [1, 11, 21, 30, 39, 40];

/**
 * Pixels at full size across Letter between the margins (a quarter inch in landscape, 0.7 in portrait), less a little:
 * the columns of other programs, and of printers, are wider than those of the screen.
 */
const pageWidth = { landscape: 10.5 * 96 * 0.94, portrait: 7.1 * 96 * 0.94 } as const;

/** Per cent at which something of a width in pixels fits onto a page. */
function scaleFor(width: number, orientation: keyof typeof pageWidth): number {
  return Math.min(100, Math.floor((pageWidth[orientation] / width) * 100));
}

/** Pixels of a column in Excel's default font. */
function pixels({ width, hidden }: SheetLayout['columns'][number]): number {
  return hidden ? 0 : width * 7 + 5;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** What the sheets have in common. */
export function commonPrintSetup(planName: string): PrintSetup {
  return {
    orientation: 'landscape',
    scale: 'onePageWide',
    titleRows: 0,
    titleColumn: null,
    pagesBegin: [],
    columns: null,
    // In a footer, an ampersand begins a code.
    footer: `&L${planName.replaceAll('&', '&&')} · &A&CProtected health information&RPage &P of &N`,
  };
}

/** The print set-up of a sheet of the template; null for those that nobody sees. */
export function printSetup(sheet: SheetLayout, planName: string): PrintSetup | null {
  if (sheet.visibility !== 'visible') return null;
  const common = commonPrintSetup(planName);
  switch (sheet.role) {
    case 'instructions':
      // LibreOffice does not fit a single column into the page's width.
      return { ...common, orientation: 'portrait', scale: scaleFor(sum(sheet.columns.map(pixels)), 'portrait') };
    case 'members':
      return { ...common, titleRows: headerRows };
    case 'receipts':
      // The signed receipt and what it goes on in is for machines.
      return { ...common, titleRows: receiptsArea.row, columns: receiptColumns.length - 1 };
    case 'invoice':
      return {
        ...common,
        titleRows: headerRows,
        titleColumn: invoiceColumn('memberCin').index,
        ...invoicePages(sheet),
      };
    default:
      return common;
  }
}

/** Neighbouring groups share a page while they fit into the width of the widest group; hidden columns take none. */
function invoicePages({ columns }: SheetLayout): Pick<PrintSetup, 'scale' | 'pagesBegin'> {
  const widths = columns.map(pixels);
  const starts = groupsBegin.map((element) =>
    invoiceColumns.findIndex((column) => 'column' in column && column.column.element.number === element),
  );
  const groups = starts.map((start, index) => ({
    start,
    width: sum(widths.slice(start, starts[index + 1])),
  }));
  const repeated = widths[invoiceColumn('memberCin').index] ?? 0;
  const widest = Math.max(...groups.map(({ width }) => width));
  const pagesBegin: number[] = [];
  let used = 0;
  for (const { start, width } of groups) {
    if (used + width > widest) {
      pagesBegin.push(start);
      used = 0;
    }
    used += width;
  }
  return { scale: scaleFor(widest + repeated, 'landscape'), pagesBegin };
}
