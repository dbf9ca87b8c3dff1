import type { JournalMark, JournalPart } from '../host/journal.ts';
import { areaAddress, cellAddress, parseSheetArea, quotedSheetName } from '../model/address.ts';
import type { Area } from '../model/area.ts';
import type { CellFormat } from '../model/cell-format.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Validation } from '../model/validation.ts';
import { CellError, type CellValue } from '../model/value.ts';
import type { Application } from './session/application.ts';

/** What tests read of the page. It changes nothing: tests type and click as people do. */
export interface Automation {
  /** Sheets that have a tab, in their order; all sheets with `hidden`. */
  readonly sheets: (hidden?: boolean) => readonly string[];
  /** Selected areas of the active sheet, and the active cell: `Invoice!B3`. */
  readonly selection: () => { readonly sheet: string; readonly areas: readonly string[]; readonly cell: string };
  /** Calculated value; error values by their text. `address` is `B3` on the active sheet, or `Invoice!B3`. */
  readonly value: (address: string) => string | number | boolean | null;
  readonly values: (address: string) => readonly (readonly (string | number | boolean | null)[])[];
  /** Displayed text. */
  readonly text: (address: string) => string;
  /** What the formula bar shows. */
  readonly input: (address: string) => string;
  readonly format: (address: string) => CellFormat;
  readonly isLocked: (address: string) => boolean;
  readonly validation: (address: string) => Validation | null;
  /** Fill colour as painted, with conditional formats; null for none. */
  readonly fillColour: (address: string) => string | null;
  readonly isProtected: (sheet?: string) => boolean;
  /** Cell that is being edited, and its text so far. */
  readonly editing: () => { readonly cell: string; readonly text: string } | null;
  readonly undoLabels: () => readonly string[];
  /** A place in the journal of the add-in's requests, which begins anew with the pane. */
  readonly mark: () => JournalMark;
  /** Requests since a place in the journal, and their sums. It holds no values of cells. */
  readonly since: (mark: JournalMark) => JournalPart;
}

type PlainValue = string | number | boolean | null;

interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** @throws Error for a sheet or an address that is not there: a test that asks for it is wrong. */
export function automationOf(application: Application): Automation {
  const book = () => application.workbench.book;
  const place = (address: string): Place => {
    const parsed = parseSheetArea(address);
    const sheet = parsed?.sheetName === undefined ? book().activeSheet : book().sheet(parsed.sheetName);
    if (parsed === undefined || sheet === undefined) throw new Error(`There is no ${address}.`);
    return { sheet, area: parsed.area };
  };
  function cell<Result>(address: string, read: (sheet: Sheet, row: number, column: number) => Result): Result {
    const { sheet, area } = place(address);
    return read(sheet, area.top, area.left);
  }
  return {
    sheets: (hidden = false) =>
      book()
        .sheets.filter(({ visibility }) => hidden || visibility === 'visible')
        .map(({ name }) => name),
    selection: () => {
      const { sheet, areas, cell: active } = book().selection;
      return {
        sheet: sheet.name,
        areas: areas.map(areaAddress),
        cell: `${quotedSheetName(sheet.name)}!${cellAddress(active.row, active.column)}`,
      };
    },
    value: (address) => cell(address, (sheet, row, column) => plain(sheet.cells.value(row, column))),
    values: (address) => {
      const { sheet, area } = place(address);
      return sheet.cells.values(area).map((row) => row.map(plain));
    },
    text: (address) => cell(address, (sheet, row, column) => sheet.cells.text(row, column)),
    input: (address) => cell(address, (sheet, row, column) => sheet.cells.input(row, column)),
    format: (address) => cell(address, (sheet, row, column) => sheet.cells.format(row, column)),
    isLocked: (address) => {
      const { sheet, area } = place(address);
      return sheet.hasLocked(area);
    },
    validation: (address) => cell(address, (sheet, row, column) => sheet.validations.at(row, column) ?? null),
    fillColour: (address) => cell(address, (sheet, row, column) => sheet.displayed(row, column).fillColour),
    isProtected: (name) => (name === undefined ? book().activeSheet : book().sheet(name))?.protection.isOn === true,
    editing: () => {
      const edit = book().cellEdit;
      return edit === undefined ? null : { cell: cellAddress(edit.row, edit.column), text: edit.text };
    },
    undoLabels: () => book().undoLabels,
    mark: () => application.host.journal.mark(),
    since: (mark) => application.host.journal.since(mark),
  };
}

function plain(value: CellValue): PlainValue {
  return value instanceof CellError ? value.code : value;
}
