import { readFileSync } from 'node:fs';
import type { LineText } from '../src/guidance/columns.ts';
import { planFacts } from '../src/plan/facts.ts';
import { readPlan } from '../src/cli/read-plan.ts';
import { parseCsv } from '../src/xlsx/csv.ts';

const sample = new URL('../plans/sample/', import.meta.url);

/** The sample plan's facts. */
export const sampleFacts = planFacts(await readPlan(sample.pathname));

/** The two sample months. */
export type SampleMonth = 'harbor-care-2026-10' | 'harbor-care-2026-10-dirty';

/**
 * A sample month, tiled: each tile has invoice numbers and members of its own, as a large provider's list would. In
 * tiles that were the same to the letter every line would be a duplicate of fifty others.
 */
export function tiledLines(month: SampleMonth, count: number): readonly LineText[] {
  const csv = parseCsv(readFileSync(new URL(`${month}.csv`, sample), 'utf8'));
  if (csv.kind !== 'lines') throw new Error('The sample cannot be read');
  return Array.from({ length: count }, (_, index) => {
    const line = csv.lines[index % csv.lines.length] as LineText;
    const tile = Math.floor(index / csv.lines.length);
    return {
      ...line,
      invoiceNumber: moved(line.invoiceNumber, /^\d{10}$/, tile * 1000),
      memberCin: moved(line.memberCin, /^\d{8}(?=[A-Z]$)/, tile * 7),
    };
  });
}

/** The text with the digits that a pattern finds raised by a number; a text in which it finds none stays as it is. */
function moved(text: string, digits: RegExp, by: number): string {
  return text.replace(digits, (number) => String(Number(number) + by).padStart(number.length, '0'));
}
