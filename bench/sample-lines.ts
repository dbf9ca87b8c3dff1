import { readFileSync } from 'node:fs';
import { civilDateAt } from '../src/guidance/civil-date.ts';
import type { LineText } from '../src/guidance/columns.ts';
import { planFacts } from '../src/plan/facts.ts';
import { readPlan } from '../src/cli/read-plan.ts';
import { parseCsv } from '../src/xlsx/csv.ts';

const sample = new URL('../plans/sample/', import.meta.url);

/** The sample plan's facts. */
export const sampleFacts = planFacts(await readPlan(sample.pathname));

/** The day of the checks. */
export const today = civilDateAt(new Date('2026-11-24T12:00:00Z'), 'UTC');

/** The two sample months. */
export type SampleMonth = 'harbor-care-2026-10' | 'harbor-care-2026-10-dirty';

/**
 * A sample month, tiled: each tile has invoice numbers and members of its own, as a large provider's list would. In
 * tiles that were the same to the letter every line would be a duplicate of fifty others.
 *
 * @param list which of many lists of this length it is, from 0; no two have an invoice or a member in common
 */
export function tiledLines(month: SampleMonth, count: number, list = 0): readonly LineText[] {
  const csv = parseCsv(readFileSync(new URL(`${month}.csv`, sample), 'utf8'));
  if (csv.kind !== 'lines') throw new Error('The sample cannot be read');
  const length = Math.ceil(count / csv.lines.length);
  const tiles = Array.from({ length }, (_, place) => {
    const tile = list * length + place;
    return csv.lines.map((line) => ({
      ...line,
      invoiceNumber: moved(line.invoiceNumber, /^\d{10}$/, tile * 1000),
      memberCin: moved(line.memberCin, /^\d{8}(?=[A-Z]$)/, tile * 7),
    }));
  });
  return tiles.flat().slice(0, count);
}

/** The text with the digits that a pattern finds raised by a number; a text in which it finds none stays as it is. */
function moved(text: string, digits: RegExp, by: number): string {
  return text.replace(digits, (number) => String(Number(number) + by).padStart(number.length, '0'));
}
