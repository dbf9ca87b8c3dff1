import { columnOf, type ColumnKey } from '../../guidance/columns.ts';
import { isEntryKey } from '../../workbook/invoice-columns.ts';

/** Where a column is mended: on the line, on Setup, on Members, or nowhere by hand. */
export function originOf(column: ColumnKey): 'line' | 'setUp' | 'members' | 'derived' {
  if (isEntryKey(column)) return 'line';
  switch (columnOf(column).element.table) {
    case 'provider':
      return 'setUp';
    case 'member':
      return 'members';
    default:
      return 'derived';
  }
}
