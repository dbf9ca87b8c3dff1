import { ExcelHost } from '../../../src/workbench/host/excel-host.ts';
import type { HostProfile } from '../../../src/workbench/host/profile.ts';
import { Book, type BookOptions } from '../../../src/workbench/model/book.ts';
import type { Sheet } from '../../../src/workbench/model/sheet.ts';
import { type OfficeInNode, openOfficeInNode } from '../../../src/workbench/office/open-office-in-node.ts';

const opened: OfficeInNode[] = [];

/** A workbook and an add-in's Office.js on it. */
export interface OpenWorkbook {
  readonly host: ExcelHost;
  readonly book: Book;
  /** The first sheet, `Sheet1`. */
  readonly sheet: Sheet;
  readonly office: OfficeInNode;
  /** `Excel.run` with the first sheet at hand; syncs at the end. */
  readonly onSheet: <Result>(
    work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Result | Promise<Result>,
  ) => Promise<Result>;
}

export async function openWorkbook(
  profile: Partial<HostProfile> = {},
  options: BookOptions = {},
): Promise<OpenWorkbook> {
  const book = new Book(options);
  const host = new ExcelHost(book, profile);
  const office = await openOfficeInNode(host);
  opened.push(office);
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error('A workbook has a sheet.');
  return {
    host,
    book,
    sheet,
    office,
    onSheet: (work) =>
      office.Excel.run(async (context) => {
        const result = await work(context.workbook.worksheets.getItem(sheet.name), context);
        await context.sync();
        return result;
      }),
  };
}

/** Ends what a test opened. */
export function closeWorkbooks(): void {
  for (const office of opened.splice(0)) office.close();
}

/** Code and place of the error that a piece of work ends with. */
export async function errorOf(work: Promise<unknown>): Promise<{ readonly code: string; readonly location: string }> {
  try {
    await work;
  } catch (error) {
    const { code, debugInfo } = error as OfficeExtension.Error;
    return { code, location: debugInfo.errorLocation ?? '' };
  }
  return { code: '', location: '' };
}
