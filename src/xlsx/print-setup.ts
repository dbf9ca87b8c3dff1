import { invoiceColumn, invoiceColumns, headerRows } from '../workbook/invoice-columns.ts';
import type { SheetLayout } from '../workbook/layout.ts';
import { receiptColumns, receiptsArea } from '../workbook/geometry.ts';
import type { PrintSetup } from './write/workbook-file.ts';

/** First elements of the groups that stay together on paper: all columns on one page could not be read. */
const groupsBegin = [1, 11, 21, 30, 39, 40];

/** Pixels at full size across Letter in landscape, between margins of a quarter inch. */
const pageWidth = 10.5 * 96;

/** The print set-up of a sheet of the template; null for those that nobody sees. */
export function printSetup(sheet: SheetLayout, planName: string): PrintSetup | null {
  if (sheet.visibility !== 'visible') return null;
  const common: PrintSetup = {
    orientation: 'landscape',
    scale: 'onePageWide',
    titleRows: 0,
    titleColumn: null,
    pagesBegin: [],
    columns: null,
    // In a footer, an ampersand begins a code.
    footer: `&L${planName.replaceAll('&', '&&')} · &A&CProtected health information&RPage &P of &N`,
  };
  switch (sheet.role) {
    case 'instructions':
      return { ...common, orientation: 'portrait' };
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
  const widths = columns.map(({ width, hidden }) => (hidden ? 0 : width * 7 + 5));
  const starts = groupsBegin.map((element) =>
    invoiceColumns.findIndex((column) => 'column' in column && column.column.element.number === element),
  );
  const groups = starts.map((start, index) => ({
    start,
    width: widths.slice(start, starts[index + 1]).reduce((sum, width) => sum + width, 0),
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
  return { scale: Math.min(100, Math.floor((pageWidth / (widest + repeated)) * 100)), pagesBegin };
}
