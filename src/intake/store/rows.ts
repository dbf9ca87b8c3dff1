/** Rows in one statement, below every engine's limit of parameters. */
const rowsPerStatement = 500;

/** A list in pieces that one statement can take. */
export function inPieces<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const pieces: (readonly Row[])[] = [];
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    pieces.push(rows.slice(start, start + rowsPerStatement));
  }
  return pieces;
}
