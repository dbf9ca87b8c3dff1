import { openInvoiceWorkbook } from '../../src/excel/open-invoice-workbook.ts';
import type { InvoiceWorkbook, WorkbookContents } from '../../src/excel/invoice-workbook.ts';
import type { PlanProfile } from '../../src/plan/profile.ts';
import { ExcelHost } from '../../src/workbench/host/excel-host.ts';
import type { JournalPart } from '../../src/workbench/host/journal.ts';
import type { HostProfile } from '../../src/workbench/host/profile.ts';
import { Book } from '../../src/workbench/model/book.ts';
import type { Sheet } from '../../src/workbench/model/sheet.ts';
import { openOfficeInNode } from '../../src/workbench/office/open-office-in-node.ts';
import type { LineEntry } from '../../src/workbook/model.ts';
import { completeRowKeys } from '../../src/workbook/row-key.ts';
import { sampleContents } from './sample-contents.ts';

/** Excel with an empty workbook, the add-in's code on Microsoft's own Office.js in it. */
export interface OpenExcel {
  readonly host: ExcelHost;
  readonly book: Book;
  readonly workbook: InvoiceWorkbook;
  /** Runs with the globals of this Excel. */
  run<T>(task: () => Promise<T>): Promise<T>;
  /** Runs, and says what was asked of Excel meanwhile. */
  counted<T>(task: () => Promise<T>): Promise<{ readonly result: T; readonly journal: JournalPart }>;
  sheet(name: string): Sheet;
  close(): void;
}

/** Opens Excel with the limits of Excel for the web. */
export async function openExcel(
  options: {
    readonly book?: ConstructorParameters<typeof Book>[0];
    readonly profile?: Partial<HostProfile>;
    readonly waitingForCell?: (waiting: boolean) => void;
    readonly deadline?: number;
    /** Opens the add-in once more on a workbook that is open: another pane. */
    readonly on?: ExcelHost;
  } = {},
): Promise<OpenExcel> {
  const host = options.on ?? new ExcelHost(new Book(options.book), { payloadLimits: 'web', ...options.profile });
  const { book } = host;
  const office = await openOfficeInNode(host);
  const workbook = openInvoiceWorkbook({
    waitingForCell: options.waitingForCell ?? (() => undefined),
    ...(options.deadline === undefined ? {} : { deadline: options.deadline }),
  });
  return {
    host,
    book,
    workbook,
    run: (task) => office.run(task),
    counted: async (task) => {
      const mark = host.journal.mark();
      const result = await office.run(task);
      return { result, journal: host.journal.since(mark) };
    },
    sheet: (name) => {
      const sheet = book.sheet(name);
      if (sheet === undefined) throw new Error(`No sheet ${name}`);
      return sheet;
    },
    close: () => {
      office.close();
    },
  };
}

/** Puts the template and the sample month into an Excel. */
export async function filledExcel(
  profile: PlanProfile,
  rows: number,
  entries?: readonly LineEntry[],
): Promise<OpenExcel> {
  const excel = await openExcel();
  const sample = sampleContents(profile);
  await excel.run(async () => {
    await excel.workbook.install(profile, rows);
    await excel.workbook.writeSetup(sample.setup);
    await excel.workbook.writeMembers(sample.members);
    await excel.workbook.appendLines(entries ?? sample.entries);
  });
  return excel;
}

/** Writes keys and a clean verdict beside every line, as a check without findings does; gives what was read before. */
export async function markAll({ workbook }: OpenExcel, profile: PlanProfile): Promise<WorkbookContents> {
  const contents = await workbook.read(profile);
  const keys = completeRowKeys(contents.lines.map(({ rowKey }) => rowKey));
  await workbook.writeVerdicts(
    contents.lines.flatMap(({ row }, index) => {
      const rowKey = keys[index];
      return rowKey === undefined ? [] : [{ row, rowKey, findings: [] }];
    }),
    '11/02/2026 9:14 AM',
  );
  return contents;
}
