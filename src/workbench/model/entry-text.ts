import { numberFormat } from './number-format.ts';
import { dateOfSerial, type DateSystem, lastSerial } from './serial.ts';
import { numberToText } from './number-text.ts';
import { CellError, type CellValue } from './value.ts';

/** What the formula bar shows for a literal, and what entering it again would give back. */
export function entryText(value: CellValue, format: string, quotePrefix: boolean, system: DateSystem): string {
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return quotePrefix ? "'" + value : value;
  const parsed = numberFormat(format);
  if (parsed.isPercent) return numberToText(Number((value * 100).toPrecision(15))) + '%';
  if (parsed.isDate && value >= 0 && value < lastSerial(system) + 1) return dateEntryText(value, system);
  return numberToText(value);
}

function dateEntryText(serial: number, system: DateSystem): string {
  const hasDate = serial >= 1;
  const hasTime = !Number.isInteger(serial) || !hasDate;
  const date = dateOfSerial(serial, system);
  const dateText = date === undefined ? '' : `${String(date.month)}/${String(date.day)}/${String(date.year)}`;
  const timeText = hasTime ? numberFormat('h:mm:ss AM/PM').show(serial, system).text : '';
  if (!hasDate) return timeText;
  return hasTime ? `${dateText} ${timeText}` : dateText;
}
