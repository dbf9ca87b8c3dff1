import { invoiceColumn } from '../../workbook/invoice-columns.ts';
import type { SheetNames } from '../../workbook/layout.ts';
import type { CellNote } from '../write/workbook-file.ts';
import type { ErrorWords } from './error-words.ts';
import { isMarkedElsewhere } from './fault-marks.ts';
import { placeName, type PlacedFault } from './placed-faults.ts';
import type { EnteredSheet } from './returned-contents.ts';

/** Notes at the cells of a sheet, one for a cell: what is wrong, how to fix it, and where the rule comes from. */
export function faultNotes(
  sheet: EnteredSheet,
  faults: readonly PlacedFault[],
  words: ErrorWords,
  names: SheetNames,
  author: string,
): readonly CellNote[] {
  const cells = new Map<string, { row: number; column: number; faults: Map<string, PlacedFault> }>();
  const add = (row: number, column: number, fault: PlacedFault) => {
    const key = `${String(row)}:${String(column)}`;
    const known = cells.get(key) ?? { row, column, faults: new Map<string, PlacedFault>() };
    known.faults.set(fault.code, fault);
    cells.set(key, known);
  };
  for (const fault of faults) {
    if (sheet === 'invoice') add(fault.returned.row, invoiceColumn(fault.column).index, fault);
    else if (fault.place.sheet === sheet && isMarkedElsewhere(fault)) {
      add(fault.place.area.row, fault.place.area.column, fault);
    }
  }
  return [...cells.values()]
    .sort((one, other) => one.row - other.row || one.column - other.column)
    .map(({ row, column, faults: found }) => ({
      row,
      column,
      author,
      parts: [...found.values()].flatMap((fault, index) => [
        ...(index === 0 ? [] : [{ bold: false, text: '\n\n' }]),
        ...noteParts(fault, sheet === 'invoice', words, names),
      ]),
    }));
}

function noteParts(fault: PlacedFault, isOnInvoice: boolean, words: ErrorWords, names: SheetNames): CellNote['parts'] {
  const { noteHeads } = words;
  const fix = isOnInvoice ? fixWords(fault, words, names) : fault.fix;
  return [
    { bold: true, text: `${noteHeads[fault.severity]}: ${fault.title}\n` },
    { bold: false, text: `${fault.message}\n` },
    { bold: true, text: `${noteHeads.fix}: ` },
    { bold: false, text: `${fix}\n${noteHeads.source}: ${[fault.citation, fault.code].filter(Boolean).join(' · ')}` },
  ];
}

/** How to fix a fault in this workbook: where the cell fills itself, from where. */
export function fixWords(
  { fix, fillsItself, showsOther, place }: PlacedFault,
  words: ErrorWords,
  names: SheetNames,
): string {
  if (showsOther) return `${fix} ${words.showsOther}`;
  return fillsItself ? `${fix} ${words.fillsItself(placeName(place, names))}` : fix;
}
