import { elements, type DataElement, type ElementKey } from './elements.ts';

type Occurrence = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** Name of one of the 58 columns: an element, or one occurrence of a repeated element (`diagnosisCode1`). */
export type ColumnKey =
  | Exclude<ElementKey, 'procedureCodeModifier' | 'diagnosisCode'>
  | `procedureCodeModifier${1 | 2 | 3 | 4}`
  | `diagnosisCode${Occurrence}`;

/** One column of the flat invoice: a cell of an element on each service line. */
export interface Column {
  readonly key: ColumnKey;
  readonly element: DataElement;
  /** 1-based place among the element's cells on a row; 1 where there is one cell. */
  readonly occurrence: number;
  /** The guidance's exact words; a repeated element adds its number (`Member Diagnosis Code(s) 3`). */
  readonly header: string;
}

/** The 58 columns in the guidance's sequence. */
export const columns: readonly Column[] = elements.flatMap((element: DataElement) =>
  Array.from({ length: element.occurrences }, (_, index): Column => {
    const repeated = element.occurrences > 1;
    return {
      key: (repeated ? `${element.key}${String(index + 1)}` : element.key) as ColumnKey,
      element,
      occurrence: index + 1,
      header: repeated ? `${element.name} ${String(index + 1)}` : element.name,
    };
  }),
);

const byKey = new Map(columns.map((column) => [column.key, column]));

/** The column of a key. */
export function columnOf(key: ColumnKey): Column {
  const column = byKey.get(key);
  if (column === undefined) throw new RangeError('Unknown column key');
  return column;
}

/** 0-based place of each column. */
export const columnPlaces = Object.fromEntries(columns.map(({ key }, place) => [key, place])) as Readonly<
  Record<ColumnKey, number>
>;

/** Keys of the four modifier columns, in order. */
export const modifierKeys = [
  'procedureCodeModifier1',
  'procedureCodeModifier2',
  'procedureCodeModifier3',
  'procedureCodeModifier4',
] as const satisfies readonly ColumnKey[];

/** Keys of the ten diagnosis columns, in order. */
export const diagnosisKeys = [
  'diagnosisCode1',
  'diagnosisCode2',
  'diagnosisCode3',
  'diagnosisCode4',
  'diagnosisCode5',
  'diagnosisCode6',
  'diagnosisCode7',
  'diagnosisCode8',
  'diagnosisCode9',
  'diagnosisCode10',
] as const satisfies readonly ColumnKey[];

/**
 * One service line as text, every column present, blank as `''`. Dates are `MM/DD/YYYY`, money is dollars with two
 * decimals, identifiers keep their zeros. This is what rules read and what travels on the wire: typed values are
 * made from it once, where they are needed.
 */
export type LineText = Readonly<Record<ColumnKey, string>>;

/** A line with every cell blank: the ground to build one on. */
export const blankLine: LineText = Object.freeze(
  Object.fromEntries(columns.map((column) => [column.key, ''])) as Record<ColumnKey, string>,
);
