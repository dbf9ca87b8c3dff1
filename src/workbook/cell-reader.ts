import type { FilledCell } from './filled-cell.ts';
import type { Member, ProviderSetup, WorkbookLine } from './model.ts';

/** The sheets as one read brought them. */
export interface FilledSheets {
  readonly setup: ProviderSetup;
  readonly members: readonly Member[];
  readonly lines: readonly Pick<WorkbookLine, 'row' | 'entry'>[];
}

/** Makes a function that says what a cell holds; null where there is no such cell, or a default formula alone. */
export function cellReader({ setup, members, lines }: FilledSheets): (cell: FilledCell) => string | null {
  const byRow = new Map(lines.map(({ row, entry }) => [row, entry]));
  return (cell) => {
    switch (cell.sheet) {
      case 'invoice':
        return byRow.get(cell.row)?.[cell.column] ?? null;
      case 'members':
        return members[cell.place]?.[cell.column] ?? null;
      case 'billing':
        return setup.billing[cell.column];
      case 'sites':
        return setup.sites[cell.place]?.[cell.column] ?? null;
      case 'setup':
        return setup.invoiceDate;
    }
  };
}
