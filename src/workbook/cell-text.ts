import type { ElementFormat } from '../guidance/elements.ts';
import {
  fromExcelSerial,
  parseCivilDate,
  printCivilDate,
  toExcelSerial,
  type ExcelDateSystem,
} from '../guidance/civil-date.ts';
import { parseCents, printCents } from '../guidance/money.ts';
import { parseUnitCount, printUnitCount } from '../guidance/unit-count.ts';

/** A cell's raw value, as Excel and files give it. Blank is `''`. */
export type RawCell = string | number | boolean;

/**
 * The text of a cell as rules read it. A number in a date cell is a serial, in a money cell dollars; whatever cannot
 * be read so keeps its own text, for a rule to find. Text loses outer spaces never: that is a repair, which is offered.
 */
export function textOf(value: RawCell, format: ElementFormat, dates: ExcelDateSystem): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  switch (format) {
    case 'date': {
      const date = Number.isInteger(value) ? fromExcelSerial(value, dates) : null;
      return date === null ? String(value) : printCivilDate(date);
    }
    case 'money':
      return moneyText(value);
    default:
      return String(value);
  }
}

/** Dollars with two decimals where the amount is a whole number of cents, otherwise the number as it is. */
function moneyText(dollars: number): string {
  const cents = Math.round(dollars * 100);
  const whole = Number.isSafeInteger(cents) && cents >= 0 && Math.abs(dollars * 100 - cents) < 1e-6;
  return whole ? printCents(cents) : String(dollars);
}

/** The value that a text of an element is written as: a serial, dollars, a number, or the text itself. */
export function valueOf(text: string, format: ElementFormat, dates: ExcelDateSystem): RawCell {
  switch (format) {
    case 'date': {
      const date = parseCivilDate(text);
      return (date === null ? null : toExcelSerial(date, dates)) ?? text;
    }
    case 'money': {
      const cents = parseCents(text);
      return cents === null ? text : cents / 100;
    }
    case 'unitCount': {
      const count = parseUnitCount(text);
      return count === null ? text : Number(printUnitCount(count));
    }
    default:
      return text;
  }
}
