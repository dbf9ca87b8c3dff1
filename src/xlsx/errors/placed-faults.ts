import { isEntryKey } from '../../workbook/invoice-columns.ts';
import { cellAddress, sheetReference } from '../../workbook/area.ts';
import type { SheetNames } from '../../workbook/layout.ts';
import type { Fault } from './faults.ts';
import { entryPlace, type EntryPlace, type ReturnedContents, type ReturnedLine } from './returned-contents.ts';

/** A fault of a returned invoice with its place in the error workbook. */
export interface PlacedFault extends Fault {
  readonly returned: ReturnedLine;
  /** Where a person mends it: the marked cell, or the one that it fills itself from. */
  readonly place: EntryPlace;
  readonly fillsItself: boolean;
  /** Whether the workbook shows another value than was sent: the cell fills itself from what other lines say. */
  readonly showsOther: boolean;
}

/** The faults of returned invoices, each with its place. */
export function placeFaults(faults: readonly Fault[], contents: ReturnedContents): readonly PlacedFault[] {
  const lines = new Map(contents.lines.map((line) => [line.source, line]));
  return faults.flatMap((fault): readonly PlacedFault[] => {
    const returned = lines.get(fault.source);
    if (returned === undefined) return [];
    const { column } = fault;
    const isEntered = isEntryKey(column) && returned.entry[column] !== null;
    return [
      {
        ...fault,
        returned,
        place: entryPlace(returned, column, contents),
        fillsItself: !isEntryKey(column),
        showsOther: !isEntered && returned.shown[column] !== fault.source.text[column],
      },
    ];
  });
}

/** How a person calls a place: `Members!C5`. */
export function placeName({ sheet, area }: EntryPlace, names: SheetNames): string {
  return `${sheetReference(names[sheet])}!${cellAddress(area.row, area.column)}`;
}
