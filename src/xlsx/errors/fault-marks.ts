import { absoluteReference, cellAddress, type Area } from '../../workbook/area.ts';
import { linesArea, membersArea, setupArea } from '../../workbook/geometry.ts';
import { headerRows, invoiceColumn } from '../../workbook/invoice-columns.ts';
import { markFlags } from '../../workbook/invoice-formulas.ts';
import { plainRegion, type CellConstant, type ConditionalFormat, type SheetLayout } from '../../workbook/layout.ts';
import type { FileName } from '../write/workbook-file.ts';
import type { PlacedFault } from './placed-faults.ts';
import { enteredCell, shownCell, type EnteredSheet, type ReturnedContents } from './returned-contents.ts';

/** Colours of a cell in which the plan found something: neither the native red nor the amber of the pane's check. */
export const faultColors = {
  error: { fill: '#dcc8f5', color: '#3a1570' },
  warning: { fill: '#cfe4fa', color: '#0b3a66' },
} as const;

/**
 * Names of the marked cells, of what they showed when the workbook was made, and of what was found in them: by these
 * the workbook is read back.
 */
export const returnedNames = {
  cells: 'CalAIM_ReturnedCells',
  values: 'CalAIM_ReturnedValues',
  findings: 'CalAIM_ReturnedFindings',
} as const;

const sheetName = 'CalAIM returned';

/**
 * A very hidden sheet that lists the marked cells with what they show in the workbook as it is made. A mark is seen
 * while the cell still shows that, so it goes away when a person corrects the cell, with or without the add-in; and a
 * line keeps its marks where it is moved, since cells are listed by row key.
 */
export interface FaultMarks {
  readonly sheet: Omit<SheetLayout, 'role'>;
  readonly names: readonly FileName[];
  readonly conditionalFormats: Readonly<Record<EnteredSheet, readonly ConditionalFormat[]>>;
  /** 1-based place of a fault's cell among {@link returnedNames}' values. */
  indexOf(fault: PlacedFault): number;
  /** Formula for what the cell of a 1-based place showed. */
  readonly valueAt: (place: string) => string;
}

function invoiceKey({ returned, column }: PlacedFault): string {
  return `${returned.source.rowKey}:${String(invoiceColumn(column).index + 1)}`;
}

/** A finding as the list has it: `error:CIN_FORMAT`, `warning:NPI_CHECK_DIGIT:repair`. */
function printedFinding({ code, repair, severity }: PlacedFault): string {
  return [severity, code, ...(repair ? ['repair'] : [])].join(':');
}

function placeKey({ place: { sheet, area }, severity }: PlacedFault): string {
  return [sheet, severity, String(area.row + 1), String(area.column + 1)].join(':');
}

/** The marks of faults. */
export function faultMarks(faults: readonly PlacedFault[], contents: ReturnedContents): FaultMarks {
  const values = new Map<string, CellConstant>();
  const places = new Map<string, number>();
  const add = (key: string, value: () => CellConstant) => {
    if (values.has(key)) return;
    values.set(key, value());
    places.set(key, values.size);
  };
  const found = new Map<string, string[]>();
  for (const fault of faults) {
    const key = invoiceKey(fault);
    add(key, () => shownCell(fault.returned, fault.column));
    found.set(key, [...(found.get(key) ?? []), printedFinding(fault)]);
  }
  for (const fault of faults) {
    if (isMarkedElsewhere(fault)) add(placeKey(fault), () => enteredCell(fault.place, contents));
  }
  const list: Area = { row: 1, column: 0, rows: Math.max(1, values.size), columns: 1 };
  return {
    sheet: returnedSheet([...values].map(([key, value]) => [key, value, (found.get(key) ?? []).join(' ')])),
    names: [
      { name: returnedNames.cells, sheet: sheetName, area: list },
      { name: returnedNames.values, sheet: sheetName, area: { ...list, column: 1 } },
      { name: returnedNames.findings, sheet: sheetName, area: { ...list, column: 2 } },
    ],
    conditionalFormats: {
      invoice: [invoiceFormat(contents.rows, 'warning'), invoiceFormat(contents.rows, 'error')],
      members: enteredFormats('members', membersArea(contents.rows), faults),
      setup: enteredFormats('setup', setupArea, faults),
    },
    indexOf: (fault) => places.get(invoiceKey(fault)) ?? 0,
    valueAt: (place) => `INDEX(${returnedNames.values},${place})`,
  };
}

/** Whether the cell to mend is on Setup or Members, and still says what is wrong. */
export function isMarkedElsewhere({ place, showsOther }: PlacedFault): boolean {
  return place.sheet !== 'invoice' && !showsOther;
}

/** While flagged by the last check, and unchanged since it came back. The flags are asked first: most cells have none. */
function invoiceFormat(rows: number, severity: PlacedFault['severity']): ConditionalFormat {
  const first = (key: Parameters<typeof invoiceColumn>[0]) => `$${cellAddress(headerRows, invoiceColumn(key).index)}`;
  const flag = severity === 'error' ? 'e' : 'w';
  const key = `${first('rowKey')}&":"&COLUMN()`;
  const own = cellAddress(headerRows, 0);
  return {
    area: linesArea(rows, 0, markFlags),
    formula: `=IF(MID(${first('mark')},COLUMN(),1)="${flag}",${isUnchanged(key, own)},FALSE)`,
    ...faultColors[severity],
  };
}

function enteredFormats(sheet: EnteredSheet, area: Area, faults: readonly PlacedFault[]): readonly ConditionalFormat[] {
  return (['warning', 'error'] as const)
    .filter((severity) =>
      faults.some((fault) => isMarkedElsewhere(fault) && fault.place.sheet === sheet && fault.severity === severity),
    )
    .map((severity) => {
      const key = `"${sheet}:${severity}:"&ROW()&":"&COLUMN()`;
      return { area, formula: `=${isUnchanged(key, cellAddress(area.row, area.column))}`, ...faultColors[severity] };
    });
}

function isUnchanged(key: string, own: string): string {
  const value = `INDEX(${returnedNames.values},MATCH(${key},${returnedNames.cells},0))`;
  return `IFERROR(EXACT(${value}&"",${own}&""),FALSE)`;
}

function returnedSheet(entries: readonly (readonly [string, CellConstant, string])[]): Omit<SheetLayout, 'role'> {
  return {
    name: sheetName,
    visibility: 'veryHidden',
    tabColor: null,
    gridlines: true,
    columns: [40, 40, 40].map((width) => ({ width, hidden: false })),
    rowHeights: [],
    regions: [
      {
        ...plainRegion,
        area: { row: 0, column: 0, rows: entries.length + 1, columns: 3 },
        contents: { kind: 'values', values: [['Cell', 'Value', 'Findings'], ...entries] },
      },
    ],
    conditionalFormats: [],
    freeze: null,
    protection: { allowFormatColumns: false, allowAutoFilter: false },
    autoFilter: null,
    image: null,
  };
}

/** Reference to the whole column of a key on the prepared lines: `$BI$3:$BI$1002`. */
export function linesReference(key: Parameters<typeof invoiceColumn>[0], rows: number): string {
  return absoluteReference(linesArea(rows, invoiceColumn(key).index));
}
