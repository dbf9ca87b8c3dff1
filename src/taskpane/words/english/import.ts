import { counted, lines, invoices, members, errors, warnings } from './counts.ts';

export const imports = {
  title: { lines: 'Import a list', members: 'Import members' },
  text: {
    lines: 'Your own list with its header row. The pane knows many headers; you say where the other columns go.',
    members:
      'A list of members, or the plan’s authorization file, with its header row. You say where columns go that the pane does not know.',
  },
  chooseFile: 'Open a CSV file or an Excel workbook (.xlsx)',
  or: 'Or paste rows that you copied, with their header row if you can:',
  read: 'Preview',
  previewTitle: 'Preview',
  found: (lineCount: number, invoiceCount: number, memberCount: number) =>
    `${lines(lineCount)}, ${invoices(invoiceCount)}, ${members(memberCount)}.`,
  foundMembers: (memberCount: number) => `${members(memberCount)}.`,
  findings: (errorCount: number, warningCount: number) => `${errors(errorCount)}, ${warnings(warningCount)}.`,
  clean: 'Nothing to correct.',
  row: (row: number) => `File row ${String(row)}`,
  differences: (count: number) =>
    `${counted(count, 'value', 'values')} in columns that the workbook works out by itself ${count === 1 ? 'differs' : 'differ'} from what it works out. The workbook’s own values will be used.`,
  columns: (recognized: number, others: number, names: string) =>
    `${counted(recognized, 'column', 'columns')} recognized${others === 0 ? '.' : `, ${String(others)} not: ${names}.`}`,
  columnAt: (letters: string) => `Column ${letters}`,
  columnHolds: (name: string) => `${name} goes to`,
  example: (text: string) => `For example: ${text}`,
  memberName: '23, 24 · Member name, as Last, First',
  notRead: 'Nowhere: do not read this column',
  allColumns: 'Show all columns',
  fewerColumns: 'Show fewer columns',
  tooLong: (rows: string) =>
    `These rows have more cells than the header row, so that their cells may stand in the wrong columns: ${rows}.`,
  repairs: (count: number) => `${counted(count, 'repair', 'repairs')} of formatting`,
  beforeAndAfter: (what: string) => `Before and after: ${what}`,
  takeLines: 'Start a line for each row, too, with what it says of diagnoses, authorization number, dates and units',
  setup: 'Take the billing provider and the sites from this list',
  larger: 'The Invoice sheet is rebuilt with more rows for this list. Your entries stay; undo starts afresh.',
  noRoom: (room: number) =>
    `There is room for ${counted(room, 'more line', 'more lines')} only. Split the list, or begin a second workbook.`,
  add: (count: number) => `Add ${lines(count)}`,
  addMembers: (count: number) => `Add ${members(count)}`,
  another: 'Use another list',
  missing: (names: string) => `Nothing in the list goes to: ${names}.`,
  refusals: {
    noHeaders: 'This is no table with column headers. Paste the rows with their header row, then try again.',
    noLines: 'There are no lines below the headers.',
    brokenQuotes: 'The list has a quotation mark that does not close. Save it as CSV again, then try again.',
    notAWorkbook: 'This is neither an Excel workbook (.xlsx) nor text in columns. Save the list as one of these.',
    empty: 'The file is empty. Open the file that holds your list.',
    oldExcel:
      'This is a workbook of Excel 97 to 2003. Open it in Excel and save it as “Excel Workbook (.xlsx)”, or paste its rows.',
    pdf: 'This is a PDF, whatever it is called. Open the workbook or CSV file that it was made from, or paste its rows.',
    openDocument: 'This is an OpenDocument spreadsheet. Save it as “Excel Workbook (.xlsx)”, or paste its rows.',
    binaryWorkbook:
      'This is a binary workbook (.xlsb). Open it in Excel and save it as “Excel Workbook (.xlsx)”, or paste its rows.',
    passwordProtected:
      'The workbook opens with a password, so that the pane cannot read it. Open it in Excel and paste its rows here.',
    cutOff:
      'The end of the file is missing, as after a download that broke off. Take the file again from where it came.',
    damaged: 'The file is damaged. Open it in Excel, let Excel repair it, and paste its rows here.',
    declarations:
      'The file declares XML entities, which no spreadsheet program writes. It is not read. Paste its rows instead.',
    macros: 'The workbook holds macros. Save it as “Excel Workbook (.xlsx)”, which has none, or paste its rows.',
    externalLinks: 'The workbook has links to other workbooks. Paste its rows here: they come without the links.',
    unsafeNames:
      'The file has parts whose names lead out of it or occur twice, which no spreadsheet program writes. It is not read. Paste its rows instead.',
    tooLarge:
      'The file is far larger than a list of services comes to. Copy the rows that you need and paste them here.',
    tooManyStyles: 'The workbook has more cell styles than Excel opens. Copy its rows and paste them here.',
    stopped: 'Reading the list took too long and was stopped. Copy the rows that you need and paste them here.',
    unreadable: 'The file could not be read. Open it again, or paste its rows.',
  },
};
