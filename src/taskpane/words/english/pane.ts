import { counted, lines, members, errors, warnings, fields } from './counts.ts';

export const common = {
  close: 'Close',
  back: 'Back',
  edit: 'Edit',
  remove: 'Remove',
  optional: 'optional',
  dismiss: 'Dismiss this message',
  stop: 'Stop',
  progress: (done: number, total: number) => `${done.toLocaleString('en-US')} of ${lines(total)}`,
  showMore: (count: number) => `Show ${String(count)} more`,
  problems: 'Please look at these fields',
  row: (row: number) => `Row ${String(row)}`,
  support: 'Help from your plan',
  choose: 'Choose',
};

export const steps = {
  label: 'Steps',
  errors: 'errors',
  setUp: 'Set up',
  fill: 'Fill',
  check: 'Check',
  submit: 'Submit',
  followUp: 'Follow up',
};

export const tasks = {
  open: 'Reading the workbook…',
  install: 'Adding the sheets…',
  saveSetup: 'Saving…',
  saveMember: 'Saving…',
  readFile: 'Reading your list…',
  previewImport: 'Working out the preview…',
  import: 'Adding the lines…',
  openLine: 'Opening the line…',
  saveLine: 'Saving…',
  arrange: 'Arranging the lines…',
  check: 'Checking…',
  select: 'Going to the cell…',
  inspect: 'Looking at the sheet…',
  repair: 'Repairing…',
  previewRepairs: 'Looking for repairs…',
  makeRepairs: 'Repairing…',
  takeRepairsBack: 'Taking the repairs back…',
  signIn: 'Waiting for you to sign in…',
  submit: 'Submitting…',
  seal: 'Sealing the file…',
  readReceipts: 'Reading the receipts…',
  askPlan: 'Asking the plan…',
  findReceipts: 'Looking for submissions…',
  readHistory: 'Asking the plan…',
  saveErrors: 'Fetching the errors…',
  readErrors: 'Reading the error workbook…',
  takeCorrections: 'Putting the corrections on the lines…',
  correct: 'Saving…',
  clear: 'Clearing…',
};

export const awaitingCell = 'Excel is busy: finish the cell that you are editing (Enter or Esc).';

export const excel = {
  cellEdit: 'Excel is busy: finish the cell that you are editing (Enter or Esc), then try again.',
  notAnswering:
    'Excel is not answering. Wait a moment, then try again. If it stays so, save the workbook and open it again.',
  protected: 'Excel refused because of a sheet’s protection. Use Repair on the Check step, then try again.',
  tooOld: 'This version of Excel cannot do that. Use Microsoft 365, or Excel on the web.',
  otherPlan: 'This workbook already holds the template of another plan. Begin a new workbook for this plan.',
  full: 'The workbook holds at most 5,000 lines, and that many members. Send what is there, or begin a second workbook.',
  unexpected: 'Excel did not do it. Try again.',
};

export const messages = {
  installed: (carriedOver: number) =>
    carriedOver === 0
      ? 'The invoice sheets are in the workbook.'
      : `The template is in place. ${lines(carriedOver)} kept.`,
  setupSaved: (problems: number) =>
    problems === 0
      ? 'Saved to the Setup sheet.'
      : `Saved to the Setup sheet. ${fields(problems)} attention before you can submit.`,
  memberSaved: (problems: number) =>
    problems === 0 ? 'Member saved.' : `Member saved. ${fields(problems)} attention before you can submit.`,
  memberNeedsCin: 'A member needs a CIN. Enter it, then save.',
  lineSaved: (row: number, problems: number) =>
    problems === 0
      ? `Row ${String(row)} saved.`
      : `Row ${String(row)} saved. ${fields(problems)} attention before you can submit.`,
  lineInserted: (row: number) => `A blank line is at row ${String(row)}.`,
  lineDeleted: (row: number) => `The line at row ${String(row)} is deleted.`,
  lineMoved: (row: number) => `The line is at row ${String(row)} now.`,
  filterCleared: (row: number) => `The sheet’s filter hid row ${String(row)}. It was cleared to show you the cell.`,
  sorted: 'The lines are sorted.',
  selectLine: 'First select a cell of a line on the Invoice sheet.',
  lineGone: 'That line is no longer in the workbook. Check again.',
  imported: (lineCount: number, memberCount: number) =>
    `${lines(lineCount)} added, ${members(memberCount)} on the Members sheet.`,
  membersImported: (memberCount: number) => `${members(memberCount)} added or brought up to date.`,
  checked: (lineCount: number, errorCount: number, warningCount: number) =>
    lineCount === 0
      ? 'There are no lines to check yet.'
      : errorCount === 0 && warningCount === 0
        ? `${lines(lineCount)} checked. Nothing to correct.`
        : `${lines(lineCount)} checked: ${errors(errorCount)}, ${warnings(warningCount)}.`,
  repaired: (places: number, rebuilt: boolean) =>
    `${counted(places, 'place', 'places')} repaired, your entries are kept.${rebuilt ? ' The sheet was built afresh.' : ''}`,
  nothingToRepair: 'There is nothing to repair.',
  signedIn: 'You are signed in.',
  signedOut: 'You are signed out.',
  stopped: 'Stopped. Nothing was written to the workbook.',
  partMissing: 'A part of the pane could not be loaded. Check your network connection, then try again.',
  unexpected: 'Something went wrong in the pane. Close it and open it again; nothing is ever sent twice.',
};
