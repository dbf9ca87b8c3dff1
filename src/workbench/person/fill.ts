import { type Area, areaOf, columnCount, encloses, rowCount, sameArea } from '../model/area.ts';
import { copyCells } from '../model/copy.ts';
import { numberFormat } from '../model/number-format.ts';
import { Refusal } from '../model/refusal.ts';
import type { Sheet } from '../model/sheet.ts';
import type { CellValue } from '../model/value.ts';
import { lockedRefusal, step } from './guarded.ts';
import { done, type Outcome, unavailable } from './outcome.ts';

/** Fill Down (Ctrl+D): the first row of the selection goes into the others, with formats, locks and validations. */
export function fillDown(sheet: Sheet, selected: Area): Outcome {
  if (selected.top === selected.bottom) return unavailable('Fill Down needs several rows.');
  const target = { ...selected, top: selected.top + 1 };
  return (
    lockedRefusal(sheet, target) ??
    step(sheet, 'Fill Down', () => {
      const source = { sheet, area: { ...selected, bottom: selected.top } };
      for (const row of shownRows(sheet, target)) {
        copyCells(source, { sheet, area: { ...target, top: row, bottom: row } }, 'all');
      }
    })
  );
}

/**
 * Drags the fill handle of `source` to `whole`, which holds it and goes on in one direction. Formulas are copied,
 * numbers and dates count on unless `copies` (Ctrl) is held, filtered rows are left out. Validation is not asked.
 */
export function dragFill(sheet: Sheet, source: Area, whole: Area, copies = false): Outcome {
  if (sameArea(source, whole)) return done;
  const down = whole.left === source.left && whole.right === source.right && whole.top === source.top;
  const right = whole.top === source.top && whole.bottom === source.bottom && whole.left === source.left;
  if (!encloses(whole, source) || (!down && !right)) {
    return unavailable('The workbench fills downwards and to the right.');
  }
  const target = down ? { ...whole, top: source.bottom + 1 } : { ...whole, left: source.right + 1 };
  return (
    lockedRefusal(sheet, target) ??
    step(sheet, 'Auto Fill', () => {
      if (down) fillLines(sheet, source, target, 'down', copies);
      else fillLines(sheet, source, target, 'right', copies);
    })
  );
}

function shownRows(sheet: Sheet, area: Area): readonly number[] {
  const rows = Array.from({ length: rowCount(area) }, (_row, down) => area.top + down);
  return rows.filter((row) => !sheet.filter.isRowFiltered(row));
}

function fillLines(sheet: Sheet, source: Area, target: Area, direction: 'down' | 'right', copies: boolean): void {
  const isDown = direction === 'down';
  const across = isDown ? columnCount(source) : rowCount(source);
  const length = isDown ? rowCount(source) : columnCount(source);
  const places = isDown
    ? shownRows(sheet, target)
    : Array.from({ length: columnCount(target) }, (_column, right) => target.left + right);
  for (let line = 0; line < across; line += 1) {
    const from = Array.from({ length }, (_cell, along) =>
      isDown ? areaOf(source.top + along, source.left + line) : areaOf(source.top + line, source.left + along),
    );
    const series = copies ? undefined : seriesOf(sheet, from);
    places.forEach((place, index) => {
      const cell = from[index % length];
      if (cell === undefined) return;
      const to = isDown ? areaOf(place, source.left + line) : areaOf(source.top + line, place);
      copyCells({ sheet, area: cell }, { sheet, area: to }, 'all');
      if (series === undefined) return;
      const content = { shape: undefined, value: series(length + index) };
      sheet.cells.edit(to, () => {
        sheet.cells.writer.put(to.top, to.left, content, sheet.store.at(to.top, to.left)?.format);
      });
    });
  }
}

/** Value at a place of the series that the cells begin; undefined where they are only repeated. */
type Series = (index: number) => CellValue;

function seriesOf(sheet: Sheet, cells: readonly Area[]): Series | undefined {
  if (cells.some(({ top, left }) => sheet.cells.formula(top, left) !== null)) return undefined;
  const values = cells.map(({ top, left }) => sheet.cells.value(top, left));
  if (values.every((value) => typeof value === 'number')) return numberSeries(sheet, cells, values);
  const [text] = values;
  if (typeof text !== 'string') return undefined;
  if (listWords.test(text)) {
    throw new Refusal('notModelled', 'The workbench does not count on weekdays, months and quarters.');
  }
  if (values.length > 1) {
    if (values.some((value) => typeof value === 'string' && /\d$/.test(value))) {
      throw new Refusal('notModelled', 'The workbench counts on one text with a number, not several.');
    }
    return undefined;
  }
  return textSeries(text);
}

const listWords =
  /^(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|sun|mon|tue|wed|thu|fri|sat|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|q[1-4]|qtr ?[1-4]|quarter ?[1-4])$/i;

/** One number is repeated, one date counts on by a day, several go on in their straight line. */
function numberSeries(sheet: Sheet, cells: readonly Area[], values: readonly number[]): Series | undefined {
  const [first] = cells;
  const [only] = values;
  if (first === undefined || only === undefined) return undefined;
  const code = sheet.cells.format(first.top, first.left).numberFormat;
  if (values.length === 1) return numberFormat(code).isDate ? (index) => only + index : undefined;
  const count = values.length;
  const middle = (count - 1) / 2;
  const mean = values.reduce((total, value) => total + value, 0) / count;
  const slope =
    values.reduce((total, value, index) => total + (index - middle) * (value - mean), 0) /
    values.reduce((total, _value, index) => total + (index - middle) ** 2, 0);
  return (index) => Number((mean + slope * (index - middle)).toPrecision(15));
}

/** `Site 9` goes on with `Site 10`, `007` with `008`. */
function textSeries(text: string): Series | undefined {
  const parts = /^([^]*?)(\d{1,15})$/.exec(text);
  if (parts === null) return undefined;
  const [, lead = '', digits = ''] = parts;
  return (index) => lead + String(Number(digits) + index).padStart(digits.length, '0');
}
