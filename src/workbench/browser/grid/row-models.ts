/** What RevoGrid is given for each row: only its number; cells are painted from the workbook's model. */
export interface RowModel {
  readonly row: number;
}

const models: RowModel[] = [];

/** The models of rows; one object per row for all sheets, so that a sheet of a million rows costs no more than once. */
export function rowModels(rows: readonly number[]): RowModel[] {
  return rows.map((row) => (models[row] ??= { row }));
}
