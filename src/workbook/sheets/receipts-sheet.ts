import type { PlanProfile } from '../../plan/profile.ts';
import { receiptColumns, receiptsArea } from '../geometry.ts';
import { plainRegion, type Region, type SheetLayout, type SheetNames } from '../layout.ts';
import { sheetProtection, templateStyle, titleHeight } from './style.ts';

/** The Receipts sheet: what the plan confirmed, with its signature. The pane writes it, so its cells are unlocked. */
export function receiptsSheet(profile: PlanProfile, names: SheetNames): SheetLayout {
  const style = templateStyle(profile);
  const line = (row: number, texts: readonly string[], rowStyle: Region['style']): Region => ({
    ...plainRegion,
    area: { row, column: 0, rows: 1, columns: texts.length },
    contents: { kind: 'values', values: [texts] },
    style: rowStyle,
  });
  const cells = (offset: number, columns: number, numberFormat: string | null): Region => ({
    ...plainRegion,
    area: { ...receiptsArea, column: offset, columns },
    numberFormat,
    locked: false,
  });
  return {
    role: 'receipts',
    name: names.receipts,
    visibility: 'visible',
    tabColor: profile.brand.color,
    gridlines: true,
    columns: receiptColumns.map(({ width }) => ({ width, hidden: false })),
    rowHeights: [{ row: 0, rows: 1, height: titleHeight }],
    regions: [
      line(0, ['Receipts'], style.title),
      line(
        1,
        [`Each line is a submission that ${profile.name} received. The signature proves it; please keep this sheet.`],
        null,
      ),
      line(
        2,
        receiptColumns.map(({ header }) => header),
        style.header,
      ),
      cells(0, 2, '@'),
      cells(2, 2, '0'),
      cells(4, 1, '#,##0.00'),
      cells(5, receiptsArea.columns - 5, '@'),
    ],
    conditionalFormats: [],
    freeze: { rows: 3, columns: 0 },
    protection: sheetProtection,
    autoFilter: null,
    image: null,
  };
}
