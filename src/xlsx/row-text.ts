import { fromExcelSerial, printCivilDate, type ExcelDateSystem } from '../guidance/civil-date.ts';
import { columnOf, type ColumnKey } from '../guidance/columns.ts';
import { textOf } from '../workbook/cell-text.ts';
import type { SheetRow } from './read/sheet-row.ts';

/**
 * The text of a cell as a person sees it: a number whose cell shows a day is a day, one that shows zeros in front keeps
 * them.
 *
 * @param key the guidance's column in which it stands, where that is known
 */
export function rowText(row: SheetRow, place: number, key: ColumnKey | undefined, dates: ExcelDateSystem): string {
  const value = row.valueAt(place);
  if (typeof value !== 'number') return textOf(value, 'text', dates);
  const form = row.formAt(place);
  const format = key === undefined ? 'text' : columnOf(key).element.format;
  if (typeof form === 'object' && format !== 'money') return String(value).padStart(form.digits, '0');
  if (form === 'date' && format !== 'date') {
    const date = Number.isInteger(value) ? fromExcelSerial(value, dates) : null;
    return date === null ? String(value) : printCivilDate(date);
  }
  return textOf(value, format, dates);
}
