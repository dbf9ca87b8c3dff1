import type { WorkbookContents } from '../../excel/invoice-workbook.ts';
import type { ColumnKey } from '../../guidance/columns.ts';
import type { FilledCell } from '../../workbook/filled-cell.ts';
import { billingKeys, memberKeys, siteKeys } from '../../workbook/geometry.ts';
import { isEntryKey } from '../../workbook/invoice-columns.ts';
import type { WorkbookLine } from '../../workbook/model.ts';

/** The cell in which a person fills what a line shows in a column; null where nobody fills it by hand. */
export function filledCellOf(
  column: ColumnKey,
  { row, entry, text }: WorkbookLine,
  { members, setup }: Pick<WorkbookContents, 'members' | 'setup'>,
): FilledCell | null {
  const placeOfSite = setup.sites.findIndex(
    ({ renderingProviderName }) => renderingProviderName.toLowerCase() === text.renderingProviderName.toLowerCase(),
  );
  if (isEntryKey(column) && entry[column] !== null) return { sheet: 'invoice', row, column };
  const billing = billingKeys.find((key) => key === column);
  if (billing !== undefined) return { sheet: 'billing', column: billing };
  const site = siteKeys.find((key) => key === column);
  if (site !== undefined) return placeOfSite < 0 ? null : { sheet: 'sites', place: placeOfSite, column: site };
  const member = memberKeys.find((key) => key === column);
  if (member !== undefined) {
    const cin = text.memberCin.toLowerCase();
    const place = members.findIndex(({ memberCin }) => memberCin.toLowerCase() === cin);
    return place < 0 ? null : { sheet: 'members', place, column: member };
  }
  return column === 'invoiceDate' ? { sheet: 'setup', column } : null;
}
