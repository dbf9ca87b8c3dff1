import { parseCivilDate, type CivilDate } from '../../guidance/civil-date.ts';
import type { DecisionFault } from '../../submission/adjudications.ts';
import type { planFileHeaders } from '../../submission/plan-files.ts';
import { planFileFaults, type PlanFileFaultCode, type PlanFileKind } from '../../submission/plan-files.ts';

/** Thrown inside the reading of a row: a row has one fault, its first. */
export class RowFault extends Error {
  readonly header: string;
  readonly code: PlanFileFaultCode;

  constructor(header: string, code: PlanFileFaultCode) {
    super(code);
    this.header = header;
    this.code = code;
  }
}

/** A fault at a place. */
export function faultAt(row: number, header: string, code: PlanFileFaultCode): DecisionFault {
  return { row, header, code, message: planFileFaults[code] };
}

/** A column of a list of some kind. */
export type PlanFileColumn<Kind extends PlanFileKind> = keyof (typeof planFileHeaders)[Kind] & string;

/** The cells of a row by column, without spaces at their ends. */
export type Cells<Kind extends PlanFileKind> = (column: PlanFileColumn<Kind>) => string;

/** How one kind of list is read: a row at a time, put together by what it is looked up by. */
export interface PlanFileReader<Kind extends PlanFileKind, Entry> {
  readonly optional: readonly PlanFileColumn<Kind>[];
  /**
   * The entry with one row more, and what it is looked up by.
   *
   * @param present gives the entry of the rows above that have the same
   * @throws RowFault
   */
  readonly add: (cell: Cells<Kind>, present: (lookUp: string) => Entry | undefined) => { lookUp: string; entry: Entry };
}

/** A day, or null where the cell is blank. @throws RowFault */
export function dayOf(text: string, header: string): CivilDate | null {
  if (text === '') return null;
  const day = parseCivilDate(text);
  if (day === null) throw new RowFault(header, 'DATE_FORM');
  return day;
}

/** First and last day, null where open. @throws RowFault */
export function spanOf(
  from: string,
  through: string,
  headers: { readonly from: string; readonly through: string },
): readonly [CivilDate | null, CivilDate | null] {
  const [first, last] = [dayOf(from, headers.from), dayOf(through, headers.through)];
  if (first !== null && last !== null && last < first) throw new RowFault(headers.through, 'DATES_REVERSED');
  return [first, last];
}
