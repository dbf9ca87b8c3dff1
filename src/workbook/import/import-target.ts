import { columns, type ColumnKey } from '../../guidance/columns.ts';

/**
 * Where the cells of a list's column go: a column of the guidance; `memberName`, which is `Last, First` and goes to
 * two; or nowhere.
 */
export type ImportTarget = ColumnKey | 'memberName' | 'ignored';

/** Every target, in the guidance's sequence. */
export const importTargets: readonly ImportTarget[] = [
  ...columns.flatMap(({ key }): readonly ImportTarget[] => (key === 'memberFirstName' ? ['memberName', key] : [key])),
  'ignored',
];

const known = new Set<string>(importTargets);

/** Whether a text is the name of a target. */
export function isImportTarget(text: string): text is ImportTarget {
  return known.has(text);
}

/** The guidance's columns that a target fills. */
export function columnsOf(target: ImportTarget | null): readonly ColumnKey[] {
  if (target === null || target === 'ignored') return [];
  return target === 'memberName' ? ['memberFirstName', 'memberLastName'] : [target];
}

/** First and last name of `Last, First`, where the text has just one comma; otherwise null. */
export function splitName(text: string): { readonly first: string; readonly last: string } | null {
  const [last = '', first = '', ...more] = text.split(',').map((part) => part.trim());
  return last === '' || first === '' || more.length > 0 ? null : { first, last };
}
