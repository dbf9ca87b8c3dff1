/** A text with row numbers in it: `texts[0] rows[0] texts[1] rows[1] … texts[n]`. */
export interface RowText {
  readonly texts: readonly string[];
  readonly rows: readonly number[];
}

/** Strings and quoted sheet names, which are passed over, or a reference with a relative row: `B7`, `$B7`. */
const parts = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.$])(\$?[A-Z]{1,3})(\d+)(?![\w.(!])/g;

/** Splits a formula (A1, English) at its relative row numbers. */
export function splitAtRows(formula: string): RowText {
  const texts: string[] = [];
  const rows: number[] = [];
  let from = 0;
  for (const match of formula.matchAll(parts)) {
    const [, column, row] = match;
    if (column === undefined || row === undefined) continue;
    const end = match.index + column.length;
    texts.push(formula.slice(from, end));
    rows.push(Number(row));
    from = end + row.length;
  }
  return { texts: [...texts, formula.slice(from)], rows };
}

/** A formula as it reads any number of rows further down: what Excel does on copying down. */
export function copierDown(formula: string): (by: number) => string {
  const { texts, rows } = splitAtRows(formula);
  return (by) =>
    by === 0
      ? formula
      : texts.map((text, index) => (index < rows.length ? text + String((rows[index] ?? 0) + by) : text)).join('');
}
