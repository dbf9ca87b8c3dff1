import type { Language } from '../../guidance/messages/words.ts';
import { planFacts } from '../../plan/facts.ts';
import { usualSheetNames } from '../../workbook/defined-names.ts';
import { templateState } from '../../workbook/template-state.ts';
import { workbookLayout } from '../../workbook/workbook-layout.ts';
import { sheetFile } from '../layout-file.ts';
import { commonPrintSetup, printSetup } from '../print-setup.ts';
import { taskPaneOf, type AddIn } from '../template-file.ts';
import type { SheetFile } from '../write/workbook-file.ts';
import { writeWorkbook } from '../write/write-workbook.ts';
import { acceptedSheet } from './accepted-sheet.ts';
import { invoicesIn, type ErrorReport } from './error-report.ts';
import { errorWords } from './error-words.ts';
import { faultMarks } from './fault-marks.ts';
import { faultNotes } from './fault-notes.ts';
import { faultsOf } from './faults.ts';
import { placeFaults } from './placed-faults.ts';
import { returnedContents } from './returned-contents.ts';
import { nextAttempt, returnedLayout, returnedResults } from './returned-layout.ts';
import { summarySheet } from './summary-sheet.ts';

/** How an error workbook is made. */
export interface ErrorWorkbookOptions {
  /** English where not said. Sheets of the template and names of elements stay English. */
  readonly language?: Language;
  /** The add-in whose pane opens together with the workbook; none where not said. */
  readonly addIn?: AddIn | null;
}

/**
 * The error workbook (guidance section 6: error files with actionable guidance): a working invoice workbook of the plan
 * that holds the provider's own lines of the invoices that came back, row keys kept, so that they can be corrected and
 * sent. Each fault is marked in its cell, with what is wrong, how to fix it and where the rule comes from in a note.
 * In front stands a summary with one row and one link per fault; accepted invoices are listed on a sheet of their own.
 *
 * The same report gives the same bytes. Members' data stands in the cells of the lines, of Members, and of a very
 * hidden list of what marked cells showed; summary, notes and document properties hold none.
 *
 * @throws RangeError for a report with more returned lines than a workbook holds (5,000)
 */
export async function errorWorkbook(report: ErrorReport, options: ErrorWorkbookOptions = {}): Promise<Uint8Array> {
  const { profile } = report;
  const language = options.language ?? 'en';
  const words = errorWords(language);
  const names = usualSheetNames;
  const contents = returnedContents(report);
  const all = faultsOf(report, language);
  const faults = placeFaults(all, contents);
  const marks = faultMarks(faults, contents);
  const { rows } = contents;
  const template = workbookLayout({
    profile,
    offered: planFacts(profile).services,
    names,
    rows,
    state: await templateState(profile, rows, nextAttempt(report)),
  });
  const layout = returnedLayout(template, report, contents, faults, marks);
  const known = returnedResults(report, contents);
  const summary = summarySheet({ report, contents, faults, marks, language, words, names });
  const print = commonPrintSetup(profile.name);
  const own = layout.sheets.map((sheet): SheetFile => {
    const { role } = sheet;
    const isEntered = role === 'invoice' || role === 'members' || role === 'setup';
    return sheetFile(sheet, {
      print: printSetup(sheet, profile.name),
      isBlank: true,
      ...(role === 'invoice' ? { known } : {}),
      notes: isEntered ? faultNotes(role, faults, words, names, profile.name) : [],
    });
  });
  const accepted =
    invoicesIn(report, 'accepted').length === 0
      ? []
      : [sheetFile(acceptedSheet(report, all, language), { print, isBlank: true })];
  const roles = new Map(layout.sheets.map(({ role, name }) => [role, name]));
  const { addIn = null } = options;
  return writeWorkbook({
    sheets: [
      sheetFile(summary.sheet, { print, isBlank: true, links: summary.links }),
      ...own.filter(({ visibility }) => visibility === 'visible'),
      ...accepted,
      ...own.filter(({ visibility }) => visibility !== 'visible'),
      sheetFile(marks.sheet, { print: null, isBlank: true }),
    ],
    names: [
      ...layout.names.map(({ name, role, area }) => ({ name, area, sheet: roles.get(role) ?? '' })),
      ...marks.names,
    ],
    activeSheet: 0,
    properties: { title: `${words.title} · ${profile.name}`, creator: profile.name },
    taskPane: addIn === null ? null : taskPaneOf(addIn),
  });
}
