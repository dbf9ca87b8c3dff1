import { dateOfSerial, daysInMonth, lastSerial, serialOfParts, weekdayOfSerial } from '../../model/serial.ts';
import { CellError, cellErrors, type CellValue } from '../../model/value.ts';
import type { Engine } from '../engine.ts';
import { textToNumber, toNumber, toText } from '../values.ts';
import { type FunctionDefinition, scalar } from './definition.ts';

const outside = cellErrors['#NUM!'];

function numbersOf(values: readonly CellValue[], engine: Engine): readonly number[] | CellError {
  const numbers: number[] = [];
  for (const value of values) {
    const number = toNumber(value, engine);
    if (number instanceof CellError) return number;
    numbers.push(Math.trunc(number));
  }
  return numbers;
}

/** Years below 1900 have 1900 added. */
function date(values: readonly CellValue[], engine: Engine): CellValue {
  const numbers = numbersOf(values, engine);
  if (numbers instanceof CellError) return numbers;
  const [year = 0, month = 0, day = 0] = numbers;
  if (year < 0 || year > 9999) return outside;
  return within(serialOfParts(year < 1900 ? year + 1900 : year, month, day, engine.dateSystem), engine);
}

function within(serial: number, engine: Engine): CellValue {
  return serial < 0 || serial > lastSerial(engine.dateSystem) ? outside : serial;
}

function part(of: 'year' | 'month' | 'day'): FunctionDefinition {
  return scalar(1, 1, ([value = null], engine) => {
    const serial = toNumber(value, engine);
    if (serial instanceof CellError) return serial;
    return dateOfSerial(serial, engine.dateSystem)?.[of] ?? outside;
  });
}

/** The date so many months later; EOMONTH takes the last day of that month. */
function monthsLater(values: readonly CellValue[], engine: Engine, endOfMonth: boolean): CellValue {
  const numbers = numbersOf(values, engine);
  if (numbers instanceof CellError) return numbers;
  const [serial = 0, months = 0] = numbers;
  const start = dateOfSerial(serial, engine.dateSystem);
  if (start === undefined) return outside;
  const index = start.year * 12 + start.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const last = daysInMonth(year, month);
  return within(serialOfParts(year, month, endOfMonth ? last : Math.min(start.day, last), engine.dateSystem), engine);
}

function weekday(values: readonly CellValue[], engine: Engine): CellValue {
  const numbers = numbersOf(values, engine);
  if (numbers instanceof CellError) return numbers;
  const [serial = 0, kind = 1] = numbers;
  if (dateOfSerial(serial, engine.dateSystem) === undefined) return outside;
  const sunday = weekdayOfSerial(serial, engine.dateSystem);
  if (kind === 1) return sunday + 1;
  if (kind === 2) return ((sunday + 6) % 7) + 1;
  return kind === 3 ? (sunday + 6) % 7 : outside;
}

export const calendarFunctions: Readonly<Record<string, FunctionDefinition>> = {
  DATE: scalar(3, 3, date),
  YEAR: part('year'),
  MONTH: part('month'),
  DAY: part('day'),
  WEEKDAY: scalar(1, 2, weekday),
  EDATE: scalar(2, 2, (values, engine) => monthsLater(values, engine, false)),
  EOMONTH: scalar(2, 2, (values, engine) => monthsLater(values, engine, true)),
  DATEVALUE: scalar(1, 1, ([value = null], engine) => {
    const text = toText(value);
    if (text instanceof CellError) return text;
    const serial = typeof value === 'string' && /[^\d.]/.test(text) ? textToNumber(text, engine) : undefined;
    return serial === undefined ? cellErrors['#VALUE!'] : Math.floor(serial);
  }),
  TODAY: scalar(0, 0, (_values, engine) => {
    const { year, month, day } = engine.today();
    return serialOfParts(year, month, day, engine.dateSystem);
  }),
};
