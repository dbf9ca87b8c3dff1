import { columns, diagnosisKeys, type Column, type ColumnKey } from '../guidance/columns.ts';
import { columnLetters } from './area.ts';
import type { DefaultedKey, EntryKey } from './model.ts';

/** Hidden look-up columns: one MATCH per row each, so that 5,000 rows recalculate without a pause. */
export type HelperKey = 'used' | 'site' | 'member' | 'service' | 'rate';

/** A column of the Invoice sheet. */
export type InvoiceColumn = { readonly index: number; readonly letters: string; readonly header: string } & (
  | { readonly kind: 'entry'; readonly key: EntryKey; readonly column: Column; readonly defaulted: boolean }
  | { readonly kind: 'derived'; readonly key: Exclude<ColumnKey, EntryKey>; readonly column: Column }
  | { readonly kind: 'check' }
  | { readonly kind: 'mark' }
  | { readonly kind: 'rowKey' }
  | { readonly kind: 'helper'; readonly helper: HelperKey }
);

/** Header rows above the first line: the element's name, then its number and whether it is required. */
export const headerRows = 2;

const entryKeys = new Set<string>([
  'renderingProviderName',
  'memberCin',
  'procedureCode',
  'procedureCodeModifier3',
  'procedureCodeModifier4',
  'serviceStartDate',
  'serviceEndDate',
  'serviceUnitCount',
  'placeOfService',
  ...diagnosisKeys,
  'serviceUnitCost',
  'invoiceDate',
  'invoiceNumber',
  'controlNumber',
  'authorizationNumber',
] satisfies readonly EntryKey[]);

const defaultedKeys = new Set<string>([
  'renderingProviderName',
  'serviceEndDate',
  'serviceUnitCost',
  'invoiceDate',
] satisfies readonly DefaultedKey[]);

/** Whether a person fills the column. */
export function isEntryKey(key: ColumnKey): key is EntryKey {
  return entryKeys.has(key);
}

/** Whether the column carries a default formula until somebody types over it. */
export function isDefaultedKey(key: ColumnKey): key is DefaultedKey {
  return defaultedKeys.has(key);
}

function elementColumn(column: Column, index: number): InvoiceColumn {
  const place = { index, letters: columnLetters(index), header: column.header, column };
  return isEntryKey(column.key)
    ? { ...place, kind: 'entry', key: column.key, defaulted: isDefaultedKey(column.key) }
    : { ...place, kind: 'derived', key: column.key };
}

const elementColumns = columns.map(elementColumn);

const own = [
  { kind: 'check', header: 'Check' },
  { kind: 'mark', header: 'Mark' },
  { kind: 'rowKey', header: 'Row key' },
  { kind: 'helper', helper: 'used', header: 'Row in use' },
  { kind: 'helper', helper: 'site', header: 'Site row' },
  { kind: 'helper', helper: 'member', header: 'Member row' },
  { kind: 'helper', helper: 'service', header: 'Service row' },
  { kind: 'helper', helper: 'rate', header: 'Rate row' },
] as const;

/** All columns of the Invoice sheet, from A: the 58 of the guidance in its sequence, then ours. */
export const invoiceColumns: readonly InvoiceColumn[] = [
  ...elementColumns,
  ...own.map((column, offset): InvoiceColumn => {
    const index = elementColumns.length + offset;
    return { ...column, index, letters: columnLetters(index) };
  }),
];

/** The columns that a person fills, in sheet order. */
export const entryColumns = invoiceColumns.filter((column) => column.kind === 'entry');

const byKey = new Map<string, InvoiceColumn>(
  invoiceColumns.map((column) => {
    switch (column.kind) {
      case 'entry':
      case 'derived':
        return [column.key, column];
      case 'helper':
        return [column.helper, column];
      default:
        return [column.kind, column];
    }
  }),
);

/** The sheet column of an element's key, a helper, `check`, `mark` or `rowKey`. */
export function invoiceColumn(key: ColumnKey | HelperKey | 'check' | 'mark' | 'rowKey'): InvoiceColumn {
  const column = byKey.get(key);
  if (column === undefined) throw new RangeError('Unknown column of the Invoice sheet');
  return column;
}

/** Runs of neighbouring columns that hold, from first to last: `[[12, 12], [20, 20], …]`. */
export function columnRuns(
  holds: (column: InvoiceColumn) => boolean,
): readonly { readonly first: number; readonly count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const column of invoiceColumns) {
    if (!holds(column)) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.first + last.count === column.index) last.count += 1;
    else runs.push({ first: column.index, count: 1 });
  }
  return runs;
}

/** Elements 1 to 12 and 14 to 20: derived, wide, and hidden unless the plan or the biller shows them. */
export function isProviderBlock(column: InvoiceColumn): boolean {
  return column.kind === 'derived' && column.column.element.number <= 20;
}
