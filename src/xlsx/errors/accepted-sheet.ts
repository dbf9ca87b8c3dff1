import type { Language } from '../../guidance/messages/words.ts';
import { plainRegion, type CellConstant, type Region, type SheetLayout } from '../../workbook/layout.ts';
import { sheetProtection, templateStyle, titleHeight, wrappedHeight } from '../../workbook/sheets/style.ts';
import { invoicesIn, type ErrorReport } from './error-report.ts';
import { errorWords } from './error-words.ts';
import type { Fault } from './faults.ts';

const firstRow = 4;
const widths = [18, 8, 14, 16, 90];

/**
 * The invoices that do not come back, on a sheet of their own, to be read: number, lines, amount, state, and what
 * warnings said, in titles. Their lines are not in the workbook, so that none of them is sent twice.
 */
export function acceptedSheet(
  report: ErrorReport,
  faults: readonly Fault[],
  language: Language,
): Omit<SheetLayout, 'role'> {
  const words = errorWords(language);
  const style = templateStyle(report.profile);
  const wasSent = report.origin.kind === 'submission';
  const accepted = invoicesIn(report, 'accepted');
  const byInvoice = Map.groupBy(faults, ({ invoice }) => invoice);
  const table = accepted.map((invoice): readonly CellConstant[] => [
    invoice.invoiceNumber ?? words.unknownNumber,
    invoice.lines.length,
    invoice.chargeCents / 100,
    wasSent ? words.states.accepted : words.states.ready,
    [...new Set((byInvoice.get(invoice) ?? []).map(({ title }) => title))].join('; '),
  ]);
  const line = (row: number, texts: readonly string[], lineStyle: Region['style']): Region => ({
    ...plainRegion,
    area: { row, column: 0, rows: 1, columns: texts.length },
    contents: { kind: 'values', values: [texts] },
    style: lineStyle,
  });
  const { columns } = words;
  return {
    name: words.sheets.accepted,
    visibility: 'visible',
    tabColor: '#2e7d32',
    gridlines: true,
    columns: widths.map((width) => ({ width, hidden: false })),
    rowHeights: [
      { row: 0, rows: 1, height: titleHeight },
      ...table.map((cells, index) => ({
        row: firstRow + index,
        rows: 1,
        height: wrappedHeight(String(cells[4]), widths[4] ?? 1),
      })),
    ],
    regions: [
      line(0, [wasSent ? words.acceptedTitle : words.readyTitle], style.title),
      line(1, [wasSent ? words.acceptedText : words.readyText], null),
      line(3, [columns.invoiceNumber, columns.lines, columns.amount, columns.state, columns.next], style.header),
      ...(table.length === 0
        ? []
        : [
            {
              ...plainRegion,
              area: { row: firstRow, column: 0, rows: table.length, columns: widths.length },
              contents: { kind: 'values', values: table },
              style: { vertical: 'center' },
            } as const,
            {
              ...plainRegion,
              area: { row: firstRow, column: 2, rows: table.length, columns: 1 },
              numberFormat: '#,##0.00',
            },
            {
              ...plainRegion,
              area: { row: firstRow, column: 4, rows: table.length, columns: 1 },
              style: { wrap: true },
            },
          ]),
    ],
    conditionalFormats: [],
    freeze: { rows: firstRow, columns: 0 },
    protection: sheetProtection,
    autoFilter: null,
    image: null,
  };
}
